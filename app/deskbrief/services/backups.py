"""Backups of the library: listed, compared with the library, made and restored in a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from deskbrief.document.errors import CancelledError
from deskbrief.document.records import dataclass
from deskbrief.library.comparison import Difference, difference, faults_of
from deskbrief.library.copies import Copy, Holding, holding, latest_first
from deskbrief.library.copykeeper import Restored
from deskbrief.library.library import Library
from deskbrief.services.messages import message_for

Post = Callable[[Callable[[], None]], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup and what it holds; None when it cannot be read."""

    copy: Copy
    holding: Holding | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring the backup at `path` would do; `trouble` says why it cannot be restored."""

    path: Path
    keep_new: bool
    found: Difference = Difference()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of making or restoring a backup.

    `made` is the backup that was made, `restored` what was restored. Without `trouble` and both of them the
    user stopped it; nothing was changed then.
    """

    made: Path | None = None
    restored: Restored | None = None
    trouble: str = ""


class Backups:
    """Works on the backups of the library in `folder`, one task after another.

    `post` brings answers to the thread that asks. The tasks have connections of their own to a library that
    is open already, and never repair it.
    """

    def __init__(self, folder: Path, post: Post) -> None:
        self._folder = folder
        self._post = post
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._wanted: tuple[Path, bool] | None = None
        self._stopped = threading.Event()

    def list(self, told: Callable[[tuple[Backup, ...]], None]) -> None:
        """Tell the backups, the last one first."""

        def look() -> None:
            copies = latest_first(self._folder / "backups")
            found = tuple(Backup(copy, holding(copy.path)) for copy in copies)
            self._post(lambda: told(found))

        self._ask(look)

    def preview(
        self,
        path: Path,
        make: Callable[[Preview], T],
        told: Callable[[Preview, T], None],
        *,
        keep_new: bool,
    ) -> None:
        """Tell what restoring the backup at `path` would do, and what `make` makes of it in the thread.

        Of several questions the last is answered.
        """
        self._wanted = (path, keep_new)

        def look() -> None:
            if self._wanted == (path, keep_new):
                found = self._compared(path, keep_new=keep_new)
                made = make(found)
                self._post(lambda: told(found, made))

        self._ask(look)

    def make(self, progressed: Callable[[float], None], told: Callable[[Outcome], None]) -> None:
        """Make a backup now, and tell what became of it."""
        self._act(lambda library, share: Outcome(made=library.backup(share)), progressed, told)

    def restore(
        self,
        path: Path,
        progressed: Callable[[float], None],
        told: Callable[[Outcome], None],
        *,
        keep_new: bool = False,
        only: Collection[str] | None = None,
    ) -> None:
        """Restore the backup at `path`, all or `only` what is named, and tell what became of it."""

        def act(library: Library, share: Callable[[float], None]) -> Outcome:
            done = library.restore(path, keep_new=keep_new, only=only, told=share)
            return Outcome(restored=done)

        self._act(act, progressed, told)

    def stop(self) -> None:
        """Stop what is being made or restored."""
        self._stopped.set()

    def end(self, seconds: float = 3.0) -> None:
        """End the thread; what is being restored is stopped, and nothing of it stays."""
        self._stopped.set()
        self._wanted = None
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(seconds)
            self._thread = None

    def _compared(self, path: Path, *, keep_new: bool) -> Preview:
        try:
            faults = faults_of(path)
            if faults:
                return Preview(path, keep_new, trouble=faults[0])
            found = difference(self._folder, path, keep_new=keep_new)
            return Preview(path, keep_new, found)
        except OSError:
            return Preview(path, keep_new, trouble="The backup is not there any more.")
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it, and somebody waits
            return Preview(path, keep_new, trouble=str(message_for(error)))

    def _act(
        self,
        act: Callable[[Library, Callable[[float], None]], Outcome],
        progressed: Callable[[float], None],
        told: Callable[[Outcome], None],
    ) -> None:
        self._stopped.clear()

        def share(done: float) -> None:
            if self._stopped.is_set():
                raise CancelledError("The user stopped it.")
            self._post(partial(progressed, done))

        def work() -> None:
            try:
                with Library.join(self._folder) as library:
                    outcome = act(library, share)
            except CancelledError:
                outcome = Outcome()
            except Exception as error:  # noqa: BLE001 - a thread has nobody above it, and somebody waits
                outcome = Outcome(trouble=str(message_for(error)))
            self._post(lambda: told(outcome))

        self._ask(work)

    def _ask(self, work: Callable[[], None]) -> None:
        self._work.put(work)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="backups", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()
