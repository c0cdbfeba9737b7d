"""Lists by the marks of their items: bullets, numbers in a row, or marks of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deskbrief.brief.flow.content import Listing, Run, Runs

_NUMBER = re.compile(r"([0-9]{1,5})[.)]")
_BULLETS = frozenset({"", *"-*+•–—‣◦▪●○·■□▸"})


def grouped(marked: Iterable[tuple[str, Runs]]) -> Iterator[tuple[Listing, int, tuple[Runs, ...]]]:
    """Yield lists: how their items are marked, the first number, and the items.

    A number that does not follow the one before it begins a list anew.
    """
    listing, start, items = Listing.BULLETS, 1, list[Runs]()
    for marker, runs in marked:
        own, number = _kind(marker)
        follows = own is not Listing.NUMBERS or number == start + len(items)
        if items and (own is not listing or not follows):
            yield listing, start, tuple(items)
            items = []
        if not items:
            listing, start = own, number
        items.append((Run(f"{marker} "), *runs) if own is Listing.OWN else runs)
    if items:
        yield listing, start, tuple(items)


def _kind(marker: str) -> tuple[Listing, int]:
    number = _NUMBER.fullmatch(marker.strip())
    if number:
        return Listing.NUMBERS, int(number[1])
    return (Listing.BULLETS if marker.strip() in _BULLETS else Listing.OWN), 1
