"""The task "read": the bytes of a file become a document."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.codec import PREVIEW, document_parts
from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.importers.registry import steps_for
from deskbrief.importers.source import Preview, Source


def read(request: Request) -> Iterator[Part | Progress]:
    """Yield the document in `request.blob` in parts.

    Of a long file the beginning may come first, as a document of its own after a part named `PREVIEW`.

    `request.data` holds "name", the file name without its path, "media_type", a MIME type or an empty
    string, and it may hold "take_in", a list of reasons for leaving out that do not count, and "parts": names
    and lengths of the files that belong to it, whose bytes follow its own in the blob. Raises `SourceError`
    when the file cannot be read as a document.
    """
    source = source_of(request)
    yield Progress(0, 1, "Reading")
    for step in _steps(source):
        if isinstance(step, Progress):
            yield step
        elif isinstance(step, Preview):
            yield Part(PREVIEW)
            yield from document_parts(step.document)
        else:
            yield from document_parts(step)
    yield Progress(1, 1, "Reading")


def source_of(request: Request) -> Source:
    """Return the file in a request, and what belongs to it."""
    name = str(request.data.get("name") or "This file")
    reasons = request.data.get("take_in")
    take_in = frozenset(str(reason) for reason in reasons) if isinstance(reasons, list) else frozenset()
    listed = [(str(part), int(length)) for part, length in request.data.get("parts") or ()]
    end = len(request.blob) - sum(length for _, length in listed)
    parts, at = {}, end
    for part, length in listed:
        parts[part] = request.blob[at : at + length]
        at += length
    data = request.blob[:end] if listed else request.blob
    return Source(name, str(request.data.get("media_type") or ""), data, take_in, parts)


def read_source(source: Source) -> Document:
    """Return the document in `source`; raises `SourceError` when there is none."""
    return next(step for step in _steps(source) if isinstance(step, Document))


def _steps(source: Source) -> Iterator[Progress | Preview | Document]:
    for step in steps_for(source):
        if isinstance(step, Document) and not step.text.strip() and not step.scans:
            raise SourceError(f"{source.name} holds no text.", "Choose a file that has text in it.")
        yield step
