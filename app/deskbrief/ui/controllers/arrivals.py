"""What the worker and the library bring of documents that are open or being opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Progress
from deskbrief.services.curation import Curated, identified
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.reading import ReadingListener
from deskbrief.services.sources import wordless
from deskbrief.ui.controllers.contents import Contents, last_at
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.words import numbered, percent

if TYPE_CHECKING:
    from deskbrief.services.editions import Carried, Edition
    from deskbrief.ui.controllers.newedition import NewEdition

#: So long are items worked through in one go.
SLICE_SECONDS = 0.006


class Arrivals(QObject):
    """Gives each open document what has come for it, and tells of it.

    `came` carries the open document whose text has come, or the news that it will not; `outlined` the one
    whose outline has, `noted` one that has all its notes now. `titled` says that a title may be known now,
    `carried` that notes of an earlier edition stand in a document, `progressed` how far the work on the
    document in front is; `compare_asked` carries a Document and the hash of an earlier edition to be compared
    with it.
    """

    came = Signal(object)
    outlined = Signal(object)
    noted = Signal(object)
    titled = Signal()
    carried = Signal()
    progressed = Signal(str)
    compare_asked = Signal(object, str)

    def __init__(self, parts: Parts, services: Services, contents: Contents) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._contents = contents
        self._editions: NewEdition | None = None
        self.listener = ReadingListener(
            previewed=self._previewed,
            preparing=self._preparing,
            opened=self._opened,
            pictured=self._pictured,
            outlined=self._outlined,
            progress=self._progress,
            failed=self._failed,
            unrefined=self._unrefined,
            trouble=services.messages.report,
            edition=self._edition,
            carried=self._carried,
            settled=self._settled,
        )

    def _previewed(self, path: Path, document: Document) -> None:
        item = self._parts.desk.find(path)
        if item is not None and item.document is None:
            item.preview = document
            place = self._services.library.place(document.sha256)
            item.place = place if place < document.blocks[-1].end else 0
            self.came.emit(item)

    def _preparing(self, path: Path, document: Document) -> Iterator[None]:
        """Make ready what is about to be read; what comes behind it is when it is brought to the front."""
        item = self._parts.desk.find(path)
        if item is not None and item is self._parts.desk.front:
            yield from self._parts.reader.preparing(document)

    def _opened(self, path: Path, document: Document) -> None:
        item = self._parts.desk.find(path)
        if item is None:
            return
        before, item.document, item.preview = item.document or item.preview, document, None
        item.place = self._contents.place_in(document, before, item.path)
        item.outline, item.found, item.complete, item.identifying = None, Curated(), False, None
        item.published = self._services.library.published(document.sha256)
        self._take_notes(item, document)
        if item.first_pages:
            item.telling = self._on_scans(item, document)
        self.titled.emit()
        self.came.emit(item)
        if item is not self._parts.desk.front:
            # What comes behind the document in front was not opened after it.
            self._contents.note_opening(self._parts.desk.front)

    def _take_notes(self, item: OpenDocument, document: Document) -> None:
        """Read the notes on a document: some at once, thousands between other events."""
        work = item.loading = self._contents.take_notes(item, document)

        def step() -> None:
            if item.loading is not work:
                return
            end = perf_counter() + SLICE_SECONDS
            for _ in work:
                if perf_counter() >= end:
                    QTimer.singleShot(0, self, step)
                    return
            item.loading = None
            self.noted.emit(item)

        if next(work, work) is work:
            item.loading = None
        else:
            QTimer.singleShot(0, self, step)

    def _on_scans(self, item: OpenDocument, document: Document) -> Message:
        """Return that all or most pages of a document are pictures, and what to do."""
        lacking = wordless(item.path.name)
        told = lacking.what if document.wordless else document.coverage.remarks[0]
        return Message(Level.WARNING, told, lacking.next_step)

    def _pictured(self, document: Document, key: str) -> None:
        for pane in self._parts.panes.all:
            pane.reader.view.pictures.renew(document.sha256, key)

    def _outlined(self, document: Document, outline: Outline, complete: bool) -> None:
        for item in self._parts.desk.holding(document.sha256):
            if item.outline is outline:
                self._take(item, outline, item.found, complete)
            else:
                self._identify(item, document, outline, complete)

    def _identify(self, item: OpenDocument, document: Document, outline: Outline, complete: bool) -> None:
        """Work through the items of an outline between other events; a later outline takes its place."""
        work = item.identifying = identified(document, outline)

        def step() -> None:
            if item.identifying is not work:
                return
            end = perf_counter() + SLICE_SECONDS
            try:
                while perf_counter() < end:
                    next(work)
            except StopIteration as whole:
                item.identifying = None
                self._take(item, outline, whole.value, complete)
            else:
                QTimer.singleShot(0, self, step)

        step()

    def _take(self, item: OpenDocument, outline: Outline, found: Curated, complete: bool) -> None:
        item.outline, item.found = outline, found
        # A first outline may still be worked through when it is known already that no second one will come.
        item.complete = item.complete or complete
        item.trouble = "" if complete else item.trouble
        self._contents.curate(item)
        self.outlined.emit(item)

    def _edition(self, document: Document, edition: Edition) -> None:
        """Offer to carry over the notes on an earlier edition of a document, once that is in front."""
        for item in self._parts.desk.holding(document.sha256)[:1]:
            self._new_edition().offer(document, edition, item.path.name)

    def follow_front(self) -> None:
        """Take away what is offered for another document than the one in front, and offer what is for it."""
        if self._editions is not None:
            self._editions.follow()

    def _carried(self, document: Document, found: tuple[Carried, ...]) -> None:
        """Show the copies, and say what became of each kind."""
        if self._parts.desk.holding(document.sha256):
            self.carried.emit()
        self._new_edition().tell(found)

    def _settled(self, document: Document, count: int) -> None:
        """Show the notes that waited for a document which has come, and say so."""
        if self._parts.desk.holding(document.sha256):
            self.carried.emit()
        told = numbered(
            count,
            self.tr("1 note that waited for this document is in it now."),
            self.tr("{0} notes that waited for this document are in it now."),
        )
        undo = self.tr("{0} takes this back.").format(self._parts.actions.spoken("undo"))
        self._services.messages.say(told, undo, Level.INFO)

    def _new_edition(self) -> NewEdition:
        # Not at the top: few documents are new editions.
        from deskbrief.ui.controllers.newedition import NewEdition

        if self._editions is None:
            self._editions = NewEdition(self._parts, self._services, self.listener, self.compare_asked.emit)
        return self._editions

    def _progress(self, path: Path, progress: Progress) -> None:
        front = self._parts.desk.front
        if progress.total and front is not None and front.path == path:
            share = progress.done / progress.total
            # Before the first step is done there is nothing to measure: "0 %" would look as if it hung.
            far = f" {percent(share)}" if share >= 0.01 else ""
            self.progressed.emit(f"{progress.label or self.tr('Working')} …{far}" if share < 1 else "")

    def _failed(self, path: Path, error: DeskbriefError) -> None:
        item = self._parts.desk.find(path)
        if item is not None:
            item.trouble = str(message_for(error))
            item.stored = last_at(self._services, path)
            if item is self._parts.desk.front:
                self.progressed.emit("")
            self.came.emit(item)

    def _unrefined(self, document: Document, error: DeskbriefError) -> None:
        for item in self._parts.desk.holding(document.sha256):
            item.complete = True
            item.trouble = str(message_for(error))
            self.outlined.emit(item)
