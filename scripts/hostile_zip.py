"""Hostile archives: bombs of several kinds, sizes that lie, names that lead outside, entities that grow."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial

from scripts.hostile_base import FORMATS, SENTENCE, Hostile, Sizes, repeated, zip_of

_CONTAINER = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
_PART = {"docx": "word/document.xml", "odt": "content.xml", "epub": "EPUB/a.xhtml"}
_NAMES = ("../../evil.xhtml", "/etc/passwd", "C:\\evil.xhtml", "..\\..\\evil.xhtml", "EPUB/../../evil.xhtml")


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield the hostile archives."""
    for kind in _PART:
        yield Hostile(f"bomb.{kind}", "a part of high ratio", partial(_bomb, kind, sizes.bomb))
        yield Hostile(
            f"within.{kind}", "a part just below the limits", partial(_within, kind, 3 * sizes.line)
        )
        yield Hostile(f"parts.{kind}", "very many parts", partial(_many_parts, kind, sizes.count))
        yield Hostile(f"nested.{kind}", "zips in zips", partial(_nested, kind, sizes.bomb))
        yield Hostile(f"small-lie.{kind}", "size that lies: 100 bytes", partial(_lie, kind, sizes.bomb, 100))
        yield Hostile(f"large-lie.{kind}", "size that lies: 4 GB", partial(_lie, kind, 1000, 2**32 - 2))
        yield Hostile(f"names.{kind}", "names that lead outside", partial(_outside_names, kind))
        yield Hostile(f"twice.{kind}", "two parts of one name", partial(_twice, kind))
    yield Hostile("spine.epub", "one page many times", partial(_spine, sizes.count, sizes.line // 100))
    yield Hostile("outside.epub", "pages outside the book", _outside_pages)
    yield Hostile("outside.zip", "names that lead outside", lambda: zip_of((n, SENTENCE) for n in _NAMES))


def _article(kind: str) -> dict[str, bytes]:
    """Return the parts of a sound file of this kind."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(FORMATS.EVERY[f"water.{kind}"]())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(kind: str, **parts: bytes | str) -> bytes:
    return zip_of({**_article(kind), **parts}.items())


def _around(kind: str, inside: str) -> str:
    """Return the main part of a file of this kind with `inside` as its body."""
    if kind == "docx":
        return f"<w:document {FORMATS.W} {FORMATS.R}><w:body>{inside}</w:body></w:document>"
    if kind == "odt":
        return str(FORMATS.open_content(inside))
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{inside}</body></html>'


def _paragraph(kind: str, text: str) -> str:
    tags = {"docx": ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"), "odt": ("<text:p>", "</text:p>")}
    opening, closing = tags.get(kind, ("<p>", "</p>"))
    return f"{opening}{text}{closing}"


def _bomb(kind: str, size: int) -> bytes:
    return _with(kind, **{_PART[kind]: _around(kind, repeated(_paragraph(kind, "a"), size))})


def _within(kind: str, size: int) -> bytes:
    """Return a part that unpacks to `size` bytes of small paragraphs, at a ratio of less than 200."""
    texts = (_paragraph(kind, f"{number * 2654435761 % 99991:05}") for number in range(1000))
    piece = "".join(texts)
    return _with(kind, **{_PART[kind]: _around(kind, piece * (size // len(piece)))})


def _many_parts(kind: str, count: int) -> bytes:
    return zip_of([*_article(kind).items(), *((f"x/{number}.xhtml", b"") for number in range(count))])


def _nested(kind: str, size: int) -> bytes:
    inner = zip_of([("zeros", bytes(size))])
    for _ in range(5):
        inner = zip_of((f"{number}.zip", inner) for number in range(10))
    return _with(kind, **{_PART[kind]: inner})


def _lie(kind: str, size: int, claimed: int) -> bytes:
    """Return a bomb whose directory and headers say that the part has another size."""
    data = bytearray(_bomb(kind, size))
    name = _PART[kind].encode()
    for signature, to_size, to_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = data.find(signature)
        while at >= 0:
            if data[at + to_name : at + to_name + len(name)] == name:
                struct.pack_into("<I", data, at + to_size, claimed)
            at = data.find(signature, at + 4)
    return bytes(data)


def _outside_names(kind: str) -> bytes:
    return zip_of([*_article(kind).items(), *((name, SENTENCE) for name in _NAMES)])


def _twice(kind: str) -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the writer of zips warns of what is wanted here
        return zip_of([(_PART[kind], b"<x/>"), *_article(kind).items(), (_PART[kind], b"not XML")])


def _spine(count: int, size: int) -> bytes:
    """Return a book that shows one page again and again."""
    page = _around("epub", repeated(_paragraph("epub", SENTENCE), size))
    return _book('<item id="a" href="a.xhtml" media-type="text/html"/>', '<itemref idref="a"/>' * count, page)


def _book(items: str, order: str, page: str) -> bytes:
    package = f"<package><manifest>{items}</manifest><spine>{order}</spine></package>"
    return _with("epub", **{"EPUB/p.opf": package, "EPUB/a.xhtml": page})


def _outside_pages() -> bytes:
    targets = ("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "a.xhtml", *_NAMES)
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="text/html"/>' for at, name in enumerate(targets)
    )
    order = "".join(f'<itemref idref="i{at}"/>' for at in range(len(targets)))
    return _book(items, order, _around("epub", _paragraph("epub", SENTENCE)))
