"""Comparing the document in front with an earlier edition: choosing it, showing it, taking notes over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.spans import Span
from deskbrief.services.curation import shortened
from deskbrief.services.editions import Edition, alike, keep_carried
from deskbrief.services.librarian import Librarian
from deskbrief.services.reading import Opening, ReadingListener
from deskbrief.services.revising import Fate, Revision, put, to_carry
from deskbrief.services.titles import document_title
from deskbrief.ui.controllers.bothtexts import BothTexts
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.editions.page import EditionPage
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.theme import Theme
from deskbrief.ui.words import numbered, percent

#: The longest title and file name in a list of editions: titles of acts would make it wider than a screen.
LONGEST_TITLE, LONGEST_FILE = 48, 32


class Editions(QObject):
    """What the page of a comparison does.

    `page_wanted` carries the page that is to stand in the text's place, `wanted` hash, path and Span of a
    passage that is to be shown, `place_asked` what is to be done about a note that was taken over ("confirm",
    "deny" or "put") and its id, `beside_asked` an open document for the other pane.
    """

    page_wanted = Signal(object)
    wanted = Signal(str, object, object)
    place_asked = Signal(str, str)
    beside_asked = Signal(object)

    def __init__(
        self, parts: Parts, services: Services, librarian: Librarian, documents: Documents, theme: Theme
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._librarian = librarian
        self._documents = documents
        self._old, self._new = "", ""
        self._revision: Revision | None = None
        self._outlines: dict[str, Outline] = {}
        self._asked: set[str] = set()
        self._both: BothTexts | None = None
        page = self.page = EditionPage(parts.window)
        page.hide()
        page.set_theme(theme)
        page.left.connect(self._leave)
        page.other_asked.connect(self.choose)
        page.beside_asked.connect(self._show_beside)
        page.passage_opened.connect(self._open)
        page.take_asked.connect(self.take)
        page.place_asked.connect(self._place)
        documents.outline_changed.connect(self._outline_came)
        documents.notes_changed.connect(self._notes_changed)

    def ask(self) -> None:
        """Show the comparison of the document in front again, or ask with which edition to compare it."""
        front = self._front()
        if front is None:
            return
        if self._revision is not None and front.sha256 in {self._old, self._new}:
            self.page_wanted.emit(self.page)
        else:
            self.choose()

    def choose(self) -> None:
        """Ask with which edition the document in front is to be compared."""
        front = self._front()
        if front is not None:
            self._librarian.editions(front, partial(self._offer, front.sha256))

    def compare(self, document: Document, earlier: str) -> None:
        """Show what became of the kept text `earlier` in `document`."""
        if (earlier, document.sha256) != (self._old, self._new):
            self._old, self._new, self._revision = earlier, document.sha256, None
            self._asked.clear()
            self._outlines.clear()
            self.page.show_revision(None)
        self.page_wanted.emit(self.page)
        self._look(document)

    def take(self, fates: Sequence[Fate]) -> None:
        """Take notes over, in one step of undo."""
        if self._revision is None:
            return
        document = self._revision.new.document
        try:
            copies = keep_carried(self._services.library, document, to_carry(fates))
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self._bring(document.sha256)
        self._documents.refresh_notes()
        words = numbered(
            len(copies), self.tr("1 note was taken over."), self.tr("{0} notes were taken over.")
        )
        undo = self._parts.actions.spoken("undo")
        self._services.messages.say(f"{words} {self.tr('{0} takes this back.').format(undo)}")

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.page.set_theme(theme)

    def _front(self) -> Document | None:
        front = self._parts.desk.front
        return front.document if front is not None else None

    def _offer(self, asked: str, found: tuple[Edition, ...]) -> None:
        front = self._front()
        if front is None or front.sha256 != asked:
            # Another document came to the front meanwhile: these are no editions of it.
            return
        offered = {one.sha256: one for one in found}
        for item in self._parts.desk.documents:
            other = item.document
            if other is not None and other.sha256 not in {front.sha256, *offered}:
                title = document_title(other, item.path.name)
                offered[other.sha256] = Edition(
                    other.sha256, title, len(item.notes), alike(other.text, front.text)
                )
        if not offered:
            self._services.messages.say(
                self.tr("No other edition of this text is in your library."),
                self.tr("Open its file once; it can be compared then."),
            )
            return
        chosen = self.ask_which(list(offered.values()))
        if chosen:
            self.compare(front, chosen)

    def ask_which(self, editions: Sequence[Edition]) -> str:
        """Ask which of `editions` is meant; return its hash, or nothing."""
        names = [self._name(number, one) for number, one in enumerate(editions, start=1)]
        name, given = QInputDialog.getItem(
            self._parts.window,
            self.tr("Compare with an earlier edition"),
            self.tr("With which text is this one to be compared?"),
            names,
            0,
            False,
        )
        return editions[names.index(name)].sha256 if given and name in names else ""

    def _name(self, number: int, one: Edition) -> str:
        paths = self._services.library.paths(one.sha256)
        title = one.title or (Path(paths[0]).name if paths else one.sha256[:8])
        file = Path(paths[0]).name if paths else one.sha256[:8]
        notes = numbered(one.notes, self.tr("1 note"), self.tr("{0} notes"))
        words = self.tr("{0}. {1} ({2}): {3} of it stands here too, {4}")
        title, file = shortened(title, LONGEST_TITLE), shortened(file, LONGEST_FILE)
        return words.format(number, title, file, percent(one.alike), notes)

    def _look(self, document: Document) -> None:
        front = self._item(document.sha256)
        if front is not None and front.complete and front.outline is not None:
            self._outlines[document.sha256] = front.outline
        self._librarian.revise(self._old, document, self._told, dict(self._outlines))

    def _told(self, revision: Revision | None) -> None:
        if revision is None:
            self._services.messages.say(self.tr("The earlier edition is not in your library any more."))
            self._leave()
            return
        if (revision.old.document.sha256, revision.new.document.sha256) != (self._old, self._new):
            return
        again = self._revision is not None
        self._revision = revision
        self.page.show_revision(revision, again=again)
        if revision.old.outline is None and self._old not in self._asked:
            self._asked.add(self._old)
            listener = ReadingListener(outlined=self._outlined, trouble=self._services.messages.report)
            opening = Opening(Path(self._old))
            self._services.reading.analyse(opening, revision.old.document, listener)
        # It may have come while the texts were being compared.
        self._outline_came()

    def _outlined(self, document: Document, outline: Outline, complete: bool) -> None:
        if complete and document.sha256 in {self._old, self._new} and self._revision is not None:
            self._outlines[document.sha256] = outline
            self._look(self._revision.new.document)

    def _outline_came(self) -> None:
        """Compare again when the outline of the new text has come meanwhile."""
        item, revision = self._item(self._new), self._revision
        if revision is None or revision.new.outline is not None or item is None:
            return
        if item.complete and self._new not in self._outlines:
            self._look(revision.new.document)

    def _notes_changed(self) -> None:
        front = self._front()
        if self._revision is not None and front is not None and front.sha256 in {self._old, self._new}:
            self._look(self._revision.new.document)

    def _item(self, sha256: str) -> OpenDocument | None:
        every = self._parts.desk.documents
        return next((one for one in every if one.document and one.document.sha256 == sha256), None)

    def _bring(self, sha256: str) -> bool:
        """Bring an open edition to the front; tell whether it is open."""
        item = self._item(sha256)
        if item is not None and item is not self._parts.desk.front:
            self._documents.bring(item)
        return item is not None

    def _place(self, fate: Fate, act: str) -> None:
        if self._revision is None or not self._bring(self._new):
            return
        if fate.copy is not None:
            self.place_asked.emit({"yes": "confirm", "no": "deny"}.get(act, act), fate.copy.id)
            return
        span = self._parts.reader.view.selection()
        if span is None:
            words = self.tr("Select the passage in the new text first: click the row to go there.")
            self._services.messages.say(words)
        else:
            self.page.notes.say(put(fate, span))

    def _open(self, sha256: str, span: Span) -> None:
        paths = self._services.library.paths(sha256)
        self.wanted.emit(sha256, Path(paths[0] if paths else sha256), span)

    def _show_beside(self) -> None:
        """Show the old text in the first pane and the new one, which keeps the keyboard, in the second."""
        revision, panes = self._revision, self._parts.panes
        if revision is None:
            return
        places = self.page.changes.places()
        self._leave()
        panes.activate(panes.first)
        if not self._bring(self._old):
            self._open(self._old, Span(0, 0))
        new = self._item(self._new)
        if new is None:
            return
        self.beside_asked.emit(new)
        if panes.second is not None:
            panes.activate(panes.second)
        if self._both is None:
            self._both = BothTexts(self._parts)
        self._both.show(revision, places)

    def _leave(self) -> None:
        self.page_wanted.emit(None)
