from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.build import finished
from deskbrief.document.codec import ITEMS_IN_PART
from deskbrief.document.model import Block, BlockKind, Document, PageBreak
from deskbrief.library.library import Library
from deskbrief.library.located import Located, Locator
from helpers.library_samples import sample


def long_document(sections: int = 12, of: int = 60) -> Document:
    """A document of many parts: sections with a heading each, and a heading at the very end."""
    words, blocks, start = [], [], 0
    for section in range(sections + 1):
        for number in range(of if section < sections else 1):
            kind = BlockKind.PARAGRAPH if number else BlockKind.HEADING
            text = f"Paragraph {section}.{number}" if number else f"Section  {section}"
            blocks.append(Block(kind=kind, start=start, end=start + len(text), page=f"{section + 1}"))
            words.append(text)
            start += len(text) + 2
    return finished(replace(sample(), text="\n\n".join(words), blocks=tuple(blocks), inlines=(), pages=()))


def test_the_page_is_that_of_the_words_also_in_the_middle_of_a_paragraph(library: Library):
    document = long_document()
    pages = tuple(PageBreak(offset, f"{offset}") for offset in range(3, len(document.text), 7))
    assert len(pages) > ITEMS_IN_PART
    document = replace(document, pages=pages)
    library.put_document(document)
    locator = Locator(library._db)
    for offset in (0, 2, 3, 9, 10, 11, 3000, 5002, len(document.text) - 1):
        assert locator.at(document.sha256, offset).page == document.page_at(offset)


def test_every_place_is_told_as_the_whole_document_tells_it(library: Library):
    document = long_document()
    library.put_document(document)
    assert len(document.blocks) > 3 * ITEMS_IN_PART
    locator = Locator(library._db)
    heading = ""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            heading = " ".join(block.span.of(document.text).split())
        at = block.start + 1
        found = locator.at(document.sha256, at)
        assert found == Located(document.block_at(at).page, document.place_at(at), heading)


def test_places_of_several_documents_are_not_mixed_up(library: Library):
    one, other = sample(), long_document()
    other = replace(other, sha256="f" * 64)
    for document in (one, other):
        library.put_document(document)
    locator = Locator(library._db)
    for document in (one, other, one):
        at = document.blocks[1].start
        assert locator.at(document.sha256, at).page == document.block_at(at).page


@pytest.mark.parametrize("breaks", ["UPDATE part SET data = 'x'", "DELETE FROM document"])
def test_of_what_is_damaged_or_gone_no_place_is_told(library: Library, breaks: str):
    document = sample()
    library.put_document(document)
    library._db.connection.execute(breaks)
    assert Locator(library._db).at(document.sha256, 5) == Located()
