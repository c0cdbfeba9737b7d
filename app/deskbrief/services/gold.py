"""A reader's decisions as gold data: what the program should have found in texts of the reader's own.

Recommendations: one object a document, `{"id", "source", "text", "sentences": [{"start", "end",
"is_recommendation"}]}`. A row that was confirmed, edited or added is true, a rejected one false, one that the
reader has not decided about null, which scorers pass over. Sentences without a row are false where every row
of the document is decided, because then whatever was missed has been added; else they are null.

Events: `{"id", "source", "dct", "text", "sentences", "timex", "events": [{"start", "end", "trigger",
"date_value", "basis", "realis", "sentence_start", "sentence_end"}]}`. There is no null for an event, so only
documents are given in which every row is decided.

All offsets are half-open and count code points of `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span, hull
from deskbrief.document.tasks import Json
from deskbrief.services.curation import Curated, Item

_KEPT = frozenset({Verdict.CONFIRMED, Verdict.EDITED, Verdict.ADDED})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE})
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s+(?=[\"'“‘(\[]?[A-Z0-9])")


def recommendation_gold(document: Document, curated: Curated) -> dict[str, Json] | None:
    """Return the object of a document's recommendations, None when nothing is decided about them."""
    items = curated.recommendations
    if not any(item.verdict for item in items):
        return None
    whole = all(item.verdict for item in items)
    labels: dict[Span, bool | None] = {}
    for item in items:
        label = None if item.verdict is None else item.verdict in _KEPT
        span = item.value.spans[0]
        # Rows can share a sentence: it recommends when one of them does, and is open when one is.
        labels[span] = label or labels.get(span, label)
    rows = list(labels)
    for span in _sentences(document):
        if not any(span.overlaps(row) for row in rows):
            labels[span] = False if whole else None
    sentences = [
        {"start": span.start, "end": span.end, "is_recommendation": labels[span]} for span in sorted(labels)
    ]
    return {**_head(document), "sentences": sentences}


def event_gold(document: Document, curated: Curated, published: str) -> dict[str, Json] | None:
    """Return the object of a document's events, None unless every row of it is decided."""
    if not curated.events or any(item.verdict is None for item in curated.events):
        return None
    sentences = _sentences(document)
    kept = [item for item in curated.events if item.verdict in _KEPT and item.value.date.edtf]
    return {
        **_head(document),
        "dct": published,
        "sentences": [{"start": span.start, "end": span.end} for span in sentences],
        "timex": [],
        "events": [_event(document, item, sentences) for item in kept],
    }


def _head(document: Document) -> dict[str, Json]:
    return {"id": f"own/{document.sha256[:16]}", "source": document.metadata.title, "text": document.text}


def _event(document: Document, item: Item[Event], sentences: Sequence[Span]) -> dict[str, Json]:
    event = item.value
    place = event.trigger or event.spans[0]
    around = next((span for span in sentences if span.overlaps(place)), hull(event.spans))
    return {
        "start": place.start,
        "end": place.end,
        "trigger": document.quote(place),
        "date_value": event.date.edtf,
        "basis": "same-sentence-timex"
        if around.overlaps(Span(event.date.start, event.date.end))
        else "other",
        "realis": event.status.value,
        "sentence_start": around.start,
        "sentence_end": around.end,
    }


def _sentences(document: Document) -> list[Span]:
    return [
        span for block in document.blocks if block.kind in _PROSE for span in _of_block(document.text, block)
    ]


def _of_block(text: str, block: Block) -> Iterator[Span]:
    start = block.start
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        yield Span(start, match.start() + 1)
        start = match.end()
    if start < block.end:
        yield Span(start, block.end)
