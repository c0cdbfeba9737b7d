"""PDF pages that are pictures without text: told at their place, named by bookmarks, never lost."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.paging import Paging
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.picture_job import pictures
from helpers.original_pages import HEIGHT, LINES, WIDTH, drawn, lines
from helpers.reading import headings, of_kind, read
from helpers.scans import scan_of, scanned

CHAPTERS = (("Letter of the council", 0, 0), ("Annexes", 2, 0), ("Annex A", 2, 1), ("Annex B", 3, 1))
OCR = (
    "Have the text of scanned pages recognised (OCR), for example by the program that scanned them, and open "
    "the result."
)


def scans_of(document: Document) -> list[str]:
    """Return the labels of the pages that are pictures."""
    return [block.page for block in document.blocks if block.scan]


def place_of_scan(document: Document, at: int = 0) -> int:
    """Return where the scan with this number stands in the text."""
    return [block for block in document.blocks if block.scan][at].start


def test_a_page_that_is_a_picture_stands_at_its_place_between_the_others():
    document = read(scanned(3, text=(0, 2)), "report.pdf")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.FIGURE, BlockKind.PARAGRAPH]
    assert scans_of(document) == ["2"]
    assert [page.label for page in document.pages] == ["1", "2", "3"]
    told = "Page 2 is a picture without text: it can be looked at, not searched or marked."
    assert document.coverage.remarks == (told, OCR)
    assert not document.coverage.whole
    assert not document.wordless


@pytest.mark.parametrize("stamp", ["", "Archive of the council, sheet #"])
def test_pages_that_are_pictures_are_told_in_runs(stamp: str):
    document = read(scanned(9, text=(0, 4), stamp=stamp), "report.pdf")
    assert scans_of(document) == ["2", "3", "4", "6", "7", "8", "9"]
    told = "Pages 2–4 and 6–9 are pictures without text: they can be looked at, not searched or marked."
    assert document.coverage.remarks[0] == told


def test_the_text_and_the_pages_of_a_scan_lead_to_each_other():
    document = read(scanned(4, text=(0, 3)), "report.pdf")
    paging = Paging(document.source_runs)
    scans = [place_of_scan(document, at) for at in (0, 1)]
    assert [paging.page_of(at) for at in scans] == [1, 2]
    assert [paging.first_on(page) for page in (1, 2)] == scans
    last = document.text.index("Part 3")
    assert (paging.page_of(last), paging.first_on(3)) == (3, last)
    assert paging.page_of(document.text.index("farmers")) == 0


def test_the_picture_of_a_scanned_page_is_shown_in_the_text():
    data = scanned(3, text=(0, 2))
    (block,) = (block for block in read(data, "report.pdf").blocks if block.scan)
    assert block.picture is not None
    assert block.picture.height / block.picture.width == pytest.approx(HEIGHT / WIDTH, rel=0.01)
    found = [one for one in pictures(Request({"name": "report.pdf"}, data)) if isinstance(one, Part)]
    assert [one.data["key"] for one in found] == [block.picture.key]


def test_a_file_of_scans_alone_opens_with_its_pages_and_without_words():
    document = read(scanned(3, title="Minutes of 1974"), "minutes.pdf")
    assert document.wordless
    assert (document.text.strip(), document.words, document.scans) == ("", 0, 3)
    assert document.metadata.title == "Minutes of 1974"
    assert [page.label for page in document.pages] == ["1", "2", "3"]
    assert not any(block.picture for block in document.blocks)
    paging = Paging(document.source_runs)
    assert [paging.page_of(place_of_scan(document, at)) for at in range(3)] == [0, 1, 2]


def test_a_file_of_one_scan_is_a_document():
    document = read(scanned(1), "letter.pdf")
    assert document.wordless
    assert (document.text, len(document.blocks)) == ("", 1)


def test_bookmarks_name_the_parts_of_a_file_of_scans():
    document = read(scanned(4, bookmarks=CHAPTERS), "minutes.pdf")
    assert document.wordless
    levels = [1, 1, 2, 2]
    assert headings(document) == [(name, level) for (name, _, _), level in zip(CHAPTERS, levels, strict=True)]
    paging = Paging(document.source_runs)
    starts = [block.start for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [paging.page_of(start) for start in starts] == [0, 2, 2, 3]
    assert [paging.page_of(start + 3) for start in starts] == [0, 2, 2, 3]


def test_a_bookmark_to_the_blank_side_before_a_scan_names_the_scan():
    document = read(scanned(4, blank=(1,), bookmarks=(("Annex", 1, 0),)), "minutes.pdf")
    (heading,) = (block for block in document.blocks if block.kind is BlockKind.HEADING)
    assert Paging(document.source_runs).page_of(heading.start) == 2
    assert scans_of(document) == ["1", "3", "4"]


def test_bookmarks_that_the_text_says_itself_make_no_second_headings():
    def draw(canvas: Canvas) -> None:
        for number in range(5):
            name = "Annex with the letter" if number == 2 else f"Part {number} of it"
            canvas.bookmarkPage(name)
            canvas.addOutlineEntry(name, name)
            if number == 2:
                canvas.drawImage(scan_of("Annex"), 0, 0, WIDTH, HEIGHT)
            else:
                canvas.setFont("Helvetica-Bold", 16)
                canvas.drawString(60, HEIGHT - 70, name)
                lines(canvas)
            canvas.showPage()

    names = ["Part 1 of it", "Annex with the letter", "Part 3 of it", "Part 4 of it"]
    assert headings(read(drawn(draw), "report.pdf")) == [(name, 1) for name in names]


def test_blank_pages_are_no_pictures_and_an_even_ground_is_none():
    def draw(canvas: Canvas) -> None:
        lines(canvas)
        canvas.showPage()
        canvas.showPage()
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
        canvas.showPage()
        canvas.line(60, HEIGHT - 50, WIDTH - 60, HEIGHT - 50)
        canvas.showPage()

    document = read(drawn(draw), "report.pdf")
    assert scans_of(document) == []
    assert document.coverage.whole


def test_letters_that_are_drawn_as_shapes_are_a_picture():
    def draw(canvas: Canvas) -> None:
        lines(canvas)
        canvas.showPage()
        for row in range(40):
            for column in range(60):
                canvas.rect(60 + 5 * column, 60 + 12 * row, 3, 6, stroke=0, fill=1)
        canvas.showPage()

    assert scans_of(read(drawn(draw), "report.pdf")) == ["2"]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_scan_that_is_turned_is_one_too(degrees: int):
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(scanned(2))).pages:
        writer.add_page(page.rotate(degrees))
    assert read(written(writer), "minutes.pdf").scans == 2


def test_page_labels_of_scans_are_those_of_the_file():
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(scanned(4))).pages:
        writer.add_page(page)
    writer.set_page_label(0, 1, "/r")
    writer.set_page_label(2, 3, "/D")
    assert scans_of(read(written(writer), "minutes.pdf")) == ["i", "ii", "1", "2"]


def test_text_that_was_recognised_under_a_scan_is_read():
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(scan_of("Minutes"), 0, 0, WIDTH, HEIGHT)
        words = canvas.beginText(60, 500)
        words.setTextRenderMode(3)
        words.setFont("Helvetica", 10)
        for line in LINES:
            words.textLine(line)
        canvas.drawText(words)
        canvas.showPage()

    document = read(drawn(draw), "report.pdf")
    assert (scans_of(document), document.wordless) == ([], False)
    assert of_kind(document, BlockKind.PARAGRAPH)[0].startswith("The regional council met again")


def test_of_many_scans_the_first_are_kept_as_pictures():
    document = read(scanned(100, text=range(0, 100, 2)), "report.pdf")
    kept = [block.picture is not None for block in document.blocks if block.scan]
    assert kept == [True] * 40 + [False] * 10


def written(writer: PdfWriter) -> bytes:
    """Return the file that `writer` writes."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
