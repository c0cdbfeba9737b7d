"""A layout finds what the document itself finds."""

from __future__ import annotations

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata, PageBreak
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.layout import layout_of
from deskbrief.services.references import locator

KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CODE, BlockKind.PARAGRAPH)


def document_of(pages: tuple[str, ...]) -> Document:
    text = "\n\n".join(f"Block {number}." for number in range(len(KINDS)))
    starts = [text.index(f"Block {number}.") for number in range(len(KINDS))]
    blocks = tuple(
        Block(kind=kind, start=start, end=start + 8, level=int(kind is BlockKind.HEADING))
        for kind, start in zip(KINDS, starts, strict=True)
    )
    breaks = tuple(PageBreak(start + 3, page) for start, page in zip(starts, pages, strict=True) if page)
    metadata = Metadata(title="T")
    return finished(Document(sha256="a" * 64, metadata=metadata, text=text, blocks=blocks, pages=breaks))


def test_every_place_is_told_as_by_the_document(tmp_path):
    with Library.open(tmp_path) as library:
        for pages in (("",) * 5, ("1", "1", "2", "2", "3")):
            document = document_of(pages)
            library.put_document(document)
            layout = layout_of(library, document.sha256)
            for offset in range(len(document.text)):
                for span in (Span(offset, offset + 1), Span(offset, min(offset + 20, len(document.text)))):
                    assert layout.where(span) == locator(document, span)


def test_a_copy_gives_a_document_no_other_name_but_moving_it_does(tmp_path):
    first, copy = tmp_path / "really.docx", tmp_path / "copy of it.docx"
    document = document_of(("",) * 5)
    with Library.open(tmp_path / "library") as library:
        for path in (first, copy):
            path.write_bytes(b"the same")
            library.put_document(document, path=str(path))
        assert layout_of(library, document.sha256).work.file_name == "really.docx"
        first.unlink()
        assert layout_of(library, document.sha256).work.file_name == "copy of it.docx"
        copy.unlink()
        assert layout_of(library, document.sha256).work.file_name == "copy of it.docx"
