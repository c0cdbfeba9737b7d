"""What an importer is given: the bytes of one file and what is known of them before they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from deskbrief.document.model import Document


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name without a path, its media type if anybody said one, and its bytes.

    `take_in` are reasons for leaving something out that the reader does not share.
    """

    name: str
    media_type: str
    data: bytes
    take_in: frozenset[str] = frozenset()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes in hexadecimal, by which the document is known."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The last extension of the name in lower case without its dot, or an empty string."""
        stem, dot, suffix = self.name.rpartition(".")
        return suffix.lower() if dot and stem else ""


#: An importer: it returns a document or raises `SourceError`, whatever the file holds.
Reader = Callable[[Source], Document]
