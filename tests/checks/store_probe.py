"""The real library behind a few acts, for harnesses that kill, fill up and damage it.

    python tests/checks/store_probe.py write DB COUNT   write COUNT notes, "ACK <n> <sha256>" after each
    python tests/checks/store_probe.py read DB          "NOTE <n> <sha256>" for each note, "DRAFT <keys>"
    python tests/checks/store_probe.py check DB         0 healthy, 3 damaged; changes nothing
    python tests/checks/store_probe.py type DB          type 400 keys as the editor does, "KEY <n>" for each

DB stands for a library: the folder DB.library holds it, and DB itself is its file `library.db`.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path

from deskbrief.document.anchors import Anchor
from deskbrief.document.errors import BugError, DamagedLibraryError, DeskbriefError, LibraryError
from deskbrief.document.notes import Note
from deskbrief.library.checkup import look_over
from deskbrief.library.library import Library

DOCUMENT = "d" * 64
#: The draft that `type` writes, and how soon the editor saves; see `ui.notes.draft`.
DRAFT = "00000000-0000-7000-9000-000000000000"
AFTER_KEY, AT_LEAST_EVERY = 0.1, 0.15


def words(number: int) -> str:
    """Return the words of note `number`, as the harness expects them."""
    return f"note {number} " + f"x{number * 7919 % 1000} " * (20 + number % 300)


def sha(body: str) -> str:
    """Return the SHA-256 of a note's words."""
    return hashlib.sha256(body.encode()).hexdigest()


def folder_of(db: Path) -> Path:
    """Return the folder of the library that `db` stands for, joining the two where one is new."""
    folder = db.with_name(db.name + ".d")
    file = folder / "library.db"
    if not folder.exists():
        folder.mkdir()
        if db.exists():
            os.link(db, file)
        else:
            db.symlink_to(file)
    return folder


def note_of(number: int) -> Note:
    """Return note `number`; its id tells the number."""
    anchor = Anchor(number * 10, number * 10 + 5, f"word{number}")
    return Note(
        id=f"00000000-0000-7000-8000-{number:012x}", document=DOCUMENT, anchor=anchor, body=words(number)
    )


def write(db: Path, count: int) -> int:
    """Add `count` notes after those that are there; other writers may take numbers meanwhile."""
    with Library.open(folder_of(db)) as library:
        if not library.writable:
            raise LibraryError(library.reason)
        number = len(library.notes())
        for _ in range(count):
            while not added(library, number):
                number += 1
            print("ACK", number, sha(words(number)), flush=True)
    return 0


def added(library: Library, number: int) -> bool:
    """Add note `number` unless another writer did."""
    try:
        library.add_note(note_of(number))
    except BugError:
        return False
    return True


def read(db: Path) -> int:
    """Print what the library holds; 3 when it was damaged, whatever came back by itself."""
    with Library.open(folder_of(db)) as library:
        for note in library.notes():
            if note.id == DRAFT:
                print("DRAFT", len(note.body))
            else:
                print("NOTE", int(note.id[-12:], 16), sha(note.body))
        return 3 if library.repaired or library.check() else 0


def check(db: Path) -> int:
    """Look the library over without changing it."""
    faults = look_over(folder_of(db))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 3 if faults else 0


def type_keys(db: Path) -> int:
    """Type 400 keys at 50 a second into one note and save as the editor does."""
    with Library.open(folder_of(db)) as library:
        note = Note(id=DRAFT, document=DOCUMENT, anchor=Anchor(0, 5, "draft"))
        library.settle_beside(_nobody)
        library.add_note(note)
        print("READY", flush=True)
        body, first_unsaved, last_key = "", 0.0, 0.0
        for key in range(1, 401):
            wake = time.monotonic() + 0.02
            while (now := time.monotonic()) < wake:
                if first_unsaved and (now - last_key >= AFTER_KEY or now - first_unsaved >= AT_LEAST_EVERY):
                    library.update_note(Note(id=DRAFT, document=DOCUMENT, anchor=note.anchor, body=body))
                    first_unsaved = 0.0
                time.sleep(0.002)
            body += "k"
            last_key = time.monotonic()
            first_unsaved = first_unsaved or last_key
            print("KEY", key, flush=True)
    return 0


def _nobody(_number: int, _error: DeskbriefError | None) -> None:
    """Nobody listens: what survives a kill is on its way whatever is told."""


def main(act: str, db: Path, *rest: str) -> int:
    """Do `act` on the library that `db` stands for."""
    acts = {"read": read, "check": check, "type": type_keys}
    try:
        return write(db, int(rest[0])) if act == "write" else acts[act](db)
    except LibraryError as error:
        print(error, file=sys.stderr)
        return 3 if isinstance(error, DamagedLibraryError) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
