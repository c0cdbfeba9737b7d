"""The composition root: opens the library, starts the worker if need be, then Qt, and runs the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from deskbrief.document.errors import LibraryError
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.paths import AppPaths
from deskbrief.services.settings import load_settings
from deskbrief.services.sources import sample_path
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.pace import import_plainly, keep_pace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from deskbrief.services.instance import Listener

#: So long the first picture may wait for a document of the library.
FIRST_SECONDS = 0.1
#: So long after the window was made its first picture is on screen, and other starts are listened to.
SHOWN_MS = 150
#: So long after it what is not needed for its first picture is done.
SETTLED_MS = 1000
#: So long after it the library is looked over.
CARE_MS = 3000


def run(
    paths: AppPaths, files: Sequence[Path], links: Sequence[str] = (), listener: Listener | None = None
) -> int:
    """Open the window on `files` and `links` to passages; return the exit code when it is closed.

    `listener` is the place where other starts are heard, if this one has taken it.
    """
    mailbox = Mailbox()
    runner = Runner(post=mailbox.post)
    try:
        library = Library.open(paths.data)
    except LibraryError as error:
        return _refuse(error)
    wanted = _first_files(paths, files) if files or not links else []
    if not all(_is_known(library, path) for path in wanted):
        # The worker starts while Qt is being imported: both take about as long.
        runner.start()
    try:
        return _run_window(paths, (wanted, links), listener, library, (mailbox, runner))
    finally:
        runner.close()
        library.close()


def _run_window(
    paths: AppPaths,
    wanted: tuple[Sequence[Path], Sequence[str]],
    listener: Listener | None,
    library: Library,
    work: tuple[Mailbox, Runner],
) -> int:
    application, (mailbox, runner) = _application(), work
    from PySide6.QtCore import QTimer

    from deskbrief.ui.program import dress, put_together

    dress(application)
    program = put_together(paths, mailbox, runner, library=library)
    try:
        # Before it is seen, so that the first picture is the final one.
        program.window.begin(wanted[0])
        if not program.window.can_be_read:
            _take_known(mailbox)
        program.window.showing.catch_up()
        program.window.show()
        if wanted[1]:
            program.window.open_links(wanted[1])
        if listener is not None:
            QTimer.singleShot(SHOWN_MS, partial(program.listen, listener))
        QTimer.singleShot(SHOWN_MS, _show_icon)
        QTimer.singleShot(SHOWN_MS, program.end_on_request)
        QTimer.singleShot(SETTLED_MS, keep_pace)
        QTimer.singleShot(SETTLED_MS, program.window.finish)
        # A file that is opened later finds the worker there.
        QTimer.singleShot(SETTLED_MS, runner.start)
        QTimer.singleShot(CARE_MS, program.care)
        QTimer.singleShot(CARE_MS, program.find_voice)
        code = application.exec()
    finally:
        program.close()
    if program.wants_restart:
        _start_again()
    return code


def _start_again() -> None:
    """Start the program once more as it was started; this one has closed everything."""
    from PySide6.QtCore import QProcess

    own = [] if getattr(sys, "frozen", False) else ["-m", "deskbrief"]
    QProcess.startDetached(sys.executable, [*own, *sys.argv[1:]])


def _take_known(mailbox: Mailbox) -> None:
    """Take from the library what is there already, so that it stands in the first picture."""
    end = perf_counter() + FIRST_SECONDS
    while mailbox.deliver() and perf_counter() < end:
        pass


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    import_plainly()
    # The style is named here: `setStyle` would have all of QStyle's names made, which nothing here uses.
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def _show_icon() -> None:
    from PySide6.QtGui import QGuiApplication

    from deskbrief.ui.icon import application_icon

    QGuiApplication.setWindowIcon(application_icon())


def _first_files(paths: AppPaths, files: Sequence[Path]) -> list[Path]:
    """Return what to open: what was asked for, else the last document, at the first start the sample."""
    if files:
        return list(files)
    settings = load_settings(paths.settings)
    last = settings.last_opened
    if last:
        return [Path(last)] if Path(last).is_file() else []
    return [] if settings.sample_shown else [sample_path()]


def _is_known(library: Library, path: Path) -> bool:
    """Tell whether the file at `path` need not be read: it is in the library, or not there at all."""
    try:
        state = path.stat()
        return library.known_file(str(path.absolute()), state.st_size, state.st_mtime_ns) is not None
    except (OSError, LibraryError):
        return True


def _refuse(error: LibraryError) -> int:
    _application()
    from PySide6.QtWidgets import QMessageBox

    sys.stderr.write(f"deskbrief: {error}\n")
    QMessageBox.critical(None, "Deskbrief", f"{error.what}\n\n{error.next_step}")
    return error.exit_code
