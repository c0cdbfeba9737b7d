"""The logo of briefs: read from a file of the user's, kept as a value."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from deskbrief.document.errors import BugError, SourceError
from deskbrief.document.plan import Logo
from deskbrief.document.sizes import megabytes
from deskbrief.document.tasks import Part, Request
from deskbrief.services.sources import bare_request, check_source

#: No logo is so large a file.
LARGEST_MB = 20


def logo_request(path: Path) -> Request:
    """Return the request to read the picture at `path`; raises `SourceError`."""
    size = check_source(path).st_size
    if size > LARGEST_MB * 1024 * 1024:
        raise SourceError(
            f"{path.name} is {megabytes(size)}; a logo may have {LARGEST_MB} MB.", "Choose a smaller picture."
        )
    return bare_request(path)


def logo_in(parts: Iterable[Part], name: str, words: str = "") -> Logo:
    """Return the logo in the parts of a finished job "logo", of the file `name`."""
    for part in parts:
        if part.name == "logo":
            return Logo(b64encode(part.blob).decode("ascii"), words, name)
    raise BugError("the job gave no logo")
