"""Links that open a passage: `deskbrief://open?…`. They can do nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from deskbrief.document.anchors import AnchorState
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.links import SCHEME, PassageLink, link_to, linked_note, read_link
from deskbrief.document.note_text import may_be_followed
from deskbrief.services.curation import shortened
from deskbrief.services.following import passage_of
from deskbrief.services.messages import Level
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.controllers.navigation import Navigation
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.notes.linking import Target
from deskbrief.ui.parts import Parts, Services

#: Of a selected passage so much is put into a link, by which it is found, and shown as its words.
LONGEST_BEGINNING, LONGEST_WORDS = 80, 50


class Links(QObject):
    """Follows links, one after the other; each waits until its document has come."""

    def __init__(
        self, parts: Parts, services: Services, documents: Documents, navigation: Navigation
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._documents = documents
        self._navigation = navigation
        self._waiting: tuple[Path, PassageLink] | None = None
        documents.front_changed.connect(self._arrived)

    def follow(self, address: str) -> None:
        """Follow a link in a note; one that leaves the program is asked about, as links of the text are."""
        if address.lower().startswith(f"{SCHEME}:"):
            self.open([address])
        elif may_be_followed(address):
            self._navigation.offer_link(address)

    def target(self) -> Target | None:
        """Return what a link to the selected passage would be; None when nothing is selected."""
        front, span = self._parts.desk.front, self._parts.reader.view.selection()
        if front is None or front.document is None or span is None:
            return None
        quote = front.document.quote(span)[:LONGEST_BEGINNING]
        words = f"“{shortened(' '.join(quote.split()), LONGEST_WORDS)}”"
        return Target(words, link_to(front.document.sha256, span.start, span.end, quote))

    def open(self, links: Iterable[str]) -> None:
        """Follow `links`; the passage of the last one is shown in the end."""
        for text in links:
            link = read_link(text)
            if link is None and (note_id := linked_note(text)):
                self._follow_note(note_id)
            elif link is None:
                self._say(self.tr("This link names no passage that Deskbrief could open."))
            else:
                self._follow(link)

    def _follow_note(self, note_id: str) -> None:
        """Show a note and its passage; of one that is gone say so."""
        try:
            note = self._services.library.note(note_id)
            known = self._services.library.knows_note(note_id)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        if note is None:
            what = self.tr("The note that this link leads to was deleted.")
            more = self.tr("It lies in the trash (Library) and can be brought back.")
            if not known:
                what, more = self.tr("The note that this link leads to is not in your library."), ""
            self._say(what, more)
            return
        shown = self._open_already(note.document)
        if shown is None:
            anchor = note.anchor
            self._follow(PassageLink(note.document, anchor.start, anchor.end, anchor.exact, note.id))
            return
        self._documents.bring(shown)
        placed = next((one for one in shown.notes if one.note.id == note_id), None)
        if placed is not None and placed.span is not None:
            self._navigation.go(placed.span)
        self._parts.notes.show_note(note_id)

    def _follow(self, link: PassageLink) -> None:
        shown = self._open_already(link.document)
        if shown is not None:
            self._documents.bring(shown)
            self._go(link)
            return
        try:
            path = self._place_of(link)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        if path is None:
            self._say(
                self.tr("The document that this link leads to is not in your library."),
                self.tr("Open its file once; the link works then."),
            )
            return
        self._waiting = (path, link)
        item = self._parts.desk.find(path)
        if item is not None and item.document is None and item.trouble:
            self._documents.close(item)
            item = None
        if item is not None:
            self._documents.bring(item)
        elif self._is_there(path, link.document):
            self._documents.open([path])
        else:
            self._documents.open_kept(path, link.document)

    def _open_already(self, sha256: str) -> OpenDocument | None:
        every = self._parts.desk.documents
        return next((one for one in every if one.document and one.document.sha256 == sha256), None)

    def _place_of(self, link: PassageLink) -> Path | None:
        """Return the path to open the document under: one that holds it as it is, else any that held it."""
        paths = [Path(path) for path in self._services.library.paths(link.document)]
        there = (path for path in paths if self._is_there(path, link.document))
        return next(there, paths[0] if paths else None)

    def _is_there(self, path: Path, sha256: str) -> bool:
        try:
            state = path.stat()
            known = self._services.library.known_file(str(path), state.st_size, state.st_mtime_ns)
        except (OSError, DeskbriefError):
            return False
        return known == sha256

    def _arrived(self) -> None:
        front = self._parts.desk.front
        if self._waiting is None or front is None or front.path != self._waiting[0]:
            return
        if front.document is not None:
            link, self._waiting = self._waiting[1], None
            self._go(link)
        elif front.trouble:
            self._waiting = None

    def _go(self, link: PassageLink) -> None:
        """Go to the passage in the document in front, and say when it is not what the link says."""
        front = self._parts.desk.front
        if front is None or front.document is None:
            return
        found = passage_of(link, front.document.text)
        if found.span is None:
            self._say(
                self.tr("The words that this link leads to are not in this text."),
                self.tr("They may have been changed: “{0}”").format(link.quote[:80]),
            )
            return
        self._navigation.go(found.span)
        if any(one.note.id == link.note for one in front.notes):
            self._parts.notes.show_note(link.note)
        if found.state is AnchorState.UNCERTAIN:
            self._say(self.tr("These words stand at several places of this text; this is one of them."))
        elif front.document.sha256 != link.document:
            self._say(self.tr("This is another edition of the text that the link was made for."))

    def _say(self, what: str, more: str = "") -> None:
        self._services.messages.say(what, more, Level.WARNING)
