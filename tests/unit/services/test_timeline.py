from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.document.outline import Event, EventDate, Status
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, Item
from deskbrief.services.timeline import Source, Timeline, letter, make_timeline


def source(name: str, *events: tuple[str, str], status: Status = Status.OCCURRED, verdict=None) -> Source:
    items = []
    for number, (edtf, title) in enumerate(events):
        span = Span(number * 100, number * 100 + 50)
        event = Event(
            date=EventDate(edtf, span.start, span.start + 9), title=title, spans=(span,), status=status
        )
        items.append(Item(kind=ItemKind.EVENT, key=f"{number}", value=event, span=span, verdict=verdict))
    return Source(sha256=name, title=name, curated=Curated(tuple(items)))


def told(timeline: Timeline) -> list[tuple[str, tuple[int, ...], bool]]:
    return [(one.tellings[0].edtf, one.sources, one.differs) for one in timeline.happenings]


def test_events_of_all_sources_stand_in_the_order_of_time():
    made = make_timeline(
        [source("a", ("2024-03-01", "Treaty signed")), source("b", ("2023", "Talks begin"), ("", "x"))]
    )
    assert told(made) == [("2023", (1,), False), ("2024-03-01", (0,), False)]


def test_what_goes_on_until_a_year_stands_there():
    made = make_timeline([source("a", ("../2040", "Oil peaks"), ("1957", "Wells are counted"))])
    assert [edtf for edtf, *_ in told(made)] == ["1957", "../2040"]


def test_one_event_of_one_day_is_one_row_with_both_passages():
    made = make_timeline(
        [
            source("a", ("2024-03-01", "Grain treaty signed")),
            source("b", ("2024-03-01", "Grain treaty is signed")),
        ]
    )
    assert told(made) == [("2024-03-01", (0, 1), False)]
    assert [one.source for one in made.happenings[0].tellings] == [0, 1]


def test_what_a_source_tells_twice_in_the_same_words_is_told_once():
    twice = source("a", ("2024-03-01", "Grain treaty signed"), ("2024-03-01", "Grain treaty signed"))
    (happening,) = make_timeline([twice]).happenings
    assert [one.span.start for one in happening.tellings] == [0]


def test_other_dates_of_one_event_are_a_disagreement():
    made = make_timeline(
        [
            source("a", ("2024-03-01", "Grain treaty signed")),
            source("b", ("2024-03-04", "Grain treaty signed")),
        ]
    )
    assert told(made) == [("2024-03-01", (0, 1), True)]


def test_a_date_within_another_is_no_disagreement():
    made = make_timeline(
        [source("a", ("2024-03", "Grain treaty signed")), source("b", ("2024-03-04", "Grain treaty signed"))]
    )
    assert told(made) == [("2024-03", (0, 1), False)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2023-03-01", "Annual grain summit"), ("2024-03-01", "Annual grain summit")),
        (("2024-03-01", "Treaty signed"), ("2024-03-04", "Winter exercise")),
        (("2024-03-01", "Summit"), ("2024-03-04", "Summit")),
    ],
)
def test_what_may_be_another_event_stays_apart(first, second):
    assert len(make_timeline([source("a", first), source("b", second)]).happenings) == 2


def test_what_one_source_tells_of_several_days_is_not_joined():
    weekly = source("a", ("2024-03-01", "Council budget meeting"), ("2024-03-08", "Council budget meeting"))
    other = source("b", ("2024-03-15", "Council budget meeting"))
    assert len(make_timeline([weekly, other]).happenings) == 3


def test_plans_and_happenings_are_not_one():
    made = make_timeline(
        [
            source("a", ("2024-03-01", "Grain treaty signed"), status=Status.PLANNED),
            source("b", ("2024-03-01", "Grain treaty signed")),
        ]
    )
    assert len(made.happenings) == 2


def test_rejected_events_are_left_out():
    assert make_timeline([source("a", ("2024", "Talks"), verdict=Verdict.REJECTED)]).happenings == ()


def test_every_source_has_a_sign():
    assert (letter(0), letter(25), letter(26)) == ("A", "Z", "27")


def test_two_events_of_one_sentence_and_one_day_stand_beside_each_other():
    a = source("a", ("2024-03-01", "Grain treaty signed"), ("2024-03-01", "New harbour opened"))
    first, second = a.curated.events
    a = replace(a, curated=Curated((first, replace(second, span=first.span))), places=("¶1", "¶1"))
    b = source("b", ("2024-03-01", "Grain treaty is signed"), ("2024-03-01", "Storm sinks boats"))
    made = make_timeline([a, b])
    assert [[one.title for one in event.tellings] for event in made.happenings] == [
        ["Grain treaty is signed", "Grain treaty signed"],
        ["New harbour opened"],
        ["Storm sinks boats"],
    ]
    assert [one.place for one in made.happenings[1].tellings] == ["¶1"]


def test_each_telling_knows_its_event_and_its_place():
    a = replace(source("a", ("", "Undated"), ("2024", "Talks")), places=("¶1", "p. 2, ¶9"))
    (happening,) = make_timeline([a]).happenings
    assert (happening.tellings[0].number, happening.tellings[0].place) == (1, "p. 2, ¶9")


def test_sources_of_one_title_are_told_apart():
    one, other = source("a", ("2024", "x happens")), source("b", ("2025", "y happens"))
    same = [replace(one, title="Water", path="/x/w-1.md"), replace(other, title="Water", path="/x/w-2.md")]
    assert [one.title for one in make_timeline(same).sources] == ["Water (w-1.md)", "Water (w-2.md)"]
