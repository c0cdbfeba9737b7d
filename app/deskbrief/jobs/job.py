"""A job as the one who asked for it sees it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from threading import Event, Lock

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Part, Progress

#: Hands a callback to the thread that is to call it.
Post = Callable[[Callable[[], None]], None]


class JobState(StrEnum):
    """Where a job is; the last three are final."""

    PENDING = "pending"
    RUNNING = "running"
    CANCELLED = "cancelled"
    FAILED = "failed"
    DONE = "done"

    @property
    def final(self) -> bool:
        """Tell whether nothing comes after this state."""
        return self in {JobState.CANCELLED, JobState.FAILED, JobState.DONE}


class Life:
    """The state of one job; any thread may look at it or move it, and only one gets to end it."""

    def __init__(self) -> None:
        self._state = JobState.PENDING
        self._lock = Lock()
        self.settled = Event()

    @property
    def state(self) -> JobState:
        """The state at this moment."""
        return self._state

    def move(self, state: JobState) -> bool:
        """Go to `state` and return True, or return False when the job has ended already."""
        with self._lock:
            if self._state.final:
                return False
            self._state = state
            return True


class Job:
    """The handle of one job. It may be used from any thread."""

    def __init__(
        self,
        number: int,
        task: str,
        life: Life,
        on_cancel: Callable[[], None],
        on_prefer: Callable[[], None],
    ) -> None:
        self.id = number
        self.task = task
        self._life = life
        self._on_cancel = on_cancel
        self._on_prefer = on_prefer

    def __repr__(self) -> str:
        return f"<Job {self.id} {self.task} {self.state}>"

    @property
    def state(self) -> JobState:
        """The state, as far as the listener has been told: it is done once the last part was delivered."""
        return self._life.state

    def cancel(self) -> None:
        """Stop the job, if it has not ended; of the listener only `failed` is called after this.

        The state changes at once, and `wait` does not wait for that last callback.
        """
        if self._life.move(JobState.CANCELLED):
            self._life.settled.set()
            self._on_cancel()

    def prefer(self) -> None:
        """Let the job go before all others of its urgency, until another one is preferred."""
        if not self.state.final:
            self._on_prefer()

    def wait(self, timeout: float | None = None) -> JobState:
        """Wait until the job has ended, at most `timeout` seconds, and return its state.

        Must not be called on the thread that callbacks are delivered to.
        """
        self._life.settled.wait(timeout)
        return self.state


def _unheard(*_: object) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """What to call as a job goes on; each callback gets the job first, and none is called after the last.

    The last is either `done` or `failed`; a cancelled job fails with `CancelledError`. `restarted` says that
    the worker ended and the job begins anew: the parts so far are void and all of them will come again.
    """

    part: Callable[[Job, Part], None] = _unheard
    progress: Callable[[Job, Progress], None] = _unheard
    restarted: Callable[[Job], None] = _unheard
    done: Callable[[Job], None] = _unheard
    failed: Callable[[Job, DeskbriefError], None] = _unheard
