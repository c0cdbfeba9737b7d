"""Links between notes and passages while one writes: what `[[` offers, and what a pasted link becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit

from deskbrief.document.links import SCHEME, linked_note, read_link
from deskbrief.document.note_text import written_link
from deskbrief.document.records import dataclass
from deskbrief.services.curation import shortened

#: Characters after `[[` that are looked at.
LONGEST_SOUGHT = 60
#: Characters of another note's words that a link to it shows; the list shows more of them.
LONGEST_LABEL = 24
_OPENED = re.compile(r"\[\[([^\[\]\n]*)$")
_COMPLETING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


@dataclass(frozen=True, slots=True)
class Target:
    """What a link can lead to: its words, its address, and what a link says if that is not all the words."""

    words: str
    address: str
    label: str = ""


class Linking(QObject):
    """Completes `[[` in `edit`; `targets` tells what there is to link to, each time anew.

    `write` puts a link, as Markdown, in the place of what a cursor has chosen.
    """

    def __init__(self, edit: QPlainTextEdit, write: Callable[[str, QTextCursor], None]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._write = write
        self._found: Sequence[Target] = ()
        self.targets: Callable[[], Sequence[Target]] = tuple
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setWidget(edit)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(8)
        popup = self.completer.popup()
        if popup is not None:
            popup.setObjectName("linkTargets")
        self.completer.activated.connect(self._complete)
        edit.textChanged.connect(self._offer)

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the list that is shown, and not for the words."""
        popup = self.completer.popup()
        if popup is None or not popup.isVisible():
            return False
        if event.key() == Qt.Key.Key_Escape:
            popup.hide()
            return True
        return event.key() in _COMPLETING

    def begin(self) -> None:
        """Type `[[`, so that the list comes."""
        self._write("[[", self._edit.textCursor())

    def pasted(self, data: QMimeData) -> str:
        """Return what is to be pasted in place of a lone link to a passage, or nothing."""
        words = data.text().strip() if data.hasText() else ""
        lines = words.splitlines()
        link = read_link(lines[-1]) if lines and lines[-1].startswith(f"{SCHEME}:") else None
        if len(lines) != 1 or not words.startswith(f"{SCHEME}:"):
            return ""
        if link is not None:
            return written_link(f"“{shortened(link.quote, LONGEST_SOUGHT)}”", words)
        named = next((one.label or one.words for one in self.targets() if one.address == words), "")
        return written_link(named or self.tr("note"), words) if linked_note(words) else ""

    def _opened(self) -> str | None:
        """Return what was typed after `[[` before the caret; None when no link is being typed."""
        cursor = self._edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()][-LONGEST_SOUGHT - 2 :]
        match = _OPENED.search(before)
        return match[1] if match else None

    def _offer(self) -> None:
        sought, popup = self._opened(), self.completer.popup()
        if sought is None or not self._edit.hasFocus():
            if popup is not None and popup.isVisible():
                popup.hide()
            return
        self._found = self.targets()
        self._names.setStringList([target.words for target in self._found])
        self.completer.setCompletionPrefix(sought)
        if not self.completer.completionCount():
            if popup is not None:
                popup.hide()
            return
        # Below the field, or above it: what was written stays in sight.
        self.completer.complete(self._edit.rect())
        if popup is not None:
            popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _complete(self, words: str) -> None:
        sought = self._opened()
        target = next((one for one in self._found if one.words == words), None)
        if sought is None or target is None:
            return
        cursor = self._edit.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, _units(sought) + 2
        )
        self._write(written_link(target.label or target.words, target.address), cursor)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
