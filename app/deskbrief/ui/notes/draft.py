"""Words on their way to the disk: sent soon after a key, and never overwritten by their own echo."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal

#: Milliseconds from the last key to saving, and the longest that typing goes on unsaved.
AFTER_KEY_MS = 100
AT_LEAST_EVERY_MS = 150


class Draft(QObject):
    """The words of one note while they are edited; `due` carries the note's id and all of its words."""

    due = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note_id = ""
        self._text = ""
        self._known = ""
        self._sent: deque[str] = deque()
        self._after_key = self._timer(AFTER_KEY_MS)
        self._at_least = self._timer(AT_LEAST_EVERY_MS)

    @property
    def note_id(self) -> str:
        """The note that is edited, or nothing."""
        return self._note_id

    @property
    def is_dirty(self) -> bool:
        """Whether words were typed that have not been sent."""
        return self._text != (self._sent[-1] if self._sent else self._known)

    def begin(self, note_id: str, body: str) -> None:
        """Edit another note; words of the one before are sent first."""
        self.flush()
        self._note_id, self._text, self._known = note_id, body, body
        self._sent.clear()

    def type(self, text: str) -> None:
        """Take over the words as they are after a key."""
        self._text = text
        if self.is_dirty:
            self._after_key.start()
            if not self._at_least.isActive():
                self._at_least.start()

    def flush(self) -> None:
        """Send what was typed, at once."""
        self._after_key.stop()
        self._at_least.stop()
        if self._note_id and self.is_dirty:
            self._sent.append(self._text)
            self.due.emit(self._note_id, self._text)

    def saved(self) -> None:
        """Know that all words sent so far are kept."""
        if self._sent:
            self._known = self._sent[-1]
            self._sent.clear()

    def takes(self, body: str) -> bool:
        """Tell whether `body`, just told from outside, is to replace what stands in the editor.

        It is not when it is the echo of words sent before, when it is older than those, or when words were
        typed since.
        """
        if body in self._sent:
            while self._sent.popleft() != body:
                pass
            self._known = body
            return False
        if self.is_dirty or self._sent or body == self._known:
            return False
        self._known = self._text = body
        return True

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
