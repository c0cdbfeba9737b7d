"""Looking the whole library over, without changing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from deskbrief.document.errors import LibraryError
from deskbrief.library import decisions, documents, history, notes
from deskbrief.library.database import Database
from deskbrief.library.secondcopy import SecondCopy


def check(db: Database, second: SecondCopy) -> tuple[str, ...]:
    """Return a plain sentence for each thing that is wrong; nothing when all is well.

    SQLite's own check covers the structure of the file, the digests what its rows say.
    """
    looks: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _structure(db),
        lambda: notes.damage(db),
        lambda: decisions.damage(db),
        lambda: history.damage(db),
        lambda: documents.damage(db),
        lambda: _journal(second),
    )
    return tuple(dict.fromkeys(sentence for look in looks for sentence in _look(look)))


def _look(look: Callable[[], Iterable[str]]) -> Iterator[str]:
    try:
        yield from look()
    except LibraryError as error:
        yield str(error)


def _structure(db: Database) -> Iterator[str]:
    faults = [row[0] for row in db.all("PRAGMA integrity_check(100)") if row[0] != "ok"]
    if faults:
        more = " or more" if len(faults) >= 100 else ""
        yield (
            f"The library file is damaged in {len(faults)}{more} places. "
            "Whole copies may be in the folder “backups”, and your notes are in journal.ndjson."
        )
    if db.one("PRAGMA foreign_key_check") is not None:
        yield "Something in the library file points to a row that is not there."


def _journal(second: SecondCopy) -> Iterator[str]:
    if second.trouble:
        yield second.trouble
    try:
        missing = second.missing()
    except OSError:
        yield "The second copy of your notes, journal.ndjson, cannot be read."
        return
    if missing:
        notes_are = "1 note stands" if missing == 1 else f"{missing} notes stand"
        yield f"{notes_are} in journal.ndjson and not in the library."
