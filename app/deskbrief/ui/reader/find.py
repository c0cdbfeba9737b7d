"""The find bar: words are found as they are typed, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from deskbrief.document.model import Document
from deskbrief.document.query import MOST, Query
from deskbrief.ui.reader.card import dress_card, tool_button
from deskbrief.ui.reader.finder import Finder
from deskbrief.ui.reader.findoptions import FindOptions
from deskbrief.ui.theme import Theme

if TYPE_CHECKING:
    from deskbrief.ui.reader.modes import AnyView

#: A selection no longer than this is offered as the words to find.
LONGEST_OFFER = 80
#: The bar's width where there is room; in one below the least the ways to find get a row of their own.
WIDTH, LEAST_WIDTH = 640, 430

#: The most that the count says; room for it is kept, so that nothing moves while hits come in.
WIDEST_COUNT = "99,999 of 99,999+"


class FindBar(QFrame):
    """Finds words in the document that `view` shows.

    `hits_changed` carries all hits, a sequence of spans in the order of the text, and the current one's
    index. Enter and F3 go on, with Shift back, around the ends of the document; Esc leaves. Ctrl+Enter asks
    for a mark on the current hit, with Shift on all: `mark_requested` carries their spans. `grown` is emitted
    when the bar wants another height; `dismissed` carries the hit that stays selected when it is closed.
    """

    hits_changed = Signal(object, int)
    mark_requested = Signal(object)
    grown = Signal()
    dismissed = Signal(object)

    def __init__(self, view: AnyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._said = ""
        #: From where is looked, and what the first line was when that was settled.
        self._origin = self._seen = 0
        self._column = QVBoxLayout(self)
        self.finder = Finder(self)
        self.trouble = QLabel(self)
        self.field = QLineEdit(self)
        self.count = QLabel(self)
        self.options = FindOptions(self)
        self._rows = QHBoxLayout(), QHBoxLayout()
        self.previous = tool_button(self, "↑", self.tr("Previous (Shift+Enter, Shift+F3)"))
        self.following = tool_button(self, "↓", self.tr("Next (Enter, F3)"))
        self.leave = tool_button(self, "×", self.tr("Close (Esc)"))
        self._build()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Show the bar with the keyboard in it; a short selection is what is looked for."""
        span = self._view.selection()
        offered = self._view.selected_text() if span is not None and len(span) <= LONGEST_OFFER else ""
        self._begin_at(self._view.place() if span is None else span.start)
        self.show()
        self.raise_()
        if offered and "\n" not in offered:
            self.field.setText(offered)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._search()
        else:
            self.finder.prepare(self._query())

    def dismiss(self) -> None:
        """Close the bar; the current hit stays selected and the text has the keyboard again."""
        hit = self.finder.hit()
        self.hide()
        if hit is not None:
            self.dismissed.emit(hit)
            self._view.select(hit)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Go to the next hit; with the bar closed, open it first."""
        self._move(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._move(-1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        dress_card(self, theme)

    def set_document(self, document: Document | None) -> None:
        """Look in this document from now on."""
        self.finder.set_document(document)
        self._begin_at(self._view.place())
        self._show_count()
        if self.isVisible() and self.field.text():
            self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._handle(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle(event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        height = super().sizeHint().height()
        return QSize(WIDTH, self._column.heightForWidth(WIDTH) if self.trouble.text() else height)

    def fit(self, width: int) -> None:
        """Share the bar out for a view that leaves it so many pixels of width."""
        row, below = self._rows
        small = width < LEAST_WIDTH
        if small is not (below.indexOf(self.options) >= 0):
            (row if not small else below).insertWidget(0 if small else 3, self.options)
            self._fit_count()

    def _fit_count(self) -> None:
        """Keep room for the widest count, unless words to find need it."""
        is_small = self._rows[1].indexOf(self.options) >= 0
        words = self.count.text() if is_small else WIDEST_COUNT
        least = 0 if is_small else 88
        self.count.setFixedWidth(max(least, self.count.fontMetrics().horizontalAdvance(words) + 8))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finder.leave()
        self._view.set_hits(())
        self.hits_changed.emit((), -1)

    def _build(self) -> None:
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in text"))
        self.field.setPlaceholderText(self.tr("Find in text"))
        self.field.setAccessibleName(self.tr("Words to find"))
        self.field.setMinimumWidth(60)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count.setAccessibleName(self.tr("Hits"))
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("missing", True)
        self.trouble.hide()
        column = self._column
        column.setContentsMargins(8, 7, 7, 7)
        column.setSpacing(4)
        row, below = self._rows
        for one in self._rows:
            one.setSpacing(4)
            column.addLayout(one)
        below.addStretch(1)
        column.addWidget(self.trouble)
        for widget in (self.field, self.count, self.options, self.previous, self.following, self.leave):
            row.addWidget(widget)
        row.insertSpacing(1, 6)
        self._fit_count()
        self.field.installEventFilter(self)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.options.changed.connect(self._search_again)
        self.options.mark_one.connect(self._mark_hit)
        self.options.mark_all.connect(self._mark_all)
        self.previous.clicked.connect(self.find_previous)
        self.following.clicked.connect(self.find_next)
        self.leave.clicked.connect(self.dismiss)
        self.finder.progressed.connect(self._on_progress)
        self.finder.chosen.connect(self._on_chosen)

    def _handle(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark_all() if back else self._mark_hit()
            return True
        if entered or event.key() == Qt.Key.Key_F3:
            self._move(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return True
        return self.options.press(event)

    def _search(self) -> None:
        """Look from where the reader was, not from a hit of words that were half typed, or of older ones."""
        if self._view.place() != self._seen:
            self._begin_at(self._view.place())
        self._said = ""
        self.finder.search(self._query(), origin=self._origin)

    def _search_again(self) -> None:
        """Look in another way, beginning with the hit that is shown."""
        hit = self.finder.hit()
        if hit is not None:
            self._begin_at(hit.start)
        self._search()

    def _begin_at(self, offset: int) -> None:
        self._origin, self._seen = offset, self._view.place()

    def _query(self) -> Query:
        return self.options.query(self.field.text())

    def _mark_hit(self) -> None:
        hit = self.finder.hit()
        if hit is not None:
            self.mark_requested.emit([hit])

    def _mark_all(self) -> None:
        if len(self.finder.hits) and not self.finder.running:
            self.mark_requested.emit(list(self.finder.hits))

    def _move(self, step: int) -> None:
        if not self.isVisible():
            self.open()
        elif len(self.finder.hits):
            self.finder.move(step)
            self._begin_at(self.finder.hits[max(self.finder.current, 0)].start)

    def _on_progress(self) -> None:
        self._show()
        if not self.finder.running and self.field.text() and self.count.text() != self._said:
            self._said = self.count.text()
            self._view.speaker.say(self._said)

    def _on_chosen(self) -> None:
        hit = self.finder.hit()
        if hit is not None:
            self._view.go_to(hit, flash=False)
            self._seen = self._view.place()
            self._show()

    def _show(self) -> None:
        hit, hits, current = self.finder.hit(), self.finder.hits, self.finder.current
        self._show_count()
        if hit is not None and current < 0:
            self._view.set_hits((hit,), 0)
        else:
            self._view.set_hits(hits, current)
        self.hits_changed.emit(hits, current)

    def _show_count(self) -> None:
        number = len(self.finder.hits)
        more = self.finder.running
        for button in (self.previous, self.following):
            button.setEnabled(number > 0)
        if not self.field.text():
            text = ""
        elif number:
            total = f"{number:,}" + ("+" if number >= MOST else "…" if more else "")
            current = f"{self.finder.current + 1:,}" if self.finder.current >= 0 else "…"
            text = self.tr("{current} of {total}").format(current=current, total=total)
        else:
            text = "…" if more else "" if self.finder.trouble else self.tr("Not found")
        self._show_trouble()
        self.options.enable_marking(number > 0)
        self.count.setText(text)
        self._fit_count()
        missing = bool(self.field.text()) and not number and not more
        if missing is not bool(self.count.property("missing")):
            self._mark_missing(missing)

    def _show_trouble(self) -> None:
        """Say below the field why a pattern came to nothing."""
        trouble = self.finder.trouble
        if trouble == self.trouble.text():
            return
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.grown.emit()
        if trouble:
            self._view.speaker.say(trouble)

    def _mark_missing(self, missing: bool) -> None:
        self.count.setProperty("missing", missing)
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)
