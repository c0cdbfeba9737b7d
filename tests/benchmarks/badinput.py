"""How long the reading view stands still on documents that were made to be hard: the longest of each step.

    bash scripts/with_display.sh .venv/bin/python -m tests.benchmarks.badinput

Each step is one call on the window's thread; the longest of all times it was made is told, in CPU
milliseconds, since other programs run beside.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import plainly  # noqa: F401
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from deskbrief.document.model import Document
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.spans import Span
from deskbrief.ui.fonts import load_fonts
from deskbrief.ui.reader.strides import Unit
from deskbrief.ui.reader.values import Mark, Typography
from deskbrief.ui.reader.view import ReadingView
from helpers.hard_documents import HARD


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds of the processor `act` and the drawing after it took."""
    begun = time.process_time()
    act()
    QApplication.processEvents()
    return (time.process_time() - begun) * 1000


def steps(view: ReadingView, document: Document) -> dict[str, float]:
    """Return the longest time of each step through `document`."""
    length = len(document.text)
    view.show_document(None)
    QApplication.processEvents()
    found = {"open": timed(lambda: view.show_document(document, 0))}
    places = [length * part // 10 for part in range(10)]
    found["jump"] = max(timed(lambda at=at: view.go_to(Span(at, at))) for at in places)
    found["scroll"] = max(timed(lambda: view.scroll_by(60)) for _ in range(40))
    found["page"] = max(timed(lambda: view.page_by(1)) for _ in range(10))
    found["end"] = timed(lambda: view.go_to(Span(length, length)))
    view.go_to(Span(length // 2, length // 2))
    found["sentence"] = max(timed(lambda: view.walker.sentence(1)) for _ in range(10))
    found["paragraph"] = max(timed(lambda: view.walker.paragraph(1)) for _ in range(10))
    found["extend"] = max(timed(lambda: view.walker.extend(Unit.SENTENCE, 1)) for _ in range(5))
    at = length // 2
    mark = Mark("n", Span(at, min(at + 200, length)), Role.BLUE, MarkStyle.HIGHLIGHT, has_body=False)
    found["mark"] = timed(lambda: view.set_marks([mark]))
    found["select all"] = timed(lambda: view.select(Span(0, length)))
    found["size"] = timed(lambda: view.set_typography(Typography(size=15)))
    found["resize"] = timed(lambda: view.resize(1000, 700))
    view.resize(1280, 900)
    view.set_typography(Typography())
    return found


def main() -> None:
    """Print the table."""
    application = QApplication.instance() or QApplication(sys.argv)
    load_fonts()
    view = ReadingView()
    view.resize(1280, 900)
    view.show()
    assert application is not None
    for name, make in HARD.items():
        document = make()
        found = steps(view, document)
        cells = "  ".join(f"{step} {ms:.0f}" for step, ms in found.items())
        print(f"{name:<22} {len(document.text):>9,}  {cells}", flush=True)


if __name__ == "__main__":
    main()
