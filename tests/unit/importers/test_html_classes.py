"""Headings and points that a page tells by classes alone, as word processors and the Official Journal do."""

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import headings, markers, of_kind, read

RECITALS = [
    "Ships that call at the harbours of the Union carry most of what is traded between its northern coasts.",
    "The rules on the lights of those harbours should be the same everywhere, whatever their size or use.",
]


def point(sign: str, words: str) -> str:
    return (
        '<table width="100%"><col width="4%"><col width="96%"><tbody><tr>'
        f'<td valign="top"><p class="oj-normal">{sign}</p></td>'
        f'<td valign="top"><p class="oj-normal">{words}</p></td></tr></tbody></table>'
    )


def act() -> str:
    """Return a made-up act as the Official Journal of the European Union writes one."""
    head = (
        '<table><tbody><tr><td><p class="oj-hd-date">4.5.2019</p></td><td><p class="oj-hd-lg">EN</p></td>'
        '<td><p class="oj-hd-ti">Official Journal of the European Union</p></td></tr></tbody></table>'
    )
    title = (
        '<div class="eli-main-title"><p class="oj-doc-ti">REGULATION (EU) 2019/77 OF THE COUNCIL</p>'
        '<p class="oj-doc-ti">of 2 May 2019</p><p class="oj-doc-ti">on the lights of harbours</p>'
        '<p class="oj-doc-ti">(Text with EEA relevance)</p></div>'
    )
    recitals = "".join(
        f'<div class="eli-subdivision">{point(f"({at})", words)}</div>'
        for at, words in enumerate(RECITALS, 1)
    )
    nested = point("(a)", f"lights of harbours:{point('(i)', 'at their mouth;')}") + point("(b)", "buoys.")
    chapter = (
        '<p class="oj-ti-section-1"><span>CHAPTER I</span></p>'
        '<div class="eli-title"><p class="oj-ti-section-2"><b>General provisions</b></p></div>'
    )
    article = (
        '<p class="oj-ti-art">Article 1</p><div class="eli-title"><p class="oj-sti-art">Scope</p></div>'
        f'<div><p class="oj-normal">1.   This Regulation applies to:</p>{nested}</div>'
        '<div><p class="oj-normal">2.   It does not apply to lakes.</p></div>'
    )
    annex = (
        '<p class="oj-doc-ti">ANNEX</p><p class="oj-doc-ti">Colours</p><p class="oj-normal">Red, green.</p>'
    )
    whereas = '<p class="oj-normal">Whereas:</p>'
    body = f"{head}{title}{whereas}{recitals}{chapter}{article}{annex}"
    return f"<html><head><title>L_2019119EN.01000101.xml</title></head><body>{body}</body></html>"


def test_an_act_of_the_official_journal_has_its_title_parts_and_articles():
    document = read(act(), "act.html")
    assert (
        document.metadata.title
        == "REGULATION (EU) 2019/77 OF THE COUNCIL of 2 May 2019 on the lights of harbours"
    )
    assert headings(document) == [
        ("CHAPTER I General provisions", 1),
        ("Article 1 Scope", 2),
        ("ANNEX Colours", 1),
    ]


def test_the_points_of_an_act_are_items_with_their_signs():
    document = read(act(), "act.html")
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(block.marker, block.depth, document.quote(block.span)) for block in items] == [
        ("(1)", 0, RECITALS[0]),
        ("(2)", 0, RECITALS[1]),
        ("(a)", 0, "lights of harbours:"),
        ("(i)", 1, "at their mouth;"),
        ("(b)", 0, "buoys."),
    ]


def test_nothing_of_an_act_is_left_out_but_its_running_head():
    document = read(act(), "act.html")
    assert {"2. It does not apply to lakes.", "Red, green."} <= set(of_kind(document, BlockKind.PARAGRAPH))
    assert [part.text for part in document.coverage.left_out if "Journal" in part.text]
    assert not {"Official Journal of the European Union", "4.5.2019"} & set(document.text.split("\n\n"))


def test_an_act_as_it_stands_today_has_its_articles_and_points():
    listed = (
        '<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>(a) </span></div>'
    )
    listed += '<div class="grid-list-column-2"><p class="list">lights of harbours.</p></div></div>'
    page = (
        '<html><body><p class="title-doc-first">COUNCIL REGULATION (EU) 2019/77</p>'
        '<p class="title-division-1">TITLE I</p><p class="title-division-2">RULES</p>'
        '<p class="title-article-norm">Article 1</p><p class="stitle-article-norm">Scope</p>'
        f'<div class="norm">{RECITALS[0]}</div>{listed}</body></html>'
    )
    document = read(page, "act.html")
    assert headings(document) == [("TITLE I RULES", 1), ("Article 1 Scope", 2)]
    assert of_kind(document, BlockKind.LIST_ITEM) == ["lights of harbours."]


@pytest.mark.parametrize("name", ["Heading2", "MsoHeading2", "heading-2", "Titre2", "Überschrift2"])
def test_headings_of_word_processors(name):
    page = (
        f"<html><body><p class='{name[:-1]}1'>Harbours</p><p>{RECITALS[0]}</p>"
        f"<p class='{name} x'>Lights</p><p>{RECITALS[1]}</p></body></html>"
    )
    document = read(page, "a.html")
    assert (document.metadata.title, headings(document)) == ("Harbours", [("Lights", 1)])


def test_a_table_of_data_with_numbers_in_front_is_none_of_points():
    rows = "".join(f"<tr><td>{at}</td><td>{words}</td></tr>" for at, words in enumerate(RECITALS))
    page = f"<html><body><p class='oj-normal'>{RECITALS[0]}</p><table>{rows}</table></body></html>"
    assert of_kind(read(page, "a.html"), BlockKind.LIST_ITEM) == []


def test_a_sign_stays_with_its_words():
    rest = f"<p class='oj-normal'>{RECITALS[0]}</p>"
    empty = "<table><tr><td>(1)</td><td></td></tr></table>"
    document = read(f"<html><body>{rest}{empty}<p>{RECITALS[1]}</p></body></html>", "act.html")
    assert of_kind(document, BlockKind.LIST_ITEM) == []
    nested = f"<table><tr><td>(1)</td><td>{point('(a)', 'lights;')}{point('(b)', 'buoys.')}</td></tr></table>"
    document = read(f"<html><body>{rest}{nested}</body></html>", "act.html")
    assert markers(document) == ["(a)", "(b)"]
    assert "(1)" in document.text
    listed = "<table><tr><td>(1)</td><td><ul><li><p>lights</p></li></ul></td></tr></table>"
    assert "(1)" in read(f"<html><body>{rest}{listed}</body></html>", "act.html").text
    boxed = "<table><tr><td>(1)</td><td>Lights: <p>none</p></td></tr></table>"
    document = read(f"<html><body>{rest}{boxed}</body></html>", "act.html")
    assert of_kind(document, BlockKind.LIST_ITEM) == ["Lights:"]


def test_figures_beside_letters_are_data():
    rows = "".join(f"<tr><td>{sign}.</td><td>{size}</td></tr>" for sign, size in (("A", 12.5), ("B", 13)))
    page = f"<html><body><p class='oj-normal'>{RECITALS[0]}</p><table>{rows}</table></body></html>"
    assert len(of_kind(read(page, "act.html"), BlockKind.TABLE)) == 1


def test_a_long_paragraph_is_no_heading_whatever_its_class():
    page = f"<html><body><p>{RECITALS[1]}</p><p class='Heading1'>{' '.join(RECITALS * 3)}</p></body></html>"
    document = read(page, "a.html")
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_brackets_alone_are_code_where_code_stands():
    page = f"<html><body><p>{RECITALS[1]}</p><pre>[]</pre></body></html>"
    assert of_kind(read(page, "a.html"), BlockKind.CODE) == ["[]"]


def test_words_between_the_lines_of_a_title_stay_between_them():
    page = (
        f"<p class='oj-ti-art'>Article 1</p>Without a box.<p class='oj-sti-art'>Scope</p><p>{RECITALS[0]}</p>"
    )
    document = read(f"<html><body>{page}</body></html>", "act.html")
    assert document.text.index("Without a box.") < document.text.index("Scope")
