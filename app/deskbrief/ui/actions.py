"""The commands of the key table as Qt actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.ui.keys import COMMANDS, Where


class Actions:
    """All actions by command id; window-wide ones belong to the window, the others to the text."""

    def __init__(self, window: QWidget, text: QWidget) -> None:
        self._by_id: dict[str, QAction] = {}
        for command in COMMANDS:
            owner = window if command.where is Where.WINDOW else text
            action = QAction(owner)
            action.setText(command.label())
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            if command.where is Where.TEXT:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setVisible(not command.optional)
            owner.addAction(action)
            self._by_id[command.id] = action

    def __getitem__(self, command: str) -> QAction:
        return self._by_id[command]

    def on(self, command: str, slot: Callable[[], None]) -> None:
        """Call `slot`, a bound method, when the command is given."""
        self._by_id[command].triggered.connect(slot)

    def enable(self, on: bool, *commands: str) -> None:
        """Switch commands on or off."""
        for command in commands:
            self._by_id[command].setEnabled(on)

    def offer(self, on: bool, *commands: str) -> None:
        """Let commands be there, in menus and by their keys, or not be there at all."""
        for command in commands:
            self._by_id[command].setVisible(on)

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Give commands other keys."""
        for command, action in self._by_id.items():
            action.setShortcuts([QKeySequence(key) for key in keys[command]])

    def key(self, command: str) -> str:
        """Return the first key of a command as it is called on this system, or an empty string."""
        return self._by_id[command].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def spoken(self, command: str) -> str:
        """Return what to press for a command: its key, or its name where it has none."""
        action = self._by_id[command]
        return self.key(command) or action.text().replace("&", "").rstrip("…")

    def matching(self, words: Sequence[str]) -> list[QAction]:
        """Return the commands that can be given now and answer to all words; first those that begin so."""
        found = [
            (not command.told().startswith(words[0]), action)
            for command in COMMANDS
            if (action := self._by_id[command.id]).isEnabled() and action.isVisible()
            if all(word in command.told() for word in words)
        ]
        return [action for _, action in sorted(found, key=itemgetter(0))]

    def fill(self, menu: QMenu, *commands: str) -> None:
        """Add commands to a menu; an empty string stands for a line between groups."""
        for command in commands:
            if command:
                menu.addAction(self._by_id[command])
            else:
                menu.addSeparator()


def add_heading(menu: QMenu, words: str) -> None:
    """Add words that head the entries below them, since a style sheet hides Qt's own sections."""
    if not menu.isEmpty():
        menu.addSeparator()
    heading = menu.addAction(words)
    heading.setEnabled(False)
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
