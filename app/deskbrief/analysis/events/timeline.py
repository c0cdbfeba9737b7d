"""Logs by the clock: columns and items that begin with a time of day are of the day that the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from deskbrief.analysis.times.anchors import Told
from deskbrief.analysis.times.moment import Moment, day_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.outline import Degree, EventDate
from deskbrief.document.spans import Span

#: Clock times in order make a log when there are as many.
FEWEST = 3
#: Minutes that a clock goes back by when a new day has begun; a log goes back by no less.
_NEW_DAY = 6 * 60
#: What may stand beside a clock time that is all that a stretch holds.
_BESIDE = frozenset(["about", "approx", "at", "c", "circa", "h", "hours", "hr", "hrs", "local", "time"])
_WORD = re.compile(r"\w+")
#: Code points before a log in which its day is looked for.
_FAR = 20_000
_MINUTES = re.compile(r"T(\d\d):(\d\d)")


def clock_in(text: str, span: Span, times: Times) -> Time | None:
    """Return the time of day that the stretch at `span` is, none when it is something else or more."""
    found = [time for time in times.within(span) if time.mention.recipe.type == "TIME"]
    if len(found) != 1 or minutes_of(found[0]) < 0:
        return None
    rest = f"{text[span.start : found[0].start]} {text[found[0].end : span.end]}"
    return found[0] if len(rest) < 30 and _BESIDE.issuperset(_WORD.findall(rest.lower())) else None


def minutes_of(time: Time) -> int:
    """Return the minute of the day that a bare clock time names, -1 where it is none or names its day."""
    recipe = time.mention.recipe
    match = _MINUTES.match(recipe.clock) if recipe.op == "clock" and recipe.within is None else None
    return int(match[1]) * 60 + int(match[2]) if match else -1


def is_log(clocks: Sequence[Time], *, led: bool = False) -> bool:
    """Tell whether clock times follow one another, as in a log; they go back at midnight alone.

    Where a line with their day has `led` to them, one is enough.
    """
    minutes = [minutes_of(time) for time in clocks]
    return (led or len(clocks) >= FEWEST) and all(
        one <= other or one - other >= _NEW_DAY for one, other in pairwise(minutes)
    )


def day_of_log(text: str, start: int, over: Told | None, times: Times, written: Moment | None) -> Told | None:
    """Return the day of a log that begins at `start`.

    It is the day that stands `over` it, else the last one that the text tells before it, else the day of
    writing, which has no wording.
    """
    if over is not None and over.moment.as_date:
        return over
    for time in reversed(times.within(Span(max(start - _FAR, 0), start))):
        moment = time.worked.moment
        if moment is not None and moment.as_date and time.mention.recipe.op == "date":
            if written is not None and written.as_date and moment.as_date > written.as_date:
                continue
            return Told(moment, " ".join(text[time.start : time.end].split()))
    return Told(written, "") if written is not None and written.as_date else None


def log_dates(clocks: Sequence[Time | None], day: Told) -> Iterator[EventDate | None]:
    """Yield the date of each clock time of a log, none where there is no clock time."""
    current, last = day.moment.as_date, -1
    reason = f"On the day of “{day.wording}”, told before." if day.wording else "On the day of writing."
    for time in clocks:
        if time is None or current is None:
            yield None
            continue
        minute = minutes_of(time)
        if last - minute >= _NEW_DAY:
            current += timedelta(days=1)
        last = minute
        moment = replace(day_of(current), clock=time.mention.recipe.clock)
        degree = Degree.COMPLETED if day.wording else Degree.INFERRED
        yield EventDate(moment.edtf(), time.start, time.end, reason, degree)
