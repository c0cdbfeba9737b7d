"""Opening, closing and switching documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.changes import Change, Subject
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.services.messages import Level, Message
from deskbrief.services.reading import Opening, ReadingListener
from deskbrief.ui.controllers.arrivals import Arrivals
from deskbrief.ui.controllers.contents import Contents, last_at
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.pace import give_back
from deskbrief.ui.parts import Parts, Services

if TYPE_CHECKING:
    from deskbrief.services.session import Left
    from deskbrief.ui.reader.panel import ReaderPanel

CLOSE, RETRY, STORED = "close", "retry", "stored"
#: Documents that were closed and can be opened again with one key.
MOST_CLOSED = 20
#: The number that stands for the last document, however many there are.
LAST_NUMBER = 9
#: So long after a document came or went memory is given back.
RESTING_MS = 1500


class Documents(QObject):
    """Keeps the desk and the services in step.

    `front_changed` says that another document is in front or that it has arrived; `outline_changed`,
    `notes_changed` and `progressed` are about the one in front; `desk_changed` about the row of tabs.
    `other_changed` carries a document that is not in front, and for which something has arrived;
    `asked_again` one that is open already and was asked for once more; `compare_asked` a Document and the
    hash of an earlier edition to be compared with it.
    """

    front_changed = Signal()
    outline_changed = Signal()
    notes_changed = Signal()
    desk_changed = Signal()
    progressed = Signal(str)
    other_changed = Signal(object)
    asked_again = Signal(object)
    compare_asked = Signal(object, str)

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._closed: list[tuple[int, Path]] = []
        self._version = services.library.version()
        self._contents = Contents(parts, services)
        self._arrivals = Arrivals(parts, services, self._contents)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(give_back)
        self.show_pictures(parts.reader)
        self._arrivals.came.connect(self._tell)
        self._arrivals.outlined.connect(self._tell_outline)
        self._arrivals.noted.connect(self._tell_notes)
        self._arrivals.titled.connect(self.desk_changed)
        self._arrivals.carried.connect(self.refresh_notes)
        self._arrivals.progressed.connect(self.progressed)
        self._arrivals.compare_asked.connect(self.compare_asked)
        self.front_changed.connect(self._arrivals.follow_front)

    @property
    def listener(self) -> ReadingListener:
        """Who hears what becomes of openings."""
        return self._arrivals.listener

    def open(self, paths: Iterable[Path]) -> None:
        """Open files; one that is open already comes to the front, and says so when it has changed."""
        for path in paths:
            known = self._parts.desk.find(path.absolute())
            if known is None:
                self._start(OpenDocument(path.absolute()))
                continue
            if known is not self._parts.desk.front:
                self.bring(known)
            if known.document is not None:
                self.asked_again.emit(known)

    def open_at(self, sha256: str, path: Path, span: Span | None) -> None:
        """Open a document of the library that was last seen at `path`, at `span` if one is given."""
        item = next(iter(self._parts.desk.holding(sha256)), None) or self._sleeping_for(
            sha256, path.absolute()
        )
        if item is None:
            item = self._made_for(sha256, path.absolute())
            self.keep_places()
            self._parts.desk.put(item)
            self.desk_changed.emit()
            item.opening = self._services.reading.open_kept(item.path, sha256, self.listener)
        else:
            self.keep_places()
            self._parts.desk.bring(item)
        item.awaited = span
        self._prefer_front()
        self.front_changed.emit()
        self.wake(item)
        self._go_awaited(item)

    def _sleeping_for(self, sha256: str, path: Path) -> OpenDocument | None:
        """Return the document of the last session that still lies unread under `path`, if it is this one."""
        item = self._parts.desk.find(path)
        here = item is not None and item.sleeping and last_at(self._services, path) == sha256
        return item if here else None

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
            item.opening = self._services.reading.open(item.path, self.listener)

    def show_pictures(self, reader: ReaderPanel) -> None:
        """Let a text have the pictures of its document."""
        reader.view.pictures.fetch = self._contents.picture

    def bring(self, item: OpenDocument) -> None:
        """Bring an open document to the front."""
        self.keep_places()
        self._parts.desk.bring(item)
        self._prefer_front()
        self.front_changed.emit()
        self.wake(item)
        self._contents.note_opening(item)

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
        item, desk = self._parts.panes.active.item, self._parts.desk
        if item is not None and item is desk.front:
            # Only the place is another: that need not keep the keyboard waiting.
            QTimer.singleShot(0, self, self.front_changed.emit)
        elif item is not None and item in desk.documents:
            desk.bring(item)
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
        self.keep_places()
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
            self._open_anew(item, partial(self._services.reading.open, item.path))

    def open_stored(self) -> None:
        """Open the text that the library keeps of the document in front, whose file cannot be opened."""
        item = self._parts.desk.front
        if item is None or item.document is not None or not item.stored:
            return
        item.telling = Message(
            Level.WARNING,
            self.tr("This is the text as it was when {0} was last read.").format(item.path.name),
            self.tr("The file itself cannot be opened now."),
        )
        self._open_anew(item, partial(self._services.reading.open_stored, item.path, item.stored))

    def _open_anew(self, item: OpenDocument, begin: Callable[[ReadingListener], Opening]) -> None:
        """Open the document in front, which could not be opened, in place of what was said of that."""
        item.trouble = ""
        self.front_changed.emit()
        item.opening = begin(self.listener)
        self._prefer_front()

    def open_kept(self, path: Path, sha256: str) -> None:
        """Open a text that the library keeps, under the path of a file that may hold another one by now."""
        self.keep_places()
        item = OpenDocument(path)
        self._parts.desk.put(item)
        self.desk_changed.emit()
        self.front_changed.emit()
        item.opening = self._services.reading.open_stored(path, sha256, self.listener)
        self._services.messages.say(
            self.tr("This is the text as it was when {0} was last read.").format(path.name)
        )

    def read_again(self, item: OpenDocument) -> None:
        """Read the file of an open document again and show it at the same place."""
        if item not in self._parts.desk.documents:
            return
        self._parts.notes.flush()
        self.keep_places()
        if item.opening:
            item.opening.cancel()
        item.opening = self._services.reading.open(item.path, self.listener)
        self._prefer_front()

    def stop(self) -> None:
        """Keep all places, and leave off what is being worked through: the window closes."""
        self.keep_places()
        for item in self._parts.desk.documents:
            item.identifying = None

    def keep_places(self) -> None:
        """Keep the reading place of the document in front."""
        self._contents.keep_place()

    def refresh_notes(self) -> None:
        """Read the notes and decisions of the front document anew and show them."""
        item = self._parts.desk.front
        if item is not None and item.document is not None:
            self._contents.load_notes(item, item.document)
            self._contents.curate(item)
            self.notes_changed.emit()
            self.outline_changed.emit()

    def refresh_if_changed(self) -> None:
        """Do what `refresh_all` does if another window, or a command, has written to the library since."""
        try:
            version = self._services.library.version()
        except DeskbriefError:
            # A drive that is away: the next write says so.
            return
        if version != self._version:
            self._version = version
            self.refresh_all()

    def refresh_all(self) -> None:
        """Read notes, decisions and dates of all open documents anew, and show those of the front one."""
        front = self._parts.desk.front
        for item in self._parts.desk.documents:
            if item.document is None:
                continue
            self._redate(item, item.document)
            if item is not front:
                self._contents.load_notes(item, item.document)
                self._contents.curate(item)
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
        """Show what `change` changed in the front document: some of its notes, its decisions, or its date."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        if change.subject is Subject.DOCUMENTS:
            self._redate(item, item.document)
            return
        if change.subject is not Subject.NOTES:
            self.refresh_items()
            return
        self._contents.renew_notes(item, item.document, change)
        self.notes_changed.emit()

    def refresh_items(self) -> None:
        """Apply the decisions on the front document anew."""
        item = self._parts.desk.front
        if item is not None:
            self._contents.curate(item)
            self.outline_changed.emit()

    def _start(self, item: OpenDocument) -> None:
        self.keep_places()
        self._parts.desk.put(item)
        self.desk_changed.emit()
        self.front_changed.emit()
        item.opening = self._services.reading.open(item.path, self.listener)
        self._prefer_front()

    def _prefer_front(self) -> None:
        """Have the document in front worked on first; what was said of another one's progress is over."""
        self.progressed.emit("")
        front = self._parts.desk.front
        if front is not None and front.opening is not None:
            self._services.reading.prefer(front.opening)

    def _tell(self, item: OpenDocument) -> None:
        """Say that something has arrived for a document."""
        if item is self._parts.desk.front:
            self.front_changed.emit()
            self._go_awaited(item)
        else:
            self.other_changed.emit(item)

    def _tell_notes(self, item: OpenDocument) -> None:
        """Say that the last notes of a document have come."""
        if item is self._parts.desk.front:
            self.notes_changed.emit()
        else:
            self.other_changed.emit(item)

    def _tell_outline(self, item: OpenDocument) -> None:
        """Say that the outline of a document has arrived."""
        if item.complete:
            self._resting.start()
        if item is self._parts.desk.front:
            self.progressed.emit("")
            self.outline_changed.emit()
        else:
            self.other_changed.emit(item)
