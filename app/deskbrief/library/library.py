"""The library: everything Deskbrief keeps, in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from deskbrief.document.changes import Change, Subject
from deskbrief.document.errors import DamagedLibraryError, LibraryError
from deskbrief.document.model import Document
from deskbrief.document.notes import Decision, Note
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Part
from deskbrief.library import (
    acts,
    checking,
    decisions,
    documents,
    history,
    notes,
    outlines,
    pictures,
    reading,
)
from deskbrief.library.backups import copy_library
from deskbrief.library.clock import file_stamp, stamp, utc_now
from deskbrief.library.database import Database
from deskbrief.library.editor import Editor
from deskbrief.library.failures import file_failure, folder_failure
from deskbrief.library.migrations import check_tables, migrate
from deskbrief.library.opened import Opened
from deskbrief.library.opening import open_file
from deskbrief.library.reading import DescribedDocument, DocumentEntry, NotedDocument
from deskbrief.library.secondcopy import SecondCopy

if TYPE_CHECKING:
    from deskbrief.library.catalogue import Card
    from deskbrief.library.labels import Label
    from deskbrief.library.restoring import Difference

__all__ = ["DocumentEntry", "Library", "utc_now"]

#: A file of this name beside the library asks for a repair when it is opened next.
WANTED = "repair-at-next-start"
#: How long another program that is writing is waited for.
BUSY_MS = 5000
_DAMAGED = (
    "Notes or decisions that are damaged on the disk, and so are not shown: {}. Nothing was deleted; words "
    "of notes may be found in journal.ndjson, and whole copies of the library in the folder “backups”."
)

_REPAIRED = (
    "The library was damaged and has been made afresh from what could be read of it, its copies and the "
    "journal: it holds {} notes. The damaged file was put away in {}."
)


class Library:
    """Documents, outlines, notes and decisions, and the history of the acts on them.

    It belongs to the thread that opened it; another one gets `BugError`. Every write is one transaction
    that is on disk when the method returns. All methods raise `LibraryError` with a sentence for the user
    when the disk, the file or another program is at fault; a write has then changed nothing. `repaired`
    tells that it was damaged and has been made afresh as it was opened, `ended_badly` that the last session
    did not close it, or that another one has it open.
    """

    def __init__(self, folder: Path, opened: Opened, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._db = Database(
            opened.connection, wal=opened.wal, reason=opened.reason, next_step=opened.next_step
        )
        self._now = now
        self._second = SecondCopy(self._db, folder / "journal.ndjson", now)
        self._editor = Editor(self._db, self._second, now)
        self._damaged: set[str] = set()
        self.repaired = False
        self.ended_badly = False
        self._remarks = opened.remarks + self._start()

    @classmethod
    def open(cls, folder: Path, *, now: Callable[[], datetime] = utc_now, busy_ms: int = BUSY_MS) -> Library:
        """Open the library in `folder`, making both if need be.

        The folder holds `library.db`, `journal.ndjson` and `backups`. A library that cannot be written is
        opened for reading. `busy_ms` is how long another program that is writing is waited for. Raises
        `NewerLibraryError` for a library from a newer version, which is not touched, and `LibraryError`
        when it cannot be opened at all. A damaged one is repaired, which `remarks` tell.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_failure(folder, error) from error
        if (folder / WANTED).exists():
            return cls._repaired(folder, now, busy_ms)
        try:
            return cls._opened(folder, now, busy_ms)
        except DamagedLibraryError:
            from deskbrief.library.repair import is_ours

            if not is_ours(folder):
                raise
            return cls._repaired(folder, now, busy_ms)

    @classmethod
    def _opened(cls, folder: Path, now: Callable[[], datetime], busy_ms: int) -> Library:
        # What a clean end leaves behind is the file alone.
        ended_badly = any((folder / f"library.db{end}").exists() for end in ("-wal", "-journal"))
        opened = open_file(folder / "library.db", busy_ms=busy_ms)
        try:
            library = cls(folder, opened, now)
        except BaseException:
            opened.connection.close()
            raise
        library.ended_badly = ended_badly
        return library

    @classmethod
    def _repaired(cls, folder: Path, now: Callable[[], datetime], busy_ms: int) -> Library:
        from deskbrief.library.repair import repair

        back = repair(folder, now, WANTED)
        library = cls._opened(folder, now, busy_ms)
        library.take_repaired(_REPAIRED.format(back.notes, back.put_away))
        return library

    def take_repaired(self, remark: str) -> None:
        """Take over that the library was made afresh, which `remark` tells the user."""
        self.repaired = True
        self._remarks = (remark, *self._remarks)

    def _start(self) -> tuple[str, ...]:
        """Bring the file up to date and its journal in step with it; return what is worth knowing."""
        connection = self._db.connection
        if not self.writable:
            check_tables(connection)
            return ()
        migrate(connection, lambda version: self._copy(f"library-format-{version}"))
        check_tables(connection)
        back = self._second.start(self._folder / "backups")
        return (f"The library held no notes, so {back} came back from journal.ndjson.",) if back else ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the library; what was written is safe without it."""
        self._db.close()

    @property
    def writable(self) -> bool:
        """Whether the library can be written; `reason` says why not."""
        return self._db.writable

    @property
    def reason(self) -> str:
        """Why the library cannot be written, in a sentence; empty when it can."""
        return self._db.reason

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know about the library just now, in plain sentences."""
        damaged = len(self._damaged)
        found = (
            self._second.trouble,
            _DAMAGED.format(damaged) if damaged else "",
        )
        return self._remarks + tuple(remark for remark in found if remark)

    # Documents

    def put_document(self, document: Document, *, path: str = "", size: int = 0, mtime_ns: int = 0) -> Change:
        """Keep a document, and remember that the file at `path`, in this state, holds it.

        What the reader made of it stays. One that is kept already is written again only if it differs.
        """
        for _ in self.put_document_slices(document, path=path, size=size, mtime_ns=mtime_ns):
            pass
        return Change(Subject.DOCUMENTS, document.sha256, (document.sha256,))

    def put_document_slices(
        self, document: Document, *, path: str = "", size: int = 0, mtime_ns: int = 0
    ) -> Iterator[None]:
        """Do what `put_document` does, slice by slice; nothing is written before the last one."""
        parts = []
        for part in documents.prepare(document):
            parts.append(part)
            yield
        with self._db.write(durable=False):
            if documents.put(self._db, document, parts):
                # Outlines of another reading of the same file point to other places.
                outlines.forget(self._db, document.sha256)
            if path:
                reading.remember_file(self._db, document.sha256, path, size, mtime_ns)
            if not reading.was_opened(self._db, document.sha256):
                reading.touch(self._db, document.sha256, stamp(self._now()))

    def document(self, sha256: str) -> Document | None:
        """Return a kept document, or None; `document_parts` does the same in slices."""
        return documents.find(self._db, sha256)

    def document_around(self, sha256: str, offset: int) -> Document | None:
        """Return a long document with only the blocks around `offset`; None for one that is read at once."""
        return documents.around(self._db, sha256, offset)

    def document_parts(self, sha256: str) -> Iterator[Part]:
        """Yield a kept document as `codec.document_parts` does, reading each part when it is asked for."""
        return documents.parts(self._db, sha256)

    def known_file(self, path: str, size: int, mtime_ns: int) -> str | None:
        """Return the kept document that the file at `path` held when it was in this very state."""
        return reading.known_file(self._db, path, size, mtime_ns)

    def last_at(self, path: str) -> str | None:
        """Return the stored document that the file at `path` held when it was last seen."""
        return reading.last_at(self._db, path)

    def text(self, sha256: str) -> str | None:
        """Return the text of a kept document alone; None when there is none."""
        return documents.text(self._db, sha256)

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Yield hash, title and text of each kept document, the last opened one first."""
        return documents.every(self._db)

    def noted_documents(self, fewest: int = 0, most: int = 1 << 60) -> tuple[NotedDocument, ...]:
        """Return the kept documents of so many words that have notes, the last opened one first."""
        return reading.noted(self._db, (fewest, most))

    def noted_as(self, title: str, sha256: str) -> tuple[NotedDocument, ...]:
        """Return the kept documents with notes that are called `title`, and the one with this hash."""
        return reading.noted_as(self._db, title, sha256)

    def described(self) -> tuple[DescribedDocument, ...]:
        """Return what every kept document is called, once for each path that it was seen at."""
        return reading.described(self._db)

    def paths(self, sha256: str) -> tuple[str, ...]:
        """Return where a document was opened from, newest first."""
        return reading.paths(self._db, sha256)

    def recent(self, limit: int = 10) -> tuple[DocumentEntry, ...]:
        """Return the kept documents that were opened last, newest first."""
        return reading.recent(self._db, limit)

    def touch(self, sha256: str) -> None:
        """Note that a document is opened now."""
        with self._db.write(durable=False):
            reading.touch(self._db, sha256, stamp(self._now()))

    def remove_document(self, sha256: str, *, with_notes: bool) -> tuple[Note, ...]:
        """Take a document out of the list of documents; return its notes.

        They go to the trash with it if `with_notes`, else they stay; whoever asks the user can say how many
        there are. Nothing is wiped out: `bring_back_document` takes it all back.
        """
        own = self.notes(sha256)
        with self._db.write():
            reading.remove(self._db, sha256)
        if with_notes:
            self._editor.apply(lambda: [acts.deleting(self._db, note.id) for note in own])
        return own

    def bring_back_document(self, sha256: str, notes: Sequence[Note] = ()) -> None:
        """Put a document back into the list, with those `notes` that went to the trash with it."""
        with self._db.write():
            reading.bring_back(self._db, sha256)
        self.put_notes(notes, "Bring back")

    def cards(self, *, removed: bool = False) -> tuple[Card, ...]:
        """Return the documents that are in the list, or else those that were removed, the last one first."""
        from deskbrief.library import catalogue

        return catalogue.cards(self._db, removed=removed)

    def labels(self) -> tuple[Label, ...]:
        """Return all collections and tags with their documents."""
        from deskbrief.library import labels

        return labels.every(self._db)

    def put_labels(self, changed: Sequence[Label]) -> tuple[Label, ...]:
        """Make collections and tags stand as told, all or none; return what puts them back."""
        from deskbrief.library import labels

        with self._db.write():
            return labels.put(self._db, changed)

    def set_place(self, sha256: str, offset: int) -> None:
        """Note how far a document is read."""
        with self._db.write(durable=False):
            reading.set_place(self._db, sha256, offset)

    def place(self, sha256: str) -> int:
        """Return how far a document is read, as an offset into its text."""
        return reading.place(self._db, sha256)

    def set_published(self, sha256: str, edtf: str) -> Change:
        """Set the reader's own date of a document, an EDTF value; an empty one takes it away."""
        with self._db.write():
            reading.set_published(self._db, sha256, edtf)
        return Change(Subject.DOCUMENTS, sha256, (sha256,))

    def published(self, sha256: str) -> str:
        """Return the reader's own date of a document, or an empty string."""
        return reading.published(self._db, sha256)

    def set_taken_in(self, sha256: str, reasons: Sequence[str]) -> Change:
        """Set the reasons for leaving something out that the reader of a document does not share."""
        with self._db.write():
            reading.set_taken_in(self._db, sha256, reasons)
            outlines.forget(self._db, sha256)
        return Change(Subject.DOCUMENTS, sha256, (sha256,))

    def taken_in(self, sha256: str) -> tuple[str, ...]:
        """Return the reasons for leaving something out that the reader of a document does not share."""
        return reading.taken_in(self._db, sha256)

    def put_picture(self, sha256: str, key: str, data: bytes) -> None:
        """Keep a picture of a document; no bytes stand for one that cannot be shown."""
        with self._db.write(durable=False):
            pictures.put(self._db, sha256, key, data)

    def picture(self, sha256: str, key: str) -> bytes:
        """Return a kept picture, or nothing."""
        return pictures.find(self._db, sha256, key)

    def picture_keys(self, sha256: str) -> frozenset[str]:
        """Return the names of the pictures of a document that are kept."""
        return pictures.keys(self._db, sha256)

    def put_outline(self, sha256: str, outline: Outline, published: str) -> None:
        """Keep an outline that was made for the document date `published`."""
        for _ in self.put_outline_slices(sha256, outline, published):
            pass

    def put_outline_slices(self, sha256: str, outline: Outline, published: str) -> Iterator[None]:
        """Do what `put_outline` does, slice by slice; nothing is written before the last one."""
        parts = []
        for part in outlines.prepare(outline):
            parts.append(part)
            yield
        with self._db.write(durable=False):
            outlines.put(self._db, sha256, (outline.rules, published), parts)

    def outline(self, sha256: str, rules: str, published: str) -> Outline | None:
        """Return the outline that was kept for these rules and this document date, or None."""
        return outlines.find(self._db, sha256, rules, published)

    def outline_parts(self, sha256: str, rules: str, published: str) -> Iterator[Part]:
        """Yield a kept outline as `codec.outline_parts` does, reading each part when it is asked for."""
        return outlines.parts(self._db, sha256, rules, published)

    # Notes

    def add_note(self, note: Note) -> Change:
        """Add a note; times that it leaves empty are set to now. An id in use raises `BugError`."""
        return self._editor.add_note(note)

    def update_note(self, note: Note) -> Change:
        """Write a note over the one with its id; raises `LibraryError` when that is gone.

        Changes to the words of one note that follow each other within two seconds are one step of undo.
        """
        return self._editor.update_note(note)

    def delete_note(self, note_id: str) -> Change:
        """Delete a note so that `undo` can bring it back."""
        return self._editor.delete_note(note_id)

    def add_notes(self, added: Sequence[Note], label: str) -> Change:
        """Add notes to one document in one step of undo with the name `label`; there must be at least one."""
        return self._editor.add_notes(added, label)

    def update_notes(self, changed: Sequence[Note], label: str) -> Change:
        """Write notes of one document over those with their ids, in one step of undo."""
        return self._editor.update_notes(changed, label)

    def delete_notes(self, ids: Sequence[str], label: str) -> Change:
        """Delete notes of one document in one step of undo."""
        return self._editor.delete_notes(ids, label)

    def merge_notes(self, kept: Note, gone: Sequence[str], label: str) -> Change:
        """Write `kept` over the note with its id and delete the notes `gone`, in one step of undo."""
        return self._editor.merge_notes(kept, gone, label)

    def put_notes(self, notes: Sequence[Note], label: str) -> list[Change]:
        """Make notes what `notes` are, all or none; each is one step of undo called `label`."""
        return self._editor.apply(lambda: [acts.putting(self._db, note, label) for note in notes])

    def put_notes_together(self, notes: Sequence[Note], label: str) -> list[Change]:
        """Make notes what `notes` are, all or none, in one step of undo for each document."""
        return self._editor.apply(lambda: acts.putting_together(self._db, notes, label))

    def trash(self) -> tuple[tuple[str, Note], ...]:
        """Return the deleted notes with the time of deletion, the last one first."""
        return notes.deleted(self._db)

    def bring_back(self, note_id: str) -> Change | None:
        """Bring a deleted note back; None when there is none."""
        row = notes.find(self._db, note_id)
        return self.add_note(row.note) if row is not None and row.deleted else None

    def knows_note(self, note_id: str) -> bool:
        """Tell whether there is or was a note of this id."""
        return notes.find(self._db, note_id) is not None

    def note(self, note_id: str) -> Note | None:
        """Return a note, or None when there is none or it is deleted."""
        row = notes.find(self._db, note_id)
        return None if row is None or row.deleted else row.note

    def notes(self, document: str = "") -> tuple[Note, ...]:
        """Return the notes on a document ("" = on all) in text order; damaged ones are told in `remarks`."""
        whole, damaged = notes.live(self._db, document)
        self._damaged.update(damaged)
        return whole

    # Decisions

    def decide(self, decision: Decision) -> Change:
        """Keep a decision in place of an earlier one about the same item."""
        return self._editor.decide(decision)

    def undecide(self, document: str, key: str) -> Change:
        """Take away the decision about an item, if there is one."""
        return self._editor.undecide(document, key)

    def decisions(self, document: str) -> tuple[Decision, ...]:
        """Return the decisions about a document in text order; damaged ones are told in `remarks`."""
        whole, damaged = decisions.of_document(self._db, document)
        self._damaged.update(damaged)
        return whole

    def decided_documents(self) -> tuple[str, ...]:
        """Return the SHA-256 of each document that the reader decided something about."""
        return decisions.documents(self._db)

    # Undo: one history for each document, kept across restarts

    def undo(self, document: str) -> Change | None:
        """Take back the last act on a document; None when there is none."""
        return self._editor.undo(document)

    def redo(self, document: str) -> Change | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._editor.redo(document)

    def undo_label(self, document: str) -> str:
        """Return the name of the act that `undo` would take back; empty when it would do nothing."""
        return history.undo_label(self._db, document) if self.writable else ""

    def redo_label(self, document: str) -> str:
        """Return the name of the act that `redo` would do again; empty when it would do nothing."""
        return history.redo_label(self._db, document) if self.writable else ""

    # Care

    def check(self) -> tuple[str, ...]:
        """Look the whole library over; return a plain sentence for each thing that is wrong."""
        return checking.check(self._db, self._second)

    def compare(self, copy: Path, *, keep_new: bool = False) -> Difference:
        """Return what restoring `copy` would change; nothing is changed."""
        from deskbrief.library import restoring

        return restoring.compared(self._db, copy, keep_new=keep_new)

    def restore(self, copy: Path, *, keep_new: bool = False) -> Difference:
        """Make notes and decisions what they are in `copy`, and bring back texts that only it has.

        With `keep_new`, notes that were made since stay. A copy of the library as it is now is made first,
        and each act can be undone. Raises `LibraryError`; nothing was changed then.
        """
        from deskbrief.library import restoring

        found = self.compare(copy, keep_new=keep_new)
        if found.is_empty:
            return found
        self._copy("library-before-restoring")
        if found.documents:
            with self._db.write():
                restoring.bring_texts(self._db, copy)
        self._editor.apply(restoring.restore_acts(self._db, copy, keep_new=keep_new))
        return found

    def want_repair(self) -> None:
        """Have the library repaired when it is opened next; raises `LibraryError`."""
        try:
            (self._folder / WANTED).touch()
        except OSError as error:
            raise file_failure(error) from error

    def backup(self) -> Path:
        """Write a whole copy of the library file into the folder `backups`, check it, and return its path."""
        return self._copy("library")

    def backup_to(self, path: Path) -> Path:
        """Write a whole copy of the library file to `path`, which must not be there yet, and check it."""
        if path.exists():
            raise LibraryError(f"{path} is there already and was not overwritten.", "Choose another name.")
        copy = copy_library(self._db.connection, path.parent, f".{path.name}-{file_stamp(self._now())}")
        try:
            copy.rename(path)
        except OSError as error:
            raise file_failure(error) from error
        return path

    def _copy(self, name: str) -> Path:
        backups = self._folder / "backups"
        return copy_library(self._db.connection, backups, f"{name}-{file_stamp(self._now())}")
