"""How a job's news reach its listener: in order, one after the other, and never after the end."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from deskbrief.document.errors import CancelledError, DeskbriefError
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.entry import Entry
from deskbrief.jobs.job import JobState, Post


def at_once(callback: Callable[[], None]) -> None:
    """Call `callback` here and now; an error in it is reported and goes no further."""
    try:
        callback()
    except Exception:  # noqa: BLE001 - a listener's mistake must not end the thread that serves all jobs
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))


class Delivery:
    """Hands callbacks to `post`, which must keep their order.

    Whether a job has ended is looked at when a callback is called, not when it is posted: a cancelled job
    falls silent at once, even if parts of it are still queued for the window.
    """

    def __init__(self, post: Post | None) -> None:
        self._post = post or at_once

    def started(self, entry: Entry) -> None:
        """Move the job to running."""

        def move() -> None:
            entry.life.move(JobState.RUNNING)

        self._post(move)

    def restarted(self, entry: Entry) -> None:
        """Move the job back to pending and tell that its parts so far are void."""

        def tell() -> None:
            if entry.life.move(JobState.PENDING):
                entry.listener.restarted(entry.job)

        self._post(tell)

    def news(self, entry: Entry, news: Part | Progress) -> None:
        """Hand over a part or progress."""

        def tell() -> None:
            if entry.life.state.final:
                return
            if isinstance(news, Part):
                entry.listener.part(entry.job, news)
            else:
                entry.listener.progress(entry.job, news)

        self._post(tell)

    def done(self, entry: Entry) -> None:
        """End the job well."""
        self._end(entry, JobState.DONE, lambda: entry.listener.done(entry.job))

    def failed(self, entry: Entry, error: DeskbriefError) -> None:
        """End the job with `error`."""
        state = JobState.CANCELLED if isinstance(error, CancelledError) else JobState.FAILED
        self._end(entry, state, lambda: entry.listener.failed(entry.job, error))

    def cancelled(self, entry: Entry) -> None:
        """Tell that the job, which has been moved to cancelled before, is over."""
        error = CancelledError("Stopped.")
        self._post(lambda: entry.listener.failed(entry.job, error))

    def _end(self, entry: Entry, state: JobState, tell: Callable[[], None]) -> None:
        def end() -> None:
            if entry.life.move(state):
                try:
                    tell()
                finally:
                    entry.life.settled.set()

        self._post(end)
