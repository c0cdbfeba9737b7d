"""Marking passages and taking notes: each act is on disk when its function returns."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice, takewhile

from deskbrief.document.anchors import NOWHERE, AnchorState, Placement, make_anchor
from deskbrief.document.changes import Change, many
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, Role, uuid7
from deskbrief.document.placing import Finder
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.library.library import Library

#: So many notes are read and placed in the first go, with the text, and in one of the later ones at most.
FIRST, AT_ONCE = 40, 400
#: Passages with no more white space than this between them touch one another.
MOST_BETWEEN = 4


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and where its passage is in the document at hand."""

    note: Note
    placement: Placement

    @property
    def span(self) -> Span | None:
        """The passage, or None when it is lost."""
        return self.placement.span


class Notetaking:
    """The acts on notes; every one returns what changed."""

    def __init__(self, library: Library, *, now: Callable[[], datetime] = utc_now) -> None:
        self._library = library
        self._now = now

    def mark(self, document: Document, span: Span, role: Role, body: str = "") -> tuple[Note, Change]:
        """Mark `span` of `document`; return the new note and the change."""
        note = self._made(document, span, role, body)
        return note, self._library.add_note(note)

    def mark_all(self, document: Document, spans: Sequence[Span], role: Role) -> Change | None:
        """Mark each of `spans` of `document`, in one step of undo; None when there is none."""
        added = [self._made(document, span, role) for span in spans]
        return self._library.add_notes(added, f"Mark {many(len(added), 'hit')}") if added else None

    def write(self, note_id: str, body: str) -> Change | None:
        """Keep `body` as the words of a note; None when they were kept already or the note is gone."""
        note = self._library.note(note_id)
        if note is None or note.body == body:
            return None
        return self._library.update_note(replace(note, body=body, modified=self._stamp()))

    def recolour(self, note_id: str, role: Role) -> Change | None:
        """Give a note another role; None when it has it already or is gone."""
        note = self._library.note(note_id)
        if note is None or note.role is role:
            return None
        return self._library.update_note(replace(note, role=role, modified=self._stamp()))

    def tag(self, note_id: str, tags: Sequence[str]) -> Change | None:
        """Give a note these tags and no others; None when it has just these or is gone."""
        note = self._library.note(note_id)
        if note is None or note.tags == tuple(tags):
            return None
        return self._library.update_note(replace(note, tags=tuple(tags), modified=self._stamp()))

    def resize(self, document: Document, note_id: str, span: Span) -> Change | None:
        """Let a note stand on `span`; None when it does already or is gone."""
        note = self._library.note(note_id)
        anchor = make_anchor(document, span) if len(span) else None
        if note is None or anchor is None or note.anchor == anchor:
            return None
        return self._library.update_note(replace(note, anchor=anchor, modified=self._stamp()))

    def put(self, document: Document, note_id: str, span: Span) -> Change | None:
        """Let a note whose passage was lost or is not certain stand on `span`, as the reader says it does.

        None when it does already or is gone.
        """
        note = self._library.note(note_id)
        anchor = make_anchor(document, span) if len(span) else None
        if note is None or anchor is None or note.anchor == anchor:
            return None
        return self._changed([replace(note, anchor=anchor)], "Put note on passage")

    def deny(self, note_id: str) -> Change | None:
        """Keep that the passage of a note is not in its text; it keeps its quote. None when that is known."""
        note = self._library.note(note_id)
        if note is None or note.anchor.block_path == NOWHERE:
            return None
        anchor = replace(note.anchor, block_path=NOWHERE)
        return self._changed([replace(note, anchor=anchor)], "Passage is not here")

    def merge(self, document: Document, placed: Sequence[PlacedNote]) -> tuple[Note, Change] | None:
        """Make one note of several with places in the text; None when there are fewer than two.

        The first one stays and takes the passage from the first to the last, all words and all tags.
        """
        found = in_text_order(one for one in placed if one.span is not None)
        spans = [one.span for one in found if one.span is not None]
        if len(found) < 2:
            return None
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        bodies = [one.note.body.strip() for one in found]
        kept = replace(
            found[0].note,
            anchor=make_anchor(document, whole),
            body="\n\n".join(dict.fromkeys(body for body in bodies if body)),
            tags=tuple(dict.fromkeys(tag for one in found for tag in one.note.tags)),
            modified=self._stamp(),
        )
        gone = [one.note.id for one in found[1:]]
        return kept, self._library.merge_notes(kept, gone, f"Merge {len(found)} notes")

    def recolour_all(self, ids: Sequence[str], role: Role) -> Change | None:
        """Give notes on one document another role, in one step of undo; None when all have it."""
        found = [note for note in self._found(ids) if note.role is not role]
        return self._changed(
            [replace(note, role=role) for note in found], f"Recolour {many(len(found), 'note')}"
        )

    def tag_all(self, ids: Sequence[str], tags: Sequence[str]) -> Change | None:
        """Give notes on one document `tags` beside those they have, in one step of undo."""
        found = [note for note in self._found(ids) if not set(tags) <= set(note.tags)]
        tagged = [replace(note, tags=tuple(dict.fromkeys((*note.tags, *tags)))) for note in found]
        return self._changed(tagged, f"Tag {many(len(found), 'note')}")

    def untag_all(self, ids: Sequence[str], tag: str) -> Change | None:
        """Take a tag from notes on one document, in one step of undo; None when none has it."""
        found = [note for note in self._found(ids) if tag in note.tags]
        without = [replace(note, tags=tuple(one for one in note.tags if one != tag)) for note in found]
        return self._changed(without, f"Take a tag from {len(found)} notes")

    def delete_all(self, ids: Sequence[str]) -> Change | None:
        """Delete notes on one document, in one step of undo."""
        found = [note.id for note in self._found(ids)]
        return self._library.delete_notes(found, f"Delete {many(len(found), 'note')}") if found else None

    def _found(self, ids: Sequence[str]) -> list[Note]:
        return [note for note in map(self._library.note, ids) if note is not None]

    def _changed(self, notes: Sequence[Note], label: str) -> Change | None:
        stamped = [replace(note, modified=self._stamp()) for note in notes]
        return self._library.update_notes(stamped, label) if stamped else None

    def delete(self, note_id: str) -> Change | None:
        """Delete a note so that it can be undone; None when it is gone already."""
        return self._library.delete_note(note_id) if self._library.note(note_id) else None

    def placed(self, document: Document) -> tuple[PlacedNote, ...]:
        """Return the notes on `document`, each verified against its text, in the order of the text."""
        return tuple(in_text_order(placed_notes(document, self._library.notes(document.sha256))))

    def placed_in_slices(self, document: Document) -> Iterator[tuple[PlacedNote, ...]]:
        """Yield what `placed` returns, a few at a time, each slice in the order of the text."""
        finder = Finder(document.text)
        for notes in self._library.notes_in_slices(document.sha256, FIRST, AT_ONCE):
            yield tuple(in_text_order(PlacedNote(note, finder.place(note.anchor)) for note in notes))

    def renewed(
        self, document: Document, placed: Sequence[PlacedNote], ids: Sequence[str]
    ) -> tuple[PlacedNote, ...]:
        """Return `placed`, which are in the order of the text, with the notes `ids` as they are kept now.

        All others stay the very same objects: with thousands of notes, only what changed is read and placed.
        """
        changed = frozenset(ids)
        found = [item for item in placed if item.note.id not in changed]
        kept = (self._library.note(note_id) for note_id in ids)
        # Taking an act back can put a note on the document for which it waited before.
        here = (note for note in kept if note is not None and note.document == document.sha256)
        for item in placed_notes(document, here):
            insort(found, item, key=_text_order)
        return tuple(found)

    def _made(self, document: Document, span: Span, role: Role, body: str = "") -> Note:
        stamp = self._stamp()
        return Note(
            id=uuid7(),
            document=document.sha256,
            anchor=make_anchor(document, span),
            role=role,
            body=body,
            created=stamp,
            modified=stamp,
        )

    def _stamp(self) -> str:
        return self._now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def touching(placed: Iterable[PlacedNote], text: str, span: Span) -> list[PlacedNote]:
    """Return the notes whose passages overlap `span`, or touch it with nothing but white space between.

    Notes that touch one of these are among them too, and so on.
    """
    found: list[PlacedNote] = []
    low, high = span.start, span.end
    rest = [one for one in in_text_order(placed) if one.span is not None]
    while True:
        near = [one for one in rest if one.span and _touch(text, one.span, low, high)]
        if not near:
            return in_text_order(found)
        found += near
        rest = [one for one in rest if one not in near]
        low = min(low, *(one.span.start for one in near if one.span))
        high = max(high, *(one.span.end for one in near if one.span))


def _touch(text: str, span: Span, low: int, high: int) -> bool:
    if span.start <= high and low <= span.end:
        return True
    first, last = (high, span.start) if span.start > high else (span.end, low)
    return last - first <= MOST_BETWEEN and text[first:last].isspace()


def joined(placed: tuple[PlacedNote, ...], more: Iterable[PlacedNote]) -> tuple[PlacedNote, ...]:
    """Return `placed` and those of `more` that are not among them; both are in the order of the text."""
    known = {one.note.id for one in placed}
    fresh = [one for one in more if one.note.id not in known]
    if not placed or not fresh or _text_order(placed[-1]) < _text_order(fresh[0]):
        return (*placed, *fresh)
    found = list(placed)
    for one in fresh:
        insort(found, one, key=_text_order)
    return tuple(found)


def note_on(placed: Sequence[PlacedNote], span: Span) -> PlacedNote | None:
    """Return the note on just `span`, the first one when there are several; `placed` are in text order."""
    at = bisect_left(placed, (False, span), key=_passage)
    # One of uncertain place can stand where it was once.
    here = takewhile(lambda one: _passage(one) == (False, span), islice(placed, at, None))
    return next((one for one in here if one.span == span), None)


def placed_notes(document: Document, notes: Iterable[Note]) -> Iterable[PlacedNote]:
    """Yield each of `notes` with its place in `document`."""
    finder = Finder(document.text)
    return (PlacedNote(note, finder.place(note.anchor)) for note in notes)


def in_text_order(notes: Iterable[PlacedNote]) -> list[PlacedNote]:
    """Return `notes` by their place in the text, lost ones last."""
    return sorted(notes, key=_text_order)


def _text_order(item: PlacedNote) -> tuple[bool, Span, str]:
    return *_passage(item), item.note.created


def _passage(item: PlacedNote) -> tuple[bool, Span]:
    return item.placement.state is AnchorState.LOST, item.span or item.note.anchor.span
