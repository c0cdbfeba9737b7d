"""The content of a page, compressed piece by piece as it is drawn, so that no page is kept as text."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from deskbrief.brief.archival import ArchivalStream

#: How a stream begins, and a last piece that is empty (RFC 1950 and 1951).
_HEAD, _END = b"\x78\x9c", b"\x03\x00"


class PageStream:
    """The content of one page: pieces that each end on a byte, one behind the other in one stream."""

    def __init__(self, words: str) -> None:
        self._content = _HEAD
        self._sum = zlib.adler32(b"")
        self.add(words)

    def add(self, words: str) -> None:
        """Take what is drawn next."""
        data = words.encode()
        press = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        self._content += press.compress(data) + press.flush(zlib.Z_FULL_FLUSH)
        self._sum = zlib.adler32(data, self._sum)

    def finished(self) -> ArchivalStream:
        """Return the stream as it stands in the file."""
        content = self._content + _END + self._sum.to_bytes(4, "big")
        return ArchivalStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), content, [])
