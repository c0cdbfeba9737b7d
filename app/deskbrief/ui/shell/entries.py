"""What the notes panel is told about the notes of a document."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.anchors import AnchorState
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.library.library import Library
from deskbrief.services.mentions import Mentions, mentions_elsewhere
from deskbrief.services.notetaking import PlacedNote
from deskbrief.services.places import section_at
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.notes.entry import NoteEntry
from deskbrief.ui.shell.marks import Kept


class EntriesOfNotes:
    """Makes the entries of notes; those of notes that did not change stay the same objects."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._outline: Outline | None = None
        self._kept = Kept(self._entry)
        self._elsewhere: Mentions | None = None
        self._tags: frozenset[str] | None = None

    def forget_others(self) -> None:
        """Look anew, when next asked, for what notes of other documents hold: some may have changed."""
        self._elsewhere = self._tags = None

    def are_stale(self, item: OpenDocument | None) -> bool:
        """Tell whether the sections of a document are others now than its entries tell."""
        return (
            item is not None
            and item.document is self._document
            and not _same_sections(item.outline, self._outline)
        )

    def tags(self, library: Library) -> frozenset[str]:
        """Return the tags of all notes of the library."""
        if self._tags is None:
            try:
                self._tags = library.note_tags()
            except DeskbriefError:
                self._tags = frozenset()
        return self._tags

    def elsewhere(self, item: OpenDocument | None, library: Library) -> Mentions:
        """Return where notes of other documents mention those of `item`."""
        if item is None or item.document is None:
            return {}
        if self._elsewhere is None:
            try:
                self._elsewhere = mentions_elsewhere(library, item.document.sha256)
            except DeskbriefError:
                # The notes themselves are read at the same time, and say what is wrong.
                self._elsewhere = {}
        return self._elsewhere

    def of(self, item: OpenDocument | None) -> list[NoteEntry]:
        """Return the entries of the notes of `item`, in the order of the text."""
        if item is None or item.document is None:
            return []
        self._turn_to(item)
        return self._kept.of(item.notes)

    def prepare(self, item: OpenDocument | None) -> Iterator[None]:
        """Make what `of` is to return; yields between two slices of many."""
        if item is not None and item.document is not None:
            self._turn_to(item)
            yield from self._kept.prepare(item.notes)

    def _turn_to(self, item: OpenDocument) -> None:
        if item.document is not self._document or not _same_sections(item.outline, self._outline):
            self._kept = Kept(self._entry)
            self.forget_others()
        self._document, self._outline = item.document, item.outline

    def _entry(self, placed: PlacedNote) -> NoteEntry:
        span, document = placed.span, self._document
        section = section_at(self._outline, span.start) if self._outline and span else None
        is_guess = span is not None and placed.placement.state is AnchorState.UNCERTAIN
        return NoteEntry(
            note=placed.note,
            place=document.place_at(span.start) if document and span else "",
            section=section.title if section else "",
            state=placed.placement.state,
            quote=" ".join(placed.note.anchor.exact.split()),
            span=span,
            there=" ".join(document.quote(span).split()) if document and span and is_guess else "",
        )


def _same_sections(one: Outline | None, other: Outline | None) -> bool:
    """Tell whether places are in the same sections; an outline comes by rules first, and in full later."""
    return one is other or _heads(one) == _heads(other)


def _heads(outline: Outline | None) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.title) for one in outline.sections] if outline else []
