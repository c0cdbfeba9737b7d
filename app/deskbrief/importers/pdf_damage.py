"""Pages of a PDF whose content is damaged: PDFium draws what it can of them and says nothing of the rest.

The content of a page is packed (RFC 1951) with a sum of its bytes behind it (RFC 1950); where it cannot be
unpacked to its end, or the sum is another, part of the page is missing or wrong.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from deskbrief.importers.pdf_loops import LONGEST_HEAD, object_places

#: The most bytes that are unpacked of one content; larger ones are not looked at.
LONGEST_CONTENT = 64_000_000
#: The most objects that are packed together, and bytes of one that is no content.
MOST_PACKED, LONGEST_PACKED = 20_000, 16_000_000
#: Where sums are wrong in more than this share of the pages, the program that wrote them cannot add.
MOST_WRONG = 0.5

_REF = re.compile(rb"(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R")
_CATALOG = re.compile(rb"/Type\s{0,9}/Catalog(?=[\s/>])")
_STREAM = re.compile(rb"stream\r?\n")
_KIDS = re.compile(rb"/Kids\s{0,9}(?:\[([^\]]{0,400000})\]|(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R)")
_CONTENTS = re.compile(rb"/Contents\s{0,9}(?:\[([^\]]{0,100000})\]|(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R)")
_ROOT = re.compile(rb"/Pages\s{1,9}(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R")
_PACKED = re.compile(rb"/Filter\s{0,9}\[?\s{0,9}/(?:FlateDecode|Fl)(?=[\s/>\]])")
_LENGTH = re.compile(rb"/Length\s{1,9}(\d{1,10})(?!\s{1,9}\d{1,5}\s{1,9}R)")
_OF_STREAM = re.compile(rb"/Type\s{0,9}/ObjStm(?=[\s/>])")
_FIRST = re.compile(rb"/First\s{1,9}(\d{1,9})")


def damaged_pages(data: bytes, count: int) -> list[int]:
    """Return the numbers from 0 of those of `count` pages of which part of the content cannot be read.

    Nothing is told of a file that is encrypted, nor of one whose pages are not found where it says.
    """
    if b"/Encrypt" in data:
        return []
    objects = _Objects(data)
    pages = list(_pages(objects))
    if len(pages) != count:
        return []
    broken, wrong = [], []
    for number, page in enumerate(pages):
        found = {objects.state(content) for content in _contents(objects, page)}
        if BROKEN in found:
            broken.append(number)
        elif WRONG in found:
            wrong.append(number)
    return sorted([*broken, *(wrong if len(wrong) <= MOST_WRONG * count else ())])


#: What becomes of packed content: all of it, not all, or all with another sum.
WHOLE, BROKEN, WRONG = range(3)


@dataclass(slots=True)
class _Objects:
    """The objects of a file by their number; those that are packed together are unpacked when asked for."""

    data: bytes
    places: Mapping[int, int] = field(init=False)
    _packed: dict[int, bytes] | None = None

    def __post_init__(self) -> None:
        self.places = dict(object_places(self.data))

    def head(self, number: int) -> bytes:
        """Return the dictionary of an object, or what else it is."""
        start = self.places.get(number, -1)
        if start < 0:
            return self.packed().get(number, b"")
        end = self.data.find(b"endobj", start, start + LONGEST_HEAD)
        head = self.data[start : end if end >= 0 else start + LONGEST_HEAD]
        begins = _STREAM.search(head)
        return head[: begins.start()] if begins else head

    def packed(self) -> dict[int, bytes]:
        """Return the objects that are packed together in others."""
        if self._packed is None:
            self._packed = {}
            for found in _OF_STREAM.finditer(self.data):
                start = self.data.rfind(b"obj", max(found.start() - LONGEST_HEAD, 0), found.start())
                self._packed.update(self._unpacked(start) if start >= 0 else ())
        return self._packed

    def _unpacked(self, start: int) -> Iterator[tuple[int, bytes]]:
        begins = _STREAM.search(self.data, start, start + LONGEST_HEAD)
        first = _FIRST.search(self.data, start, begins.start()) if begins else None
        if begins is None or first is None:
            return
        end = self.data.find(b"endstream", begins.end())
        try:
            text = zlib.decompressobj().decompress(self.data[begins.end() : end], LONGEST_PACKED)
        except zlib.error:
            return
        words = text[: int(first[1])].split()[: 2 * MOST_PACKED]
        places = [int(word) for word in words if word.isdigit()]
        ends = [*places[3::2], len(text)]
        for number, at, until in zip(places[::2], places[1::2], ends, strict=False):
            yield number, text[int(first[1]) + at : int(first[1]) + until]

    def state(self, number: int) -> int:
        """Tell what becomes of the content in an object when it is unpacked."""
        start = self.places.get(number, -1)
        begins = _STREAM.search(self.data, start, start + LONGEST_HEAD) if start >= 0 else None
        head = self.data[start : begins.start()] if begins else b""
        if begins is None or not _PACKED.search(head) or b"endobj" in head:
            return WHOLE
        return _state(self.data[begins.end() : self._end(begins.end(), head)])

    def _end(self, start: int, head: bytes) -> int:
        """Return where content that begins at `start` ends: its length may be damaged too."""
        length = _LENGTH.search(head)
        stated = start + int(length[1]) if length else -1
        if stated >= 0 and self.data[stated : stated + 20].lstrip().startswith(b"endstream"):
            return stated
        found = self.data.find(b"endstream", start)
        return found if found >= 0 else len(self.data)


def _state(content: bytes) -> int:
    """Tell whether packed content is whole, its first two bytes aside."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = unpacker.decompress(content[2:], LONGEST_CONTENT)
    except zlib.error:
        return BROKEN
    if not unpacker.eof:
        return WHOLE if unpacker.unconsumed_tail else BROKEN
    told = unpacker.unused_data[:4]
    right = len(told) < 4 or int.from_bytes(told, "big") == zlib.adler32(unpacked)
    return WHOLE if right else WRONG


def _pages(objects: _Objects) -> Iterator[bytes]:
    """Yield the dictionaries of the pages in their order."""
    waiting, seen = [_root(objects)], set()
    while waiting:
        number = waiting.pop()
        if number in seen or number < 0:
            continue
        seen.add(number)
        head = objects.head(number)
        kids = _KIDS.search(head)
        if kids is None:
            yield head
            continue
        listed = kids[1] if kids[1] is not None else objects.head(int(kids[2]))
        waiting += [int(kid) for kid in reversed(_REF.findall(listed))]


def _root(objects: _Objects) -> int:
    """Return the number of the object that all pages hang on, or -1."""
    heads = [
        objects.data[found.start() - 1_000 if found.start() > 1_000 else 0 : found.end() + 4_000]
        for found in _CATALOG.finditer(objects.data)
    ]
    heads += [head for head in objects.packed().values() if _CATALOG.search(head)] if not heads else []
    found = [root for head in heads for root in _ROOT.findall(head)]
    return int(found[-1]) if found else -1


def _contents(objects: _Objects, page: bytes) -> Sequence[int]:
    """Return the numbers of the objects that a page is drawn by."""
    found = _CONTENTS.search(page)
    if found is None:
        return ()
    if found[1] is not None:
        return [int(number) for number in _REF.findall(found[1])]
    number = int(found[2])
    head = objects.head(number).lstrip()
    return [int(one) for one in _REF.findall(head)] if head.startswith(b"[") else [number]
