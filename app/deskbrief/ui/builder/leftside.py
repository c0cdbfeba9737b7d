"""The left side of the builder: the fields, the contents, and in what state the quotes are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deskbrief.ui.builder.contentsview import ADD, DOWN, UP, ContentsView
from deskbrief.ui.builder.form import DetailsForm
from deskbrief.ui.builder.head import quiet_button

#: The least width, at which no field is cut.
LEAST = 380
#: What stays free above and below what is brought into sight.
MARGIN = 8


class LeftSide(QScrollArea):
    """Scrolls up and down only; `fault_wanted` says that the first quote that fails is to be shown."""

    fault_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("builderScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(LEAST)
        self._inside = QWidget(self)
        self._inside.setObjectName("builderLeft")
        self.form = DetailsForm(self._inside)
        self.contents = ContentsView(self._inside)
        self.contents.seen_wanted.connect(self.see)
        self._buttons: list[QWidget] = []
        self._state = self._state_line()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(18, 12, 18, 18)
        column.setSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(6)
        column.addLayout(self._contents_head())
        column.addWidget(self.contents)
        column.addWidget(self._state)
        column.addStretch(1)
        self.setWidget(self._inside)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes to, in the order of the eye."""
        return [*self.form.stops, *self._buttons, self.contents, self._state]

    def show_faults(self, number: int) -> None:
        """Say that so many quotes do not stand in their source."""
        words = self.tr("⚠ Quotes that do not stand in the source: {0}.").format(number)
        self._show_state(f'{words} <a href="fault">{self.tr("Show the first")}</a>', bad=True)

    def show_all_well(self, left_out: str) -> None:
        """Say that all quotes stand, and what is left out."""
        words = self.tr("References: all quotes stand in the source word for word.")
        self._show_state(" ".join(filter(None, (words, left_out))), bad=False)

    def state(self) -> str:
        """Return what is said of the quotes."""
        return self._state.text()

    def see(self, rect: QRect) -> None:
        """Bring a part of the contents into sight."""
        top = self.contents.mapTo(self._inside, rect.topLeft()).y()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top - MARGIN)
        elif top + rect.height() > bar.value() + room:
            bar.setValue(top + rect.height() - room + MARGIN)

    def _contents_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(self.tr("Contents — drag to reorder"), self._inside)
        label.setObjectName("fieldLabel")
        label.setBuddy(self.contents)
        row.addWidget(label, 1)
        for text, name, act in (
            ("↑", self.tr("Move up (Alt+Up)"), UP),
            ("↓", self.tr("Move down (Alt+Down)"), DOWN),
            (self.tr("+ Own words"), self.tr("Add a section of your own words"), ADD),
        ):
            button = quiet_button(text, name, self._inside)
            button.clicked.connect(partial(self.contents.do, act))
            self._buttons.append(button)
            row.addWidget(button)
        return row

    def _state_line(self) -> QLabel:
        line = QLabel(self._inside)
        line.setObjectName("builderState")
        line.setWordWrap(True)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        line.linkActivated.connect(self.fault_wanted)
        return line

    def _show_state(self, words: str, *, bad: bool) -> None:
        self._state.setText(words)
        self._state.setProperty("bad", bad)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
