"""Long work in short strides: a generator that yields whenever it is a good moment to look up."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

#: Yields `None` between strides and returns its result; each stride takes a few milliseconds at most.
Steps = Generator[None, None, T]


def finish(steps: Steps[T]) -> T:
    """Return what `steps` returns, without pausing."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
