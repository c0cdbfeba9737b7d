"""Marking passages and taking notes: each act is on disk when its function returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from deskbrief.document.anchors import AnchorState, Placement, make_anchor
from deskbrief.document.changes import Change
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, Role, uuid7
from deskbrief.document.placing import Finder
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.library.library import Library


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
        return self._library.add_notes(added, f"Mark {len(added)} hits") if added else None

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

    def delete(self, note_id: str) -> Change | None:
        """Delete a note so that it can be undone; None when it is gone already."""
        return self._library.delete_note(note_id) if self._library.note(note_id) else None

    def placed(self, document: Document) -> tuple[PlacedNote, ...]:
        """Return the notes on `document`, each verified against its text, in the order of the text."""
        return tuple(in_text_order(placed_notes(document, self._library.notes(document.sha256))))

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


def placed_notes(document: Document, notes: Iterable[Note]) -> Iterable[PlacedNote]:
    """Yield each of `notes` with its place in `document`."""
    finder = Finder(document.text)
    return (PlacedNote(note, finder.place(note.anchor)) for note in notes)


def in_text_order(notes: Iterable[PlacedNote]) -> list[PlacedNote]:
    """Return `notes` by their place in the text, lost ones last."""
    return sorted(
        notes,
        key=lambda item: (
            item.placement.state is AnchorState.LOST,
            item.span or item.note.anchor.span,
            item.note.created,
        ),
    )
