"""The bar that steers the reading aloud: back, pause, on, speed, voice, stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from deskbrief.ui.keys import usual_key, with_key
from deskbrief.ui.reader.card import dress_card, tool_button
from deskbrief.ui.theme import Theme

#: The distance of the bar from the lower edge of the text.
EDGE = 12


class AloudBar(QFrame):
    """Stands at the lower edge of a text while that is read aloud.

    `stepped` carries 1 or -1, `sped` a number of steps of the rate, `voice_chosen` a name.
    """

    toggled = Signal()
    stopped = Signal()
    stepped = Signal(int)
    sped = Signal(int)
    voice_chosen = Signal(str)

    def __init__(self, parent: QWidget, key_of: Callable[[str], str] = usual_key) -> None:
        """`key_of` returns the key of a command, for the tooltips."""
        super().__init__(parent)
        self._key_of = key_of
        self.setObjectName("aloud")
        self._room = parent
        self.setAccessibleName(self.tr("Reading aloud"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(2)
        self._back = self._button(row, "‹", with_key(self.tr("Sentence before"), key_of("previous_sentence")))
        self._pause = self._button(row, self.tr("Pause"), "")
        self._on = self._button(row, "›", with_key(self.tr("Next sentence"), key_of("next_sentence")))
        self._rule(row)
        self._slower = self._button(row, "−", with_key(self.tr("Slower"), key_of("aloud_slower")))
        self._rate = QLabel(self)
        self._rate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._rate)
        self._faster = self._button(row, "+", with_key(self.tr("Faster"), key_of("aloud_faster")))
        self._rule(row)
        self._voice = self._button(row, self.tr("Voice"), self.tr("Choose a voice"))
        self._voice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._voices = QMenu(self)
        self._voice.setMenu(self._voices)
        self._stop = self._button(
            row, self.tr("Stop"), with_key(self.tr("Stop reading aloud"), key_of("aloud_stop"))
        )
        self._connect()
        self._rate.setMinimumWidth(self._rate.fontMetrics().horizontalAdvance(self.tr("Speed {0}")) + 8)
        self.show_rate(0.0)
        self.show_paused(paused=False)
        self.show_voices((), "")
        self.hide()
        parent.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        dress_card(self, theme)

    def show_paused(self, *, paused: bool) -> None:
        """Say what the button in the middle does."""
        words = self.tr("Go on reading") if paused else self.tr("Pause")
        name = with_key(words, self._key_of("aloud"))
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self._pause.setToolTip(name)
        self._pause.setAccessibleName(name)
        self.place()

    def show_rate(self, rate: float) -> None:
        """Show the speed, in tenths of what the voice can do to either side."""
        steps = round(rate * 10)
        self._rate.setText(self.tr("Speed {0}").format(f"{steps:+d}".replace("-", "−") if steps else "0"))
        self._slower.setEnabled(steps > -10)
        self._faster.setEnabled(steps < 10)

    def show_voices(self, names: Sequence[str], chosen: str) -> None:
        """Offer voices, if there is more than one to choose from."""
        self._voices.clear()
        group = QActionGroup(self._voices)
        for name in names:
            action = QAction(name.replace("&", "&&"), group)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            self._voices.addAction(action)
        group.triggered.connect(self._on_voice)
        self._voice.setVisible(len(names) > 1)
        self.place()

    def place(self) -> None:
        """Stand at the lower edge of the text, in the middle; above the pen's bar, when that is there."""
        self.adjustSize()
        room = self._room.rect()
        pen = self._room.findChild(QFrame, "pen")
        bottom = pen.y() if pen is not None and pen.isVisible() else room.bottom()
        self.move(max((room.width() - self.width()) // 2, 0), bottom - self.height() - EDGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._back.clicked.connect(self._step_back)
        self._on.clicked.connect(self._step_on)
        self._pause.clicked.connect(self.toggled)
        self._slower.clicked.connect(self._slow)
        self._faster.clicked.connect(self._speed)
        self._stop.clicked.connect(self.stopped)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _slow(self) -> None:
        self.sped.emit(-1)

    def _speed(self) -> None:
        self.sped.emit(1)

    def _on_voice(self, action: QAction) -> None:
        self.voice_chosen.emit(action.data())

    def _button(self, row: QHBoxLayout, text: str, name: str) -> QToolButton:
        button = tool_button(self, text, name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
        return button

    def _rule(self, row: QHBoxLayout) -> None:
        rule = QFrame(self)
        rule.setObjectName("rule")
        rule.setFixedSize(1, 18)
        row.addWidget(rule)
