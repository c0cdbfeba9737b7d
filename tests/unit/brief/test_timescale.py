from __future__ import annotations

from math import inf

import pytest

from deskbrief.brief.labels import Label, levels_of, set_labels
from deskbrief.brief.timescale import Mark, marks_of, scale_of, ticks


def test_marks_of_dates_that_can_be_placed() -> None:
    marks = marks_of(["2023-07", "not a date", "", "2023-09-14", "2020/2022", "2024"])
    assert [(mark.label, mark.stretch) for mark in marks] == [
        ("Jul 2023", False),
        ("14 Sep 2023", False),
        ("2020–2022", True),
        ("2024", True),
    ]


@pytest.mark.parametrize("dates", [[], ["2023-07"], ["2023-07", "2023-07"], ["nonsense", "2023"], ["../.."]])
def test_one_moment_makes_no_line(dates: list[str]) -> None:
    marks = marks_of(dates)
    assert len({end for mark in marks for end in mark.ends}) != 1


def test_places_are_in_proportion_to_time() -> None:
    marks = marks_of(["2023-01-01", "2023-07-02", "2023-12-31"])
    scale = scale_of(marks, 500, 20)
    places = [scale.at(mark.ends[0]) for mark in marks]
    assert places[0] == pytest.approx(20)
    assert places[1] == pytest.approx(250, abs=1)
    assert places[2] == pytest.approx(480)


def test_an_open_end_reaches_the_end_of_the_line() -> None:
    scale = scale_of([Mark(2000, 2001, "", stretch=True)], 500, 20)
    assert (scale.at(-inf), scale.at(inf)) == (0, 500)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2023-01", "2023-06"], ["Feb 2023", "Mar 2023", "Apr 2023", "May 2023", "Jun 2023"]),
        (["1990-05", "2023-06"], ["1995", "2000", "2005", "2010", "2015", "2020"]),
        (["-0499", "1945"], ["1 BC", "500", "1000", "1500"]),
        (["2023-03-01", "2023-03-09"], []),
    ],
)
def test_calendar(dates: list[str], expected: list[str]) -> None:
    labels = [label for _, label in ticks(scale_of(marks_of(dates), 500, 20))]
    assert labels == expected


def measure(text: str) -> float:
    return 10.0 * len(text)


def test_labels_stand_below_their_places() -> None:
    assert set_labels([(100, "ab"), (200, "cd")], measure, 500, rows=1) == [
        Label("ab", 90, 0),
        Label("cd", 190, 0),
    ]


def test_labels_that_collide_go_to_the_next_row() -> None:
    labels = set_labels([(100, "abcd"), (110, "efgh")], measure, 500, rows=2)
    assert labels is not None
    assert [label.row for label in labels] == [0, 1]


def test_labels_that_find_no_row_are_refused() -> None:
    assert set_labels([(100, "abcd"), (110, "efgh"), (120, "ijkl")], measure, 500, rows=2) is None


def test_labels_stay_on_the_line_and_the_same_is_said_once() -> None:
    labels = set_labels([(0, "abcd"), (2, "abcd"), (500, "wxyz")], measure, 500, rows=1)
    assert labels == [Label("abcd", 0, 0), Label("wxyz", 460, 0)]


def test_marks_that_touch_are_stacked() -> None:
    assert levels_of([(0, 6), (3, 9), (5, 11), (20, 26)], 4) == [0, 1, 2, 0]
    assert levels_of([(0, 6)] * 5, 3) == [0, 1, 2, 2, 2]
