"""Finding passages again in the text at hand.

Position, quote and context are always verified against the text, cheapest first; a passage that cannot be
found with confidence is called uncertain or lost, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from deskbrief.document.anchors import NOWHERE, UNSURE, Anchor, AnchorState, Placement
from deskbrief.document.spans import Span

if TYPE_CHECKING:
    from deskbrief.document.seeking import Seeker

#: Surroundings at least this like the remembered ones are the same; unrelated English scores about 0.35.
FAMILIAR = 0.55
#: Of several places the best must be this much more like the remembered one than the second.
LEAD = 0.15
#: A quote this long needs no surroundings when it stands once.
TELLING = 64
#: Places looked at when a quote stands at several, and those whose surroundings are compared closely.
MOST_PLACES = 20_000
MOST_CANDIDATES = 50


def place(anchor: Anchor, text: str) -> Placement:
    """Return where the passage of `anchor` is in `text`; for many anchors take one `Finder`."""
    return Finder(text).place(anchor)


def word_for_word(anchor: Anchor, text: str) -> Span | None:
    """Return where a passage stands word for word: where it stood, or at its only place.

    None also where somebody has said, or a comparison has found, that this place is not sure.
    """
    start = max(anchor.start, 0)
    if not anchor.exact or not anchor.is_sure:
        return None
    if not text.startswith(anchor.exact, start):
        start = text.find(anchor.exact)
        if start < 0 or text.find(anchor.exact, start + 1) >= 0:
            return None
    return Span(start, start + len(anchor.exact))


class Finder:
    """Finds passages in one text; what helps to find changed ones is made once, when it is first needed."""

    def __init__(self, text: str) -> None:
        self._text = text

    def place(self, anchor: Anchor) -> Placement:
        """Return where the passage of `anchor` is."""
        if not anchor.exact or anchor.block_path == NOWHERE:
            return Placement(AnchorState.LOST, None, 0.0)
        if anchor.block_path == UNSURE and 0 <= anchor.start < anchor.end <= len(self._text):
            # Whatever stands there by chance: that the place is not sure was found with both texts at hand.
            return Placement(AnchorState.UNCERTAIN, anchor.span, 0.0)
        if anchor.start >= 0 and self._text.startswith(anchor.exact, anchor.start):
            return Placement(AnchorState.EXACT, Span(anchor.start, anchor.start + len(anchor.exact)), 1.0)
        quoted = self._by_quote(anchor)
        if quoted and (quoted.state is AnchorState.MOVED or not (anchor.prefix or anchor.suffix)):
            # Without surroundings nothing tells several places of the same words apart.
            return quoted
        # The same words elsewhere may be others, while those that are meant were changed a little.
        sought = self._seeker.seek(anchor)
        return sought if quoted is None or sought.state is AnchorState.MOVED else quoted

    @cached_property
    def _seeker(self) -> Seeker:
        # Not at the top: most notes stand where they stood, and nothing has to be compared.
        from deskbrief.document.seeking import Seeker

        return Seeker(self._text)

    def _by_quote(self, anchor: Anchor) -> Placement | None:
        found = list(self._occurrences(anchor.exact))
        if not found:
            return None
        if len(found) > MOST_CANDIDATES:
            found = sorted(found, key=lambda at: (-self._touching(anchor, at), at))[:MOST_CANDIDATES]
        ranked = sorted(((self._context_score(anchor, at), -at) for at in found), reverse=True)
        best, at = ranked[0][0], -ranked[0][1]
        if len(ranked) == 1:
            sure = best >= FAMILIAR or len(anchor.exact) >= TELLING
        else:
            sure = best >= FAMILIAR and best - ranked[1][0] >= LEAD
        state = AnchorState.MOVED if sure else AnchorState.UNCERTAIN
        return Placement(state, Span(at, at + len(anchor.exact)), best)

    def _occurrences(self, needle: str) -> Iterator[int]:
        at = self._text.find(needle)
        for _ in range(MOST_PLACES):
            if at < 0:
                return
            yield at
            at = self._text.find(needle, at + 1)

    def _touching(self, anchor: Anchor, at: int) -> int:
        """Return how many code points right before and after the quote are the remembered ones."""
        before, after = self._context(anchor, at)
        return _same(anchor.prefix[::-1], before[::-1]) + _same(anchor.suffix, after)

    def _context_score(self, anchor: Anchor, at: int) -> float:
        from deskbrief.document.matching import likeness

        before, after = self._context(anchor, at)
        return (likeness(anchor.prefix, before) + likeness(anchor.suffix, after)) / 2

    def _context(self, anchor: Anchor, at: int) -> tuple[str, str]:
        end = at + len(anchor.exact)
        before = self._text[max(at - len(anchor.prefix), 0) : at]
        return before, self._text[end : end + len(anchor.suffix)]


def _same(left: str, right: str) -> int:
    most = min(len(left), len(right))
    return next((at for at in range(most) if left[at] != right[at]), most)
