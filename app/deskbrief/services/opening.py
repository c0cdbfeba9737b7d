"""A document on its way in: what is under way for it, who hears of it, and what all of that shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from deskbrief.document.errors import DeskbriefError, LibraryError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Progress
from deskbrief.jobs.job import Job
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library

if TYPE_CHECKING:
    from deskbrief.services.editions import Carried, Edition

Post = Callable[[Callable[[], None]], None]


def _unheard(*_: object) -> None:
    """Do nothing."""


def _unprepared(*_: object) -> Iterator[None]:
    """Prepare nothing."""
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingListener:
    """What to call as a document is opened and analysed.

    `previewed` comes with a part of a long document, which can be read but not worked on yet: its beginning,
    or what lies around the place where the reader was. `preparing` is asked before `opened` for what is to be
    done for a document between other events, in the slices between two of its yields.
    `pictured` comes with the name of a picture that has come into the library.
    `outlined` comes with True when nothing better will follow. `failed` ends an opening; `unrefined` says
    that the document is open but its outline could not be made or finished. `trouble` is a fault beside
    the reading, such as a library that cannot be written: the reading goes on. `edition` comes with an
    earlier text of the same work whose notes could be carried over, `carried` with what became of each,
    `settled` with how many notes that had waited for the document stand in it now.
    """

    previewed: Callable[[Path, Document], None] = _unheard
    preparing: Callable[[Path, Document], Iterator[None]] = _unprepared
    opened: Callable[[Path, Document], None] = _unheard
    pictured: Callable[[Document, str], None] = _unheard
    outlined: Callable[[Document, Outline, bool], None] = _unheard
    progress: Callable[[Path, Progress], None] = _unheard
    failed: Callable[[Path, DeskbriefError], None] = _unheard
    unrefined: Callable[[Document, DeskbriefError], None] = _unheard
    trouble: Callable[[DeskbriefError], None] = _unheard
    edition: Callable[[Document, Edition], None] = _unheard
    carried: Callable[[Document, tuple[Carried, ...]], None] = _unheard
    settled: Callable[[Document, int], None] = _unheard


@dataclass(slots=True)
class Opening:
    """One document on its way in; `cancel` stops whatever is under way for it, for good."""

    path: Path
    size: int = 0
    mtime_ns: int = 0
    jobs: list[Job] = field(default_factory=list)
    cancelled: bool = False

    def cancel(self) -> None:
        """Stop; the listener hears nothing more."""
        self.cancelled = True
        for job in self.jobs:
            job.cancel()


@dataclass(slots=True)
class Means:
    """What opening documents takes: the library, the worker, and `post` to the thread that owns the library.

    `preferred` is the opening whose jobs go before the same work for others.
    """

    library: Library
    runner: Runner
    post: Post
    preferred: Opening | None = None

    def prefer(self, opening: Opening) -> None:
        """Let what is under way for `opening`, and what will be, go before the same work for others."""
        self.preferred = opening
        for job in opening.jobs:
            job.prefer()

    def keep(self, opening: Opening, job: Job) -> None:
        """Make `job` part of what is under way for `opening`."""
        opening.jobs.append(job)
        if opening is self.preferred:
            job.prefer()

    def attempt(self, listener: ReadingListener, write: Callable[[], object]) -> None:
        """Write to the library; when that fails the reading goes on and the user is told."""
        try:
            write()
        except LibraryError as error:
            listener.trouble(error)

    def write(self, slices: Iterator[None], listener: ReadingListener) -> None:
        """Write to the library slice by slice, between other events."""
        try:
            next(slices)
        except StopIteration:
            return
        except LibraryError as error:
            listener.trouble(error)
        else:
            self.post(partial(self.write, slices, listener))
