"""Measure finding words in a large library: as typed, ranked with passages, and keeping the index.

    python tests/benchmarks/search.py [--documents 10000] [--notes 50000] [--folder KEEP]

Words are made up and as frequent as words of a language are (the n-th most frequent one 1/n as often).
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from deskbrief.document.anchors import Anchor
from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.notes import Note, uuid7
from deskbrief.library.expression import asked
from deskbrief.library.library import Library
from deskbrief.library.search import FILE, Index
from deskbrief.services.everywhere import passages_in

SYLLABLES = "ba co di fe gu ha jo ki le mo nu pa ro si te vu wa xe yo zi tra ple sko mer ven tor".split()  # noqa: SIM905
WORDS = 30_000


def vocabulary() -> tuple[list[str], list[float]]:
    """Return words with how often they occur, summed up."""
    rng = random.Random(5)
    words = list(
        dict.fromkeys("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(2 * WORDS))
    )
    return words[:WORDS], list(accumulate(1 / (n + 3) for n in range(len(words[:WORDS]))))


VOCABULARY, WEIGHTS = vocabulary()


def document(number: int, words: int = 1500) -> Document:
    """Return a made-up document in paragraphs of a hundred words."""
    rng = random.Random(number)
    chosen = rng.choices(VOCABULARY, cum_weights=WEIGHTS, k=words)
    paragraphs = [" ".join(chosen[at : at + 100]) for at in range(0, words, 100)]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    head = Metadata(title=f"Report {number} {chosen[0]}")
    text = "\n\n".join(paragraphs)
    return finished(Document(sha256=f"{number:064x}", metadata=head, text=text, blocks=tuple(blocks)))


def measured(name: str, acts: Iterable[Callable[[], object]]) -> None:
    """Print the median and the 95th percentile of `acts`."""
    took = []
    for act in acts:
        begin = time.perf_counter()
        act()
        took.append((time.perf_counter() - begin) * 1000)
    took.sort()
    print(
        f"{name:46} median {statistics.median(took):7.2f} ms   p95 {took[int(len(took) * 0.95)]:7.2f} ms",
        flush=True,
    )


def used_up(index: Index) -> None:
    """Bring an index up to date."""
    for _ in index.update():
        pass


def fill(folder: Path, documents: int, notes: int) -> None:
    """Put documents and notes into a library."""
    with Library.open(folder) as library:
        for number in range(documents):
            library.put_document(document(number))
        rng = random.Random(9)
        for number in range(notes // 500):
            made = [
                Note(
                    id=uuid7(),
                    document=f"{number:064x}",
                    anchor=Anchor(at, at + 9, " ".join(rng.choices(VOCABULARY, cum_weights=WEIGHTS, k=12))),
                    body=" ".join(rng.choices(VOCABULARY, cum_weights=WEIGHTS, k=20)),
                )
                for at in range(500)
            ]
            library.put_notes(made, "Fill")


def queries(count: int) -> list[str]:
    """Return searches of one to three words, as rare as a reader looks for: not the most frequent ones."""
    rng = random.Random(11)
    return [
        " ".join(VOCABULARY[rng.randrange(60, 6000)] for _ in range(rng.randint(1, 3))) + " "
        for _ in range(count)
    ]


def measure(folder: Path, documents: int) -> None:
    """Print all figures."""
    size = (folder / "library.db").stat().st_size / 1e6
    with Index(folder) as index:
        begin = time.perf_counter()
        used_up(index)
        took = time.perf_counter() - begin
        print(
            f"the index is made in {took:.1f} s, {took / max(documents, 1) * 1000:.2f} ms for each document"
        )
    print(f"library {size:.0f} MB, index {(folder / FILE).stat().st_size / 1e6:.0f} MB")
    rng = random.Random(3)
    typed = []
    for word in rng.choices(VOCABULARY[60:6000], k=60):
        typed += [word[:end] for end in range(1, len(word) + 1)]
    with Index(folder) as index:
        used_up(index)
        measured("as typed, letter by letter", [lambda q=q: index.typed(q) for q in typed])
        measured("still up to date?", [lambda: used_up(index)] * 50)
        ranked = [lambda q=q: passages_in(index, asked(q), 20) for q in queries(200)]
        measured("ranked, with passages", ranked)
        common = [lambda q=q: passages_in(index, asked(q + " "), 20) for q in VOCABULARY[:40]]
        measured("ranked, the most frequent words", common)
        found = [lambda q=q: index.notes(asked(q + " "), 50) for q in VOCABULARY[60:160]]
        measured("find in the notes", found)
        measured("all documents with a word", [lambda q=q: index.matching(asked(q)) for q in queries(60)])
    with Library.open(folder) as library, Index(folder) as index:
        used_up(index)
        put, add = [], []
        for number in range(documents, documents + 50):
            fresh = document(number)
            begin = time.perf_counter()
            library.put_document(fresh)
            middle = time.perf_counter()
            used_up(index)
            put.append((middle - begin) * 1000)
            add.append((time.perf_counter() - middle) * 1000)
        both = statistics.median(put), statistics.median(add)
        print("add one: library median {:.2f} ms, index median {:.2f} ms".format(*both))
        notes = library.notes(f"{3:064x}")
        if notes:
            acts = [lambda n=n: library.update_note(replace(notes[7], body=f"now {n}")) for n in range(50)]
            measured("save one note", acts)
            measured("list the notes of one document", [lambda: library.notes(f"{3:064x}")] * 9)
    measured("open the library", [lambda: Library.open(folder).close()] * 9)


def main() -> int:
    """Run what the arguments ask for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--notes", type=int, default=50_000)
    options.add_argument("--folder", type=Path, help="a folder for the library, which is kept and used again")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.folder or Path(made)
        if not (folder / "library.db").exists():
            fill(folder, chosen.documents, chosen.notes)
        measure(folder, chosen.documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
