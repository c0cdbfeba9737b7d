"""What is promised for every file whatever: a document that holds together, or an error in words."""

from __future__ import annotations

from collections.abc import Iterable

from deskbrief.document.codec import document_parts, join_document
from deskbrief.document.errors import SourceError
from deskbrief.document.model import Block, Document, Inline
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source


class UnsoundError(Exception):
    """A document, or the sentence of an error, is not as promised."""


def outcome(name: str, data: bytes) -> Document | SourceError:
    """Return the document in `data`, or the error that says why there is none, both checked.

    Raises whatever else the importer raises, and `UnsoundError` when a promise is broken.
    """
    try:
        document = read_source(Source(name, "", data))
    except SourceError as error:
        if not error.next_step.endswith(".") or not error.what.endswith("."):
            raise UnsoundError(f"no whole sentences: {error}") from error
        return error
    for fault in _faults(document):
        raise UnsoundError(fault)
    return document


def _faults(document: Document) -> Iterable[str]:
    """Yield what is wrong with `document`."""
    length = len(document.text)
    end = 0
    for block in document.blocks:
        if not end <= block.start <= block.end <= length:
            yield f"block out of order: {block}"
        if not _in_order(block):
            yield f"cells out of order: {block}"
        end = block.end
    yield from (f"outside the text: {part}" for part in document.inlines if not _inside(part, length))
    yield from (f"outside the text: {page}" for page in document.pages if not 0 <= page.offset <= length)
    if [page.offset for page in document.pages] != sorted(page.offset for page in document.pages):
        yield "pages out of order"
    if not 0 <= document.coverage.share <= 1:
        yield f"a share of {document.coverage.share} was kept"
    if any("\ud800" <= sign <= "\udfff" for sign in document.text):
        yield "halves of characters in the text"
    if join_document(document_parts(document)) != document:
        yield "another document arrives than was sent"


def _in_order(block: Block) -> bool:
    """Tell whether the cells of `block` follow one another inside it."""
    last = block.start
    for cell in (cell for row in block.rows for cell in row.cells):
        if not last <= cell.start <= cell.end <= block.end:
            return False
        last = cell.end
    return True


def _inside(part: Inline, length: int) -> bool:
    return 0 <= part.start <= part.end <= length
