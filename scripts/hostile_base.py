"""What the makers of hostile files share: how large files get, what a file is, and a harmless sentence."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

#: The small valid files of the tests; imported like this because type checkers need not look into tests.
FORMATS: Any = import_module("tests.helpers.formats")

MEGABYTE = 2**20
SENTENCE = "On 4 March 2025 the council of the region said that wells should be measured each month. "


@dataclass(frozen=True, slots=True)
class Sizes:
    """How deep, how large and how many; `address` is where a file wants things to be fetched from."""

    depth: int = 10_000
    bomb: int = 512 * MEGABYTE
    count: int = 50_000
    line: int = 30 * MEGABYTE
    address: str = "http://127.0.0.1:9"


#: The files as they would be met, and as they are for a quick test.
FULL = Sizes()
SMALL = Sizes(depth=1_200, bomb=6 * MEGABYTE, count=1_500, line=100_000)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A hostile file: its name, what it threatens with, and what writes it."""

    name: str
    threat: str
    write: Callable[[], bytes]


def fixed(name: str, threat: str, data: bytes) -> Hostile:
    """Return a hostile file that is small enough to be at hand."""
    return Hostile(name, threat, lambda: data)


def repeated(piece: str, size: int) -> str:
    """Return `piece` again and again, `size` characters in all."""
    return (piece * (size // len(piece) + 1))[:size]


def nested(opening: str, closing: str, depth: int, inside: str = SENTENCE) -> str:
    """Return `inside` between as many tags as `depth` says."""
    return f"{opening * depth}{inside}{closing * depth}"


def zip_of(parts: Iterable[tuple[str, bytes | str]]) -> bytes:
    """Return a zip of `parts`, whose names may be anything and may come twice."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
