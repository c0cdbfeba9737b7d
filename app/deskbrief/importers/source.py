"""What an importer is given: the bytes of one file and what is known of them before they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from deskbrief.document.model import Document
from deskbrief.document.tasks import Progress
from deskbrief.importers.gallery import Gallery


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name without a path, its media type if anybody said one, and its bytes.

    `take_in` are reasons for leaving something out that the reader does not share. `parts` are the files that
    belong to it, by the address that it uses for them, and `address` is its own. An importer hangs its
    pictures in the `gallery`.
    """

    name: str
    media_type: str
    data: bytes
    take_in: frozenset[str] = frozenset()
    parts: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    address: str = ""
    gallery: Gallery = field(default_factory=Gallery, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes in hexadecimal, by which the document is known."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The last extension of the name in lower case without its dot, or an empty string."""
        stem, dot, suffix = self.name.rpartition(".")
        return suffix.lower() if dot and stem else ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a document, to be read while the whole of it is still on its way."""

    document: Document


#: An importer: it returns a document or raises `SourceError`, whatever the file holds.
Reader = Callable[[Source], Document]
#: An importer of long files: it tells how far it is, may begin with a preview, and ends with the document.
Steps = Callable[[Source], Iterator[Progress | Preview | Document]]
