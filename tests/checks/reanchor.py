"""The real anchoring behind one function, for harnesses that measure how well passages are found again."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.anchors import AnchorState
from deskbrief.document.carrying import carry
from deskbrief.document.spans import Span


def reanchor(old_text: str, new_text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """Return where each of `spans` of `old_text` is in `new_text`; None where that is lost or uncertain."""
    placed = carry(old_text, new_text, [Span(*span) for span in spans])
    sure = {AnchorState.EXACT, AnchorState.MOVED}
    return [
        (found.span.start, found.span.end) if found.span and found.state in sure else None for found in placed
    ]
