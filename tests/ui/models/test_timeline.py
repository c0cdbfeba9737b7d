"""The strip: proportional dots, labels that do not collide."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.notes import ItemKind
from deskbrief.document.outline import Event, EventDate
from deskbrief.document.spans import Span
from deskbrief.services.curation import Item
from deskbrief.ui.models.dates import Dates
from deskbrief.ui.models.timeline import Strip, drawn
from deskbrief.ui.outline.rows import EventRow

EVENT = Event(date=EventDate("2023", 0, 1), title="e", spans=(Span(0, 1),))


def row(edtf: str) -> EventRow:
    when = Dates().when(edtf)
    item = Item(
        kind=ItemKind.EVENT, key=edtf, value=replace(EVENT, date=EventDate(edtf, 0, 1)), span=Span(0, 1)
    )
    return EventRow(
        key=edtf,
        item=item,
        when=when.words,
        title="e",
        second="",
        place="¶1",
        low=when.low,
        high=when.high,
        middle=when.middle,
        is_interval=when.is_interval,
    )


def strip(*dates: str, width: int = 350) -> Strip:
    rows = sorted(map(row, dates), key=lambda event: event.middle)
    return drawn(rows, 0, width, advance)


def advance(text: str) -> int:
    return 6 * len(text)


def test_dots_lie_at_proportional_places() -> None:
    found = strip("2000", "2010", "2020-01/2020-12")
    first, second, third = (dot.x for dot in found.dots)
    assert second - first == pytest.approx(third - second, abs=0.5)
    assert 0 < first < 20
    assert third == pytest.approx(350 - first, abs=0.5)


def test_a_year_is_said_once() -> None:
    assert [label.text for label in strip("2023-07", "2023-09", "2023-10").labels] == [
        "Jul 2023",
        "Sep",
        "Oct",
    ]


def test_a_new_year_is_said_again() -> None:
    labels = [label.text for label in strip("2023-07", "2024-02", "2024-12").labels]
    assert labels == ["Jul 2023", "Feb 2024", "Dec"]


def test_one_event_stands_in_the_middle_of_its_own_time() -> None:
    found = strip("2023-07")
    assert len(found.dots) == 1
    assert found.dots[0].x == pytest.approx(175)


def test_nothing_to_draw() -> None:
    assert drawn([], 0, 350, advance) == Strip((), (), ())


@pytest.mark.parametrize("edtf", ["2020/..", "../2020", "2015/2020"])
def test_stretches_are_drawn_from_end_to_end(edtf: str) -> None:
    found = strip("2000", edtf, "2030")
    ((low, high),) = found.stretches
    assert 0 <= low < high <= 350
    if edtf == "2020/..":
        assert high == 350
    if edtf == "../2020":
        assert low == 0


def test_stretches_that_overlap_are_one() -> None:
    assert len(strip("2000/2010", "2005/2015", "2020/2030").stretches) == 2


YEARS = st.lists(st.integers(1, 2100), min_size=1, max_size=80)


@given(YEARS, st.integers(60, 600))
def test_dots_stay_apart_and_stand_for_every_event_once(years: list[int], width: int) -> None:
    found = strip(*(f"{year:04}" for year in years), width=width)
    assert all(right.x - left.x >= 13 for left, right in pairwise(found.dots))
    assert [n for dot in found.dots for n in range(dot.first, dot.last + 1)] == list(range(len(years)))
    assert all(found.dot_of(number) >= 0 for number in range(len(years)))
    assert all(0 <= dot.x <= width for dot in found.dots)


@given(YEARS, st.integers(60, 600))
def test_labels_do_not_collide_and_stay_inside(years: list[int], width: int) -> None:
    labels = strip(*(f"{year:04}" for year in years), width=width).labels
    assert all(left.x + left.width < right.x for left, right in pairwise(labels))
    assert all(label.x >= 0 and label.x + label.width <= width for label in labels)


def test_the_nearest_dot_within_reach() -> None:
    found = strip("2000", "2010", "2020")
    assert found.nearest(found.dots[1].x + 5, 12) == 1
    assert found.nearest(found.dots[1].x + 30, 12) == -1
