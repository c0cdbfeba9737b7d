"""The notes of the panel: their rows, words not yet known to be saved, and why saving failed."""

from __future__ import annotations

from collections.abc import Iterable

from deskbrief.document.links import SCHEME, linked_note
from deskbrief.document.note_text import links_in, plain_text
from deskbrief.services.curation import shortened
from deskbrief.ui.notes.entry import NoteEntry
from deskbrief.ui.notes.rows import NoteRow, haystack

#: The most characters by which a note is named that links to another.
LONGEST_MENTION = 40


class Shelf:
    """Rows by note id, in the order in which they were given."""

    def __init__(self) -> None:
        self._rows: dict[str, NoteRow] = {}
        self._unsaved: dict[str, str] = {}
        self._problems: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, note_id: str) -> NoteRow | None:
        """Return the row of a note, None when there is no such note."""
        return self._rows.get(note_id)

    def fill(self, entries: Iterable[NoteEntry], edited: str) -> None:
        """Take over what is known of the notes; the words of the one being edited are left alone."""
        self._rows = {entry.note.id: self._row(entry, edited) for entry in entries}
        self._mention()
        for note_id in self._problems.keys() - self._rows.keys():
            del self._problems[note_id]
            self._unsaved.pop(note_id, None)

    def _mention(self) -> None:
        """Tell each note which others link to it."""
        found: dict[str, dict[str, str]] = {}
        for row in self._rows.values():
            if SCHEME not in row.body:
                continue
            for *_, address in links_in(row.body):
                if address.startswith(SCHEME) and (note_id := linked_note(address)):
                    words = shortened(plain_text(row.body).partition("\n")[0], LONGEST_MENTION)
                    found.setdefault(note_id, {})[row.key] = words
        for row in self._rows.values():
            mentioned = tuple(found.get(row.key, {}).items())
            if row.mentioned != mentioned:
                row.mentioned, row.stamp = mentioned, -1

    def sent(self, note_id: str, body: str) -> None:
        """Keep words that are on their way to the disk."""
        self._unsaved[note_id] = body

    def failed(self, note_id: str, sentence: str) -> NoteRow | None:
        """Note why words could not be saved; returns the row that shows it."""
        self._problems[note_id] = sentence
        return self._explained(note_id)

    def saved(self, note_id: str) -> NoteRow | None:
        """Forget about words that are saved; returns the row if it showed a problem."""
        self._unsaved.pop(note_id, None)
        return self._explained(note_id) if self._problems.pop(note_id, None) is not None else None

    def found(self, wanted: tuple[str, ...], always: str) -> list[NoteRow]:
        """Return the rows that hold all wanted words, and the one of the note `always`."""
        return [
            row for row in self._rows.values() if row.key == always or all(word in row.hay for word in wanted)
        ]

    def before(self, offset: int) -> str:
        """Return the id of the last note whose passage begins at or before `offset`, or nothing."""
        passages = ((row.span, key) for key, row in self._rows.items())
        begun = [(span.start, key) for span, key in passages if span is not None and span.start <= offset]
        return max(begun)[1] if begun else ""

    def has_problem(self, note_id: str) -> bool:
        """Tell whether the words of a note could not be saved."""
        return note_id in self._problems

    def _row(self, entry: NoteEntry, edited: str) -> NoteRow:
        note = entry.note
        if self._unsaved.get(note.id) == note.body:
            del self._unsaved[note.id]
        body = self._unsaved.get(note.id, note.body)
        row = self._rows.get(note.id)
        if row is None:
            row = NoteRow(key=note.id, span=entry.passage, entry=entry, body=body, hay=haystack(entry, body))
        elif row.entry != entry:
            row.entry, row.span, row.stamp = entry, entry.passage, -1
            if note.id != edited:
                row.type(body)
        row.problem = self._problems.get(note.id, "")
        return row

    def _explained(self, note_id: str) -> NoteRow | None:
        row = self._rows.get(note_id)
        if row is not None:
            row.problem = self._problems.get(note_id, "")
        return row
