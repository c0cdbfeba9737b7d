"""Words from documents, numbers and times inside the words of the window."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from deskbrief.document.outline import Status
from deskbrief.document.sizes import percent

__all__ = ["isolated", "lasting", "numbered", "percent", "spoken_place", "status_words"]

#: From so many hours on, minutes are left out.
HOURS_ALONE = 10


def isolated(name: str) -> str:
    """Return a name that does not turn around what stands beside it when it is written from right to left."""
    turns = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"\u2068{name}\u2069" if turns else name


def numbered(count: int, one: str, many: str) -> str:
    """Return `one` for one thing, else `many` with the count in place of its `{0}`; both are translated."""
    return one if count == 1 else many.format(f"{count:,}")


def lasting(minutes: int) -> str:
    """Return how long something takes, as "45 min", "4 h 45 min" or "190 h"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _tr("{0} min").format(minutes)
    if hours >= HOURS_ALONE:
        return _tr("{0} h").format(round(minutes / 60))
    return _tr("{0} h {1} min").format(hours, rest) if rest else _tr("{0} h").format(hours)


def status_words() -> dict[Status, str]:
    """Return the statuses of events, each in a word or two."""
    return {
        Status.OCCURRED: _tr("occurred"),
        Status.PLANNED: _tr("planned"),
        Status.ONGOING: _tr("ongoing"),
        Status.HYPOTHETICAL: _tr("hypothetical"),
        Status.NEGATED: _tr("did not happen"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def spoken_place(place: str) -> str:
    """Return the place of a passage as it is said: "paragraph 7" for "¶7"; empty for none."""
    word = _tr("paragraph")
    return " ".join(place.replace("¶", f"{word} ").split())
