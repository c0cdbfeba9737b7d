"""What may take long, beside the window: questions to the system, and work on many notes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from deskbrief.document.errors import DeskbriefError

if TYPE_CHECKING:
    from deskbrief.library.library import Library

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


def beside_library(
    folder: Path, act: Callable[[Library], T], told: Callable[[T | DeskbriefError], None], post: Post
) -> threading.Thread:
    """Do `act` with the library in `folder`, opened once more, in a thread of its own.

    `told` hears what came of it, or the error that ended it.
    """

    def attempt() -> T | DeskbriefError:
        from deskbrief.library.library import Library

        try:
            with Library.join(folder) as library:
                return act(library)
        except DeskbriefError as error:
            return error

    return aside(attempt, told, post)
