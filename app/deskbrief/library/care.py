"""What is done for the library beside the work: looking it over, copying it, writing its mirror."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.document.errors import LibraryError
from deskbrief.document.records import dataclass
from deskbrief.library import search
from deskbrief.library.backups import copy_library
from deskbrief.library.checkup import connected, look_over
from deskbrief.library.clock import file_stamp, utc_now
from deskbrief.library.database import Database
from deskbrief.library.failures import file_failure, translated
from deskbrief.library.mirror import mirror
from deskbrief.library.rotation import is_due, prune


@dataclass(frozen=True, slots=True)
class Care:
    """What was found and done: faults in sentences, the copy that was made, files of the mirror written.

    `trouble` says, in sentences, what could not be done.
    """

    faults: tuple[str, ...] = ()
    copy: Path | None = None
    mirrored: int = 0
    trouble: tuple[str, ...] = ()


#: How long a library that was found sound, and was always closed, is not looked over again.
SOUND = timedelta(days=1)
_LOOKED = "found-sound"


def is_look_due(folder: Path, now: datetime) -> bool:
    """Tell whether the library in `folder` was not looked over lately."""
    try:
        last = datetime.fromtimestamp((folder / _LOOKED).stat().st_mtime, UTC)
    except OSError:
        return True
    return not timedelta(0) <= now - last < SOUND


def take_care(folder: Path, *, look: bool, now: Callable[[], datetime] = utc_now) -> Care:
    """Care for the library in `folder`, over a connection of its own: call it in a thread of its own.

    With `look` it is looked over first; a damaged one is not copied, so that good copies stay.
    """
    faults = look_over(folder) if look else ()
    copy, mirrored, trouble = None, 0, []
    try:
        if look and not faults:
            (folder / _LOOKED).touch()
        with translated(), closing(connected(folder / "library.db")) as connection:
            db = Database(connection, wal=False, reason="It is only read here.", next_step="")
            backups = folder / "backups"
            if not faults and is_due(connection, backups, now()):
                copy = copy_library(connection, backups, f"library-{file_stamp(now())}")
                prune(backups, now())
            mirrored = mirror(db, folder / "notes")
        if not faults and (folder / search.FILE).exists():
            # Whoever has searched once will search again.
            search.refresh(folder)
    except LibraryError as error:
        trouble.append(str(error))
    except OSError as error:
        trouble.append(str(file_failure(error)))
    return Care(faults, copy, mirrored, tuple(trouble))
