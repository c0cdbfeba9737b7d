"""Finding a changed passage by its words and those around it, without the text that it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from deskbrief.document.alignment import common
from deskbrief.document.anchors import Anchor, AnchorState, Placement
from deskbrief.document.carrying import Carrier
from deskbrief.document.spans import Span
from deskbrief.document.wording import Vocabulary, Wording

#: Runs of words that are looked up, the rarest first, and their places that are looked at.
RUN = 3
MOST_RUNS = 24
MOST_PLACES = 200
#: Regions of the text in which a passage is looked for, and words that are compared there in all.
MOST_REGIONS = 6
MOST_COMPARED = 20_000
#: So much of the passage and its surroundings must stand together for the place to be sure.
FAMILIAR = 0.85
#: The best region must hold this much more of the passage and its surroundings than the second.
LEAD = 0.1
_SURE = frozenset({AnchorState.EXACT, AnchorState.MOVED})


class Seeker:
    """Finds passages in one text, whose words it indexes."""

    def __init__(self, text: str) -> None:
        self._vocabulary = Vocabulary()
        self._new = self._vocabulary.wording(text)
        self._places = {size: _index(self._new.numbers, size) for size in (RUN, 1)}

    def seek(self, anchor: Anchor) -> Placement:
        """Return where the passage of `anchor` is, by its words and those remembered around it."""
        old = self._vocabulary.wording(anchor.prefix + anchor.exact + anchor.suffix)
        span = Span(len(anchor.prefix), len(anchor.prefix) + len(anchor.exact))
        found = [self._in_region(old, span, at) for at in self._regions(old)]
        found = sorted(found, key=lambda one: (-one[1], one[0].span or Span(0, 0)))
        if not found or found[0][0].span is None:
            return Placement(AnchorState.LOST, None, 0.0)
        best, score = found[0]
        rivals = (one[1] for one in found[1:] if one[0].span and not one[0].span.overlaps(best.span or span))
        lead = score - max(rivals, default=0.0)
        sure = lead >= LEAD and best.score >= FAMILIAR and best.state in _SURE
        return Placement(AnchorState.MOVED if sure else AnchorState.UNCERTAIN, best.span, best.score)

    def _regions(self, old: Wording) -> list[int]:
        """Return where in the text the words may begin, the likeliest first."""
        votes: Counter[int] = Counter()
        for size, places in self._places.items():
            for at, found in _telling(old.numbers, size, places):
                for there in islice(found, MOST_PLACES):
                    votes[(there - at) // 8] += 1 + 100 // len(found)
        most = min(MOST_REGIONS, 1 + MOST_COMPARED // (len(old.numbers) + 1))
        near = {region: votes[region] + votes.get(region + 1, 0) for region in votes}
        return [8 * region for region in sorted(near, key=lambda one: (-near[one], one))[:most]]

    def _in_region(self, old: Wording, span: Span, begin: int) -> tuple[Placement, float]:
        length = len(old.numbers)
        low = max(begin - length // 3 - 12, 0)
        high = begin + length + length // 3 + 20
        to = [-1] * length
        for i, j in common(old.numbers, self._new.numbers[low:high]):
            to[i] = low + j
        carrier = Carrier(old, self._new, to)
        placement = carrier.carried(span)
        return placement, carrier.kept(span) + placement.score


def _runs(numbers: Sequence[int], size: int) -> list[tuple[int, ...]]:
    return list(zip(*(numbers[step:] for step in range(size)), strict=False))


def _index(numbers: Sequence[int], size: int) -> dict[tuple[int, ...], list[int]]:
    places: dict[tuple[int, ...], list[int]] = {}
    for at, run in enumerate(_runs(numbers, size)):
        places.setdefault(run, []).append(at)
    return places


def _telling(
    numbers: Sequence[int], size: int, places: dict[tuple[int, ...], list[int]]
) -> list[tuple[int, list[int]]]:
    """Return those runs of `numbers` that stand in fewest places, with these places."""
    known = [(at, places[run]) for at, run in enumerate(_runs(numbers, size)) if run in places]
    return sorted(known, key=lambda one: (len(one[1]), one[0]))[:MOST_RUNS]
