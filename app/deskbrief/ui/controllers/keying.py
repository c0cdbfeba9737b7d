"""The keys that the user has given to commands: read at the start, changed in Help, used at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskbrief.ui.keymap import changed, read
from deskbrief.ui.keys import COMMANDS
from deskbrief.ui.parts import Parts, Services, Store

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow


class Keying(QObject):
    """Gives the commands of one window the keys that are kept in the settings."""

    def __init__(self, window: MainWindow, parts: Parts, services: Services, store: Store) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._services = services
        self._store = store

    def start(self) -> None:
        """Use the keys that are kept, and tell which of them are none."""
        keys, bad = read(self._store.settings.keys)
        self._parts.actions.set_keys(keys)
        self._window.name_keys()
        if bad:
            words = self.tr("Some keys in the settings were not understood and are ignored: {0}.")
            self._services.messages.say(words.format(", ".join(bad)), self.tr("F1 shows all keys."))

    def ask(self) -> None:
        """Show all commands with their keys, and use what was changed."""
        from deskbrief.ui.dialogs.keys import KeysDialog

        keys, _ = read(self._store.settings.keys)
        absent = {command.id for command in COMMANDS if not self._parts.actions[command.id].isVisible()}
        dialog = KeysDialog(keys, absent, self._window)
        if dialog.exec() and dialog.keys != keys:
            self._store.save(replace(self._store.settings, keys=changed(dialog.keys)))
            self._parts.actions.set_keys(dialog.keys)
            self._window.name_keys()
        dialog.deleteLater()
