"""How the find bar looks for words: three switches, and a menu for what is needed less often."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from deskbrief.document.query import Query
from deskbrief.ui.reader.card import tool_button


class FindOptions(QWidget):
    """`changed` says that another way to look was chosen; `mark_one` and `mark_all` ask for marks."""

    changed = Signal()
    mark_one = Signal()
    mark_all = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.case = self._switch("Aa", self.tr("Match case (Alt+C)"))
        self.whole = self._switch("W", self.tr("Whole words (Alt+W)"))
        self.pattern = self._switch(".*", self.tr("Regular expression (Alt+R)"))
        self._menu = QMenu(self)
        self.near = self._choice(self.tr("Words near each other"), "Alt+N")
        self.accents = self._choice(self.tr("Accents count"), "Alt+A")
        self._menu.addSeparator()
        self._one = self._act(self.tr("Mark this hit"), "Ctrl+Return")
        self._one.triggered.connect(self.mark_one)
        self._all = self._act(self.tr("Mark all hits"), "Ctrl+Shift+Return")
        self._all.triggered.connect(self.mark_all)
        self.more = tool_button(self, "⋯", self.tr("More ways to find (Alt+M)"))
        self.more.setMenu(self._menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.pattern.toggled.connect(self._agree)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.case, self.whole, self.pattern, self.more):
            row.addWidget(widget)

    def query(self, words: str) -> Query:
        """Return what is to be looked for when `words` were typed."""
        return Query(
            words=words,
            case=self.case.isChecked(),
            accents=self.accents.isChecked(),
            whole=self.whole.isChecked(),
            near=self.near.isChecked() and not self.pattern.isChecked(),
            pattern=self.pattern.isChecked(),
        )

    def enable_marking(self, there: bool) -> None:
        """Say whether there is anything to mark."""
        self._one.setEnabled(there)
        self._all.setEnabled(there)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key with Alt stands for; return whether it stands for anything here."""
        if event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return False
        acts = {
            Qt.Key.Key_C: self.case.toggle,
            Qt.Key.Key_W: self.whole.toggle,
            Qt.Key.Key_R: self.pattern.toggle,
            Qt.Key.Key_N: self.near.trigger,
            Qt.Key.Key_A: self.accents.trigger,
            Qt.Key.Key_M: self.more.showMenu,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None

    def _switch(self, text: str, name: str) -> QToolButton:
        button = tool_button(self, text, name, checkable=True)
        button.toggled.connect(self.changed)
        return button

    def _choice(self, text: str, keys: str) -> QAction:
        action = self._act(text, keys)
        action.setCheckable(True)
        action.toggled.connect(self.changed)
        return action

    def _act(self, text: str, keys: str) -> QAction:
        # The keys are only shown here: the bar acts on them, whether the menu is open or not.
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        return self._menu.addAction(f"{text}\t{native}")

    def _agree(self, on: bool) -> None:
        """Switch off what a regular expression has no use for."""
        self.near.setEnabled(not on)
        self.accents.setEnabled(not on)
