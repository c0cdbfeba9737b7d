"""A search that runs beside reading: hits come in slices, and the one to look at is known early."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.query import MOST, Query
from deskbrief.document.spans import Span
from deskbrief.services.finding import Buffers, Hits

if TYPE_CHECKING:
    from deskbrief.services.patterns import PatternSearch

#: Seconds that one slice may take.
SLICE = 0.006
#: Seconds between two reports of progress.
CALM = 0.08
#: How long the typing must have paused before a pattern is looked for.
PATTERN_PAUSE_MS = 250
#: So long after a search that nobody looks at any more its memory is given back.
RESTING_MS = 3_000


class Finder(QObject):
    """Finds words in one document at a time.

    `progressed` is emitted when there are more hits or the search has ended, `chosen` when another hit
    has become the current one. `current` is its index, or -1 while that is not known. `trouble` says why a
    search came to nothing. Regular expressions are looked for by `patterns`, outside the window's process.
    """

    progressed = Signal()
    chosen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.patterns: PatternSearch | None = None
        self._document: Document | None = None
        self.buffers = Buffers()
        self._work: Iterator[None] = iter(())
        self._first: Span | None = None
        self._origin = 0
        self._told = 0.0
        self._timer = _timer(self, 0, self._step)
        self._waiting = _timer(self, PATTERN_PAUSE_MS, self._ask)
        self._resting = _timer(self, RESTING_MS, self._let_go)
        for timer in (self._waiting, self._resting):
            timer.setSingleShot(True)
        self._query = Query(words="")
        self._asked = False
        self.hits = Hits()
        self.current = -1
        self.trouble = ""

    @property
    def running(self) -> bool:
        """Whether hits are still being looked for."""
        return self._timer.isActive() or self._waiting.isActive() or self._asked

    def set_document(self, document: Document | None) -> None:
        """Search this document from now on."""
        if document is not self._document:
            self.stop()
            self._document = document

    def prepare(self, query: Query) -> None:
        """Make ready for a search like `query` that is likely to come."""
        if not self.running and not query.pattern:
            self.search(query, origin=0)

    def search(self, query: Query, *, origin: int) -> None:
        """Look for `query`; the first hit at or after the offset `origin` becomes the current one."""
        self.stop()
        self._resting.stop()
        self._origin, self._query = origin, query
        if self._document is not None and query.pattern:
            if query.words:
                self._waiting.start()
        elif self._document is not None:
            self._work = self._steps(self._document, query)
            self._timer.start()
        self._tell()

    def stop(self) -> None:
        """Forget the search."""
        self._timer.stop()
        self._waiting.stop()
        if self._asked and self.patterns is not None:
            self.patterns.stop()
        self._asked = False
        self._work = iter(())
        self.hits, self.current, self._first, self.trouble = Hits(), -1, None, ""

    def leave(self) -> None:
        """Forget the search, and soon what was made for it."""
        self.stop()
        self._resting.start()

    def _let_go(self) -> None:
        from deskbrief.ui.pace import give_back

        self.buffers.forget()
        give_back()

    def move(self, step: int) -> None:
        """Make the next hit the current one, or the previous one, around the ends of the document."""
        if self.current >= 0:
            self._choose((self.current + step) % len(self.hits))

    def hit(self) -> Span | None:
        """Return where the current hit is."""
        return self.hits[self.current] if self.current >= 0 else self._first

    def _steps(self, document: Document, query: Query) -> Iterator[None]:
        buffer = self.buffers.of(document, query)
        yield from buffer.prepare()
        for found in buffer.first(query, self._origin):
            self._first = found
            yield
        if self._first is not None:
            self.chosen.emit()
        yield from buffer.find(query, self.hits)

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

    def _ask(self) -> None:
        """Have the pattern looked for, now that the typing has paused."""
        if self.patterns is None or self._document is None:
            return
        from deskbrief.services.patterns import Told

        self._asked = True
        told = Told(hits=self._take, again=self._again, ended=self._ended)
        self.patterns.start(self._document.text, self._query, told)

    def _take(self, places: array[int]) -> None:
        if self._document is not None and places and places[-1] <= len(self._document.text):
            self.hits.take(places[: 2 * (MOST - len(self.hits))])
            if self.hits.starts[-1] >= self._origin:
                self._number_first()
            self._tell()

    def _again(self) -> None:
        self.hits, self.current = Hits(), -1

    def _ended(self, error: DeskbriefError | None) -> None:
        self._asked = False
        self.trouble = str(error) if error else ""
        self._number_first()
        self._tell()

    def _number_first(self) -> None:
        """Find the index of the first hit from where the search began, once the others have come that far."""
        if self.current >= 0 or not len(self.hits):
            return
        origin = self._origin if self._first is None else self._first.start
        index = bisect_left(self.hits.starts, origin)
        if index < len(self.hits):
            self._choose(index)
        elif not self.running:
            self._choose(0)

    def _choose(self, index: int) -> None:
        self.current = index
        self.chosen.emit()

    def _tell(self) -> None:
        self._told = monotonic()
        self.progressed.emit()


def _timer(parent: QObject, interval: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer
