"""Events told twice: joined where the dates agree and titles and participants share their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deskbrief.analysis.events.lives import RULE as LIFE
from deskbrief.analysis.times.lexicon import listed
from deskbrief.document.edtf import bounds
from deskbrief.document.likeness import sense_of
from deskbrief.document.outline import Degree, Event, Origin, Status
from deskbrief.document.spans import Span

_WORD = re.compile(r"[^\W\d_]{3,40}")
_COMMON = listed(
    """and are been for from had has have her his into its not our that the their them they this was were
    which who will with said after also before during over under being new first says would"""
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


@dataclass(slots=True)
class _Row:
    """An event with what it is compared by, worked out once, and the further places that tell of it."""

    event: Event
    words: frozenset[str]
    bounds: tuple[float, float] | None
    places: list[Span] = field(default_factory=list)


def grouped(events: Sequence[Event]) -> list[Event]:
    """Return `events` in their order, those that tell one happening as one row that keeps all places.

    Rows and items of a table or list stay as they are; what prose repeats of them is added to them.
    """
    rows = [_Row(event, _words(event), bounds(event.date.edtf)) for event in events]
    by_year: dict[str, list[_Row]] = defaultdict(list)
    joined: set[int] = set()
    for at in sorted(range(len(rows)), key=lambda at: (events[at].source is Origin.PROSE, at)):
        row = rows[at]
        near = by_year[row.event.date.edtf.lstrip("/.{")[:4]] if row.event.date.edtf else []
        twin = next((one for one in near[-_MOST:] if _same(one, row)), None)
        if twin is None:
            near.append(row)
        else:
            joined.add(at)
            _take_in(twin, row)
    left = [_with(row.event, row.places) for at, row in enumerate(rows) if at not in joined]
    return sorted(left, key=lambda event: (event.spans[0].start, event.date.start))


def _same(one: _Row, other: _Row) -> bool:
    """Tell whether `other`, told in prose, is the happening of `one`."""
    mine, theirs = one.event, other.event
    negated = (mine.status is Status.NEGATED) != (theirs.status is Status.NEGATED)
    if theirs.source is not Origin.PROSE or negated or mine.spans[0] == theirs.spans[0]:
        return False
    if not _agree(one, other):
        return False
    if LIFE in {mine.rule, theirs.rule}:
        return _is_same_life(*sorted((mine, theirs), key=lambda event: event.rule != LIFE))
    fewer, more = sorted((one.words, other.words), key=len)
    if one.words == other.words:
        return bool(fewer)
    share = ENOUGH if mine.date.edtf == theirs.date.edtf else ENOUGH_WITHIN
    return len(fewer) > 1 and len(fewer & more) >= max(2, share * len(fewer))


def _is_same_life(life: Event, other: Event) -> bool:
    """Tell whether `other` tells of the same day who was born, or died, as the brackets of `life` do."""
    verb = "died" if f"{life.who[0]} died" in life.title else "born"
    doer, told, _ = other.title.partition(f" {verb}")
    named = {word.strip("[]") for word in doer.split()} - {"was"}
    pronoun = {word.lower() for word in named} in ({"he"}, {"she"})
    return bool(told) and bool(named) and (pronoun or named <= {*life.who[0].split(), *life.who})


def _agree(one: _Row, other: _Row) -> bool:
    """Tell whether the dates are the same, or one is a month or less that holds the other."""
    if one.event.date.edtf == other.event.date.edtf:
        return True
    if not one.bounds or not other.bounds:
        return False
    return _holds(one.bounds, other.bounds) or _holds(other.bounds, one.bounds)


def _holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    """Tell whether a month or less holds another time."""
    within = outer[0] - _HAIR <= inner[0] and inner[1] <= outer[1] + _HAIR
    return within and outer[1] - outer[0] < _MONTH


def _words(event: Event) -> frozenset[str]:
    """Return the beginnings of the words that carry the meaning of a title."""
    found = (sense_of(word.lower()) for word in _WORD.findall(event.title))
    return frozenset(word[:_STEM] for word in found if word not in _COMMON)


def _take_in(row: _Row, other: _Row) -> None:
    """Join `other` to `row`; where it says the date more closely it is the one that is shown.

    So a row's first passage always says the row's date.
    """
    finer = (
        row.bounds is not None
        and other.bounds is not None
        and row.bounds != other.bounds
        and _holds(row.bounds, other.bounds)
    )
    if finer and row.event.source is Origin.PROSE and other.event.date.degree is not Degree.INFERRED:
        row.places.append(row.event.spans[0])
        row.event, row.bounds = other.event, other.bounds
    else:
        row.places.append(other.event.spans[0])


def _with(event: Event, more: Sequence[Span]) -> Event:
    known = [span for span in dict.fromkeys(more) if span not in event.spans]
    return replace(event, spans=(*event.spans, *known)) if known else event
