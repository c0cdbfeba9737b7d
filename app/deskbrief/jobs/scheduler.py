"""Cooperative scheduling: tasks are generators, and the most urgent one is advanced step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from deskbrief.document.errors import ERRORS, BugError, CancelledError, DeskbriefError, JobTooLargeError
from deskbrief.document.faults import log_fault
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.messages import Delivered, Done, Failed, Message, Progressed, Running, Start
from deskbrief.jobs.tasks import resolve

Send = Callable[[Message], None]


@dataclass(slots=True, eq=False)
class _Running:
    start: Start
    order: tuple[int, int]
    steps: Iterator[Part | Progress] | None = None

    def step(self) -> Part | Progress | None:
        if self.steps is None:
            self.steps = iter(resolve(self.start.target)(self.start.request))
        return next(self.steps, None)


class Scheduler:
    """Advances the most urgent job by one step at a time; of equals, the preferred one, then the oldest.

    `send` is given every message about a job. An error ends its job alone.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._jobs: dict[int, _Running] = {}
        self._numbers = count(1)
        self._current: int | None = None

    @property
    def busy(self) -> bool:
        """Tell whether there is a job to advance."""
        return bool(self._jobs)

    def add(self, start: Start) -> None:
        """Take on a job."""
        self._jobs[start.job] = _Running(start, (start.priority, next(self._numbers)))

    def prefer(self, job: int) -> None:
        """Let a job go before all others of its urgency; one that has ended is of no account."""
        running = self._jobs.get(job)
        if running:
            running.order = (running.start.priority, -next(self._numbers))

    def cancel(self, job: int) -> None:
        """Stop a job where it is, and say so even if it has ended already."""
        running = self._jobs.pop(job, None)
        self._current = None if self._current == job else self._current
        close = getattr(running.steps, "close", None) if running else None
        if close:
            try:
                close()
            except BaseException as error:  # noqa: BLE001 - a task that will not end well ends all the same
                log_fault(error)
        self._send(failure(job, CancelledError("Stopped.")))

    def step(self) -> None:
        """Advance the most urgent job by one step."""
        running = min(self._jobs.values(), key=lambda running: running.order)
        job = running.start.job
        if job != self._current:
            self._current = job
            self._send(Running(job))
        try:
            result = running.step()
            if result is not None:
                self._send(_news(job, result))
        except BaseException as error:  # noqa: BLE001 - whatever a task or its library raises ends that task alone
            self._end(failure(job, error))
        else:
            if result is None:
                self._end(Done(job))

    def _end(self, message: Done | Failed) -> None:
        self._jobs.pop(message.job)
        self._current = None
        self._send(message)


def _news(job: int, item: object) -> Message:
    match item:
        case Part():
            return Delivered(job, item)
        case Progress():
            return Progressed(job, item)
    raise BugError(f"a task yielded a {type(item).__name__}")


def failure(job: int, error: BaseException) -> Failed:
    """Return what is told of `error`: its sentences if it is of our own kinds, else that it was our fault."""
    if isinstance(error, MemoryError):
        error = JobTooLargeError(
            "This document needs more memory than one document may have.",
            "Split it into smaller files and open those.",
        )
    elif not isinstance(error, DeskbriefError) or isinstance(error, BugError):
        log_fault(error)
        error = BugError(
            "Deskbrief made a mistake while it worked on this document.",
            "Try again; if it happens again, report it with the kind of file that it was.",
        )
    kind = next(name for name in (kind.__name__ for kind in type(error).__mro__) if name in ERRORS)
    return Failed(job, kind, error.what, error.next_step)
