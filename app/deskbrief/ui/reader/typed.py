"""Words that are typed where letters are commands: they carry nothing out, and the reader is told."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolTip

from deskbrief.ui.spoken import announce

if TYPE_CHECKING:
    from deskbrief.ui.reader.modes import AnyView

#: Letters belong together when no more seconds lie between them; a reader who looks up takes longer.
PAUSE = 1.2
#: How long it is shown why letters do nothing, in milliseconds.
SHOWN_MS = 6_000
#: Where it is shown when the keyboard stands nowhere in particular.
ASIDE = QPoint(24, 48)
#: Commands that make something of the text, which no word that is typed by mistake may do.
MAKING = frozenset(
    {*(f"mark_{number}" for number in range(1, 7)), "mark", "pen", "merge", "note", "event"}
    | {"recommendation", "to_brief", "put_note"}
)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Typed(QObject):
    """Watches the keys that a text gets.

    A letter that is no command is taken for the beginning of a word, which is meant for a search or a note:
    what follows without a pause is held back. After a refusal only commands that make something are.
    """

    def __init__(self, view: AnyView) -> None:
        super().__init__(view)
        self._view = view
        self._last = 0.0
        self._in_word = self._refused = False

    def hold(self, event: QEvent) -> bool:
        """Look at an event for the text; tells whether it is to go no further."""
        if not isinstance(event, QKeyEvent):
            self._rest()
            return False
        # Between words, a space is no screen further.
        if not _is_letter(event) or (event.key() == Qt.Key.Key_Space and not self._holding()):
            if event.type() is QEvent.Type.KeyPress and event.key() not in _MODIFIERS:
                self._rest()
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._holds(event):
                event.accept()
                return True
            return False
        return self._take(event)

    def refuse(self, words: str) -> None:
        """Say why a command did nothing, and hold back what is typed as if it had."""
        self._refused, self._last = True, monotonic()
        self._show(words)

    def _holding(self) -> bool:
        if monotonic() - self._last > PAUSE:
            self._rest()
        return self._in_word or self._refused

    def _holds(self, event: QKeyEvent) -> bool:
        return self._holding() and (self._in_word or self._command(event) in MAKING)

    def _take(self, event: QKeyEvent) -> bool:
        """Take a letter that no command had."""
        if self._command(event) and not self._holds(event):
            return False
        if not self._in_word and not self._refused:
            words = self.tr("Letters are commands here. {0} finds words, {1} writes a note, {2} takes back.")
            self._show(words.format(*map(self._key, ("find", "note", "undo"))))
        self._in_word, self._last = True, monotonic()
        return True

    def _rest(self) -> None:
        self._in_word = self._refused = False

    def _show(self, words: str) -> None:
        from deskbrief.ui.reader.tips import tip_of

        view, at = self._view, self._view.standing()
        area = self._view.caret_area(at) if at is not None else None
        seen = view.viewport().rect()
        place = area.bottomLeft().toPoint() + QPoint(0, 6) if area is not None else ASIDE
        if not seen.contains(place):
            place = ASIDE
        QToolTip.showText(view.viewport().mapToGlobal(place), tip_of(words), view, QRect(), SHOWN_MS)
        announce(view, words)

    def _command(self, event: QKeyEvent) -> str:
        """Return the command of the text that a letter is, or an empty string."""
        action = next(
            (one for one in self._given() if QKeySequence(event.keyCombination()) in one.shortcuts()), None
        )
        return action.objectName() if action is not None else ""

    def _given(self) -> list[QAction]:
        return [one for one in self._view.actions() if one.isVisible() and one.isEnabled()]

    def _key(self, command: str) -> str:
        every = [*self._view.actions(), *self._view.window().actions()]
        action = next((one for one in every if one.objectName() == command), None)
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if action else ""
        return key or (action.text().replace("&", "").rstrip("…") if action else command)


_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)


def _is_letter(event: QKeyEvent) -> bool:
    """Tell whether a key types a letter, a figure or a sign."""
    return not event.modifiers() & ~_PLAIN and bool(event.text()) and event.text().isprintable()
