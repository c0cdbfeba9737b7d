"""Where the passages of an older text went in a newer one, those whose words were replaced too."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.alignment import align
from deskbrief.document.anchors import Placement
from deskbrief.document.carrying import Carrier
from deskbrief.document.spans import Span
from deskbrief.document.wording import Vocabulary, Wording

#: What a word counts that tells something, and one that stands in every text.
TELLING, COMMON = 4, 1
#: Words of this many letters or fewer stand in every text.
SHORT_WORD = 3
#: Words before and after a passage that are looked at when its own words are gone.
REACH = 8


class Tracer:
    """Traces passages of `old` in `new`; making one compares the texts, which can take half a second."""

    def __init__(self, old: str, new: str) -> None:
        vocabulary = Vocabulary()
        self._old, self._new = vocabulary.wording(old), vocabulary.wording(new)
        self._to = align(self._old, self._new)
        self._back = [-1] * len(self._new.numbers)
        for at, there in enumerate(self._to):
            if there >= 0:
                self._back[there] = at
        self._carrier = Carrier(self._old, self._new, self._to)

    def carried(self, span: Span) -> Placement:
        """Return where the passage `span` of the old text is in the new one, as `carrying.carry` does."""
        return self._carrier.carried(span)

    def stretch(self, span: Span) -> Span | None:
        """Return the stretch of the new text that stands where `span` stood in the old one.

        These are its own words, or else what took their place between its neighbours; None when nothing did.
        """
        return self.carried(span).span or self._between(span)

    def dropped(self, span: Span) -> int:
        """Return how many words of a stretch of the old text are not in the new one as they were."""
        first, last = self._old.within(span)
        return _count_missing(self._old, self._new, self._to, range(first, last))

    def added(self, span: Span) -> int:
        """Return how many words of a stretch of the new text were not in the old one as they are."""
        first, last = self._new.within(span)
        return _count_missing(self._new, self._old, self._back, range(first, last))

    def went(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield where each word of a stretch of the old text went: its place in the new one, its weight."""
        first, last = self._old.within(span)
        starts = self._new.starts
        for there, weight in zip(self._to[first:last], _weights(self._old, first, last), strict=True):
            if there >= 0:
                yield starts[there], weight

    def old_weight(self, span: Span) -> int:
        """Return the weight of all words of a stretch of the old text."""
        return sum(_weights(self._old, *self._old.within(span)))

    def new_weight(self, span: Span) -> int:
        """Return the weight of all words of a stretch of the new text."""
        return sum(_weights(self._new, *self._new.within(span)))

    def _between(self, span: Span) -> Span | None:
        first, last = self._old.within(span)
        before = self._neighbour(range(first - 1, max(first - 1 - REACH, -1), -1))
        after = self._neighbour(range(last, min(last + REACH, len(self._to))))
        if before is None or after is None or not 0 < after - before - 1 <= last - first + 2 * REACH:
            return None
        return Span(self._new.starts[before + 1], self._new.ends[after - 1])

    def _neighbour(self, places: range) -> int | None:
        return next((self._to[at] for at in places if self._to[at] >= 0), None)


def _weights(text: Wording, first: int, last: int) -> list[int]:
    """Return what each of these words counts; signs count nothing."""
    letters = text.text
    return [
        (TELLING if end - start > SHORT_WORD else COMMON) if letters[start].isalnum() else 0
        for start, end in zip(text.starts[first:last], text.ends[first:last], strict=True)
    ]


def _count_missing(here: Wording, there: Wording, to: list[int], places: range) -> int:
    return sum(
        here.text[here.starts[at]].isalnum() and (to[at] < 0 or here.numbers[at] != there.numbers[to[at]])
        for at in places
    )
