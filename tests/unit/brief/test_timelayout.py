from __future__ import annotations

from deskbrief.brief.timelayout import RADIUS, TimeLayout, laid_out
from deskbrief.brief.timescale import marks_of


def layout(*dates: str) -> TimeLayout:
    return laid_out(marks_of(dates), 400.0, lambda text: 5.0 * len(text))


def test_points_are_discs_and_long_times_are_bars_in_order() -> None:
    drawn = layout("2020-05-01", "2022", "2021-03")
    assert [mark.is_bar for mark in drawn.marks] == [False, False, True]
    assert [label.text for label in drawn.labels] == ["1 May 2020", "Mar 2021", "2022"]
    assert not drawn.ticks


def test_marks_of_one_time_are_drawn_once_and_others_above_one_another() -> None:
    drawn = layout("2020-05-01", "2020-05-02", "2020-05-03", "2024")
    assert len({mark.middle for mark in drawn.marks}) == 3
    assert all(mark.middle <= drawn.axis for mark in drawn.marks)
    assert drawn.axis > RADIUS


def test_a_calendar_stands_for_labels_that_would_collide() -> None:
    drawn = layout(*(f"2020-{month:02d}-{day:02d}" for month in range(1, 13) for day in (1, 9, 17)))
    assert [label.text for label in drawn.labels] == ["Apr 2020", "Jul 2020", "Oct 2020"]
    assert len(drawn.ticks) == 3
    assert drawn.words.startswith("Line of time with 36 events, from 1 Jan 2020 to 17 Dec 2020")


def test_labels_make_the_figure_higher() -> None:
    assert layout("2020-05-01", "2022").height(12.0) > layout("2020-05-01", "2022").axis
