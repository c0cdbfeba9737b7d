"""Words of a PDF that nobody sees on its pages, and those that are seen though they look hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from helpers.papers import HEIGHT, TEXT, Paper
from helpers.reading import left_out

REASON = "words that are not seen on the pages"


def invisible(paper: Paper, text: str, left: float, top: float) -> None:
    """Write a line that is not painted."""
    line = paper.canvas.beginText(left, HEIGHT - top)
    line.setFont("Helvetica", 10)
    line.setTextRenderMode(3)
    line.textOut(text)
    paper.canvas.drawText(line)
    seen = paper.canvas.beginText(0, 0)
    seen.setTextRenderMode(0)
    paper.canvas.drawText(seen)


def white(paper: Paper, text: str, left: float, top: float) -> None:
    paper.canvas.setFillGray(1)
    paper.line(text, left, top)
    paper.canvas.setFillGray(0)


@pytest.mark.parametrize("write", [invisible, white])
def test_words_that_nobody_sees_are_left_out_and_told(write):
    paper = Paper()
    paper.lines(TEXT)
    write(paper, "Job 250001 of the printer", 60, 300)
    document = paper.read()
    assert document.text == " ".join(TEXT)
    assert left_out(document)[REASON] == "Job 250001 of the printer"


def test_white_words_inside_a_line_leave_it_whole():
    paper = Paper()
    paper.line("The council met again", 60, 100)
    right = 60 + paper.canvas.stringWidth("The council met again", "Helvetica", 10)
    white(paper, "XX", right, 100)
    paper.line("and heard nine witnesses.", right + 16, 100)
    assert paper.read().text == "The council met again and heard nine witnesses."


def test_white_words_on_a_dark_ground_are_text():
    paper = Paper()
    paper.canvas.rect(50, HEIGHT - 306, 300, 20, stroke=0, fill=1)
    white(paper, "What the council found", 60, 300)
    paper.lines(TEXT)
    document = paper.read()
    assert "What the council found" in document.text
    assert REASON not in left_out(document)


def test_words_that_were_recognised_in_a_scan_are_its_text(tmp_path: Path):
    paper = Paper()
    picture = ImageReader(Image.new("L", (60, 80), 230))
    paper.canvas.drawImage(picture, 0, 0, 420, HEIGHT)
    for number, line in enumerate(TEXT):
        invisible(paper, line, 60, 100 + 12 * number)
    paper.line("Stamped by the archive on the day on which it was scanned and put away for good", 40, 580)
    paper.line("and nobody has looked at it since, as far as anyone of the archive can remember.", 40, 592)
    document = paper.read()
    assert " ".join(TEXT) in document.text
    assert REASON not in left_out(document)


def test_a_page_of_nothing_but_invisible_words_keeps_them():
    paper = Paper()
    for number, line in enumerate(TEXT):
        invisible(paper, line, 60, 100 + 12 * number)
    document = paper.read()
    assert document.text == " ".join(TEXT)
