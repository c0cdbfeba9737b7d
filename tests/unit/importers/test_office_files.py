"""Word and OpenDocument files: what is joined, what is left out, what is refused."""

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document
from helpers.formats import docx, odt, open_content, zipped
from helpers.reading import left_out, links, of_kind, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTE = '<w:footnote w:id="7"><w:p><w:r><w:t>See page 3.</w:t></w:r></w:p></w:footnote>'
NOTES = f"<w:footnotes {W}>{NOTE}</w:footnotes>"
LINKS = (
    '<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="https://example.org/a"/>'
    '<Relationship Id="r2" Type="x/hyperlink" Target="javascript:alert(1)"/></Relationships>'
)
LISTS = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def word(*paragraphs: str, **more: str) -> Document:
    parts = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in more.items()}
    return read(docx("".join(paragraphs), parts), "a.docx")


def test_a_footnote_is_joined_to_its_reference():
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    document = word(paragraph(run("The wells are low"), reference, run(".")), word__footnotes_xml=NOTES)
    (note,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    assert (note.marker, document.quote(note.span)) == ("1", "See page 3.")
    assert links(document) == [("1", f"#{note.start}")]
    assert document.text.startswith("The wells are low1.")


def test_tracked_changes_are_read_as_accepted_and_told():
    document = word(
        paragraph(
            run("The council "),
            f"<w:del>{run('never ').replace('w:t', 'w:delText')}</w:del>",
            f"<w:ins>{run('always ')}</w:ins>",
            run("met."),
        )
    )
    assert document.text == "The council always met."
    assert left_out(document)["deleted text"].strip() == "never"
    assert any("tracked changes" in remark for remark in document.coverage.remarks)


def test_hidden_text_comments_and_headers_stay_out_and_are_counted():
    comments = f"<w:comments {W}>{paragraph(run('Is this so?'))}</w:comments>"
    head = f"<w:hdr {W}>{paragraph(run('Draft 3'))}</w:hdr>"
    document = word(
        paragraph(run("Shown."), run("Not shown.", "<w:vanish/>")),
        word__comments_xml=comments,
        word__header1_xml=head,
    )
    assert document.text == "Shown."
    assert left_out(document) == {
        "hidden text": "Not shown.",
        "comments": "Is this so?",
        "headers and footers": "Draft 3",
    }


def test_links_of_both_kinds_lead_to_web_addresses_alone():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("two")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(
        docx(
            paragraph(
                f'<w:hyperlink r:id="r1">{run("one")}</w:hyperlink>',
                run(" "),
                f'<w:hyperlink r:id="r2">{run("bad")}</w:hyperlink>',
                run(" "),
                field,
            ),
            {"word/_rels/document.xml.rels": LINKS},
        ),
        "a.docx",
    )
    assert document.text == "one bad two"
    assert links(document) == [("one", "https://example.org/a"), ("two", "https://example.org/b")]


def test_numbers_of_lists_are_counted_level_by_level():
    def item(text: str, level: int) -> str:
        return paragraph(
            run(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        )

    document = word(
        item("a", 0), item("b", 1), item("c", 1), item("d", 0), item("e", 1), word__numbering_xml=LISTS
    )
    assert [(block.marker, block.depth) for block in document.blocks] == [
        ("1.", 0),
        ("1.i", 1),
        ("1.ii", 1),
        ("2.", 0),
        ("2.i", 1),
    ]


def test_bold_lines_with_numbers_are_headings_in_a_file_without_styles():
    text = "The council met again and heard what the witnesses had to say about the wells. " * 2
    bold = "<w:b/>"
    document = word(
        paragraph(run("1. Background", bold)),
        paragraph(run(text)),
        paragraph(run("1.1 The north", bold)),
        paragraph(run(text)),
        paragraph(run("2. Outlook", bold)),
        paragraph(run(text), run(" with bold words", bold)),
        paragraph(run(text)),
    )
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [(document.quote(block.span), block.level) for block in headings] == [
        ("1. Background", 1),
        ("1.1 The north", 2),
        ("2. Outlook", 1),
    ]


def test_merged_cells_become_spans():
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"

    rows = (
        cell("Region", '<w:vMerge w:val="restart"/>') + cell("Taken", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("2024") + cell("2025"),
        cell("North") + cell("41") + cell("30"),
    )
    document = word("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    (table,) = document.blocks
    spans = [
        [(document.quote(cell.span), cell.col_span, cell.row_span) for cell in row.cells]
        for row in table.rows
    ]
    assert spans == [
        [("Region", 1, 2), ("Taken", 2, 1)],
        [("2024", 1, 1), ("2025", 1, 1)],
        [("North", 1, 1), ("41", 1, 1), ("30", 1, 1)],
    ]


def test_a_table_of_one_cell_is_a_box_around_text():
    document = word(f"<w:tbl><w:tr><w:tc>{paragraph(run('Only words.'))}</w:tc></w:tr></w:tbl>")
    assert [(block.kind, document.quote(block.span)) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "Only words.")
    ]


def test_what_stands_before_damage_is_read_and_the_rest_is_told():
    body = paragraph(run("Before.")) + "<w:p><w:r><w:t>Broken</w:r></w:p>" + paragraph(run("After."))
    document = read(docx(body), "a.docx")
    assert document.text.startswith("Before.")
    assert any("damaged" in remark for remark in document.coverage.remarks)


def test_entities_are_not_followed():
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<w:document {W}><w:body>{paragraph(run('Words &b;&f; stay.'))}</w:body></w:document>"
    )
    document = read(zipped({"word/document.xml": bomb}), "a.docx")
    assert document.text in ("Words stay.", "Words  stay.", "Words")


def test_a_part_that_unpacks_to_far_too_much_is_refused():
    with pytest.raises(SourceError) as refused:
        read(zipped({"word/document.xml": b" " * 20_000_000}), "a.docx")
    assert "far more" in refused.value.what


def test_lists_of_an_opendocument_text_are_nested_and_go_on():
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('b', '')}</text:list>"
    document = read(odt(f"<text:list>{item.format('a', inner)}{item.format('c', '')}</text:list>"), "a.odt")
    assert [(document.quote(block.span), block.depth) for block in document.blocks] == [
        ("a", 0),
        ("b", 1),
        ("c", 0),
    ]


def test_notes_of_an_opendocument_text_are_joined():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See page 3.</text:p>"
        "</text:note-body></text:note>"
    )
    document = read(odt(f"<text:p>The wells{note} are low.</text:p>"), "a.odt")
    assert of_kind(document, BlockKind.PARAGRAPH) == ["The wells1 are low."]
    (footnote,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    assert links(document) == [("1", f"#{footnote.start}")]


def test_absurd_repetitions_are_cut():
    document = read(odt('<text:p>a<text:s text:c="2000000000"/>b</text:p>'), "a.odt")
    assert document.text == "a b"


def test_files_inside_a_word_file_are_read_in_their_places():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="c1" Type="x/aFChunk" Target="part.htm"/>'
        '<Relationship Id="c2" Type="x/aFChunk" Target="part.rtf"/></Relationships>'
    )
    chunks = (f'<w:altChunk xmlns:r="r" r:id="{name}"/>' for name in ("c1", "c2"))
    parts = {
        "word/_rels/document.xml.rels": relations,
        "word/part.htm": "<p>Words of the page inside.</p>",
        "word/part.rtf": "{\\rtf1 More words.}",
    }
    document = read(docx(paragraph(run("The wells are low.")) + "".join(chunks), parts), "a.docx")
    assert document.text == "The wells are low.\n\nWords of the page inside.\n\nMore words."
    assert left_out(document) == {}
    assert document.coverage.whole


def test_paragraphs_in_an_unknown_element_are_read():
    inner = paragraph(run("The wells are low."))
    document = word(f"<w:unheardOf>{inner}</w:unheardOf>")
    assert of_kind(document, BlockKind.PARAGRAPH) == ["The wells are low."]


def test_the_day_that_a_text_names_counts_more_than_that_of_the_file():
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d">'
        "<dcterms:created>2026-11-27T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    lines = (paragraph(run(words)) for words in ("Report on wells", "5 March 2024", "The wells are low."))
    document = word(*lines, docProps__core_xml=core)
    published = document.metadata.published
    assert (published.edtf, published.source) == ("2024-03-05", "beginning of the text")
    plain = word(
        paragraph(run("The wells were low on 5 March 2024, and nobody knew.")), docProps__core_xml=core
    )
    assert plain.metadata.published.edtf == "2026-11-27"


def test_heads_and_feet_of_open_document_files_are_counted():
    head = "<style:header><text:p>Confidential head</text:p></style:header>"
    master = f"<style:master-page>{head}</style:master-page>"
    names = 'xmlns:office="o" xmlns:style="s" xmlns:text="t"'
    styles = f"<office:styles {names}><office:master-styles>{master}</office:master-styles></office:styles>"
    file = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": open_content("<text:p>The wells are low.</text:p>"),
            "styles.xml": styles,
        }
    )
    assert left_out(read(file, "a.odt")) == {"headers and footers": "Confidential head"}
