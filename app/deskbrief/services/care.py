"""Caring for the library beside the reading, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskbrief.library.care import Care

Post = Callable[[Callable[[], None]], None]


class Caretaker:
    """Looks the library over when that is due, copies it, keeps its mirror; one round at a time."""

    def __init__(self, folder: Path, post: Post, told: Callable[[Care], None], *, look: bool = False) -> None:
        """`post` brings a callback to the thread that `told` belongs to; `look` asks for a look now."""
        self._folder = folder
        self._post = post
        self._told = told
        self._thread: threading.Thread | None = None
        self._look = look
        self._looked = False

    def run(self) -> None:
        """Begin a round, unless one is under way; `told` hears what came of it."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="care", daemon=True)
            self._thread.start()

    def end(self, seconds: float = 3.0) -> None:
        """Wait for a round under way, but not longer than `seconds`: what it does can be done next time."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        from deskbrief.library.care import Care, is_look_due, take_care

        look = not self._looked and (self._look or is_look_due(self._folder, datetime.now(UTC)))
        self._looked = True
        try:
            care = take_care(self._folder, look=look)
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it, and nothing may be kept quiet
            care = Care(trouble=(f"The library could not be cared for: {type(error).__name__}.",))
        self._post(lambda: self._told(care))
