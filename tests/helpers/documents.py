"""Small documents, made by hand, for tests that need one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Cell, Coverage, Document, Metadata, Row


def document_of_blocks(blocks: Iterable[tuple[BlockKind, str]], **metadata: str) -> Document:
    """Return a document whose blocks hold these texts, joined by blank lines."""
    text, made = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        block = Block(kind=kind, start=len(text), end=len(text) + len(words))
        made.append(replace(block, level=1) if kind is BlockKind.HEADING else block)
        text += words
    return finished(
        Document(
            sha256="ab" * 32,
            metadata=Metadata(**metadata),
            text=text,
            blocks=tuple(made),
            coverage=Coverage(len(text)),
        )
    )


def paragraphs(*words: str) -> Document:
    """Return a document of paragraphs."""
    return document_of_blocks((BlockKind.PARAGRAPH, text) for text in words)


def table(*rows: tuple[str, ...]) -> Document:
    """Return a document of one table whose first row is its header."""
    text, made = "", []
    for number, cells in enumerate(rows):
        text += "\n" if text else ""
        row = []
        for column, words in enumerate(cells):
            text += "\t" if column else ""
            row.append(Cell(len(text), len(text) + len(words), header=number == 0))
            text += words
        made.append(Row(tuple(row)))
    block = Block(kind=BlockKind.TABLE, start=0, end=len(text), rows=tuple(made))
    return finished(Document(sha256="cd" * 32, metadata=Metadata(), text=text, blocks=(block,)))
