"""How long finding takes in a book of 620,000 words: a word at its end, every hit of a common one, and so on.

usage: python tests/benchmarks/finding.py

Prints CPU milliseconds, and the longest step, which is how long the window would wait. Needs no display.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from documents import text_of

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.query import Query
from deskbrief.services.finding import Buffer, Hits

WORDS = 620_000


def book() -> Document:
    """Return a long document; its last paragraph holds a word that is nowhere else."""
    lines = [line for line in text_of(WORDS).splitlines() if line] + ["The last word is zyzzyva."]
    blocks: list[Block] = []
    at = 0
    for line in lines:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=at, end=at + len(line)))
        at += len(line) + 2
    text = "\n\n".join(lines)
    return finished(Document(sha256="0" * 64, metadata=Metadata(), text=text, blocks=tuple(blocks)))


def timed(name: str, steps: Iterator[object]) -> None:
    """Run `steps` to their end and print what they took."""
    longest = total = 0.0
    before = time.process_time()
    for _ in steps:
        now = time.process_time()
        longest, total, before = max(longest, now - before), total + now - before, now
    print(f"{name:42}{total * 1000:8.1f} ms  longest step {longest * 1000:5.1f} ms")


def main() -> None:
    """Print the table."""
    document = book()
    buffer = Buffer(document)
    print(f"{document.words:,} words, {len(document.text):,} code points")
    timed("making the text ready, once", buffer.prepare())
    timed("a word at the end", buffer.first(Query(words="ZYZZYVA"), 0))
    for name, query in {
        "all of a common word": Query(words="the"),
        "all, as a whole word": Query(words="the", whole=True),
        "two common words near each other": Query(words="the of", near=True),
        "nothing": Query(words="qqqq"),
    }.items():
        hits = Hits()
        timed(name, buffer.find(query, hits))
        print(f"{'':42}{len(hits):8,} hits")


if __name__ == "__main__":
    main()
