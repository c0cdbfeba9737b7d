"""Draw the README's pictures from the running program: the sample, with a mark and a note, light and dark.

usage: python scripts/screenshots.py FOLDER     (starts a virtual display by itself when there is none)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow

HERE = Path(__file__).resolve().parent
PATIENCE_SECONDS = 120


def main() -> int:
    """Write the pictures; return the exit code."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        return subprocess.run(
            ["bash", str(HERE / "with_display.sh"), sys.executable, __file__, str(folder)], check=False
        ).returncode
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        draw(folder, Path(data))
    return 0


def draw(folder: Path, data: Path) -> None:
    """Open the sample, work on it a little, and write one picture for each appearance."""
    from PySide6.QtWidgets import QApplication

    from deskbrief.document.notes import Role
    from deskbrief.document.spans import Span
    from deskbrief.jobs.runner import Runner
    from deskbrief.services.paths import AppPaths
    from deskbrief.services.sources import sample_path
    from deskbrief.ui.mailbox import Mailbox
    from deskbrief.ui.program import dress, put_together

    application = QApplication(sys.argv[:1])
    dress(application)
    mailbox = Mailbox()
    program = put_together(AppPaths.under(data), mailbox, Runner(post=mailbox.post))
    window = program.window
    window.resize(1440, 900)
    window.show()
    window.open([sample_path()])
    desk = window.parts.desk

    def until(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the program did not get there")
            application.processEvents()
            time.sleep(0.005)

    def pause(seconds: float) -> None:
        end = time.monotonic() + seconds
        until(lambda: time.monotonic() > end)

    until(lambda: desk.front is not None and desk.front.complete)
    front = desk.front
    if front is None or front.document is None:
        raise RuntimeError("the sample is not open")
    text = front.document.text

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words))

    view = window.parts.reader.view
    for words, role, body in (
        (
            "This thaw is characterized by several strategic adjustments",
            Role.YELLOW,
            "Agreed, or proposed? Ask.",
        ),
        ("A targeted review of existing sanctions", Role.GREEN, ""),
    ):
        view.select(span(words))
        window.controllers.notes.mark_as(role)
        if body:
            window.controllers.notes.write(front.notes[0].note.id, body)
    window.controllers.documents.refresh_notes()
    for appearance in ("light", "dark", "sepia"):
        window.appearance.choose(appearance)
        view.go_to(Span(0, 0), flash=False)
        view.select(span("particularly concerning a certain Eastern European ally"))
        pause(0.5)
        window.grab().save(str(folder / f"reading-{appearance}.png"))
    window.appearance.choose("light")
    window.resize(1024, 600)
    view.select(Span(0, 0))
    view.go_to(span("Recommendations for U.S. Policy"), flash=False)
    pause(0.5)
    window.grab().save(str(folder / "reading-small.png"))
    window.resize(1440, 900)
    window.controllers.views.show_notes()
    pause(0.5)
    window.grab().save(str(folder / "notes-light.png"))
    draw_builder(window, folder, until, pause)
    window.close()
    program.close()


def draw_builder(
    window: MainWindow,
    folder: Path,
    until: Callable[[Callable[[], bool]], None],
    pause: Callable[[float], None],
) -> None:
    """Open the builder of briefs, let it draw its pages, and write a picture of it."""
    briefs = window.controllers.briefs
    window.parts.actions["brief"].trigger()
    until(lambda: briefs.builder is not None and briefs.builder.isVisible())
    pause(3.0)
    if briefs.builder is not None:
        briefs.builder.grab().save(str(folder / "builder-light.png"))
        briefs.builder.close()


if __name__ == "__main__":
    sys.exit(main())
