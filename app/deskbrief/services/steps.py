"""Work in small steps, which a window does between other events and a command at once."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
#: Work that yields between its steps and returns what it made.
Steps = Generator[None, None, T]


def at_once(work: Steps[T]) -> T:
    """Do all steps of `work`; return what it made."""
    while True:
        try:
            next(work)
        except StopIteration as whole:
            made: T = whole.value
            return made
