"""The whole program for one test: a real library, a real worker process, a real window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskbrief.document.codec import document_request, join_document, join_outline
from deskbrief.document.spans import Span
from deskbrief.jobs.runner import Runner, collect
from deskbrief.library.library import Library
from deskbrief.services.messages import Message
from deskbrief.services.paths import AppPaths
from deskbrief.services.sources import read_request, sample_path
from deskbrief.ui.appearance import WORN
from deskbrief.ui.builder.window import BuilderWindow
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.mainwindow import MainWindow
from deskbrief.ui.program import Program, dress, put_together

#: The worker loads spaCy and its model within this, also on a busy machine.
PATIENCE_MS = 90_000


@dataclass
class Chosen:
    """Stands where the system's file dialogs stand: answers with what the test put in."""

    files: list[Path] = field(default_factory=list)
    place: Path | None = None
    notes: list[Path] = field(default_factory=list)

    def files_to_open(self, folder: Path) -> list[Path]:
        return self.files

    def brief_to_check(self, folder: Path) -> Path | None:
        return self.files[0] if self.files else None

    def place_for(self, suggestion: Path) -> Path | None:
        return self.place

    def picture_to_use(self, folder: Path) -> Path | None:
        return self.files[0] if self.files else None

    def notes_to_import(self, folder: Path) -> list[Path]:
        return self.notes

    def place_for_notes(self, suggestion: Path, ending: str) -> Path | None:
        return self.place

    def place_for_events(self, suggestion: Path, ending: str) -> Path | None:
        return self.place


@dataclass
class Running:
    """One running program."""

    program: Program
    chosen: Chosen
    said: list[Message]
    ended: bool = False

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def library(self) -> Library:
        return self.program.library

    @property
    def runner(self) -> Runner:
        return self.program.runner

    @property
    def front(self) -> OpenDocument:
        return self.window.parts.desk.front

    def press(self, command: str) -> None:
        """Give a command as a menu or a key would."""
        action: QAction = self.window.parts.actions[command]
        assert action.isEnabled(), command
        action.trigger()


@pytest.fixture(scope="session")
def own_font(qapp: QApplication) -> QFont:
    """Make name and faces of the application known, once; return the font that it is then given."""
    before = qapp.font()
    dress(qapp)
    font = qapp.font()
    qapp.setFont(before)
    return font


@pytest.fixture
def dressed(qapp: QApplication, own_font: QFont) -> Iterator[None]:
    """Give the application its font for one test; what outlives the window is put back."""
    before = qapp.font()
    qapp.setFont(own_font)
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setProperty(WORN, None)
    qapp.setFont(before)


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, dressed: None) -> Iterator[Callable[..., Running]]:
    """Start the program on the folder `data`; every one that was started is closed in the end."""
    every: list[Running] = []

    def begin(*files: Path, data: str = "data") -> Running:
        mailbox = Mailbox()
        runner = Runner(post=mailbox.post)
        chosen, said = Chosen(), []
        program = put_together(AppPaths.under(tmp_path / data), mailbox, runner, chosen)
        program.services.messages.subscribe(said.append)
        every.append(Running(program, chosen, said))
        program.window.show()
        program.window.open(files)
        return every[-1]

    yield begin
    for running in every:
        end(running)


def end(running: Running) -> None:
    """Close a program as its user would, once."""
    if not running.ended:
        running.ended = True
        running.window.close()
        running.program.close()
        running.window.deleteLater()


@pytest.fixture
def sample() -> Path:
    return sample_path()


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the sample was read and outlined by a real worker, once for all tests."""
    folder, path = tmp_path_factory.mktemp("known"), sample_path()
    state, runner = path.stat(), Runner()
    try:
        document = join_document(collect(runner, "read", read_request(path)))
        outline = join_outline(collect(runner, "outline", document_request(document)))
    finally:
        runner.close(timeout=20)
    with Library.open(folder) as library:
        library.put_document(document, path=str(path), size=state.st_size, mtime_ns=state.st_mtime_ns)
        library.put_outline(document.sha256, outline, "")
    return folder


@pytest.fixture
def reading(
    start: Callable[..., Running], qtbot: QtBot, sample: Path, known: Path, tmp_path: Path
) -> Running:
    """The program with the sample open and its outline complete, both from the library."""
    shutil.copytree(known, tmp_path / "data")
    return opened(start, qtbot, sample)


@pytest.fixture(params=[False, True], ids=["flowing", "paged"])
def hands(request: pytest.FixtureRequest, reading: Running, qtbot: QtBot) -> Running:
    """The program with the sample open, in each kind of view, with the keyboard in the text."""
    reader = reading.window.parts.reader
    reader.use(paged=request.param)
    reading.window.activateWindow()
    reader.view.setFocus()
    qtbot.waitUntil(reader.view.hasFocus)
    qtbot.waitUntil(lambda: reader.view.visible() != Span(0, 0))
    return reading


@pytest.fixture
def reading_anew(start: Callable[..., Running], qtbot: QtBot, sample: Path) -> Running:
    """The program with the sample open and its outline complete, both from the worker just now."""
    return opened(start, qtbot, sample)


def opened(start: Callable[..., Running], qtbot: QtBot, sample: Path) -> Running:
    """Start the program with the sample, and wait for its outline."""
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    return running


def builder_of(program: Running, qtbot: QtBot) -> BuilderWindow:
    """Open the builder, and wait until it is on the screen."""
    program.press("brief")
    briefs = program.window.controllers.briefs
    qtbot.waitUntil(lambda: briefs.builder is not None, timeout=PATIENCE_MS)
    qtbot.waitExposed(briefs.builder)
    return briefs.builder


def building(program: Running, qtbot: QtBot) -> BuilderWindow:
    """Open the builder, and wait until it has the keyboard and its first page is drawn."""
    window = builder_of(program, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.preview.is_drawn(0), timeout=PATIENCE_MS)
    return window
