"""Opening, closing and switching documents, and what arrives for them from the worker."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from deskbrief.document.anchors import make_anchor
from deskbrief.document.changes import Change, Subject
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Progress
from deskbrief.services.curation import Curated, decided, identified
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.naming import NameItems, named
from deskbrief.services.reading import ReadingListener
from deskbrief.services.sources import wordless
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.pace import give_back
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.words import percent

if TYPE_CHECKING:
    from deskbrief.services.editions import Carried, Edition
    from deskbrief.services.session import Left
    from deskbrief.ui.controllers.newedition import NewEdition
    from deskbrief.ui.reader.panel import ReaderPanel

CLOSE, RETRY, STORED = "close", "retry", "stored"
#: Documents that were closed and can be opened again with one key.
MOST_CLOSED = 20
#: The number that stands for the last document, however many there are.
LAST_NUMBER = 9
#: So long are items worked through in one go.
SLICE_SECONDS = 0.006
#: So long after a document came or went memory is given back.
RESTING_MS = 1500


class Documents(QObject):
    """Keeps the desk and the services in step.

    `front_changed` says that another document is in front or that it has arrived; `outline_changed`,
    `notes_changed` and `progressed` are about the one in front; `desk_changed` about the row of tabs.
    `other_changed` carries a document that is not in front, and for which something has arrived;
    `compare_asked` a Document and the hash of an earlier edition to be compared with it.
    """

    front_changed = Signal()
    outline_changed = Signal()
    notes_changed = Signal()
    desk_changed = Signal()
    progressed = Signal(str)
    other_changed = Signal(object)
    compare_asked = Signal(object, str)

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._closed: list[tuple[int, Path]] = []
        self._told: dict[Path, tuple[int, int]] = {}
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(give_back)
        self._editions: NewEdition | None = None
        self.show_pictures(parts.reader)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.look_again)
        self._listener = ReadingListener(
            previewed=self._previewed,
            opened=self._opened,
            pictured=self._pictured,
            outlined=self._outlined,
            progress=self._progress,
            failed=self._failed,
            unrefined=self._unrefined,
            trouble=services.messages.report,
            edition=self._edition,
            carried=self._carried,
        )

    @property
    def listener(self) -> ReadingListener:
        """Who hears what becomes of openings."""
        return self._listener

    def open(self, paths: Iterable[Path]) -> None:
        """Open files; one that is open already comes to the front, and says so when it has changed."""
        for path in paths:
            known = self._parts.desk.find(path.absolute())
            if known is None:
                self._start(OpenDocument(path.absolute()))
                continue
            if known is not self._parts.desk.front:
                self.bring(known)
            self._offer_again(known)

    def open_at(self, sha256: str, path: Path, span: Span | None) -> None:
        """Open a document of the library that was last seen at `path`, at `span` if one is given."""
        item = next((one for one in self._parts.desk.documents if _is_of(one, sha256)), None)
        if item is None:
            item = self._made_for(sha256, path.absolute())
            self._keep_place()
            self._parts.desk.put(item)
            self.desk_changed.emit()
            item.opening = self._services.reading.open_kept(item.path, sha256, self._listener)
        else:
            self._keep_place()
            self._parts.desk.bring(item)
        item.awaited = span
        self._prefer_front()
        self.front_changed.emit()
        self._go_awaited(item)

    def _made_for(self, sha256: str, path: Path) -> OpenDocument:
        """Return a new place on the desk; where another edition lies under `path`, it gets another name."""
        if self._parts.desk.find(path) is None:
            return OpenDocument(path)
        name = self.tr("{0} (edition {1})").format(path.stem, sha256[:8])
        return OpenDocument(path.with_name(f"{name}{path.suffix}"), alias=True)

    def _go_awaited(self, item: OpenDocument) -> None:
        """Go to the passage for which a document was opened, once it is there."""
        if item.awaited is not None and item.document is not None and item is self._parts.desk.front:
            span, item.awaited = item.awaited, None
            item.history.jump(self._parts.reader.view.place(), span.start)
            self._parts.reader.view.go_to(span)

    def lay(self, left: Iterable[Left]) -> None:
        """Lay the documents of the last session on the desk; each is opened when it is wanted."""
        self._parts.desk.lay([OpenDocument(one.path, title=one.title) for one in left])
        self.desk_changed.emit()

    def wake(self, item: OpenDocument) -> None:
        """Open a document that only lies on the desk."""
        if item.sleeping:
            item.opening = self._services.reading.open(item.path, self._listener)

    def show_pictures(self, reader: ReaderPanel) -> None:
        """Let a text have the pictures of its document."""
        reader.view.pictures.fetch = self._picture

    def bring(self, item: OpenDocument) -> None:
        """Bring an open document to the front."""
        self._keep_place()
        self._parts.desk.bring(item)
        self._prefer_front()
        self.front_changed.emit()
        self.wake(item)

    def next(self) -> None:
        """Bring the next document to the front."""
        self._step(1)

    def previous(self) -> None:
        """Bring the document before to the front."""
        self._step(-1)

    def bring_number(self, number: int) -> None:
        """Bring the document with this number, from 1, to the front; 9 is the last one."""
        documents = self._parts.desk.documents
        at = len(documents) if number == LAST_NUMBER else number
        if 1 <= at <= len(documents) and at - 1 != self._parts.desk.index:
            self.bring(documents[at - 1])

    def move(self, origin: int, target: int) -> None:
        """Keep the order into which the tabs were dragged."""
        self._parts.desk.move(origin, target)

    def reopen(self) -> None:
        """Open the document again that was closed last, in its old place among the tabs."""
        desk = self._parts.desk
        while self._closed:
            index, path = self._closed.pop()
            if desk.find(path) is None:
                self.open([path])
                desk.move(len(desk.documents) - 1, min(index, len(desk.documents) - 1))
                self.desk_changed.emit()
                return

    def follow_pane(self) -> None:
        """Bring the document of the pane to the front that has become the active one."""
        item = self._parts.panes.active.item
        if item is not None and item in self._parts.desk.documents:
            self._parts.desk.bring(item)
            self.front_changed.emit()

    def close(self, item: OpenDocument) -> None:
        """Close an open document."""
        if item is self._parts.desk.front:
            self.close_front()
            return
        self._take_off(item)
        self.desk_changed.emit()
        if any(pane.item is item for pane in self._parts.panes.all):
            self.front_changed.emit()

    def close_front(self) -> None:
        """Close the document in front; what is under way for it is stopped.

        Of a split view the other document stays.
        """
        item, desk, panes = self._parts.desk.front, self._parts.desk, self._parts.panes
        if item is None:
            return
        self._parts.side.flush()
        self._keep_place()
        self.progressed.emit("")
        if panes.other is not None and panes.other.item is not item:
            panes.activate(panes.other)
            self.close(item)
            return
        self._take_off(item)
        self._resting.start()
        self._prefer_front()
        self.desk_changed.emit()
        self.front_changed.emit()
        if desk.front is not None:
            self.wake(desk.front)

    def _take_off(self, item: OpenDocument) -> None:
        if item.opening:
            item.opening.cancel()
        self._closed = [*self._closed, (self._parts.desk.documents.index(item), item.path)][-MOST_CLOSED:]
        self._parts.desk.take(item)

    def _step(self, step: int) -> None:
        desk = self._parts.desk
        if len(desk.documents) > 1:
            self.bring(desk.documents[(desk.index + step) % len(desk.documents)])

    def retry(self) -> None:
        """Try once more to open the document in front."""
        item = self._parts.desk.front
        if item is not None and item.document is None:
            self._parts.desk.take(item)
            self._start(OpenDocument(item.path))

    def open_stored(self) -> None:
        """Open the text that the library keeps of the document in front, whose file cannot be opened."""
        item = self._parts.desk.front
        if item is None or item.document is not None or not item.stored:
            return
        item.trouble = ""
        self.front_changed.emit()
        item.opening = self._services.reading.open_stored(item.path, item.stored, self._listener)
        self._prefer_front()
        self._services.messages.say(
            self.tr("This is the text as it was when {0} was last read.").format(item.path.name),
            self.tr("The file itself cannot be opened now."),
            Level.WARNING,
        )

    def open_kept(self, path: Path, sha256: str) -> None:
        """Open a text that the library keeps, under the path of a file that may hold another one by now."""
        self._keep_place()
        item = OpenDocument(path)
        self._parts.desk.put(item)
        self.desk_changed.emit()
        self.front_changed.emit()
        item.opening = self._services.reading.open_stored(path, sha256, self._listener)
        self._services.messages.say(
            self.tr("This is the text as it was when {0} was last read.").format(path.name)
        )

    def read_again(self, item: OpenDocument) -> None:
        """Read the file of an open document again and show it at the same place."""
        if item not in self._parts.desk.documents:
            return
        self._parts.notes.flush()
        self._keep_place()
        if item.opening:
            item.opening.cancel()
        item.opening = self._services.reading.open(item.path, self._listener)
        self._prefer_front()

    def stop(self) -> None:
        """Keep all places, and leave off what is being worked through: the window closes."""
        self.keep_places()
        for item in self._parts.desk.documents:
            item.identifying = None

    def keep_places(self) -> None:
        """Keep the reading place of the document in front, as the window closes."""
        self._keep_place()

    def refresh_notes(self) -> None:
        """Read the notes and decisions of the front document anew and show them."""
        item = self._parts.desk.front
        if item is not None and item.document is not None:
            self._load_notes(item, item.document)
            self._curate(item)
            self.notes_changed.emit()
            self.outline_changed.emit()

    def refresh_all(self) -> None:
        """Read notes, decisions and dates of all open documents anew, and show those of the front one."""
        front = self._parts.desk.front
        for item in self._parts.desk.documents:
            if item.document is None:
                continue
            self._redate(item, item.document)
            if item is not front:
                self._load_notes(item, item.document)
                self._curate(item)
        self.refresh_notes()

    def _redate(self, item: OpenDocument, document: Document) -> None:
        """Work out all dates anew when the reader's date of a document is another one now."""
        edtf = self._services.library.published(document.sha256)
        if edtf == item.published:
            return
        item.published = edtf
        if item.outline is not None and item.opening is not None:
            self._services.reading.set_date(item.opening, document, item.outline, edtf, self.listener)

    def apply(self, change: Change) -> None:
        """Show what `change` changed in the front document: some of its notes, or its decisions."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        if change.subject is not Subject.NOTES:
            self.refresh_items()
            return
        try:
            item.notes = self._services.notetaking.renewed(item.document, item.notes, change.ids)
        except DeskbriefError as error:
            self._services.messages.report(error)
        self.notes_changed.emit()

    def refresh_items(self) -> None:
        """Apply the decisions on the front document anew."""
        item = self._parts.desk.front
        if item is not None:
            self._curate(item)
            self.outline_changed.emit()

    def look_again(self, window: QWindow | None) -> None:
        """Offer to read the document in front again when its file has changed while the user was elsewhere.

        `window` is the one that the user comes to; each change is told once.
        """
        item = self._parts.desk.front
        if window is None or window is not self._parts.window.windowHandle() or item is None:
            return
        now = self._services.reading.changed_to(item.opening) if item.opening and item.document else None
        if now is not None and self._told.get(item.path) != now:
            self._offer_again(item)

    def _offer_again(self, item: OpenDocument) -> None:
        now = self._services.reading.changed_to(item.opening) if item.opening and item.document else None
        if now is None:
            return
        self._told[item.path] = now
        message = Message(
            Level.WARNING,
            self.tr("{0} has changed since it was opened here.").format(item.path.name),
            self.tr("Notes on the text as it was stay in the library with that text."),
        )
        self._parts.notice.show_message(message, self.tr("Read again"), partial(self.read_again, item))

    def _start(self, item: OpenDocument) -> None:
        self._keep_place()
        self._parts.desk.put(item)
        self.desk_changed.emit()
        self.front_changed.emit()
        item.opening = self._services.reading.open(item.path, self._listener)
        self._prefer_front()

    def _prefer_front(self) -> None:
        """Have the document in front worked on first; what was said of another one's progress is over."""
        self.progressed.emit("")
        front = self._parts.desk.front
        if front is not None and front.opening is not None:
            self._services.reading.prefer(front.opening)

    def _keep_place(self) -> None:
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        item.place = self._parts.reader.view.place()
        try:
            self._services.library.set_place(item.document.sha256, item.place)
        except DeskbriefError:
            # A reading place is no note: when it cannot be kept nobody needs to be stopped for it.
            return

    def _previewed(self, path: Path, document: Document) -> None:
        item = self._parts.desk.find(path)
        if item is not None and item.document is None:
            item.preview = document
            place = self._services.library.place(document.sha256)
            item.place = place if place < document.blocks[-1].end else 0
            self._tell(item)

    def _opened(self, path: Path, document: Document) -> None:
        item = self._parts.desk.find(path)
        if item is None:
            return
        before, item.document, item.preview = item.document or item.preview, document, None
        item.place = self._place_in(document, before)
        item.outline, item.found, item.complete, item.identifying = None, Curated(), False, None
        item.published = self._services.library.published(document.sha256)
        self._load_notes(item, document)
        self.desk_changed.emit()
        self._tell(item)
        if item.first_pages and item is self._parts.desk.front:
            self._tell_scans(item, document)

    def _tell_scans(self, item: OpenDocument, document: Document) -> None:
        """Say of a document that all or most of its pages are pictures, and what to do."""
        lacking = wordless(item.path.name)
        told = lacking.what if document.wordless else document.coverage.remarks[0]
        self._parts.notice.show_message(Message(Level.WARNING, told, lacking.next_step))

    def _tell(self, item: OpenDocument) -> None:
        """Say that something has arrived for a document."""
        if item is self._parts.desk.front:
            self.front_changed.emit()
            self._go_awaited(item)
        else:
            self.other_changed.emit(item)

    def _picture(self, sha256: str, key: str) -> bytes:
        try:
            return self._services.library.picture(sha256, key)
        except DeskbriefError:
            # The frame stays, which says what the picture shows.
            return b""

    def _pictured(self, document: Document, key: str) -> None:
        for pane in self._parts.panes.all:
            pane.reader.view.pictures.renew(document.sha256, key)

    def _place_in(self, document: Document, before: Document | None) -> int:
        """Return how far a document was read: by the words there, when it was just read in another way."""
        front = self._parts.desk.front
        shown = before is not None and front is not None and front.document is document
        if before is None or not shown or not self._parts.reader.view.place():
            return min(self._services.library.place(document.sha256), len(document.text))
        offset = self._parts.reader.view.place()
        here = before.block_at(offset)
        found = place(make_anchor(before, Span(here.start, min(here.end, here.start + 200))), document.text)
        return found.span.start + offset - here.start if found.span else 0

    def _load_notes(self, item: OpenDocument, document: Document) -> None:
        try:
            item.notes = self._services.notetaking.placed(document)
        except DeskbriefError as error:
            self._services.messages.report(error)

    def _curate(self, item: OpenDocument) -> None:
        if item.document is None or item.outline is None:
            item.curated, item.names = Curated(), NameItems()
            return
        decisions = self._services.library.decisions(item.document.sha256)
        item.curated = decided(item.document, item.found, decisions)
        item.names = named(item.outline.names, decisions)

    def _outlined(self, document: Document, outline: Outline, complete: bool) -> None:
        for item in self._holding(document):
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
        if complete:
            self._resting.start()
        self._curate(item)
        if item is self._parts.desk.front:
            self.progressed.emit("")
            self.outline_changed.emit()
        else:
            self.other_changed.emit(item)

    def _holding(self, document: Document) -> list[OpenDocument]:
        return [
            item
            for item in self._parts.desk.documents
            if item.document is not None and item.document.sha256 == document.sha256
        ]

    def _edition(self, document: Document, edition: Edition) -> None:
        """Offer to carry over the notes on an earlier edition of the document in front."""
        front = self._parts.desk.front
        if front is not None and _is_of(front, document.sha256):
            self._new_edition().offer(document, edition, front.path.name)

    def _carried(self, document: Document, found: tuple[Carried, ...]) -> None:
        """Show the copies, and say what became of each kind."""
        if self._holding(document):
            self.refresh_notes()
        self._new_edition().tell(found)

    def _new_edition(self) -> NewEdition:
        # Not at the top: few documents are new editions.
        from deskbrief.ui.controllers.newedition import NewEdition

        if self._editions is None:
            self._editions = NewEdition(self._parts, self._services, self._listener, self.compare_asked.emit)
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
            item.stored = self._kept(path)
            if item is self._parts.desk.front:
                self.progressed.emit("")
            self._tell(item)

    def _kept(self, path: Path) -> str:
        try:
            return self._services.library.last_at(str(path)) or ""
        except DeskbriefError:
            return ""

    def _unrefined(self, document: Document, error: DeskbriefError) -> None:
        for item in self._holding(document):
            item.complete = True
            item.trouble = str(message_for(error))
            if item is self._parts.desk.front:
                self.progressed.emit("")
                self.outline_changed.emit()


def _is_of(item: OpenDocument, sha256: str) -> bool:
    return item.document is not None and item.document.sha256 == sha256
