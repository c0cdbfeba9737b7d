"""What is known of each page on show: its pictures, its letters, or why it cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from deskbrief.document.errors import DeskbriefError
from deskbrief.services.pagemap import Box, PageMap
from deskbrief.ui.reader.original.feed import Drawn, Wish

#: The most bytes of pictures, and the most pages whose letters are kept.
MOST_BYTES, MOST_MAPS = 32 * 2**20, 60
#: A page with more pixels than this is drawn whole with no more, and what is in sight of it sharply.
MOST_WHOLE = 6_000_000
#: How much more than what is in sight of a large page is drawn, as a share of that.
AROUND = 0.25
#: A picture is sharp when it has so near to as many pixels as the screen.
SHARP = 0.005


class KnownPages:
    """Keeps what has come for pages; what is farthest from those in sight goes first."""

    def __init__(self) -> None:
        self.maps: dict[int, PageMap] = {}
        self.errors: dict[int, DeskbriefError] = {}
        self._whole: dict[int, Drawn] = {}
        self._parts: dict[int, Drawn] = {}

    def clear(self) -> None:
        """Forget everything."""
        for held in (self.maps, self.errors, self._whole, self._parts):
            held.clear()

    def pictures(self, number: int) -> Iterator[Drawn]:
        """Yield the pictures of a page, that of the whole of it first."""
        for held in (self._whole, self._parts):
            if number in held:
                yield held[number]

    def take(self, number: int, drawn: Drawn, size: tuple[float, float], seen: range) -> None:
        """Keep a picture of a page of this `size`, while the pages `seen` are in sight."""
        self.errors.pop(number, None)
        whole = drawn.area.width >= size[0] and drawn.area.height >= size[1]
        (self._whole if whole else self._parts)[number] = drawn
        while self._bytes() > MOST_BYTES:
            far = max({*self._whole, *self._parts}, key=partial(_away, seen))
            if not _away(seen, far):
                return
            if self._parts.pop(far, None) is None:
                self._whole.pop(far)

    def keep_map(self, number: int, found: PageMap, here: int) -> None:
        """Keep where the letters of a page stand."""
        self.maps[number] = found
        while len(self.maps) > MOST_MAPS:
            del self.maps[max(self.maps, key=lambda one: abs(one - here))]

    def is_drawn(self, number: int) -> bool:
        """Tell whether there is a picture of a page."""
        return number in self._whole

    def wishes(
        self, numbers: Iterable[int], size: tuple[float, float], scale: float, seen: Box | None
    ) -> Iterator[Wish]:
        """Yield what is missing of pages of one `size` at `scale`; `seen` is the part that is in sight."""
        for number in numbers:
            if number in self.errors:
                continue
            whole = Box(0.0, 0.0, *size)
            fit = min(scale, float((MOST_WHOLE / max(size[0] * size[1], 1.0)) ** 0.5))
            letters = number not in self.maps
            if letters or not _is_sharp(self._whole.get(number), fit, whole):
                yield Wish(number, fit, whole, letters)
            if fit < scale and seen is not None and not _is_sharp(self._parts.get(number), scale, seen):
                yield Wish(number, scale, _wider(seen, whole), letters=False)

    def _bytes(self) -> int:
        held = (*self._whole.values(), *self._parts.values())
        return sum(len(one.data) for one in held)


def _away(seen: range, number: int) -> int:
    """Return how many pages away a page is from those in sight."""
    return max(seen.start - number, number - seen.stop + 1, 0)


def _is_sharp(drawn: Drawn | None, scale: float, area: Box) -> bool:
    if drawn is None:
        return False
    holds = (
        drawn.area.left <= area.left + 1
        and drawn.area.top <= area.top + 1
        and drawn.area.right >= area.right - 1
        and drawn.area.bottom >= area.bottom - 1
    )
    # What was asked for counts: the worker may have been able to do less.
    return holds and abs(drawn.wish.scale / scale - 1) < SHARP


def _wider(seen: Box, whole: Box) -> Box:
    across, down = seen.width * AROUND, seen.height * AROUND
    return Box(
        max(seen.left - across, whole.left),
        max(seen.top - down, whole.top),
        min(seen.right + across, whole.right),
        min(seen.bottom + down, whole.bottom),
    )
