"""Events told twice: joined where the dates agree and titles and participants share their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.document.edtf import bounds
from deskbrief.document.outline import Degree, Event, Origin, Status
from deskbrief.document.spans import Span

_WORD = re.compile(r"[^\W\d_]{3,40}")
_COMMON = frozenset(
    [
        *[
            "and",
            "are",
            "been",
            "for",
            "from",
            "had",
            "has",
            "have",
            "her",
            "his",
            "into",
            "its",
            "not",
            "our",
        ],
        *[
            "that",
            "the",
            "their",
            "them",
            "they",
            "this",
            "was",
            "were",
            "which",
            "who",
            "will",
            "with",
            "said",
        ],
        *["after", "also", "before", "during", "over", "under", "being", "new", "first", "says", "would"],
    ]
)
#: The share of the shorter title's words that the other must have.
ENOUGH = 0.7
#: The same where one date only holds the other ("in May 2021", "on 5 May 2021").
ENOUGH_WITHIN = 0.8
#: Code points that two words must share at their beginning to be taken for one word: "sign", "signing".
_STEM = 5
#: A month and a bit, and the least difference, in years.
_MONTH, _HAIR = 0.09, 1e-6
#: Events that one event is compared with.
_MOST = 60


def grouped(events: Sequence[Event]) -> list[Event]:
    """Return `events` in their order, those that tell one happening as one row that keeps all places.

    Rows and items of a table or list stay as they are; what prose repeats of them is added to them.
    """
    told: list[Event] = []
    places: dict[int, list[Span]] = defaultdict(list)
    by_year: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(events)), key=lambda at: (events[at].source is Origin.PROSE, at))
    kept: list[tuple[int, int]] = []
    for at in order:
        event = events[at]
        near = by_year[event.date.edtf.lstrip("/.")[:4]] if event.date.edtf else []
        twin = next((one for one in near[-_MOST:] if _same(told[one], event)), -1)
        if twin >= 0:
            told[twin] = _finer(told[twin], event)
            places[twin].append(event.spans[0])
            continue
        near.append(len(told))
        kept.append((at, len(told)))
        told.append(event)
    return [_with(told[number], places[number]) for _, number in sorted(kept)]


def _same(one: Event, other: Event) -> bool:
    """Tell whether `other`, told in prose, is the happening of `one`."""
    if other.source is not Origin.PROSE or (
        one.status is not other.status and Status.NEGATED in {one.status, other.status}
    ):
        return False
    if one.spans[0] == other.spans[0] or not _agree(one, other):
        return False
    mine, theirs = _words(one), _words(other)
    fewer, more = sorted((mine, theirs), key=len)
    shared = sum(1 for word in fewer if word in more)
    share = ENOUGH if one.date.edtf == other.date.edtf else ENOUGH_WITHIN
    return (len(fewer) > 1 and shared >= max(2, share * len(fewer))) or (mine == theirs and bool(mine))


def _agree(one: Event, other: Event) -> bool:
    """Tell whether the dates are the same, or one is a longer time that holds the other."""
    if one.date.edtf == other.date.edtf:
        return True
    mine, theirs = bounds(one.date.edtf), bounds(other.date.edtf)
    if not mine or not theirs:
        return False
    return _holds(mine, theirs) or _holds(theirs, mine)


def _holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    """Tell whether a month or less holds a time."""
    within = outer[0] - _HAIR <= inner[0] and inner[1] <= outer[1] + _HAIR
    return within and outer[1] - outer[0] < _MONTH


def _words(event: Event) -> frozenset[str]:
    """Return the beginnings of the words that carry the meaning of a title."""
    found = (word.lower() for word in _WORD.findall(event.title))
    return frozenset(word[:_STEM] for word in found if word not in _COMMON)


def _finer(one: Event, other: Event) -> Event:
    """Return `one` with the date of `other` where that says more and `one` was told in prose as well."""
    mine, theirs = bounds(one.date.edtf), bounds(other.date.edtf)
    if one.source is not Origin.PROSE or not mine or not theirs or other.date.degree is Degree.INFERRED:
        return one
    return replace(one, date=other.date) if _holds(mine, theirs) and mine != theirs else one


def _with(event: Event, more: Sequence[Span]) -> Event:
    known = [span for span in dict.fromkeys(more) if span not in event.spans]
    return replace(event, spans=(*event.spans, *known)) if known else event
