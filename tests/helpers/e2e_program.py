"""The whole program for one test: a real library, a real worker process, a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.messages import Message, Messages
from deskbrief.services.notetaking import Notetaking
from deskbrief.services.reading import Reading
from deskbrief.services.sources import sample_path
from deskbrief.ui.bridge import Bridge
from deskbrief.ui.fonts import interface_font, load_fonts
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.mainwindow import MainWindow
from deskbrief.ui.parts import Services
from deskbrief.ui.store import Geometry, SettingsStore

#: The worker loads spaCy and its model within this, also on a busy machine.
PATIENCE_MS = 90_000


@dataclass
class Chosen:
    """Stands where the system's file dialogs stand: answers with what the test put in."""

    files: list[Path] = field(default_factory=list)
    place: Path | None = None

    def files_to_open(self, folder: Path) -> list[Path]:
        return self.files

    def place_for(self, suggestion: Path) -> Path | None:
        return self.place


@dataclass
class Program:
    """One running program."""

    window: MainWindow
    library: Library
    runner: Runner
    chosen: Chosen
    said: list[Message]
    bridge: Bridge

    @property
    def front(self):
        return self.window.parts.desk.front

    def press(self, command: str) -> None:
        """Give a command as a menu or a key would."""
        self.window.parts.actions[command].trigger()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts()
    qapp.setStyle("Fusion")
    qapp.setFont(interface_font())


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, fonts: None) -> Iterator[Callable[..., Program]]:
    """Start the program on the folder `data`; every one that was started is closed in the end."""
    running: list[Program] = []

    def begin(*files: Path, data: str = "data") -> Program:
        mailbox, messages, said = Mailbox(), Messages(), []
        bridge = Bridge(mailbox)
        runner = Runner(post=mailbox.post)
        library = Library.open(tmp_path / data)
        services = Services(
            library=library,
            runner=runner,
            reading=Reading(library, runner, mailbox.post),
            notetaking=Notetaking(library),
            messages=messages,
        )
        messages.subscribe(said.append)
        chosen = Chosen()
        store = SettingsStore(tmp_path / data / "settings.toml", messages)
        window = MainWindow(services, store, Geometry(tmp_path / data), chosen)
        program = Program(window, library, runner, chosen, said, bridge)
        running.append(program)
        window.show()
        window.open(files)
        return program

    yield begin
    for program in running:
        end(program)


def end(program: Program) -> None:
    """Close a program as its user would, once."""
    if program.runner is None:
        return
    program.window.close()
    program.runner.close()
    program.library.close()
    program.window.deleteLater()
    program.runner = None


@pytest.fixture
def sample() -> Path:
    return sample_path()


@pytest.fixture
def reading(start: Callable[..., Program], qtbot: QtBot, sample: Path) -> Program:
    """The program with the sample open and its outline complete."""
    program = start(sample)
    qtbot.waitUntil(lambda: program.front.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: program.front.complete, timeout=PATIENCE_MS)
    return program
