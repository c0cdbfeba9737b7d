"""Draw the README's pictures, and those a designer looks at, from the running program.

usage: python scripts/screenshots.py FOLDER     (starts a virtual display by itself when there is none)

The sample in light, dark and sepia, in a small and a large window; a long report, a page of tables, one from
right to left; two documents side by side, a PDF beside its original pages, the library, its chronology, the
search and the builder.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from deskbrief.document.model import Document
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.jobs.runner import Runner
from deskbrief.services.paths import AppPaths
from deskbrief.services.sources import sample_path
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.program import Program, dress, put_together

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "benchmarks"))
from documents import text_of  # noqa: E402 - benchmarks are scripts, no package

TEXTS = HERE / "screenshots_texts"
PATIENCE_SECONDS = 120
#: Shorter parts of the sample are headings.
LONGEST_HEAD = 70
USUAL, SMALL, LARGE = QSize(1440, 900), QSize(1024, 600), QSize(2560, 1440)


def main() -> int:
    """Write the pictures; return the exit code."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        return subprocess.run(
            ["bash", str(HERE / "with_display.sh"), sys.executable, __file__, str(folder)], check=False
        ).returncode
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        photographer = Photographer(folder, Path(data))
        photographer.draw_sample()
        photographer.draw_texts(Path(data))
        photographer.draw_pages(Path(data))
        photographer.draw_library()
        photographer.draw_builder()
        photographer.close()
    return 0


class Photographer:
    """The running program, with a hand on it and a camera before it."""

    def __init__(self, folder: Path, data: Path) -> None:
        self._folder = folder
        self._application = QApplication(sys.argv[:1])
        dress(self._application)
        mailbox = Mailbox()
        paths = AppPaths.under(data)
        self._program: Program = put_together(paths, mailbox, Runner(post=mailbox.post))
        self._window = self._program.window
        self._window.resize(USUAL)
        self._window.show()
        self._window.finish()

    def close(self) -> None:
        """End the program."""
        self._window.close()
        self._program.close()

    def draw_sample(self) -> None:
        """Draw the sample with a mark and a note: three appearances, three sizes, the notes."""
        document = self._open(sample_path())
        view = self._window.parts.reader.view
        self._mark("This thaw is characterized by several strategic adjustments", Role.YELLOW, "Agreed? Ask.")
        self._mark("A targeted review of existing sanctions", Role.GREEN)
        for appearance in ("light", "dark", "sepia"):
            self._window.appearance.choose(appearance)
            view.go_to(Span(0, 0), flash=False)
            view.select(self._span("particularly concerning a certain Eastern European ally"))
            self._shoot(f"reading-{appearance}")
        self._window.appearance.choose("light")
        view.select(Span(0, 0))
        for size, name in ((SMALL, "small"), (LARGE, "large")):
            self._window.resize(size)
            view.go_to(self._span("Recommendations for U.S. Policy"), flash=False)
            self._shoot(f"reading-{name}")
        self._window.resize(USUAL)
        self._window.controllers.views.show_notes()
        self._shoot("notes-light")
        self._window.controllers.views.show_outline()
        if document != self._front():
            raise RuntimeError("another document came to the front")

    def draw_texts(self, folder: Path) -> None:
        """Draw a long report, alone and beside a page of tables, and a page from right to left."""
        report = folder / "report.txt"
        report.write_text(text_of(60_000).replace("Findings of chapter", "Chapter"), encoding="utf-8")
        for path in (report, TEXTS / "tables.html", TEXTS / "right-to-left.html"):
            self._open(path)
            if path is report:
                self._window.parts.reader.view.go_to(self._span("Chapter 40"), flash=False)
            self._shoot(path.stem)
        self._window.controllers.splitting.toggle()
        self._shoot("split")
        self._window.controllers.splitting.toggle()

    def draw_pages(self, folder: Path) -> None:
        """Draw the text of a PDF beside its original pages, with the same mark on both."""
        path = folder / "pages.pdf"
        styles, text = getSampleStyleSheet(), sample_path().read_text(encoding="utf-8")
        words = [part.strip() for part in text.splitlines() if part.strip() and part[0] != "|"]
        looks = [styles["Heading2" if len(part) < LONGEST_HEAD else "BodyText"] for part in words]
        story: list[Flowable] = [
            Paragraph(escape(part), look) for part, look in zip(words, looks, strict=True)
        ]
        SimpleDocTemplate(str(path), title="A Thaw between Old Rivals", invariant=True).build(story)
        self._open(path)
        self._mark("This thaw is characterized by several strategic adjustments", Role.GREEN)
        self._window.parts.reader.view.let_go()
        self._window.parts.actions["pages_beside"].trigger()
        other = self._window.parts.panes.other
        self._until(lambda: other is not None and not other.reader.view.busy)
        self._shoot("pages")
        self._window.parts.actions["pages_beside"].trigger()

    def draw_library(self) -> None:
        """Draw the library, one chronology of all its documents, and the search over everything."""
        libraries = self._window.controllers.libraries
        libraries.show()
        page = libraries.page
        self._until(lambda: len(page.list.rows) > 1)
        QTest.keyClick(page.list, Qt.Key.Key_Home)
        for _ in page.list.rows[1:]:
            QTest.keyClick(page.list, Qt.Key.Key_Space)
            QTest.keyClick(page.list, Qt.Key.Key_Down)
        self._shoot("library")
        libraries.show_chronology(page.chosen())
        self._shoot("chronology")
        self._window.show_text()
        self._open(sample_path())
        box = self._window.bar.search
        box.setFocus()
        QTest.keyClicks(box, "military")
        self._shoot("search")
        box.clear()

    def draw_builder(self) -> None:
        """Draw the builder of briefs with the brief of the sample."""
        briefs = self._window.controllers.briefs
        self._window.parts.actions["brief"].trigger()
        self._until(lambda: briefs.builder is not None and briefs.builder.isVisible())
        self._shoot("builder-light", briefs.builder, seconds=3.0)
        if briefs.builder is not None:
            briefs.builder.close()

    def _open(self, path: Path) -> Document:
        """Open a file and wait for its whole outline."""
        desk = self._window.parts.desk
        self._window.open([path])
        self._until(lambda: desk.front is not None and desk.front.path == path and desk.front.complete)
        # Panels follow a reader who is in the text.
        self._window.parts.reader.view.setFocus()
        return self._front()

    def _front(self) -> Document:
        front = self._window.parts.desk.front
        if front is None or front.document is None:
            raise RuntimeError("no document is open")
        return front.document

    def _span(self, words: str) -> Span:
        at = self._front().text.index(words)
        return Span(at, at + len(words))

    def _mark(self, words: str, role: Role, body: str = "") -> None:
        self._window.parts.reader.view.select(self._span(words))
        self._window.controllers.notes.mark_as(role)
        front = self._window.parts.desk.front
        if body and front is not None:
            self._window.controllers.notes.write(front.notes[0].note.id, body)
        self._window.controllers.documents.refresh_notes()

    def _shoot(self, name: str, window: QWidget | None = None, seconds: float = 0.7) -> None:
        """Let the window come to rest, and write a picture of it in at most 256 colours."""
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() > end)
        path = self._folder / f"{name}.png"
        (window or self._window).grab().save(str(path))
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        small.save(path, optimize=True)

    def _until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the program did not get there")
            self._application.processEvents()
            time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main())
