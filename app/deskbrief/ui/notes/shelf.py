"""The notes of the panel: their rows, words not yet known to be saved, and why saving failed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from sys import maxsize
from types import MappingProxyType

from deskbrief.document.links import SCHEME
from deskbrief.document.notes import Role
from deskbrief.services.mentions import Linked, Mentions, linked_in, name_of
from deskbrief.ui.notes.entry import NoteEntry
from deskbrief.ui.notes.rows import NoteRow, haystack
from deskbrief.ui.unmoved import unmoved

NO_MENTIONS: Mentions = MappingProxyType({})
NO_NAMES: Mapping[Role, str] = MappingProxyType({})

#: Rows that are made before the clock is looked at.
AT_ONCE = 200


class Shelf:
    """Rows by note id, in the order in which they were given: that of the text, with lost notes last."""

    def __init__(self) -> None:
        self._entries: Sequence[NoteEntry] = ()
        self._order: list[NoteRow] = []
        self._linking: set[str] = set()
        self._mentioned: set[str] = set()
        #: The length of the longest passage, or less than nothing while that was not looked for.
        self._longest = -1
        self._rows: dict[str, NoteRow] = {}
        self._unsaved: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        self._prepared: dict[str, NoteRow] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, note_id: str) -> NoteRow | None:
        """Return the row of a note, None when there is no such note."""
        return self._rows.get(note_id)

    def fill(self, entries: Sequence[NoteEntry], edited: str, elsewhere: Mentions = NO_MENTIONS) -> None:
        """Take over what is known of the notes; the words of the one being edited are left alone.

        `elsewhere` tells where notes of other documents mention them.
        Rows of entries that are the same objects as before are not looked at.
        """
        first, last = unmoved(self._entries, entries)
        gone = self._order[first : len(self._order) - last]
        come = self._come(entries[first : len(entries) - last], edited)
        for row in gone:
            del self._rows[row.key]
        self._rows.update((row.key, row) for row in come)
        self._order = [*self._order[:first], *come, *self._order[len(self._order) - last :]]
        self._entries, self._prepared = entries, {}
        self._longest = -1
        self._linking.difference_update(row.key for row in gone)
        self._linking.update(row.key for row in come if SCHEME in row.body)
        self._mention(elsewhere)
        for note_id in [note_id for note_id in self._problems if note_id not in self._rows]:
            del self._problems[note_id]
            self._unsaved.pop(note_id, None)
        for note_id, body in [*self._unsaved.items()]:
            kept = self._rows.get(note_id)
            if kept is not None and kept.entry.note.body == body:
                del self._unsaved[note_id]

    def prepare(self, entries: Sequence[NoteEntry]) -> Iterator[None]:
        """Make the rows of notes that are new; yields between two slices of many."""
        made = self._prepared = {}
        first, last = unmoved(self._entries, entries)
        for number, entry in enumerate(entries[first : len(entries) - last], start=1):
            if entry.note.id not in self._rows:
                made[entry.note.id] = _fresh(entry, self._unsaved.get(entry.note.id, entry.note.body))
                if number % AT_ONCE == 0:
                    yield

    def _mention(self, elsewhere: Mentions) -> None:
        """Tell each note which others link to it or its passage: those of its text in order, then others."""
        linked: dict[Linked, dict[str, str]] = {}
        for row in [row for row in self._order if row.key in self._linking] if self._linking else ():
            for target in linked_in(row.body, row.entry.note.document):
                linked.setdefault(target, {})[row.key] = name_of(row.body, row.entry.quote)
        for target, others in elsewhere.items():
            linked.setdefault(target, {}).update(others)
        found: dict[str, dict[str, str]] = {}
        for target, others in linked.items():
            for key in self._on(target):
                found.setdefault(key, {}).update((at, words) for at, words in others.items() if at != key)
        for note_id in self._mentioned | found.keys():
            named = self._rows.get(note_id)
            mentioned = tuple(found.get(note_id, {}).items())
            if named is not None and named.mentioned != mentioned:
                named.mentioned, named.stamp = mentioned, -1
        self._mentioned = set(found)

    def _on(self, target: Linked) -> Iterator[str]:
        """Yield the ids of the notes that a link leads to: the one it names, or all on its passage."""
        if isinstance(target, str):
            if target in self._rows:
                yield target
            return
        if self._longest < 0:
            self._longest = max((len(row.span) for row in self._order if row.span), default=0)
        first = bisect_left(self._order, target.start - self._longest, key=_begin)
        for row in self._order[first : bisect_left(self._order, target.end, key=_begin)]:
            if row.span is not None and row.span.end > target.start:
                yield row.key

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

    def found(
        self, wanted: tuple[str, ...], always: str, names: Mapping[Role, str] = NO_NAMES
    ) -> list[NoteRow]:
        """Return the rows that hold all wanted words, and the one of the note `always`.

        `names`, in small letters, are other names of colours.
        """
        if not wanted:
            return [*self._order]
        return [row for row in self._order if row.key == always or _holds(row, wanted, names)]

    def before(self, offset: int) -> str:
        """Return the id of the last note whose passage begins at or before `offset`, or nothing."""
        begun = bisect_right(self._order, offset, key=_begin)
        return self._order[begun - 1].key if begun else ""

    def has_problem(self, note_id: str) -> bool:
        """Tell whether the words of a note could not be saved."""
        return note_id in self._problems

    def _come(self, entries: Sequence[NoteEntry], edited: str) -> list[NoteRow]:
        """Return the rows of `entries`; thousands of them are prepared as a rule, and nothing came since."""
        made, row = self._prepared, self._row
        if not made or self._unsaved or self._problems:
            return [row(entry, edited) for entry in entries]
        known = zip(entries, [made.get(entry.note.id) for entry in entries], strict=True)
        return [
            ready if ready is not None and ready.entry is entry else row(entry, edited)
            for entry, ready in known
        ]

    def _row(self, entry: NoteEntry, edited: str) -> NoteRow:
        note = entry.note
        body = self._unsaved.get(note.id, note.body)
        row = self._rows.get(note.id)
        if row is None:
            row = self._prepared.get(note.id)
            if row is None or row.entry is not entry or row.body != body:
                row = _fresh(entry, body)
        elif row.entry != entry:
            row.entry, row.span, row.stamp = entry, entry.passage, -1
            # Of the one being written in the words stay; its tags and colour count for the filter at once.
            row.type(row.body if note.id == edited else body)
        row.problem = self._problems.get(note.id, "")
        return row

    def _explained(self, note_id: str) -> NoteRow | None:
        row = self._rows.get(note_id)
        if row is not None:
            row.problem = self._problems.get(note_id, "")
        return row


def _fresh(entry: NoteEntry, body: str) -> NoteRow:
    return NoteRow(key=entry.note.id, span=entry.passage, entry=entry, body=body, hay=haystack(entry, body))


def _holds(row: NoteRow, wanted: tuple[str, ...], names: Mapping[Role, str]) -> bool:
    named = names.get(row.entry.note.role, "")
    return all(word in row.hay or word in named for word in wanted)


def _begin(row: NoteRow) -> int:
    """Return where the passage of a note begins; that of a lost one is nowhere, behind all others."""
    return maxsize if row.span is None else row.span.start
