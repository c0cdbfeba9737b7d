"""Pictures on the pages of a PDF: which are figures, and where in the text they stand."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.picture_job import pictures
from helpers.pictures import picture
from helpers.reading import read

WIDTH, HEIGHT = 400, 600
ABOVE, BELOW = "What stands above the picture on its page.", "Figure 1. What stands below the picture."


class Paper:
    """A PDF with pictures; heights count from the top of the page."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT))

    def line(self, text: str, top: float, left: float = 40) -> None:
        self.canvas.setFont("Helvetica", 10)
        self.canvas.drawString(left, HEIGHT - top, text)

    def picture(self, left: float, top: float, width: float, height: float) -> None:
        image = ImageReader(io.BytesIO(picture()))
        self.canvas.drawImage(image, left, HEIGHT - top - height, width, height)

    def turn(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self._out.getvalue()


def figures(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.FIGURE]


def neighbours(document: Document) -> tuple[str, str]:
    (at,) = (document.blocks.index(block) for block in figures(document))
    return document.quote(document.blocks[at - 1].span), document.quote(document.blocks[at + 1].span)


def illustrated() -> Paper:
    paper = Paper()
    paper.picture(80, 120, 240, 144)
    paper.line(ABOVE, 100)
    paper.line(BELOW, 290)
    paper.line("Then the text goes on for a while.", 340)
    return paper


def test_a_picture_stands_between_what_is_above_and_below_it():
    data = illustrated().data()
    document = read(data, "a.pdf")
    assert neighbours(document) == (ABOVE, BELOW)
    shown = figures(document)[0].picture
    assert shown is not None
    assert (shown.width, shown.height) == (320, 192)


def test_the_picture_is_drawn_as_it_is_on_the_page():
    data = illustrated().data()
    (part,) = (step for step in pictures(Request({"name": "a.pdf"}, data)) if isinstance(step, Part))
    with Image.open(io.BytesIO(part.blob)) as image:
        assert image.size == (480, 288)
        assert image.getpixel((100, 144))[:3] == (255, 0, 0)
        assert image.getpixel((380, 144))[:3] == (0, 0, 255)


def test_a_picture_at_the_end_of_a_page_comes_before_the_next_page():
    paper = Paper()
    paper.line("The text of the first page is short.", 100)
    paper.picture(80, 300, 240, 144)
    paper.turn()
    paper.line("The second page has some text as well.", 100)
    first, second = neighbours(read(paper.data(), "a.pdf"))
    assert first.startswith("The text of the first")
    assert second.startswith("The second page")


def test_a_picture_in_one_column_stays_in_its_column():
    paper = Paper()
    for number in (*range(5), *range(14, 20)):
        paper.line(f"left line number {number} of the text", 100 + 12 * number)
    for number in range(20):
        paper.line(f"right line number {number} of the text", 100 + 12 * number, 220)
    paper.picture(40, 156, 120, 100)
    document = read(paper.data(), "a.pdf")
    before, after = neighbours(document)
    assert before.endswith("left line number 4 of the text")
    assert after.startswith("left line number 14")


def test_strips_of_a_picture_are_one_figure():
    paper = Paper()
    paper.line(ABOVE, 100)
    for number in range(6):
        paper.picture(80, 120 + 20 * number, 240, 20)
    paper.line(BELOW, 290)
    (figure,) = figures(read(paper.data(), "a.pdf"))
    assert figure.picture is not None
    assert (figure.picture.width, figure.picture.height) == (320, 160)


@pytest.mark.parametrize(
    "place",
    [
        (0, 0, WIDTH, HEIGHT),  # the ground of the page
        (30, 88, 340, 16),  # the ground of a line
        (80, 120, 20, 20),  # a sign
    ],
)
def test_what_is_no_figure(place):
    paper = Paper()
    paper.picture(*place)
    paper.line(ABOVE, 100)
    paper.line(BELOW, 290)
    assert figures(read(paper.data(), "a.pdf")) == []


def test_a_sign_on_every_page_is_no_figure():
    paper = Paper()
    for number in range(4):
        paper.picture(280, 20, 90, 40)
        paper.line(f"The text of page number {number} is here.", 100)
        paper.turn()
    assert figures(read(paper.data(), "a.pdf")) == []


def test_the_ground_of_a_text_is_no_figure():
    paper = Paper()
    paper.picture(30, 80, 340, 120)
    for number in range(6):
        paper.line(f"Line number {number} of a box with a ground.", 100 + 14 * number)
    assert figures(read(paper.data(), "a.pdf")) == []
