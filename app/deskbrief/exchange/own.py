"""Notes as JSON of our own: all of a note, so that nothing is lost on the way.

Either one object with all notes (`deskbrief.notes/1`), or JSON Lines with one note a line, as the library
keeps it (`deskbrief.note/1`), beside what its document is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from deskbrief.document.codec import seal, unseal
from deskbrief.document.encoding import decode, encode
from deskbrief.document.errors import SourceError, WorldError
from deskbrief.document.incoming import MOST_NOTES, FoundNotes, Incoming, Work
from deskbrief.document.notes import MarkStyle, Note, Role
from deskbrief.document.tasks import Json

SCHEMA = "deskbrief.notes/1"
LINE_SCHEMA = "deskbrief.note/1"
_REFUSAL = ("This file holds no notes of Deskbrief.", "Give a file that “deskbrief notes export” wrote.")


def note_lines(notes: Iterable[Note], works: Mapping[str, Work]) -> str:
    """Return `notes` as JSON Lines; `works` has what is known of documents by their hash."""
    lines = []
    for note in notes:
        work = works.get(note.document, Work(sha256=note.document))
        lines.append(json.dumps({**seal("note", note), "document": encode(work)}, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


def own_notes(values: Sequence[Json]) -> FoundNotes:
    """Return the notes in one object of ours, or in the lines of a file; raises `SourceError`."""
    first = values[0] if values else None
    listed = first.get("notes") if isinstance(first, dict) and first.get("schema") == SCHEMA else values
    try:
        notes = tuple(_incoming(value) for value in listed[:MOST_NOTES]) if isinstance(listed, list) else ()
    except (ValueError, KeyError, TypeError, AttributeError, WorldError) as error:
        raise SourceError(*_REFUSAL) from error
    return FoundNotes(form="Deskbrief", notes=notes)


def _incoming(value: Json) -> Incoming:
    note = unseal("note", Note, value)
    _check(note)
    work = decode(Work, value.get("document", {}))
    return Incoming(
        anchor=note.anchor,
        work=Work(sha256=note.document, title=str(work.title), file_name=str(work.file_name)),
        id=note.id,
        body=note.body,
        role=note.role,
        style=note.style,
        tags=note.tags,
        created=note.created,
        modified=note.modified,
    )


def _check(note: Note) -> None:
    """Raise `ValueError` for a note with values of the wrong kind, which decoding lets through."""
    anchor = note.anchor
    texts = (
        *(note.id, note.document, note.body, note.created, note.modified, *note.tags),
        *(anchor.exact, anchor.prefix, anchor.suffix, anchor.block_path),
    )
    whole = all(isinstance(text, str) for text in texts)
    numbers = all(type(number) is int and 0 <= number < 2**31 for number in (anchor.start, anchor.end))
    if not (whole and numbers and isinstance(note.role, Role) and isinstance(note.style, MarkStyle)):
        raise ValueError("a note has values of the wrong kind")
