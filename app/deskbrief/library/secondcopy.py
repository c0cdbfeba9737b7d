"""Keeping the journal in step with the library, and bringing the library's notes back from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.library import journal, notes
from deskbrief.library.clock import file_stamp, stamp
from deskbrief.library.database import Database
from deskbrief.library.failures import file_failure
from deskbrief.library.journal import Entry
from deskbrief.library.media import sync_folder

#: A journal longer than this, and mostly of superseded lines, is begun afresh and the old one put away.
LONG = 8 << 20
#: Old journals that are kept.
MOST_OLD = 5


class SecondCopy:
    """The journal of one library. Its failures lose nothing and are told in `trouble`, a sentence.

    `floor` is the highest number of a change that the journal knew at the start.
    """

    def __init__(self, db: Database, path: Path, now: Callable[[], datetime]) -> None:
        self._db = db
        self._path = path
        self._now = now
        self._behind = False
        self.floor = 0
        self.trouble = ""

    def start(self, old_journals: Path) -> int:
        """Bring the library and its journal together; return how many notes came back from the journal.

        They do when the library has none at all, as after its file was lost. Otherwise lines that the last
        session could no longer write are added. `old_journals` is the folder that a long journal is put
        away in. Raises `LibraryError` when the library itself fails.
        """
        back = 0
        try:
            self.floor = max(journal.last_numbers(self._path), default=0)
            if self.floor and self._db.one("SELECT 1 FROM note LIMIT 1") is None:
                back = self._bring_back()
            self._catch_up()
            self._shorten(old_journals)
        except OSError as error:
            self._fell_behind(file_failure(error))
        return back

    def record(self, entries: Sequence[Entry]) -> None:
        """Add `entries` to the journal, and what it missed before; a failure is kept in `trouble`.

        They are added once the disk has what they tell of: it never knows of a note that the library lost.
        """
        settler = self._db.settler
        if settler is not None and not self._behind:
            settler.then(partial(self._add, entries))
            return
        self.settle()
        self._keep(self._catch_up if self._behind else partial(journal.append, self._path, entries))

    def settle(self) -> None:
        """Wait until the journal holds everything that it was given."""
        if self._db.settler is not None:
            self._db.settler.wait()

    def _add(self, entries: Sequence[Entry]) -> None:
        """Do so beside the library's thread, and therefore without asking the library.

        Once one act has failed, those behind it wait for the next that can: it adds all that are missing.
        """
        if not self._behind:
            self._keep(partial(journal.append, self._path, entries))

    def _keep(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            self._fell_behind(file_failure(error))
        except LibraryError as error:
            self._fell_behind(error)
        else:
            self._behind, self.trouble = False, ""

    def missing(self) -> int:
        """Return how many notes the journal knows that the library has never heard of; raises `OSError`."""
        self.settle()
        known = {row[0] for row in self._db.all("SELECT id FROM note")}
        return len({entry.row.note.id for entry in journal.read(self._path)} - known)

    def _fell_behind(self, error: LibraryError) -> None:
        self._behind = True
        self.trouble = (
            "Your notes are saved in the library, but their second copy, journal.ndjson, could not be "
            f"brought up to date. {error.next_step}"
        )

    def _bring_back(self) -> int:
        rows = [entry.row for entry in _latest(journal.read(self._path))]
        with self._db.write():
            for row in rows:
                notes.save(self._db, row)
        return sum(not row.deleted for row in rows)

    def _catch_up(self) -> None:
        written = journal.last_numbers(self._path)
        since = min(written, default=0)
        at = stamp(self._now())
        missed = [row for row in notes.changed_since(self._db, since) if row.revision not in written]
        if missed:
            journal.append(self._path, (Entry(row, at, "Catch up") for row in missed))

    def _shorten(self, old_journals: Path) -> None:
        if not self._path.exists() or self._path.stat().st_size < max(LONG, 4 * self._size_of_notes()):
            return
        fresh = self._path.with_name("journal.part")
        fresh.unlink(missing_ok=True)
        # Under the lock: no other process adds a line to the old file that the new one then lacks. Should
        # this end half-way, the next start finds no journal and writes it from the library.
        with self._db.write():
            journal.append(fresh, _latest(journal.read(self._path)))
            self._put_away(old_journals)
            fresh.replace(self._path)
            sync_folder(self._path.parent)

    def _size_of_notes(self) -> int:
        """Return about how long a journal with one line for each note is, by the notes changed last."""
        count = self._db.one("SELECT count(*) FROM note")
        row = self._db.one(
            "SELECT coalesce(avg(length(body) + length(quote)), 0)"
            " FROM (SELECT body, quote FROM note ORDER BY revision DESC LIMIT 500)"
        )
        return int(count[0] * (600 + 2 * row[0])) if count and row else 0

    def _put_away(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._path.replace(folder / f"journal-{file_stamp(self._now())}.ndjson")
        for old in sorted(folder.glob("journal-*.ndjson"))[:-MOST_OLD]:
            old.unlink()


def _latest(entries: Iterable[Entry]) -> list[Entry]:
    """Return the last entry of each note, in the order of the changes."""
    last: dict[str, Entry] = {}
    for entry in entries:
        known = last.get(entry.row.note.id)
        if known is None or known.row.revision <= entry.row.revision:
            last[entry.row.note.id] = entry
    return sorted(last.values(), key=lambda entry: entry.row.revision)
