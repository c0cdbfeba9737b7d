"""What only some briefs hold: figures, grouped advice, sources, the whole text with its margin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.document.plan import (
    NoteRow,
    PassageRow,
    PlanKind,
    PlanSection,
    RecommendationRow,
    SourceFacts,
    WordsRow,
)
from helpers.briefs import (
    FIGURES,
    NOTES,
    RECOMMENDATIONS,
    all_elements,
    elements_of,
    long_plan,
    opened,
    plan_of,
    sample_plan,
    text_plan,
    words_of,
)


def test_figures_tell_what_they_are_of_and_where_the_source_says_otherwise() -> None:
    words = words_of(opened(replace(sample_plan(one_page=False), sections=(FIGURES,))))
    assert "37 percent of households · stated differently: 41 percent (¶9)" in words


def test_grouped_recommendations_stand_under_their_addressees() -> None:
    plan = replace(sample_plan(one_page=False), sections=(replace(RECOMMENDATIONS, grouped=True),))
    reader = opened(plan)
    words = words_of(reader)
    assert words.index("Action Strength Ref United States Rethink") < words.index("The U.S. Review")
    assert words.count("Action Strength Ref") == words.count("The U.S.") == 1
    (table,) = [element for element in all_elements(reader) if element["/S"] == "/Table"]
    wide = [element for element in elements_of(table) if "/ColSpan" in element.get("/A", {})]
    assert [cell["/A"]["/ColSpan"] for cell in wide] == [3, 3]
    assert [kid["/S"] for cell in wide for kid in elements_of(cell)] == ["/H3", "/H3"]


def test_the_addressee_of_a_long_group_is_named_on_every_page_and_read_once() -> None:
    rows = tuple(RecommendationRow("Ministry", f"Act {at}", "should", (9,)) for at in range(90))
    section = replace(RECOMMENDATIONS, grouped=True, recommendations=rows)
    reader = opened(replace(sample_plan(one_page=False), sections=(section,)))
    pages = [page.extract_text() for page in reader.pages]
    told = [page for page in pages if "Act " in page]
    assert len(told) > 2
    assert all(page.count("Ministry") == 1 for page in told)
    assert sum(element["/S"] == "/H3" for element in all_elements(reader)) == 1


def test_long_numbers_of_references_stand_on_one_line() -> None:
    plan = long_plan(520, one_page=False)
    assert "1040 ¶1040" in words_of(opened(replace(plan, sections=())))


def test_notes_stand_under_the_sections_of_the_source() -> None:
    rows = tuple(replace(row, under=f"Chapter {at}") for at, row in enumerate(NOTES.notes))
    words = words_of(opened(replace(sample_plan(one_page=False), sections=(replace(NOTES, notes=rows),))))
    assert words.index("Chapter 0") < words.index("This thaw is") < words.index("Chapter 1")


def test_several_sources_are_listed_with_their_numbers() -> None:
    others = (SourceFacts("Source: a report, 2,000 words", "second.pdf", "ab" * 32, "A second report"),)
    words = words_of(opened(replace(sample_plan(one_page=False), others=others)))
    assert "2 sources, listed at the end" in words
    assert "[2] A second report · a report, 2,000 words · second.pdf sha256 abababab" in words
    assert "2 sources · 12 of 12 quotes verified" in words


def test_the_whole_text_is_there_with_its_numbers_marks_and_notes() -> None:
    words = words_of(opened(text_plan()))
    pieces = ("¶1", "Shifts", "Countering influence", "Second line", "y = 2", "July Talks", "A footnote.")
    assert [piece for piece in pieces if piece not in words] == []
    assert "Agreed, or proposed?" in words
    # Each mark ends with the letter of its role; where two overlap, the second begins where the first ends.
    assert "thaw is characteriYzed by" in words.replace("\u2060", "")


def test_text_without_notes_takes_the_margin() -> None:
    plan = text_plan()
    row = PassageRow(kind=BlockKind.PARAGRAPH, text="Wells were dug, one after another. " * 400)
    noted = replace(row, notes=NOTES.notes[:1])

    def pages(*rows: PassageRow) -> int:
        section = replace(plan.sections[0], passages=rows)
        return len(opened(replace(plan, sections=(section,))).pages)

    assert pages(*[row] * 4) < pages(*[row] * 3, noted)


def test_a_table_of_the_text_without_titles_has_no_empty_head() -> None:
    row = PassageRow(kind=BlockKind.TABLE, text="", cells=(("DOE", "Department of Energy"),) * 90)
    plan = text_plan()
    reader = opened(replace(plan, sections=(replace(plan.sections[0], passages=(row,)),)))
    elements = list(all_elements(reader))
    heads = [node["/A"]["/Scope"] for node in elements if node["/S"] == "/TH"]
    assert heads == ["/Row"] * 90
    assert sum(node["/S"] == "/TR" for node in elements) == 90
    assert len(reader.pages) > 1


def test_items_of_a_margin_note_are_one_list() -> None:
    note = NoteRow("", "Compare:\n\n- one\n- two\n- three", NOTES.notes[0].role)
    row = PassageRow(kind=BlockKind.PARAGRAPH, text="Water.", notes=(note,))
    plan = text_plan()
    section = replace(plan.sections[0], passages=(row,))
    tags = [node["/S"] for node in all_elements(opened(replace(plan, sections=(section,))))]
    assert (tags.count("/L"), tags.count("/LI")) == (1, 3)


def test_headings_of_the_text_leave_out_no_level() -> None:
    tags = [node["/S"] for node in all_elements(opened(text_plan())) if node["/S"].startswith("/H")]
    assert tags == ["/H1", "/H2", "/H3", "/H4"]


@pytest.mark.parametrize("text", ["<b>&amp;", "x" * 900, "\n\n\t", "a\nb" * 40, ""])
def test_any_text_in_every_field_of_the_whole_text(text: str) -> None:
    assert len(opened(plan_of(text, whole=True)).pages) >= 1


def test_words_of_the_readers_own_say_whose_they_are() -> None:
    words = PlanSection(
        kind=PlanKind.WORDS,
        title="Assessment",
        words=(WordsRow("We *doubt* it.\n\n- first\n- second"),),
    )
    plan = replace(sample_plan(one_page=False), sections=(words, *sample_plan().sections))
    reader = opened(plan)
    text = words_of(reader)
    assert "We doubt it. • first • second The reader’s own words, not taken from the source" in text
    tags = [element["/S"] for element in all_elements(reader)]
    assert tags.count("/LI") >= 2
    assert words_of(opened(replace(plan, one_page=True))).count("We doubt it.") == 1
