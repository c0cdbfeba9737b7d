"""The task "enclosed": what a PDF brief carries inside for the program itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from deskbrief.document.enclosure import MOST_BYTES, STREAM_TYPE
from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Part, Progress, Request

_TYPE = re.compile(rb"/Type\s{0,8}/" + STREAM_TYPE.encode())
_STREAM = re.compile(rb">>\s{0,8}stream(?:\r\n|\n)")
#: The dictionary of a stream is no longer than this.
LONGEST_HEAD = 1_000


def enclosed(request: Request) -> Iterator[Part | Progress]:
    """Yield one part "enclosed" whose blob is what the PDF in the blob of `request` encloses.

    Raises `SourceError` when it encloses nothing, or it cannot be read.
    """
    yield Progress(0, 1)
    yield Part("enclosed", blob=enclosed_in(request.blob))


def enclosed_in(data: bytes) -> bytes:
    """Return what the PDF `data` encloses; of a file that was added to, the last."""
    found = b""
    for match in _TYPE.finditer(data):
        head = data.rfind(b"<<", 0, match.start())
        begin = _STREAM.search(data, match.end(), match.end() + LONGEST_HEAD)
        if head >= 0 and begin:
            found = _content(data[head : begin.start()], data, begin.end()) or found
    if not found:
        raise SourceError(
            "This PDF holds no brief of Deskbrief, or another program took out what was enclosed.",
            "Choose a brief as Deskbrief saved it.",
        )
    return found


def _content(head: bytes, data: bytes, start: int) -> bytes:
    """Return the content of the stream at `start`, empty when it is damaged or too large."""
    if b"FlateDecode" not in head:
        end = data.find(b"endstream", start)
        return data[start:end].rstrip(b"\r\n") if end >= 0 else b""
    inflate = zlib.decompressobj()
    try:
        content = inflate.decompress(data[start:], MOST_BYTES)
    except zlib.error:
        return b""
    return content if inflate.eof else b""
