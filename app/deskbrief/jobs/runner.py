"""The parent's side of long work: hand in a job, hear of its parts, progress and end.

Imports neither Qt nor anything that the tasks need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from threading import Lock
from time import monotonic

from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.backoff import Backoff
from deskbrief.jobs.command import worker_command
from deskbrief.jobs.delivery import Delivery, Post
from deskbrief.jobs.dispatch import Dispatcher
from deskbrief.jobs.entry import Entry
from deskbrief.jobs.job import Job, JobState, Life, Listener
from deskbrief.jobs.keeper import Keeper
from deskbrief.jobs.limits import Limits, limits_of
from deskbrief.jobs.log import Log
from deskbrief.jobs.loop import Loop
from deskbrief.jobs.messages import Message
from deskbrief.jobs.process import WorkerProcess
from deskbrief.jobs.protection import Layer, Protection
from deskbrief.jobs.sender import Sender
from deskbrief.jobs.tasks import TASKS, priority_of

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
        self._table = TASKS if table is None else table
        self._limits = limits
        self._numbers = count(1)
        self._log = Log()
        self._keeper = Keeper(
            command or worker_command(), backoff or Backoff(), self._log, self._on_message, self._on_end
        )
        self._sender = Sender(self._on_sent, self._log)
        self._dispatcher = Dispatcher(self._keeper, self._sender, Delivery(post))
        self._loop = Loop("deskbrief-jobs", self._dispatcher.look)
        self._opening = Lock()
        self._open: bool | None = None

    @property
    def protection(self) -> Protection | None:
        """What the worker has given up; None until the first worker has told."""
        return self._keeper.protection

    @property
    def worker_pid(self) -> int | None:
        """The number of the worker process, if there is one at the moment."""
        process = self._keeper.process
        return process.pid if process else None

    def log(self) -> tuple[str, ...]:
        """Return the last lines that workers wrote to their error stream, and how they began and ended."""
        return self._log.lines()

    def start(self) -> None:
        """Start the worker if there is none, without waiting for it."""
        self._wake()
        self._loop.do(self._dispatcher.warm_up)

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
        self._wake()
        life = Life()
        entry = Entry(
            job=Job(next(self._numbers), task, life, lambda: self._cancel(entry)),
            life=life,
            listener=listener,
            target=self._table[task],
            priority=priority_of(task),
            limits=limits or self._limits or limits_of(task),
            source=request,
        )
        self._loop.do(lambda: self._dispatcher.add(entry))
        return entry.job

    def close(self, timeout: float = 2.0) -> None:
        """Cancel what has not ended, end the worker and all threads, waiting at most `timeout` seconds."""
        with self._opening:
            was_open, self._open = self._open, False
        if not was_open:
            return
        until = monotonic() + timeout
        self._loop.do(self._dispatcher.shut)
        for loop in (self._loop, self._sender.loop):
            loop.stop()
            loop.join(max(until - monotonic(), 0.0))
        self._keeper.join(until)

    def _wake(self) -> None:
        with self._opening:
            if self._open is False:
                raise BugError("the runner is closed")
            if self._open is None:
                self._open = True
                self._loop.start()
                self._sender.loop.start()

    def _cancel(self, entry: Entry) -> None:
        self._loop.do(lambda: self._dispatcher.cancel(entry))

    def _on_message(self, process: WorkerProcess, message: Message, size: int) -> None:
        self._loop.do(lambda: self._dispatcher.hear(process, message, size))

    def _on_end(self, process: WorkerProcess) -> None:
        self._loop.do(lambda: self._dispatcher.bury(process))

    def _on_sent(self, process: WorkerProcess, entry: Entry, error: DeskbriefError | None) -> None:
        self._loop.do(lambda: self._dispatcher.sent(process, entry, error))


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
