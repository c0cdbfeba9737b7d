"""Putting a file together: reportlab's own objects, the packed ones, and where each of them stands."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import format as formatted

from deskbrief.brief.objects import Objects, Packed
from deskbrief.brief.written import dictionary

#: The comment tells programs that look at the first bytes that the file is not text.
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: A row of the table of objects: its kind, an offset or the number of a stream, and a position in that.
_ROW = struct.Struct(">BIH")
_FREE, _PLAIN, _PACKED = 0, 1, 2


def file_of(document: Any, objects: Objects) -> bytes:
    """Return the file of reportlab's `document` and of `objects` (ISO 32000-1, 7.5.8)."""
    root, info = (document.Reference(one).format(document) for one in (document.Catalog, document.info))
    pieces, size = [HEADER], len(HEADER)
    rows: dict[int, bytes] = {0: _ROW.pack(_FREE, 0, 0xFFFF)}

    def add(number: int, body: bytes) -> None:
        nonlocal size
        rows[number] = _ROW.pack(_PLAIN, size, 0)
        pieces.append(b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip(b"\n")))
        size += len(pieces[-1])

    number = 0
    # Objects may make others while they are written.
    while number < document.objectcounter:
        number += 1
        name = document.numberToId.get(number)
        if name is not None:
            add(number, formatted(document.idToObject[name], document, toplevel=1))
    for packed in objects.streams():
        add(packed.number, _stream(packed))
        for at, member in enumerate(packed.members):
            rows[member] = _ROW.pack(_PACKED, packed.number, at)
    own, begin = objects.allot(), size
    rows[own] = _ROW.pack(_PLAIN, begin, 0)
    table = zlib.compress(b"".join(rows[at] for at in range(own + 1)))
    digest = document.signature.hexdigest()
    head = dictionary(
        Type="/XRef",
        Size=own + 1,
        W="[1 4 2]",
        Root=root.decode("ascii"),
        Info=info.decode("ascii"),
        ID=f"[<{digest}> <{digest}>]",
        Filter="/FlateDecode",
        Length=len(table),
    )
    add(own, _body(head, table))
    pieces.append(b"startxref\n%d\n%%%%EOF\n" % begin)
    return b"".join(pieces)


def _stream(packed: Packed) -> bytes:
    head = dictionary(
        Type="/ObjStm",
        N=len(packed.members),
        First=packed.first,
        Filter="/FlateDecode",
        Length=len(packed.content),
    )
    return _body(head, packed.content)


def _body(head: bytes, content: bytes) -> bytes:
    return b"%s\nstream\n%s\nendstream" % (head, content)
