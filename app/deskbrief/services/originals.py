"""Pages of a PDF as they are: what the worker is asked for, and whether the file is the one read."""

from __future__ import annotations

import hashlib
from array import array
from pathlib import Path

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document, SourceRun
from deskbrief.document.tasks import Json, Part, Request
from deskbrief.services.sources import bare_request, read_request


def page_request(path: Path, sha256: str, asked: dict[str, Json], *, whole: bool) -> Request:
    """Return the request for a page of the PDF at `path`, with the file itself when it is to be `whole`.

    `asked` is what the task "original" is asked for. Raises `SourceError` when the file is gone, or has not
    the hash `sha256` any more.
    """
    data = {**asked, "sha256": sha256, "name": path.name}
    return Request(data, _checked(path, sha256) if whole else b"")


def origins_request(path: Path, document: Document) -> Request:
    """Return the request to find out where the text of `document` stands on the pages of the file at `path`.

    Raises `SourceError` as `page_request` does.
    """
    _checked(path, document.sha256)
    return read_request(path, document.coverage.taken_in)


def origins_in(part: Part, document: Document) -> tuple[SourceRun, ...]:
    """Return where the text of `document` stands, by a part "origins"; nothing when it is of another text."""
    text = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    if part.data["text"] != text:
        return ()
    numbers = array("q")
    numbers.frombytes(part.blob)
    return tuple(SourceRun(*numbers[at : at + 3]) for at in range(0, len(numbers), 3))


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = bare_request(path).blob
    except SourceError as error:
        raise SourceError(
            error.what, f"{error.next_step} Its text and your notes can be read here all the same."
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise SourceError(
            f"{path.name} has changed since its text was read, so its pages are others now.",
            "Open it again to read it as it is now; the text as it was and your notes on it stay here.",
        )
    return data
