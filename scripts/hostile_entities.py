"""Files whose XML declares entities: such that grow, and such that stand for other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from scripts.hostile_base import FORMATS, SENTENCE, Hostile, Sizes, zip_of

_LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha "}">' for n in range(10)
)  # the tenth stands for a billion
_DECLARED: dict[str, Callable[[Sizes], tuple[str, str]]] = {
    "laughs": lambda _: (_LAUGHS, "&l9;"),
    "quadratic": lambda sizes: (f'<!ENTITY a "{"a" * sizes.count}">', "&a;" * min(sizes.count, 20_000)),
    "own-file": lambda _: ('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
    "fetched": lambda sizes: (f'<!ENTITY a SYSTEM "{sizes.address}/entity">', "&a;"),
    "parameter": lambda sizes: (f'<!ENTITY % a SYSTEM "{sizes.address}/parameter">%a;', SENTENCE),
    "endless": lambda _: ('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
}


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield a file of each kind of entity in each format of XML."""
    for threat, declared in _DECLARED.items():
        for suffix, write in _WRITERS.items():
            yield Hostile(
                f"{threat}.{suffix}", f"entities: {threat}", partial(_written, write, declared, sizes)
            )


def _written(
    write: Callable[[str, str], bytes], declared: Callable[[Sizes], tuple[str, str]], sizes: Sizes
) -> bytes:
    entities, inside = declared(sizes)
    return write(f'<?xml version="1.0"?><!DOCTYPE {{}} [{entities}]>', inside)


def _word(head: str, inside: str) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (SENTENCE, inside))
    document = f"<w:document {FORMATS.W}><w:body>{paragraphs}</w:body></w:document>"
    return zip_of([("word/document.xml", head.format("w:document") + document)])


def _open(head: str, inside: str) -> bytes:
    content = FORMATS.open_content(f"<text:p>{SENTENCE}</text:p><text:p>{inside}</text:p>")
    return zip_of([("content.xml", head.format("office:document-content") + content)])


def _flat_open(head: str, inside: str) -> bytes:
    content = FORMATS.open_content(f"<text:p>{SENTENCE}</text:p><text:p>{inside}</text:p>", "document")
    # What the declaration of entities pushes out of the first bytes is no longer seen as this format.
    return f"{head.format('office:document')}{content}".encode()


def _page(head: str, inside: str) -> bytes:
    body = f"<p>{SENTENCE * 3}</p><p>{inside}</p>"
    page = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{body}</body></html>'
    )
    return f"{head.format('html')}{page}".encode()


def _book(head: str, inside: str) -> bytes:
    package = (
        f"{head.format('package')}<package><metadata><title>{inside}</title></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="text/html"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
    return zip_of(
        [("META-INF/container.xml", container), ("p.opf", package), ("a.xhtml", _page(head, inside))]
    )


_WRITERS: dict[str, Callable[[str, str], bytes]] = {
    "docx": _word,
    "odt": _open,
    "fodt": _flat_open,
    "xhtml": _page,
    "epub": _book,
}
