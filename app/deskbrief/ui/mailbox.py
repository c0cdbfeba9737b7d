"""Calls from other threads, delivered on the window's thread. No Qt: it works before Qt is imported."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import perf_counter

Call = Callable[[], None]

#: Delivering stops after this long, so that painting and typing never wait behind a flood of results.
SLICE_SECONDS = 0.008


class Mailbox:
    """Keeps calls in order until the window's thread takes them.

    `post` may be used from any thread; `deliver` only from the window's.
    """

    def __init__(self) -> None:
        self._calls: deque[Call] = deque()
        self._wake: Call = _nobody
        self._due = False
        self._shut = False

    def post(self, call: Call) -> None:
        """Leave a call to be made on the window's thread."""
        if self._shut:
            return
        self._calls.append(call)
        if not self._due:
            self._due = True
            self._wake()

    def attach(self, wake: Call) -> None:
        """From now on call `wake` (on any thread) whenever there is something to deliver."""
        self._wake = wake
        self._due = bool(self._calls)
        if self._due:
            wake()

    def shut(self) -> None:
        """Make no call any more: what they would work on is being closed."""
        self._shut = True
        self._calls.clear()

    def deliver(self) -> bool:
        """Make calls for up to `SLICE_SECONDS`; return whether some are left, to be asked for again.

        An error in a call is raised here, and those behind it are left.
        """
        end = perf_counter() + SLICE_SECONDS
        try:
            while self._calls:
                self._calls.popleft()()
                if perf_counter() >= end:
                    break
        finally:
            # In this order: a call that is left in between is seen here, or wakes somebody.
            self._due = False
            self._due = bool(self._calls)
        return self._due


def _nobody() -> None:
    """There is no event loop yet: calls wait until one is attached."""
