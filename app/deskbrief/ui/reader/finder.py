"""A search that runs beside reading: hits come in slices, and the one to look at is known early."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.finding import Buffer, Hits

#: Seconds that one slice may take.
SLICE = 0.006
#: Seconds between two reports of progress.
CALM = 0.08


class Finder(QObject):
    """Finds words in one document at a time.

    `progressed` is emitted when there are more hits or the search has ended, `chosen` when another hit
    has become the current one. `current` is its index, or -1 while that is not known.
    """

    progressed = Signal()
    chosen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._buffers: dict[bool, Buffer] = {}
        self._work: Iterator[None] = iter(())
        self._first: Span | None = None
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self.hits = Hits()
        self.current = -1

    @property
    def running(self) -> bool:
        """Whether hits are still being looked for."""
        return self._timer.isActive()

    def set_document(self, document: Document | None) -> None:
        """Search this document from now on."""
        if document is not self._document:
            self.stop()
            self._document = document
            self._buffers = {}

    def prepare(self) -> None:
        """Make ready for a search that is likely to come."""
        if not self.running:
            self.search("", case=False, origin=0)

    def search(self, words: str, *, case: bool, origin: int) -> None:
        """Look for `words`; the first hit at or after the offset `origin` becomes the current one."""
        self.stop()
        if self._document is not None:
            self._work = self._steps(self._document, words, origin, fold=not case)
            self._timer.start()
        self._tell()

    def stop(self) -> None:
        """Forget the search."""
        self._timer.stop()
        self._work = iter(())
        self.hits, self.current, self._first = Hits(), -1, None

    def move(self, step: int) -> None:
        """Make the next hit the current one, or the previous one, around the ends of the document."""
        if self.current >= 0:
            self._choose((self.current + step) % len(self.hits))

    def hit(self) -> Span | None:
        """Return where the current hit is."""
        return self.hits[self.current] if self.current >= 0 else self._first

    def _steps(self, document: Document, words: str, origin: int, *, fold: bool) -> Iterator[None]:
        if fold not in self._buffers:
            buffer = Buffer(document, fold=fold)
            yield from buffer.prepare()
            self._buffers[fold] = buffer
        self._first = self._buffers[fold].first(words, origin)
        if self._first is not None:
            self.chosen.emit()
        yield from self._buffers[fold].find(words, self.hits)

    def _step(self) -> None:
        until = monotonic() + SLICE
        for _ in self._work:
            if monotonic() > until:
                break
        else:
            self._timer.stop()
        self._number_first()
        if not self.running or monotonic() - self._told > CALM:
            self._tell()

    def _number_first(self) -> None:
        """Find the index of the first hit from where the search began, once the others have come that far."""
        if self.current >= 0 or not len(self.hits):
            return
        index = 0 if self._first is None else bisect_left(self.hits.starts, self._first.start)
        if not self.running or (self._first is not None and index < len(self.hits)):
            self._choose(min(index, len(self.hits) - 1))

    def _choose(self, index: int) -> None:
        self.current = index
        self.chosen.emit()

    def _tell(self) -> None:
        self._told = monotonic()
        self.progressed.emit()
