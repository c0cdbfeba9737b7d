"""Mistakes of the program's own in a document: each costs one passage or one kind of items, and is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.faults import log_fault
from deskbrief.document.steps import Steps

T = TypeVar("T")

#: How every remark on a mistake begins.
BEGINS = "Deskbrief made a mistake with this text"


class Mishaps:
    """Counts the passages in which, and names the kinds of items of which, nothing could be looked for.

    What a document or its reader is told of (`DeskbriefError`), and a lack of memory, is passed on.
    """

    def __init__(self) -> None:
        self._passages: Counter[str] = Counter()
        self._kinds: list[str] = []

    def spared(self, kind: str, look: Callable[[], Iterable[T]]) -> list[T]:
        """Return what `look` finds in a passage, and nothing if it fails there."""
        try:
            return list(look())
        except Exception as error:  # noqa: BLE001 - one odd sentence must not cost the outline of a book
            _passed_on(error)
            self._passages[kind] += 1
        return []

    def spared_all(self, kind: str, steps: Steps[T], instead: T) -> Steps[T]:
        """Return what `steps` return, and `instead` if they fail."""
        try:
            return (yield from steps)
        except Exception as error:  # noqa: BLE001 - as above
            _passed_on(error)
            self._kinds.append(kind)
        return instead

    def remarks(self) -> tuple[str, ...]:
        """Return what there is to be said of it, in sentences."""
        told = [_not_looked_for(kind, number) for kind, number in sorted(self._passages.items())]
        told += [f"{kind} could not be looked for" for kind in self._kinds]
        return (f"{BEGINS}: {'; '.join(told)}.",) if told else ()


def _not_looked_for(kind: str, number: int) -> str:
    passages = "1 passage" if number == 1 else f"{number} passages"
    return f"{kind} could not be looked for in {passages}"


def _passed_on(error: Exception) -> None:
    """Write `error` to the log; raise it again where it is no mistake of the program's."""
    if isinstance(error, MemoryError) or (
        isinstance(error, DeskbriefError) and not isinstance(error, BugError)
    ):
        raise error
    log_fault(error)
