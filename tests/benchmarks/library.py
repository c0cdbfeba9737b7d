"""Measure the library when it holds much, and what comes back when its file is damaged.

    python tests/benchmarks/library.py [--notes 50000] [--documents 10000] [--pages 100]

Prints: the time to open, to list one document's notes, to find words and to save one note among many; to
find words in many texts; and, for random damaged pages, how many notes came back by themselves. The exit
code is 1 when fewer than 99 of 100 did, or when damage was not noticed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from deskbrief.document.anchors import Anchor, make_anchor
from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.notes import Note, uuid7
from deskbrief.document.spans import Span
from deskbrief.library.checkup import look_over
from deskbrief.library.expression import asked
from deskbrief.library.library import Library
from deskbrief.library.search import Index, used_up
from deskbrief.services.everywhere import passages_in

WORDS = "council ministry treaty energy border winter quota tariff review grain water budget".split()  # noqa: SIM905
PAGE = 4096


def text_of(number: int, words: int, seed: int = 1) -> Document:
    """Return a document of `words` words, made up."""
    rng = random.Random(number * 7 + seed)
    text = " ".join(f"{rng.choice(WORDS)}{rng.randrange(3000)}" for _ in range(words))
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    title = Metadata(title=f"Report {number}")
    return finished(Document(sha256=f"{number:064x}", metadata=title, text=text, blocks=(block,)))


def timed(name: str, act: Callable[[], object], times: int = 5) -> None:
    """Print the median and the worst time of `act`."""
    took = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        took.append((time.perf_counter() - begin) * 1000)
    print(f"{name:45} median {statistics.median(took):8.1f} ms  worst {max(took):8.1f} ms", flush=True)


def many_notes(folder: Path, count: int) -> None:
    """Fill a library with notes on a hundred documents and measure it."""
    rng = random.Random(2)
    with Library.open(folder) as library:
        for number in range(count // 500):
            notes = [
                Note(
                    id=uuid7(),
                    document=f"{number:064x}",
                    anchor=Anchor(at, at + 9, f"passage {at}"),
                    body=f"note {at} {rng.choice(WORDS)}{rng.randrange(3000)}",
                )
                for at in range(500)
            ]
            library.put_notes(notes, "Fill")
    print(f"{count} notes")
    timed("open", lambda: Library.open(folder).close())
    with Library.open(folder) as library:
        timed("notes of one document", lambda: library.notes(f"{3:064x}"))
        with Index(folder) as index:
            timed("make the index", lambda: used_up(index), 1)
            timed("find words in the notes", lambda: index.notes(asked("winter12"), 50))
        note = library.notes(f"{3:064x}")[7]
        bodies = iter(range(10**6))
        timed("save", lambda: library.update_note(replace(note, body=f"{next(bodies)}")), 20)
        timed("look everything over", lambda: look_over(folder), 1)


def many_documents(folder: Path, count: int) -> None:
    """Fill a library with documents of 1,500 words and measure finding."""
    with Library.open(folder) as library:
        begin = time.perf_counter()
        for number in range(count):
            library.put_document(text_of(number, 1500))
        print(f"{count} documents of 1,500 words, {(time.perf_counter() - begin) / count * 1000:.1f} ms each")
        timed("open", lambda: Library.open(folder).close())
        # As in the window: the index stays open, and documents are told before anything is ranked.
        with Index(folder) as index:
            timed("make the index", lambda: used_up(index), 1)
            timed("find as typed", lambda: (used_up(index), index.typed("wint", 200)), 20)
            timed("ranked, with passages", lambda: passages_in(index, asked("winter12 grain"), 20), 20)
        extra = iter(range(count, count + 100))
        timed("add one", lambda: library.put_document(text_of(next(extra), 1500)), 20)


def damaged_pages(folder: Path, pages: int) -> bool:
    """Damage one page after another of a library and see what comes back."""
    document = text_of(1, 20_000)
    with Library.open(folder) as library:
        library.put_document(document)
        notes = [
            Note(
                id=uuid7(),
                document=document.sha256,
                anchor=make_anchor(document, Span(n, n + 9)),
                body=f"my {n} " * 9,
            )
            for n in range(2000)
        ]
        library.put_notes(notes, "Fill")
    data, journal = (folder / "library.db").read_bytes(), (folder / "journal.ndjson").read_bytes()
    wanted = {note.body for note in notes}
    rng, worst, unnoticed, alone = random.Random(3), 1.0, 0, []
    for number in range(pages):
        page = rng.randrange(len(data) // PAGE)
        changed = bytearray(data)
        changed[page * PAGE : (page + 1) * PAGE] = rng.randbytes(PAGE) if number % 2 else bytes(PAGE)
        for with_journal in (True, False):
            shutil.rmtree(folder)
            folder.mkdir()
            (folder / "library.db").write_bytes(changed)
            if with_journal:
                (folder / "journal.ndjson").write_bytes(journal)
            share, noticed = back(folder, wanted)
            if with_journal:
                worst, unnoticed = min(worst, share), unnoticed + (share < 1 and not noticed)
            else:
                alone.append(share)
    print(f"{pages} damaged pages: at worst {worst:.2%} of the notes came back, {unnoticed} times unnoticed")
    print(f"without journal or copy: {statistics.mean(alone):.2%} on average, {min(alone):.2%} at worst")
    return worst >= 0.99 and not unnoticed


def back(folder: Path, wanted: set[str]) -> tuple[float, bool]:
    """Open a damaged library as the program does; return the share of notes and whether it was noticed."""
    try:
        library = Library.open(folder)
    except Exception as error:  # noqa: BLE001 - any failure is told
        print(f"not opened: {error}")
        return 0.0, True
    noticed = library.repaired
    if not noticed and look_over(folder):
        noticed = True
        library.want_repair()
        library.close()
        library = Library.open(folder)
    with library:
        return len(wanted & {note.body for note in library.notes()}) / len(wanted), noticed


def main() -> int:
    """Run what the arguments ask for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--notes", type=int, default=50_000)
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--pages", type=int, default=100)
    chosen = options.parse_args()
    top = Path(tempfile.mkdtemp(prefix="deskbrief-library-"))
    try:
        if chosen.notes:
            many_notes(top / "notes", chosen.notes)
        if chosen.documents:
            many_documents(top / "documents", chosen.documents)
        return 0 if not chosen.pages or damaged_pages(top / "pages", chosen.pages) else 1
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    sys.exit(main())
