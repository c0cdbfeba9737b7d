"""Where a link leads in a text: always verified by its quote, never guessed."""

from __future__ import annotations

from deskbrief.document.anchors import AnchorState, Placement
from deskbrief.document.links import PassageLink
from deskbrief.document.spans import Span


def passage_of(link: PassageLink, text: str) -> Placement:
    """Return where the passage of `link` is in `text`.

    Exact: the words stand where they stood. Moved: they stand at one other place. Uncertain: at several; the
    nearest is taken. Lost: nowhere.
    """
    if text.startswith(link.quote, link.start):
        return Placement(AnchorState.EXACT, Span(link.start, min(link.end, len(text))), 1.0)
    before = text.rfind(link.quote, 0, min(link.start + len(link.quote), len(text)))
    after = text.find(link.quote, link.start)
    places = sorted({at for at in (before, after) if at >= 0}, key=lambda at: abs(at - link.start))
    if not places:
        return Placement(AnchorState.LOST, None, 0.0)
    alone = text.find(link.quote) == text.rfind(link.quote)
    span = Span(places[0], places[0] + len(link.quote))
    return Placement(AnchorState.MOVED if alone else AnchorState.UNCERTAIN, span, 1.0 if alone else 0.5)
