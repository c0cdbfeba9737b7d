"""The small objects of a tagged file: written in its words, and packed into streams (ISO 32000-1, 7.5.7)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

#: So many objects are packed together: few enough that a reader that wants one need not unpack much.
IN_STREAM = 400


@dataclass(frozen=True, slots=True)
class Packed:
    """A stream of objects: its own number, those of the objects in it, and its compressed content."""

    number: int
    members: tuple[int, ...]
    content: bytes
    first: int


class Objects:
    """Gives out numbers for objects, and packs their words: a tagged document has thousands of small ones.

    `document` is reportlab's, which has no types; its own objects take their numbers from the same count.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._open: list[tuple[int, bytes]] = []
        self._streams: list[Packed] = []

    def allot(self) -> int:
        """Return the number of an object to come."""
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number

    def put(self, number: int, words: bytes) -> None:
        """Take an object as it stands in the file."""
        self._open.append((number, words))
        if len(self._open) == IN_STREAM:
            self._pack()

    def streams(self) -> list[Packed]:
        """Return all objects, packed."""
        if self._open:
            self._pack()
        return self._streams

    def _pack(self) -> None:
        places, at = [], 0
        for number, words in self._open:
            places.append(f"{number} {at}")
            at += len(words) + 1
        head = f"{' '.join(places)}\n".encode("ascii")
        content = zlib.compress(head + b"\n".join(words for _, words in self._open))
        members = tuple(number for number, _ in self._open)
        self._streams.append(Packed(self.allot(), members, content, len(head)))
        self._open = []
