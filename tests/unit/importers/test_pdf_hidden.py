"""Words of a PDF that nobody sees on its pages, and those that are seen though they look hidden."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from helpers.papers import HEIGHT, TEXT, WIDTH, Paper
from helpers.reading import left_out, read

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


def test_white_words_far_apart_on_a_sheet_of_any_size_are_looked_at_in_little_room():
    data = of_one_page(corner=(99_000, 99_000), side=100_000)
    document = read(data, "a.pdf")
    assert document.text == TEXT[0]
    assert left_out(document)[REASON].split() == ["Job", "Printer"]


def test_what_cannot_be_rendered_is_kept(monkeypatch):
    def fails(*_: object, **__: object) -> None:
        raise pypdfium2.PdfiumError("Failed to fill bitmap rectangle.")

    monkeypatch.setattr(pypdfium2.PdfPage, "render", fails)
    document = read(of_one_page(), "a.pdf")
    assert "Job" in document.text
    assert REASON not in left_out(document)


@pytest.mark.parametrize("name", [b"PatternType", b"P#61tternType"])
@pytest.mark.parametrize(
    "drawn",
    [
        b"/Pattern cs /P scn 0 100 500 600 re f",
        b"/Pattern cs /P scn BT /F 10 Tf 60 500 Td (Patterned words) Tj ET",
    ],
)
def test_pages_of_files_with_patterns_are_not_rendered(monkeypatch, drawn, name):
    def rendered(*_: object, **__: object) -> None:
        raise AssertionError("A pattern of tiny steps is drawn nearly without end.")

    monkeypatch.setattr(pypdfium2.PdfPage, "render", rendered)
    data = of_one_page(drawn, pattern=name)
    assert "Job" in read(data, "a.pdf").text


def test_white_words_at_the_edge_of_a_drawing_in_a_form_are_kept_without_a_look(monkeypatch):
    paper = Paper()
    paper.canvas.beginForm("seal")
    paper.canvas.rect(0, 0, 30, 30, stroke=0, fill=1)
    paper.canvas.endForm()
    paper.canvas.translate(60, HEIGHT - 308)
    paper.canvas.doForm("seal")
    paper.canvas.translate(-60, 308 - HEIGHT)
    paper.lines(TEXT)
    white(paper, "Job 250001", 60, 309)
    rendered: list[object] = []
    draw = pypdfium2.PdfPage.render
    monkeypatch.setattr(
        pypdfium2.PdfPage, "render", lambda *some, **more: rendered.append(some) or draw(*some, **more)
    )
    assert "Job 250001" in paper.read().text
    assert not rendered


def of_one_page(
    drawn: bytes = b"", corner: tuple[int, int] = (500, 790), side: int = 800, pattern: bytes = b""
) -> bytes:
    """Return a file with a line, two white words far apart, and what is `drawn`, perhaps with a pattern."""
    across, up = corner
    content = b"BT /F 10 Tf 60 700 Td (%b) Tj ET\n1 g BT /F 10 Tf 60 60 Td (Job) Tj ET\n" % TEXT[0].encode()
    content += b"BT /F 10 Tf %d %d Td (Printer) Tj ET 0 g\n%b" % (across, up, drawn)
    tile = b"/%b 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .01/YStep .01/Resources<<>>" % pattern
    patterns = b"/Pattern<</P 6 0 R>>" if pattern else b""
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>"
        % (side, side, patterns),
        stream(b"", content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *([stream(tile, b"1 0 0 rg 0 0 .005 .005 re f")] if pattern else []),
    ]
    objects = b"".join(b"%d 0 obj\n%b\nendobj\n" % (at, thing) for at, thing in enumerate(things, 1))
    return b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R>>\n%%EOF"


def stream(head: bytes, content: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (head, len(content), content)


def test_words_beyond_the_edges_of_the_page_are_left_out_and_told():
    paper = Paper()
    paper.lines(TEXT)
    paper.line("Job 250001 of the printer", 60, -20)
    paper.line("Proof 3", WIDTH + 20, 300)
    document = paper.read()
    assert "printer" not in document.text
    assert left_out(document)[REASON].split() == ["Job", "250001", "of", "the", "printer", "Proof", "3"]


def test_a_page_whose_text_stands_beyond_its_edges_is_read_all_the_same():
    paper = Paper()
    paper.line("The well", 60, 100)
    paper.lines(TEXT, top=HEIGHT + 40)
    assert TEXT[-1] in paper.read().text
