"""Printing a finished brief: the system's preview and dialog show the real pages, drawn by the worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import sqrt
from typing import Self

from PySide6.QtCore import QEventLoop, QMarginsF, QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QProgressDialog, QWidget

from deskbrief.document.errors import CancelledError, DeskbriefError
from deskbrief.document.tasks import Part, Request
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.services.messages import Messages
from deskbrief.ui.builder.feed import picture_of
from deskbrief.ui.printicons import dress_preview

#: Dots to an inch on the screen and on paper, at most.
PREVIEW_DPI, MOST_DPI = 110.0, 600.0
#: The most bytes of all pictures of a preview, and those of a page at one dot to an inch.
MOST_BYTES, BYTES_OF_PAGE = 200e6, 390.0


class Printing(QObject):
    """One printing of a finished PDF, from its preview to the last page; `ended` comes when it is over."""

    ended = Signal()

    def __init__(self, runner: Runner, messages: Messages, data: bytes, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner = runner
        self._messages = messages
        self._data = data
        self._count = count
        self._window = parent
        self._sizes: list[list[float]] = []
        self._shown: dict[int, QImage] = {}
        self._error: DeskbriefError | None = None
        self.dialog: QPrintPreviewDialog | None = None

    def start(self) -> None:
        """Have the pages drawn for the preview, and show it."""
        dpi = min(PREVIEW_DPI, sqrt(MOST_BYTES / (BYTES_OF_PAGE * max(self._count, 1))))
        self._runner.submit(
            "pages",
            Request({"numbers": list(range(self._count)), "dpi": dpi}, self._data),
            Listener(part=self._previewed, done=self._ready, failed=self._failed, restarted=self._restarted),
        )

    def paint(self, printer: QPrinter) -> None:
        """Paint the pages that were chosen on `printer`: the preview's own, or real paper."""
        engine = printer.paintEngine()
        if engine is not None and engine.type() is QPaintEngine.Type.Picture:
            self._paint(printer, self._shown.get)
            return
        dpi = min(float(printer.resolution()), MOST_DPI)
        with _Progress(self._window, self._count) as progress:
            self._paint(printer, partial(self._drawn, progress, dpi))

    def _paint(self, printer: QPrinter, picture_for: Callable[[int], QImage | None]) -> None:
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or self._count, self._count)
        painter = QPainter(printer)
        for number in range(first, last):
            picture = picture_for(number)
            if picture is None:
                break
            if number > first:
                printer.newPage()
            area = QRectF(painter.viewport())
            size = QSizeF(picture.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left = (area.width() - size.width()) / 2
            painter.drawImage(QRectF(left, 0.0, size.width(), size.height()), picture)
        painter.end()

    def _drawn(self, progress: _Progress, dpi: float, number: int) -> QImage | None:
        """Return the picture of a page, once the worker has drawn it; None when it failed or was stopped."""
        found: list[QImage] = []
        loop = QEventLoop()

        def part(_: Job, one: Part) -> None:
            if one.name == "page":
                found.append(picture_of(one))

        def failed(_: Job, error: DeskbriefError) -> None:
            self._error = error
            loop.quit()

        progress.say(number)
        job = self._runner.submit(
            "pages",
            Request({"numbers": [number], "dpi": dpi}, self._data),
            Listener(part=part, done=lambda _: loop.quit(), failed=failed),
        )
        stopped = progress.stopped_by(job)
        loop.exec()
        return None if stopped() or not found else found[0]

    def _previewed(self, _: Job, part: Part) -> None:
        if part.name == "sizes":
            self._sizes = part.data
        elif part.name == "page":
            self._shown[part.data["number"]] = picture_of(part)

    def _restarted(self, _: Job) -> None:
        self._shown.clear()

    def _ready(self, _: Job) -> None:
        # Not from here: while the mailbox delivers, nothing else would be delivered to the dialog.
        QTimer.singleShot(0, self, self._show)

    def _failed(self, _: Job, error: DeskbriefError) -> None:
        self._messages.report(error)
        self.ended.emit()

    def _show(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Deskbrief")
        size = QSizeF(*self._sizes[0])
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        self.dialog = QPrintPreviewDialog(printer, self._window)
        self.dialog.setWindowTitle(self.tr("Print"))
        dress_preview(self.dialog)
        self.dialog.resize(self._window.size() * 0.9)
        self.dialog.paintRequested.connect(self.paint)
        self.dialog.exec()
        self.dialog.deleteLater()
        self.dialog = None
        if self._error is not None and not isinstance(self._error, CancelledError):
            self._messages.report(self._error)
        self.ended.emit()


class _Progress:
    """Says which page is printed, and lets the reader stop."""

    def __init__(self, parent: QWidget, count: int) -> None:
        self._dialog = QProgressDialog(parent)
        self._dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._dialog.setRange(0, count)
        self._dialog.setMinimumDuration(400)
        self._job: Job | None = None
        self._dialog.canceled.connect(self._stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._dialog.reset()
        self._dialog.deleteLater()

    def say(self, number: int) -> None:
        """Say that page `number`, counted from 0, is next."""
        self._dialog.setLabelText(self._dialog.tr("Printing page {0} …").format(number + 1))
        self._dialog.setValue(number)

    def stopped_by(self, job: Job) -> partial[bool]:
        """Let `job` be stopped by the reader; return what tells whether it was."""
        self._job = job
        return partial(self._was_stopped)

    def _was_stopped(self) -> bool:
        return self._dialog.wasCanceled()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
