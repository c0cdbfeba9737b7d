"""How long a job may run and how much memory it may have, and what is said when it wants more."""

from __future__ import annotations

from types import MappingProxyType

from deskbrief.document.errors import JobTimedOutError, JobTooLargeError, WorkerDiedError
from deskbrief.document.records import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one job may have.

    Seconds count only while the worker is at this very job; `seconds_per_mb` is added for each megabyte
    of its request. `memory_mb` is what the whole worker may hold in memory meanwhile, `result_mb` how much
    a job may send back. `grace_seconds` is how long a cancelled job may take to stop before the worker is
    ended.
    """

    seconds: float = 60.0
    seconds_per_mb: float = 0.0
    memory_mb: int = 1500
    result_mb: int = 512
    grace_seconds: float = 1.0

    def allowed_seconds(self, size: int) -> float:
        """Return the seconds for a request of `size` bytes."""
        return self.seconds + self.seconds_per_mb * size / MEGABYTE


#: An outline of 100,000 words takes some 20 s of one core; four times that is allowed, for slow machines.
LIMITS = MappingProxyType(
    {
        "read": Limits(seconds=30, seconds_per_mb=2),
        "outline": Limits(seconds=60, seconds_per_mb=240),
        "resolve": Limits(seconds=30, seconds_per_mb=10),
        "render": Limits(seconds=60, seconds_per_mb=10),
        "notes": Limits(seconds=30),
        "place": Limits(seconds=60, seconds_per_mb=10),
        "pages": Limits(seconds=30, seconds_per_mb=10),
        "original": Limits(seconds=20, seconds_per_mb=2),
        "origins": Limits(seconds=30, seconds_per_mb=2),
        "match": Limits(seconds=3, grace_seconds=0.2),
    }
)
_USUAL = Limits()


def limits_of(task: str) -> Limits:
    """Return the limits of `task` where nobody set others."""
    return LIMITS.get(task, _USUAL)


_DOING = MappingProxyType(
    {
        "read": "Reading this document",
        "outline": "Working out the outline of this document",
        "resolve": "Working out the dates of this document",
        "render": "Making this brief",
        "enclosed": "Looking into this brief",
        "notes": "Reading the notes in this file",
        "place": "Finding the passages of these notes",
        "pages": "Drawing the pages of this brief",
        "original": "Drawing this page",
        "origins": "Finding the text on the pages",
        "match": "Looking for this pattern",
        "warm": "Loading the language model",
    }
)
_USUAL_ADVICE = "Try again; if it happens again, restart Deskbrief."
_ADVICE = MappingProxyType(
    {
        "read": "Save it as plain text or split it into smaller files, and open that.",
        "outline": "You can read and take notes without it; splitting the document helps.",
        "resolve": "Try again when the machine is less busy; the outline stays as it was.",
        "match": "Make it simpler: repetitions inside repetitions can take for ever.",
        "original": "The text of the page can be read all the same.",
        "origins": "The pages can be looked at all the same.",
        "notes": "Export fewer notes at a time.",
        "place": "Import fewer notes at a time.",
        "render": "Leave some sections out, and try again.",
    }
)


def doing(task: str) -> str:
    """Return what `task` does, as the beginning of a sentence."""
    return _DOING.get(task, "This work")


def timed_out(task: str, seconds: float) -> JobTimedOutError:
    """Return the error of a job that used up its `seconds`."""
    what = f"{doing(task)} was stopped because it took longer than {seconds:.0f} seconds."
    return JobTimedOutError(what, _ADVICE.get(task, _USUAL_ADVICE))


def too_large(task: str, memory_mb: int) -> JobTooLargeError:
    """Return the error of a job that made the worker hold, or send, more than `memory_mb`."""
    what = f"{doing(task)} was stopped because it needs more than {memory_mb} MB of memory."
    return JobTooLargeError(what, _ADVICE.get(task, _USUAL_ADVICE))


def died_twice(task: str) -> WorkerDiedError:
    """Return the error of a job that ended its worker, and again when it was repeated."""
    what = f"{doing(task)} failed twice: the process that worked on it ended unexpectedly."
    return WorkerDiedError(what, _ADVICE.get(task, _USUAL_ADVICE))


def cannot_start() -> WorkerDiedError:
    """Return the error of jobs for which no worker comes up at all."""
    what = "The process that reads documents cannot be started."
    return WorkerDiedError(what, "Restart Deskbrief; if that does not help, install it again.")
