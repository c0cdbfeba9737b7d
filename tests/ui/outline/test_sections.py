"""Sections: nested by what they hold, numbered, and found by offset."""

from __future__ import annotations

from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.outline import Outline, Section
from deskbrief.services.curation import Curated
from deskbrief.ui.models.places import Places
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.prepare import Preparer
from deskbrief.ui.outline.rows import SectionRow
from deskbrief.ui.outline.sections import section_at, section_rows, shown_section
from helpers.qt_panels import river


def rows(*sections: tuple[str, int, int]) -> list[SectionRow]:
    document = river()
    made = [Section(title, 1, start, end) for title, start, end in sections]
    return list(section_rows(document, Places(document), made, "Opening"))


NESTED = (
    ("", 0, 100),
    ("a", 100, 300),
    ("a1", 110, 200),
    ("a11", 120, 200),
    ("a2", 200, 300),
    ("b", 300, 400),
)


def test_sections_stand_under_the_one_that_holds_them() -> None:
    made = rows(*NESTED)
    assert [row.depth for row in made] == [0, 0, 1, 2, 1, 0]
    assert [row.parent for row in made] == [-1, -1, 1, 2, 1, -1]
    assert [row.has_children for row in made] == [False, True, True, False, False, False]


def test_a_section_without_title_is_the_opening() -> None:
    assert rows(*NESTED)[0].title == "Opening"


def test_sections_with_one_title_have_keys_of_their_own() -> None:
    keys = {row.key for row in rows(("a", 0, 10), ("a", 10, 20), ("a", 20, 30))}
    assert len(keys) == 3


def test_the_innermost_section_is_found() -> None:
    made = rows(*NESTED)
    expected = {0: 0, 99: 0, 100: 1, 115: 2, 150: 3, 199: 3, 250: 4, 399: 5, 400: -1, -1: -1}
    assert {offset: section_at(made, offset) for offset in expected} == expected


def test_a_section_inside_a_closed_one_is_shown_by_the_outermost_closed_one() -> None:
    made = rows(*NESTED)
    for row in made:
        row.open = True if row.has_children else None
    assert shown_section(made, 3) == 3
    made[2].open = False
    assert shown_section(made, 3) == 2
    made[1].open = False
    assert shown_section(made, 3) == 1
    assert shown_section(made, -1) == -1


def test_paragraph_ranges() -> None:
    document = river()
    heading = document.blocks[1]
    end = document.blocks[5].start
    made = rows(("", 0, heading.start), ("a", heading.start, end), ("b", end, len(document.text)))
    assert [row.paragraphs for row in made] == ["¶1", "¶2–4", "¶5–7"]


def test_a_row_leads_to_the_heading() -> None:
    document = river()
    heading = document.blocks[1]
    assert rows(("a", heading.start, 400))[0].span == heading.span


def test_rows_of_many_sections_are_made_in_slices() -> None:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=400)
    document = Document(sha256="many", metadata=Metadata(), text="x" * 400, blocks=(block,))
    sections = tuple(Section(title=f"Part {at}", level=1, start=at, end=at + 1) for at in range(400))
    preparer = Preparer(Labels())
    turns = sum(1 for _ in preparer.prepare(document, Outline(sections=sections), Curated()))
    assert [row.title for row in preparer.content.sections] == [one.title for one in sections]
    assert turns > 400 / 50
