"""One running program: library, worker, services and window, put together and taken down again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.messages import Level, Messages
from deskbrief.services.notetaking import Notetaking
from deskbrief.services.paths import AppPaths
from deskbrief.services.reading import Reading
from deskbrief.ui.bridge import Bridge
from deskbrief.ui.fonts import interface_font, load_fonts
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.mainwindow import MainWindow
from deskbrief.ui.parts import Chooser, Services
from deskbrief.ui.second_start import SecondStart
from deskbrief.ui.store import Geometry, SettingsStore


def dress(application: QApplication) -> None:
    """Give the application its name and fonts."""
    application.setApplicationName("deskbrief")
    application.setApplicationDisplayName("Deskbrief")
    application.setDesktopFileName("org.deskbrief.Deskbrief")
    load_fonts()
    application.setFont(interface_font())


@dataclass(slots=True, eq=False)
class Program:
    """Everything that was put together for one window."""

    services: Services
    store: SettingsStore
    window: MainWindow
    bridge: Bridge
    second_start: SecondStart

    @property
    def library(self) -> Library:
        """The library that the window stands on."""
        return self.services.library

    @property
    def runner(self) -> Runner:
        """The runner of the worker process."""
        return self.services.runner

    def close(self) -> None:
        """End the worker and close the library; the window must have been closed before."""
        self.second_start.close()
        self.runner.close()
        self.library.close()


def put_together(
    paths: AppPaths,
    mailbox: Mailbox,
    runner: Runner,
    chooser: Chooser | None = None,
    library: Library | None = None,
) -> Program:
    """Return a program on the library in `paths`; `runner` posts to `mailbox`. Raises `LibraryError`.

    It takes over a `library` that is open already.
    """
    library = library or Library.open(paths.data)
    messages = Messages()
    services = Services(
        library=library,
        runner=runner,
        reading=Reading(library, runner, mailbox.post),
        notetaking=Notetaking(library),
        messages=messages,
        clippings=paths.data / "clippings",
    )
    store = SettingsStore(paths.settings, messages)
    window = MainWindow(services, store, Geometry(paths.config), chooser)
    second_start = SecondStart(paths.data, window)
    second_start.files_received.connect(window.open)
    second_start.called.connect(window.raise_window)
    for remark in library.remarks:
        messages.say(remark, level=Level.WARNING)
    if not library.writable:
        messages.say(library.reason, level=Level.WARNING)
    return Program(services, store, window, Bridge(mailbox), second_start)
