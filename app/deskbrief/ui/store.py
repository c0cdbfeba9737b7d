"""The settings while the window runs, and where windows stood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRect, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from deskbrief.services.messages import Messages
from deskbrief.services.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from threading import Thread

    from deskbrief.ui.parts import Parts


class SettingsStore:
    """Keeps settings in memory and on disk; a disk that refuses is told once and costs nothing else.

    A disk may take long until it has what is written: that is waited for in a thread, one at a time.
    """

    def __init__(self, path: Path, messages: Messages, post: Callable[[Callable[[], None]], None]) -> None:
        self._path = path
        self._messages = messages
        self._post = post
        self._told = False
        self._thread: Thread | None = None
        self.settings = self._written = load_settings(path)
        # A folder that goes while this runs is on a drive that was taken out: none is made in its place.
        self._makes_folder = not path.parent.is_dir()

    def save(self, settings: Settings) -> None:
        """Keep `settings` from now on, on disk too a moment later."""
        self.settings = settings
        if self._thread is None:
            self._go_on()

    def flush(self) -> None:
        """Have the settings on disk."""
        if self._thread is not None:
            self._thread.join()
        if self.settings != self._written:
            self._written = self.settings
            self._tell(self._write(self.settings))

    def _go_on(self) -> None:
        """Write what has not been written yet."""
        if self.settings != self._written:
            from deskbrief.services.aside import aside

            self._written = self.settings
            self._thread = aside(partial(self._write, self.settings), self._done, self._post)

    def _write(self, settings: Settings) -> bool:
        """Write settings; tell whether the disk has them."""
        try:
            save_settings(self._path, settings, make_folder=self._makes_folder)
        except OSError:
            return False
        self._makes_folder = False
        return True

    def _done(self, saved: bool) -> None:
        self._thread = None
        self._tell(saved)
        self._go_on()

    def _tell(self, saved: bool) -> None:
        if not saved and not self._told:
            self._told = True
            self._messages.say(
                "Your settings could not be saved.", f"Check that {self._path.parent} can be written."
            )


#: So long after documents were opened, closed or moved it is written down which ones are open.
SESSION_MS = 500
#: One open document is remembered as the last one that was opened.
WORTH_KEEPING = 2
#: The size of a window that nothing is known of.
USUAL_SIZE = QSize(1440, 900)
#: What the system draws around a window takes this from the height and the width of a screen.
FRAME = QSize(4, 40)


def fitted(wanted: QRect, screen: QRect) -> QRect:
    """Return `wanted`, or as much of it as lies on `screen` once it has been moved there."""
    room = screen.size() - FRAME
    size = wanted.size().boundedTo(room)
    left = min(max(wanted.left(), screen.left()), screen.left() + screen.width() - size.width())
    lowest = screen.top() + screen.height() - size.height()
    top = min(max(wanted.top(), screen.top()), lowest)
    return QRect(left, top, size.width(), size.height())


class Session(QObject):
    """Writes down what is open, a moment after that has changed, and whenever it is asked to.

    `left_open` returns file and title of each document that the next start can show. `has_split` tells
    whether the split view of the last session is there again: before that it is not forgotten.
    """

    def __init__(
        self, store: SettingsStore, parts: Parts, left_open: Callable[[], list[tuple[Path, str]]]
    ) -> None:
        super().__init__(parts.window)
        self._store = store
        self._parts = parts
        self._left_open = left_open
        self.has_split = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SESSION_MS)
        self._later.timeout.connect(self.keep)

    def note(self) -> None:
        """Know that something was opened, closed or moved."""
        self._later.start()

    def keep(self) -> None:
        """Write down what is open, and how."""
        self._later.stop()
        self._store.save(self._left())

    def _left(self) -> Settings:
        front, panes, settings = self._parts.desk.front, self._parts.panes, self._store.settings
        last = str(front.path) if front and front.worth_restoring else ""
        settings = replace(settings, last_opened=last, sample_shown=True)
        if panes.second is not None:
            from deskbrief.ui.controllers.splitting import stored

            settings = stored(settings, self._parts)
        elif settings.split_file and self.has_split:
            settings = replace(settings, split_file="")
        if not settings.open_documents and len(self._parts.desk.documents) < WORTH_KEEPING:
            return settings
        from deskbrief.services.session import Left, written

        left = written(Left(path, title) for path, title in self._left_open())
        return replace(settings, open_documents=left)


class Geometry:
    """Size, place and panels of the window, kept apart from the settings since they belong to a screen."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> bool:
        """Put `window` where it was, made to fit the screen of today; return False when nothing is kept."""
        geometry, state = self._file.value("geometry"), self._file.value("state")
        if not geometry or not window.restoreGeometry(geometry):
            self._begin(window)
            return False
        if not window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            window.setGeometry(fitted(window.geometry(), window.screen().availableGeometry()))
        return bool(state and window.restoreState(state))

    def _begin(self, window: QMainWindow) -> None:
        """Give `window` its usual size, or the whole of a screen that is too small for it."""
        room = window.screen().availableGeometry().size() - FRAME
        window.resize(USUAL_SIZE.boundedTo(room))
        if window.size() != USUAL_SIZE:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def keep(self, window: QMainWindow, state: QByteArray) -> None:
        """Remember where `window` is, and that its panels are as `state` says."""
        self._file.setValue("geometry", window.saveGeometry())
        self._file.setValue("state", state)
        self._file.sync()
