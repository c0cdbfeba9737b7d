"""Long words of the source are cut to lines; the reader's own stay whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.brief.shortening import Shortening, cut_rows, shortened
from deskbrief.brief.styles import Style
from deskbrief.document.notes import Role
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    NoteRow,
    PlanKind,
    PlanRow,
    PlanSection,
    RecommendationRow,
    Statement,
)
from helpers.briefs import sample_plan

WORDS = "the wells of the valley floor were rebuilt, " * 20


def measure(text: str, style: Style) -> float:
    return 5.0 * len(text) * bool(style)


def cut(row: PlanRow, kind: PlanKind, lines: int = 2) -> PlanRow:
    section = PlanSection(kind=kind, title="", **{kind.value: (row,)})
    plan = replace(sample_plan(), sections=(section,))
    (found,) = shortened(plan, Shortening(lines, 480.0, measure)).sections[0].rows
    return found


def advice(action: str, *, confirmed: bool = False) -> RecommendationRow:
    return RecommendationRow("Council", action, "should", (1,), confirmed)


def event(title: str, detail: str) -> ChronologyRow:
    return ChronologyRow("May 2020", "2020-05", title, detail, "occurred", (1,))


@pytest.mark.parametrize(
    ("row", "kind", "field"),
    [
        (Statement(f"“{WORDS}”", (1,)), PlanKind.POINTS, "text"),
        (event(WORDS, ""), PlanKind.CHRONOLOGY, "event"),
        (event("Talks", WORDS), PlanKind.CHRONOLOGY, "detail"),
        (advice(WORDS), PlanKind.RECOMMENDATIONS, "action"),
        (NoteRow(WORDS, "Ask them", Role.BLUE, (1,)), PlanKind.NOTES, "quote"),
    ],
    ids=["point", "event", "detail", "advice", "note"],
)
def test_words_of_the_source_are_cut_to_two_lines_and_are_its_first(row, kind, field) -> None:
    words = getattr(cut(row, kind), field)
    assert 60 < len(words) <= 2 * 480 / 5
    assert words.rstrip("”").endswith("\u00a0…")
    assert getattr(row, field).startswith(words.rstrip("”").removesuffix("\u00a0…"))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (Statement(f"“{WORDS}”", (1,), own=True), PlanKind.POINTS),
        (advice(WORDS, confirmed=True), PlanKind.RECOMMENDATIONS),
        (NoteRow("short", WORDS, Role.BLUE, (1,)), PlanKind.NOTES),
        (advice("Rebuild the wells"), PlanKind.RECOMMENDATIONS),
    ],
    ids=["chosen", "confirmed", "written", "short"],
)
def test_what_is_the_readers_and_what_is_short_stays(row, kind) -> None:
    assert cut(row, kind) == row


def test_no_lines_stand_for_words_as_they_are() -> None:
    plan = sample_plan()
    assert shortened(plan, Shortening(0, 10.0, measure)) is plan


def test_rows_that_were_cut_are_counted() -> None:
    section = PlanSection(
        kind=PlanKind.RECOMMENDATIONS, title="", recommendations=(advice(WORDS), advice("Dig"), advice(WORDS))
    )
    plan: BriefPlan = replace(sample_plan(), sections=(section,))
    assert cut_rows(plan, shortened(plan, Shortening(2, 480.0, measure))) == 2


def test_a_sentence_whose_cut_would_lose_the_event_gives_way_to_the_words_for_it() -> None:
    late = f"According to officials, states {'cleaned up their lists and ' * 8}the act was passed in 1998"
    row = replace(event(late, ""), core="The act was passed")
    assert cut(row, PlanKind.CHRONOLOGY).event == "The act was passed"
    early = f"The act was passed in 1998, according to officials, {'who cleaned up their lists and ' * 8}left"
    found = cut(replace(row, event=early), PlanKind.CHRONOLOGY).event
    assert found.startswith("The act was passed in 1998")
    assert found.endswith("…")
