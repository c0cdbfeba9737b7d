"""The same article in every format: one structure, one outline."""

import pytest

from deskbrief.document.model import BlockKind, Document
from helpers.formats import BLOCKS, EVERY, TITLE
from helpers.outlines import by_rules
from helpers.reading import of_kind, read

HEADINGS = [(str(held), int(kind[1])) for kind, held in BLOCKS if kind in ("h1", "h2")]
ITEMS = [held for kind, held in BLOCKS if kind == "li"]
PARAGRAPHS = [held for kind, held in BLOCKS if kind == "p"]
ROWS = next(held for kind, held in BLOCKS if kind == "table")


@pytest.fixture(params=sorted(EVERY))
def document(request: pytest.FixtureRequest) -> Document:
    return read(EVERY[request.param](), request.param)


def test_title_and_headings_with_their_levels_are_found(document):
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert document.metadata.title == TITLE
    assert [(document.quote(block.span), block.level) for block in headings] == HEADINGS


def test_paragraphs_and_list_items_are_whole(document):
    assert of_kind(document, BlockKind.PARAGRAPH) == PARAGRAPHS
    assert of_kind(document, BlockKind.LIST_ITEM) == ITEMS


def test_the_table_has_its_cells(document):
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert tuple(tuple(document.quote(cell.span) for cell in row.cells) for row in table.rows) == ROWS


def test_the_outline_is_the_same(document):
    outline = by_rules(document)
    first = by_rules(read(EVERY["water.md"](), "water.md"))
    assert [section.title for section in outline.sections] == [section.title for section in first.sections]
    assert [event.date.edtf for event in outline.events] == [event.date.edtf for event in first.events]
    assert [item.action for item in outline.recommendations] == [r.action for r in first.recommendations]
    assert outline.recommendations
    assert outline.events
