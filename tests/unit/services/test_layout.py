"""A layout finds what the document itself finds."""

from __future__ import annotations

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.spans import Span
from deskbrief.document.steps import finish
from deskbrief.library.library import Library
from deskbrief.services.layout import layout_steps
from deskbrief.services.references import locator

KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CODE, BlockKind.PARAGRAPH)


def document_of(pages: tuple[str, ...]) -> Document:
    text = "\n\n".join(f"Block {number}." for number in range(len(KINDS)))
    starts = [text.index(f"Block {number}.") for number in range(len(KINDS))]
    blocks = tuple(
        Block(kind=kind, start=start, end=start + 8, page=page, level=int(kind is BlockKind.HEADING))
        for kind, start, page in zip(KINDS, starts, pages, strict=True)
    )
    return finished(Document(sha256="a" * 64, metadata=Metadata(title="T"), text=text, blocks=blocks))


def test_every_place_is_told_as_by_the_document(tmp_path):
    with Library.open(tmp_path) as library:
        for pages in (("",) * 5, ("1", "1", "2", "2", "3")):
            document = document_of(pages)
            library.put_document(document)
            layout = finish(layout_steps(library, document.sha256))
            for offset in range(len(document.text)):
                assert layout.where(offset) == locator(document, Span(offset, offset + 1))
