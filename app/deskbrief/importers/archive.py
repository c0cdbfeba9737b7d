"""Zip archives with limits: nothing is unpacked to disk, and no part may grow beyond what a text needs."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from functools import cached_property
from io import BytesIO
from pathlib import PurePosixPath

from deskbrief.document.errors import SourceError
from deskbrief.importers.cut_archive import mended
from deskbrief.importers.source import Source

#: The most parts of an archive, bytes of one unpacked part, and bytes of all parts that are read.
MOST_PARTS, LARGEST_PART, LARGEST_TOTAL = 20_000, 96 * 2**20, 256 * 2**20
#: A part that unpacks to more than this many times its size is a bomb, unless it is small all the same.
HIGHEST_RATIO, SMALL = 200, 4 * 2**20

_ENCRYPTED = 0x1
#: What to do about a file that is locked with a password.
UNLOCK = "Open it in the program that made it, and save it without a password."
_GET_AGAIN = "Get it again, or save it again in the program that made it."


def locked(name: str) -> SourceError:
    """Return the error that refuses the file `name` because of its password."""
    return SourceError(f"{name} is locked with a password.", UNLOCK)


def open_zip(data: bytes) -> zipfile.ZipFile | None:
    """Return the zip file in `data`, of one that breaks off what stands before; None when it is none."""
    whole = _opened(data)
    if whole is not None or not data.startswith(b"PK\x03\x04"):
        return whole
    held = mended(data)
    return _opened(held) if held else None


def breaks_off(data: bytes) -> bool:
    """Tell whether `data` is a zip file whose end is missing."""
    return data.startswith(b"PK\x03\x04") and _opened(data) is None


def _opened(data: bytes) -> zipfile.ZipFile | None:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return None


class Archive:
    """The parts of one zip file, by their names.

    `read` raises `SourceError` for a part that is damaged, locked with a password or far too large.
    """

    def __init__(self, source: Source) -> None:
        """Look at the contents of `source`; raises `SourceError` when it is no archive or too large a one."""
        self._name = source.name
        self._spent = {False: 0, True: 0}
        found = open_zip(source.data)
        if found is None:
            raise SourceError(f"{source.name} is damaged: its parts cannot be found.", _GET_AGAIN)
        self._zip = found
        self._parts = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > MOST_PARTS:
            raise SourceError(
                f"{source.name} consists of more than {MOST_PARTS:,} parts, which no document does.",
                "Open it in the program that made it, and save it as PDF or plain text.",
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the archive."""
        return tuple(self._parts)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_folded(name): name for name in self._parts}

    def __contains__(self, name: str) -> bool:
        """Tell whether a part has exactly this name."""
        return name in self._parts

    def find(self, name: str) -> str:
        """Return the name that the archive itself uses for the part `name`; empty when there is none."""
        return name if name in self._parts else self._folded.get(_folded(name), "")

    def optional(self, name: str, *, picture: bool = False) -> bytes:
        """Return the part `name`, or nothing when it is missing or cannot be read."""
        try:
            return self.read(name, picture=picture)
        except SourceError:
            return b""

    def head(self, name: str, size: int) -> bytes:
        """Return the first bytes, at most `size`, of the part `name`; nothing when it cannot be read."""
        info = self._parts.get(self.find(name))
        if info is None or info.flag_bits & _ENCRYPTED or self._spent[True] > LARGEST_TOTAL:
            return b""
        try:
            data = self._unpacked(info, size, whole=False)
        except SourceError:
            return b""
        self._spent[True] += len(data)
        return data

    def picture(self, name: str) -> bytes:
        """Return the part `name`, or nothing; pictures have a total of their own, apart from text."""
        return self.optional(name, picture=True)

    def read(self, name: str, *, picture: bool = False) -> bytes:
        """Return the unpacked part `name`."""
        found = self.find(name)
        if not found:
            raise SourceError(f"{self._name} is damaged: its part {name[:80]} is missing.", _GET_AGAIN)
        info = self._parts[found]
        if info.flag_bits & _ENCRYPTED:
            raise locked(self._name)
        left = LARGEST_TOTAL - self._spent[picture]
        limit = min(LARGEST_PART, left, max(SMALL, HIGHEST_RATIO * info.compress_size))
        if info.file_size > limit:
            raise self._too_large()
        data = self._unpacked(info, limit)
        self._spent[picture] += len(data)
        return data

    def _unpacked(self, info: zipfile.ZipInfo, limit: int, *, whole: bool = True) -> bytes:
        """Return the part `info`, or its beginning; what it says about its size is not believed."""
        try:
            with self._zip.open(info) as part:
                data = part.read(limit + whole)
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            struct.error,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
        ) as error:
            raise SourceError(f"{self._name} is damaged: a part cannot be unpacked.", _GET_AGAIN) from error
        if len(data) > limit:
            raise self._too_large()
        return data

    def _too_large(self) -> SourceError:
        return SourceError(
            f"{self._name} unpacks to far more than a document would, so it was not opened.",
            "Do not open it in other programs either, unless you know who made it.",
        )


def _folded(name: str) -> str:
    """Return `name` without regard to case, to needless steps in its path, or to a system's own slashes."""
    plain = name.replace("\\", "/") if "\\" in name else name
    if "./" in plain or "//" in plain:
        plain = str(PurePosixPath(plain))
    return plain.casefold()
