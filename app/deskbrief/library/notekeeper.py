"""The notes and decisions of the library, and the history of the acts on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.document.changes import Change
from deskbrief.document.notes import Decision, Note
from deskbrief.library import acts, decisions, history, notes
from deskbrief.library.keeper import Keeper


class NoteKeeper(Keeper):
    """Keeps notes and decisions; what is damaged is never shown, and told by the library's remarks."""

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

    def notes_of_moments(self, ids: Sequence[str], document: str) -> list[tuple[str, str]]:
        """Return id and document of each note, deleted too, made when one of `ids` and one on `document` was.

        A copy of a note on another document has an id of the same moment.
        """
        return notes.of_moments(self._db, ids, document)

    def note(self, note_id: str) -> Note | None:
        """Return a note, or None when there is none or it is deleted."""
        row = notes.find(self._db, note_id)
        return None if row is None or row.deleted else row.note

    def notes(self, document: str = "") -> tuple[Note, ...]:
        """Return the notes on a document ("" = on all) in text order; damaged ones are told in `remarks`."""
        whole, damaged = notes.live(self._db, document)
        self._damaged.update(damaged)
        return whole

    def notes_in_slices(self, document: str, first: int, most: int) -> Iterator[tuple[Note, ...]]:
        """Yield the notes on a document, `first` of them together, then twice as many each time up to `most`.

        Each slice is read when it is asked for. Notes that are added or moved meanwhile can be among them,
        or come twice.
        """
        last, count = notes.BEFORE_ALL, first
        while places := notes.rows_after(self._db, document, last, count):
            last, count = places[-1], min(2 * count, most)
            whole, damaged = notes.some_live(self._db, document, [row for _, row in places])
            self._damaged.update(damaged)
            yield whole

    def linking_notes(self, document: str) -> tuple[tuple[Note, str, str], ...]:
        """Return the notes on other documents than `document` that link to passages or notes.

        Each comes with the title of its document and a path that this was seen at.
        """
        return notes.linking(self._db, document)

    def note_tags(self) -> frozenset[str]:
        """Return all tags that notes have."""
        return notes.tags(self._db)

    # Decisions

    def decide(self, decision: Decision) -> Change:
        """Keep a decision in place of an earlier one about the same item."""
        return self._editor.decide(decision)

    def undecide(self, document: str, key: str) -> Change:
        """Take away the decision about an item, if there is one."""
        return self._editor.undecide(document, key)

    def decide_together(
        self, document: str, decided: Sequence[Decision], cleared: Sequence[str], label: str
    ) -> Change:
        """Keep decisions on one document and take those with the keys `cleared` away, as one act."""
        return self._editor.decide_together(document, decided, cleared, label)

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

    def is_last(self, change: Change) -> bool:
        """Tell whether `undo` would take back this very change, and nothing that was done since or before."""
        return self._editor.is_last(change)

    def redo(self, document: str) -> Change | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._editor.redo(document)

    def acted_at(self, document: str) -> int:
        """Return the Unix time in milliseconds of the act that `undo` would take back; 0 for none."""
        return history.acted_at(self._db, document)

    def undo_label(self, document: str) -> str:
        """Return the name of the act that `undo` would take back; empty when it would do nothing."""
        return history.undo_label(self._db, document) if self.writable else ""

    def redo_label(self, document: str) -> str:
        """Return the name of the act that `redo` would do again; empty when it would do nothing."""
        return history.redo_label(self._db, document) if self.writable else ""
