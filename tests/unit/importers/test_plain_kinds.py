"""Kinds of plain text that analysts meet: laws, contracts, minutes, hearings, press."""

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import headings, markers, of_kind, read, shape


def test_numbered_lines_above_clauses_are_headings_in_laws():
    text = (
        "HARBOURS ACT 2019\n\nPART 1\nINSPECTION\n\n1 Duty to inspect\n\n"
        "(1) The harbour authority must inspect each quay in its area—\n    (a) each year, and\n"
        "    (b) whenever the Minister so directs.\n(2) A pier is a quay.\n\n2 Reports\n\n"
        "(1) The authority must publish a report on each inspection.\n(2) The report must be short.\n\n"
        "PART 2\nGENERAL\n\n3 Title\n\n(1) This Act may be cited as the Harbours Act 2019.\n"
    )
    found = headings(read(text))
    assert ("1 Duty to inspect", 2) in found
    assert ("2 Reports", 2) in found


def test_numbered_lines_above_clauses_are_headings_in_contracts():
    text = (
        "SERVICE AGREEMENT\n\n1. DEFINITIONS\n"
        "1.1 In this Agreement the following words have the meanings given to them in the list below.\n"
        '1.2 "Services" means the inspection services that are set out in Schedule 1 to this Agreement.\n'
        "2. PAYMENT\n2.1 The Board shall pay the Contractor within thirty days of a proper invoice.\n"
        "2.2 If the Board disputes an invoice it shall tell the Contractor within ten days.\n"
    )
    assert [title for title, _ in headings(read(text))] == ["1. DEFINITIONS", "2. PAYMENT"]


def test_articles_that_are_counted_anew_are_headings():
    prose = "All powers that are granted here are those of the Assembly, which meets twice a year. " * 2
    treaty = "".join(f"Article {n}.\n\nSection 1\n\n{prose}\n\nSection 2\n\n{prose}\n\n" for n in (1, 2))
    found = headings(read(f"Two treaties\n\n{treaty}{treaty}"))
    assert [level for title, level in found if title.startswith("Article")] == [1, 1, 1, 1]


def test_minutes_have_headings_in_capitals_above_hanging_text():
    text = (
        "MINUTES OF THE HARBOUR BOARD\n\nPRESENT:  J. Miller\n          A. Lopez\n          S. Stone\n\n"
        "1.  LAST MEETING\n    The minutes of the meeting of 9 April were agreed as a true record.\n\n"
        "2.  INSPECTIONS\n    Mr Harris presented his paper on inspections. Nine quays had been found\n"
        "    to be unsafe. The Board AGREED:\n    (a) to close them; and\n    (b) to tell the Minister.\n"
    )
    document = read(text)
    assert [title for title, _ in headings(document)] == ["1. LAST MEETING", "2. INSPECTIONS"]
    assert markers(document) == ["(a)", "(b)"]


def test_questions_of_a_hearing_are_no_headings():
    text = (
        "Hearing of May 14\n\nThe committee met at ten in Room 210, and heard the inspector of quays.\n\n"
        "Q. Did you read the letter of May 4?\nA. I did.\nQ. And what did you do then?\n"
        "A. I passed it on to the inspector, as I always do with such letters, whoever wrote them.\n"
    )
    assert headings(read(text)) == []


def test_a_press_release_has_the_title_above_its_dateline():
    text = (
        "FOR IMMEDIATE RELEASE\nMay 14, 2019\n\nContact:\nJane Miller\n\nHARBOUR BOARD OPENS INQUIRY\n"
        "Minister promises report\n\n"
        "PORT TOWN, May 14 -- The Harbour Board today opened an inquiry into the state of "
        "nine quays in the north of the country.\n\nThe inquiry will take three months.\n"
    )
    assert read(text).metadata.title == "HARBOUR BOARD OPENS INQUIRY"


def test_a_catalogued_book_has_its_title_and_author():
    text = (
        "The Free Library EBook of The Quay, by Jane Miller\n\nIt may be copied by all who like it.\n\n"
        "Title: The Quay\n\nAuthor: Jane Miller\n\nRelease Date: May 14, 2019\n\nTHE QUAY\n\n"
        "It was a dark night on the quay, and nobody was there who could have told what happened.\n"
    )
    document = read(text)
    assert (document.metadata.title, document.metadata.byline) == ("The Quay", "Jane Miller")
    assert "Title: The Quay" not in [title for title, _ in headings(document)]


def test_a_drawn_table_is_one_table():
    text = (
        "Stones\n\nThe inspector saw them.\n\n+-------+-------+\n| Stone | State |\n"
        "+-------+-------+\n| 1     | loose |\n| 2     | firm  |\n+-------+-------+\n"
    )
    (table,) = [block for block in read(text).blocks if block.kind is BlockKind.TABLE]
    assert len(table.rows) == 3
    assert all(cell.header for cell in table.rows[0].cells)


def test_a_row_of_dashes_below_columns_makes_no_heading():
    text = (
        "Quays\n\nRegion        Quays   Unsafe\n----------------------------\nNorth           214        9\n"
        "South           120        0\n----------------------------\nAll             334        9\n"
    )
    document = read(text)
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert len(table.rows) == 4


def test_bullets_of_many_kinds_make_items():
    signs = "▶➤★■→✔❖◆\uf0b7\uf0a7"
    text = "Quays\n\nThese are in the north, and all of them were seen:\n\n" + "".join(
        f"{s} The quay\n" for s in signs
    )
    assert len(of_kind(read(text), BlockKind.LIST_ITEM)) == len(signs)


def test_works_with_hanging_lines_stay_whole():
    prose = "Quays are inspected in order to find those that are unsafe, and this\n" * 6
    text = (
        f"Quays\n\n{prose}text tells how that is done.\n\n"
        '[2]  Harris, P., "Stones and how they were marked", Harbour Press, May\n     2004.\n'
    )
    assert any(kind_text[1].endswith("May 2004.") for kind_text in shape(read(text)))


def test_chapters_stand_above_the_numbered_headings_inside_them():
    prose = "The board tells of the quays that it saw, and of what is to be done about each of them. " * 3
    titles = ["Chapter 1 Quays", "1.1 The north", "1.2 The south", "Chapter 2 Piers", "2.1 The coal pier"]
    found = headings(read("Report of the board\n\n" + "".join(f"{title}\n\n{prose}\n\n" for title in titles)))
    assert [level for _, level in found] == [1, 2, 2, 1, 2]


def test_parts_that_are_counted_help_to_find_each_other():
    prose = (
        "The panel had met in the spring to look at what the harbours need, and heard from the engineers of "
        "three towns that the sheds are too low for the lorries of today."
    )
    heads = [
        "Discussion topic 1: The sheds",
        "Discussion topic 2: Money for the sheds of the northern and southern quays - offers (Dr Brandt)",
        "Discussion topic 3: The timetable",
    ]
    text = "Meeting of the Panel\n\n" + "\n\n".join(f"{head}\n\n{prose}\n\n{prose}" for head in heads)
    assert headings(read(text)) == [(head, 1) for head in heads]


@pytest.mark.parametrize(
    "table",
    [
        "┌────┬─────┐\n│Year│Depth│\n├────┼─────┤\n│2023│4 cm │\n│2024│5 cm │\n└────┴─────┘",
        "╔════╦═════╗\n║Year║Depth║\n╠════╬═════╣\n║2023║4 cm ║\n╟────╫─────╢\n║2024║5 cm ║\n╚════╩═════╝",
        " Year | Depth\n------+-------\n 2023 | 4 cm\n 2024 | 5 cm",
        " Year │ Depth\n══════╪═══════\n 2023 │ 4 cm\n 2024 │ 5 cm",
    ],
)
def test_tables_that_programs_draw_have_rows_and_a_head(table):
    prose = "The survey of the spring has shown how deep the harbour is in both of the years."
    document = read(f"{prose}\n\n{table}\n\n{prose}\n")
    (found,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    cells = [[document.text[cell.start : cell.end] for cell in row.cells] for row in found.rows]
    assert cells == [["Year", "Depth"], ["2023", "4 cm"], ["2024", "5 cm"]]
    assert [cell.header for row in found.rows for cell in row.cells] == [True] * 2 + [False] * 4
    assert headings(document) == []


@pytest.mark.parametrize(
    "drawn",
    [
        "  asked\n    │      ┌────────┐\n    ├─────>│ lost   │\n    v      └────────┘\n  given",
        "    │      ┌────────┐\n    ├─────>│ lost   │\n    v      └────────┘",
        "wells\n├── north\n│   └── deep\n└── south",
    ],
)
def test_drawings_made_of_signs_stand_as_they_are_drawn(drawn: str):
    prose = "The survey of the spring has shown how a paper goes through the office of the harbour."
    document = read(f"{prose}\n\n{drawn}\n\n{prose}\n")
    (found,) = of_kind(document, BlockKind.CODE)
    base = min(len(line) - len(line.lstrip()) for line in drawn.split("\n"))
    assert found == "\n".join(line[base:] for line in drawn.split("\n"))
