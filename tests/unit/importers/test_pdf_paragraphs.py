"""Where the paragraphs of a PDF begin and end."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from deskbrief.document.model import BlockKind
from helpers.papers import TEXT, Paper
from helpers.reading import of_kind, shape


def test_paragraphs_that_are_set_in_begin_in_scripts_without_capitals():
    font = "HYSMyeongJo-Medium"
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    paper = Paper()
    for number in range(3):
        top = 100 + 24 * number
        paper.line(f"지역 위원회는 {number + 2}월에 다시 모여 계곡의 우물 상태에", 70, top, font=font)
        paper.line(f"대하여 {number + 5}명의 증인에게서 이야기를 여러 번 들었다.", 60, top + 12, font=font)
    assert len(of_kind(paper.read(), BlockKind.PARAGRAPH)) == 3


def test_lines_beside_a_list_that_hangs_go_on():
    paper = Paper()
    top = 100
    for _ in range(3):
        top = paper.lines(TEXT[:1], top=top)
        top = paper.lines(("of the wells, and then found that the following is true:",), top=top) + 4
        for _ in range(2):
            paper.line("•", 60, top)
            top = paper.lines(TEXT[1:3], left=75, top=top) + 4
    texts = of_kind(paper.read(), BlockKind.PARAGRAPH)
    assert texts == [f"{TEXT[0]} of the wells, and then found that the following is true:"] * 3


def led_in(paper: Paper, top: float, lead: str, rest: str, gap: float = 3) -> None:
    paper.line(lead, 60, top, font="Helvetica-Bold")
    paper.line(rest, 60 + gap + paper.canvas.stringWidth(lead, "Helvetica-Bold", 10), top)


def test_bold_words_at_the_beginning_begin_a_paragraph():
    paper = Paper()
    paper.lines((*TEXT[:3], "what the farmers of the valley and of the hills had said."))
    led_in(paper, 148, "State of the wells.", "Three wells fell dry in the summer,")
    paper.lines(TEXT[1:], top=160)
    assert [text[:18] for text in of_kind(paper.read(), BlockKind.PARAGRAPH)] == [
        TEXT[0][:18],
        "State of the wells",
    ]


def test_bold_words_within_a_sentence_begin_no_paragraph():
    paper = Paper()
    paper.lines((*TEXT[:3], "what was said by the farmers of the valley and of the"))
    led_in(paper, 148, "upper hills.", "Three wells fell dry in the summer,")
    paper.lines(TEXT[1:], top=160)
    assert len(of_kind(paper.read(), BlockKind.PARAGRAPH)) == 1


def test_bold_words_of_two_lines_stay_with_their_paragraph():
    paper = Paper()
    paper.lines(TEXT)
    paper.line("Increased reading of the wells in the upper valley that", 60, 160, font="Helvetica-Bold")
    led_in(paper, 172, "exceeds four years.", "Three wells fell dry in", gap=9)
    paper.lines(TEXT[1:], top=184)
    texts = of_kind(paper.read(), BlockKind.PARAGRAPH)
    assert len(texts) == 2
    assert texts[1].startswith(
        "Increased reading of the wells in the upper valley that exceeds four years. Three"
    )


def test_the_entries_of_an_index_are_paragraphs():
    paper = Paper()
    paper.lines(TEXT)
    entries = [
        f"{name} {'.' * 30} {page}" for name, page in (("Wells", "3, 12"), ("Rivers", "7"), ("Hills", "9"))
    ]
    paper.lines(tuple(entries), top=200)
    assert [text for kind, text in shape(paper.read()) if kind == "paragraph"][1:] == entries


def test_text_that_is_set_wider_than_tables_and_notes_is_not_parted_into_lines():
    paper = Paper()
    top = 60.0
    for _ in range(2):
        for line in TEXT:
            paper.line(line, 60, top)
            top += 18
    paper.turn()
    for number in range(30):
        paper.line(f"District {number}", 60, 60 + 12 * number)
        paper.line(f"{17 * number + 3}", 200, 60 + 12 * number)
    assert of_kind(paper.read(), BlockKind.PARAGRAPH) == [" ".join(TEXT)] * 2


def test_a_paragraph_after_an_item_of_which_the_first_line_alone_is_set_in_is_one():
    paper = Paper()
    top = 60.0
    for _ in range(3):
        paper.line("• The council heard nine witnesses about the wells, and", 75, top)
        top = paper.lines(TEXT[1:], top=top + 12)
        paper.line("This was not known before the council met again and", 75, top)
        top = paper.lines(TEXT[1:], top=top + 12)
    document = paper.read()
    assert len(of_kind(document, BlockKind.PARAGRAPH)) == len(of_kind(document, BlockKind.LIST_ITEM)) == 3


def test_a_title_on_a_page_that_is_set_wide_is_whole():
    paper = Paper()
    paper.line("The state of the wells in the valley and", 70, 60, 14, "Helvetica-Bold")
    paper.line("of the hills around it", 140, 84, 14, "Helvetica-Bold")
    for number, line in enumerate(TEXT * 3):
        paper.line(line, 60, 130 + 18 * number)
    paper.turn()
    for number in range(30):
        paper.line(f"District {number}", 60, 60 + 12 * number)
        paper.line(f"{17 * number + 3}", 200, 60 + 12 * number)
    assert of_kind(paper.read(), BlockKind.TITLE) == [
        "The state of the wells in the valley and of the hills around it"
    ]


def test_paragraphs_that_are_set_in_by_less_than_a_letter_are_told():
    paper = Paper()
    top = 60.0
    for _ in range(3):
        paper.line("It was the council that met again and heard all of the", 68, top)
        top = paper.lines((*TEXT[1:3], f"{TEXT[3][:-1]} and what the council made of it then."), top=top + 12)
    assert len(of_kind(paper.read(), BlockKind.PARAGRAPH)) == 3
