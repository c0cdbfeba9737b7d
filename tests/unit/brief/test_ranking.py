from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.brief.asides import omitted_words
from deskbrief.brief.fit import narrowed, ranked
from deskbrief.brief.ranking import by_importance, is_own
from deskbrief.document.notes import Role
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    NoteRow,
    PlanKind,
    PlanRow,
    PlanSection,
    RecommendationRow,
    SourceFacts,
    Statement,
    WordsRow,
)


def event(edtf: str, title: str, worth: float = 1.0, **more: object) -> ChronologyRow:
    return ChronologyRow(edtf, edtf, title, "", "occurred", worth=worth, **more)  # type: ignore[arg-type]


def events(*rows: ChronologyRow, arranged: bool = False) -> PlanSection:
    return PlanSection(kind=PlanKind.CHRONOLOGY, title="Chronology", chronology=rows, arranged=arranged)


def test_what_is_worth_most_comes_first() -> None:
    section = events(
        event("1957", "Oil found", 0.2), event("1996", "Contract made", 0.9), event("2005", "Law passed")
    )
    assert by_importance(section) == [2, 1, 0]


def test_what_the_reader_chose_comes_before_all_else() -> None:
    rows = (
        event("1957", "Oil", 0.1, own=True),
        event("1996", "Contract", 0.2, confirmed=True),
        event("2005", "Law", 9),
    )
    assert by_importance(events(*rows)) == [0, 1, 2]


def test_the_order_of_a_reader_who_arranged_the_rows_holds() -> None:
    rows = [event("1957", "Oil", 0.1), event("1996", "Contract", 0.2), event("2005", "Law", 9)]
    assert by_importance(events(*rows, arranged=True)) == [0, 1, 2]


def test_rows_that_nobody_weighed_keep_their_order() -> None:
    assert by_importance(events(*(event("2005", "Law", 0.0) for _ in range(4)))) == [0, 1, 2, 3]


def test_events_are_spread_over_time() -> None:
    rows = (
        event("2005-01", "Bill read", 1.0),
        event("2005-02", "Vote held", 0.95),
        event("1996", "Contract made", 0.9),
    )
    assert by_importance(events(*rows)) == [0, 2, 1]


def test_what_is_said_already_waits() -> None:
    rows = [
        RecommendationRow("OMB", "Offer opportunities for knowledge transfer", "should", worth=2.0),
        RecommendationRow(
            "OMB", "Offer opportunities for knowledge transfer among agencies", "should", worth=1.9
        ),
        RecommendationRow("", "Tell the Congress", "could", worth=1.0),
    ]
    section = PlanSection(kind=PlanKind.RECOMMENDATIONS, title="", recommendations=tuple(rows))
    assert by_importance(section) == [0, 2, 1]


def test_of_more_rows_than_a_page_holds_the_worst_come_last() -> None:
    section = events(*(event(str(1800 + at), f"Event {at}", at / 100) for at in range(200)))
    order = by_importance(section)
    assert sorted(order) == list(range(200))
    assert order[0] == 199
    assert order[-1] == 0


@pytest.mark.parametrize(
    ("row", "own"),
    [
        (NoteRow("quote", "My words", next(iter(Role))), True),
        (NoteRow("quote", " ", next(iter(Role))), False),
        (WordsRow("My words"), True),
        (Statement("“Said.”", own=True), True),
        (Statement("“Said.”", worth=5.0), False),
    ],
)
def test_own_words_are_the_readers_own(row: PlanRow, own: bool) -> None:
    assert is_own(row) is own


def test_own_choices_of_all_sections_go_before_what_was_found() -> None:
    points = tuple(Statement(f"“Said {at}.”", worth=1.0, own=at > 1) for at in range(4))
    plan = BriefPlan(
        title="",
        source=SourceFacts("", "", ""),
        prepared="",
        sections=(
            events(*(event(str(1900 + at), f"Event {at}", 5.0) for at in range(3))),
            PlanSection(kind=PlanKind.POINTS, title="", points=points),
        ),
    )
    assert ranked(plan)[:3] == [(0, 0), (1, 2), (1, 3)]


@pytest.mark.parametrize(
    ("omitted", "unfit", "words"),
    [
        (0, 0, ""),
        (2, 0, "2 more events in the source (not shown)"),
        (1, 1, "1 more event left out to fit one page"),
        (5, 2, "5 more events in the source (not shown; 2 left out to fit one page)"),
    ],
)
def test_a_section_says_why_rows_are_left_out(omitted: int, unfit: int, words: str) -> None:
    section = replace(events(event("2005", "Law passed")), omitted=omitted, unfit=unfit)
    assert omitted_words(section) == words


def test_rows_without_room_are_told_from_those_the_reader_left_out() -> None:
    section = replace(events(event("1957", "Oil found"), event("2005", "Law passed")), omitted=3)
    plan = BriefPlan(title="", source=SourceFacts("", "", ""), prepared="", sections=(section,))
    (narrow,) = narrowed(plan, {(0, 1)}).sections
    assert (narrow.omitted, narrow.unfit) == (4, 1)
