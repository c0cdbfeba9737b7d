"""Looks at what a running job uses up."""

from __future__ import annotations

from deskbrief.document.errors import DeskbriefError
from deskbrief.jobs.entry import Entry
from deskbrief.jobs.limits import MEGABYTE, timed_out, too_large


def overrun(entry: Entry, memory_mb: int, now: float) -> DeskbriefError | None:
    """Return why `entry` must be stopped: its time, its memory or its result is over the limit; else None."""
    seconds = entry.allowed_seconds()
    if entry.watch.seconds(now) > seconds:
        return timed_out(entry.job.task, seconds)
    if memory_mb > entry.limits.memory_mb:
        return too_large(entry.job.task, entry.limits.memory_mb)
    if entry.received > entry.limits.result_mb * MEGABYTE:
        return too_large(entry.job.task, entry.limits.result_mb)
    return None
