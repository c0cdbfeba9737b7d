"""Notes as files of our own: Markdown to read, JSON that comes back in as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import SourceError, WorldError
from deskbrief.document.notes import Note
from deskbrief.document.notes_markdown import passage_markdown
from deskbrief.document.records import dataclass
from deskbrief.library.library import Library

SCHEMA = "deskbrief.notes/1"
_NOT_OURS = ("This file holds no notes of Deskbrief.", "Give a file that “deskbrief notes export” wrote.")


@dataclass(frozen=True, slots=True)
class Compared:
    """Notes from a file beside those in the library: new ones, the same ones, and those that differ."""

    new: tuple[Note, ...]
    same: tuple[Note, ...]
    differ: tuple[Note, ...]


def exported_json(notes: Iterable[Note]) -> str:
    """Return `notes` as one JSON object."""
    return json.dumps({"schema": SCHEMA, "notes": [seal("note", note) for note in notes]}, indent=1) + "\n"


def imported(data: bytes) -> tuple[Note, ...]:
    """Return the notes in a file that `exported_json` gave; raises `SourceError`."""
    try:
        found = json.loads(data)
        if found["schema"] != SCHEMA:
            raise SourceError(*_NOT_OURS)
        return tuple(unseal("note", Note, value) for value in found["notes"])
    except (ValueError, KeyError, TypeError, RecursionError, WorldError) as error:
        raise SourceError(*_NOT_OURS) from error


def compared_notes(library: Library, notes: Sequence[Note]) -> Compared:
    """Return `notes` sorted by whether the library has them; of one id the last one counts."""
    last = {note.id: note for note in notes}
    here = {note.id: note for note in library.notes()}
    return Compared(
        new=tuple(note for key, note in last.items() if key not in here),
        same=tuple(note for key, note in last.items() if here.get(key) == note),
        differ=tuple(note for key, note in last.items() if key in here and here[key] != note),
    )


def exported_markdown(library: Library, notes: Iterable[Note]) -> str:
    """Return `notes`, which come document by document, as one Markdown text."""
    pieces = []
    for sha256, group in groupby(notes, key=lambda note: note.document):
        document = library.document(sha256)
        paths = library.paths(sha256)
        title = (document.metadata.title if document else "") or (paths[0] if paths else "Unknown document")
        pieces.append(f"# {' '.join(title.split())}\n\nsha256: {sha256}")
        for note in group:
            number = document.paragraph_at(note.anchor.start) if document else 0
            tags = "".join(f" #{tag}" for tag in note.tags)
            pieces.append(passage_markdown(note))
            pieces.append(f"*{f'¶{number}, ' if number else ''}{note.role.value}{tags}*")
    return "\n\n".join(pieces) + "\n" if pieces else ""
