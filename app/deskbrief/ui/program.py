"""One running program: library, worker, services and window, put together and taken down again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.records import dataclass
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.messages import Level, Message, Messages
from deskbrief.services.notetaking import Notetaking
from deskbrief.services.paths import AppPaths
from deskbrief.services.reading import Reading
from deskbrief.ui.bridge import Bridge
from deskbrief.ui.fonts import interface_font, load_fonts
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.mainwindow import MainWindow
from deskbrief.ui.parts import Chooser, Services
from deskbrief.ui.store import Geometry, SettingsStore

if TYPE_CHECKING:
    from deskbrief.services.instance import Listener
    from deskbrief.ui.ending import Ending
    from deskbrief.ui.second_start import SecondStart
    from deskbrief.ui.upkeep import Upkeep


#: How long the window waits for another program that is writing to the library.
PATIENCE_MS = 250


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
    data: Path
    second_start: SecondStart | None = None
    upkeep: Upkeep | None = None
    ending: Ending | None = None
    wants_restart: bool = False

    def end_on_request(self) -> None:
        """End in order from now on when the system asks for it."""
        from deskbrief.ui.ending import Ending

        self.ending = Ending(self.window)

    def listen(self, listener: Listener) -> None:
        """Answer other starts of the program from now on, at the place that this one has taken."""
        from deskbrief.ui.second_start import SecondStart

        self.second_start = SecondStart(listener, self.window)
        self.second_start.files_received.connect(self.window.open)
        self.second_start.links_received.connect(self.window.open_links)
        self.second_start.called.connect(self.window.raise_window)

    def care(self) -> None:
        """Care for the library from now on."""
        from deskbrief.ui.upkeep import Upkeep

        self.upkeep = Upkeep(self.data, self.library, self.services.messages, self.bridge.mailbox.post)
        self.upkeep.damaged.connect(self.offer_repair)

    def offer_repair(self, message: Message) -> None:
        """Say that the library is damaged, and offer to start again, which repairs it."""
        notice = self.window.parts.notice
        notice.show_message(message, notice.tr("Restart and repair now"), self.restart)

    def restart(self) -> None:
        """Close the window and start again; nothing happens while words are not on disk."""
        self.wants_restart = self.window.close()

    def find_voice(self) -> None:
        """Offer to read aloud, if the system has a voice."""
        from deskbrief.ui.aloud.voice import is_installed

        if is_installed():
            self.window.controllers.aloud.offer()

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
        self.window.controllers.end()
        if self.ending is not None:
            self.ending.close()
        self.bridge.mailbox.shut()
        if self.second_start is not None:
            self.second_start.close()
        if self.upkeep is not None:
            self.upkeep.end()
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
    # The window is not to stand still because another program keeps the library; what fails is tried again.
    library.wait_at_most(PATIENCE_MS)
    messages = Messages()
    services = Services(
        library=library,
        runner=runner,
        reading=Reading(library, runner, mailbox.post),
        notetaking=Notetaking(library),
        messages=messages,
        clippings=paths.data / "clippings",
        data=paths.data,
        post=mailbox.post,
        briefs=paths.data / "briefs",
    )
    store = SettingsStore(paths.settings, messages, mailbox.post)
    window = MainWindow(services, store, Geometry(paths.config), chooser)
    library.settle_beside(partial(_pass_on, mailbox, window.controllers.notes.settled))
    for remark in library.remarks:
        messages.say(remark, level=Level.WARNING)
    if not library.writable:
        messages.say(library.reason, level=Level.WARNING)
    if library.repaired:
        window.offer_backups(" ".join(library.remarks))
    return Program(services, store, window, Bridge(mailbox), paths.data)


def _pass_on(
    mailbox: Mailbox,
    settled: Callable[[int, DeskbriefError | None], None],
    number: int,
    error: DeskbriefError | None,
) -> None:
    """Bring what the library's thread tells to the window's."""
    mailbox.post(partial(settled, number, error))
