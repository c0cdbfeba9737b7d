"""The pictures that a file carries: measured while its text is read, and converted later on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deskbrief.document.model import Picture
from deskbrief.importers.picture_data import Size, measured

#: Returns the bytes of a picture as they are in the file, or nothing when they cannot be had.
Load = Callable[[], bytes]

#: The most pictures of one file, and of a picture the bytes that are looked at for its size.
MOST_PICTURES, HEAD = 1_000, 256 * 1024
#: A picture whose longer or shorter side is shorter, in pixels, is a sign or a line and not a figure.
LEAST_LONG, LEAST_SHORT = 96, 32
#: The largest side that a file may ask for.
LARGEST_SIDE = 10_000


class Gallery:
    """Collects the pictures of one file by name; nothing of them is decoded here."""

    def __init__(self) -> None:
        self._prefix = ""
        self._loads: dict[str, Load] = {}
        self._sizes: dict[str, Size | None] = {}

    def within(self, name: str) -> Gallery:
        """Return this gallery for a file inside the file, whose pictures may be called like others in it."""
        inner = Gallery()
        inner._prefix = f"{self._prefix}{name} "
        inner._loads, inner._sizes = self._loads, self._sizes
        return inner

    def __iter__(self) -> Iterator[tuple[str, Load]]:
        """Yield the names of the pictures that are figures, each with the way to its bytes."""
        yield from self._loads.items()

    def add(self, key: str, load: Load, *, shown: Size = (0, 0), head: Load | None = None) -> Picture | None:
        """Return the picture named `key`; None when it is too small for a figure or not a picture at all.

        `shown` is the size, in pixels of 1/96 inch, at which the file shows it, 0 for a side that it leaves
        open. `head` returns the beginning of the picture, where that is quicker to have.
        """
        name = self._prefix + key
        if name not in self._sizes:
            if len(self._sizes) >= MOST_PICTURES:
                return None
            self._sizes[name] = self._measured(load, head)
        size = self._sizes[name]
        return None if size is None else self.add_known(key, load, scaled(size, shown))

    def add_known(self, key: str, load: Load, shown: Size) -> Picture | None:
        """Return the picture named `key`, which is known to be one and is shown at `shown`."""
        width, height = shown
        if max(width, height) < LEAST_LONG or min(width, height) < LEAST_SHORT:
            return None
        name = self._prefix + key
        self._loads[name] = load
        return Picture(name, round(width), round(height))

    def holds(self, key: str) -> bool:
        """Tell whether the bytes of the picture named `key` have been found to be a picture."""
        return self._sizes.get(self._prefix + key) is not None

    @staticmethod
    def _measured(load: Load, head: Load | None) -> Size | None:
        size = measured(head()) if head else None
        return size or measured(load())


def scaled(size: Size, shown: Size) -> Size:
    """Return the size at which a picture of `size` is shown where the file asks for `shown`."""
    width, height = (side if 0 < side <= LARGEST_SIDE else 0 for side in shown)
    if width and height:
        return width, height
    if width or height:
        factor = width / size[0] if width else height / size[1]
        return size[0] * factor, size[1] * factor
    return size
