"""Runners over the real worker process with the tasks of `helpers.tasks`, and ears for their news."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event
from time import monotonic
from typing import Any

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.command import worker_command
from deskbrief.jobs.runner import Job, Listener, Runner
from helpers.tasks import TABLE

TESTS = Path(__file__).parents[1]
#: No test waits for longer; it is reached only when something is broken.
PATIENCE = 60.0


def make_runner(*, idle_seconds: float = 300.0, **options: Any) -> Runner:
    """Return a runner that knows the test tasks."""
    command = worker_command(idle_seconds=idle_seconds, folders=[TESTS])
    return Runner(**{"command": command, "table": TABLE, **options})


def wait_for_end(process: int) -> None:
    """Wait until the process of that number, whosever child it is, has ended."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    try:
        readable, _, _ = select.select([handle], [], [], PATIENCE)
        assert readable, f"process {process} has not ended"
    finally:
        os.close(handle)


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for what nobody tells of: look again and again."""
    looks = Event()
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "in vain"
        looks.wait(0.005)


class Ears:
    """A listener that keeps all it hears as (what, job, news) and lets a test wait for some of it."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Job, Any]] = []
        self._changed = Condition()
        self.listener = Listener(
            part=lambda job, part: self._hear("part", job, part),
            progress=lambda job, progress: self._hear("progress", job, progress),
            restarted=lambda job: self._hear("restarted", job, None),
            done=lambda job: self._hear("done", job, None),
            failed=lambda job, error: self._hear("failed", job, error),
        )

    def _hear(self, what: str, job: Job, news: Part | Progress | DeskbriefError | None) -> None:
        with self._changed:
            self.heard.append((what, job, news))
            self._changed.notify_all()

    def what(self, job: Job | None = None) -> list[str]:
        """Return the kinds of news heard so far, of all jobs or of one."""
        with self._changed:
            return [what for what, whose, _ in self.heard if job in {None, whose}]

    def news(self, what: str, job: Job | None = None) -> list[Any]:
        """Return the news of one kind."""
        with self._changed:
            return [news for kind, whose, news in self.heard if kind == what and job in {None, whose}]

    def wait_for(self, what: str, job: Job | None = None, times: int = 1) -> None:
        """Wait until news of a kind have been heard so many times."""
        self.wait_until(lambda: self.what(job).count(what) >= times)

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Wait until a condition holds; it is looked at with each piece of news."""
        with self._changed:
            assert self._changed.wait_for(true, PATIENCE), f"in vain; heard: {self.what()[-20:]}"
