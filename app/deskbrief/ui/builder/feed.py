"""Where the preview gets its pages from: the worker makes the real PDF and draws the pages in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from deskbrief.document.errors import CancelledError, DeskbriefError
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan
from deskbrief.document.tasks import Part, Request
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.services.briefing import Brief, render_request, rendered

#: So long after the last change the brief is made anew.
PATIENCE_MS = 250


class PreviewFeed(QObject):
    """`made` carries a finished brief and its plan, `sized` the sizes of its pages.

    `drawn` carries a page's number, its dots to an inch and its picture, and `failed` the error with which a
    brief could not be made.
    """

    made = Signal(object, object)
    sized = Signal(object)
    drawn = Signal(int, float, QImage)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make: Callable[[], BriefPlan] | None = None
        self._notes: Sequence[Note] = ()
        self._rendering: Job | None = None
        self._drawing: Job | None = None
        self._data = b""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PATIENCE_MS)
        self._later.timeout.connect(self.render)

    def change(self, make: Callable[[], BriefPlan], notes: Sequence[Note]) -> None:
        """Show the plan that `make` returns, which is called on another thread, once nothing changes."""
        self._make, self._notes = make, notes
        self._later.start()

    def render(self) -> None:
        """Make the brief now."""
        self._later.stop()
        if self._make is None:
            return
        if self._rendering:
            self._rendering.cancel()
        parts: list[Part] = []
        plans: list[BriefPlan] = []
        self._rendering = self._runner.submit(
            "render",
            partial(_request, self._make, self._notes, plans),
            Listener(
                part=lambda _, part: parts.append(part),
                restarted=lambda _: parts.clear(),
                done=partial(self._rendered, parts, plans),
                failed=self._refused,
            ),
        )

    def draw(self, numbers: Sequence[int], dpi: float) -> None:
        """Draw pages of the brief that was made last; what was asked for before is not needed any more."""
        if self._drawing:
            self._drawing.cancel()
        if not self._data or not numbers:
            return
        self._drawing = self._runner.submit(
            "pages",
            Request({"numbers": list(numbers), "dpi": dpi}, self._data),
            Listener(part=partial(self._drawn, dpi), failed=self._refused),
        )

    def stop(self) -> None:
        """End what is under way."""
        self._later.stop()
        for job in (self._rendering, self._drawing):
            if job:
                job.cancel()
        self._rendering = self._drawing = self._make = None

    def _rendered(self, parts: list[Part], plans: list[BriefPlan], job: Job) -> None:
        if job is not self._rendering:
            return
        brief: Brief = rendered(parts)
        self._data, self._rendering = brief.data, None
        self.made.emit(brief, plans[-1])

    def _drawn(self, dpi: float, job: Job, part: Part) -> None:
        if job is not self._drawing:
            return
        if part.name == "sizes":
            self.sized.emit(part.data)
        elif part.name == "page":
            self.drawn.emit(part.data["number"], dpi, picture_of(part))

    def _refused(self, job: Job, error: DeskbriefError) -> None:
        if job in (self._rendering, self._drawing) and not isinstance(error, CancelledError):
            self.failed.emit(error)


def _request(make: Callable[[], BriefPlan], notes: Sequence[Note], plans: list[BriefPlan]) -> Request:
    """Make a plan, on a thread of the runner's: a long one takes its time to be made and to be encoded."""
    plans.append(make())
    return render_request(plans[-1], notes)


def picture_of(part: Part) -> QImage:
    """Return the picture that a part "page" holds."""
    width, height, stride = (part.data[name] for name in ("width", "height", "stride"))
    raw = QImage(part.blob, width, height, stride, QImage.Format.Format_BGR888)
    # In the form that is painted fastest; it is a copy, so the bytes need not be kept.
    return raw.convertToFormat(QImage.Format.Format_RGB32)
