"""The acts on notes, decisions and dates: each a transaction, a step of undo and a line of the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from deskbrief.document.changes import Change, Subject
from deskbrief.document.errors import BugError
from deskbrief.document.notes import Decision, Note
from deskbrief.library import acts, decisions, history, notes, reading
from deskbrief.library.clock import stamp
from deskbrief.library.database import Database
from deskbrief.library.history import Act
from deskbrief.library.journal import Entry
from deskbrief.library.notes import NoteRow
from deskbrief.library.secondcopy import SecondCopy


class Editor:
    """Writes notes, decisions and dates of documents, and takes back what it wrote.

    Every method returns what changed; an act that changes nothing has no label and writes nothing. All
    raise `LibraryError` when the library cannot be written, and then nothing was changed.
    """

    def __init__(self, db: Database, second: SecondCopy, now: Callable[[], datetime]) -> None:
        self._db = db
        self._second = second
        self._now = now

    def add_note(self, note: Note) -> Change:
        """Add a note; times that it leaves empty are set to now."""
        now = self._stamp()
        stamped = replace(note, created=note.created or now, modified=note.modified or now)
        return self._write(lambda: acts.adding(self._db, stamped))

    def update_note(self, note: Note) -> Change:
        """Write a note in place of the one with its id."""
        return self._write(lambda: acts.updating(self._db, note, self._stamp()))

    def delete_note(self, note_id: str) -> Change:
        """Delete a note so that it can be brought back."""
        return self._write(lambda: acts.deleting(self._db, note_id))

    def add_notes(self, added: Sequence[Note], label: str) -> Change:
        """Add notes to one document as one act with the name `label`."""
        now = self._stamp()
        stamped = [replace(one, created=one.created or now, modified=one.modified or now) for one in added]
        return self._write(lambda: acts.together([acts.adding(self._db, one) for one in stamped], label))

    def update_notes(self, changed: Sequence[Note], label: str) -> Change:
        """Write notes of one document in place of those with their ids, as one act."""
        now = self._stamp()
        return self._write(
            lambda: acts.together([acts.updating(self._db, one, now) for one in changed], label)
        )

    def delete_notes(self, ids: Sequence[str], label: str) -> Change:
        """Delete notes of one document as one act, so that they can be brought back."""
        return self._write(lambda: acts.together([acts.deleting(self._db, one) for one in ids], label))

    def merge_notes(self, kept: Note, gone: Sequence[str], label: str) -> Change:
        """Write `kept` over the note with its id and delete the notes `gone`, as one act."""
        now = self._stamp()
        return self._write(
            lambda: acts.together(
                [acts.updating(self._db, kept, now), *(acts.deleting(self._db, one) for one in gone)], label
            )
        )

    def decide(self, decision: Decision) -> Change:
        """Keep a decision in place of an earlier one about the same item."""
        stamped = replace(decision, modified=decision.modified or self._stamp())
        return self._write(lambda: acts.deciding(self._db, stamped))

    def undecide(self, document: str, key: str) -> Change:
        """Take away the decision about an item, if there is one."""
        return self._write(lambda: acts.undeciding(self._db, document, key))

    def decide_together(
        self, document: str, decided: Sequence[Decision], cleared: Sequence[str], label: str
    ) -> Change:
        """Keep decisions on one document and take those with the keys `cleared` away, as one act."""
        now = self._stamp()
        stamped = [replace(one, modified=one.modified or now) for one in decided]
        return self._write(
            lambda: acts.together(
                [
                    *(acts.deciding(self._db, one) for one in stamped),
                    *(acts.undeciding(self._db, document, key) for key in cleared),
                ],
                label,
            )
        )

    def set_published(self, document: str, edtf: str) -> Change:
        """Set the reader's own date of a document; an empty one takes it away."""
        return self._write(lambda: acts.dating(self._db, document, edtf))

    def apply(self, plan: Callable[[], Iterable[Act]]) -> list[Change]:
        """Carry out all the acts that `plan` works out under the lock, in one transaction."""
        done: list[tuple[Act, list[NoteRow]]] = []
        with self._db.write():
            for act in plan():
                history.record(self._db, act, int(self._now().timestamp() * 1000))
                done.append((act, self._put(act, act.became)))
        at = self._stamp()
        self._second.record([Entry(row, at, act.label) for act, rows in done for row in rows])
        return [_change(act, rows) for act, rows in done]

    def undo(self, document: str) -> Change | None:
        """Take back the last act on a document; None when there is none."""
        return self._step(document, history.undo, lambda act: act.was, "Undo")

    def is_last(self, change: Change) -> bool:
        """Tell whether `undo` would take back this very change: an act of its name on the same things."""
        act = history.last(self._db, change.document)
        if act is None or (act.subject, act.label) != (change.subject, change.label):
            return False
        return acts.values_of(act, act.became).keys() == set(change.ids)

    def take_back(self, document: str, ids: Sequence[str]) -> bool:
        """Undo the last act on a document if it deleted the notes `ids` and nothing else; tell whether."""
        act = history.last(self._db, document)
        if act is None or act.subject is not Subject.NOTES:
            return False
        left = acts.values_of(act, act.became)
        return not any(left.values()) and left.keys() == set(ids) and self.undo(document) is not None

    def redo(self, document: str) -> Change | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._step(document, history.redo, lambda act: act.became, "Redo")

    def _write(self, plan: Callable[[], Act]) -> Change:
        """Carry out the act that `plan` works out under the lock."""
        rows: list[NoteRow] = []
        with self._db.write():
            act = plan()
            if act.label:
                history.record(self._db, act, int(self._now().timestamp() * 1000))
                rows = self._put(act, act.became)
        return self._done(act, rows, act.label)

    def _step(
        self,
        document: str,
        move: Callable[[Database, str], Act | None],
        value: Callable[[Act], str],
        name: str,
    ) -> Change | None:
        rows: list[NoteRow] = []
        with self._db.write():
            act = move(self._db, document)
            if act is not None:
                rows = self._put(act, value(act))
        return self._done(act, rows, f"{name}: {act.label}") if act else None

    def _put(self, act: Act, value: str) -> list[NoteRow]:
        """Write the sealed `value` (empty: absent) of the act's target; return the rows of notes."""
        if act.subject is Subject.NOTES:
            return [self._put_note(note, sealed) for note, sealed in acts.values_of(act, value).items()]
        if act.subject is Subject.DOCUMENTS:
            reading.set_published(self._db, act.document, value)
            return []
        for key, sealed in acts.values_of(act, value).items():
            if sealed:
                decisions.save(self._db, decisions.unsealed(sealed))
            else:
                decisions.remove(self._db, act.document, key)
        return []

    def _put_note(self, note_id: str, value: str) -> NoteRow:
        old = notes.find(self._db, note_id)
        revision = notes.next_revision(self._db, self._second.floor)
        if value:
            row = NoteRow(acts.unsealed(value), revision)
        elif old is not None:
            row = NoteRow(old.note, revision, self._stamp())
        else:
            raise BugError("a note that was never there cannot be deleted")
        notes.save(self._db, row)
        return row

    def _done(self, act: Act, rows: Sequence[NoteRow], name: str) -> Change:
        """Write the journal, now that the library is committed."""
        if rows:
            at = self._stamp()
            self._second.record([Entry(row, at, name) for row in rows])
        return _change(act, rows)

    def _stamp(self) -> str:
        return stamp(self._now())


def _change(act: Act, rows: Sequence[NoteRow]) -> Change:
    return Change(act.subject, act.document, tuple(row.note.id for row in rows) or (act.target,), act.label)
