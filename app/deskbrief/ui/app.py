"""The composition root: starts the worker, then Qt, and runs the window."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deskbrief.document.errors import LibraryError
from deskbrief.jobs.runner import Runner
from deskbrief.services.paths import AppPaths
from deskbrief.services.sources import sample_path
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.pace import keep_pace

if TYPE_CHECKING:
    from deskbrief.services.settings import Settings
    from deskbrief.ui.keptcode import KeptCode


def run(paths: AppPaths, files: Sequence[Path], kept: KeptCode) -> int:
    """Open the window on `files` and return the exit code when it is closed; `kept` is used to begin with."""
    keep_pace()
    mailbox = Mailbox()
    runner = Runner(post=mailbox.post)
    # The worker starts while Qt is being imported: both take about as long.
    runner.start()
    try:
        return _run_window(paths, files, mailbox, runner, kept)
    finally:
        runner.close()


def _run_window(
    paths: AppPaths, files: Sequence[Path], mailbox: Mailbox, runner: Runner, kept: KeptCode
) -> int:
    from PySide6.QtWidgets import QApplication

    from deskbrief.ui.program import dress, put_together

    # Everything is on disk already, so Ctrl+C in a terminal may simply end the program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication(sys.argv[:1])
    dress(application)
    try:
        program = put_together(paths, mailbox, runner)
    except LibraryError as error:
        return _refuse(error)
    try:
        program.window.show()
        program.window.open(_first_files(program.store.settings, files))
        kept.end()
        return application.exec()
    finally:
        program.close()
        kept.write()


def _first_files(settings: Settings, files: Sequence[Path]) -> list[Path]:
    """Return what to open at the start: what was asked for, else the last document, else the sample."""
    if files:
        return list(files)
    last = settings.last_opened
    if last:
        return [Path(last)] if Path(last).is_file() else []
    return [sample_path()]


def _refuse(error: LibraryError) -> int:
    from PySide6.QtWidgets import QMessageBox

    sys.stderr.write(f"deskbrief: {error}\n")
    QMessageBox.critical(None, "Deskbrief", f"{error.what}\n\n{error.next_step}")
    return error.exit_code
