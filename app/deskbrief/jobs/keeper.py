"""Keeps one worker process: starts it when it is wanted, drops it, and knows why the last one ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deskbrief.jobs.backoff import Backoff
from deskbrief.jobs.log import Log
from deskbrief.jobs.messages import PROTOCOL, Message, Ready
from deskbrief.jobs.process import WorkerProcess
from deskbrief.jobs.protection import Protection

#: Workers in a row that ended before they began a single job; then the jobs are given up.
MOST_FRUITLESS = 5


class Keeper:
    """The one worker process of an engine; all methods are called on the engine's thread."""

    def __init__(
        self,
        command: Sequence[str],
        backoff: Backoff,
        log: Log,
        on_message: Callable[[WorkerProcess, Message, int], None],
        on_end: Callable[[WorkerProcess], None],
    ) -> None:
        self.process: WorkerProcess | None = None
        self.protection: Protection | None = None
        self._command = command
        self._backoff = backoff
        self._log = log
        self._callbacks = (on_message, on_end)
        self._ended: list[WorkerProcess] = []
        self._leaving = False
        self._fruitless = 0
        self._not_before = 0.0

    def wanted(self, now: float) -> WorkerProcess | None:
        """Return the worker, started if need be, or None while a start must wait."""
        if self.process is None and now >= self._not_before:
            self._start(now)
        return self.process

    def wait(self, now: float) -> float:
        """Return the seconds until a worker may be started."""
        return max(self._not_before - now, 0.0)

    def hopeless(self) -> bool:
        """Tell whether one worker after the other ended without beginning a job, and count anew if so."""
        hopeless = self._fruitless >= MOST_FRUITLESS
        if hopeless:
            self._fruitless = 0
        return hopeless

    def greeted(self, ready: Ready) -> None:
        """Take the worker's first words."""
        if ready.protocol == PROTOCOL:
            self.protection = ready.protection
        else:
            self._log.add(f"the worker speaks version {ready.protocol} and not {PROTOCOL}")
            self._fruitless = MOST_FRUITLESS

    def working(self) -> None:
        """Note that the worker has begun a job."""
        self._fruitless = 0

    def leaving(self) -> None:
        """Note that the worker is about to end itself because it has been idle."""
        self._leaving = True

    def drop(self) -> None:
        """End the worker on purpose; what it still sends comes from a process that is no longer ours."""
        if self.process:
            self.process.kill()
            self._ended.append(self.process)
        self.process = None
        self._leaving = False

    def lost(self, now: float) -> bool:
        """Note that the worker has ended by itself; return True when it crashed."""
        crashed = not self._leaving
        self.drop()
        if crashed:
            self._failed(now)
        return crashed

    def hung(self, now: float) -> None:
        """Drop a worker that does not answer."""
        self._log.add("the worker does not answer")
        self.drop()
        self._failed(now)

    def join(self, until: float) -> None:
        """Wait for the end of the workers that were dropped."""
        for process in self._ended:
            process.join(until)

    def _start(self, now: float) -> None:
        self._ended = [process for process in self._ended if process.serving]
        try:
            self.process = WorkerProcess(self._command, *self._callbacks, self._log)
        except OSError as error:
            self._log.add(f"the worker cannot be started: {error.strerror}")
            self._failed(now)
        else:
            self._log.add(f"worker {self.process.pid}: started")

    def _failed(self, now: float) -> None:
        self._fruitless += 1
        self._not_before = now + self._backoff.crashed(now)
