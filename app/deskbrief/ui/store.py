"""The settings while the window runs, and where windows stood."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

from deskbrief.services.messages import Messages
from deskbrief.services.settings import Settings, load_settings, save_settings


class SettingsStore:
    """Keeps settings in memory and on disk; a disk that refuses is told once and costs nothing else."""

    def __init__(self, path: Path, messages: Messages) -> None:
        self._path = path
        self._messages = messages
        self._told = False
        self.settings = load_settings(path)

    def save(self, settings: Settings) -> None:
        """Keep `settings` from now on, on disk too."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(self._path, settings)
        except OSError:
            if not self._told:
                self._told = True
                self._messages.say(
                    "Your settings could not be saved.", f"Check that {self._path.parent} can be written."
                )


class Geometry:
    """Size, place and panels of the window, kept apart from the settings since they belong to a screen."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> bool:
        """Put `window` where it was; return False when nothing is kept."""
        geometry, state = self._file.value("geometry"), self._file.value("state")
        return bool(geometry and window.restoreGeometry(geometry)) and bool(
            state and window.restoreState(state)
        )

    def keep(self, window: QMainWindow) -> None:
        """Remember where `window` is."""
        self._file.setValue("geometry", window.saveGeometry())
        self._file.setValue("state", window.saveState())
        self._file.sync()
