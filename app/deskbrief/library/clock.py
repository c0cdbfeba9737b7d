"""The time as it is kept."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return `moment` in UTC as ISO 8601 to the millisecond, such as "2026-03-05T10:00:00.000Z"."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def file_stamp(moment: datetime) -> str:
    """Return `moment` in UTC in a form that any file system takes as part of a name."""
    return moment.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
