"""From a gold record to a document of the program, and from its offsets back to the record's text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from deskbrief.document.codec import join_document
from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.job import read


def document_of(text: str) -> Document:
    """Return the document that the program makes of a plain text file with this content."""
    parts = read(Request({"name": "gold.txt", "media_type": "text/plain"}, text.encode("utf-8")))
    return join_document(part for part in parts if isinstance(part, Part))


@dataclass(frozen=True)
class Places:
    """Maps stretches of a document's canonical text to the file that it was read from."""

    document: Document

    def back(self, span: Span) -> Span | None:
        """Return where the stretch stood in the file, none when no part of it did."""
        first = self._source(span.start, forwards=True)
        last = self._source(span.end - 1, forwards=False)
        if first is None or last is None or last < first:
            return None
        return Span(first, last + 1)

    def _source(self, offset: int, *, forwards: bool) -> int | None:
        """Return where a code point stood, or the nearest one after (before) it that stood in the file."""
        runs = self.document.source_runs
        at = bisect_right(runs, offset, key=lambda run: run.start) - 1
        if at >= 0 and offset < runs[at].start + runs[at].length:
            return runs[at].source + offset - runs[at].start
        if forwards:
            return runs[at + 1].source if at + 1 < len(runs) else None
        return runs[at].source + runs[at].length - 1 if at >= 0 else None
