"""Charts and diagrams that a PDF draws with lines: figures whose words are set apart from the text."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.picture_job import pictures
from helpers.reading import left_out, of_kind, read

WIDTH, HEIGHT = 400, 600
PROSE = (
    "The harbour board looked into the state of the quays this year.",
    "It found that hardly any of them had been inspected at all since",
    "they were built, and that nine of them could give way at once.",
)
Draw = Callable[[Canvas], None]


def paper(draw: Draw, *, form: bool = False, scale: float = 1.0) -> bytes:
    """Return a page of prose with what `draw` draws in its middle, in a form of its own if asked for."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(PROSE):
        canvas.drawString(40, 540 - 14 * number, line)
        canvas.drawString(40, 140 - 14 * number, line.replace("quays", "piers"))
    if form:
        canvas.beginForm("chart", 0, 0, 320 / scale, 230 / scale)
        draw(canvas)
        canvas.endForm()
        canvas.saveState()
        canvas.translate(40, 200)
        canvas.scale(scale, scale)
        canvas.doForm("chart")
        canvas.restoreState()
    else:
        canvas.translate(40, 200)
        draw(canvas)
    canvas.save()
    return out.getvalue()


def line_chart(canvas: Canvas, times: float = 1.0) -> None:
    """Draw two lines of many points between axes, and words around them, so many `times` as large."""
    canvas.line(36 * times, 30 * times, 36 * times, 200 * times)
    canvas.line(36 * times, 30 * times, 300 * times, 30 * times)
    for height in (60, 120):
        path = canvas.beginPath()
        path.moveTo(40 * times, height * times)
        for step in range(1, 12):
            path.lineTo((40 + 22 * step) * times, (height + (step * 37) % 50) * times)
        canvas.drawPath(path)
    canvas.setFont("Helvetica", 7 * times)
    for step in range(4):
        canvas.drawString(16 * times, (40 + 40 * step) * times, f"{step * 20}%")
        canvas.drawString((60 + 60 * step) * times, 22 * times, str(2014 + 2 * step))
    canvas.drawString(200 * times, 190 * times, "Goods")


def bar_chart(canvas: Canvas) -> None:
    """Draw bars of several heights on a line, each with its number and its name."""
    canvas.line(40, 40, 300, 40)
    canvas.setFont("Helvetica", 7)
    for number, height in enumerate((40, 90, 60, 120)):
        canvas.rect(50 + 60 * number, 40, 30, height, stroke=0, fill=1)
        canvas.drawString(58 + 60 * number, 45 + height, str(height))
        canvas.drawString(52 + 60 * number, 28, f"Quay {number}")


def figures(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.FIGURE]


def test_a_line_chart_is_a_figure_and_its_words_are_set_apart():
    document = read(paper(line_chart), "a.pdf")
    (figure,) = figures(document)
    at = document.blocks.index(figure)
    assert document.quote(document.blocks[at - 1].span).endswith("give way at once.")
    assert "Goods" in left_out(document)["words inside figures"]
    assert "40%" not in document.text
    assert len(of_kind(document, BlockKind.PARAGRAPH)) == 2


def test_bars_of_several_heights_are_a_chart():
    document = read(paper(bar_chart), "a.pdf")
    assert len(figures(document)) == 1
    assert "Quay 2" not in document.text


def test_a_chart_in_a_form_that_is_made_smaller_is_one_too():
    document = read(paper(lambda canvas: line_chart(canvas, 2.0), form=True, scale=0.5), "a.pdf")
    assert len(figures(document)) == 1
    assert "2016" not in document.text


def test_a_long_row_of_times_along_an_axis_belongs_to_the_chart():
    def months(canvas: Canvas) -> None:
        line_chart(canvas)
        canvas.setFont("Helvetica", 6)
        for number in range(9):
            canvas.drawString(42 + 29 * number, 34, f"Jul {number + 10}")

    document = read(paper(months), "a.pdf")
    assert len(figures(document)) == 1
    assert "Jul 14" not in document.text


def test_the_picture_of_a_chart_can_be_had():
    data = paper(line_chart)
    (figure,) = figures(read(data, "a.pdf"))
    assert figure.picture is not None
    (part,) = (step for step in pictures(Request({"name": "a.pdf"}, data)) if isinstance(step, Part))
    assert part


def test_a_text_in_a_drawn_frame_stays_a_text():
    def framed(canvas: Canvas) -> None:
        canvas.roundRect(0, 20, 320, 180, 12)
        canvas.roundRect(4, 24, 312, 172, 12)
        canvas.setFont("Helvetica", 10)
        for number in range(6):
            canvas.drawString(
                14, 170 - 14 * number, f"In box {number} the board says what is to be done at the quays."
            )

    document = read(paper(framed), "a.pdf")
    assert figures(document) == []
    assert "In box 5 the board says" in document.text


def test_an_emblem_without_words_is_no_figure():
    def emblem(canvas: Canvas) -> None:
        for radius in (30, 50, 70):
            canvas.circle(160, 100, radius)

    assert figures(read(paper(emblem), "a.pdf")) == []


def test_a_shaded_table_stays_a_table():
    def table(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for row in range(6):
            canvas.setFillGray(0.8 if row % 2 else 0.95)
            canvas.rect(0, 20 + 24 * row, 320, 22, stroke=0, fill=1)
            canvas.setFillGray(0)
            for column in range(3):
                canvas.drawString(10 + 110 * column, 27 + 24 * row, f"{row * 7 + column},100")

    document = read(paper(table), "a.pdf")
    assert figures(document) == []
    assert "35,100" in document.text


def curve(canvas: Canvas) -> None:
    """Draw one line of many points over level lines, with months below it, in a frame with a title."""
    for edge in ((0, 0, 320, 0), (0, 160, 320, 160), (0, 0, 0, 160), (320, 0, 320, 160)):
        canvas.line(*edge)
    for height in range(40, 122, 8):
        canvas.line(40, height, 300, height)
    path = canvas.beginPath()
    path.moveTo(42, 60)
    for step in range(1, 12):
        path.lineTo(42 + 23 * step, 60 + (step * 37) % 50)
    canvas.drawPath(path)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 144, "Quays that were closed in each month")
    for step in range(5):
        canvas.drawString(24, 38 + 20 * step, str(10 * step))
    canvas.drawString(42, 24, "JAN  FEB  MAR  APR  MAY  JUN  JUL  AUG  SEP  OCT  NOV  DEC")
    canvas.drawString(140, 8, "Month of the year")


def test_one_curve_over_level_lines_is_a_chart_and_its_frame_holds_the_words_around_it():
    document = read(paper(curve), "a.pdf")
    assert len(figures(document)) == 1
    assert "Quays that were closed in each month" in of_kind(document, BlockKind.PARAGRAPH)
    assert "JAN" not in document.text
    assert "Month of the year" not in document.text
    assert "JAN" in left_out(document)["words inside figures"]


def flow_chart(canvas: Canvas) -> None:
    """Draw boxes with words in large and long lines, joined by curves, and the caption below them."""
    said = ("Counting the quays", "Says which of them are to be inspected first of all", "Closing the quays")
    canvas.rect(10, 20, 320, 190)
    for number, words in enumerate(said):
        low = 150 - 55 * number
        canvas.roundRect(30, low, 260, 36, 6)
        canvas.bezier(160, low, 170, low - 5, 150, low - 15, 160, low - 20)
        canvas.setFont("Helvetica-Bold", 10 if number == 1 else 13)
        canvas.drawString(36, low + 12, words)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(10, 4, "Figure 2. How quays are closed")


def test_the_words_of_a_drawing_that_its_caption_calls_a_figure_are_its_own_however_long_or_large():
    document = read(paper(flow_chart), "a.pdf")
    assert len(figures(document)) == 1
    assert of_kind(document, BlockKind.CAPTION) == ["Figure 2. How quays are closed"]
    assert "Counting the quays" in left_out(document)["words inside figures"]
    assert "inspected first of all" not in document.text
    assert not of_kind(document, BlockKind.HEADING)
