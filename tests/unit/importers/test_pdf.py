"""PDF pages drawn line by line, as programs draw them, and read back as text with its structure."""

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.importers.registry import steps_for
from deskbrief.importers.source import Preview, Source
from helpers.reading import headings, of_kind, read

WIDTH, HEIGHT = 420, 600
TEXT = (
    "The regional council met again and heard nine witnesses",
    "about the state of the wells in the valley, which had been",
    "falling for years without anybody taking much notice of",
    "what the farmers said.",
)


class Paper:
    """A PDF in the making; heights count from the top of the page."""

    def __init__(self, **more: object) -> None:
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), **more)

    def line(self, text: str, left: float, top: float, size: float = 10, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, HEIGHT - top, text)

    def lines(self, lines: tuple[str, ...], left: float = 60, top: float = 100, size: float = 10) -> float:
        for line in lines:
            self.line(line, left, top, size)
            top += 1.2 * size
        return top

    def turn(self) -> None:
        self.canvas.showPage()

    def read(self) -> Document:
        self.canvas.save()
        return read(self._out.getvalue(), "paper.pdf")


def test_lines_become_paragraphs_and_gaps_part_them():
    paper = Paper()
    end = paper.lines(TEXT)
    paper.lines(("A second paragraph follows here.",), top=end + 14)
    assert of_kind(paper.read(), BlockKind.PARAGRAPH) == [" ".join(TEXT), "A second paragraph follows here."]


def test_columns_are_read_one_after_the_other():
    paper = Paper()
    for number in range(4):
        paper.line(f"left line number {number} goes", 40, 100 + 12 * number)
    for number in range(4):
        paper.line(f"right line number {number} too", 230, 100 + 12 * number)
    text = paper.read().text
    assert text.index("left line number 3") < text.index("right line number 0")


def test_columns_painted_across_line_by_line_are_parted():
    paper = Paper()
    for number in range(8):
        paper.line(f"left line number {number} goes on so", 30, 100 + 12 * number)
        paper.line(f"right line number {number} goes too", 230, 100 + 12 * number)
    document = paper.read()
    assert of_kind(document, BlockKind.TABLE) == []
    assert document.text.index("left line number 7") < document.text.index("right line number 0")


def test_links_lead_to_web_addresses_and_nowhere_else():
    paper = Paper()
    paper.lines(("See the report and the tool.", *TEXT))
    for target, left in (("https://example.org/r", 60), ("javascript:alert(1)", 140)):
        paper.canvas.linkURL(target, (left, HEIGHT - 104, left + 70, HEIGHT - 90), relative=0)
    document = paper.read()
    links = [inline for inline in document.inlines if inline.kind is InlineKind.LINK]
    assert [link.target for link in links] == ["https://example.org/r"]
    assert document.text[links[0].start : links[0].end].startswith("See the report")


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_turned_is_read_all_the_same(degrees):
    paper = Paper()
    paper.canvas.translate(WIDTH / 2, HEIGHT / 2)
    paper.canvas.rotate(degrees)
    paper.lines(TEXT, left=-140, top=HEIGHT - 100)
    assert paper.read().text == " ".join(TEXT)


def test_a_stamp_up_the_margin_is_left_out():
    paper = Paper()
    paper.lines(TEXT)
    paper.canvas.rotate(90)
    paper.canvas.drawString(100, -20, "Archive stamp of 2024")
    document = paper.read()
    assert document.text == " ".join(TEXT)
    (part,) = document.coverage.left_out
    assert (part.reason, part.chars) == ("text that runs in another direction", 18)


def test_columns_painted_in_the_wrong_order_are_put_right():
    paper = Paper()
    paper.lines(TEXT, top=300)
    paper.lines(("First, there was this paragraph of", "two lines at the top of the page."), top=100)
    text = paper.read().text
    assert text.index("First, there was") < text.index("The regional council")


def test_running_heads_and_page_numbers_are_left_out_and_counted():
    paper = Paper()
    for number in range(1, 4):
        paper.line("Annual Report of the Council", 60, 30, 8)
        paper.lines(TEXT)
        paper.line(f"Page {number}", 200, 580, 8)
        paper.turn()
    document = paper.read()
    assert "Annual Report" not in document.text
    assert "Page 2" not in document.text
    (part,) = document.coverage.left_out
    assert part.reason == "running heads and page numbers"
    assert "Annual Report of the Council" in part.text


def test_printed_page_numbers_are_the_labels_of_the_pages():
    paper = Paper()
    for number in range(17, 21):
        paper.lines((f"Part {number} begins here and goes on.", *TEXT))
        paper.line(str(number), 200, 580, 8)
        paper.turn()
    document = paper.read()
    assert [page.label for page in document.pages] == ["17", "18", "19", "20"]
    assert document.block_at(document.text.index("Part 19")).page == "19"


def test_a_sentence_goes_on_over_the_end_of_a_page():
    paper = Paper()
    paper.lines(TEXT[:2], top=500)
    paper.turn()
    paper.lines(TEXT[2:], top=60)
    document = paper.read()
    assert of_kind(document, BlockKind.PARAGRAPH) == [" ".join(TEXT)]
    (_, second) = document.pages
    assert document.text[second.offset :].startswith("falling for years")


def test_hyphens_at_the_ends_of_lines_are_undone_but_not_those_of_words():
    paper = Paper()
    paper.lines(
        (
            "The govern-",
            "ment met long-",
            "term planners and self-",
            "governed towns; its gov-",
            "ernment plans are a long-term matter.",
        )
    )
    assert paper.read().text == (
        "The government met long-term planners and self-governed towns; "
        "its government plans are a long-term matter."
    )


def test_headings_are_told_by_their_size_and_ranked():
    paper = Paper()
    paper.line("The Wells of the Valley", 60, 60, 22, "Helvetica-Bold")
    paper.line("What happened", 60, 100, 16, "Helvetica-Bold")
    end = paper.lines(TEXT, top=130)
    paper.line("In the north", 60, end + 16, 12, "Helvetica-Bold")
    end = paper.lines(TEXT, top=end + 36)
    paper.line("What follows", 60, end + 24, 16, "Helvetica-Bold")
    paper.lines(TEXT, top=end + 50)
    document = paper.read()
    assert document.metadata.title == "The Wells of the Valley"
    assert headings(document) == [("What happened", 1), ("In the north", 2), ("What follows", 1)]


def test_bookmarks_decide_where_there_are_some():
    paper = Paper()
    top = 60.0
    for number, (name, level) in enumerate((("One", 0), ("Two", 1), ("Three", 0))):
        paper.canvas.bookmarkHorizontal(f"b{number}", 60, HEIGHT - top)
        paper.canvas.addOutlineEntry(f"Chapter {name}", f"b{number}", level)
        paper.line(f"Chapter {name}", 60, top, 14)
        paper.line("Not a chapter at all", 60, top + 20, 16)
        top = paper.lines(TEXT, top=top + 40) + 30
    assert headings(paper.read()) == [("Chapter One", 1), ("Chapter Two", 2), ("Chapter Three", 1)]


def test_a_heading_in_the_margin_stands_before_the_text_beside_it():
    paper = Paper()
    paper.lines(TEXT, left=140, top=100)
    paper.lines(TEXT, left=140, top=170)
    paper.lines(TEXT, left=140, top=240)
    paper.line("In Brief", 30, 172, 13)
    document = paper.read()
    blocks = [document.quote(block.span)[:12] for block in document.blocks]
    assert blocks == ["The regional", "In Brief", "The regional", "The regional"]


def test_footnotes_stand_apart_and_their_references_lead_to_them():
    paper = Paper()
    end = paper.lines(TEXT[:3])
    paper.line("what the farmers said.", 60, end)
    paper.line("1", 162, end - 4, 6)
    paper.line("1", 60, 540, 5)
    paper.line("See the annual report of the council.", 64, 542, 7)
    document = paper.read()
    (note,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    assert (note.marker, document.quote(note.span)) == ("1", "See the annual report of the council.")
    (link,) = (inline for inline in document.inlines if inline.kind is InlineKind.LINK)
    assert link.target == f"#{note.start}"
    assert document.text[link.start : link.end] == "1"
    assert "farmers said." in of_kind(document, BlockKind.PARAGRAPH)[0]


def test_lists_have_markers_and_whole_items():
    paper = Paper()
    paper.lines(TEXT)
    for number, item in enumerate(("The first thing that is", "The second thing that is")):
        paper.line("•", 60, 170 + 26 * number)
        paper.line(item, 72, 170 + 26 * number)
        paper.line("said over two lines.", 72, 182 + 26 * number)
    document = paper.read()
    assert of_kind(document, BlockKind.LIST_ITEM) == [
        "The first thing that is said over two lines.",
        "The second thing that is said over two lines.",
    ]


def test_a_table_has_rows_and_cells():
    paper = Paper()
    paper.lines(TEXT)
    for row, cells in enumerate((("Region", "2024", "2025"), ("North", "41", "30"), ("South", "28", "29"))):
        for column, cell in enumerate(cells):
            font = "Helvetica" if row else "Helvetica-Bold"
            paper.line(cell, 60 + 90 * column, 180 + 16 * row, 10, font)
    document = paper.read()
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert [[document.quote(cell.span) for cell in row.cells] for row in table.rows] == [
        ["Region", "2024", "2025"],
        ["North", "41", "30"],
        ["South", "28", "29"],
    ]
    assert [cell.header for cell in table.rows[0].cells] == [True] * 3


def test_a_list_of_contents_is_left_out():
    paper = Paper()
    paper.line("Contents", 60, 60, 16)
    for number in range(6):
        paper.line(f"Chapter number {number}", 60, 100 + 16 * number)
        paper.line(str(3 + 4 * number), 340, 100 + 16 * number)
    paper.turn()
    paper.lines(TEXT)
    document = paper.read()
    assert document.text == " ".join(TEXT)
    assert [part.reason for part in document.coverage.left_out] == ["list of contents"]


def test_code_keeps_its_lines():
    paper = Paper()
    end = paper.lines(TEXT)
    for number, line in enumerate(("def wells():", "    return 3")):
        paper.line(line, 60, end + 20 + 12 * number, 10, "Courier")
    assert of_kind(paper.read(), BlockKind.CODE) == ["def wells():\n    return 3"]


def test_pages_that_are_pictures_are_told():
    from PIL import Image

    picture = ImageReader(Image.new("L", (30, 40), 200))
    paper = Paper()
    paper.lines(TEXT)
    paper.turn()
    paper.canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
    document = paper.read()
    assert not document.coverage.whole
    assert document.coverage.remarks == ("Page 2 is a picture without text, so nothing of it can be shown.",)

    alone = Paper()
    alone.canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
    with pytest.raises(SourceError) as refused:
        alone.read()
    assert "pictures of its pages" in refused.value.what


def test_a_locked_file_is_refused_with_what_to_do():
    paper = Paper(encrypt=StandardEncryption("secret"))
    paper.lines(TEXT)
    with pytest.raises(SourceError) as refused:
        paper.read()
    assert "locked with a password" in refused.value.what


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"\x00\x80\xff" * 300, b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_a_damaged_file_is_refused(data):
    with pytest.raises(SourceError) as refused:
        read(data, "broken.pdf")
    assert refused.value.next_step.endswith(".")


def test_the_first_pages_of_a_long_file_come_first():
    paper = Paper()
    for number in range(12):
        paper.lines((f"Page number {number} begins here.", *TEXT, *TEXT))
        paper.turn()
    paper.canvas.save()
    steps = list(steps_for(Source("long.pdf", "", paper._out.getvalue())))
    previews = [step.document for step in steps if isinstance(step, Preview)]
    (whole,) = (step for step in steps if isinstance(step, Document))
    (preview,) = previews
    assert "Page number 2" in preview.text
    assert "Page number 3" not in preview.text
    assert "Page number 11" in whole.text


def test_every_line_of_a_page_is_kept_once():
    paper = Paper()
    words = [f"word{number}" for number in range(60)]
    for number, word in enumerate(words):
        paper.line(word, 30 + (number * 53) % 330, 40 + (number * 37) % 520, 7 + number % 5)
    document = paper.read()
    kept = " ".join([document.text, *(part.text for part in document.coverage.left_out)])
    assert [kept.split().count(word) for word in words] == [1] * len(words)


def test_footnotes_are_no_running_feet_however_alike_they_are():
    things = ("wells", "farms", "towns", "roads", "banks", "taxes")
    paper = Paper()
    for number, thing in enumerate(things, start=1):
        paper.lines((*TEXT, f"This was said about {thing}."), top=100)
        for mark, top, words in ((1, 528, "Ibid."), (2, 540, f"A note about {thing} that goes on in")):
            paper.line(str(mark), 60, top - 2, 4)
            paper.line(words, 64, top, 7)
        paper.line(f"a second line on the {thing} of the valley.", 60, 549, 7)
        paper.line(f"Page {number}", 200, 585, 7, "Helvetica-Bold")
        paper.turn()
    document = paper.read()
    notes = [
        ("Ibid.", f"A note about {thing} that goes on in a second line on the {thing} of the valley.")
        for thing in things
    ]
    assert of_kind(document, BlockKind.FOOTNOTE) == [note for pair in notes for note in pair]
    assert "Page 3" not in document.text
