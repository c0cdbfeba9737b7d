"""Tables of PDFs whose cells are told by rules, frames and shaded bands."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import Block, BlockKind, Document, InlineKind
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_rows import TableCell
from deskbrief.importers.pdf_segments import Segment, Stretch
from deskbrief.importers.pdf_tables import Table
from deskbrief.importers.pdf_words import Words
from helpers.reading import left_out, of_kind, read

Draw = Callable[[Canvas], None]
PROSE = (
    "The harbour board looked into the state of the quays this year, and",
    "found that hardly any of them had been inspected since they were built.",
    "Nine of them could give way at once, which nobody had told the public.",
)
BLUE = Color(0.8, 0.86, 0.95)


def paper(draw: Draw) -> bytes:
    """Return a page of prose with what `draw` draws in its middle, in points from the bottom left."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 600))
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(PROSE):
        canvas.drawString(40, 540 - 14 * number, line)
        canvas.drawString(40, 120 - 14 * number, line.replace("quays", "piers"))
    draw(canvas)
    canvas.save()
    return out.getvalue()


def write(canvas: Canvas, left: float, top: float, *lines: str, size: float = 9) -> None:
    """Write lines below one another; the first one stands on `top`."""
    canvas.setFont("Helvetica", size)
    for number, line in enumerate(lines):
        canvas.drawString(left, top - 1.2 * size * number, line)


def frames(canvas: Canvas, across: Sequence[float], down: Sequence[float]) -> None:
    """Draw a frame for each cell."""
    for left, right in pairwise(across):
        for top, bottom in pairwise(down):
            canvas.rect(left, bottom, right - left, top - bottom)


def rows_of(document: Document, table: Block) -> list[list[str]]:
    return [[document.quote(cell.span) for cell in row.cells] for row in table.rows]


def only_table(draw: Draw) -> tuple[Document, Block]:
    document = read(paper(draw), "a.pdf")
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return document, table


def matrix(canvas: Canvas) -> None:
    """Draw what a board was asked and answered: cells of sentences that fill their lines."""
    frames(canvas, (40, 170, 380), (440, 424, 376, 340))
    write(canvas, 44, 428, "Recommendation")
    write(canvas, 174, 428, "Answer of the board")
    write(canvas, 44, 412, "Inspect every quay", "before the winter of", "next year.")
    write(
        canvas,
        174,
        412,
        "The board agrees, and has asked two firms for",
        "an offer; it expects both of them in May.",
    )
    write(canvas, 44, 364, "Publish the state of", "all quays.")
    write(canvas, 174, 364, "The board does not agree.")


def test_cells_of_sentences_are_those_that_rules_enclose():
    document, table = only_table(matrix)
    assert rows_of(document, table) == [
        ["Recommendation", "Answer of the board"],
        [
            "Inspect every quay before the winter of next year.",
            "The board agrees, and has asked two firms for an offer; it expects both of them in May.",
        ],
        ["Publish the state of all quays.", "The board does not agree."],
    ]
    assert document.text.index("Nine of them") < table.start < document.text.index("piers")


def test_columns_that_are_painted_one_after_the_other_make_rows():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 160, 270, 380), (440, 420, 400, 380, 360))
        for left, texts in ((44, "Quay North East West"), (164, "2021 12 9 31"), (274, "2022 14 2 30")):
            for number, text in enumerate(texts.split()):
                write(canvas, left, 426 - 20 * number, text)

    document, table = only_table(draw)
    assert rows_of(document, table)[1:] == [["North", "12", "14"], ["East", "9", "2"], ["West", "31", "30"]]


def test_a_head_reaches_over_its_columns_and_rows():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 160), (440, 400))
        frames(canvas, (160, 380), (440, 420))
        frames(canvas, (160, 270, 380), (420, 400))
        frames(canvas, (40, 160, 270, 380), (400, 380, 360))
        for left, top, text in (
            (44, 416, "Quay"),
            (230, 426, "Inspected"),
            (164, 406, "2021"),
            (274, 406, "2022"),
        ):
            write(canvas, left, top, text)
        for number, row in enumerate(("North 12 14", "East 9 2")):
            for left, text in zip((44, 164, 274), row.split(), strict=True):
                write(canvas, left, 386 - 20 * number, text)

    document, table = only_table(draw)
    first = table.rows[0].cells
    assert [(document.quote(cell.span), cell.row_span, cell.col_span) for cell in first] == [
        ("Quay", 2, 1),
        ("Inspected", 1, 2),
    ]
    assert rows_of(document, table)[1:] == [["2021", "2022"], ["North", "12", "14"], ["East", "9", "2"]]


def test_bands_part_the_rows_and_texts_the_columns():
    def draw(canvas: Canvas) -> None:
        for number in range(0, 4, 2):
            canvas.setFillColor(BLUE)
            canvas.rect(40, 400 - 24 * number, 340, 24, stroke=0, fill=1)
        canvas.setFillColor(Color(0, 0, 0))
        for number, row in enumerate(("North 12 14", "East 9 2", "West 31 30", "Mole 8 7")):
            left, *figures = row.split()
            write(canvas, 44, 412 - 24 * number, left, "and its piers")
            for place, figure in zip((220, 320), figures, strict=True):
                write(canvas, place, 407 - 24 * number, figure)

    document, table = only_table(draw)
    assert rows_of(document, table) == [
        ["North and its piers", "12", "14"],
        ["East and its piers", "9", "2"],
        ["West and its piers", "31", "30"],
        ["Mole and its piers", "8", "7"],
    ]


def test_figures_below_one_another_in_one_frame_are_rows():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 160, 270, 380), (440, 420, 350))
        for left, texts in (
            (44, "Quay North East West"),
            (164, "Built 1912 1931 1950"),
            (274, "Length 140 220 96"),
        ):
            for number, text in enumerate(texts.split()):
                write(canvas, left, 426 - 18 * number, text)

    document, table = only_table(draw)
    assert rows_of(document, table)[1:] == [
        ["North", "1912", "140"],
        ["East", "1931", "220"],
        ["West", "1950", "96"],
    ]


def test_texts_that_a_rule_parts_are_two_however_near_they_are():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 100, 160), (440, 420, 400))
        write(canvas, 44, 426, "Inspections", size=10)
        write(canvas, 104, 426, "of all kinds", size=10)
        write(canvas, 44, 406, "Repairs", size=10)
        write(canvas, 104, 406, "none", size=10)

    document, table = only_table(draw)
    assert rows_of(document, table)[-1] == ["Repairs", "none"]
    assert "Inspections of all" not in document.text


def test_a_first_column_without_rules_belongs_to_its_table():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (160, 270, 380), (440, 420, 400, 380))
        for number, row in enumerate(("North 12 14", "East 9 2", "West 31 30")):
            for left, text in zip((44, 164, 274), row.split(), strict=True):
                write(canvas, left, 426 - 20 * number, text)

    document, table = only_table(draw)
    assert rows_of(document, table) == [["North", "12", "14"], ["East", "9", "2"], ["West", "31", "30"]]


def test_a_shaded_table_is_no_drawing():
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(BLUE)
        for left, top, wide, high in (
            (40, 440, 120, 40),
            (160, 440, 110, 20),
            (270, 440, 110, 24),
            (160, 420, 110, 20),
        ):
            canvas.rect(left, top - high, wide, high, stroke=1, fill=1)
        canvas.setFillColor(Color(0, 0, 0))
        frames(canvas, (40, 160, 270, 380), (400, 380, 360, 340))
        for left, text in ((44, "Quay"), (164, "2021"), (274, "2022")):
            write(canvas, left, 426, text)
        for number, row in enumerate(("North 12 14", "East 9 2", "West 31 30")):
            for left, text in zip((44, 164, 274), row.split(), strict=True):
                write(canvas, left, 386 - 20 * number, text)

    document, table = only_table(draw)
    assert rows_of(document, table)[-1] == ["West", "31", "30"]
    assert "words inside figures" not in left_out(document)


def test_captions_and_notes_in_the_frame_of_a_table_are_no_rows():
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, 330, 340, 130)
        frames(canvas, (40, 210, 380), (430, 410, 390, 370))
        write(canvas, 44, 448, "Table 2: How often the quays of the harbour were inspected, by year and by")
        write(canvas, 44, 354, "Note: Inspections by divers are counted once, however long they took, and so")
        for number, row in enumerate(("Quay Inspections", "North 12", "East 9")):
            for left, text in zip((44, 214), row.split(), strict=True):
                write(canvas, left, 416 - 20 * number, text)

    document, table = only_table(draw)
    assert rows_of(document, table) == [["Quay", "Inspections"], ["North", "12"], ["East", "9"]]
    assert [text[:8] for text in of_kind(document, BlockKind.CAPTION)] == ["Table 2:", "Note: In"]
    assert "Note: Inspections" in document.text


def test_boxes_with_texts_are_no_table():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 205, 380), (460, 360, 260))
        for left in (44, 210):
            for top in (446, 346):
                write(canvas, left, top, *(["The board was told of all this in the spring"] * 7), size=7)

    document = read(paper(draw), "a.pdf")
    assert not of_kind(document, BlockKind.TABLE)


def test_a_frame_around_a_list_is_no_table():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 60, 380), (440, 420, 400, 380))
        for number, text in enumerate(("Inspect every quay", "Publish what was found", "Repair the worst")):
            write(canvas, 46, 426 - 20 * number, "•")
            write(canvas, 66, 426 - 20 * number, text)

    document = read(paper(draw), "a.pdf")
    assert not of_kind(document, BlockKind.TABLE)


def test_a_table_whose_rows_are_led_to_figures_is_no_list_of_contents():
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(
            ((800, 880), (160, 176), (80, 88), (53, 59), (40, 44), (800, 880), (30, 33), (9, 8))
        ):
            write(canvas, 44, 440 - 16 * number, f"Share of {number} " + "." * 30)
            for left, figure in zip((240, 350), row, strict=True):
                write(canvas, left, 440 - 16 * number, str(figure))

    document, table = only_table(draw)
    assert rows_of(document, table)[0][1:] == ["800", "880"]
    assert "list of contents" not in left_out(document)


def test_the_heading_of_a_group_of_rows_is_a_row():
    def draw(canvas: Canvas) -> None:
        rows = (
            "Kind of quay",
            "  Stone 12 14 16",
            "  Timber 9 2 4",
            "Age of quay",
            "  Old 31 30 29",
            "  New 7 8 9",
        )
        for number, row in enumerate(rows):
            words = row.split()
            name = " ".join(word for word in words if not word.isdigit())
            write(canvas, 44 + 4 * row.startswith(" "), 440 - 12 * number, name)
            for left, figure in zip(
                (180, 260, 340), (word for word in words if word.isdigit()), strict=False
            ):
                write(canvas, left, 440 - 12 * number, figure)

    document, table = only_table(draw)
    assert [row[0] for row in rows_of(document, table)][-4:] == ["Timber", "Age of quay", "Old", "New"]


def test_figures_with_one_space_between_them_stand_in_their_columns():
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(("9.6 36.9 41.7", "8.1 36.5 36.9", "7.8 29.1 31.9")):
            write(canvas, 44, 440 - 16 * number, f"Quay {number}")
            for left, figure in zip((200, 230, 265), row.split(), strict=True):
                write(canvas, left, 440 - 16 * number, figure)
        write(canvas, 44, 440 - 48, "All quays")
        write(canvas, 200, 440 - 48, "$9,600 $36,900 $41,700")

    document, table = only_table(draw)
    assert rows_of(document, table)[-1] == ["All quays", "$9,600", "$36,900", "$41,700"]


def test_the_lists_of_a_cell_have_signs_that_every_font_knows():
    words = Segment(0, 0, 90, 10, [Stretch("\uf0b7 Inspect it", Face(), source=5)])
    ((cell,),) = Table([], [[TableCell([words])]]).sources(Words([]))
    assert [(piece.text, piece.source) for piece in cell.pieces] == [("• Inspect it", 5)]


def sideways(turn: int, shown: int) -> bytes:
    """Return five pages whose tables run in the direction `turn`; they are `shown` turned by so much."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 600))
    for number in range(5):
        canvas.translate(*{90: (420, 0), 270: (0, 600)}[turn])
        canvas.rotate(turn)
        write(canvas, 60, 400, f"State of the quays in {2010 + number}", size=8)
        frames(canvas, (60, 260, 540), (360, 330, 300, 270))
        for down, name in zip((340, 310, 280), ("Quay", "North", "East"), strict=True):
            write(canvas, 66, down, f"{name} {number}")
            write(canvas, 266, down, "Inspected by the board", f"in the year {2010 + number}")
        canvas.showPage()
    canvas.save()
    writer = PdfWriter()
    for page in PdfReader(out).pages:
        writer.add_page(page).rotate(shown)
    turned = io.BytesIO()
    writer.write(turned)
    return turned.getvalue()


@pytest.mark.parametrize("turn", [90, 270])
@pytest.mark.parametrize("upright", [True, False])
def test_tables_on_their_sides_are_read_like_others(turn, upright):
    document = read(sideways(turn, turn if upright else 0), "a.pdf")
    tables = [rows_of(document, block) for block in document.blocks if block.kind is BlockKind.TABLE]
    assert len(tables) == 5
    assert tables[1] == [
        [f"{name} 1", "Inspected by the board in the year 2011"] for name in ("Quay", "North", "East")
    ]
    assert "State of the quays" not in document.text


def test_words_in_cells_that_a_hyphen_parts_are_put_together_and_notes_are_raised():
    def draw(canvas: Canvas) -> None:
        frames(canvas, (40, 160, 380), (440, 420, 390))
        write(canvas, 44, 426, "Quay")
        write(canvas, 164, 426, "What is to be done")
        words = canvas.beginText(44, 409)
        words.textOut("North")
        words.setFont("Helvetica", 5)
        words.setRise(4)
        words.textOut("3")
        canvas.drawText(words)
        write(canvas, 164, 409, "It needs an investi-", "gation by well-known divers.")

    document, table = only_table(draw)
    assert rows_of(document, table)[-1] == ["North3", "It needs an investigation by well-known divers."]
    raised = [inline for inline in document.inlines if inline.kind is InlineKind.SUPERSCRIPT]
    assert [document.text[inline.start : inline.end] for inline in raised] == ["3"]


def test_a_text_over_several_columns_of_a_band_hides_none_of_those_below_it():
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(BLUE)
        for number in range(4):
            canvas.rect(40, 420 - 60 * number, 320, 30, fill=1, stroke=0)
        canvas.setFillColor(Color(0, 0, 0))
        write(canvas, 45, 378, "Zebra quay with a very long name that goes right across the page")
        for number, name in enumerate(["Alpha", "Bravo", "Carrick", "Delta", "Echoes", "Foxtrot", "Golfers"]):
            low = 6 if number == 2 else 0
            write(canvas, 45, 432 - 30 * number - low, name)
            write(canvas, 260, 432 - 30 * number - low, str(1901 + number))

    document, _ = only_table(draw)
    assert [document.text.count(str(1901 + number)) for number in range(7)] == [1] * 7


def test_a_bold_head_of_many_cells_that_stands_apart_belongs_to_its_table():
    lefts = [40 + 42 * number for number in range(8)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        for column, left in enumerate(lefts):
            canvas.drawString(left, 433, f"Quay {column}")
            canvas.drawString(left, 422, "in May")
        frames(canvas, [left - 4 for left in (*lefts, 376)], [415 - 20 * number for number in range(9)])
        for number in range(8):
            for column, left in enumerate(lefts):
                write(canvas, left, 402 - 20 * number, f"{number * 7 + column}")

    document, table = only_table(draw)
    assert rows_of(document, table)[0] == [f"Quay {column} in May" for column in range(8)]
    assert len(table.rows) == 9


def test_dots_that_lead_to_the_next_column_part_rows_and_are_no_text():
    rows = (
        ("Counting the quays ....", "$5 ............", "$90."),
        ("Closing them ..........", "$7 ............", "$80."),
    )

    def draw(canvas: Canvas) -> None:
        frames(canvas, (36, 160, 260, 340), (430, 410, 370))
        for left, head in zip((40, 164, 264), ("Action", "Parts", "Cost"), strict=True):
            write(canvas, left, 416, head)
        for number, row in enumerate(rows):
            for left, text in zip((40, 164, 264), row, strict=True):
                write(canvas, left, 398 - 12 * number, text)

    document, table = only_table(draw)
    assert rows_of(document, table) == [
        ["Action", "Parts", "Cost"],
        ["Counting the quays", "$5", "$90."],
        ["Closing them", "$7", "$80."],
    ]
