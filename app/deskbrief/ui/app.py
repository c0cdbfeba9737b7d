"""The composition root: builds paths, library, worker, services and window, and runs them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deskbrief.document.errors import LibraryError
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.messages import Level, Messages
from deskbrief.services.notetaking import Notetaking
from deskbrief.services.paths import AppPaths
from deskbrief.services.reading import Reading
from deskbrief.services.sources import sample_path
from deskbrief.ui.mailbox import Mailbox

if TYPE_CHECKING:
    from deskbrief.ui.store import SettingsStore


def run(paths: AppPaths, files: Sequence[Path]) -> int:
    """Open the window on `files` and return the exit code when it is closed."""
    mailbox = Mailbox()
    runner = Runner(post=mailbox.post)
    # The worker starts while Qt is being imported: both take about as long.
    runner.start()
    try:
        return _run_window(paths, files, mailbox, runner)
    finally:
        runner.close()


def _run_window(paths: AppPaths, files: Sequence[Path], mailbox: Mailbox, runner: Runner) -> int:
    from PySide6.QtWidgets import QApplication

    from deskbrief.ui.bridge import Bridge
    from deskbrief.ui.fonts import interface_font, load_fonts
    from deskbrief.ui.icon import application_icon
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.parts import Services
    from deskbrief.ui.second_start import SecondStart
    from deskbrief.ui.store import Geometry, SettingsStore

    application = QApplication(sys.argv[:1])
    application.setApplicationName("deskbrief")
    application.setApplicationDisplayName("Deskbrief")
    application.setDesktopFileName("org.deskbrief.Deskbrief")
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    load_fonts()
    application.setFont(interface_font())
    Bridge(mailbox, application)

    messages = Messages()
    try:
        library = Library.open(paths.data)
    except LibraryError as error:
        return _refuse(error)
    try:
        services = Services(
            library=library,
            runner=runner,
            reading=Reading(library, runner, mailbox.post),
            notetaking=Notetaking(library),
            messages=messages,
        )
        store = SettingsStore(paths.settings, messages)
        window = MainWindow(services, store, Geometry(paths.config))
        listener = SecondStart(paths.data, window)
        listener.files_received.connect(window.open)
        listener.called.connect(window.raise_window)
        window.show()
        window.open(_first_files(store, files))
        for remark in library.remarks:
            messages.say(remark, level=Level.WARNING)
        return application.exec()
    finally:
        library.close()


def _first_files(store: SettingsStore, files: Sequence[Path]) -> list[Path]:
    """Return what to open at the start: what was asked for, else the last document, else the sample."""
    if files:
        return list(files)
    last = store.settings.last_opened
    if last:
        return [Path(last)] if Path(last).is_file() else []
    return [sample_path()]


def _refuse(error: LibraryError) -> int:
    from PySide6.QtWidgets import QMessageBox

    sys.stderr.write(f"deskbrief: {error}\n")
    QMessageBox.critical(None, "Deskbrief", f"{error.what}\n\n{error.next_step}")
    return error.exit_code
