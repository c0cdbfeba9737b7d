"""How long to wait before a worker that crashed is started again."""

from __future__ import annotations

from collections import deque
from dataclasses import field

from deskbrief.document.records import dataclass


@dataclass(slots=True)
class Backoff:
    """Restarts are immediate until `free` crashes fall within `window` seconds, then ever slower.

    Times are seconds on any clock that only goes forward.
    """

    free: int = 3
    window: float = 10.0
    first: float = 0.2
    longest: float = 5.0
    _crashes: deque[float] = field(default_factory=deque)

    def crashed(self, now: float) -> float:
        """Note a crash at `now` and return the seconds to wait before the next start."""
        self._crashes.append(now)
        while self._crashes[0] <= now - self.window:
            self._crashes.popleft()
        over = len(self._crashes) - self.free
        return min(self.first * 2.0**over, self.longest) if over >= 0 else 0.0
