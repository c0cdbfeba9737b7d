"""Where the pages come from: the worker draws those in sight, and tells where their letters stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from deskbrief.document.errors import CancelledError, DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.tasks import Part
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.services.originals import origins_in, origins_request, page_request
from deskbrief.services.pagemap import Box, letters_in

#: A page that takes longer than this lets the others go first, in milliseconds.
SLOW_MS = 1_000


class Wish(NamedTuple):
    """A picture of `area` of a page, at `scale` pixels to a point, with the page's letters or without.

    An empty area stands for the whole page.
    """

    number: int
    scale: float
    area: Box
    letters: bool


class Drawn(NamedTuple):
    """A picture of a part of a page, how many pixels it has to a point, and the bytes that it is made of."""

    picture: QImage
    area: Box
    scale: float
    wish: Wish
    data: bytes


class PageFeed(QObject):
    """Gets what is wished for of one document's file.

    `paged` carries sizes and labels of all pages, `lettered` a page's number and its `PageLetters`, `drawn`
    its number and a `Drawn`, `failed` its number and the error, and `placed` the runs of the text, none when
    they could not be found.
    """

    paged = Signal(object, object)
    lettered = Signal(int, object)
    drawn = Signal(int, object)
    failed = Signal(int, object)
    placed = Signal(object)

    def __init__(self, runner: Runner, where: Callable[[str], Path | None], parent: QObject) -> None:
        """`where` returns the path of the file with a hash."""
        super().__init__(parent)
        self._runner = runner
        self._where = where
        self._document: Document | None = None
        self._path: Path | None = None
        self._wishes: list[Wish] = []
        self._jobs: dict[Wish, Job] = {}
        self._placing: Job | None = None
        self._paged = self._sent = False
        self._sizes: list[Sequence[float]] = []
        self._labels: list[str] = []
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._let_others_go)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._jobs) or self._placing is not None

    def open(self, document: Document | None) -> None:
        """Get pages of the file of `document` from now on."""
        self.stop()
        self._document = document
        self._path = None if document is None else self._where(document.sha256)
        self._paged = self._sent = False
        self._sizes, self._labels = [], []

    def stop(self) -> None:
        """End what is under way."""
        self._slow.stop()
        for job in (*self._jobs.values(), self._placing):
            if job is not None:
                job.cancel()
        self._wishes, self._jobs, self._placing = [], {}, None
        if not self._paged:
            self._sizes, self._labels = [], []

    def want(self, wishes: Iterable[Wish]) -> None:
        """Get `wishes`, the first ones first; what was wished for before and is not any more is left off."""
        before, self._wishes = self._wishes, list(wishes)
        for wish in [wish for wish in self._jobs if wish not in self._wishes]:
            # The one that carries the file is let through, or it would have to be sent again.
            if self._sent:
                self._jobs.pop(wish).cancel()
        self._next()
        if before[:1] != self._wishes[:1]:
            self._prefer(self._wishes)

    def place(self) -> None:
        """Find out where the text stands on the pages, for a document that does not know."""
        document, path = self._document, self._path
        if document is None or path is None or self._placing is not None:
            return
        self._placing = self._runner.submit(
            "origins",
            partial(origins_request, path, document),
            Listener(part=self._on_origins, done=self._on_placed, failed=self._on_unplaced),
        )

    def _prefer(self, wishes: Sequence[Wish]) -> None:
        """Let `wishes` go before all others, the first ones first."""
        for wish in reversed(wishes):
            if wish in self._jobs:
                self._jobs[wish].prefer()

    def _let_others_go(self) -> None:
        """Let a page that takes long not keep the others waiting."""
        self._prefer(list(self._jobs)[1:])

    def _next(self) -> None:
        """Ask for what is not under way yet; one thing alone until the worker has the file."""
        for wish in list(self._wishes):
            if not self._sent and self._jobs:
                return
            if wish not in self._jobs:
                self._ask(wish)
        if len(self._jobs) > 1:
            self._slow.start()

    def _ask(self, wish: Wish) -> None:
        document, path = self._document, self._path
        if document is None or path is None:
            return
        asked: dict[str, Any] = {"number": wish.number, "scale": wish.scale}
        asked |= {"area": list(wish.area)} if wish.area.width > 0 else {}
        asked |= {"letters": wish.letters, "pages": not self._paged}
        whole = not self._sent
        self._jobs[wish] = self._runner.submit(
            "original",
            partial(page_request, path, document.sha256, asked, whole=whole),
            Listener(
                part=partial(self._on_part, wish),
                restarted=self._on_restarted,
                done=partial(self._on_done, wish),
                failed=partial(self._on_failed, wish),
            ),
        )

    def _on_part(self, wish: Wish, job: Job, part: Part) -> None:
        if self._jobs.get(wish) is not job:
            return
        if part.name == "absent":
            self._sent = False
        elif part.name == "pages":
            self._sizes += part.data["sizes"]
            self._labels += part.data["labels"]
        elif part.name == "letters":
            self._tell_pages()
            self.lettered.emit(wish.number, letters_in(part))
        elif part.name == "picture":
            self._tell_pages()
            self.drawn.emit(wish.number, _drawn(part, wish))

    def _tell_pages(self) -> None:
        self._sent = True
        if not self._paged and self._sizes:
            self._paged = True
            self.paged.emit(self._sizes, self._labels)

    def _on_restarted(self, _job: Job) -> None:
        if not self._paged:
            self._sizes, self._labels = [], []

    def _on_done(self, wish: Wish, job: Job) -> None:
        if self._jobs.get(wish) is job:
            del self._jobs[wish]
            if self._sent and wish in self._wishes:
                self._wishes.remove(wish)
            self._next()

    def _on_failed(self, wish: Wish, job: Job, error: DeskbriefError) -> None:
        if self._jobs.get(wish) is not job:
            return
        del self._jobs[wish]
        if wish in self._wishes:
            self._wishes.remove(wish)
        if not isinstance(error, CancelledError):
            self._tell_pages_of_failure()
            self.failed.emit(wish.number, error)
        self._next()

    def _tell_pages_of_failure(self) -> None:
        """Pages are known before the first of them is drawn, which may fail by itself."""
        if self._sizes:
            self._tell_pages()

    def _on_origins(self, job: Job, part: Part) -> None:
        if job is self._placing and self._document is not None and part.name == "origins":
            self.placed.emit(origins_in(part, self._document))

    def _on_placed(self, job: Job) -> None:
        if job is self._placing:
            self._placing = None

    def _on_unplaced(self, job: Job, error: DeskbriefError) -> None:
        if job is self._placing and not isinstance(error, CancelledError):
            self.placed.emit(())
        self._on_placed(job)


def _drawn(part: Part, wish: Wish) -> Drawn:
    width, height, stride = (part.data[name] for name in ("width", "height", "stride"))
    picture = QImage(part.blob, width, height, stride, QImage.Format.Format_RGB32)
    return Drawn(picture, Box(*part.data["area"]), part.data["scale"], wish, part.blob)
