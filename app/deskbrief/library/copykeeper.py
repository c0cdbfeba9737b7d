"""The library looked over, copied, and put back to what it was in a copy."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from deskbrief.document.errors import LibraryError
from deskbrief.document.records import dataclass
from deskbrief.library.clock import file_stamp
from deskbrief.library.failures import file_failure
from deskbrief.library.keeper import Keeper

if TYPE_CHECKING:
    from deskbrief.library.backups import Share
    from deskbrief.library.comparison import Difference
    from deskbrief.library.copies import Reason
    from deskbrief.library.history import Act

#: A file of this name beside the library asks for a repair when it is opened next.
WANTED = "repair-at-next-start"
#: The share of a restoration that the copy made before it takes.
_COPYING = 0.5


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restoration did: what differed, the names of what was restored, and the copy made before it.

    Restoring `keys` from `before` is how it is taken back. `before` is None when there was nothing to do.
    """

    found: Difference
    keys: frozenset[str]
    before: Path | None


class CopyKeeper(Keeper):
    """Looks the library over, copies it, and restores copies."""

    def check(self) -> tuple[str, ...]:
        """Look the whole library over; return a plain sentence for each thing that is wrong."""
        from deskbrief.library import checking

        return checking.check(self._db, self._second)

    def compare(self, copy: Path, *, keep_new: bool = False) -> Difference:
        """Return what restoring `copy` would change; nothing is changed."""
        from deskbrief.library.comparison import compared, opened_copy

        with opened_copy(copy) as other:
            return compared(self._db, other, keep_new=keep_new)

    def restore(
        self,
        copy: Path,
        *,
        keep_new: bool = False,
        only: Collection[str] | None = None,
        told: Share = lambda _: None,
    ) -> Restored:
        """Make documents, notes and decisions what they are in `copy`: all, or what `only` names by key.

        With `keep_new`, what was made since stays. A copy of the library as it is now is made first, and
        each act can be undone. `told` hears how much is done, from 0 to 1; what it raises stops everything.
        Raises `LibraryError`. After an error nothing was changed.
        """
        from deskbrief.library.comparison import compared, opened_copy
        from deskbrief.library.copies import Reason
        from deskbrief.library.restoring import acts_of, chosen_of

        with opened_copy(copy) as other:
            seen = self._db.version()
            found = compared(self._db, other, keep_new=keep_new)
            wanted = chosen_of(found, only)
            keys = frozenset(filter(wanted, found.keys))
            if not keys:
                return Restored(found, keys, None)
            before = self._copy(Reason.BEFORE_RESTORING, lambda share: told(share * _COPYING))

            def plan() -> Iterator[Act]:
                # What another window has written meanwhile counts.
                is_same = self._db.version() == seen
                again = found if is_same else compared(self._db, other, keep_new=keep_new)
                yield from acts_of(
                    self._db, other, again, wanted, lambda share: told(_COPYING + share * (1 - _COPYING))
                )

            try:
                self._editor.apply(plan)
            except BaseException:
                with suppress(OSError):
                    before.unlink()
                raise
        return Restored(found, keys, before)

    def want_repair(self) -> None:
        """Have the library repaired when it is opened next; raises `LibraryError`."""
        try:
            (self._folder / WANTED).touch()
        except OSError as error:
            raise file_failure(error) from error

    def backup(self, told: Share | None = None) -> Path:
        """Write a whole copy of the library file into the folder `backups`, check it, and return its path.

        `told` hears how much of it is done, from 0 to 1.
        """
        from deskbrief.library.copies import Reason

        return self._copy(Reason.BY_HAND, told)

    def backup_to(self, path: Path) -> Path:
        """Write a whole copy of the library file to `path`, which must not be there yet, and check it."""
        from deskbrief.library.backups import copy_library

        if path.exists():
            raise LibraryError(f"{path} is there already and was not overwritten.", "Choose another name.")
        copy = copy_library(self._db.connection, path.parent, f".{path.name}-{file_stamp(self._now())}")
        try:
            copy.rename(path)
        except OSError as error:
            raise file_failure(error) from error
        return path

    def _copy(self, reason: Reason, told: Share | None = None, more: str = "") -> Path:
        """Make a copy whose name tells its `reason`, with `more` after that."""
        from deskbrief.library.backups import copy_library

        name = f"{reason}{more}-{file_stamp(self._now())}"
        return copy_library(self._db.connection, self._folder / "backups", name, told)
