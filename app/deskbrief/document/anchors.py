"""How a passage is remembered and found again.

An anchor keeps three selectors of the W3C Web Annotation Data Model: position, exact quote and
context. They are always verified against the text at hand, cheapest first; a passage that cannot be
found with confidence is called uncertain or lost, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from deskbrief.document.model import Document
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

if TYPE_CHECKING:
    from difflib import SequenceMatcher

#: Code points of context kept on each side of a quote.
CONTEXT = 32
#: A fuzzy match below this similarity is no match.
FLOOR = 0.75
#: At and above this similarity, and alone, a fuzzy match counts as moved and not as uncertain.
SURE = 0.92
#: Surroundings at least this like the remembered ones are the same; unrelated English scores about 0.35.
FAMILIAR = 0.55
#: Of several places the best must be this much more like the remembered one than the second.
LEAD = 0.15
#: Candidates looked at when a quote stands at several places.
MOST_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: position, exact quote, 32 code points on each side, and a block path such as "b12+40"."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    block_path: str = ""

    @property
    def span(self) -> Span:
        """The remembered position."""
        return Span(self.start, self.end)


class AnchorState(StrEnum):
    """What became of an anchor in the text at hand."""

    EXACT = "exact"
    MOVED = "moved"
    UNCERTAIN = "uncertain"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor's passage is now; `span` is None when it is lost, `score` runs from 0 to 1."""

    state: AnchorState
    span: Span | None
    score: float


def make_anchor(document: Document, span: Span) -> Anchor:
    """Return the anchor of `span`, with its context and block path."""
    text = document.text
    index = document.block_index(span.start)
    offset = span.start - document.blocks[index].start if document.blocks else span.start
    return Anchor(
        start=span.start,
        end=span.end,
        exact=span.of(text),
        prefix=text[max(span.start - CONTEXT, 0) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        block_path=f"b{index}+{offset}",
    )


def place(anchor: Anchor, text: str) -> Placement:
    """Return where the passage of `anchor` is in `text`."""
    if anchor.exact and text[anchor.start : anchor.end] == anchor.exact:
        return Placement(AnchorState.EXACT, anchor.span, 1.0)
    if not anchor.exact:
        return Placement(AnchorState.LOST, None, 0.0)
    return _by_quote(anchor, text) or _by_similarity(anchor, text)


def _by_quote(anchor: Anchor, text: str) -> Placement | None:
    found = list(_occurrences(anchor.exact, text))
    if not found:
        return None
    ranked = sorted(((_context_score(anchor, text, at), at) for at in found), reverse=True)
    best, at = ranked[0]
    span = Span(at, at + len(anchor.exact))
    if len(ranked) == 1:
        sure = best >= FAMILIAR or len(anchor.exact) >= CONTEXT
    else:
        sure = best >= FAMILIAR and best - ranked[1][0] >= LEAD
    return Placement(AnchorState.MOVED if sure else AnchorState.UNCERTAIN, span, best)


def _occurrences(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    for _ in range(MOST_CANDIDATES):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + 1)


def _context_score(anchor: Anchor, text: str, at: int) -> float:
    end = at + len(anchor.exact)
    before = text[max(at - len(anchor.prefix), 0) : at]
    after = text[end : end + len(anchor.suffix)]
    return (_likeness(anchor.prefix, before) + _likeness(anchor.suffix, after)) / 2


def _likeness(left: str, right: str) -> float:
    if not left and not right:
        return 1.0
    return _matcher(left, right).ratio()


def _by_similarity(anchor: Anchor, text: str) -> Placement:
    lost = Placement(AnchorState.LOST, None, 0.0)
    best = max((_near(anchor, text, at) for at in _seeds(anchor, text)), default=lost, key=lambda p: p.score)
    if best.score < FLOOR:
        return lost
    return best


def _seeds(anchor: Anchor, text: str) -> Iterator[int]:
    """Yield places where the quote may begin: where one of its words, or its context, still stands."""
    pieces = [(anchor.prefix[-16:], -len(anchor.prefix[-16:]))]
    for share in (0.0, 0.25, 0.5, 0.75):
        at = int(len(anchor.exact) * share)
        pieces.append((anchor.exact[at : at + 16], at))
    seen: set[int] = set()
    for piece, offset in pieces:
        if len(piece) < 8:
            continue
        for found in _occurrences(piece, text):
            begin = max(found - offset, 0)
            if begin // 8 not in seen:
                seen.add(begin // 8)
                yield begin
            if len(seen) > MOST_CANDIDATES:
                return


def _matcher(left: str, right: str) -> SequenceMatcher[str]:
    # Not at the top: most notes stand where they stood, and nothing has to be compared.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, left, right, autojunk=False)


def _near(anchor: Anchor, text: str, begin: int) -> Placement:
    quote = anchor.exact[:2000]
    low = max(begin - len(quote) // 4, 0)
    window = text[low : begin + len(quote) + len(quote) // 4]
    blocks = [b for b in _matcher(quote, window).get_matching_blocks() if b.size]
    if not blocks:
        return Placement(AnchorState.LOST, None, 0.0)
    start = low + max(blocks[0].b - blocks[0].a, 0)
    end = low + blocks[-1].b + blocks[-1].size + len(quote) - blocks[-1].a - blocks[-1].size
    span = Span(start, min(end, low + len(window), len(text)))
    matched = _likeness(quote, span.of(text))
    score = 0.8 * matched + 0.2 * _context_of(anchor, text, span)
    state = AnchorState.MOVED if score >= SURE else AnchorState.UNCERTAIN
    return Placement(state, span, score)


def _context_of(anchor: Anchor, text: str, span: Span) -> float:
    before = text[max(span.start - len(anchor.prefix), 0) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    return (_likeness(anchor.prefix, before) + _likeness(anchor.suffix, after)) / 2
