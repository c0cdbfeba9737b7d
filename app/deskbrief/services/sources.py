"""Files on their way in: looked at before they are opened, read off the window's thread."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from deskbrief.document.errors import SourceError
from deskbrief.document.shipped import shipped
from deskbrief.document.tasks import Request

#: Larger files are refused with a sentence: reading one would take minutes and gigabytes.
LARGEST_MB = 100


def is_gone(path: Path) -> bool:
    """Tell whether nothing can be seen at `path`: it was deleted or moved, or its drive is away."""
    try:
        path.stat()
    except OSError:
        return True
    return False


def check_source(path: Path) -> os.stat_result:
    """Return the state of the file at `path`; raises `SourceError` when it cannot be a document."""
    try:
        state = path.stat()
    except OSError as error:
        raise _refusal(path, error) from error
    if stat.S_ISDIR(state.st_mode):
        raise SourceError(f"{path.name or path} is a folder.", "Open the files in it one by one.")
    if not stat.S_ISREG(state.st_mode):
        raise SourceError(f"{path.name} is not an ordinary file.", "Open a document, a book or a web page.")
    if state.st_size > LARGEST_MB * 1024 * 1024:
        # Not at the top: a start has no need of it.
        from deskbrief.document.sizes import megabytes

        raise SourceError(
            f"{path.name} is {megabytes(state.st_size)}; Deskbrief reads files of up to {LARGEST_MB} MB.",
            "Split it into parts and open these.",
        )
    if state.st_size == 0:
        raise SourceError(f"{path.name} is empty.", "Check that the file was saved or downloaded completely.")
    return state


def wordless(name: str) -> SourceError:
    """Return what there is to say of a document called `name` that has pages to look at and no text."""
    return SourceError(
        f"{name} holds pictures of its pages and no text: there is nothing to outline, to search or to mark.",
        "Have its text recognised (OCR), for example by the program that scanned it, and open the result.",
    )


def read_request(path: Path, take_in: Sequence[str] = ()) -> Request:
    """Return the request to read the file at `path`, with the pictures that lie beside it.

    `take_in` are reasons for leaving something out that do not count. Raises `SourceError`.
    """
    # Not at the top: what the library knows is not read.
    from deskbrief.services.companions import companions

    data = _bytes_of(path)
    found = dict(companions(path, data))
    head = {"name": path.name, "media_type": "", "take_in": list(take_in)}
    if not found:
        return Request(head, data)
    listed = [[name, len(part)] for name, part in found.items()]
    return Request({**head, "parts": listed}, b"".join([data, *found.values()]))


def bare_request(path: Path) -> Request:
    """Return the request with the file at `path` and nothing beside it; raises `SourceError`."""
    return Request({}, _bytes_of(path))


def sample_path() -> Path:
    """Return the article that ships with the program."""
    folder = shipped("seeds")
    return next(path for path in sorted(folder.iterdir()) if path.suffix == ".txt")


def _bytes_of(path: Path) -> bytes:
    check_source(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> SourceError:
    name = path.name or str(path)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return SourceError(f"There is no file at {path}.", "Check whether it was moved, renamed or deleted.")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return SourceError(
            f"{name} may not be read by you.", "Ask for the right to read it, or copy it to your own folder."
        )
    if error.errno == errno.ENAMETOOLONG:
        return SourceError("The name of this file is too long.", "Give it a shorter name and open it again.")
    return SourceError(f"{name} could not be read.", "Copy it to this computer and try again.")
