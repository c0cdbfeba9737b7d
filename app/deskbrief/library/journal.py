"""The second copy of the notes: a file of JSON lines beside the library, one for each change.

It can be read with any editor, and it brings the notes back when the library is gone. A line is
`{"schema": "deskbrief.note/1", "n": number of the change, "at", "act", "deleted", "sha256": the row's
digest, "value": the note}`. Lines are only ever added; a half-written line is passed over by readers.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import WorldError
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass
from deskbrief.library.media import sync_folder
from deskbrief.library.notes import NoteRow

#: Bytes at the end that are looked at when the library is opened.
TAIL = 1 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a note's row after a change, when that was, and what the act is called."""

    row: NoteRow
    at: str
    act: str


def append(path: Path, entries: Iterable[Entry]) -> None:
    """Add a line for each of `entries`, durably; raises `OSError`."""
    lines = b"".join(_line(entry) for entry in entries)
    is_new = not path.exists()
    with path.open("a+b", buffering=0) as file:
        _write_all(file, lines if _ends_whole(file) else b"\n" + lines)
        os.fsync(file.fileno())
    if is_new:
        sync_folder(path.parent)


def read(path: Path) -> Iterator[Entry]:
    """Yield the whole and undamaged lines, oldest first; none without a journal. Raises `OSError`."""
    with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
        yield from _entries(file)


def last_numbers(path: Path) -> frozenset[int]:
    """Return the numbers of the last changes told of; none without a journal. Raises `OSError`."""
    tail = TAIL
    while True:
        lines, is_all = _tail(path, tail)
        numbers = frozenset(entry.row.revision for entry in _entries(lines))
        if numbers or is_all:
            return numbers
        tail *= 8


def _tail(path: Path, length: int) -> tuple[list[bytes], bool]:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - length, 0))
            return file.read().splitlines(), size <= length
    except FileNotFoundError:
        return [], True


def _ends_whole(file: Any) -> bool:
    """Tell whether the file ends with a whole line: a crash or a full disk may have cut one off."""
    if file.seek(0, os.SEEK_END) == 0:
        return True
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) == b"\n")


def _write_all(file: Any, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _line(entry: Entry) -> bytes:
    data = {
        "n": entry.row.revision,
        "at": entry.at,
        "act": entry.act,
        "deleted": entry.row.deleted,
        "sha256": entry.row.sha256,
        **seal("note", entry.row.note),
    }
    try:
        return json.dumps(data, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(data, ensure_ascii=True).encode() + b"\n"


def _entries(lines: Iterable[bytes]) -> Iterator[Entry]:
    for line in lines:
        entry = _entry(line)
        if entry is not None:
            yield entry


def _entry(line: bytes) -> Entry | None:
    try:
        data = json.loads(line)
        row = NoteRow(unseal("note", Note, data), data["n"], data["deleted"])
        is_sound = row.sha256 == data["sha256"] and row.is_well_typed
        return Entry(row, data["at"], data["act"]) if is_sound else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, WorldError):
        return None
