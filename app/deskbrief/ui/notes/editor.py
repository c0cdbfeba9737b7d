"""The editor inside a note's card: the words, the six roles, Go to passage, Delete."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from deskbrief.document.notes import Role
from deskbrief.ui.models.frame import order_stops
from deskbrief.ui.models.look import TARGET, Look
from deskbrief.ui.notes.linkedtext import body_of, insert, is_edge
from deskbrief.ui.notes.linking import Linking
from deskbrief.ui.notes.preview import NotePreview
from deskbrief.ui.notes.roles import RoleDots
from deskbrief.ui.notes.rows import NoteWords
from deskbrief.ui.notes.tags import TagLine

_LEAST_LINES, _MOST_LINES = 2, 14
#: Below this width the buttons stand below the roles.
_NARROW = 400
#: The height of a line of words in the usual size.
_USUAL_LINE = 17
#: The most pixels that the preview takes.
_MOST_PREVIEW = 260


class BodyEdit(QPlainTextEdit):
    """The words of a note, with a label for each link of ours; Tab leaves it, Esc asks to be let out."""

    escaped = Signal()
    blurred = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._colour = self.palette().link().color()
        self.linking = Linking(self, self.insert_body)
        # It asks for its height itself; with the usual least one it would take room from what is below it.
        self.setMinimumHeight(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.linking.takes(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            self.leave_link()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.leave_link()
        super().inputMethodEvent(event)

    def body(self) -> str:
        """Return the words as they are kept."""
        return body_of(self.document())

    def load(self, body: str) -> None:
        """Show other words, silently; undo begins anew."""
        self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        self.clear()
        insert(self.textCursor(), body, self._colour)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(False)

    def insert_body(self, body: str, cursor: QTextCursor | None = None) -> None:
        """Write Markdown where the caret is, or in place of what `cursor` has chosen."""
        insert(cursor or self.textCursor(), body, self._colour)
        self.ensureCursorVisible()

    def set_link_colour(self, colour: QColor) -> None:
        """Show links in another colour."""
        if colour != self._colour:
            self._colour = colour
            at, anchor = self.textCursor().position(), self.textCursor().anchor()
            self.load(self.body())
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def leave_link(self) -> None:
        """Let what is typed next to a label be no part of it."""
        if is_edge(self.textCursor()):
            self.setCurrentCharFormat(QTextCharFormat())

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = self.linking.pasted(source) or (source.text() if source.hasText() else "")
        if words:
            self.insert_body(words)

    def createMimeDataFromSelection(self) -> QMimeData:
        held, data = QTextDocument(), QMimeData()
        QTextCursor(held).insertFragment(self.textCursor().selection())
        data.setText(body_of(held))
        return data

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.blurred.emit()

    def wanted_height(self) -> int:
        """Return the height that shows all lines, within limits, and scroll only beyond them."""
        line = self.fontMetrics().lineSpacing()
        text, most, block = 0.0, _MOST_LINES * line, self.document().firstBlock()
        while block.isValid() and text <= most:
            text += self.blockBoundingRect(block).height()
            block = block.next()
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if text > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
        frame = self.height() - self.viewport().height() + round(2 * self.document().documentMargin())
        return round(min(max(text, _LEAST_LINES * line), most)) + frame


class NoteEditor(QWidget):
    """Edits one note at a time; `grown` says that it wants another height, `followed` carries an address."""

    typed = Signal(str)
    blurred = Signal()
    left = Signal()
    grown = Signal()
    role_chosen = Signal(object)
    go_asked = Signal()
    delete_asked = Signal()
    tagged = Signal(object)
    followed = Signal(str)

    def __init__(self, words: NoteWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._text = BodyEdit(self)
        self._text.setPlaceholderText(self.tr("Write a note…"))
        self._text.setAccessibleName(self.tr("Note"))
        self.linking = self._text.linking
        self._look: Look | None = None
        self.preview = NotePreview(self)
        self.preview.hide()
        self.preview.followed.connect(self.followed)
        self.preview.escaped.connect(self.left)
        self._show_preview = QToolButton(self)
        self._dots = RoleDots(words, self)
        self.tags = TagLine(self)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole = QVBoxLayout(self)
        self._build()
        self._text.textChanged.connect(self._changed)
        self._text.escaped.connect(self.left)
        self._text.blurred.connect(self.blurred)
        self.tags.tagged.connect(self.tagged)
        self.tags.escaped.connect(self.left)
        self._dots.chosen.connect(self.role_chosen)

    def set_previewing(self, on: bool) -> None:
        """Show the note as it is meant below its words, or no longer."""
        self._show_preview.setChecked(on)
        self.preview.setVisible(on)
        self._fill_preview()
        self.grown.emit()

    def turn_preview(self) -> None:
        """Show the preview if it is not, and go to it; else take it away and go back to the words."""
        self.set_previewing(not self._show_preview.isChecked())
        (self.preview if self._show_preview.isChecked() else self._text).setFocus()

    def load(self, body: str, role: Role) -> None:
        """Show another note; undo begins anew."""
        self._text.load(body)
        self._dots.show_role(role)
        self._fill_preview()

    def replace(self, body: str) -> None:
        """Show other words of the same note with the caret near where it was."""
        at = self._text.textCursor().position()
        self._text.load(body)
        self._move_caret(min(at, len(self._text.document().toRawText()) - 1))
        self.grown.emit()

    def show_role(self, role: Role) -> None:
        """Mark another role as the chosen one."""
        self._dots.show_role(role)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show the tags of the note."""
        self.tags.show_tags(tags)

    def name_roles(self, words: NoteWords) -> None:
        """Call the colours as `words` does from now on."""
        self._dots.name_roles(words)

    def write(self) -> None:
        """Take the keyboard, with the caret at the end of the words."""
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_writing(self) -> bool:
        """Whether the caret is in the words."""
        return self._text.hasFocus()

    def set_look(self, look: Look) -> None:
        """Draw with `look` from now on."""
        theme = look.theme
        self._look = look
        self._fill_preview()
        self._dots.set_theme(theme)
        for button in self.findChildren(QToolButton):
            button.setFont(look.small.font)
        self._text.setFont(look.plain.font)
        self._text.set_link_colour(QColor(theme.accent))
        self.tags.setFont(look.small.font)

    def wanted_height(self, width: int) -> int:
        """Return the height it wants at `width`, and take on that width."""
        self.resize(width, max(self.height(), 80))
        # What is hidden hears of its new width only when it is shown.
        self._turn(width)
        self._whole.activate()
        below = self._tools.sizeHint().height() + 4 + self.tags.sizeHint().height()
        return self._text.wanted_height() + 4 + below + self._preview_height(width)

    def _preview_height(self, width: int) -> int:
        """Return the height of the preview, and give it that height; 0 when it is not shown."""
        if not self._show_preview.isChecked():
            return 0
        document = self.preview.document()
        document.setTextWidth(width - 8)
        height = min(round(document.size().height()) + 6, _MOST_PREVIEW)
        self.preview.setFixedHeight(height)
        return height + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        """Put the buttons below the roles where there is no room beside them."""
        share = max(self.fontMetrics().lineSpacing() / _USUAL_LINE, 1.0)
        is_narrow = width < _NARROW * share
        self._tools.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        self._show_preview.setText(self.tr("Preview"))
        self._show_preview.setToolTip(self.tr("Show the note as it is meant, with its links (Ctrl+Shift+P)"))
        self._show_preview.setCheckable(True)
        self._show_preview.setMinimumHeight(TARGET)
        self._show_preview.toggled.connect(self.set_previewing)
        buttons.addWidget(self._show_preview)
        keys = QShortcut(QKeySequence("Ctrl+Shift+P"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.turn_preview)
        for text, signal in (
            (self.tr("Go to passage"), self.go_asked),
            (self.tr("Delete"), self.delete_asked),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMinimumHeight(TARGET)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._tools.setSpacing(2)
        self._tools.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignLeft)
        self._tools.addStretch(1)
        self._tools.addLayout(buttons)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(4)
        self._whole.addWidget(self._text, 1)
        self._whole.addWidget(self.preview)
        self._whole.addWidget(self.tags)
        self._whole.addLayout(self._tools)
        # As the eye goes; the preview is met after its words.
        rest = (*self._dots.dots, *self.findChildren(QToolButton))
        order_stops(self._text, self.preview, self.tags, *rest)

    def _move_caret(self, at: int) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(max(at, 0))
        self._text.setTextCursor(cursor)

    def _changed(self) -> None:
        self._fill_preview()
        self.typed.emit(self._text.body())
        self.grown.emit()

    def _fill_preview(self) -> None:
        if self._look is not None and self._show_preview.isChecked():
            self.preview.show_note(self._text.body(), self._look)
