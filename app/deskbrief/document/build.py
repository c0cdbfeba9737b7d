"""The one door through which documents are made: numbering and checking happen here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deskbrief.document.errors import BugError
from deskbrief.document.model import UNNUMBERED, Block, Document
from deskbrief.document.numbering import labels


def finished(draft: Document) -> Document:
    """Return `draft` with its paragraphs counted from 1 and labelled, and its inline ranges sorted.

    Raises `BugError` when an offset lies outside the text or two blocks overlap: importers must
    never let that happen, whatever the file holds.
    """
    document = replace(
        draft,
        blocks=tuple(_labelled(tuple(_numbered(draft.blocks)), draft.text)),
        inlines=tuple(sorted(draft.inlines, key=lambda inline: (inline.start, inline.end))),
    )
    _check(document)
    return document


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    number = 0
    for block in blocks:
        number += block.kind not in UNNUMBERED
        right = number if block.kind not in UNNUMBERED else 0
        yield block if block.paragraph == right else replace(block, paragraph=right)


def _labelled(blocks: tuple[Block, ...], text: str) -> Iterator[Block]:
    for block, label in zip(blocks, labels(blocks, text), strict=True):
        yield block if block.label == label else replace(block, label=label)


def _check(document: Document) -> None:
    end = 0
    for block in document.blocks:
        if not end <= block.start <= block.end <= len(document.text):
            raise BugError(f"block {block.start}-{block.end} overlaps or lies outside the text")
        end = block.end
        _check_cells(block)
    for inline in document.inlines:
        if not 0 <= inline.start <= inline.end <= len(document.text):
            raise BugError(f"inline range {inline.start}-{inline.end} lies outside the text")


def _check_cells(block: Block) -> None:
    at = block.start
    for row in block.rows:
        if not row.cells:
            raise BugError("a table row has no cells")
        for cell in row.cells:
            if not at <= cell.start <= cell.end <= block.end:
                raise BugError(f"cell {cell.start}-{cell.end} lies outside its table")
            at = cell.end
