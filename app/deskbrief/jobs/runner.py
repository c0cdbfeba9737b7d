"""The parent's side of long work: hand in a job, hear of its parts, progress and end.

Imports neither Qt nor anything that the tasks need. What runs the jobs is imported with the first of them:
a window whose document is known shows it without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.job import Job, JobState, Listener, Post
from deskbrief.jobs.limits import Limits, limits_of
from deskbrief.jobs.protection import Layer, Protection
from deskbrief.jobs.tasks import TASKS

if TYPE_CHECKING:
    from deskbrief.jobs.backoff import Backoff
    from deskbrief.jobs.engine import Engine

__all__ = ["Job", "JobState", "Layer", "Limits", "Listener", "Protection", "Runner", "collect"]


class Runner:
    """Runs tasks in one warm worker process, which it starts, watches and replaces.

    `post` delivers callbacks: it is handed functions, in order, and must call them in that order; without
    it they are called on the runner's own thread, where they must be quick. `limits` holds for every job
    that is not given its own, instead of the limits of each task. All methods may be called on any thread.
    """

    def __init__(
        self,
        *,
        command: Sequence[str] | None = None,
        limits: Limits | None = None,
        table: Mapping[str, str] | None = None,
        post: Post | None = None,
        backoff: Backoff | None = None,
    ) -> None:
        self._command = command
        self._table = TASKS if table is None else table
        self._limits = limits
        self._post = post
        self._backoff = backoff
        self._numbers = count(1)
        self._opening = Lock()
        self._engine: Engine | None = None
        self._closed = False

    @property
    def protection(self) -> Protection | None:
        """What the worker has given up; None until the first worker has told."""
        return self._engine.protection if self._engine else None

    @property
    def worker_pid(self) -> int | None:
        """The number of the worker process, if there is one at the moment."""
        return self._engine.worker_pid if self._engine else None

    def log(self) -> tuple[str, ...]:
        """Return the last lines that workers wrote to their error stream, and how they began and ended."""
        return self._engine.log() if self._engine else ()

    def start(self) -> None:
        """Start the worker if there is none, without waiting for it."""
        self._awake().warm_up()

    def submit(
        self,
        task: str,
        request: Request | Callable[[], Request],
        listener: Listener,
        *,
        limits: Limits | None = None,
    ) -> Job:
        """Hand in a job and return its handle; raises `BugError` for an unknown task or a closed runner.

        A function as `request` is called on a thread of its own; an error in it fails the job.
        """
        if task not in self._table:
            raise BugError(f"there is no task named {task}")
        limits = limits or self._limits or limits_of(task)
        return self._awake().submit(next(self._numbers), task, self._table[task], request, listener, limits)

    def close(self, timeout: float = 2.0) -> None:
        """Cancel what has not ended, end the worker and all threads, waiting at most `timeout` seconds."""
        with self._opening:
            was_closed, self._closed = self._closed, True
        if self._engine and not was_closed:
            self._engine.close(timeout)

    def _awake(self) -> Engine:
        """Return what runs the jobs, made when it is first needed."""
        with self._opening:
            if self._closed:
                raise BugError("the runner is closed")
            if self._engine is None:
                from deskbrief.jobs.command import worker_command
                from deskbrief.jobs.engine import Engine

                self._engine = Engine(self._command or worker_command(), self._backoff, self._post)
            return self._engine


def collect(
    runner: Runner,
    task: str,
    request: Request | Callable[[], Request],
    *,
    limits: Limits | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> list[Part]:
    """Run one job to its end and return its parts; raises the error with which it failed.

    An interrupt from the keyboard cancels the job. Must not be called on the thread that the runner posts
    its callbacks to.
    """
    parts: list[Part] = []
    errors: list[DeskbriefError] = []
    listener = Listener(
        part=lambda _, part: parts.append(part),
        progress=lambda _, step: progress(step),
        restarted=lambda _: parts.clear(),
        failed=lambda _, error: errors.append(error),
    )
    job = runner.submit(task, request, listener, limits=limits)
    try:
        job.wait()
    except KeyboardInterrupt:
        job.cancel()
        raise
    if errors:
        raise errors[0]
    return parts
