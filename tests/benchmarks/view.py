"""What the reading view costs with a book of 620,000 words and 12,000 marks, and with bad input.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/view.py [--words N] [--only VIEW]
                                                                       [--justified]

Every figure is processor time in milliseconds up to and with the picture, for the view that flows and, in the
same run, for the paged one; "ratio" is the paged one's to the other's. Work that waits for idle time is not
in it, except in "page down settled".
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import plainly  # noqa: F401
from PySide6.QtWidgets import QApplication

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Cell, Document, Metadata, Row
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.query import Query
from deskbrief.document.spans import Span
from deskbrief.services.finding import Buffer, Hits
from deskbrief.ui.fonts import load_fonts
from deskbrief.ui.pace import keep_pace
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.paged.view import PagedView
from deskbrief.ui.reader.values import Mark, Typography
from deskbrief.ui.reader.view import ReadingView

SENTENCES = (
    "In March the council of the northern region met in Geneva and discussed the supply of energy.",
    "Members of the ministry said that the talks had been useful, and a second round was held in May.",
    "It is difficult to say whether the change reflects conviction or convenience; most say both.",
    "The engineers walked the length of the embankment, counting the places where water had come through.",
    "Support for independent media in the provinces could foster dialogue while upholding standards.",
    "By contrast, officials maintain that the policy has delivered results, and they point to new projects.",
)
TIMES = 7
STEPS, STEP = 300, 60


class Maker:
    """Puts a document together block by block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.at = 0

    def add(self, kind: BlockKind, words: str, **fields: object) -> None:
        """Add a block of text."""
        start = self._begin(words)
        self.blocks.append(replace(Block(kind=kind, start=start, end=self.at), **fields))

    def table(self, rows: int, columns: int, words: str) -> None:
        """Add a table whose cells hold a number or a few words."""
        texts = [[f"{words} {row} {column}" for column in range(columns)] for row in range(rows)]
        start = self._begin("\n".join("\t".join(row) for row in texts))
        made, at = [], start
        for number, row in enumerate(texts):
            cells = []
            for text in row:
                cells.append(Cell(at, at + len(text), header=number == 0))
                at += len(text) + 1
            made.append(Row(tuple(cells)))
        self.blocks.append(Block(kind=BlockKind.TABLE, start=start, end=self.at, rows=tuple(made)))

    def document(self, name: str) -> Document:
        """Return the document."""
        text = "".join(self.parts)
        made = Document(
            sha256=name.encode().hex().ljust(64, "0"),
            metadata=Metadata(title=name, language="en"),
            text=text,
            blocks=tuple(self.blocks),
        )
        return finished(made)

    def _begin(self, words: str) -> int:
        if self.blocks:
            self.parts.append("\n\n")
            self.at += 2
        start = self.at
        self.parts.append(words)
        self.at += len(words)
        return start


def book(words: int) -> Document:
    """Return a long report: a heading every 300 words, a list and now and then a table."""
    random, make, written, number = Random(7), Maker(), 0, 0
    while written < words:
        number += 1
        make.add(BlockKind.HEADING, f"Findings of chapter {number}", level=1 + number % 3)
        for _ in range(4):
            text = " ".join(random.choices(SENTENCES, k=random.randint(2, 7)))
            make.add(BlockKind.PARAGRAPH, text)
            written += len(text.split())
        for _ in range(2):
            make.add(BlockKind.LIST_ITEM, random.choice(SENTENCES), marker="-")
            written += 16
        if number % 2 == 0:
            make.table(4, 3, "some words")
            written += 48
    make.add(BlockKind.PARAGRAPH, "The last word is zyzzyva.")
    return make.document("book")


def marks_on(document: Document, count: int) -> list[Mark]:
    """Return `count` marks, spread over the text."""
    random, long = Random(3), len(document.text) - 80
    starts = sorted(random.sample(range(long), count))
    roles = list(Role)
    return [
        Mark(str(at), Span(at, at + random.randint(10, 70)), random.choice(roles), MarkStyle.HIGHLIGHT, False)
        for at in starts
    ]


def hits_of(document: Document, words: str) -> tuple[Hits, float]:
    """Return all hits, and the milliseconds it took to find them."""
    query = Query(words=words)
    buffer, hits = Buffer(document), Hits()
    for _ in buffer.prepare():
        pass
    begin = time.process_time()
    for _ in buffer.find(query, hits):
        pass
    return hits, (time.process_time() - begin) * 1000


class Bench:
    """One view on the screen, and what acts on it cost."""

    def __init__(self, application: QApplication, view: AnyView, document: Document, small: Document) -> None:
        self._application = application
        self.view, self.document, self.small = view, document, small
        self.marks = marks_on(document, 12_000)
        view.resize(1000, 800)
        view.show()
        self.show(small)

    def show(self, document: Document) -> None:
        """Show a document and wait until nothing is left to do."""
        self.view.show_document(document)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is left to do."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            self._application.processEvents()
            if not self.view.busy:
                return

    def once(self, act: Callable[[], object]) -> float:
        """Return the processor time of `act` and the picture after it."""
        begin = time.process_time()
        act()
        self.view.viewport().repaint()
        return (time.process_time() - begin) * 1000

    def median(self, act: Callable[[], object], before: Callable[[], object] | None = None) -> float:
        """Return the median of several times, with rest in between."""
        taken = []
        for _ in range(TIMES):
            if before is not None:
                before()
            self.rest()
            taken.append(self.once(act))
        self.rest()
        return statistics.median(taken)

    def rows(self) -> Iterator[tuple[str, float]]:
        """Yield names and figures."""
        view, bar = self.view, self.view.scroller
        begin = time.process_time()
        view.show_document(self.document)
        view.viewport().repaint()
        yield "first show of the book", (time.process_time() - begin) * 1000
        yield "the same with its marks, switched to", self.median(self._switch, lambda: self.show(self.small))
        yield "scroll step, p50", (steps := sorted(self._steps()))[len(steps) // 2]
        yield "scroll step, p99", steps[int(len(steps) * 0.99)]
        yield "page down", self.median(lambda: view.page_by(1))
        yield "page down settled", self._settled(lambda: view.page_by(1))
        yield "jump to the end", self.median(lambda: bar.setValue(bar.maximum()), lambda: bar.setValue(0))
        yield "jump to the middle", self.median(self._middle, lambda: bar.setValue(0))
        yield "go to a passage", self.median(self._go, lambda: bar.setValue(0))
        self._middle()
        yield "new mark among 12,000", self._marked()
        hits, _ = hits_of(self.document, "the")
        yield f"light {len(hits):,} hits", self.median(lambda: view.set_hits(hits, 5))
        view.set_hits(())
        yield "select all", self.median(lambda: view.select(Span(0, len(self.document.text))), self._middle)
        yield "other text size", self.median(self._resize_text)
        yield "other line height", self.median(self._reheight)
        yield "other window width", self.median(self._resize)
        yield "other theme", self.median(self._retheme)

    def hostile(self) -> Iterator[tuple[str, float]]:
        """Yield names and figures for bad input: the worst of showing, paging and jumping."""
        for name, document in bad_documents():
            taken = [self.once(lambda document=document: self.view.show_document(document))]
            acts = (
                lambda: self.view.page_by(1),
                lambda: self.view.scroller.setValue(self.view.scroller.maximum()),
                lambda: self.view.page_by(-1),
                lambda: self.view.scroller.setValue(self.view.scroller.maximum() // 2),
                self._resize,
            )
            taken += [self.once(act) for act in acts]
            yield f"{name}: shown", taken[0]
            yield f"{name}: worst of five acts", max(taken[1:])
            self.show(self.small)

    def _switch(self) -> None:
        self.view.show_document(self.document)
        self.view.set_marks(self.marks)

    def _steps(self) -> Iterator[float]:
        bar = self.view.scroller
        self._middle()
        self.rest()
        for _ in range(STEPS):
            begin = time.process_time()
            bar.setValue(bar.value() + STEP)
            QApplication.sendPostedEvents()  # the picture
            yield (time.process_time() - begin) * 1000
            self._application.processEvents()

    def _settled(self, act: Callable[[], object]) -> float:
        taken = []
        for _ in range(TIMES):
            begin = time.process_time()
            act()
            self.view.viewport().repaint()
            self.rest()
            taken.append((time.process_time() - begin) * 1000)
        return statistics.median(taken)

    def _marked(self) -> float:
        """Return what a new mark costs; only its lines are drawn again."""
        taken = []
        for _ in range(TIMES):
            self.rest()
            begin = time.process_time()
            self._add_mark()
            QApplication.sendPostedEvents()  # the picture
            taken.append((time.process_time() - begin) * 1000)
        return statistics.median(taken)

    def _middle(self) -> None:
        self.view.scroller.setValue(self.view.scroller.maximum() // 2)

    def _go(self) -> None:
        at = len(self.document.text) * 2 // 3
        self.view.go_to(Span(at, at + 40))

    def _add_mark(self) -> None:
        at = self.view.place() + 5
        self.marks = [
            *self.marks,
            Mark(f"new{time.monotonic()}", Span(at, at + 30), Role.PINK, MarkStyle.HIGHLIGHT, False),
        ]
        self.view.set_marks(self.marks)

    def _resize_text(self) -> None:
        size = 14.0 if self.view.typography().size == Typography().size else Typography().size
        self.view.set_typography(replace(self.view.typography(), size=size))

    def _reheight(self) -> None:
        height = (
            1.85
            if self.view.typography().line_height == Typography().line_height
            else Typography().line_height
        )
        self.view.set_typography(replace(self.view.typography(), line_height=height))

    def _resize(self) -> None:
        self.view.resize(700 if self.view.width() > 800 else 1000, 800)

    def _retheme(self) -> None:
        from deskbrief.ui.theme import DARK, LIGHT

        self.view.set_theme(LIGHT if self.view.theme().dark else DARK)


def bad_documents() -> Iterator[tuple[str, Document]]:
    """Yield documents that are hard to lay out."""
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "word and word " * (5_000_000 // 14))
    yield "one line of 5 MB", make.document("line")
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "x" * 5_000_000)
    yield "one word of 5 MB", make.document("word")
    make = Maker()
    for number in range(100_000):
        make.add(BlockKind.HEADING, f"Heading {number}", level=1 + number % 6)
    yield "100,000 headings", make.document("headings")
    make = Maker()
    make.table(300, 200, "cell")
    yield "table of 200 columns", make.document("columns")
    make = Maker()
    make.table(20_000, 5, "some words in a cell of row")
    yield "table of 20,000 rows", make.document("rows")
    make = Maker()
    for number in range(2_000):
        make.add(BlockKind.LIST_ITEM, f"Item {number} of a list", marker="-", depth=number % 50)
    yield "lists 50 deep", make.document("lists")
    make = Maker()
    for _ in range(400):
        make.add(BlockKind.PARAGRAPH, ("a\u0301" * 20 + "\u202e\u200b😀 שלום ") * 20)
    yield "odd letters", make.document("odd")


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=620_000)
    parser.add_argument("--only", choices=["flowing", "paged"], default="")
    parser.add_argument("--no-bad-input", action="store_true")
    parser.add_argument("--justified", action="store_true", help="with two even edges and parted words")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    load_fonts()
    keep_pace()
    document, small = book(options.words), book(1_000)
    print(f"{document.words:,} words, {len(document.blocks):,} blocks")
    columns: dict[str, dict[str, float]] = {}
    for name, kind in (("flowing", ReadingView), ("paged", PagedView)):
        if options.only in {"", name}:
            view = kind()
            view.set_typography(
                Typography(justify=options.justified, hyphenate=options.justified),
            )
            bench = Bench(application, view, document, small)
            columns[name] = dict(bench.rows())
            if not options.no_bad_input:
                columns[name] |= dict(bench.hostile())
            bench.view.deleteLater()
    for words in ("the", "zyzzyva"):
        hits, taken = hits_of(document, words)
        print(f"find all {len(hits):,} of “{words}”: {taken:.1f} ms")
    print(f"{'':42}{'flowing':>9}{'paged':>9}{'ratio':>8}")
    for row in next(iter(columns.values())):
        one, other = (columns.get(name, {}).get(row, float("nan")) for name in ("flowing", "paged"))
        print(f"{row:42}{one:9.1f}{other:9.1f}{other / max(one, 0.01):8.1f}")


if __name__ == "__main__":
    main()
