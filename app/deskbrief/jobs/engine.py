"""What is behind a runner once there is something to do: its threads, the worker, and who talks to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.tasks import Request
from deskbrief.jobs.backoff import Backoff
from deskbrief.jobs.delivery import Delivery
from deskbrief.jobs.dispatch import Dispatcher
from deskbrief.jobs.entry import Entry
from deskbrief.jobs.job import Job, Life, Listener, Post
from deskbrief.jobs.keeper import Keeper
from deskbrief.jobs.limits import Limits
from deskbrief.jobs.log import Log
from deskbrief.jobs.loop import Loop
from deskbrief.jobs.messages import Message
from deskbrief.jobs.process import WorkerProcess
from deskbrief.jobs.protection import Protection
from deskbrief.jobs.sender import Sender
from deskbrief.jobs.tasks import priority_of


class Engine:
    """Runs jobs on two threads of its own and in one worker; its methods may be called on any thread."""

    def __init__(self, command: Sequence[str], backoff: Backoff | None, post: Post | None) -> None:
        self._log = Log()
        self._keeper = Keeper(command, backoff or Backoff(), self._log, self._on_message, self._on_end)
        self._sender = Sender(self._on_sent, self._log)
        self._dispatcher = Dispatcher(self._keeper, self._sender, Delivery(post))
        self._loop = Loop("deskbrief-jobs", self._dispatcher.look)
        self._loop.start()
        self._sender.loop.start()

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
        """Return the last lines of the log."""
        return self._log.lines()

    def warm_up(self) -> None:
        """Start the worker if there is none, without waiting for it."""
        self._loop.do(self._dispatcher.warm_up)

    def submit(
        self,
        number: int,
        task: str,
        target: str,
        source: Request | Callable[[], Request],
        listener: Listener,
        limits: Limits,
    ) -> Job:
        """Take on a job, which runs `target`, and return its handle."""
        life = Life()
        entry = Entry(
            job=Job(number, task, life, lambda: self._cancel(entry), lambda: self._prefer(entry)),
            life=life,
            listener=listener,
            target=target,
            priority=priority_of(task),
            limits=limits,
            source=source,
        )
        self._loop.do(lambda: self._dispatcher.add(entry))
        return entry.job

    def close(self, timeout: float) -> None:
        """Cancel what has not ended, end the worker and all threads, waiting at most `timeout` seconds."""
        until = monotonic() + timeout
        self._loop.do(self._dispatcher.shut)
        for loop in (self._loop, self._sender.loop):
            loop.stop()
            loop.join(max(until - monotonic(), 0.0))
        self._keeper.join(until)

    def _cancel(self, entry: Entry) -> None:
        self._loop.do(lambda: self._dispatcher.cancel(entry))

    def _prefer(self, entry: Entry) -> None:
        self._loop.do(lambda: self._dispatcher.prefer(entry))

    def _on_message(self, process: WorkerProcess, message: Message, size: int) -> None:
        self._loop.do(lambda: self._dispatcher.hear(process, message, size))

    def _on_end(self, process: WorkerProcess) -> None:
        self._loop.do(lambda: self._dispatcher.bury(process))

    def _on_sent(self, process: WorkerProcess, entry: Entry, error: DeskbriefError | None) -> None:
        self._loop.do(lambda: self._dispatcher.sent(process, entry, error))
