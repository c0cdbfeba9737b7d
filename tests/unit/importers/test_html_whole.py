import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.html_whole import made_whole
from helpers.reading import of_kind, read

WORDS = [
    "The council of the northern region met on Monday and talked at length about the harbours of the coast.",
    "Ships had not come for a year, said the mayor, and the ropes on the quay had begun to rot in the rain.",
    "A report on the wells of the valley was read out twice, since nobody had believed it at the first time.",
    "In the end the people went home to their suppers, and the price of water was the same as ever before.",
]
#: A manual as DocBook writes it: each heading stands in four elements of its own.
TITLE = '<div class="titlepage"><div><div><{0} class="title">{1}</{0}></div></div></div>'
NAVIGATION = '<table><tr><td><a href="a.html">Prev</a></td><td><a href="b.html">Next</a></td></tr></table>'


def manual() -> str:
    texts = [f"<p>{words} {words[::-1].lower()}</p>" for words in WORDS]
    return (
        f'<html><head><title>Chapter 3. Wells</title></head><body><div class="navheader">{NAVIGATION}</div>'
        f'<div class="chapter">{TITLE.format("h1", "Chapter 3. Wells")}{texts[0]}'
        f'<div class="section">{TITLE.format("h2", "3.1. Depth")}{texts[1]}'
        f'<div class="section">{TITLE.format("h3", "3.1.1. Sand")}{texts[2]}'
        '<div class="variablelist"><dl><dt><span class="term">Pit</span></dt>'
        "<dd><p>A hole that gives no water, whatever the weather in the hills above it.</p></dd>"
        '<dt><span class="term">Well</span></dt><dd><p>A hole that does give it.</p></dd></dl></div>'
        f'</div></div><div class="section">{TITLE.format("h2", "3.2. Price")}{texts[3]}'
        '<p class="title">Table 3.1. Prices</p><table><thead><tr><th>Year</th><th>Price</th></tr>'
        f"</thead><tbody><tr><td>2020</td><td>4</td></tr></tbody></table></div></div>"
        f'<div class="navfooter">{NAVIGATION}</div></body></html>'
    )


def test_a_manual_keeps_its_headings_its_terms_and_its_tables():
    document = read(manual(), "page.html")
    headings = [(block.level, document.quote(block.span)) for block in document.blocks if block.level]
    assert headings == [(1, "3.1. Depth"), (2, "3.1.1. Sand"), (1, "3.2. Price")]
    assert {"Pit", "Well", "Table 3.1. Prices"} <= set(document.text.split("\n"))
    assert len(of_kind(document, BlockKind.TABLE)) == 1
    assert "Prev" not in document.text


def test_a_list_keeps_its_short_items():
    texts = "".join(f"<p>{words}</p>" for words in WORDS)
    items = (
        "<ol><li><p>Third</p><ol><li>The sand of the valley is too fine</li>"
        "<li>The stones of the hills are not<ul><li>deepest</li></ul></li></ol></li><li>Last</li></ol>"
    )
    document = read(f"<html><body><h1>Wells</h1>{texts}<h2>Why</h2>{items}{texts}</body></html>", "page.html")
    assert of_kind(document, BlockKind.LIST_ITEM)[0] == "Third"
    assert "deepest" in of_kind(document, BlockKind.LIST_ITEM)
    assert of_kind(document, BlockKind.HEADING) == ["Why"]


def test_a_heading_above_what_was_left_out_stays_out():
    texts = "".join(f"<p>{words}</p>" for words in WORDS)
    related = (
        '<div class="related"><h2>Read also</h2><ul><li><a href="/a">On the harbours</a></li>'
        '<li><a href="/b">On the ships</a></li></ul></div>'
    )
    page = f"<html><body><article><h1>Wells</h1>{texts}{related}{texts}</article></body></html>"
    assert of_kind(read(page, "page.html"), BlockKind.HEADING) == []


def test_notes_below_the_text_are_kept_with_it():
    texts = "".join(f"<p>{words}</p>" for words in WORDS)
    note = '<div class="footnote"><a href="#a">1</a><p>There were two.</p></div>'
    footer = '<div class="post-footer"><p>Share this with all of your friends.</p></div>'
    page = f"<html><body><article><h1>Wells</h1>{texts}{note}{footer}</article></body></html>"
    document = read(page, "page.html")
    assert "There were two." in document.text
    assert "Share this" not in document.text


def test_items_that_markdown_programs_call_notes_are_footnotes():
    texts = "".join(f"<p>{words}</p>" for words in WORDS)
    notes = '<div class="footnotes"><hr><ol><li id="fn1"><p>There were two.</p></li></ol></div>'
    document = read(f"<html><body><article><h1>Wells</h1>{texts}{notes}</article></body></html>", "page.html")
    assert of_kind(document, BlockKind.FOOTNOTE) == ["There were two."]


def test_contents_in_a_side_bar_are_no_part_of_the_text():
    texts = "".join(f"<h2 id='s{at}'>{at}. Part {at}</h2><p>{words}</p>" for at, words in enumerate(WORDS))
    items = "".join(f"<li><a href='#s{at}'>Part {at}</a></li>" for at in range(len(WORDS)))
    contents = f"<aside><nav><h2>Contents</h2><ol>{items}</ol></nav></aside>"
    page = f"<html><body><main><h1>Wells</h1>{contents}<div>{texts}</div></main></body></html>"
    document = read(page, "page.html")
    assert of_kind(document, BlockKind.LIST_ITEM) == []
    assert of_kind(document, BlockKind.HEADING) == ["0. Part 0", "1. Part 1", "2. Part 2", "3. Part 3"]


def test_a_paragraph_passed_over_inside_the_article_is_kept():
    page = parse_page(
        "<div>" + "".join(f"<p>{words} {words}</p>" for words in WORDS) + "<p>Read more</p></div>"
    )
    drafts = list(walk(page))
    assert made_whole(drafts, frozenset({0, 2, 3}), Regions()) == frozenset({0, 1, 2, 3})


@pytest.mark.parametrize(
    "notes",
    [
        '<div class="box"><p id="n1">The first was in the year before.</p></div>',
        '<p><a name="n1"></a>1 The first was in the year before.</p>',
        '<aside><ol><li id="n1">The first was in the year before.</li></ol></aside>',
    ],
)
def test_notes_that_marks_lead_to_are_kept_wherever_they_stand(notes):
    text = f'<p>{WORDS[0]}<sup><a href="#n1">1</a></sup></p>'
    text += "".join(f"<p>{words} {words[::-1]}.</p>" for words in WORDS)
    page = f"<html><body><article><h1>Wells</h1>{text}</article><p>Elsewhere</p>{notes}</body></html>"
    document = read(page, "page.html")
    assert [document.quote(b.span) for b in document.blocks if b.kind == "footnote"][-1].endswith(
        "year before."
    )


def test_notes_that_are_mostly_links_are_kept_when_they_lead_back_to_their_mark():
    link = '<a href="http://example.org/a">Answers given to the committee on wells in March.pdf</a>'
    notes = (
        f'<p><a href="#r1" name="n1">1</a>. p3, {link}</p><p><a href="#top" name="n2">2</a>. p4, {link}</p>'
    )
    marks = '<a href="#n1" name="r1">1</a> <a href="#n2" name="r2">2</a>'
    text = f"<p>{WORDS[0]}<sup>{marks}</sup></p>" + "".join(f"<p>{one} {one[::-1]}.</p>" for one in WORDS)
    page = f"<html><body><article><h1>Wells</h1>{text}</article><div class='x'>{notes}</div></body></html>"
    (note,) = of_kind(read(page, "page.html"), BlockKind.FOOTNOTE)
    assert note.startswith("1. p3, Answers")


def test_what_introduces_a_quotation_is_kept_with_it():
    quoted = f"<p>{WORDS[0]} {WORDS[1]}</p><p id='p2'>The mayor said:<sup>7</sup></p>"
    quoted += f"<blockquote>{WORDS[2]}</blockquote><p>{WORDS[3]} {WORDS[3]}</p>"
    drafts = list(walk(parse_page(f"<div>{quoted}</div>")))
    assert made_whole(drafts, frozenset({0, 2, 3}), Regions()) == frozenset({0, 1, 2, 3})
