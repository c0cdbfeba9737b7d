"""What a new mark costs in the whole window: kept on disk, drawn, and in the panel of notes.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/marking.py [--notes N]

The book of 620,000 words has 12,000 notes. Processor time of the window's thread, from the command to the
picture: of the first mark, and the median of those after it.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from random import Random

import plainly  # noqa: F401
from documents import HUGE, keep, read, write
from memory import Child
from PySide6.QtWidgets import QApplication
from table import row, title

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.notetaking import Notetaking

TIMES = 8
#: So many notes are made in one step.
AT_ONCE = 500


def mark_up(library: Library, file: Path, count: int) -> None:
    """Put `count` notes on the document in `file`."""
    document, random, roles = read(file), Random(3), list(Role)
    starts = sorted(random.sample(range(len(document.text) - 100), count))
    notetaking = Notetaking(library)
    for at in range(0, count, AT_ONCE):
        spans = [Span(start, start + random.randint(10, 70)) for start in starts[at : at + AT_ONCE]]
        notetaking.mark_all(document, spans, roles[at // AT_ONCE % len(roles)])


def marked(child: Child) -> list[float]:
    """Mark several passages in the middle of the text; return what each cost in milliseconds."""
    parts = child.window.parts
    view, taken = parts.reader.view, []
    view.scroller.setValue(view.scroller.maximum() // 2)
    child.settle()
    for number in range(TIMES):
        at = view.place() + 40 + number * 45
        view.select(Span(at, at + 30))
        child.settle(0.3)
        began = time.thread_time()
        parts.actions["mark"].trigger()
        QApplication.sendPostedEvents()  # the picture
        taken.append((time.thread_time() - began) * 1000)
        child.settle(0.5)
    return taken


def main() -> None:
    """Mark and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=12_000)
    count = parser.parse_args().notes
    title("Marking in the window")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        file = write(folder / "huge.txt", HUGE)
        with Library.open(folder / "data") as library:
            keep(library, file)
            mark_up(library, file, count)
        child = Child(folder / "data", file)
        first, *others = marked(child)
        child.close()
    row(f"first new mark among {count:,} notes", 16, first, "ms C")
    row("each after it", 16, statistics.median(others), "ms C")


if __name__ == "__main__":
    main()
