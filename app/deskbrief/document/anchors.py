"""How a passage is remembered, and what can become of it.

An anchor keeps three selectors of the W3C Web Annotation Data Model: position, exact quote and context.
`placing` finds it again.
"""

from __future__ import annotations

from enum import StrEnum

from deskbrief.document.model import Document
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

#: Code points of context kept on each side of a quote.
CONTEXT = 32
#: Stand in place of a block path. UNSURE: the position is a guess, and the quote is of another text.
#: NOWHERE: it is known that the passage is not in this text, so that nothing is guessed any more.
UNSURE, NOWHERE = "unsure", "nowhere"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: position, exact quote, 32 code points on each side, and a block path such as "b12+40".

    In place of a block path, `UNSURE` and `NOWHERE` keep what is known of a passage of another text.
    """

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

    @property
    def is_sure(self) -> bool:
        """Whether nothing is known against the passage standing in its text."""
        return self.block_path not in {UNSURE, NOWHERE}


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
