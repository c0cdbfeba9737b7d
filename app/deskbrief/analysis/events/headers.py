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
#: Heads of the two ends of a period, where they are the whole heading.
_FROM, _TO = frozenset({"from", "since"}), frozenset({"to", "till", "through"})
_STATUS = frozenset({"status", "state", "progress"})
#: Words that tell no more than that a column holds dates.
_PLAIN = frozenset(
    {"date", "dates", "day", "days", "year", "years", "month", "time", "when", "of", "on", "the"}
)
#: What happens on a day, named by the heading of its column; participles in -ed need no list.
_STEPS = frozenset(
    [
        "accession",
        "adoption",
        "appointment",
        "approval",
        "arrest",
        "arrival",
        "begun",
        "birth",
        "born",
        "built",
        "closure",
        "completion",
        "conviction",
        "death",
        "decision",
        "departure",
        "died",
        "dismissal",
        "effect",
        "effective",
        "election",
        "entry",
        "establishment",
        "force",
        "foundation",
        "founding",
        "held",
        "inauguration",
        "introduction",
        "judgement",
        "judgment",
        "launch",
        "made",
        "met",
        "opening",
        "publication",
        "ratification",
        "release",
        "resignation",
        "ruling",
        "sent",
        "signature",
        "signing",
        "submission",
        "verdict",
        "withdrawal",
        "won",
        "written",
    ]
)
#: Words in -ed that tell how sure a date is, or the date of a look at something, rather than what happened.
_NO_STEPS = frozenset(
    [
        "accessed",
        "anticipated",
        "approximated",
        "checked",
        "ended",
        "estimated",
        "expected",
        "forecasted",
        "intended",
        "planned",
        "projected",
        "proposed",
        "retrieved",
        "revised",
        "scheduled",
        "started",
        "targeted",
        "viewed",
        "visited",
    ]
)
_AHEAD = frozenset({"anticipated", "estimated", "expected", "forecast", "intended", "projected", "proposed"})

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
    if len(words) == 1 and words[0] in _FROM | _TO:
        return "date" if words[0] in _FROM else "end"
    for use, names in _USES.items():
        if words[0] in names or words[-1] in names:
            return use
    return ""


def is_deadline(heading: str) -> bool:
    """Tell whether a column headed `heading` holds dates by or on which something is to be done."""
    words = [word.lower() for word in _LETTERS.findall(heading[:80])]
    return not (_DUE | _AHEAD).isdisjoint(words) or words[:2] == ["to", "be"]


def step_of(heading: str) -> str:
    """Return what happened on the dates of a column headed `heading`, such as "adopted"; "" for mere dates.

    "Start" and "end" are none: they are the ends of one period.
    """
    words = [word for word in _LETTERS.findall(heading[:80]) if word.lower() not in _PLAIN]
    if len(words) > 4 or not any(_is_step(word.lower()) for word in words):
        return ""
    return " ".join(word if word.isupper() else word.lower() for word in words)


def _is_step(word: str) -> bool:
    return word in _STEPS or (len(word) > 4 and word.endswith("ed") and word not in _NO_STEPS)
