"""Zip files that break off: what stands before the break, from the headers that each part has of its own.

Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3.7.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

#: The most parts and unpacked bytes that are taken out of a file that breaks off.
MOST_PARTS, LARGEST_TOTAL = 5_000, 64 * 2**20
#: The longest name of a part.
LONGEST_NAME = 1_000
#: A part that unpacks to more than this many times its size is a bomb, unless it is small all the same.
HIGHEST_RATIO, SMALL = 200, 4 * 2**20

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_MARK = b"PK\x03\x04"
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
#: A part whose header leaves its sizes open is followed by them, in at most so many bytes.
_LONGEST_DESCRIPTOR = 24
_CHUNK = 64 * 1024


class _Part(NamedTuple):
    name: str
    data: bytes
    end: int


def mended(data: bytes) -> bytes:
    """Return a sound zip file of the parts that stand in `data` before it breaks off, the last one in part.

    Nothing is returned for a file without such parts, with locked ones, or with more in it than is taken out.
    """
    held = BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(held, "w") as archive:
        for part in _parts(data):
            if part is None or len(names) >= MOST_PARTS:
                return b""
            if part.name and part.name not in names:
                names.add(part.name)
                archive.writestr(part.name, part.data)
    return held.getvalue() if names else b""


def _parts(data: bytes) -> Iterator[_Part | None]:
    """Yield the parts of `data` in order; None for one that must not be unpacked, which is the last."""
    at, left = 0, LARGEST_TOTAL
    while data.startswith(_MARK, at) and at + _HEADER.size <= len(data):
        part = _part(data, at, left)
        yield part
        if part is None:
            return
        left -= len(part.data)
        at = part.end


def _part(data: bytes, at: int, left: int) -> _Part | None:
    head = _HEADER.unpack_from(data, at)
    flags, method, packed, name_size, more_size = head[2], head[3], head[7], head[9], head[10]
    start = at + _HEADER.size + name_size + more_size
    written = data[at + _HEADER.size : start - more_size]
    name = written.decode("utf-8" if flags & _UTF8 else "cp437", "replace")[:LONGEST_NAME]
    opened = bool(flags & _SIZES_FOLLOW)
    if flags & _ENCRYPTED or method not in (_STORED, _DEFLATED) or (method == _STORED and opened):
        return None
    if method == _STORED:
        return _Part(name, data[start : start + packed], start + packed) if packed <= left else None
    until = len(data) if opened else min(start + packed, len(data))
    unpacked = _inflated(data, start, until, left)
    if unpacked is None:
        return None
    text, end = unpacked
    return _Part(name, text, _next(data, end) if opened else start + packed)


def _inflated(data: bytes, start: int, until: int, left: int) -> tuple[bytes, int] | None:
    """Return what is packed from `start` on, as far as it is sound, and where it ends; None for a bomb."""
    unpacker, parts, size, at = zlib.decompressobj(-zlib.MAX_WBITS), list[bytes](), 0, start
    while at < until and not unpacker.eof:
        chunk = data[at : min(at + _CHUNK, until)]
        limit = min(left, max(SMALL, HIGHEST_RATIO * (at + len(chunk) - start)))
        try:
            parts.append(unpacker.decompress(chunk, limit - size + 1))
        except zlib.error:
            break
        size += len(parts[-1])
        if size > limit:
            return None
        at += len(chunk) - len(unpacker.unused_data)
    return b"".join(parts), at


def _next(data: bytes, end: int) -> int:
    """Return where the next part begins after the sizes of the one that ends at `end`."""
    found = data.find(_MARK, end, end + _LONGEST_DESCRIPTOR + len(_MARK))
    return found if found >= 0 else len(data)
