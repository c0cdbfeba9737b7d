"""What lists of 10,000 rows cost: fill, filter, sort.

usage: bash scripts/with_display.sh .venv/bin/python tests/benchmarks/lists.py

Processor milliseconds of the window's thread up to and with the picture, the median of several times; "at a
stretch" is the longest that the window was away meanwhile, by the same clock.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from time import thread_time

import plainly  # noqa: F401
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from table import row, title

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.outline import Event, EventDate, Figure, FigureKind, Name, Outline, Recommendation
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, identified
from deskbrief.services.naming import named
from deskbrief.ui.outline.panel import OutlinePanel
from deskbrief.ui.outline.settings import EventOrder, Grouping, OutlineSettings, OutlineState
from deskbrief.ui.pace import keep_pace
from deskbrief.ui.program import dress
from deskbrief.ui.side import Side

ROWS, TIMES, TARGET_MS = 10_000, 7, 16.0
#: The window is at rest after this many turns of the event loop in which nothing was done.
QUIET = 5
WORDS = "The council of region {n} met on {d} May {y}; the agency of region {n} should publish its figures."


def made_up() -> tuple[Document, Outline]:
    """Return a document of 10,000 paragraphs with an event or advice, a name and a figure in each."""
    text, blocks = "", []
    events, advice, names, figures = [], [], [], []
    for n in range(ROWS):
        words = WORDS.format(n=n, d=n % 28 + 1, y=1900 + n % 120)
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=span.start, end=span.end))
        place = words.index(f"{n % 28 + 1} May") + span.start
        date = EventDate(f"{1900 + n % 120}-05-{n % 28 + 1:02}", place, place + 10)
        if n % 2:
            events.append(Event(date=date, title=f"Council of region {n}", spans=(span,)))
        else:
            advice.append(Recommendation(action=words, spans=(span,), addressee=f"Region {n % 300}"))
        names.append(Name(f"Region {n}", "place", (), (span,)))
        figures.append(Figure(text=str(n), kind=list(FigureKind)[n % 3], start=span.start, end=span.end))
        text += words + "\n"
    document = Document(sha256="lists", metadata=Metadata(title="Lists"), text=text, blocks=tuple(blocks))
    outline = Outline(
        events=tuple(events), recommendations=tuple(advice), names=tuple(names), figures=tuple(figures)
    )
    return finished(document), outline


def curated(document: Document, outline: Outline) -> Curated:
    """Return the items of `outline` without decisions."""
    work = identified(document, outline)
    while True:
        try:
            next(work)
        except StopIteration as whole:
            return whole.value


@dataclass(slots=True)
class Cost:
    """Processor milliseconds: in all, and the longest stretch, for each time."""

    whole: list[float] = field(default_factory=list)
    stretch: list[float] = field(default_factory=list)


class Bench:
    """Lets a window work and reads the clock."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def rest(self) -> list[float]:
        """Let the event loop run until nothing is left to do; return what each turn took."""
        turns, quiet = [], 0
        while quiet < QUIET:
            began = thread_time()
            self._application.processEvents()
            turns.append((thread_time() - began) * 1000)
            quiet = quiet + 1 if turns[-1] < 0.15 else 0
        return turns

    def measure(self, act: Callable[[], object], cost: Cost) -> None:
        """Act, let everything happen that follows, and note what it took."""
        self.rest()
        began = thread_time()
        act()
        first = (thread_time() - began) * 1000
        turns = self.rest()
        cost.whole.append(first + sum(turns))
        cost.stretch.append(max(first, *turns))

    def report(self, name: str, acts: dict[str, tuple[Callable[[], object], Callable[[], object]]]) -> None:
        """Measure each act several times, its undoing in between, and print the rows."""
        for words, (act, undo) in acts.items():
            cost = Cost()
            for _ in range(TIMES):
                self.measure(act, cost)
                undo()
            row(f"{name}: {words}", TARGET_MS, statistics.median(cost.whole), "ms C")
            row("  at a stretch", None, statistics.median(cost.stretch), "ms C")


def typed(panel: QWidget, words: str) -> Callable[[], None]:
    """Return what puts `words` into the filter of a panel."""
    box = panel.findChild(QLineEdit)
    return lambda: box.setText(words)


def main() -> None:
    """Measure the outline and the panels of facts."""
    application = QApplication(sys.argv[:1])
    dress(application)
    keep_pace()
    bench = Bench(application)
    document, outline = made_up()
    items, names = curated(document, outline), named(outline.names, ())
    panel, home = OutlinePanel(), QWidget()
    side = Side(home)
    empty = Document(sha256="", metadata=Metadata(), text="", blocks=())

    def shown(widget: QWidget) -> None:
        widget.resize(400, 800)
        widget.show()
        bench.rest()

    def arranged(**wishes: object) -> Callable[[], None]:
        return lambda: panel.set_settings(OutlineSettings(**wishes))

    title("Lists of 10,000 rows")
    shown(panel)
    fill = (
        lambda: panel.show_outline(document, outline, items, OutlineState.FULL),
        lambda: panel.show_outline(None, None, Curated(), OutlineState.WAITING),
    )
    bench.report("outline", {"fill": fill})
    fill[0]()
    bench.report(
        "outline",
        {
            "filter to one row": (typed(panel, "region 4999"), typed(panel, "")),
            "filter to half": (typed(panel, "region 1"), typed(panel, "")),
            "events in the order of the text": (arranged(order=EventOrder.TEXT), arranged()),
            "recommendations by strength": (arranged(group_by=Grouping.STRENGTH), arranged()),
        },
    )
    panel.hide()
    for name, show, hide in (
        (
            "names",
            lambda: side.names.show_names(document, names),
            lambda: side.names.show_names(None, named((), ())),
        ),
        (
            "figures",
            lambda: side.figures.show_facts(document, outline.figures),
            lambda: side.figures.show_facts(empty, ()),
        ),
    ):
        shown(side.panel(name))
        bench.report(name, {"fill": (show, hide)})
        show()
        box = side.panel(name)
        bench.report(name, {"filter": (typed(box, "4999"), typed(box, ""))})
        box.hide()


if __name__ == "__main__":
    main()
