"""Changes to small valid files: flips, cuts, repeats, splices, other numbers, words that the formats know."""

from __future__ import annotations

import io
import plistlib
import random
import re
import zipfile
from collections.abc import Callable, Mapping

from scripts.hostile_base import FORMATS, zip_of
from scripts.hostile_words import NUMBERS, words_of

#: The longest input that is made, and how many changes are made to one at most.
LONGEST, MOST_CHANGES = 20_000, 6

_NUMBER = re.compile(rb"-?\d+")
_ZIPS = frozenset({"docx", "odt", "epub"})
_PAGE = "WebResourceData"


def seed_files() -> dict[str, bytes]:
    """Return a small valid file of each format by its suffix; PDFs are not packed, so that changes tell."""
    from reportlab import rl_config

    before = rl_config.pageCompression, rl_config.invariant
    rl_config.pageCompression, rl_config.invariant = 0, 1
    try:
        every: Mapping[str, Callable[[], bytes]] = FORMATS.EVERY
        return {name.rpartition(".")[2]: write() for name, write in every.items()}
    finally:
        rl_config.pageCompression, rl_config.invariant = before


class Mutator:
    """Makes new inputs of one format from old ones; the same `chance` makes the same inputs."""

    def __init__(self, suffix: str, chance: random.Random) -> None:
        self._suffix = suffix
        self._chance = chance
        self._words = words_of(suffix)
        self._changes = (
            self._flip,
            self._cut,
            self._repeat,
            self._number,
            self._word,
            self._word,
            self._splice,
        )

    def changed(self, data: bytes, other: bytes) -> bytes:
        """Return `data` with some changes, for which pieces of `other` may be used."""
        if self._suffix in _ZIPS:
            return self._changed_zip(data, other)
        if self._suffix == "webarchive" and self._chance.random() < 0.7:
            return self._changed_archive(data, other)
        return self._changed_bytes(data, other)

    def _changed_bytes(self, data: bytes, other: bytes) -> bytes:
        for _ in range(self._chance.randint(1, MOST_CHANGES)):
            data = self._chance.choice(self._changes)(data, other)
        return data[:LONGEST]

    def _changed_zip(self, data: bytes, other: bytes) -> bytes:
        """Change a part inside: what is changed outside would only try the library that unpacks it."""
        parts, others = _parts(data), list(_parts(other).values())
        if not parts:
            return self._changed_bytes(data, other)
        name = self._chance.choice(sorted(parts))
        roll = self._chance.random()
        if roll < 0.05:
            del parts[name]
        elif roll < 0.1:
            parts[name] = self._chance.choice(others or [b""])
        else:
            parts[name] = self._changed_bytes(parts[name], self._chance.choice(others or [b""]))
        return zip_of(parts.items())

    def _changed_archive(self, data: bytes, other: bytes) -> bytes:
        try:
            held = plistlib.loads(data)
            main = held["WebMainResource"]
            key = self._chance.choice([_PAGE, *sorted(main)])
            if isinstance(main[key], str):
                main[key] = self._chance.choice(self._words).decode("latin-1").replace("\0", "")
            else:
                main[key] = self._changed_bytes(main[key], other)
            return plistlib.dumps(held, fmt=plistlib.FMT_BINARY)
        except Exception:  # noqa: BLE001 - an earlier change has left no archive to look into
            return self._changed_bytes(data, other)

    def _place(self, data: bytes) -> int:
        return self._chance.randint(0, len(data))

    def _stretch(self, data: bytes, longest: int = 400) -> tuple[int, int]:
        start = self._place(data)
        return start, start + self._chance.randint(1, self._chance.choice((4, 40, longest)))

    def _flip(self, data: bytes, _: bytes) -> bytes:
        at = self._place(data)
        return data[:at] + bytes([self._chance.randrange(256)]) + data[at + 1 :]

    def _cut(self, data: bytes, _: bytes) -> bytes:
        start, end = self._stretch(data)
        return data[:start] + data[end:]

    def _repeat(self, data: bytes, _: bytes) -> bytes:
        start, end = self._stretch(data)
        return data[:end] + data[start:end] * self._chance.choice((1, 2, 30)) + data[end:]

    def _number(self, data: bytes, _: bytes) -> bytes:
        found = list(_NUMBER.finditer(data))
        if not found:
            return data
        number = self._chance.choice(found)
        return data[: number.start()] + self._chance.choice(NUMBERS) + data[number.end() :]

    def _word(self, data: bytes, _: bytes) -> bytes:
        at = self._place(data)
        return data[:at] + self._chance.choice(self._words) + data[at:]

    def _splice(self, data: bytes, other: bytes) -> bytes:
        start, end = self._stretch(other, 2000)
        at = self._place(data)
        return data[:at] + other[start:end] + data[at + self._chance.choice((0, end - start)) :]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
