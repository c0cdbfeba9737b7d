"""Documents that are hard to show: long lines, many headings, wide tables, deep lists, odd signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from helpers.qt_reader import Maker

#: Two words, a sign that turns the order of letters around, and words that would then read backwards.
TURNED = "pay \u202e0001 EUR\u202c now \u2066abc\u2069 \u200fשלום\u200e end"
UNSEEN = "zero\u200bwidth\u200cand\u200djoined\u2060\ufeff signs"
FACES = "😀👩‍👩‍👧‍👦🏳️‍🌈🇫🇷 e\u0301\u0323 𠀀"
MIXED = "The word שלום עולם (peace, 12) and مرحبا بالعالم stand in one line with 漢字."


def _of(kind: BlockKind, *parts: str, **fields: object) -> Document:
    """Return a document of blocks of one kind, made without adding texts up."""
    blocks, at = [], 0
    for part in parts:
        blocks.append(replace(Block(kind=kind, start=at, end=at + len(part)), **fields))
        at += len(part) + 2
    return finished(
        Document(
            sha256="cd" * 32, metadata=Metadata(title="Hard"), text="\n\n".join(parts), blocks=tuple(blocks)
        )
    )


def long_line(size: int = 5_000_000) -> Document:
    """Return one paragraph of words without any end of a sentence."""
    return _of(BlockKind.PARAGRAPH, "word " * (size // 5))


def long_word(size: int = 5_000_000) -> Document:
    """Return one paragraph without any white space."""
    return _of(BlockKind.PARAGRAPH, "x" * size)


def headings(count: int = 100_000) -> Document:
    """Return headings alone."""
    return _of(BlockKind.HEADING, *(f"Heading {number}" for number in range(count)), level=2)


def wide_table(columns: int = 200, rows: int = 300) -> Document:
    """Return a table with many columns."""
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "Before.")
    make.table([[f"r{row} c{column}" for column in range(columns)] for row in range(rows)])
    make.add(BlockKind.PARAGRAPH, "After.")
    return make.document()


def deep_list(depth: int = 50, rounds: int = 20) -> Document:
    """Return lists in lists."""
    make = Maker()
    for number in range(rounds):
        for level in range(depth):
            make.add(BlockKind.LIST_ITEM, f"Item {number}.{level} with some words.", marker="-", depth=level)
    return make.document()


def odd_signs(count: int = 2_000) -> Document:
    """Return paragraphs full of signs that turn, hide, join and run from right to left."""
    words = f"{TURNED}. {UNSEEN}. {FACES}. {MIXED} "
    return _of(BlockKind.PARAGRAPH, *(words * 3 for _ in range(count)))


def odd_line(size: int = 1_000_000) -> Document:
    """Return the odd signs in one paragraph."""
    words = f"{TURNED}. {UNSEEN}. {FACES}. {MIXED} "
    return _of(BlockKind.PARAGRAPH, words * (size // len(words)))


HARD: dict[str, Callable[[], Document]] = {
    "5 MB line": long_line,
    "5 MB word": long_word,
    "100,000 headings": headings,
    "200 columns": wide_table,
    "50 deep lists": deep_list,
    "odd signs": odd_signs,
    "1 MB line of them": odd_line,
}
