"""Every hostile file there is, of whatever size is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import (
    hostile_deep,
    hostile_entities,
    hostile_guises,
    hostile_inside,
    hostile_pdf,
    hostile_text,
    hostile_zip,
)
from scripts.hostile_base import Hostile, Sizes

_MAKERS = (
    hostile_zip,
    hostile_entities,
    hostile_deep,
    hostile_inside,
    hostile_text,
    hostile_pdf,
    hostile_guises,
)


def every(sizes: Sizes) -> Iterator[Hostile]:
    """Yield every hostile file; none is written before its `write` is called."""
    for maker in _MAKERS:
        yield from maker.files(sizes)
