"""Which item of an older edition is which item of a newer one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

#: Items that overlap an old one's place and are weighed against it; more stand in one sentence nowhere.
MOST_NEAR = 40
#: Two items far apart are one when they share so much of the telling words of the shorter one.
ALIKE = 0.75
#: Words that so many items have tell nothing.
MOST_SHARING = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item: where it stands in the new text, or would stand; the words that tell it; what it says."""

    place: Span | None
    words: frozenset[str]
    facts: tuple[str, ...]


def paired(old: Sequence[Candidate], new: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Yield pairs of numbers of items that are one, each item at most once.

    Those that stand at one place go first, the most alike before all others; of the rest, those that say the
    same elsewhere.
    """
    left, right = set(range(len(old))), set(range(len(new)))
    yield from _taken(_near(old, new), left, right)
    yield from _taken(_elsewhere(old, new, left, right), left, right)


def _taken(
    found: Iterable[tuple[float, int, int]], left: set[int], right: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield the best of the pairs `found` whose items are still `left` and `right`, and take these away."""
    for _, i, j in sorted(found, key=lambda row: (-row[0], row[1], row[2])):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield i, j


def _near(old: Sequence[Candidate], new: Sequence[Candidate]) -> list[tuple[float, int, int]]:
    ordered = sorted((one.place.start, number) for number, one in enumerate(new) if one.place is not None)
    starts = [start for start, _ in ordered]
    longest = max((len(one.place) for one in new if one.place is not None), default=0)
    found = []
    for i, one in enumerate(old):
        if one.place is None:
            continue
        first, last = bisect_left(starts, one.place.start - longest), bisect_left(starts, one.place.end)
        near = [number for _, number in ordered[first:last] if _overlap(one.place, new[number].place)]
        for j in near[:MOST_NEAR]:
            score = _likeness(one, new[j]) + _overlap(one.place, new[j].place)
            found.append((score, i, j))
    return found


def _elsewhere(
    old: Sequence[Candidate], new: Sequence[Candidate], left: set[int], right: set[int]
) -> list[tuple[float, int, int]]:
    holding: dict[str, list[int]] = defaultdict(list)
    for j in sorted(right):
        for word in new[j].words:
            holding[word].append(j)
    found = []
    for i in left:
        words = (word for word in old[i].words if len(holding.get(word, ())) <= MOST_SHARING)
        for j in {number for word in words for number in holding.get(word, ())}:
            shared, least = len(old[i].words & new[j].words), min(len(old[i].words), len(new[j].words))
            if shared >= ALIKE * least and shared > 1:
                found.append((_likeness(old[i], new[j]), i, j))
    return found


def _likeness(one: Candidate, other: Candidate) -> float:
    """Return how alike two items are: 1 for the same words, and a third more for each fact they share."""
    every = len(one.words | other.words)
    words = len(one.words & other.words) / every if every else 0.0
    return words + sum(a == b for a, b in zip(one.facts, other.facts, strict=True)) / 3


def _overlap(one: Span, other: Span | None) -> float:
    """Return how much of the shorter of two places lies in the other."""
    if other is None:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / max(min(len(one), len(other)), 1)
