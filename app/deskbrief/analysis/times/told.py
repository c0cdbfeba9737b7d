"""A time of a document with everything the rest of the room needs to know about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.worked import Worked
from deskbrief.document.outline import EventDate, TimeExpression
from deskbrief.document.spans import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A mention and what it was worked out to be."""

    mention: Mention
    worked: Worked

    @property
    def start(self) -> int:
        """Where the wording begins in the document."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where the wording ends."""
        return self.mention.end

    @property
    def concrete(self) -> bool:
        """Whether it is a point or period of the calendar, and not a stretch, set or vague time."""
        recipe = self.mention.recipe
        if recipe.op in {"part_of", "week"}:
            return bool(self.worked.edtf)
        return recipe.type in {"DATE", "TIME"} and recipe.op not in {"vague", "fixed", "same"}

    def expression(self) -> TimeExpression:
        """Return the time as the outline gives it."""
        return TimeExpression(
            start=self.mention.start,
            end=self.mention.end,
            type=self.mention.recipe.type,
            value=self.worked.value,
            edtf=self.worked.edtf,
            degree=self.worked.degree,
            reason=self.worked.reason,
            recipe=self.mention.recipe.printed(),
        )

    def event_date(self) -> EventDate:
        """Return the time as the date of an event."""
        worked = self.worked
        date = EventDate(worked.edtf, self.start, self.end, worked.reason, worked.degree)
        return replace(date, words=words_of_fiscal(worked.moment)) if worked.edtf else date


def words_of_fiscal(moment: Moment | None) -> str:
    """Return what a fiscal year is called, which EDTF has no form for; "" for any other time."""
    return f"fiscal year {moment.year}" if moment is not None and moment.fiscal else ""


class Times:
    """The times of a document, found by place."""

    def __init__(self, times: Sequence[Time]) -> None:
        self.all = tuple(times)
        self._starts = [time.start for time in times]

    def within(self, span: Span) -> tuple[Time, ...]:
        """Return the times that begin inside `span`."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.all[low:high]

    def before(self, offset: int) -> tuple[Time, ...]:
        """Return the times that begin before `offset`."""
        return self.all[: bisect_left(self._starts, offset)]


def interval(first: str, last: str) -> str:
    """Return the EDTF interval from the start of `first` to the end of `last`, open where one is missing."""
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    if not start or not end:
        return first or last
    return start if start == end else f"{start}/{end}"
