"""Headings of a PDF that its list of contents or their numbers tell, and lines that are none."""

from deskbrief.document.model import BlockKind
from helpers.papers import HEIGHT, TEXT, Paper
from helpers.reading import headings, left_out, of_kind

NAMES = ("Briefing Slides", "Advertising Data", "Literature Review", "Studies in Review")


def titles(paper: Paper) -> list[str]:
    """Return what the headings say."""
    return [one[0] for one in headings(paper.read())]


def test_bookmarks_of_a_part_do_not_hide_what_the_list_of_contents_names():
    paper = Paper()
    paper.line("Contents", 60, 60, 14, "Helvetica-Bold")
    for number, name in enumerate(NAMES):
        paper.line(f"Appendix {'ABCD'[number]} {name} ............ {number + 2}", 60, 100 + 20 * number)
        paper.line(str(number + 2), 340, 100 + 20 * number)
    paper.turn()
    for number, name in enumerate(NAMES):
        paper.line(f"Appendix {'ABCD'[number]}: {name}", 60, 60)
        paper.lines(TEXT, top=90)
        paper.turn()
    for number, name in enumerate(("Public Affairs", "Congressional Relations", "Order by Mail")):
        paper.canvas.bookmarkPage(name)
        paper.canvas.addOutlineEntry(name, name, 0)
        paper.line(name, 60, 60, 14, "Helvetica-Bold")
        paper.lines(TEXT, top=90 + number)
        paper.turn()
    found = titles(paper)
    assert [one for one in found if one.startswith("Appendix")] == [
        f"Appendix {'ABCD'[number]}: {name}" for number, name in enumerate(NAMES)
    ]


def test_lines_that_count_the_articles_are_headings_of_one_level_whatever_they_look_like():
    paper = Paper()
    for number in range(1, 9):
        bold = "Helvetica-Bold" if number == 6 else "Helvetica"
        paper.line(f"Article {number}", 60, 60 + 64 * (number - 1), 10, bold)
        paper.lines(TEXT[:3], top=76 + 64 * (number - 1))
    found = headings(paper.read())
    assert [one[0] for one in found] == [f"Article {number}" for number in range(1, 9)]
    assert len({level for _, level in found}) == 1


def test_a_line_of_a_signature_is_no_heading():
    paper = Paper()
    end = paper.lines(TEXT)
    paper.lines(("For the Republic of",), top=end + 20)
    paper.line("Azerbaijan", 60, end + 32, 10, "Helvetica-Bold")
    paper.lines(("A. Mutalibov",), top=end + 44)
    paper.lines(TEXT, top=end + 80)
    assert titles(paper) == []


def test_numbers_of_lines_in_the_outer_margin_stay_out_of_the_sentences():
    paper = Paper()
    for number in range(24):
        paper.line(TEXT[number % 3][:46] + ("." if number == 23 else ""), 40, 40 + 14 * number)
    for number in range(1, 25):
        sign = f"S{number}" if number > 22 else str(number)
        paper.line(sign, 390, 40 + 14 * (number - 1), 6)
    document = paper.read()
    assert " 7 " not in document.text
    assert "S23" not in document.text
    assert "S23" in left_out(document)["line numbers"]


def test_a_heading_with_the_mark_of_a_note_is_a_heading_as_those_without_one_are():
    paper = Paper()
    paper.line("The wells of the valley are dry", 60, 60, 18, "Helvetica-Bold")
    top = 90.0
    for number, name in enumerate(("Background", "Where the water went", "What was found"), 1):
        paper.line(name, 60, top, 10, "Helvetica-Bold")
        right = 60 + paper.canvas.stringWidth(name, "Helvetica-Bold", 10)
        if number == 2:
            paper.line("7", right, top - 3, 6)
        top = paper.lines((*TEXT[:3], TEXT[3]), top=top + 16) + 14
    found = [heading.removesuffix("7") for heading, _ in headings(paper.read())]
    assert found == ["Background", "Where the water went", "What was found"]


def test_a_bookmark_names_a_heading_that_bears_the_mark_of_a_note():
    paper = Paper()
    paper.line("The wells of the valley are dry", 60, 60, 18, "Helvetica-Bold")
    top = 90.0
    for number, name in enumerate(("Introduction", "Where the water went", "What was found"), 1):
        paper.canvas.bookmarkPage(name)
        paper.canvas.addOutlineEntry(name, name)
        paper.line(name, 60, top, 12, "Helvetica-Bold")
        if number == 1:
            paper.line("1", 60 + paper.canvas.stringWidth(name, "Helvetica-Bold", 12), top - 4, 7)
        top = paper.lines(TEXT, top=top + 16) + 14
    assert [heading.removesuffix("1") for heading, _ in headings(paper.read())] == [
        "Introduction",
        "Where the water went",
        "What was found",
    ]


def test_bold_numbered_lines_between_numbered_paragraphs_are_headings():
    paper = Paper()
    paper.line("Compilation on Wellesley", 60, 50, 18, "Helvetica-Bold")
    top, number = 80.0, 1
    for count, name in enumerate(("Right to water", "Right to health", "Right to education"), 1):
        paper.line(f"{count}. {name}", 60, top, 10, "Helvetica-Bold")
        top += 20
        for _ in range(2):
            paper.line(f"{number}. {TEXT[0]}", 60, top)
            top = paper.lines(TEXT[1:], top=top + 12) + 8
            number += 1
        top += 8
    assert titles(paper) == ["1. Right to water", "2. Right to health", "3. Right to education"]


def test_a_line_of_authors_with_the_marks_of_their_addresses_is_no_heading():
    paper = Paper()
    paper.line("The wells of the valley are dry", 60, 60, 18, "Helvetica-Bold")
    paper.line("C. Boettcher*†, D. T. Long‡ and P. C. Wright*", 60, 90, 12, "Helvetica-Bold")
    top = paper.lines(TEXT, top=110)
    paper.line("Where the water went", 60, top + 16, 12, "Helvetica-Bold")
    paper.lines(TEXT, top=top + 32)
    assert titles(paper) == ["Where the water went"]


def test_line_numbers_of_a_page_with_little_text_and_a_bar_across_are_taken():
    paper = Paper()
    paper.line("Wells of the valley", 150, 80, 18, "Helvetica-Bold")
    paper.line("by A. Reed", 170, 120)
    paper.line("Third printing, 1984", 150, 295)
    paper.line("________________________________________________________________", 40, 40)
    for number in range(1, 29):
        paper.line(str(number), 380 - 4 * (number > 9), 60 + 16 * number, 7)
    document = paper.read()
    assert left_out(document)["line numbers"] == " ".join(map(str, range(1, 29)))
    assert "1984" in document.text


def test_names_and_addresses_between_title_and_text_are_no_headings():
    paper = Paper()
    paper.line("The wells of the valley are dry", 60, 60, 18, "Helvetica-Bold")
    paper.line("Vera Karp", 60, 90, 12, "Helvetica-Bold")
    paper.line("*", 60 + paper.canvas.stringWidth("Vera Karp", "Helvetica-Bold", 12), 86, 8)
    paper.line("†University of Wellesley", 60, 120, 12, "Helvetica-Bold")
    top = paper.lines((*TEXT, *TEXT), top=150)
    paper.line("Where the water went", 60, top + 16, 12, "Helvetica-Bold")
    paper.lines(TEXT, top=top + 32)
    assert titles(paper) == ["Where the water went"]


def test_bold_lines_with_a_letter_in_brackets_are_headings_below_those_without_one():
    paper = Paper()
    paper.line("Report on Wellesley", 60, 50, 18, "Helvetica-Bold")
    top = 90
    for title in (
        "The state of the wells",
        "(a) In the valley",
        "(b) In the hills",
        "What was done",
    ):
        paper.line(title, 60, top, font="Helvetica-Bold")
        top = paper.lines(TEXT, top=top + 20) + 14
    assert headings(paper.read()) == [
        ("The state of the wells", 1),
        ("(a) In the valley", 2),
        ("(b) In the hills", 2),
        ("What was done", 1),
    ]


def test_the_points_of_an_opinion_are_headings_though_they_are_sentences():
    paper = Paper()
    paper.line("Opinion on Wellesley", 60, 50, 18, "Helvetica-Bold")
    top = 90
    for title in ("I. The plea was made freely.", "II. The sentence must be put right."):
        paper.line(title, 60, top, font="Helvetica-Bold")
        top = paper.lines(TEXT, top=top + 20) + 14
    assert [text for text, _ in headings(paper.read())] == [
        "I. The plea was made freely.",
        "II. The sentence must be put right.",
    ]


def test_lines_in_capitals_that_roman_numbers_count_are_headings_of_one_level():
    paper = Paper()
    paper.line("The wells of the valley", 60, 40, 18, "Helvetica-Bold")
    top = 70
    for title in (
        ("I. INTRODUCTION",),
        ("II. THE STATE OF THE WELLS IN ALL PARTS OF", "THE VALLEY"),
        ("III. RESULTS",),
        ("IV. CONCLUSION",),
    ):
        for line in title:
            paper.canvas.setFont("Helvetica", 8)
            paper.canvas.drawCentredString(190, HEIGHT - top, line)
            top += 13
        top = paper.lines(TEXT, top=top + 10) + 16
    found = headings(paper.read())
    assert found == [
        ("I. INTRODUCTION", 1),
        ("II. THE STATE OF THE WELLS IN ALL PARTS OF THE VALLEY", 1),
        ("III. RESULTS", 1),
        ("IV. CONCLUSION", 1),
    ]


def test_items_in_capitals_that_do_not_count_from_one_are_no_headings():
    paper = Paper()
    paper.lines(TEXT, top=60)
    for number, item in enumerate(("V. WELLS", "VI. RIVERS", "VII. HILLS")):
        paper.line(item, 60, 130 + 20 * number, 8)
    paper.lines(TEXT, top=220)
    assert titles(paper) == []


def test_a_heading_over_addresses_is_one():
    paper = Paper()
    top = 60
    for name in ("State of the wells", "What was done", "Where to look"):
        paper.line(name, 60, top, 14, "Helvetica-Bold")
        rest = TEXT if name != "Where to look" else ("http://wells.example/a", "http://wells.example/b")
        top = paper.lines(rest, top=top + 20) + 20
    assert titles(paper)[-1] == "Where to look"


def test_names_of_boxes_side_by_side_are_no_heading_but_a_number_far_from_its_words_is():
    paper = Paper()
    paper.line("The Drought", 60, 60, 18, "Helvetica-Bold")
    paper.lines(TEXT, top=84)
    paper.turn()
    for number, name in enumerate(("Wells", "Farms", "Councils")):
        paper.line(f"Item {number + 1}.", 60, 60, 12, "Helvetica-Bold")
        paper.line(name, 150, 60, 12, "Helvetica-Bold")
        paper.lines(TEXT, top=84)
        paper.turn()
    paper.line("Before the drought", 60, 60, 12, "Helvetica-Bold")
    paper.line("After the drought", 260, 60, 12, "Helvetica-Bold")
    paper.lines(TEXT, top=84)
    assert titles(paper) == ["Item 1. Wells", "Item 2. Farms", "Item 3. Councils"]


def test_words_about_the_state_of_a_paper_and_names_of_boxes_are_no_headings():
    paper = Paper()
    paper.line("The Drought", 60, 60, 18, "Helvetica-Bold")
    paper.lines(TEXT, top=84)
    for number, name in enumerate(("Discussion Draft", "Wells", "Depth Depth Depth Depth", "Farms")):
        paper.line(name, 60, 160 + 90 * number, 12, "Helvetica-Bold")
        paper.lines(TEXT, top=180 + 90 * number)
    assert titles(paper) == ["Wells", "Farms"]


def test_a_number_beside_the_middle_of_a_text_stands_before_it():
    paper = Paper()
    paper.line("The Drought", 60, 40, 18, "Helvetica-Bold")
    paper.lines(TEXT, top=64)
    paper.line("7", 70, 164, font="Helvetica-Bold")
    paper.line("Who counts the wells?", 100, 128, font="Helvetica-Bold")
    paper.lines((*TEXT[:3], *TEXT), left=100, top=146)
    paper.lines(TEXT, top=270)
    texts = of_kind(paper.read(), BlockKind.PARAGRAPH)
    assert texts == [" ".join(TEXT), "7", " ".join((*TEXT[:3], *TEXT)), " ".join(TEXT)]


def test_names_above_their_universities_are_no_headings():
    paper = Paper()
    paper.line("The Drought", 60, 50, 18, "Helvetica-Bold")
    for number, name in enumerate(("Anna Lindgren", "Piet de Vries and Ada Okoro")):
        paper.line(name, 60, 90 + 40 * number, 13, "Helvetica-Bold")
        paper.line("University of the Valley, School of Business, Nordhaven", 60, 106 + 40 * number)
    for number, name in enumerate(("Wells", "Farms")):
        paper.line(name, 60, 190 + 90 * number, 12, "Helvetica-Bold")
        paper.lines(TEXT, top=210 + 90 * number)
    assert titles(paper) == ["Wells", "Farms"]


def test_short_paragraphs_on_the_first_page_are_a_text():
    paper = Paper()
    top = 60.0
    for name in ("The Drought", "Wells", "Farms"):
        paper.line(name, 60, top, 14 if top > 60 else 18, "Helvetica-Bold")
        top += 20
        for _ in range(3):
            paper.line("The wells of the valley had been falling", 72, top)
            top = paper.lines(
                ("for years and years before anybody took", "notice of them, as the farmers said."),
                top=top + 12,
            )
        top += 20
    for number in range(3):
        paper.turn()
        paper.lines((f"In the year {number} of the drought the wells were dry and", *TEXT[:3], *TEXT), top=60)
    assert titles(paper) == ["Wells", "Farms"]
