"""The task "read": the bytes of a file become a document."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.codec import document_parts
from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.importers.registry import reader_for
from deskbrief.importers.source import Source


def read(request: Request) -> Iterator[Part | Progress]:
    """Yield the document in `request.blob` in parts.

    `request.data` holds "name", the file name without its path, "media_type", a MIME type or an empty
    string, and it may hold "take_in", a list of reasons for leaving out that do not count. Raises
    `SourceError` when the file cannot be read as a document.
    """
    name = str(request.data.get("name") or "This file")
    reasons = request.data.get("take_in")
    take_in = frozenset(str(reason) for reason in reasons) if isinstance(reasons, list) else frozenset()
    source = Source(name, str(request.data.get("media_type") or ""), request.blob, take_in)
    yield Progress(0, 2, "Reading")
    document = read_source(source)
    yield Progress(1, 2, "Reading")
    yield from document_parts(document)


def read_source(source: Source) -> Document:
    """Return the document in `source`; raises `SourceError` when there is none."""
    document = reader_for(source)(source)
    if not document.text.strip():
        raise SourceError(f"{source.name} holds no text.", "Choose a file that has text in it.")
    return document
