"""Carrying passages from an older text to a newer one when both are known."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.alignment import align
from deskbrief.document.anchors import AnchorState, Placement
from deskbrief.document.spans import Span
from deskbrief.document.wording import Vocabulary, Wording

#: Words on each side of a passage that tell whether it stands where it stood.
AROUND = 10
#: Less of the words of a passage than this, and it is lost; less than that, and the place is not sure.
KEPT = 0.5
WHOLE = 0.7
#: A passage this long needs no surroundings when its words are the same.
TELLING = 64
#: In a passage of fewer words, one that was replaced at either end is not taken to belong to it.
FEW = 4
#: Of the passage and the words around it this much must have been kept for the place to be sure.
SURE = 0.5


def carry(old: str, new: str, spans: Sequence[Span]) -> list[Placement]:
    """Return for each of `spans` of `old` where it is in `new`.

    EXACT means the same words, whatever white space is between them, MOVED others or in another order,
    UNCERTAIN that the surroundings do not bear it out.
    """
    vocabulary = Vocabulary()
    left, right = vocabulary.wording(old), vocabulary.wording(new)
    carrier = Carrier(left, right, align(left, right))
    return [carrier.carried(span) for span in spans]


class Carrier:
    """Carries passages of one wording to another; `to` gives the new word for each old one, or -1."""

    def __init__(self, old: Wording, new: Wording, to: Sequence[int]) -> None:
        self._old, self._new, self._to = old, new, to

    def carried(self, span: Span) -> Placement:
        """Return where the passage `span` of the old text is in the new one."""
        pairs = self._pairs(span)
        kept = self._share_of(span, pairs)
        if not pairs or kept < KEPT:
            return Placement(AnchorState.LOST, None, 0.0)
        found = self._hull(pairs, span)
        score = self._surroundings(span, pairs)
        same = found.of(self._new.text).split() == span.of(self._old.text).split()
        if kept < WHOLE or (score < SURE and not (same and len(span) >= TELLING)):
            return Placement(AnchorState.UNCERTAIN, found, score)
        return Placement(AnchorState.EXACT if same else AnchorState.MOVED, found, score)

    def kept(self, span: Span) -> float:
        """Return how much of the letters of a passage are in the new text, at one place."""
        return self._share_of(span, self._pairs(span))

    def _pairs(self, span: Span) -> list[tuple[int, int]]:
        first, last = self._old.within(span)
        return self._together([(at, self._to[at]) for at in range(first, last) if self._to[at] >= 0], span)

    def _share_of(self, span: Span, pairs: Sequence[tuple[int, int]]) -> float:
        """Return the share of letters that `pairs` hold; signs count where there are only signs."""
        all_words = range(*self._old.within(span))
        words = [at for at in all_words if self._is_word(at)] or list(all_words)
        held = {at for at, _ in pairs}
        size = sum(self._share(at, span) for at in words)
        return sum(self._share(at, span) for at in words if at in held) / size if size else 0.0

    def _is_word(self, at: int) -> bool:
        return self._old.text[self._old.starts[at]].isalnum()

    def _share(self, at: int, span: Span) -> int:
        return min(self._old.ends[at], span.end) - max(self._old.starts[at], span.start)

    def _together(self, pairs: list[tuple[int, int]], span: Span) -> list[tuple[int, int]]:
        """Return `pairs` without those, first or last, that stand too far from the others."""
        most = 2 * len(span) + 40
        pairs = sorted(pairs, key=lambda pair: pair[1])
        # Ends that stand apart are dropped; the farther of the two first.
        while len(pairs) > 1 and self._new.ends[pairs[-1][1]] - self._new.starts[pairs[0][1]] > most:
            ahead = pairs[1][1] - pairs[0][1]
            behind = pairs[-1][1] - pairs[-2][1]
            pairs = pairs[1:] if ahead >= behind else pairs[:-1]
        return self._grown(self._without_lone_signs(pairs), span)

    def _grown(self, pairs: list[tuple[int, int]], span: Span) -> list[tuple[int, int]]:
        """Return `pairs` with the words of the passage that follow in both texts, whoever else took them."""
        first, last = self._old.within(span)
        if pairs:
            i, j = pairs[-1][0] + 1, pairs[-1][1] + 1
            while i < last and j < len(self._new.numbers) and self._old.numbers[i] == self._new.numbers[j]:
                pairs.append((i, j))
                i, j = i + 1, j + 1
            i, j = pairs[0][0] - 1, pairs[0][1] - 1
            while i >= first and j >= 0 and self._old.numbers[i] == self._new.numbers[j]:
                pairs.insert(0, (i, j))
                i, j = i - 1, j - 1
        return pairs

    def _without_lone_signs(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Drop signs at either end that came apart from their neighbour: a full stop alone says nothing."""
        while len(pairs) > 1 and self._is_lone(pairs[0], pairs[1]):
            pairs = pairs[1:]
        while len(pairs) > 1 and self._is_lone(pairs[-1], pairs[-2]):
            pairs = pairs[:-1]
        return pairs

    def _is_lone(self, sign: tuple[int, int], beside: tuple[int, int]) -> bool:
        return not self._is_word(sign[0]) and beside[1] - sign[1] != beside[0] - sign[0]

    def _hull(self, pairs: list[tuple[int, int]], span: Span) -> Span:
        """Return the stretch that `pairs` cover, and a first or last word that another one replaced."""
        first, last = self._old.within(span)
        start = min(self._begin(pair, span) for pair in pairs)
        end = max(self._end(pair, span) for pair in pairs)
        if last - first >= FEW:
            if self._replaced(first, pairs[0], 1):
                start = self._new.starts[pairs[0][1] - 1]
            if self._replaced(last - 1, pairs[-1], -1):
                end = self._new.ends[pairs[-1][1] + 1]
        return Span(start, end)

    def _replaced(self, at: int, inner: tuple[int, int], step: int) -> bool:
        """Tell whether one word took the place of word `at`, which lies between `inner` and a kept one."""
        outer = at - step
        return (
            inner[0] == at + step
            and 0 <= outer < len(self._to)
            and self._to[outer] == inner[1] - 2 * step
            and self._is_word(at)
        )

    def _begin(self, pair: tuple[int, int], span: Span) -> int:
        inside = max(span.start - self._old.starts[pair[0]], 0)
        start, end = self._new.starts[pair[1]], self._new.ends[pair[1]]
        return min(start + inside, end - 1)

    def _end(self, pair: tuple[int, int], span: Span) -> int:
        inside = max(self._old.ends[pair[0]] - span.end, 0)
        start, end = self._new.starts[pair[1]], self._new.ends[pair[1]]
        return max(end - inside, start + 1)

    def _surroundings(self, span: Span, pairs: Sequence[tuple[int, int]]) -> float:
        """Return how much of the passage and the words around it went to the same place."""
        first, last = self._old.within(span)
        low, high = max(pairs[0][1] - 2 * AROUND, 0), pairs[-1][1] + 2 * AROUND
        start, end = max(first - AROUND, 0), min(last + AROUND, len(self._to))
        kept = sum(low <= self._to[at] <= high for at in range(start, end))
        return kept / (end - start)
