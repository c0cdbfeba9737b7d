"""Where the passages of incoming notes stand in a document of the library."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from deskbrief.document.anchors import Anchor, AnchorState, Placement, make_anchor
from deskbrief.document.incoming import Incoming, PlacedAnchor
from deskbrief.document.matching import likeness
from deskbrief.document.model import Document
from deskbrief.document.placing import FAMILIAR, LEAD, Finder
from deskbrief.document.spans import Span

#: Words of a longer passage are not looked up one by one.
MOST_WORDS = 400
#: Places of the same words that are looked at.
MOST_PLACES = 50
_SURE = frozenset({AnchorState.EXACT, AnchorState.MOVED})


class Placer:
    """Finds passages in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._finder = Finder(document.text)

    def placed(self, note: Incoming) -> PlacedAnchor:
        """Return where the passage of `note` is.

        Exact are words that stand where they stood, or, of a file that counts otherwise, that stand in the
        text once, however white space is set.
        """
        found = self._found(note)
        if found.state in _SURE and found.span is not None:
            return PlacedAnchor(found.state, make_anchor(self._document, found.span), found.score)
        return PlacedAnchor(found.state, self._nowhere(note.anchor), found.score)

    def _found(self, note: Incoming) -> Placement:
        anchor = note.anchor
        if note.work.sha256 == self._document.sha256 and anchor.start >= 0:
            return self._finder.place(anchor)
        return self._by_words(anchor) or self._finder.place(self._nowhere(anchor))

    def _by_words(self, anchor: Anchor) -> Placement | None:
        """Return where the words of a passage stand, whatever the white space between them; None: nowhere."""
        words = anchor.exact.split()
        if not 0 < len(words) <= MOST_WORDS:
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        spans = [Span(*one.span()) for one in islice(pattern.finditer(self._document.text), MOST_PLACES)]
        if len(spans) < 2:
            return Placement(AnchorState.EXACT, spans[0], 1.0) if spans else None
        ranked = sorted(((self._around(anchor, span), -span.start, span) for span in spans), reverse=True)
        best, second = ranked[0], ranked[1]
        sure = best[0] >= FAMILIAR and best[0] - second[0] >= LEAD and len(spans) < MOST_PLACES
        return Placement(AnchorState.EXACT if sure else AnchorState.UNCERTAIN, best[2], best[0])

    def _around(self, anchor: Anchor, span: Span) -> float:
        text = self._document.text
        before = text[max(span.start - len(anchor.prefix), 0) : span.start]
        after = text[span.end : span.end + len(anchor.suffix)]
        scores = [likeness(a, b) for a, b in ((anchor.prefix, before), (anchor.suffix, after)) if a]
        return sum(scores) / len(scores) if scores else 0.0

    def _nowhere(self, anchor: Anchor) -> Anchor:
        """Return `anchor` without a position that could be taken for one in this text."""
        if self._document.text.startswith(anchor.exact, max(anchor.start, 0)) or anchor.start < 0:
            end = len(self._document.text)
            return replace(anchor, start=end, end=end + len(anchor.exact))
        return anchor
