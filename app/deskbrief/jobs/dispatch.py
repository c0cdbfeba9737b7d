"""Sends jobs to the worker, hands on what comes back, and replaces the worker when it must.

Everything here runs on the runner's one thread, which alone owns the jobs and the worker: no locks.
"""

from __future__ import annotations

from time import monotonic

from deskbrief.document.errors import ERRORS, BugError, CancelledError, DeskbriefError
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.delivery import Delivery
from deskbrief.jobs.entry import Entry, Roster
from deskbrief.jobs.keeper import Keeper
from deskbrief.jobs.limits import cannot_start, died_twice
from deskbrief.jobs.messages import (
    Bye,
    Cancel,
    Delivered,
    Done,
    Failed,
    Message,
    Prefer,
    Progressed,
    Ready,
    Running,
)
from deskbrief.jobs.process import WorkerProcess
from deskbrief.jobs.sender import Sender
from deskbrief.jobs.watch import overrun

#: How often the time and the memory of a running job are looked at.
WATCH_SECONDS = 0.1
#: A worker that has work and says nothing at all for so long hangs.
SILENCE_SECONDS = 30.0
#: A look that comes so much later than it was to come tells that this process was stopped (Ctrl+Z, a frozen
#: machine): the worker's news of that time have not been heard yet, so it is not held against it.
ASLEEP_SECONDS = 2.0
#: A worker that holds more than this between two jobs is ended; the next job gets a fresh one.
MOST_IDLE_MB = 600
#: A job that was being worked on when its worker crashed is repeated, and given up at this many crashes.
MOST_CRASHES = 2


class Dispatcher:
    """What happens to jobs; each method is one event."""

    def __init__(self, keeper: Keeper, sender: Sender, delivery: Delivery) -> None:
        self._keeper = keeper
        self._sender = sender
        self._deliver = delivery
        self._roster = Roster()
        self._heard = self._watched = monotonic()
        self._due: float | None = None

    def warm_up(self) -> None:
        """Start the worker if there is none."""
        self._keeper.wanted(monotonic())

    def add(self, entry: Entry) -> None:
        """Take on a job."""
        self._roster.live[entry.job.id] = entry

    def cancel(self, entry: Entry) -> None:
        """Stop a job, which has been moved to cancelled."""
        self._deliver.cancelled(entry)
        process = self._keeper.process
        if self._roster.stop(entry, monotonic()) and process:
            self._sender.say(process, Cancel(entry.job.id))

    def prefer(self, entry: Entry) -> None:
        """Let a job go first; one that the worker does not have yet is sent to it next."""
        self._roster.prefer(entry)
        if entry.process:
            self._sender.say(entry.process, Prefer(entry.job.id))

    def shut(self) -> None:
        """Cancel everything and end the worker."""
        for entry in tuple(self._roster.live.values()):
            self._fail(entry, CancelledError("Stopped."))
        self._keeper.drop()

    def sent(self, process: WorkerProcess, entry: Entry, error: DeskbriefError | None) -> None:
        """Note that a job is on its way to `process`, or could not be prepared."""
        if entry.process is not process:
            return
        if error:
            self._fail(entry, error)
        else:
            entry.arrived = True
            self._heard = monotonic()

    def hear(self, process: WorkerProcess, message: Message, size: int) -> None:
        """Take a message of `size` bytes; one from a worker that was replaced is void."""
        if process is not self._keeper.process:
            return
        self._heard = monotonic()
        match message:
            case Ready():
                self._keeper.greeted(message)
            case Running(job):
                self._running(process, job)
            case Delivered(job, news) | Progressed(job, news):
                self._news(job, news, size)
            case Done(job):
                self._ended(job, None)
            case Failed(job, kind, what, next_step):
                self._ended(job, ERRORS.get(kind, BugError)(what, next_step))
            case Bye() if self._roster.active is None:
                self._keeper.leaving()

    def bury(self, process: WorkerProcess) -> None:
        """Note the end of `process`; when it was not sent away, what it was working on is blamed."""
        if process is not self._keeper.process:
            return
        guilty = self._roster.active_entry()
        if self._keeper.lost(monotonic()) and guilty:
            guilty.crashes += 1
            if guilty.crashes >= MOST_CRASHES:
                self._fail(guilty, died_twice(guilty.job.task))
        self._take_back()

    def look(self) -> float | None:
        """Do what time asks for, and return the seconds until it may ask again."""
        now = monotonic()
        if self._due is not None and now - self._due > ASLEEP_SECONDS:
            self._heard += now - self._due
            self._roster.slept(now - self._due)
        if now - self._watched >= WATCH_SECONDS:
            self._watched = now
            self._watch(now)
        if self._roster.live:
            self._hand_out(now)
        pause = self._pause(now)
        self._due = None if pause is None else now + pause
        return pause

    def _running(self, process: WorkerProcess, job: int) -> None:
        if not self._roster.knows(job):
            process.kill()  # its clock would run for nobody: the worker is not in its right mind
            return
        self._keeper.working()
        entry = self._roster.switch(job, monotonic())
        if entry and not entry.started:
            entry.started = True
            self._deliver.started(entry)

    def _news(self, job: int, news: Part | Progress, size: int) -> None:
        entry = self._roster.live.get(job)
        if entry:
            entry.received += size
            self._deliver.news(entry, news)

    def _ended(self, job: int, error: DeskbriefError | None) -> None:
        entry = self._roster.drop(job, monotonic())
        if entry and error:
            self._deliver.failed(entry, error)
        elif entry:
            self._deliver.done(entry)
        process = self._keeper.process
        begun = any(entry.started for entry in self._roster.live.values())
        if process and not begun and process.memory_mb() > MOST_IDLE_MB:
            self._replace()

    def _fail(self, entry: Entry, error: DeskbriefError) -> None:
        self._roster.drop(entry.job.id, monotonic())
        self._deliver.failed(entry, error)

    def _watch(self, now: float) -> None:
        process = self._keeper.process
        if not process:
            return
        entry = self._roster.active_entry()
        error = overrun(entry, process.memory_mb(), now) if entry else None
        if entry and error:
            self._fail(entry, error)
            self._replace()
        elif self._roster.overdue(now):
            self._replace()
        elif self._roster.waiting() and now - self._heard > SILENCE_SECONDS:
            self._keeper.hung(now)
            self._take_back()

    def _replace(self) -> None:
        self._keeper.drop()
        self._take_back()

    def _take_back(self) -> None:
        for entry in self._roster.take_back():
            self._deliver.restarted(entry)

    def _hand_out(self, now: float) -> None:
        process = self._keeper.wanted(now)
        if self._keeper.hopeless():
            for entry in tuple(self._roster.live.values()):
                self._fail(entry, cannot_start())
            self._replace()
        elif process:
            for entry in self._roster.sendable():
                entry.process = process
                self._sender.begin(process, entry)
                if entry.job.id == self._roster.preferred:
                    self._sender.say(process, Prefer(entry.job.id))

    def _pause(self, now: float) -> float | None:
        if self._roster.active is not None:
            return WATCH_SECONDS
        if self._roster.live and not self._keeper.process:
            return self._keeper.wait(now)
        if self._roster.waiting():
            return max(self._heard + SILENCE_SECONDS - now, WATCH_SECONDS)
        return None
