"""A thread that does one thing after the other, and looks around in between."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread, current_thread


class Loop:
    """Runs what is handed to `do` on one thread, in order.

    After each act, and when the time it asked for has passed, `look` is called; it returns the seconds until
    it wants to be called again at the latest, or None when only an act can change anything.
    """

    def __init__(self, name: str, look: Callable[[], float | None] = lambda: None) -> None:
        self._acts: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._look = look
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def do(self, act: Callable[[], None]) -> None:
        """Have `act` called on the thread; it must not raise."""
        self._acts.put(act)

    def stop(self) -> None:
        """End the thread after what has been handed to it so far."""
        self._acts.put(None)

    def join(self, timeout: float) -> None:
        """Wait for the end of the thread, unless this is the thread."""
        if self._thread.ident is not None and self._thread is not current_thread():
            self._thread.join(timeout)

    def _run(self) -> None:
        pause: float | None = None
        while True:
            try:
                act = self._acts.get(timeout=pause)
            except Empty:
                pause = self._look()
                continue
            if act is None:
                return
            act()
            pause = self._look()
