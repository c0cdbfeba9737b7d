"""Word files as their readers see them in Word: notes, revisions, numbers, tables, boxes, pictures."""

import io
import zipfile

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from helpers.formats import R, W, docx, zipped
from helpers.pictures import picture as picture_bytes
from helpers.reading import headings, left_out, links, markers, of_kind, read, shape

LONG = "The council met again and heard what the witnesses had to say about the wells of the valley. " * 2


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(style: str, *runs: str) -> str:
    return paragraph(*runs, properties=f'<w:pStyle w:val="{style}"/>')


def item(text: str, level: int = 0, number: int = 1) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=listed)


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*inner: str, properties: str = "") -> str:
    held = "".join(part if part.startswith("<") else paragraph(part) for part in inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def field(instruction: str, result: str) -> str:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText>{instruction}</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{result}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def note(kind: str, number: int, *inner: str) -> str:
    return f'<w:{kind} w:id="{number}">{"".join(paragraph(part) for part in inner)}</w:{kind}>'


def notes(kind: str, *held: str) -> dict[str, str]:
    return {f"word/{kind}s.xml": f"<w:{kind}s {W} {R}>{''.join(held)}</w:{kind}s>"}


def refers(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def links_of(part: str, **targets: str) -> dict[str, str]:
    held = "".join(f'<Relationship Id="{k}" Type="x/hyperlink" Target="{v}"/>' for k, v in targets.items())
    return {f"word/_rels/{part}.xml.rels": f"<Relationships>{held}</Relationships>"}


def levels(*held: tuple[str, str], more: str = "") -> str:
    return more + "".join(
        f'<w:lvl w:ilvl="{number}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for number, (form, text) in enumerate(held)
    )


def numbering(*definitions: str, nums: str = "") -> dict[str, str]:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{d}</w:abstractNum>' for n, d in enumerate(definitions)
    )
    nums = nums or '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return {"word/numbering.xml": f"<w:numbering {W}>{kinds}{nums}</w:numbering>"}


def styles(*held: str) -> dict[str, str]:
    return {"word/styles.xml": f"<w:styles {W}>{''.join(held)}</w:styles>"}


def style(key: str, name: str, inner: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{inner}</w:style>'


def word(*body: str, more: dict[str, str | bytes] | None = None) -> Document:
    return read(docx("".join(body), more), "a.docx")


def marked(document: Document, kind: InlineKind) -> list[str]:
    return [document.text[inline.start : inline.end] for inline in document.inlines if inline.kind is kind]


def footnotes(document: Document) -> dict[str, int]:
    found = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    return {document.quote(block.span): block.start for block in found}


# Notes


def test_each_reference_leads_to_its_own_note():
    document = word(
        paragraph("First", refers("footnote", 9), " and second", refers("footnote", 4), "."),
        more=notes(
            "footnote", note("footnote", 4, "Note on the second."), note("footnote", 9, "Note on one.")
        ),
    )
    at = footnotes(document)
    assert links(document) == [("1", f"#{at['Note on one.']}"), ("2", f"#{at['Note on the second.']}")]
    assert list(at) == ["Note on one.", "Note on the second."]


def test_the_marker_of_a_note_is_the_number_of_its_reference():
    document = word(
        paragraph("First", refers("footnote", 2), refers("footnote", 3)),
        more=notes("footnote", note("footnote", 2, "One.", "More of one."), note("footnote", 3, "Two.")),
    )
    found = [(block.marker, document.quote(block.span)) for block in document.blocks[1:]]
    assert found == [("1", "One."), ("", "More of one."), ("2", "Two.")]


def test_endnotes_are_joined_and_follow_the_text():
    document = word(
        paragraph("Low", refers("endnote", 1), "."),
        paragraph("Last words."),
        more=notes("endnote", note("endnote", 1, "An endnote.")),
    )
    assert shape(document)[-1] == ("footnote", "An endnote.")
    assert links(document) == [("1", f"#{footnotes(document)['An endnote.']}")]


def test_footnotes_and_endnotes_of_one_number_are_told_apart():
    document = word(
        paragraph("A", refers("endnote", 1), " b", refers("footnote", 1)),
        more={
            **notes("footnote", note("footnote", 1, "At the foot.")),
            **notes("endnote", note("endnote", 1, "At the end.")),
        },
    )
    at = footnotes(document)
    assert links(document) == [("1", f"#{at['At the end.']}"), ("2", f"#{at['At the foot.']}")]


def test_notes_that_nothing_refers_to_are_not_shown():
    held = notes("footnote", note("footnote", -1, "separator"), note("footnote", 1, "Orphan."))
    assert word(paragraph("Only this."), more=held).text == "Only this."


def test_a_reference_to_a_missing_note_stays_without_a_link():
    document = word(paragraph("Low", refers("footnote", 5), "."))
    assert document.text == "Low1."
    assert links(document) == []


def test_a_reference_in_a_table_leads_to_its_note():
    document = word(
        table(cell(paragraph("41", refers("footnote", 1))) + cell("x"), cell("y") + cell("z")),
        more=notes("footnote", note("footnote", 1, "Measured twice.")),
    )
    assert links(document) == [("1", f"#{footnotes(document)['Measured twice.']}")]


def test_links_in_footnotes_lead_where_the_part_of_the_footnotes_says():
    linked = f'<w:hyperlink r:id="r1">{run("the report")}</w:hyperlink>'
    document = word(
        paragraph("Text", refers("footnote", 1), f'<w:hyperlink r:id="r1">{run("here")}</w:hyperlink>'),
        more={
            **notes("footnote", f'<w:footnote w:id="1">{paragraph(linked)}</w:footnote>'),
            **links_of("document", r1="https://example.org/text"),
            **links_of("footnotes", r1="https://example.org/note"),
        },
    )
    outside = [link for link in links(document) if not link[1].startswith("#")]
    assert outside == [("here", "https://example.org/text"), ("the report", "https://example.org/note")]


# Revisions, comments, hidden text


def test_insertions_are_read_and_deletions_left_out_and_counted():
    deleted = '<w:del><w:r><w:delText xml:space="preserve">never </w:delText></w:r></w:del>'
    document = word(paragraph("They ", deleted, f"<w:ins>{run('always ')}</w:ins>", "met."))
    assert document.text == "They always met."
    assert left_out(document) == {"deleted text": "never "}
    assert document.coverage.share < 1


def test_moved_text_is_read_where_it_went():
    document = word(
        paragraph(f"<w:moveFrom>{run('Moved words. ')}</w:moveFrom>", "Stays."),
        paragraph(f"<w:moveTo>{run('Moved words.')}</w:moveTo>"),
    )
    assert document.text == "Stays.\n\nMoved words."


def test_deletions_within_insertions_are_left_out():
    inner = f"<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>{run('kept')}"
    assert word(paragraph(f"<w:ins>{inner}</w:ins>")).text == "kept"


def test_a_file_without_changes_has_no_remark_about_them():
    assert word(paragraph("Only this.")).coverage.remarks == ()


def test_comments_are_left_out_and_counted():
    held = f"<w:comments {W}><w:comment>{paragraph('Is this so?')}</w:comment></w:comments>"
    document = word(
        paragraph('<w:commentRangeStart w:id="0"/>', "Said.", '<w:r><w:commentReference w:id="0"/></w:r>'),
        more={"word/comments.xml": held},
    )
    assert document.text == "Said."
    assert left_out(document) == {"comments": "Is this so?"}


def test_headers_and_footers_are_left_out_and_named_once():
    head, foot = (f"<w:{name} {W}>{{}}</w:{name}>" for name in ("hdr", "ftr"))
    document = word(
        paragraph("Text."),
        more={
            "word/header1.xml": head.format(paragraph("Draft 3")),
            "word/header2.xml": head.format(paragraph("Draft 3")),
            "word/footer1.xml": foot.format(paragraph("Page 1")),
        },
    )
    assert document.text == "Text."
    assert left_out(document) == {"headers and footers": "Draft 3 · Page 1"}


def test_text_hidden_by_a_style_is_left_out():
    hidden = style("S", "Secret", "<w:rPr><w:vanish/></w:rPr>")
    document = word(styled("S", "Not shown."), paragraph("Shown."), more=styles(hidden))
    assert document.text == "Shown."
    assert left_out(document) == {"hidden text": "Not shown."}


def test_text_that_is_shown_against_its_hidden_style_is_read():
    hidden = style("S", "Secret", "<w:rPr><w:vanish/></w:rPr>")
    document = word(styled("S", run("Shown.", '<w:vanish w:val="0"/>')), more=styles(hidden))
    assert document.text == "Shown."


def test_a_hidden_run_without_words_counts_for_nothing():
    document = word(paragraph("Shown.", "<w:r><w:rPr><w:vanish/></w:rPr><w:lastRenderedPageBreak/></w:r>"))
    assert document.coverage.left_out == ()


# Links and fields


def test_a_link_by_relationship_leads_to_its_address():
    document = word(
        paragraph("See ", f'<w:hyperlink r:id="r1">{run("the report")}</w:hyperlink>', "."),
        more=links_of("document", r1="https://example.org/a"),
    )
    assert links(document) == [("the report", "https://example.org/a")]


def test_a_link_by_field_code_leads_to_its_address():
    document = word(paragraph("See ", field(' HYPERLINK "https://example.org/b" ', "the list"), "."))
    assert document.text == "See the list."
    assert links(document) == [("the list", "https://example.org/b")]


def test_a_link_by_a_simple_field_leads_to_its_address():
    simple = f"<w:fldSimple w:instr=' HYPERLINK \"https://example.org/c\" '>{run('the map')}</w:fldSimple>"
    assert links(word(paragraph("See ", simple))) == [("the map", "https://example.org/c")]


def test_a_link_to_a_bookmark_leads_to_its_place():
    document = word(
        paragraph(f'<w:hyperlink w:anchor="end">{run("below")}</w:hyperlink>'),
        paragraph("Middle."),
        paragraph('<w:bookmarkStart w:id="0" w:name="end"/>', "The end."),
    )
    assert links(document) == [("below", f"#{document.text.index('The end.')}")]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "vbscript:x", "data:text/html,x"]
)
def test_links_that_are_no_web_addresses_are_dropped_and_their_words_kept(target):
    document = word(
        paragraph(
            f'<w:hyperlink r:id="r1">{run("one")}</w:hyperlink> ', field(f'HYPERLINK "{target}"', "two")
        ),
        more=links_of("document", r1=target),
    )
    assert "one" in document.text
    assert "two" in document.text
    assert links(document) == []


def test_the_result_of_a_field_is_read_and_its_code_is_not():
    document = word(paragraph("Figure ", field(" SEQ Figure ", "3"), " shows it."))
    assert document.text == "Figure 3 shows it."


def test_a_field_in_the_code_of_another_is_not_read():
    inner = field("MERGEFIELD Name", "inner")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF "</w:instrText></w:r>'
        f'{inner}<w:r><w:instrText>" = "x"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert word(paragraph("The ", outer, ".")).text == "The result."


def test_a_field_that_never_ends_does_not_swallow_the_text():
    document = word(
        paragraph("Before. ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), paragraph("After.")
    )
    assert document.text == "Before.\n\nAfter."


# Letters


def test_bold_italic_and_raised_letters_are_marked():
    document = word(
        paragraph(
            "x ",
            run("strong", "<w:b/>"),
            " ",
            run("slanted", "<w:i/>"),
            run("2", '<w:vertAlign w:val="superscript"/>'),
        )
    )
    assert marked(document, InlineKind.STRONG) == ["strong"]
    assert marked(document, InlineKind.EMPHASIS) == ["slanted"]
    assert marked(document, InlineKind.SUPERSCRIPT) == ["2"]


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_bold_that_is_switched_off_is_not_marked(value):
    assert not marked(word(paragraph("x ", run("plain", f'<w:b w:val="{value}"/>'))), InlineKind.STRONG)


def test_the_letters_of_a_character_style_are_marked():
    strong = '<w:style w:type="character" w:styleId="K"><w:name w:val="Key"/><w:rPr><w:b/></w:rPr></w:style>'
    document = word(paragraph("x ", run("key", '<w:rStyle w:val="K"/>')), more=styles(strong))
    assert marked(document, InlineKind.STRONG) == ["key"]


@pytest.mark.parametrize(
    ("code", "sign"), [("F0E0", "→"), ("F0B7", "•"), ("2022", "•"), ("F099", ""), ("zz", "")]
)
def test_symbols_are_read_as_the_signs_that_they_show(code, sign):
    symbol = f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
    assert word(paragraph("Go ", symbol, " on")).text == " ".join(f"Go {sign} on".split())


def test_tabs_and_line_breaks_are_spaces():
    assert word(paragraph("a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c")).text == "a b c"


def test_the_base_of_annotated_characters_is_read():
    inner = f"<w:rubyPr/><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby>{inner}</w:ruby></w:r>"
    document = word(paragraph("The sign ", ruby, " is read."))
    assert document.text == "The sign 漢 is read."
    assert left_out(document) == {"readings of characters": "kan"}


def test_formulas_are_read_as_their_letters():
    maths = "<m:oMath xmlns:m='urn:m'><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    assert word(paragraph("Let ", maths, " hold.")).text == "Let a=b hold."


def letters(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


SUM = (
    "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr>"
    f"<m:sub>{letters('i')}</m:sub><m:sup>{letters('n')}</m:sup>"
    "<m:e><m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr>"
    f"<m:e>{letters('y')}</m:e></m:d></m:e></m:nary>"
)


@pytest.mark.parametrize(
    ("maths", "text"),
    [
        (f"<m:f><m:num>{letters('a+b')}</m:num><m:den>{letters('c')}</m:den></m:f>", "(a+b)/c"),
        (f"<m:sSup><m:e>{letters('x')}</m:e><m:sup>{letters('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:sSub><m:e>{letters('CO')}</m:e><m:sub>{letters('2')}</m:sub></m:sSub>", "CO_2"),
        (f"<m:rad><m:deg/><m:e>{letters('a b')}</m:e></m:rad>", "√(a b)"),
        (SUM, "∑_i^n [y]"),
        (f"<m:d><m:e>{letters('p')}</m:e><m:e>{letters('q')}</m:e></m:d>", "(p|q)"),
    ],
)
def test_formulas_stand_on_one_line(maths, text):
    held = f"<m:oMath xmlns:m='urn:m'>{maths}</m:oMath>"
    assert word(paragraph("Let ", held, " hold.")).text == f"Let {text} hold."


def test_the_text_of_content_controls_is_read():
    control = (
        f"<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>{run('chosen')}</w:sdtContent></w:sdt>"
    )
    block = f"<w:sdt><w:sdtContent>{paragraph('Whole.')}</w:sdtContent></w:sdt>"
    assert word(paragraph("It is ", control, "."), block).text == "It is chosen.\n\nWhole."


def test_what_an_empty_content_control_asks_for_is_no_text():
    asks, said = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>", "<w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr>"
    line = f"<w:sdt>{asks}<w:sdtContent>{run('Type a day.')}</w:sdtContent></w:sdt>"
    day = f"<w:sdt>{said}<w:sdtContent>{run('Monday')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt>{asks}<w:sdtContent>{paragraph('Type a text.')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt>{asks}<w:sdtContent><w:tc>{paragraph('Type a sum.')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:tr><w:tc>{paragraph('Cost')}</w:tc><w:tc>{paragraph('Year')}</w:tc>{cell}</w:tr>"
    document = word(paragraph("It is ", line, day, "."), block, f"<w:tbl>{row}{row}</w:tbl>")
    assert document.text == "It is Monday.\n\nCost\tYear\t\nCost\tYear\t"
    asked = "Type a day. · Type a text. · Type a sum. · Type a sum."
    assert left_out(document) == {"prompts of empty fields": asked}


# Headings


def test_headings_have_the_levels_of_their_styles():
    document = word(
        styled("H1", "One"), paragraph(LONG), styled("H2", "Two"), paragraph(LONG), styled("H1", "Three")
    )
    assert headings(document) == [("One", 1), ("Two", 2), ("Three", 1)]


def test_a_style_based_on_a_heading_is_a_heading():
    own = style("Mine", "My chapter", '<w:basedOn w:val="H1"/>')
    document = word(
        styled("Mine", "One"),
        paragraph(LONG),
        styled("Mine", "Two"),
        more=styles(style("H1", "heading 1"), own),
    )
    assert headings(document) == [("One", 1), ("Two", 1)]


def test_styles_that_are_based_on_each_other_do_no_harm():
    ring = (style("A", "a", '<w:basedOn w:val="B"/>'), style("B", "b", '<w:basedOn w:val="A"/>'))
    assert word(styled("A", "Text."), more=styles(*ring)).text == "Text."


def test_headings_carry_their_automatic_numbers():
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    document = word(
        styled("H1", "Origins"),
        styled("H2", "North"),
        styled("H2", "South"),
        styled("H1", "Outlook"),
        styled("H2", "Risks"),
        more={
            **styles(
                style("H1", "heading 1", numbered.format(0)), style("H2", "heading 2", numbered.format(1))
            ),
            **numbering(levels(("decimal", "%1"), ("decimal", "%1.%2"))),
        },
    )
    assert [text for text, _ in headings(document)] == [
        "1 Origins",
        "1.1 North",
        "1.2 South",
        "2 Outlook",
        "2.1 Risks",
    ]


def test_a_legal_number_is_in_figures_throughout():
    legal = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    document = word(item("a"), item("b"), item("c", 1), more=numbering(legal))
    assert markers(document) == ["Article I", "Article II", "2.1"]


def test_bold_lines_with_numbers_are_headings_of_their_depth():
    bold = "<w:b/>"
    document = word(
        paragraph(run("1. Background", bold)),
        paragraph(LONG),
        paragraph(run("1.1 The north", bold)),
        paragraph(LONG),
        paragraph(run("2. Outlook", bold)),
        paragraph(LONG),
        paragraph(LONG),
    )
    assert headings(document) == [("1. Background", 1), ("1.1 The north", 2), ("2. Outlook", 1)]


def test_the_title_of_the_properties_is_the_title():
    core = "<x:coreProperties xmlns:x='x' xmlns:dc='d'><dc:title>Stated</dc:title></x:coreProperties>"
    document = word(paragraph("Text."), more={"docProps/core.xml": core})
    assert document.metadata.title == "Stated"


def test_author_and_day_come_from_the_properties():
    core = "<c><creator>Ann Writer</creator><created>2025-07-01T08:00:00Z</created></c>"
    head = word(paragraph("Text."), more={"docProps/core.xml": core}).metadata
    assert (head.byline, head.published.edtf) == ("Ann Writer", "2025-07-01")


@pytest.mark.parametrize("written", ["2025-13-45T00:00:00Z", "yesterday", "", "20250701"])
def test_a_day_that_cannot_be_is_none(written):
    core = f"<c><created>{written}</created></c>"
    assert word(paragraph("Text."), more={"docProps/core.xml": core}).metadata.published is None


# Lists


def test_markers_are_counted_level_by_level():
    document = word(
        item("a"),
        item("b", 1),
        item("c", 1),
        item("d", 2),
        item("e"),
        item("f", 1),
        more=numbering(levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"))),
    )
    assert markers(document) == ["1.", "a)", "b)", "(i)", "2.", "a)"]
    assert [block.depth for block in document.blocks] == [0, 1, 1, 2, 0, 1]


@pytest.mark.parametrize(
    ("form", "third"),
    [
        ("decimal", "3."),
        ("upperLetter", "C."),
        ("lowerLetter", "c."),
        ("upperRoman", "III."),
        ("lowerRoman", "iii."),
        ("decimalZero", "03."),
        ("bullet", "•"),
    ],
)
def test_each_form_of_number_is_written(form, third):
    document = word(item("a"), item("b"), item("c"), more=numbering(levels((form, "%1."))))
    assert markers(document)[2] == third


def test_a_list_goes_on_after_a_paragraph():
    document = word(item("a"), paragraph("Between."), item("b"), more=numbering(levels(("decimal", "%1."))))
    assert markers(document) == ["1.", "2."]


def test_a_second_list_that_restarts_begins_again():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    document = word(
        item("a"), item("b"), item("c", number=2), more=numbering(levels(("decimal", "%1.")), nums=nums)
    )
    assert markers(document) == ["1.", "2.", "1."]


def test_a_list_that_is_told_to_start_at_five_starts_at_five():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    document = word(item("a"), item("b"), more=numbering(levels(("decimal", "%1.")), nums=nums))
    assert markers(document) == ["5.", "6."]


def test_a_list_that_redefines_a_level_is_numbered_by_its_own_words():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    document = word(item("a"), item("b"), more=numbering(levels(("decimal", "%1.")), nums=nums))
    assert markers(document) == ["A)", "B)"]


def test_a_list_that_takes_its_levels_from_a_list_style_has_its_markers():
    definitions = (
        '<w:numStyleLink w:val="Mine"/>',
        levels(("bullet", "-"), more='<w:styleLink w:val="Mine"/>'),
    )
    document = word(item("a"), item("b"), more=numbering(*definitions))
    assert markers(document) == ["•", "•"]


def test_two_lists_of_different_definitions_count_apart():
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2))
    document = word(
        item("a"),
        item("b", number=2),
        item("c"),
        more=numbering(levels(("decimal", "%1.")), levels(("upperRoman", "%1")), nums=nums),
    )
    assert markers(document) == ["1.", "I", "2."]


def test_a_paragraph_that_is_taken_out_of_its_list_has_no_marker():
    listed = style("L", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    out = paragraph("Free.", properties='<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    document = word(styled("L", "Listed."), out, more=styles(listed))
    assert [(block.kind, block.marker) for block in document.blocks] == [
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.PARAGRAPH, ""),
    ]


def test_empty_paragraphs_do_not_count_in_lists():
    document = word(item("a"), item(""), item("b"), more=numbering(levels(("decimal", "%1."))))
    assert markers(document) == ["1.", "2."]


# Tables


def cells(document: Document) -> list[list[tuple[str, int, int]]]:
    (found,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return [[(document.quote(c.span), c.col_span, c.row_span) for c in row.cells] for row in found.rows]


def headed(document: Document) -> list[bool]:
    (found,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return [all(c.header for c in row.cells) for row in found.rows]


def test_a_cell_over_two_columns_has_that_span():
    document = word(table(cell("Both", properties='<w:gridSpan w:val="2"/>'), cell("a") + cell("b")))
    assert cells(document) == [[("Both", 2, 1)], [("a", 1, 1), ("b", 1, 1)]]


def test_a_cell_over_three_rows_has_that_span():
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = word(
        table(
            cell("Tall", properties=start) + cell("a"),
            cell("", properties=on) + cell("b"),
            cell("", properties='<w:vMerge w:val="continue"/>') + cell("c"),
            cell("Next", properties=start) + cell("d"),
        )
    )
    assert cells(document) == [
        [("Tall", 1, 3), ("a", 1, 1)],
        [("b", 1, 1)],
        [("c", 1, 1)],
        [("Next", 1, 1), ("d", 1, 1)],
    ]


def test_rows_that_are_marked_as_headers_are_headers():
    rows = "".join(
        f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if n < 2 else ''}{cell('a')}{cell('b')}</w:tr>"
        for n in range(3)
    )
    assert headed(word(f"<w:tbl>{rows}</w:tbl>")) == [True, True, False]


def test_a_header_that_is_switched_off_is_none():
    row = f'<w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr>{cell("a")}{cell("b")}</w:tr>'
    assert headed(word(f"<w:tbl>{row}<w:tr>{cell('c')}{cell('d')}</w:tr></w:tbl>")) == [False, False]


def test_a_first_row_that_alone_is_bold_is_a_header():
    bold = [cell(paragraph(run(word_, "<w:b/>"))) for word_ in ("Year", "Ships")]
    assert headed(word(table("".join(bold), cell("2021") + cell("14")))) == [True, False]


def test_a_table_of_one_cell_is_read_as_text():
    document = word(table(cell("Only words.", "More words.")))
    assert shape(document) == [("paragraph", "Only words."), ("paragraph", "More words.")]


def test_a_table_that_only_sets_a_heading_beside_empty_cells_is_read_as_the_heading():
    row = cell("") + cell("") + cell(paragraph(run("Origins of the wells", "<w:b/>")))
    document = read(docx(paragraph(LONG) + table(row) + paragraph(LONG) + paragraph(LONG)), "file.docx")
    assert headings(document) == [("Origins of the wells", 1)]
    assert of_kind(document, BlockKind.TABLE) == []


def test_a_table_in_a_box_stays_a_table():
    document = word(table(cell(table(cell("a") + cell("b"), cell("c") + cell("d")))))
    assert shape(document) == [("table", "a | b / c | d")]


def test_a_table_in_a_cell_becomes_its_text():
    inner = table(cell("x") + cell("y"), cell("z") + cell("w"))
    document = word(table(cell("a") + cell("Before", inner), cell("c") + cell("d")))
    assert shape(document) == [("table", "a | Before x y z w / c | d")]


def test_items_in_a_cell_keep_their_markers():
    document = word(
        table(cell(item("first"), item("second")) + cell("b"), cell("c") + cell("d")),
        more=numbering(levels(("decimal", "%1."))),
    )
    assert shape(document)[0][1].startswith("1. first 2. second | b")


# Boxes and pictures


def box(*inner: str) -> str:
    held = f"<wps:txbx><w:txbxContent>{''.join(inner)}</w:txbxContent></wps:txbx>"
    return f"<w:drawing xmlns:wps='urn:wps'><wps:wsp>{held}</wps:wsp></w:drawing>"


def either(first: str, second: str) -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="wps">{first}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )


def picture(description: str) -> str:
    return f'<w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" descr="{description}"/></w:drawing></w:r>'


def test_a_text_box_is_read_once_after_its_paragraph():
    old = f"<w:pict><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></w:pict>"
    drawn = either(box(paragraph("In the box.")), old)
    document = word(paragraph("Beside.", f"<w:r>{drawn}</w:r>"), paragraph("After."))
    assert shape(document) == [("paragraph", text) for text in ("Beside.", "In the box.", "After.")]


def test_a_box_in_a_box_is_read_once():
    inner = paragraph("Inner.", f"<w:r>{box(paragraph('Innermost.'))}</w:r>")
    document = word(paragraph("Beside.", f"<w:r>{box(inner)}</w:r>"))
    assert of_kind(document, BlockKind.PARAGRAPH) == ["Beside.", "Inner.", "Innermost."]


def test_of_two_forms_of_a_paragraph_the_first_is_read():
    assert word(paragraph("Before."), either(paragraph("New."), paragraph("Old."))).text == "Before.\n\nNew."


def test_a_sign_that_only_new_programs_know_is_read_in_its_other_form():
    sign = either("<w16:symEx xmlns:w16='urn:w16' w16:char='1F60A'/>", "<w:t>😊</w:t>")
    document = word(paragraph("Good ", f"<w:r>{sign}</w:r>", "!"))
    assert document.text == "Good 😊!"
    assert document.coverage.remarks == ()


def test_of_two_forms_of_a_run_the_first_is_read():
    assert word(paragraph("It is ", either(run("new"), run("old")), ".")).text == "It is new."


def test_a_picture_alone_is_a_figure_with_its_description():
    document = word(paragraph("Before."), paragraph(picture("A map of the wells")))
    assert shape(document) == [("paragraph", "Before."), ("figure", "")]
    assert document.blocks[1].alt == "A map of the wells"


def test_a_description_that_a_program_made_up_is_not_marked_as_such():
    made = "A map&#xA;&#xA;Description automatically generated"
    document = word(paragraph("Before."), paragraph(picture(made)))
    assert [block.alt for block in document.blocks] == ["", "A map"]


def test_a_picture_in_a_line_is_told_and_not_moved_to_the_next_empty_line():
    document = word(paragraph("Words ", picture("An icon"), "."), paragraph(""), paragraph("Then."))
    assert of_kind(document, BlockKind.FIGURE) == []
    assert document.coverage.remarks == ("One picture is not shown: “An icon”.",)


def test_a_link_to_a_figure_leads_to_it():
    document = word(
        paragraph(f'<w:hyperlink w:anchor="fig">{run("Figure 1")}</w:hyperlink>'),
        paragraph('<w:bookmarkStart w:id="0" w:name="fig"/>', picture("A map")),
    )
    assert links(document) == [("Figure 1", f"#{document.blocks[1].start}")]


# Contents, code, quotes


def test_a_list_of_contents_is_left_out_and_counted():
    kinds = styles(style("C", "toc 1"), style("CH", "TOC Heading"), style("H1", "heading 1"))
    document = word(
        styled("CH", "Contents"),
        styled("C", "Origins 1"),
        styled("C", "Outlook 7"),
        paragraph(LONG),
        more=kinds,
    )
    assert document.text == LONG.strip()
    assert left_out(document) == {"list of contents": "Contents · Origins 1 · Outlook 7"}


def test_a_line_of_code_stays_one_line_whatever_its_runs():
    kinds = styles(style("K", "HTML Preformatted"))
    document = word(styled("K", "if x:", run(" return", "<w:b/>"), " 1"), more=kinds)
    assert of_kind(document, BlockKind.CODE) == ["if x: return 1"]


def test_lines_of_code_that_follow_each_other_are_one_block_with_their_indents():
    kinds = styles(style("K", "Source Code"))
    document = word(
        styled("K", "def f():"), styled("K", "    a = 1", "<w:r><w:br/></w:r>", "    return a"), more=kinds
    )
    assert of_kind(document, BlockKind.CODE) == ["def f():\n    a = 1\n    return a"]


def test_a_blank_line_within_code_is_kept_and_one_around_it_is_not():
    kinds = styles(style("K", "Source Code"))
    document = word(
        styled("K"),
        styled("K", "a = 1"),
        styled("K"),
        styled("K", "b = 2"),
        styled("K"),
        paragraph("Then."),
        more=kinds,
    )
    assert shape(document) == [("code", "a = 1\n\nb = 2"), ("paragraph", "Then.")]


def test_quotes_and_captions_are_told_by_their_styles():
    kinds = styles(style("Q", "Quote"), style("P", "caption"))
    document = word(styled("Q", "We waited."), styled("P", "Figure 1: The wells"), more=kinds)
    assert [kind for kind, _ in shape(document)] == ["quote", "caption"]


# Damage


def test_what_stands_before_damage_is_read_and_the_rest_is_told():
    whole = f"<w:document {W}><w:body>{paragraph('Before.')}{paragraph('After.')}</w:body></w:document>"
    broken = whole[: whole.index("After")]
    document = read(zipped({"word/document.xml": broken}), "a.docx")
    assert document.text == "Before."
    assert not document.coverage.whole
    assert any("damaged" in remark for remark in document.coverage.remarks)


def test_a_file_without_styles_and_numbers_is_read():
    whole = f"<w:document {W}><w:body>{styled('H1', 'One')}{item('Two')}</w:body></w:document>"
    assert read(zipped({"word/document.xml": whole}), "a.docx").text == "One\n\nTwo"


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "docProps/core.xml"]
)
def test_a_damaged_part_beside_the_text_costs_only_itself(part):
    assert word(paragraph("Text."), more={part: "<broken"}).text == "Text."


@pytest.mark.parametrize("main", ["", "no XML at all", "<other/>"])
def test_a_file_whose_text_cannot_be_found_is_refused_in_words(main):
    with pytest.raises(SourceError) as refused:
        read(zipped({"word/document.xml": main}), "a.docx")
    assert refused.value.next_step


def test_a_part_that_is_locked_with_a_password_is_refused():
    data = bytearray(docx(paragraph("Text.")))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        assert "word/document.xml" in archive.namelist()
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(SourceError) as refused:
        read(bytes(data), "a.docx")
    assert "password" in refused.value.what


def test_the_main_part_is_the_one_that_the_file_names():
    relation = '<Relationship Id="r1" Type="http://x/officeDocument" Target="/word/document2.xml"/>'
    link = '<Relationship Id="r2" Type="http://x/hyperlink" Target="https://example.org/"/>'
    run = '<w:hyperlink r:id="r2"><w:r><w:t>Words with a link.</w:t></w:r></w:hyperlink>'
    document = read(
        zipped(
            {
                "_rels/.rels": f"<Relationships>{relation}</Relationships>",
                "word/_rels/document2.xml.rels": f"<Relationships>{link}</Relationships>",
                "word/document2.xml": f"<w:document {W} {R}><w:body><w:p>{run}</w:p></w:body></w:document>",
            }
        ),
        "a.docx",
    )
    assert document.text == "Words with a link."
    assert [inline.target for inline in document.inlines] == ["https://example.org/"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    gone = paragraph("One half ", properties="<w:rPr><w:del/></w:rPr>")
    document = read(docx(gone + paragraph("and the other.") + paragraph("More.")), "a.docx")
    assert of_kind(document, BlockKind.PARAGRAPH) == ["One half and the other.", "More."]


# What other programs and older ones write


MERGED, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_row_that_begins_further_right_keeps_its_columns():
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    document = word(
        table(
            cell("a") + cell("b", properties=MERGED) + cell("c"),
            late + cell("", properties=GOES_ON) + cell("d"),
            cell("x") + cell("", properties=GOES_ON) + cell("y"),
        )
    )
    assert cells(document) == [
        [("a", 1, 1), ("b", 1, 3), ("c", 1, 1)],
        [("", 1, 1), ("d", 1, 1)],
        [("x", 1, 1), ("y", 1, 1)],
    ]


def test_a_row_that_a_tracked_change_deleted_is_left_out_and_counted():
    gone = '<w:trPr><w:del w:id="1"/></w:trPr>'
    document = word(table(cell("a") + cell("b"), gone + cell("c") + cell("d"), cell("e") + cell("f")))
    assert cells(document) == [[("a", 1, 1), ("b", 1, 1)], [("e", 1, 1), ("f", 1, 1)]]
    assert left_out(document) == {"deleted text": "c d"}


def restarting(value: str) -> dict[str, str]:
    held = (("%1.", ""), ("%2)", ""), ("(%3)", f'<w:lvlRestart w:val="{value}"/>'))
    return numbering(
        "".join(
            f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="decimal"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
            for n, (text, more) in enumerate(held)
        )
    )


@pytest.mark.parametrize(
    ("value", "third"),
    [("0", ["(1)", "(2)", "(3)"]), ("1", ["(1)", "(2)", "(1)"]), ("2", ["(1)", "(1)", "(1)"])],
)
def test_a_level_counts_anew_where_it_says_so(value, third):
    steps = [item("a", 0), item("b", 1), item("c", 2), item("d", 1), item("e", 2), item("f", 0), item("g", 2)]
    found = markers(word(*steps, more=restarting(value)))
    assert found[:2] == ["1.", "1)"]
    assert [found[2], found[4], found[6]] == third


def toc(*lines: str, ended: bool = True) -> str:
    begins = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    )
    begins += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    last = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if ended else ""
    return (
        paragraph(begins, run(lines[0]))
        + "".join(map(paragraph, lines[1:]))
        + paragraph(last, " Text after.")
    )


def test_a_list_of_contents_is_known_by_its_field_alone():
    document = word(paragraph("Before."), toc("One 1", "Two 2"), paragraph(LONG))
    assert document.text == f"Before.\n\nText after.\n\n{LONG.strip()}"
    assert left_out(document) == {"list of contents": "One 1 · Two 2"}


def test_a_list_of_contents_that_never_ends_swallows_nothing():
    assert LONG.strip() in word(toc("One 1", "Two 2", ended=False), paragraph(LONG)).text


def test_a_list_of_contents_in_a_control_of_its_own_is_left_out_with_its_heading():
    kind = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    held = f"<w:sdt>{kind}<w:sdtContent>{paragraph('Contents')}{paragraph('One 1')}</w:sdtContent></w:sdt>"
    document = word(held, paragraph(LONG))
    assert document.text == LONG.strip()
    assert left_out(document) == {"list of contents": "Contents · One 1"}


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "00B3", "≥"),
        ("Wingdings", "F04A", "☺"),
        ("Wingdings 2", "F052", "☑"),
    ],
)
def test_each_font_of_symbols_has_its_own_signs(font, code, sign):
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert word(paragraph("x ", symbol)).text == f"x {sign}"


def test_letters_typed_in_a_font_of_symbols_are_signs():
    look = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert word(paragraph("x ", run("\uf0b3", look), " 5")).text == "x ≥ 5"


def test_moved_text_is_not_counted_as_deleted():
    went = f"<w:p><w:moveFrom>{run('Moved.')}</w:moveFrom></w:p>"
    document = word(went, paragraph("Middle."), f"<w:p><w:moveTo>{run('Moved.')}</w:moveTo></w:p>")
    assert document.text == "Middle.\n\nMoved."
    assert left_out(document) == {}
    assert any("tracked changes" in remark for remark in document.coverage.remarks)


def test_of_two_forms_of_a_paragraph_an_only_one_is_read():
    form = f"<mc:Fallback>{paragraph('Only.')}</mc:Fallback>"
    assert word(f'<mc:AlternateContent xmlns:mc="m">{form}</mc:AlternateContent>').text == "Only."


def test_a_subtitle_is_no_heading_and_is_known_as_what_it_is():
    look = '<w:rPr><w:sz w:val="40"/></w:rPr>'
    more = styles(style("S", "Subtitle", look), style("T", "Title"), style("H1", "heading 1"))
    document = word(
        styled("T", "Wells"), styled("S", "A report"), styled("H1", "One"), paragraph(LONG), more=more
    )
    assert headings(document) == [("One", 1)]
    assert document.metadata.subtitle == "A report"


def test_a_style_for_subtitles_that_heads_the_text_is_a_heading():
    look = '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'
    more = styles(style("S", "Subtitle", look))
    body = [part for n in range(4) for part in (styled("S", f"Part {n}"), paragraph(LONG), paragraph(LONG))]
    found = headings(
        word(paragraph(LONG), paragraph(LONG), paragraph(LONG), paragraph(LONG), *body, more=more)
    )
    assert [text for text, _ in found] == ["Part 0", "Part 1", "Part 2", "Part 3"]


# What stands in the text and is no paragraph of its own


def embedded(name: str, data: str | bytes, *around: str, kind: str = "") -> Document:
    """Return a document with the file `name` as part of its text."""
    relation = f'<Relationship Id="c" Type="x/aFChunk" Target="{name}"/>'
    types = f'<Types><Default Extension="{name.rpartition(".")[2]}" ContentType="{kind}"/></Types>'
    return word(
        *(around or (paragraph("Before."), '<w:altChunk r:id="c"/>', paragraph("After."))),
        more={
            "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>",
            f"word/{name}": data,
            "[Content_Types].xml": types,
        },
    )


MHT = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=text/html; boundary=b\r\n\r\n--b\r\n"
    "Content-Type: text/html; charset=utf-8\r\n\r\n<h2>Wells</h2><p>In the page.</p>\r\n--b--\r\n"
)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", "<html><body><p>In the <b>page</b>.</p></body></html>", "text/html"),
        ("a.xyz", "<p>In the page.</p>", "text/html"),
        ("a.rtf", r"{\rtf1 In the page.\par}", "application/rtf"),
        ("a.txt", "In the page.\n", "text/plain"),
        ("a.docx", docx(paragraph("In the page.")), "application/zip"),
    ],
)
def test_an_embedded_file_is_read_where_it_stands(name, data, kind):
    document = embedded(name, data, kind=kind)
    assert document.text == "Before.\n\nIn the page.\n\nAfter."
    assert document.coverage.remarks == ()


def test_an_embedded_archive_of_a_page_keeps_its_structure():
    document = embedded("a.mht", MHT, kind="message/rfc822")
    assert shape(document)[1:3] == [("heading", "Wells"), ("paragraph", "In the page.")]


def test_an_embedded_document_keeps_its_lists_tables_notes_and_marks():
    inner = docx(
        paragraph("Wells", properties='<w:outlineLvl w:val="0"/>')
        + paragraph(run("Bold", "<w:b/>"), " words", refers("footnote", 1))
        + table(cell("A") + cell("B"), cell("C") + cell("D")),
        notes("footnote", note("footnote", 1, "Deep.")),
    )
    document = embedded("a.docx", inner)
    assert shape(document)[1:] == [
        ("heading", "Wells"),
        ("paragraph", "Bold words1"),
        ("table", "A | B / C | D"),
        ("footnote", "Deep."),
        ("paragraph", "After."),
    ]
    assert marked(document, InlineKind.STRONG) == ["Bold"]
    assert links(document) == [("1", f"#{footnotes(document)['Deep.']}")]


def test_what_an_embedded_file_leaves_out_is_counted():
    document = embedded("a.rtf", r"{\rtf1 In the page.{\v Unseen}\par}")
    assert left_out(document)["hidden text"] == "Unseen"


@pytest.mark.parametrize("data", [picture_bytes(), b"PK\x03\x04broken"])
def test_an_embedded_file_that_cannot_be_read_is_named(data):
    document = embedded("a.bin", data)
    assert document.text == "Before.\n\nAfter."
    assert document.coverage.remarks == ("A file embedded in the text is not shown: a.bin.",)


def test_an_embedded_file_that_is_missing_is_told():
    document = word(paragraph("Before."), '<w:altChunk r:id="gone"/>')
    assert document.coverage.remarks == ("A file embedded in the text is not shown: a file that is missing.",)


def test_documents_in_embedded_documents_are_named_and_not_read():
    relation = {
        "word/_rels/document.xml.rels": (
            '<Relationships><Relationship Id="c" Type="x/aFChunk" Target="b.docx"/></Relationships>'
        ),
        "word/b.docx": docx(paragraph("Innermost.")),
    }
    inner = docx(paragraph("Inner.") + '<w:altChunk r:id="c"/>', relation)
    document = embedded("a.docx", inner)
    assert document.text == "Before.\n\nInner.\n\nAfter."
    assert document.coverage.remarks == ("A file embedded in the text is not shown: b.docx.",)


@pytest.mark.parametrize(
    "unknown",
    [
        f'<w:smartTag w:element="x">{paragraph("Held.")}</w:smartTag>',
        f"<w:newThing><w:newer>{paragraph('Held.')}</w:newer></w:newThing>",
        run("Held."),
        f'<w:hyperlink w:anchor="x">{run("Held.")}</w:hyperlink>',
        "<w:oMathPara><w:oMath><w:r><w:t>Held.</w:t></w:r></w:oMath></w:oMathPara>",
    ],
)
def test_text_in_an_element_of_no_known_name_is_read(unknown):
    assert word(paragraph("Before."), unknown, paragraph("After.")).text == "Before.\n\nHeld.\n\nAfter."


def test_text_in_an_unknown_part_of_a_line_is_read():
    assert word(paragraph("It ", f"<w:newThing>{run('is')}</w:newThing>", " so.")).text == "It is so."


def test_words_nested_beyond_reason_are_read():
    deep = "<w:smartTag>" * 80 + run("deep") + "</w:smartTag>" * 80
    assert word(paragraph("It is ", deep, ".")).text == "It is deep."


def test_paragraphs_that_a_change_has_deleted_are_counted():
    document = word(paragraph("Stays."), f"<w:del>{paragraph('Goes.')}</w:del>")
    assert document.text == "Stays."
    assert left_out(document)["deleted text"] == "Goes."


def test_notes_that_nothing_refers_to_are_counted():
    document = word(
        paragraph("Text", refers("footnote", 1)),
        more=notes("footnote", note("footnote", 1, "Read."), note("footnote", 2, "Unread.")),
    )
    assert left_out(document) == {"notes that nothing refers to": "Unread."}


def test_words_of_charts_and_diagrams_are_counted():
    held = {
        "word/charts/chart1.xml": "<c><t>Costs</t><v>12</v></c>",
        "word/diagrams/data1.xml": "<d><p><t>Step</t></p></d>",
    }
    document = word(paragraph("Text."), more=held)
    assert left_out(document) == {"words in charts": "Costs · 12", "words in diagrams": "Step"}


def test_hidden_words_of_an_embedded_page_are_counted():
    document = embedded("a.html", "<p>In the page.</p><div hidden>Four words not seen.</div>")
    assert left_out(document) == {"hidden on the page": "Four words not seen."}


def test_pictures_of_embedded_documents_keep_apart_when_they_have_one_name():
    def pictured(height: int) -> dict[str, str | bytes]:
        relation = '<Relationship Id="p" Type="x/image" Target="media/image1.png"/>'
        chunk = '<Relationship Id="c" Type="x/aFChunk" Target="a.docx"/>'
        return {
            "word/_rels/document.xml.rels": f"<Relationships>{relation}{chunk}</Relationships>",
            "word/media/image1.png": picture_bytes(200, height),
        }

    drawing = '<w:drawing><a:blip xmlns:a="a" r:embed="p"/></w:drawing>'
    shown = paragraph(f"<w:r>{drawing}</w:r>")
    inner = docx(paragraph("Text.") + shown, pictured(150))
    document = word(
        paragraph("Text."), shown, '<w:altChunk r:id="c"/>', more={**pictured(100), "word/a.docx": inner}
    )
    found = [block.picture for block in document.blocks if block.picture]
    assert [picture.height for picture in found] == [100, 150]
    assert len({picture.key for picture in found}) == 2


def test_objects_of_other_programs_are_named():
    ole = '<w:object><o:OLEObject xmlns:o="o" ProgID="Excel.Sheet.12"/></w:object>'
    document = word(paragraph("Text ", f"<w:r>{ole}</w:r>", f"<w:r>{ole}</w:r>"))
    assert document.coverage.remarks == ("2 objects of other programs are not shown: Excel.Sheet.12.",)


def test_so_many_embedded_files_are_read_and_the_others_are_named():
    document = embedded("a.txt", "Again.\n", paragraph("Before."), '<w:altChunk r:id="c"/>' * 120)
    assert document.text.count("Again.") == 100
    (told,) = document.coverage.remarks
    assert told.startswith("20 files embedded in the text are not shown: a.txt, ")
    assert not document.coverage.whole


def test_frames_of_an_embedded_archive_of_a_page_are_read():
    framed = "--b\r\nContent-Type: text/html\r\nContent-ID: <f>\r\n\r\n<p>In the frame.</p>\r\n--b--"
    archive = MHT.replace("--b--", framed).replace(
        "In the page.", 'In the page.<iframe src="cid:f"></iframe>'
    )
    document = embedded("a.mht", archive, kind="message/rfc822")
    assert document.text == "Before.\n\nWells\n\nIn the page.\n\nIn the frame.\n\nAfter."


def test_a_list_of_contents_that_was_typed_is_left_out():
    entries = [f"{letter}. PURPOSE OF {letter} <w:tab/>" for letter in "ABCDEF"]
    listed = [
        paragraph(run(entry.removesuffix("<w:tab/>")), "<w:r><w:tab/></w:r>", f"{1 + at // 3}-{at}")
        for at, entry in enumerate(entries)
    ]
    document = word(
        paragraph("Handbook"),
        paragraph("Table of Contents"),
        paragraph("CHAPTER 1 - INTRODUCTION"),
        *listed,
        paragraph("CHAPTER 1 - INTRODUCTION"),
        paragraph("The trustee reads the handbook and acts by it in all cases."),
    )
    assert document.text.count("CHAPTER 1 - INTRODUCTION") == 1
    assert "PURPOSE OF A" not in document.text
    assert "PURPOSE OF A" in left_out(document)["list of contents"]


def test_lines_that_end_with_numbers_and_go_back_are_no_list_of_contents():
    lines = [paragraph(f"Costs of the year {number}") for number in (9, 3, 7, 2, 8, 1)]
    assert "Costs of the year 3" in word(paragraph("Contents"), *lines).text


def test_styles_that_the_file_names_and_does_not_describe_are_those_of_word():
    body = styled("Title", "Wells") + styled("Heading2", "Depths") + styled("IntenseQuote", LONG)
    document = read(docx(body, {"word/styles.xml": "<broken"}), "a.docx")
    assert of_kind(document, BlockKind.TITLE) == ["Wells"]
    assert [title for title, _ in headings(document)] == ["Depths"]
    assert of_kind(document, BlockKind.QUOTE) == [LONG.strip()]


def test_a_note_with_a_sign_of_its_own_is_led_to_by_that_sign():
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    body = paragraph(run("The wells"), reference, run(" are deep."))
    document = read(docx(body, notes("footnote", note("footnote", 2, "So they say."))), "a.docx")
    assert document.text.startswith("The wells* are deep.")
    assert links(document) == [("*", f"#{document.text.index('So they say.')}")]
