"""What the columns of a table are for, by their headings."""

from __future__ import annotations

import re

from deskbrief.analysis.times.lexicon import listed

_LETTERS = re.compile(r"[^\W\d_]+")
_DATE = listed(
    """date dates year years when period periods month time times timeline timeframe deadline due start
    starts day quarter schedule scheduled"""
)
_DUE = frozenset({"deadline", "deadlines", "due", "target", "planned", "scheduled"})
_TITLE = listed("""event events milestone milestones activity activities title what action step happening""")
_DETAIL = listed(
    """description descriptions detail details note notes summary outcome outcomes result results
    significance comment comments development developments information remarks"""
)
_WHO = listed("""who participants participant actor actors parties organisation organization owner lead""")
_WHERE = frozenset(["where", "place", "location", "venue", "city", "country", "region"])
_END = frozenset({"end", "ends", "ended", "finish", "finished", "until", "completion", "closed"})
_STATUS = frozenset({"status", "state", "progress"})

_USES = {
    "date": _DATE,
    "title": _TITLE,
    "detail": _DETAIL,
    "who": _WHO,
    "where": _WHERE,
    "status": _STATUS,
    "end": _END,
}


def use_of(heading: str) -> str:
    """Return what a column headed `heading` holds: date, title, detail, who, where, status, or ""."""
    words = [word.lower() for word in _LETTERS.findall(heading[:80])]
    if not words or len(words) > 5:
        return ""
    for use, names in _USES.items():
        if words[0] in names or words[-1] in names:
            return use
    return ""


def is_deadline(heading: str) -> bool:
    """Tell whether a column headed `heading` holds dates by which something is to be done."""
    return not _DUE.isdisjoint(word.lower() for word in _LETTERS.findall(heading[:80]))
