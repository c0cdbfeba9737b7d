"""PDFs that name their own headings, lists and tables: believed where the names hold together."""

from __future__ import annotations

from deskbrief.document.model import Block, BlockKind, Document
from helpers.reading import headings, left_out, of_kind, read, shape
from helpers.tagged_pdf import Element, TaggedPaper

SENTENCE = "The council heard nine witnesses on the wells in the valley."


def named(document: Document) -> bool:
    return any("the file itself names" in remark for remark in document.coverage.remarks)


def paragraphs(paper: TaggedPaper, count: int, top: float) -> float:
    for _ in range(count):
        paper.text(paper.element("P"), SENTENCE, top)
        top += 24
    return top


def report() -> TaggedPaper:
    """Return a file whose headings look like its text."""
    paper = TaggedPaper()
    paper.text(paper.element("H1"), "The wells", 60)
    end = paragraphs(paper, 2, 84)
    paper.text(paper.element("H2"), "The towns", end)
    paragraphs(paper, 2, end + 24)
    return paper


def test_headings_are_those_that_the_file_names():
    document = read(report().data(), "report.pdf")
    assert headings(document) == [("The wells", 1), ("The towns", 2)]
    assert named(document)


def test_tags_of_a_file_that_is_not_tagged_are_passed_over():
    paper = report()
    paper._tagged = False
    document = read(paper.data(), "report.pdf")
    assert not named(document)
    assert SENTENCE in document.text


def test_lists_have_their_depth_and_their_markers():
    paper = report()
    outer = paper.element("L")
    for number, (mark, words) in enumerate((("1.", "First the wells"), ("2.", "Then the towns"))):
        item = paper.element("LI", outer)
        paper.text(paper.element("Lbl", item), mark, 250 + 40 * number)
        body = paper.element("LBody", item)
        paper.text(body, words, 250 + 40 * number, left=80)
        inner = paper.element("LI", paper.element("L", body))
        paper.text(paper.element("LBody", inner), "with their names", 270 + 40 * number, left=100)
    document = read(paper.data(), "report.pdf")
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(document.quote(item.span), item.marker, item.depth) for item in items] == [
        ("First the wells", "1.", 0),
        ("with their names", "", 1),
        ("Then the towns", "2.", 0),
        ("with their names", "", 1),
    ]


def row(paper: TaggedPaper, table: Element, role: str, texts: tuple[str, ...], top: float) -> None:
    line = paper.element("TR", table)
    for column, text in enumerate(texts):
        cell = paper.element(role, line)
        for at, part in enumerate(text.split("|")) if text else ():
            paper.text(cell, part, top + 12 * at, left=60 + 90 * column)


def table_of(document: Document) -> Block:
    (block,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return block


def test_tables_keep_their_cells_whatever_they_look_like():
    paper = report()
    table = paper.element("Table")
    row(paper, table, "TH", ("Town", "Wells", "Remarks"), 250)
    row(paper, table, "TD", ("Upper|Newtown", "12", ""), 270)
    row(paper, table, "TD", ("Marsh", "", "dry since|the spring"), 300)
    document = read(paper.data(), "report.pdf")
    block = table_of(document)
    assert [[document.quote(cell.span) for cell in row.cells] for row in block.rows] == [
        ["Town", "Wells", "Remarks"],
        ["Upper Newtown", "12", ""],
        ["Marsh", "", "dry since the spring"],
    ]
    assert [cell.header for cell in block.rows[0].cells] == [True] * 3
    assert not block.rows[1].cells[0].header


def test_a_box_around_text_is_no_table():
    paper = report()
    boxed = ("Recommendation: The council should sink wells.", "The towns agreed.")
    for at, through in enumerate((("Table", "TR", "TD"), ("Table", "TD"))):
        parent = None
        for role in through:
            parent = paper.element(role, parent) if parent else paper.element(role)
        for line, words in enumerate(boxed):
            paper.text(paper.element("P", parent), words, 250 + 80 * at + 24 * line)
    document = read(paper.data(), "report.pdf")
    assert of_kind(document, BlockKind.TABLE) == []
    assert of_kind(document, BlockKind.PARAGRAPH)[-4:] == [*boxed, *boxed]


def test_paragraphs_and_tables_go_on_on_the_next_page():
    paper = report()
    cut = paper.element("P")
    paper.text(cut, "The talks went on for three days before the", 300)
    table = paper.element("Table")
    row(paper, table, "TD", ("Marsh", "3"), 330)
    paper.turn()
    paper.text(cut, "Council could agree on anything at all.", 60)
    row(paper, table, "TD", ("Newtown", "9"), 90)
    document = read(paper.data(), "report.pdf")
    whole = "The talks went on for three days before the Council could agree on anything at all."
    assert whole in of_kind(document, BlockKind.PARAGRAPH)
    assert len(table_of(document).rows) == 2


def test_different_paragraphs_with_the_same_numbers_stay_two():
    paper = report()
    paper.text(paper.element("P"), "The first page ends with this.", 300)
    paper.turn()
    for words in ("The second page begins.", "It goes on.", "It ends."):
        paper.text(paper.element("P"), words, 60 + 24 * len(words))
    assert "The second page begins." in of_kind(read(paper.data(), "report.pdf"), BlockKind.PARAGRAPH)


def test_what_a_figure_shows_is_told_in_its_words():
    paper = report()
    figure = paper.element("Figure", more="/Alt(Wells by year, rising to nine)")
    paper.drawing(figure, 80, 250, 200, 100)
    paper.text(figure, "1990", 340, left=90)
    paper.text(paper.element("P"), SENTENCE, 380)
    document = read(paper.data(), "report.pdf")
    (block,) = (block for block in document.blocks if block.kind is BlockKind.FIGURE)
    assert block.alt == "Wells by year, rising to nine"
    assert left_out(document)["words inside figures"] == "1990"
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


def test_figures_keep_their_words_where_the_tags_are_not_believed():
    paper = TaggedPaper()
    paragraphs(paper, 3, 60)
    figure = paper.element("Figure", more="/Alt(A map of the valley)")
    paper.drawing(figure, 80, 250, 200, 100)
    document = read(paper.data(), "report.pdf")
    assert not named(document)
    assert [block.alt for block in document.blocks if block.kind is BlockKind.FIGURE] == [
        "A map of the valley"
    ]


def test_notes_are_joined_to_their_references():
    paper = report()
    text = paper.element("P")
    paper.text(text, "The wells fell", 250)
    paper.text(paper.element("Reference", text), "7", 247, left=128, size=6)
    paper.text(text, "for years.", 250, left=135)
    note = paper.element("Note")
    paper.text(note, "7", 547, size=5)
    paper.text(note, "As the farmers said.", 550, left=64, size=8)
    document = read(paper.data(), "report.pdf")
    (block,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    assert (document.quote(block.span), block.marker) == ("As the farmers said.", "7")
    assert any(inline.target == f"#{block.start}" for inline in document.inlines)


def test_what_belongs_to_nothing_is_left_out_and_counted():
    paper = report()
    paper.text(None, "Page 1 of the draft", 580)
    document = read(paper.data(), "report.pdf")
    assert "draft" not in document.text
    assert left_out(document)["running heads and page numbers"] == "Page 1 of the draft"


def test_tags_that_leave_text_out_are_not_believed():
    paper = report()
    for number in range(9):
        paper.text(None, SENTENCE, 250 + 24 * number)
    document = read(paper.data(), "report.pdf")
    assert not named(document)
    assert document.text.count(SENTENCE) == 13


def test_tags_without_headings_are_not_believed():
    paper = TaggedPaper()
    paper.text(paper.element("P"), "The wells", 60, size=16, font="B")
    paragraphs(paper, 4, 90)
    document = read(paper.data(), "report.pdf")
    assert not named(document)


def test_tags_in_the_wrong_order_are_not_believed():
    paper = report()
    for top in (500, 480, 460, 440, 420):
        paper.text(paper.element("P"), SENTENCE, top)
    assert not named(read(paper.data(), "report.pdf"))


def test_lists_of_contents_are_left_out():
    paper = TaggedPaper()
    paper.text(paper.element("H1"), "Contents", 60)
    contents = paper.element("TOC")
    for number, words in enumerate(("The wells 1", "The towns 2")):
        paper.text(paper.element("TOCI", contents), words, 84 + 14 * number)
    paper.text(paper.element("H1"), "The wells", 130)
    paragraphs(paper, 3, 154)
    document = read(paper.data(), "report.pdf")
    assert headings(document) == [("The wells", 1)]
    assert left_out(document)["list of contents"] == "Contents · The wells 1 · The towns 2"


def test_elements_that_nobody_knows_are_paragraphs():
    paper = report()
    paper.text(paper.element("Aside"), "An aside of the clerk.", 250)
    assert ("paragraph", "An aside of the clerk.") in shape(read(paper.data(), "report.pdf"))


def test_a_note_inside_a_heading_is_a_note():
    paper = report()
    head = paper.element("H2")
    paper.text(head, "The valleys*", 300)
    paragraphs(paper, 2, 324)
    paper.text(paper.element("P", paper.element("Note", head)), "* All of them were looked at.", 420)
    document = read(paper.data(), "report.pdf")
    assert ("The valleys*", 2) in headings(document)
    assert [text.lstrip("* ") for text in of_kind(document, BlockKind.FOOTNOTE)] == [
        "All of them were looked at."
    ]
