"""Length-prefixed frames over a pipe: a JSON header and, behind it, raw bytes that need no JSON.

A frame is a 12-byte prefix (four bytes `DKB1`, then the lengths of header and blob as big-endian 32-bit
numbers), the header in UTF-8, and the blob. Both lengths are checked before anything is kept.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence

from deskbrief.document.errors import BugError, JobTooLargeError
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Json

PREFIX = struct.Struct("!4sII")
MAGIC = b"DKB1"
MAX_HEADER = 16 * 2**20
MAX_BLOB = 256 * 2**20
#: Items that are encoded in one go. A JSON encoder keeps the interpreter to itself while it works, so a
#: long list is encoded in slices and the window's thread gets its turn in between.
SLICE = 256


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame as it arrived: the decoded header, the bytes behind it, and the size of the whole."""

    header: Json
    blob: bytes = b""
    size: int = 0


def encode_frame(header: Json, blob: bytes = b"") -> tuple[bytes, ...]:
    """Return the pieces of a frame, to be written one behind the other.

    Raises `JobTooLargeError` when header or blob are over their limits.
    """
    encoded = "".join(_json(header)).encode("utf-8", "surrogatepass")
    if len(encoded) > MAX_HEADER or len(blob) > MAX_BLOB:
        raise JobTooLargeError(
            "This document is too large to be worked on in one piece.",
            "Split it into smaller files and open those.",
        )
    prefix = PREFIX.pack(MAGIC, len(encoded), len(blob))
    return (prefix + encoded, blob) if blob else (prefix + encoded,)


def _json(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _object(value)
    elif isinstance(value, list | tuple) and len(value) > SLICE:
        yield from _array(value)
    else:
        yield json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _object(value: dict[str, Json]) -> Iterator[str]:
    opening = "{"
    for key, item in value.items():
        yield f"{opening}{json.dumps(str(key), ensure_ascii=False)}:"
        yield from _json(item)
        opening = ","
    yield "}" if value else "{}"


def _array(value: Sequence[Json]) -> Iterator[str]:
    for at in range(0, len(value), SLICE):
        yield "," if at else "["
        yield json.dumps(value[at : at + SLICE], ensure_ascii=False, separators=(",", ":"))[1:-1]
    yield "]"


class FrameDecoder:
    """Turns bytes, in whatever pieces they arrive, into frames.

    Raises `BugError` for anything that is not a frame; nothing may be fed to it after that.
    """

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Take `data` in and yield each frame that is complete with it."""
        self._held += data
        while len(self._held) >= PREFIX.size:
            header, blob = _checked(*PREFIX.unpack_from(self._held))
            blob_at = PREFIX.size + header
            end = blob_at + blob
            if len(self._held) < end:
                return
            frame = Frame(_parsed(self._held[PREFIX.size : blob_at]), bytes(self._held[blob_at:end]), end)
            del self._held[:end]
            yield frame

    def finish(self) -> None:
        """Say that no more bytes will come; raises `BugError` when a frame is cut off."""
        if self._held:
            raise BugError(f"a message broke off after {len(self._held)} bytes")


def _checked(magic: bytes, header: int, blob: int) -> tuple[int, int]:
    if magic != MAGIC:
        raise BugError("a message does not begin as messages do")
    if header > MAX_HEADER or blob > MAX_BLOB:
        raise BugError(f"a message of {header} and {blob} bytes is over the limit")
    return header, blob


def _parsed(header: bytearray) -> Json:
    try:
        return json.loads(header.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise BugError(f"a message of {len(header)} bytes is not JSON") from None
