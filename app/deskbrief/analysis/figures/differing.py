"""The same quantity stated differently in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from deskbrief.analysis.gists import STOP
from deskbrief.analysis.words import Sentence
from deskbrief.document.outline import Figure, FigureKind
from deskbrief.document.spans import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Statements of one quantity that are compared with one another.
_MOST_ALIKE = 60
#: Other values of one that contradict it, at most; with more of them, they are a series.
_SERIES = 3
#: How far two values may lie apart when either is told to be inexact.
_NEAR = Decimal("0.1")
#: How many of the words of the longer sentence two statements of one thing share.
_SAME = 0.5
_TELLING = (
    "official officials report reported statement told tell announced announce estimate estimated spokesman "
    "spokeswoman ministry authoritie government say added confirmed later earlier altogether total "
    "approximately nearly almost roughly million billion thousand hundred percent"
)
#: Words by which two statements of one thing may differ.
_IDLE = frozenset({*STOP, *_TELLING.split()})
_AT_LEAST = frozenset(
    [
        "more than",
        "over",
        "at least",
        "above",
        "upwards of",
        "in excess of",
        "no less than",
        "well over",
        "just over",
        "exceeding",
        "no fewer than",
    ]
)
_AT_MOST = frozenset(
    [
        "less than",
        "fewer than",
        "under",
        "at most",
        "up to",
        "below",
        "no more than",
        "not more than",
        "just under",
        "as many as",
        "as much as",
    ]
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with the verb that governs it, its sentence with its words, and the dates and names in it.

    `beside` tells that it is a part of a whole, or that the sentence compares it with others of its kind.
    """

    figure: Figure
    verb: str
    sentence: Span
    words: frozenset[str]
    when: frozenset[str]
    names: frozenset[str] = frozenset()
    beside: bool = False


def with_differences(statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Return the figures; those that tell the same quantity otherwise refer to one another.

    Two statements are of one quantity when kind, unit, the words of what is counted, the governing verb and
    the direction of change agree, their sentences share half of their words, name the same dates and the same
    places and people or none, and do not each speak of something that the other leaves out. A sentence with
    several figures of one kind compares them, and "of these" tells of a part: neither states it otherwise.
    Roundings of one value do not differ.
    """
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        key = _key(statement)
        if key:
            alike[key].append(number)
    differs: dict[int, list[Span]] = defaultdict(list)
    for group in alike.values():
        found: dict[int, list[Span]] = defaultdict(list)
        _compare(statements, group[:_MOST_ALIKE], found)
        if max((len(others) for others in found.values()), default=0) <= _SERIES:
            differs.update(found)
    return tuple(
        replace(statement.figure, differs=tuple(differs[number])) if number in differs else statement.figure
        for number, statement in enumerate(statements)
    )


def words_of(sentence: str) -> frozenset[str]:
    """Return the longer words of a sentence, without the ending of the plural."""
    return frozenset(_stem(word) for word in _WORD.findall(sentence.lower()))


#: Kinds of names that tell what a sentence is about.
_ABOUT = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "PERSON", "EVENT", "PRODUCT"})


def names_of(sentence: Sentence) -> frozenset[str]:
    """Return the words of the names in a sentence, in lower case."""
    return frozenset(
        word.lemma.lower() for word in sentence.words if word.entity in _ABOUT and word.text[:1].isupper()
    )


def _key(statement: Statement) -> tuple[str, ...]:
    figure = statement.figure
    if statement.beside:
        return ()
    words = tuple(sorted(words_of(figure.of)))
    if not words or not statement.verb or any(sign.isdigit() for sign in figure.of):
        return ()
    if figure.kind in {FigureKind.PERCENT, FigureKind.SHARE} and len(words) < 2 and not figure.change:
        return ()
    return (figure.kind, figure.unit, statement.verb, figure.change, *words)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _compare(statements: Sequence[Statement], group: Sequence[int], differs: dict[int, list[Span]]) -> None:
    for at, first in enumerate(group):
        for second in group[at + 1 :]:
            if _conflict(statements[first], statements[second]):
                differs[first].append(statements[second].figure.span)
                differs[second].append(statements[first].figure.span)


def _conflict(one: Statement, other: Statement) -> bool:
    if one.sentence == other.sentence or one.when != other.when or one.names != other.names:
        return False
    shared, more = len(one.words & other.words), max(len(one.words), len(other.words))
    if shared < _SAME * more or _contrast(one.words, other.words):
        return False
    a, b = one.figure, other.figure
    if a.about in _AT_LEAST | _AT_MOST or b.about in _AT_LEAST | _AT_MOST:
        return _outside(a, b) and _outside(b, a)
    low, high = max(Decimal(a.low), Decimal(b.low)), min(Decimal(a.high), Decimal(b.high))
    if low <= high:
        return False
    if a.about or b.about:
        return high < low * (1 - _NEAR)
    return not (_rounds_to(low, high) or _rounds_to(high, low))


def _contrast(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether each sentence speaks of something that the other does not: dental and vision plans."""
    return bool((one - other) - _IDLE) and bool((other - one) - _IDLE)


def _outside(bound: Figure, value: Figure) -> bool:
    """Tell whether `value` lies where `bound` says that it does not."""
    if bound.about in _AT_LEAST:
        return Decimal(value.high) < Decimal(bound.low)
    if bound.about in _AT_MOST:
        return Decimal(value.low) > Decimal(bound.high)
    return True


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """Tell whether `rounded` is `exact` with fewer figures: 2,312 told as 2,300."""
    if not rounded:
        return False
    exponent = rounded.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        return False
    return abs(exact - rounded) * 2 <= Decimal(1).scaleb(exponent)
