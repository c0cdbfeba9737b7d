"""What the library keeps on open documents: notes, decisions, dates and reading places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deskbrief.document.anchors import make_anchor
from deskbrief.document.changes import Change
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, decided
from deskbrief.services.naming import NameItems, named
from deskbrief.services.notetaking import FIRST, joined
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services

#: So many characters of a paragraph tell where it is in a text that was read in another way.
ENOUGH = 200


class Contents:
    """Fills open documents with what the library keeps on them."""

    def __init__(self, parts: Parts, services: Services) -> None:
        self._parts = parts
        self._services = services

    def keep_place(self) -> None:
        """Keep the reading place of the document in front."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        item.place = self._parts.reader.view.place()
        try:
            self._services.library.set_place(item.document.sha256, item.place)
        except DeskbriefError:
            # A reading place is no note: when it cannot be kept nobody needs to be stopped for it.
            return

    def place_in(self, document: Document, before: Document | None, path: Path) -> int:
        """Return how far `document` was read, as an offset.

        By the words there, when it was on screen just now as `before`, read in another way, or when the file
        at `path` held another text when it was read last.
        """
        front = self._parts.desk.front
        shown = before is not None and front is not None and front.document is document
        if before is None or not shown or not self._parts.reader.view.place():
            return self._kept_place(document, path)
        offset = self._parts.reader.view.place()
        here = before.block_at(offset)
        there = Span(here.start, min(here.end, here.start + ENOUGH))
        found = place(make_anchor(before, there), document.text)
        return found.span.start + offset - here.start if found.span else 0

    def _kept_place(self, document: Document, path: Path) -> int:
        """Return the place that is kept, else that in the text which the file at `path` held before."""
        library = self._services.library
        kept, earlier = library.place(document.sha256), last_at(self._services, path)
        if kept or earlier in {"", document.sha256}:
            return min(kept, len(document.text))
        was, text = library.place(earlier), library.text(earlier)
        words = text[was : was + ENOUGH].strip() if text and was else ""
        return max(document.text.find(words), 0) if words else 0

    def note_opening(self, item: OpenDocument | None) -> None:
        """Note that the reader turned to a document now: of all that is open it was opened last."""
        if item is None or item.document is None:
            return
        try:
            self._services.library.touch(item.document.sha256)
        except DeskbriefError:
            # The order of a list is not worth a word.
            return

    def take_notes(self, item: OpenDocument, document: Document) -> Iterator[None]:
        """Read the notes on a document that has come; yields when some have come and others may be left.

        What is done to notes meanwhile stays.
        """
        item.notes = ()
        try:
            for some in self._services.notetaking.placed_in_slices(document):
                item.notes = joined(item.notes, some)
                if len(some) >= FIRST:
                    yield
        except DeskbriefError as error:
            self._services.messages.report(error)

    def load_notes(self, item: OpenDocument, document: Document) -> None:
        """Read all notes on a document."""
        item.loading = None
        try:
            item.notes = self._services.notetaking.placed(document)
        except DeskbriefError as error:
            self._services.messages.report(error)

    def renew_notes(self, item: OpenDocument, document: Document, change: Change) -> None:
        """Read those notes on a document that `change` changed."""
        try:
            item.notes = self._services.notetaking.renewed(document, item.notes, change.ids)
        except DeskbriefError as error:
            self._services.messages.report(error)

    def curate(self, item: OpenDocument) -> None:
        """Apply the decisions on what was extracted from a document."""
        if item.document is None or item.outline is None:
            item.curated, item.names = Curated(), NameItems()
            return
        decisions = self._services.library.decisions(item.document.sha256)
        item.curated = decided(item.document, item.found, decisions, item.outline.times)
        item.names = named(item.outline.names, decisions)

    def picture(self, sha256: str, key: str) -> bytes:
        """Return a picture of a document, empty when there is none."""
        try:
            return self._services.library.picture(sha256, key)
        except DeskbriefError:
            # The frame stays, which says what the picture shows.
            return b""


def last_at(services: Services, path: Path) -> str:
    """Return the hash of the text that was last read from the file at `path`, "" for none."""
    try:
        return services.library.last_at(str(path)) or ""
    except DeskbriefError:
        return ""
