"""Which notes are copies of one note: the id of a copy follows from the note and the document it is on."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

#: The hexadecimal digits of a UUIDv7 that are the moment when it was made; a copy keeps them.
_MOMENT = 12


def copied_id(note_id: str, document: str) -> str:
    """Return the id of the copy of a note on the document with hash `document`: a UUIDv7 of that moment."""
    digits = note_id.replace("-", "")[:_MOMENT]
    seed = hashlib.sha256(f"{note_id}>{document}".encode()).hexdigest()
    number = f"{digits}7{seed[:3]}{'89ab'[int(seed[3], 16) % 4]}{seed[4:19]}"
    return "-".join((number[:8], number[8:12], number[12:16], number[16:20], number[20:]))


class Kinship:
    """Follows notes back to the one that they were copied from, through however many editions.

    `notes` are ids with the hashes of their documents; among notes of other moments none are kin.
    """

    def __init__(self, notes: Iterable[tuple[str, str]]) -> None:
        self._from: dict[str, str] = {}
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for note_id, document in notes:
            groups[note_id[: _MOMENT + 1]].append((note_id, document))
        for group in groups.values():
            self._follow(dict(group))

    def _follow(self, group: dict[str, str]) -> None:
        documents = set(group.values())
        for note_id, document in group.items() if len(documents) > 1 else ():
            for other in documents - {document}:
                copied = copied_id(note_id, other)
                if copied in group:
                    self._from[copied] = note_id

    def first(self, note_id: str) -> str:
        """Return the id of the note of which this one is a copy at last; its own when it is none."""
        while note_id in self._from:
            note_id = self._from[note_id]
        return note_id
