"""The notes once more as Markdown files, one for each, in a folder for each document.

They are there to be read, found and carried away by other programs; Deskbrief never reads them. A file is
written beside its place and then moved there, and only when the note changed: programs that synchronise
folders see whole files, and two computers never write into one.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

from deskbrief.document.notes_markdown import note_markdown
from deskbrief.library import awaited, notes, reading
from deskbrief.library.database import Database
from deskbrief.library.notes import NoteRow

_STATE = ".written.json"
_ABOUT = "About these files.md"
_ABOUT_TEXT = (
    "Deskbrief writes your notes here so that you can read them without it.\n"
    "It does not read them back: change notes in Deskbrief.\n"
)
_UNSAFE = re.compile(r"[^\w -]")
LONGEST_NAME = 60


def mirror(db: Database, folder: Path) -> int:
    """Bring the files in `folder` up to date; return how many were written or taken away.

    Raises `OSError` when the folder cannot be written, and `LibraryError`.
    """
    done = _written(folder)
    count = 0
    for row in notes.changed_since(db, done + 1):
        folder.mkdir(parents=True, exist_ok=True)
        count += _put(db, folder, row)
        done = row.revision
    if count:
        _write(folder / _ABOUT, _ABOUT_TEXT)
        _write(folder / _STATE, json.dumps({"revision": done}))
    return count


def _put(db: Database, folder: Path, row: NoteRow) -> bool:
    note = row.note
    title, path = _called(db, note.document)
    place = _place(folder, note.document, title) / f"{note.id}.md"
    if row.deleted:
        place.unlink(missing_ok=True)
        return True
    place.parent.mkdir(exist_ok=True)
    return _write(place, note_markdown(note, title, path=path))


def _write(path: Path, text: str) -> bool:
    data = text.encode("utf-8", "replace")
    if path.exists() and path.read_bytes() == data:
        return False
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return True


def _written(folder: Path) -> int:
    """Return the number of the last change that the files show; 0 when that is not known."""
    try:
        return int(json.loads((folder / _STATE).read_text(encoding="utf-8"))["revision"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _called(db: Database, document: str) -> tuple[str, str]:
    row = db.one("SELECT title FROM document WHERE sha256 = ?", (document,))
    paths = reading.paths(db, document)
    path = paths[0] if paths else ""
    if row is None and (one := awaited.find(db, document)) is not None:
        return one.title or Path(one.file_name).stem, one.file_name
    return str(row[0] if row and row[0] else "") or Path(path).stem or "Unknown document", path


def _place(folder: Path, document: str, title: str) -> Path:
    """Return the folder of a document: the one it has, whatever it was called then, or a new one."""
    ending = f" ({document[:8]})"
    known = sorted(folder.glob(f"*{ending}"))
    plain = unicodedata.normalize("NFC", title)
    name = " ".join(_UNSAFE.sub(" ", plain).split())[:LONGEST_NAME].strip() or "Document"
    return known[0] if known else folder / f"{name}{ending}"
