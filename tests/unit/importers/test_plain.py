from pathlib import Path

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.services.sources import sample_path
from helpers.reading import of_kind, read, shape

TITLES = [
    "Understanding the Strategic Shifts in U.S.-Russian Relations",
    "Analyzing the Implications for Regional Stability and Security",
    "Recommendations for U.S. Policy Amid Changing Alliances",
    "To Wrap It Up",
]


@pytest.fixture(scope="module")
def sample():
    return read(Path(sample_path()).read_bytes())


def test_the_sample_has_its_four_headings(sample):
    assert of_kind(sample, BlockKind.HEADING) == TITLES


def test_the_sample_has_its_tables_with_header_rows(sample):
    tables = [block for block in sample.blocks if block.kind is BlockKind.TABLE]
    assert [len(table.rows) for table in tables] == [4, 4, 4]
    for table in tables:
        assert [cell.header for row in table.rows for cell in row.cells].count(True) == len(
            table.rows[0].cells
        )
    first = [sample.quote(cell.span) for cell in tables[0].rows[1].cells]
    assert first[:2] == ["July 2023", "Security Talks"]


def test_the_sample_has_its_list_items_without_their_dashes(sample):
    items = of_kind(sample, BlockKind.LIST_ITEM)
    assert len(items) == 9
    assert all(not item.startswith("-") for item in items)
    assert items[-1].startswith("Bolster Regional Partnerships:")


def test_the_sample_is_read_in_full_and_ends_with_its_last_word(sample):
    assert sample.paragraphs == 21
    assert not sample.text.endswith("\n")
    assert sample.coverage.share == 1


def test_wrapped_lines_are_one_paragraph_and_bare_lines_headings():
    text = (
        "Summary of the findings\n\n"
        "The committee met twice this year and heard from nineteen witnesses about\n"
        "the state of the harbours, all of whom asked for more money and less advice\n"
        "than they had been given in the past.\n\n"
        "Next steps\n\n"
        "A second hearing is planned for the autumn, when the figures will be known.\n"
    )
    made = shape(read(text))
    assert [kind for kind, _ in made] == ["title", "paragraph", "heading", "paragraph"]
    assert made[1][1].endswith("than they had been given in the past.")
    assert "\n" not in made[1][1]


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "– "])
def test_lists_are_found_by_their_bullets(marker):
    text = f"What was asked for:\n\n{marker}more ships\n{marker}fewer harbours\n{marker}a new map\n"
    assert of_kind(read(text), BlockKind.LIST_ITEM) == ["more ships", "fewer harbours", "a new map"]


def test_numbered_lists_keep_their_order():
    text = "The council decided three things:\n\n1. to wait,\n2. to look again,\n3. to act in the spring.\n"
    assert of_kind(read(text), BlockKind.LIST_ITEM) == ["to wait,", "to look again,", "to act in the spring."]


def test_nested_items_are_deeper():
    document = read("The plan has parts:\n\n- ships\n  - large ones\n  - small ones\n- harbours\n")
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.depth for item in items] == [0, 1, 1, 0] or [item.depth for item in items] == [1, 2, 2, 1]


def test_a_pipe_table_has_no_delimiter_row():
    document = read("Figures of the year:\n\n| Year | Ships |\n|---|---:|\n| 2021 | 14 |\n| 2022 | 19 |\n")
    assert shape(document)[-1] == ("table", "Year | Ships / 2021 | 14 / 2022 | 19")


def test_each_kept_character_leads_back_to_the_file():
    text = "Heading of it\r\n\r\n- one  item\r\n- two\r\n\r\nA  paragraph\r\nof two lines.\r\n"
    document = read(text)
    decoded = text.replace("\r\n", "\n")
    for run in document.source_runs:
        assert (
            document.text[run.start : run.start + run.length] == decoded[run.source : run.source + run.length]
        )
    covered = sum(run.length for run in document.source_runs)
    assert covered >= len("".join(document.text.split()))


def test_a_text_of_one_long_line_is_read():
    document = read("word " * 200_000)
    assert document.words == 200_000


def headings(text):
    """Return the headings of a text with their levels."""
    return [(block.level, text) for block, text in _blocks(read(text)) if block.kind is BlockKind.HEADING]


def _blocks(document):
    return [(block, document.quote(block.span)) for block in document.blocks]


LONG = "The harbour that built this town is empty for half of the year, and the young leave it when they can."


def test_the_name_of_a_chapter_below_its_number_is_part_of_the_heading():
    parts = ["A book about harbours", "CHAPTER I", "THE STORM", LONG, "CHAPTER II", "A STRANGER", LONG, LONG]
    assert headings("\n\n".join(parts)) == [(1, "CHAPTER I THE STORM"), (1, "CHAPTER II A STRANGER")]


def test_a_number_alone_stays_alone_where_text_follows_it():
    parts = ["A book about harbours", "CHAPTER I", LONG, LONG, "CHAPTER II", LONG, LONG]
    assert headings("\n\n".join(parts)) == [(1, "CHAPTER I"), (1, "CHAPTER II")]


def test_what_stands_in_a_chapter_is_below_it():
    parts = ["Chapter 1: Introduction", LONG, "Research questions", LONG, "Chapter 2: Literature", LONG]
    parts += ["Economic studies", LONG, "Appendix", LONG]
    assert headings("\n".join(parts)) == [
        (1, "Chapter 1: Introduction"),
        (2, "Research questions"),
        (1, "Chapter 2: Literature"),
        (2, "Economic studies"),
        (1, "Appendix"),
    ]


def test_articles_are_inside_the_parts_of_an_act():
    parts = ["Harbours Act 2011", "An Act to make provision about the safety of ferries in harbours."]
    for part, articles in (("I", "12"), ("II", "34")):
        parts += [f"PART {part}", "DUTIES OF OPERATORS"]
        for article in articles:
            parts += [f"Article {article}", "Duty to inspect", LONG]
    found = headings("\n".join(parts))
    assert [level for level, _ in found] == [1, 2, 2, 1, 2, 2]
    assert found[0][1] == "PART I DUTIES OF OPERATORS"


def test_a_text_of_short_lines_has_no_headings_but_may_have_a_title():
    verse = (
        "The Harbour at Night\n\nThe boats lie still, the ropes hang slack,\n"
        "The moon has drawn a silver track\n"
        "Across the water, cold and black,\nAnd no one comes, and none go back.\n\n"
        "A light upon the western pier\nHas burned alone for many a year.\n"
        "Who tends it now? Who wanders here\nWhen all the boats are gone, and clear\n"
    )
    assert headings(verse) == []
    assert of_kind(read(verse), BlockKind.TITLE) == ["The Harbour at Night"]


def test_a_talk_of_names_and_short_lines_has_no_headings():
    talk = (
        "Anna\nMorning all\nBen\nHi Anna, did the ferry leave on time?\nAnna\nYes, quite early\nCarla\nWow\n"
    )
    assert headings(talk) == []


def test_the_lines_of_contents_are_not_headings_where_headings_are_underlined():
    text = (
        "Report on the harbour\n=====================\n\nContents\n--------\n\n"
        "1 Introduction\n2 The quays\n3 Costs\n4 What to do\n\n"
    )
    for name in ("1 Introduction", "2 The quays", "3 Costs", "4 What to do"):
        text += f"{name}\n{'-' * len(name)}\n\n{LONG}\n\n"
    made = read(text)
    assert of_kind(made, BlockKind.LIST_ITEM) == ["1 Introduction", "2 The quays", "3 Costs", "4 What to do"]
    assert of_kind(made, BlockKind.HEADING).count("3 Costs") == 1


def test_each_line_of_contents_with_dots_is_an_item_of_its_own():
    dots = ". . . . . . ."
    text = (
        f"Contents\n\n   1.  Introduction {dots} 2\n     1.1.  Language {dots} 2\n   2.  Protocol {dots} 3\n"
    )
    assert len(of_kind(read(text), BlockKind.LIST_ITEM)) == 3


def test_stars_far_apart_are_a_line_between_parts():
    text = f"{LONG}\n\n       *       *       *       *       *\n\n{LONG}\n"
    assert [kind for kind, _ in shape(read(text))] == ["paragraph", "paragraph"]


def test_a_telephone_number_is_no_list_item():
    assert of_kind(read(f"Contact: Jane Miller\n(555) 010-2030\n\n{LONG}\n"), BlockKind.LIST_ITEM) == []


def test_a_press_release_is_not_called_for_immediate_release():
    text = f"FOR IMMEDIATE RELEASE\nMarch 4, 2024\n\nHarbour Opens New Terminal\n\n{LONG}\n\n{LONG}\n"
    made = shape(read(text))
    assert ("title", "FOR IMMEDIATE RELEASE") not in made
    assert ("heading", "FOR IMMEDIATE RELEASE") not in made


def test_a_chinese_sentence_is_no_heading():
    sentence = "然而，尽管有严格的规则，这并不意味着太空中的人类不会接触发酵液体。"
    text = "\n".join([LONG, sentence, LONG, sentence + sentence, LONG])
    assert headings(text) == []


@pytest.mark.parametrize(
    "line",
    [
        'install.packages("pdftools")',
        "trips <- bike_tripmat(bikedb = db)",
        "$ rustup update stable",
        "sudo apt-get install libpoppler-cpp-dev",
    ],
)
def test_one_line_of_code_between_paragraphs_is_code(line):
    assert ("code", line) in shape(read(f"{LONG} Type this:\n{line}\n{LONG}\n"))


def test_remarks_and_results_between_code_are_code():
    code = "# plot it on a map\nlibrary(raster)\nx <- dim(trips)\n## [1] 581 581\n"
    made = shape(read(f"{LONG}\nlibrary(sp)\n{code}{LONG}\n"))
    assert [kind for kind, _ in made] == ["paragraph", "code", "paragraph"]


def test_paragraphs_that_end_with_the_number_of_a_note_are_no_code():
    made = shape(read(f"{LONG}[41]\n{LONG}[42]\n{LONG}[43]\n"))
    assert [kind for kind, _ in made] == ["paragraph"] * 3


def test_a_sentence_that_begins_with_the_number_of_a_part_is_none():
    said = ["Article 4 says nothing of this.", "Article 5 is no better, and Article 6 is worse."]
    assert headings("\n".join([LONG, said[0], LONG, said[1], LONG])) == []


def test_chapters_in_a_list_of_contents_are_no_headings():
    names = ["Chapter 1. The Storm", "Chapter 2. A Stranger", "Chapter 3. The Ring"]
    text = "\n".join(["A book about harbours", *names, *(part for name in names for part in (name, LONG))])
    assert [name for _, name in headings(text)] == names


def test_a_lone_doubtful_heading_is_none():
    text = "\n".join([LONG, LONG, "But the best part?", LONG, LONG])
    assert headings(text) == []


def test_words_that_are_parted_at_the_end_of_a_line_are_put_together():
    lines = (
        "The ministry for the environment has told the commission about the environmen-",
        "tal costs of the long-term plan, which the experts of the ministry call a long-",
        "term plan as well, and the commission has asked all the partners for their com-",
        "ments on it until the end of the year, and for those of the other ministries -",
        "as far as there are any.",
    )
    (paragraph,) = of_kind(read("\n".join(lines)), BlockKind.PARAGRAPH)
    assert "environmental costs" in paragraph
    assert "call a long-term plan" in paragraph
    assert "their comments on" in paragraph
    assert "ministries - as far" in paragraph


def test_words_that_are_written_with_a_hyphen_keep_it_at_the_end_of_a_line():
    lines = (
        "The ministry has told the commission about all of the costs of the policy-",
        "making in the valley of the river, and about the costs of all of the short-",
        "and long-term plans that its experts have made for the wells in the north,",
        "and the commission has asked all of the partners for what they had to say",
        "about it until the end of the year.",
    )
    (paragraph,) = of_kind(read("\n".join(lines)), BlockKind.PARAGRAPH)
    assert "policy-making in" in paragraph
    assert "short- and long-term plans" in paragraph


def test_quoted_lines_that_follow_one_another_are_one_quotation():
    document = read("Words.\n\n> One line.\n\n> Another line.\n\nMore words.\n\n> The last.\n")
    assert [block.quotation for block in document.blocks] == [0, 1, 1, 0, 2]


LETTER = """Dear Mrs Hall,

Thank you for your letter of 12 February. I have looked into the question of the harbour lights, and I
have spoken to the harbour master and to two of the pilots who were on duty that night, as you had asked.

The lights were out for eleven minutes. The fault lay with a fuse that had been due for replacement in the
autumn, and that had been noted in the book but not acted upon until the night itself.

With kind regards,

Bo Lind
Director of Works
Northport Harbour Board
"""


@pytest.mark.parametrize(
    "close", ["With kind regards,", "Yours sincerely,", "Regards", "Mit freundlichen Grüßen"]
)
def test_a_letter_has_no_headings_where_it_greets_and_is_signed(close):
    document = read(LETTER.replace("With kind regards,", close))
    assert of_kind(document, BlockKind.HEADING) == []
    assert "Bo Lind" in of_kind(document, BlockKind.PARAGRAPH)


def test_what_follows_a_signature_may_be_a_heading():
    more = "\n".join(f"{number}. Part\n\n{LETTER.split(chr(10))[2] * 3}\n" for number in range(1, 4))
    headed = [text for text in of_kind(read(LETTER + "\n" + more), BlockKind.HEADING) if "Part" in text]
    assert "2. Part" in headed


COLUMN = """The council looked at the reconstruc-
tion of the harbour and at the naviga-
tion office, which was spread over two
floors of a house that nobody had paint-
ed since the year in which it was made.
"""


def test_a_column_as_narrow_as_a_newspapers_is_put_together_where_words_are_parted():
    document = read("\n".join(COLUMN for _ in range(4)))
    paragraphs = [document.quote(block.span) for block in document.blocks]
    assert len(paragraphs) == 4
    assert all(
        words.startswith("The council looked at the reconstruction of the harbour") for words in paragraphs
    )
    assert all("the navigation office, which was spread over two floors" in words for words in paragraphs)


def test_short_lines_without_parted_words_stay_lines():
    lines = ("The river runs so slowly to the sea", "that nobody can say when it began", "and the boats are")
    verse = "\n".join(lines * 4)
    assert len(read(verse).blocks) >= 12
