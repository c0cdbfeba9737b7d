"""The line for a note's tags, which completes those that are known."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class TagLine(QLineEdit):
    """Tags with commas between them; `tagged` carries them as a tuple when they have changed."""

    tagged = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.setAccessibleName(self.tr("Tags"))
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self._shown: tuple[str, ...] = ()
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self.send)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show the tags of a note."""
        if tags != self._shown or not self.hasFocus():
            self._shown = tags
            self.setText(", ".join(tags))

    def set_known(self, tags: Iterable[str]) -> None:
        """Offer these tags while one is typed."""
        known = sorted(set(tags), key=str.casefold)
        if known != self._known.stringList():
            self._known.setStringList(known)

    def known(self) -> list[str]:
        """Return the tags that are offered."""
        return self._known.stringList()

    def send(self) -> None:
        """Tell the tags if they have changed."""
        tags = tags_in(self.text())
        if tags != self._shown:
            self._shown = tags
            self.tagged.emit(tags)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.send()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        accepts = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        if popup is not None and popup.isVisible() and event.key() in accepts:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, text: str) -> None:
        last = text[: self.cursorPosition()].rpartition(",")[2].strip().lstrip("#")
        self._completer.setCompletionPrefix(last)
        if last and self._completer.completionCount():
            self._completer.complete()
        else:
            popup = self._completer.popup()
            if popup is not None:
                popup.hide()

    def _complete(self, tag: str) -> None:
        before = self.text()[: self.cursorPosition()].rpartition(",")[0]
        after = self.text()[self.cursorPosition() :]
        self.setText(f"{before}, {tag}{after}" if before else f"{tag}{after}")


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags that `text` names, each once, without signs before them."""
    found = (" ".join(part.split()).lstrip("#").strip() for part in text.split(","))
    return tuple({tag.casefold(): tag for tag in found if tag}.values())
