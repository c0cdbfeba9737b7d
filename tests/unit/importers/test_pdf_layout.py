"""What is painted apart on the pages of a PDF and belongs together, and what only looks like a note."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.model import BlockKind, Document
from helpers.papers import HEIGHT, TEXT, Paper
from helpers.reading import headings, left_out, of_kind


def test_the_rest_of_a_line_after_a_raised_mark_goes_on_with_it_though_it_is_painted_later():
    paper = Paper()
    first = "The council met again in May 2019,"
    right = 60 + paper.canvas.stringWidth(first, "Helvetica", 10)
    paper.line(first, 60, 100)
    paper.line("1", right, 97, 6)
    paper.line("The next meeting was held in the town hall in June.", 60, 160)
    paper.line("and heard nine witnesses.", right + 6, 100)
    text = paper.read().text
    assert "in May 2019,1 and heard nine witnesses." in text


def test_a_running_foot_in_two_parts_is_known_by_other_pages_where_it_is_one_line():
    paper = Paper()
    for number in range(1, 4):
        paper.lines(TEXT)
        if number == 1:
            paper.line("Report of the council on the wells", 200, 570)
            paper.line("The wells were looked at in the summer.", 60, 300)
            paper.line("Page 1", 60, 570)
        else:
            paper.line(f"Page {number}", 60, 570)
            paper.line("Report of the council on the wells", 200, 570)
        paper.turn()
    assert "Report of the council on the wells" not in paper.read().text


def test_rows_of_small_figures_at_the_bottom_of_a_page_are_no_footnotes():
    paper = Paper()
    paper.lines(TEXT)
    for row in range(6):
        for column in range(5):
            paper.line(f"{(row * 7 + column) % 9}", 60 + 40 * column, 480 + 12 * row, 8)
        paper.line(f"Well number {row}", 270, 480 + 12 * row, 8)
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == []


def test_small_numbered_lines_that_nothing_refers_to_are_no_footnotes():
    paper = Paper()
    paper.lines(TEXT)
    for number in range(1, 7):
        paper.line(f"{number}. The well of farm {number} was dry.", 60, 480 + 12 * number, 8)
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == []


def test_cells_with_lines_as_wide_as_a_text_are_in_their_rows():
    paper = Paper()
    top = 100
    for number in range(1, 5):
        paper.line(f"Section {number}", 40, top, 8)
        paper.line("Wells that were found to be dry by the inspectors of the", 110, top, 8)
        paper.line("council in the course of the year and before it", 110, top + 10, 8)
        paper.line("None", 370, top, 8)
        top += 34
    document = paper.read()
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    rows = [[document.quote(cell.span) for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == ["Section 1", "Section 2", "Section 3", "Section 4"]
    assert rows[1][1].endswith("inspectors of the council in the course of the year and before it")


def test_small_capitals_with_figures_and_abbreviations_are_one_heading():
    paper = Paper()
    paper.lines(TEXT, top=60)
    left = 60.0
    for word in ("WELLS", "OF", "THE", "U.S.", "COUNCIL", "1978"):
        large = word[:1] if word.isalpha() else word
        paper.line(large, left, 150, 14, "Helvetica-Bold")
        left += paper.canvas.stringWidth(large, "Helvetica-Bold", 14)
        if word.isalpha():
            paper.line(word[1:], left, 150, 11, "Helvetica-Bold")
            left += paper.canvas.stringWidth(word[1:], "Helvetica-Bold", 11)
        left += 4
    paper.line("AND ITS FARMERS", 60, 167, 14, "Helvetica-Bold")
    paper.lines(TEXT, top=190)
    paper.lines(TEXT, top=260)
    title = "WELLS OF THE U.S. COUNCIL 1978 AND ITS FARMERS"
    assert of_kind(paper.read(), BlockKind.TITLE) == [title]


WORKS = (
    ("Miller, Jane. 2019. The Wells of the Valley and", "The People Who Drink From Them. Town Press."),
    (
        "Harris, Paul, and Ann Lopez. 2020. Wells of the",
        "Northern Hills. Report to the Council. Town",
        "Press.",
    ),
    ("Ito, Sam. 2021. Dry Wells, and What Comes After", "Them: A Book of Maps. Town Press."),
    ("Stone, Rose. 2022. Who Owns the Water Under the", "Farms of the North? Law Press."),
)


def test_works_whose_lines_hang_are_one_paragraph_each():
    paper = Paper()
    top = 100
    for work in WORKS:
        for number, line in enumerate(work):
            paper.line(line, 72 if number else 60, top)
            top += 12
    assert of_kind(paper.read(), BlockKind.PARAGRAPH) == [" ".join(work) for work in WORKS]


def test_first_lines_that_are_indented_still_begin_paragraphs():
    paper = Paper()
    top = 100
    for number in range(4):
        for line in (f"Farm {number} has a well of its own, which is dry", *TEXT):
            paper.line(line, 60 if line in TEXT else 72, top)
            top += 12
    assert len(of_kind(paper.read(), BlockKind.PARAGRAPH)) == 4


def slide(paper: Paper, title: str, top: float) -> None:
    paper.canvas.setPageSize((600, 420))
    paper.canvas.setFont("Helvetica-Bold", 12)
    paper.canvas.drawString(40, 420 - top, title)
    paper.canvas.setFont("Helvetica", 12)
    for number in range(3):
        paper.canvas.drawString(
            40, 380 - top - 30 * number, f"In this place {number} something is said of the wells."
        )
    paper.turn()


def test_the_titles_of_slides_are_headings_at_whatever_height_they_stand():
    paper = Paper()
    names = [
        "What we know",
        "Which wells are dry",
        "Who owns them",
        "What it costs",
        "What is next",
        "Thanks",
    ]
    for number, name in enumerate(names):
        slide(paper, name, 40 + 17 * number)
    assert [title for title, _ in headings(paper.read())][-4:] == names[-4:]


def test_a_title_page_in_letters_of_the_text_has_the_title():
    paper = Paper()
    for line, top in (
        ("The dry wells of the valley", 150),
        ("A Thesis", 250),
        ("Jane Miller", 300),
        ("May 2019", 330),
    ):
        paper.canvas.setFont("Helvetica", 10)
        paper.canvas.drawCentredString(210, 600 - top, line)
    paper.turn()
    for _ in range(3):
        paper.lines(TEXT)
        paper.turn()
    assert paper.read().metadata.title == "The dry wells of the valley"


def test_the_end_of_a_list_of_contents_on_the_next_page_is_left_out():
    paper = Paper()
    paper.line("Table of Contents", 60, 60)
    for number in range(12):
        paper.line(f"Well number {number} . . . . . . . . . . . . . . . . {number + 3}", 60, 90 + 40 * number)
        paper.canvas.drawRightString(380, 510 - 40 * number, str(number + 3))
    paper.turn()
    paper.line("References . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .", 60, 60)
    paper.canvas.setFont("Helvetica", 10)
    paper.canvas.drawRightString(380, 540, "37")
    paper.lines(TEXT, top=140)
    paper.turn()
    for _ in range(3):
        paper.lines(TEXT)
        paper.turn()
    document = paper.read()
    assert "References . ." not in document.text
    assert "References" in left_out(document)["list of contents"]


def test_a_title_left_of_a_list_of_contents_is_no_part_of_it():
    paper = Paper()
    paper.line("State of", 20, 90, 24, "Helvetica-Bold")
    paper.line("the wells", 20, 120, 24, "Helvetica-Bold")
    paper.line("Contents", 200, 60, 14, "Helvetica-Bold")
    for number in range(12):
        paper.line(f"Well number {number} . . . . . . . . . . . . . . {number + 3}", 200, 90 + 16 * number)
    paper.lines(TEXT, left=20, top=400)
    for _ in range(3):
        paper.turn()
        paper.lines(TEXT)
    document = paper.read()
    assert document.metadata.title == "State of the wells"
    assert "Well number 3" in left_out(document)["list of contents"]


def test_the_head_of_a_table_with_rules_stays_where_each_page_begins_with_it():
    paper = Paper()
    for page in range(5):
        for row in range(13):
            words = (f"Well {page * 12 + row}", "Dry") if row else ("Name of the well", "State")
            paper.line(words[0], 64, 34 + 22 * row)
            paper.line(words[1], 244, 34 + 22 * row)
        for row in range(14):
            height = HEIGHT - 18 - 22 * row
            paper.canvas.line(60, height, 360, height)
        for left in (60, 240, 360):
            paper.canvas.line(left, HEIGHT - 18, left, HEIGHT - 18 - 22 * 13)
        paper.turn()
    document = paper.read()
    tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    heads = [[document.quote(cell.span) for cell in table.rows[0].cells] for table in tables]
    assert heads == [["Name of the well", "State"]] * 5


def test_a_narrow_column_beside_the_text_is_read_for_itself():
    paper = Paper()
    side = ("Why we looked", *(f"In place {number} wells are dry" for number in range(12)))
    main = (
        "The dry wells of the valley",
        *(f"The council found in farm {n} that nobody had looked" for n in range(11)),
    )
    for number in range(max(len(side), len(main))):
        if number < len(side):
            paper.line(side[number], 30, 60 + 13 * number, 8)
        if number < len(main):
            paper.line(main[number], 170, 60 + 16 * number, 9)
    text = paper.read().text
    assert text.index("In place 11") < text.index("The dry wells of the valley")
    assert text.index("In place 11") > text.index("Why we looked")


def test_specks_of_a_scan_that_were_read_as_letters_are_left_out_and_counted():
    paper = Paper()
    for number in range(12):
        paper.line("I I I", 60 + 7 * number, 60 + 30 * number)
    paper.lines(TEXT, top=450)
    document = paper.read()
    assert "I I I" not in document.text
    assert left_out(document)["specks and lines of scanned pages"].count("I I I") == 12


def stamped(pages: int, stamped_pages: int) -> Paper:
    paper = Paper()
    for number in range(pages):
        if number < stamped_pages:
            paper.line("DRAFT", 120, 320, 70, "Helvetica-Bold")
        top = paper.lines(TEXT)
        paper.lines(TEXT, top=top + 200)
        paper.turn()
    return paper


def test_a_word_stamped_over_each_page_is_no_text_of_it():
    document = stamped(5, 5).read()
    assert "DRAFT" not in document.text
    assert "DRAFT" in " ".join(left_out(document).values())


def test_a_large_word_on_some_pages_is_a_heading():
    assert "DRAFT" in stamped(6, 2).read().text


def test_an_address_at_the_foot_of_a_letter_is_no_footnote():
    paper = Paper()
    top = paper.lines(TEXT)
    paper.lines(TEXT, top=top + 20)
    paper.line("118 North Harbour Street - Wellesley - Tel (312) 555-0100", 60, 560, 8)
    document = paper.read()
    assert of_kind(document, BlockKind.FOOTNOTE) == []
    assert "118 North Harbour Street" in document.text


def test_an_item_whose_first_line_alone_is_set_in_goes_on_at_the_left():
    paper = Paper()
    top = paper.lines(TEXT)
    for mark, word in (("(a)", "Affiliate"), ("(b)", "Material")):
        paper.line(f"{mark} “{word}” means any other person that is directly or", 84, top + 8)
        top = paper.lines(
            (
                "indirectly in control of the council or of its wells, but for",
                "those in the valley. No well that is dry is meant by this, nor",
                "any other.",
            ),
            top=top + 20,
        )
    paper.lines(TEXT, top=top + 8)
    document = paper.read()
    items = of_kind(document, BlockKind.LIST_ITEM)
    assert [item.endswith("any other.") for item in items] == [True, True]


def test_a_text_below_an_item_that_hangs_begins_a_paragraph():
    paper = Paper()
    top = paper.lines(TEXT)
    paper.line("(a)", 72, top + 12)
    paper.line("The wells in the valley that were found to be dry are", 90, top + 12)
    paper.line("those of the three farms.", 90, top + 24)
    paper.lines(TEXT, top=top + 36)
    assert of_kind(paper.read(), BlockKind.LIST_ITEM) == [
        "The wells in the valley that were found to be dry are those of the three farms."
    ]


def test_notes_whose_marks_stand_far_to_the_left_of_them_are_notes():
    paper = Paper()
    top = paper.lines(TEXT)
    right = 60 + paper.canvas.stringWidth(TEXT[3], "Helvetica", 10)
    paper.line("1", right, top - 15, 6)
    paper.lines(TEXT, top=top + 10)
    paper.line("1", 40, 500, 5.5)
    paper.line("The wells were looked at by two inspectors of the council", 70, 504, 8)
    paper.line("in the summer of 2019.", 70, 514, 8)
    paper.line("2", 40, 525, 5.5)
    paper.line("Three farms were not.", 70, 529, 8)
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == [
        "The wells were looked at by two inspectors of the council in the summer of 2019.",
        "Three farms were not.",
    ]


def test_an_item_that_is_set_in_below_another_goes_on_farther_to_the_left():
    paper = Paper()
    paper.line("1. Certain definitions of what is meant by the words below:", 60, 100)
    paper.line("(a) “Affiliate” means any other person that is directly or", 110, 118)
    paper.lines(
        (
            "indirectly in control of the council or of its wells, but",
            "for those in the valley. No dry well is meant",
            "by this, nor any other.",
        ),
        left=84,
        top=130,
    )
    items = of_kind(paper.read(), BlockKind.LIST_ITEM)
    assert [item[-10:] for item in items] == ["rds below:", "any other."]


def noted(paper: Paper, number: int, top: float) -> float:
    paper.line(str(number), 60, top - 3, 5)
    paper.line(f"Report {number} of the council on the wells.", 68, top, 8)
    return top + 10


def test_a_page_of_nothing_but_notes_goes_on_with_those_of_the_page_before_it():
    paper = Paper()
    for _ in range(2):
        for top in range(60, 560, 60):
            paper.lines(TEXT, top=top)
        paper.turn()
    top = paper.lines(TEXT)
    paper.line("1", 60 + paper.canvas.stringWidth(TEXT[3], "Helvetica", 10), top - 15, 6)
    paper.lines(TEXT, top=top + 8)
    top = 420.0
    for number in range(1, 4):
        top = noted(paper, number, top)
    paper.turn()
    top = 60.0
    for number in range(4, 14):
        top = noted(paper, number, top)
    notes = of_kind(paper.read(), BlockKind.FOOTNOTE)
    assert len(notes) == 13
    assert notes[-1] == "Report 13 of the council on the wells."


def over_a_table(rest: str) -> list[str]:
    paper = Paper()
    paper.lines((*TEXT[:3], "what the farmers said of it in the"), top=100)
    paper.turn()
    for row in range(8):
        for column in range(3):
            paper.line(f"Well {row}{column}", 60 + 110 * column, 100 + 16 * row, 10)
    paper.turn()
    paper.lines((rest, *TEXT[1:]), top=60)
    return of_kind(paper.read(), BlockKind.PARAGRAPH)


def test_a_sentence_goes_on_over_a_page_that_holds_only_a_table():
    assert len(over_a_table("summer, when the regional council met again and heard all")) == 1


def test_a_paragraph_after_a_page_that_holds_only_a_table_is_one_of_its_own():
    assert len(over_a_table(TEXT[0])) == 2


def test_running_heads_of_a_text_that_fills_a_part_of_its_sheet_are_left_out():
    paper = Paper()
    for number in range(7):
        head = "On wells and the farms around them" if number % 2 else "The office of water"
        paper.line(head, 140, 125)
        lines = tuple(
            f"The part {number} of the text has its line {line} on wells and farms." for line in "abcdefg"
        )
        paper.lines(lines, left=140, top=160)
        paper.turn()
    document = paper.read()
    assert "On wells and the" not in document.text
    assert "The office of water" not in document.text
    assert set(left_out(document)) == {"running heads and page numbers"}


def test_page_numbers_beside_the_name_of_a_series_are_left_out():
    paper = Paper()
    for number in range(6):
        paper.lines(tuple(f"{line} ({number})" for line in TEXT[number % 3 :]), top=120 + 30 * number)
        paper.line(str(number + 13), 396 if number % 2 else 20, 587, 20)
        paper.line("Working paper on wells", 180, 578, 8)
        paper.line("January of that year", 180, 587, 8)
        paper.turn()
    document = paper.read()
    assert [page.label for page in document.pages] == ["13", "14", "15", "16", "17", "18"]
    assert not any(text.isdigit() for text in of_kind(document, BlockKind.PARAGRAPH))


def test_an_item_set_in_goes_on_where_its_next_word_had_no_room():
    lines = (
        "The new plan of the office asks the farmers and the towns",
        "of the valley to keep to the rules, which are these three:",
    )
    paper = Paper()
    top = paper.lines(lines, top=100)
    paper.line("(1) Reading the meters of the wells and the", 70, top)
    rest = ("Representatives-of-districts who come to look at them in", "the spring.")
    top = paper.lines(rest, top=top + 12)
    paper.line("(2) Paying.", 70, top)
    paper.lines(("The office then writes to all who have paid in the year so",), top=top + 12)
    items = of_kind(paper.read(), BlockKind.LIST_ITEM)
    assert [item[-11:] for item in items] == ["the spring.", "Paying."]


def test_words_in_other_letters_lead_in_a_sentence():
    paper = Paper()
    paper.line("WHO TO ASK:", 60, 100, 7.5, "Helvetica-Bold")
    paper.line("Ms Vale", 113, 100)
    paper.lines(("Morrow of the office of water, which is open on each day", "of the week but one."), top=112)
    assert paper.read().text.startswith("WHO TO ASK: Ms Vale Morrow of the office")


def test_a_heading_in_the_middle_ends_before_one_at_the_left():
    paper = Paper()
    top = paper.lines(TEXT, top=100)
    bold = "Helvetica-Bold"
    width = paper.canvas.stringWidth
    right = 60 + max(width(line, "Helvetica", 10) for line in TEXT)

    def centred(text: str, top: float) -> None:
        paper.line(text, (60 + right - width(text, bold, 10)) / 2, top, 10, bold)

    centred("Findings", top)
    paper.line("A. Wells and the farms near", 60, top + 12, 10, bold)
    top = paper.lines(TEXT, top=top + 24)
    centred("A long heading in the middle", top)
    centred("that goes on", top + 12)
    paper.lines(TEXT, top=top + 24)
    names = [name for name, _ in headings(paper.read())]
    assert names == ["Findings", "A. Wells and the farms near", "A long heading in the middle that goes on"]


def test_large_words_that_half_of_the_pages_begin_with_are_running_heads():
    paper = Paper()
    for number in range(6):
        paper.line("Supplement" if number % 2 else "ANNEX B", 180, 40, size=16)
        paper.line(f"Chapter {number + 1}", 60, 70, size=18)
        paper.lines(TEXT)
        paper.turn()
    document = paper.read()
    assert document.metadata.title == "Chapter 1"
    assert [text for text, _ in headings(document)] == [f"Chapter {number}" for number in range(2, 7)]
    assert left_out(document)["running heads and page numbers"] == "ANNEX B · Supplement"


def topped_by(words: Sequence[str]) -> Document:
    """Return a document each page of which begins with one of `words` in large letters."""
    paper = Paper()
    for text in words:
        paper.line(text, 60, 60, size=20)
        paper.lines(TEXT)
        paper.turn()
    return paper.read()


def test_a_large_heading_that_comes_again_on_most_pages_stays_where_it_is_first():
    for times in (3, 5):
        again = ["Recommendations"] * times
        document = topped_by(["Harbour report of the year", *again, "What comes next"])
        assert [text for text, _ in headings(document)] == ["Recommendations", "What comes next"]


def test_large_headings_that_come_again_on_half_of_the_pages_are_no_running_heads():
    again = ["Recommendations"] * 3
    document = topped_by(["Harbour report of the year", *again, "What comes next", "Annex"])
    assert [text for text, _ in headings(document)] == [*again, "What comes next", "Annex"]


def test_large_headings_that_come_again_far_apart_are_no_running_heads():
    far = ["Wells", "Summary", "Summary", "Roads", "Quays", "Summary", "Summary"]
    document = topped_by(["Harbour report of the year", "Summary", *far, "Summary"])
    assert [text for text, _ in headings(document)].count("Summary") == 6


def test_text_is_no_heading_where_tables_in_small_print_hold_more_letters():
    paper = Paper()
    paper.lines(TEXT, size=11)
    paper.lines(TEXT[::-1], top=540, size=11)
    for row in range(30):
        for column in range(4):
            paper.line(f"{row * 37 + column} of {row}", 60 + 80 * column, 200 + 11 * row, size=8)
    paper.turn()
    document = paper.read()
    assert of_kind(document, BlockKind.PARAGRAPH) == [" ".join(TEXT), " ".join(TEXT[::-1])]
    assert not document.metadata.title


def test_notes_stand_below_tables_in_small_print():
    paper = Paper()
    paper.lines(TEXT, size=11)
    for row in range(12):
        for column in range(5):
            paper.line(f"{row * 37 + column}", 60 + 60 * column, 200 + 12 * row, size=9)
    paper.line("\u2020 Wells that had been closed for the season.", 60, 360, size=8)
    paper.line("\u2021 Wells that were never measured.", 60, 370, size=8)
    paper.turn()
    document = paper.read()
    notes = [block.marker for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["\u2020", "\u2021"]
