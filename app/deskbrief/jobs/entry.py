"""A job as the engine sees it, and all the jobs that have not ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field

from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Request
from deskbrief.jobs.job import Job, Life, Listener
from deskbrief.jobs.limits import Limits
from deskbrief.jobs.process import WorkerProcess

#: Jobs of one urgency that are in the worker at a time: one to work on and one to go on with. The others
#: wait here, so that the worker does not hold their documents in memory.
SENT_AHEAD = 2


@dataclass(slots=True)
class Stopwatch:
    """Adds up the seconds for which the worker was at a job; times are seconds on a monotonic clock."""

    spent: float = 0.0
    since: float | None = None

    def go(self, now: float) -> None:
        """Begin to count, or go on."""
        if self.since is None:
            self.since = now

    def pause(self, now: float) -> None:
        """Stop counting for the time being."""
        self.spent = self.seconds(now)
        self.since = None

    def leave_out(self, seconds: float) -> None:
        """Do not count `seconds` that have just passed."""
        if self.since is not None:
            self.since += seconds

    def seconds(self, now: float) -> float:
        """Return what was counted until `now`."""
        return self.spent + (now - self.since if self.since is not None else 0.0)


@dataclass(slots=True, eq=False)
class Entry:
    """One job with what the engine keeps about it until it ends."""

    job: Job
    life: Life
    listener: Listener
    target: str
    priority: int
    limits: Limits
    source: Request | Callable[[], Request]
    process: WorkerProcess | None = None
    arrived: bool = False
    started: bool = False
    crashes: int = 0
    received: int = 0
    size: int = 0
    watch: Stopwatch = field(default_factory=Stopwatch)

    def request(self) -> Request:
        """Return the request, built when it is first asked for; raises what building it raises."""
        if not isinstance(self.source, Request):
            self.source = self.source()
        self.size = len(self.source.blob)
        return self.source

    def allowed_seconds(self) -> float:
        """Return for how many seconds the worker may be at this job."""
        return self.limits.allowed_seconds(self.size)

    def release(self) -> None:
        """Let go of the request, which nobody needs any more; a handle of the job may be kept for long."""
        self.source = Request()

    def forget(self) -> None:
        """Take the job back from a worker that has ended."""
        self.process = None
        self.arrived = self.started = False
        self.received = 0
        self.watch = Stopwatch()


class Roster:
    """The jobs that have not ended, in the order in which they are wanted, and the one being worked on."""

    def __init__(self) -> None:
        self.live: dict[int, Entry] = {}
        #: The job that goes before all others of its urgency.
        self.preferred: int | None = None
        #: The job that the worker is at; it may be a cancelled one that is still stopping.
        self.active: int | None = None
        #: Cancelled jobs that the worker has not let go of yet, and until when they may take.
        self.stopping: dict[int, float] = {}

    def sendable(self) -> Iterator[Entry]:
        """Yield the jobs that should go to the worker now."""
        ahead: dict[int, int] = {}
        for entry in self.live.values():
            ahead[entry.priority] = ahead.get(entry.priority, 0) + 1
            if ahead[entry.priority] <= SENT_AHEAD and entry.process is None:
                yield entry

    def prefer(self, entry: Entry) -> None:
        """Put a job before all others, unless it has ended."""
        if entry.job.id in self.live:
            self.preferred = entry.job.id
            self.live = {entry.job.id: entry, **self.live}

    def active_entry(self) -> Entry | None:
        """Return the job that the worker is at, unless it has ended or been cancelled."""
        return self.live.get(self.active) if self.active is not None else None

    def knows(self, job: int) -> bool:
        """Tell whether `job` has not ended, or was cancelled and has not been let go of."""
        return job in self.live or job in self.stopping

    def waiting(self) -> bool:
        """Tell whether the worker has jobs and is at none of them."""
        return self.active is None and any(entry.arrived for entry in self.live.values())

    def overdue(self, now: float) -> bool:
        """Tell whether the worker is still at a cancelled job whose time to stop is up."""
        return self.active is not None and self.stopping.get(self.active, now) < now

    def stop(self, entry: Entry, now: float) -> bool:
        """Forget a cancelled job; return True when the worker has it and must be told."""
        entry.release()
        if not self.live.pop(entry.job.id, None) or not entry.process:
            return False
        self.stopping[entry.job.id] = now + entry.limits.grace_seconds
        return True

    def slept(self, seconds: float) -> None:
        """Give the job that is worked on, and those that are stopping, the time that nobody looked."""
        entry = self.active_entry()
        if entry:
            entry.watch.leave_out(seconds)
        self.stopping = {job: until + seconds for job, until in self.stopping.items()}

    def switch(self, job: int | None, now: float) -> Entry | None:
        """Let the clock of `job` run and no other; return its entry when it has not ended."""
        before = self.active_entry()
        if before:
            before.watch.pause(now)
        self.active = job
        entry = self.active_entry()
        if entry:
            entry.watch.go(now)
        return entry

    def drop(self, job: int, now: float) -> Entry | None:
        """Forget `job`, which has ended; return its entry when it was live."""
        if self.active == job:
            self.switch(None, now)
        self.stopping.pop(job, None)
        entry = self.live.pop(job, None)
        if entry:
            entry.release()
        return entry

    def take_back(self) -> list[Entry]:
        """Take everything back from a worker that has ended; return the jobs that had been started."""
        begun = [entry for entry in self.live.values() if entry.started]
        for entry in self.live.values():
            entry.forget()
        self.active = None
        self.stopping.clear()
        return begun
