"""Letters of a PDF page become segments, many at once where that makes no difference, else one by one."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from deskbrief.importers import pdf_page_text
from deskbrief.importers.pdf_letters import Letters
from deskbrief.importers.pdf_links import links_on
from deskbrief.importers.pdf_page_text import Around, PageText, page_text

WIDTH, HEIGHT = 400, 300


def page_with_everything() -> bytes:
    """Return a PDF with faces in one line, raised and small figures, a link, wide gaps and turned text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    for height, size in ((260, 11), (240, 9)):
        line = canvas.beginText(30, height)
        line.setFont("Helvetica", size)
        line.textOut("A sentence of 12 words “in quotes” with ")
        line.setFont("Helvetica-Bold", size)
        line.textOut("bold words ")
        line.setFont("Helvetica", size)
        line.textOut("and a mark")
        line.setRise(4)
        line.setFont("Helvetica", size - 4)
        line.textOut("17")
        line.setRise(0)
        line.setFont("Helvetica", size)
        line.textOut(" and CO")
        line.setFont("Helvetica", size - 4)
        line.setRise(-2)
        line.textOut("2")
        canvas.drawText(line)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(30, 200, "See the report at example.org for more.")
    canvas.linkURL("https://example.org/", (110, 195, 170, 212))
    for row in range(3):
        for column in range(4):
            canvas.drawString(30 + 90 * column, 170 - 14 * row, f"{row * 4 + column},{column}00")
    canvas.drawString(30, 110, "A line that ends with a hy-")
    canvas.drawString(30, 98, "phen goes on here.")
    canvas.rotate(90)
    canvas.drawString(30, -390, "Beside the page 3")
    canvas.save()
    return out.getvalue()


def text_of(data: bytes, *, links: bool = True) -> PageText:
    file = pypdfium2.PdfDocument(data)
    page = file[0]
    text_page = page.get_textpage()
    try:
        painted = Letters().painted(text_page.raw, 0)
        found = list(links_on(file.raw, page.raw)) if links else []
        return page_text(painted, text_page.raw, 0, page.get_size(), Around(found))
    finally:
        text_page.close()
        page.close()
        file.close()


@pytest.mark.parametrize("links", [True, False])
def test_letters_taken_at_once_make_what_they_make_one_by_one(monkeypatch, links):
    data = page_with_everything()
    at_once = text_of(data, links=links)
    monkeypatch.setattr(pdf_page_text._Lines, "_takes", lambda *_: False)
    assert text_of(data, links=links) == at_once


def test_faces_links_raised_marks_and_gaps_are_told_apart():
    found = text_of(page_with_everything())
    first = found.segments[0]
    assert first.text == "A sentence of 12 words “in quotes” with bold words and a mark17 and CO2"
    raised = {stretch.text.strip(): stretch.raised for stretch in first.stretches}
    assert (raised["17"], raised["2"]) == (1, -1)
    assert [s.text.strip() for s in first.stretches if s.face.bold] == ["bold words"]
    linked = [s.text.strip() for segment in found.segments for s in segment.stretches if s.link]
    assert "".join(linked).startswith("example.org")
    rows = [segment.text for segment in found.segments if "," in segment.text]
    assert rows[:4] == ["0,000", "1,100", "2,200", "3,300"]
    assert found.sideways.replace(" ", "") == "Besidethepage3"


def test_each_letter_has_the_origin_that_follows_the_one_before_it():
    for segment in text_of(page_with_everything()).segments:
        origins = segment.origins()
        assert origins == list(range(origins[0], origins[0] + len(segment.text)))
