"""Questions to the system that it may take long to answer, as of a drive whose network is gone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]


def aside(ask: Callable[[], T], tell: Callable[[T], None], post: Post) -> threading.Thread:
    """Call `ask` in a thread of its own; `post` brings what it returns to `tell` on the caller's thread.

    Returns the thread. `ask` must not raise. A thread that is never answered does not keep the program from
    ending.
    """

    def run() -> None:
        post(partial(tell, ask()))

    thread = threading.Thread(target=run, name="aside", daemon=True)
    thread.start()
    return thread
