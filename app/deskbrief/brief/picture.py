"""The picture of a logo, read with care: a draft or a template may come from anywhere."""

from __future__ import annotations

import binascii
import struct
import zlib
from base64 import b64decode
from collections.abc import Iterator

from deskbrief.document.errors import ExportError
from deskbrief.document.plan import Logo

#: How large a logo is shown at most, in points: across and down.
WIDEST, HIGHEST = 150.0, 30.0
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Eight bits, three colours, not interlaced, in the one way of compressing and filtering that there is.
_FORM = [8, 2, 0, 0, 0]
#: A picture with more pixels is none that the program made.
_MOST_PIXELS = 2_000_000


class Picture:
    """A logo's picture: the file `data`, `width` and `height` in pixels, the compressed `rows`.

    Raises `ExportError` for anything but an opaque PNG of 8 bits a colour.
    """

    def __init__(self, logo: Logo) -> None:
        try:
            self.data = b64decode(logo.png, validate=True)
            chunks = list(_chunks(self.data))
            (head,) = (body for kind, body in chunks if kind == b"IHDR")
            self.width, self.height, *form = struct.unpack(">IIBBBBB", head)
            self.rows = b"".join(body for kind, body in chunks if kind == b"IDAT")
            if form != _FORM or not 0 < self.width * self.height <= _MOST_PIXELS:
                raise ValueError(form)
            size = self.height * (1 + 3 * self.width)
            if len(zlib.decompressobj().decompress(self.rows, size + 1)) != size:
                raise ValueError(size)
        except (ValueError, struct.error, zlib.error, binascii.Error) as error:
            raise ExportError("The logo of this brief is damaged.", "Choose the logo again.") from error

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high it is shown, in points."""
        scale = min(WIDEST / self.width, HIGHEST / self.height)
        return self.width * scale, self.height * scale


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the body of each chunk of a PNG file."""
    if not data.startswith(_SIGNATURE):
        raise ValueError(data[:8])
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
