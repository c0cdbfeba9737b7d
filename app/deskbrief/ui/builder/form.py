"""Title, author, marking, page and bottom line of a brief, and which documents it is of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from deskbrief.document.plan import Logo, PageSize
from deskbrief.document.records import dataclass
from deskbrief.services.catalogue import Sentence
from deskbrief.services.curation import shortened
from deskbrief.services.drafts import Draft
from deskbrief.ui.models.choicebox import ChoiceBox

#: Characters of a sentence or a title that a menu shows.
LONGEST_ENTRY = 90
#: So long after the last key what is typed next is an act of its own.
PAUSE_MS = 1200
UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """One open document that a brief can be of; the first of them always is."""

    sha256: str
    title: str
    on: bool
    fixed: bool = False


class LeaveUndo(QObject):
    """Keeps fields from undoing by themselves: the window undoes, whatever has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in {
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        }:
            redo = (
                event.keyCombination().toCombined()
                == (Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Y).toCombined()
            )
            if redo or any(event.matches(key) for key in UNDO_KEYS):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


class DetailsForm(QWidget):
    """`edited` carries the name of a field of the draft and its new value.

    `taken` carries a sentence to take over; `source_switched` a document's hash and whether it is a source.
    `logo_wanted` asks for a picture, `logo_words_wanted` for words that say what it shows.
    """

    edited = Signal(str, object)
    paused = Signal()
    taken = Signal(object)
    source_switched = Signal(str, bool)
    logo_wanted = Signal()
    logo_words_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: Sequence[Sentence] = ()
        self._usual = ""
        self._undo = LeaveUndo(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self._title = self._line("title", self.tr("Title"))
        self._author = self._line("author", self.tr("Prepared by"))
        self._marking = self._line("marking", self.tr("Marking"))
        self._marking.setPlaceholderText(self.tr("none"))
        self._page = ChoiceBox(self)
        self._page.setAccessibleName(self.tr("Page"))
        self._page.addItems([size.value for size in PageSize])
        self._bottom = QPlainTextEdit(self)
        self._bottom.setObjectName("bottomLine")
        self._bottom.setAccessibleName(self.tr("Bottom line"))
        self._bottom.setPlaceholderText(self.tr("Your own words, or a sentence of the source"))
        self._bottom.setTabChangesFocus(True)
        self._bottom.setUndoRedoEnabled(False)
        self._bottom.installEventFilter(self._undo)
        self._bottom.setFixedHeight(70)
        self._offers = self._menu_button(self.tr("From the source"), self.tr("Take over a sentence"))
        self._logo = self._menu_button(self.tr("Logo"), self.tr("Logo"))
        self._fill_logo_menu()
        self._sources = self._menu_button("", self.tr("Sources of the brief"))
        self._cites = QLabel(self)
        self._cites.setObjectName("bottomCites")
        self._cites.setWordWrap(True)
        self._lay_out()
        self._page.textActivated.connect(self._page_chosen)
        self._bottom.textChanged.connect(self._bottom_typed)
        self._offers.menu().triggered.connect(self._offer_chosen)
        self._sources.menu().triggered.connect(self._source_chosen)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes to, in the order of the eye."""
        above = [self._logo, self._sources, self._title]
        return [*above, self._author, self._marking, self._page, self._offers, self._bottom]

    @property
    def title_field(self) -> QLineEdit:
        """The field of the title."""
        return self._title

    @property
    def bottom_field(self) -> QPlainTextEdit:
        """The field of the bottom line."""
        return self._bottom

    @property
    def logo_menu(self) -> QMenu:
        """The menu of what can be done with the logo."""
        return self._logo.menu()

    @property
    def offers(self) -> QMenu:
        """The menu of sentences to take over."""
        return self._offers.menu()

    def show_draft(self, draft: Draft, usual_title: str) -> None:
        """Show what `draft` holds; fields that show it already are left alone, and so is their cursor."""
        self._title.setPlaceholderText(usual_title)
        self._usual = usual_title
        # Who empties the field is not to find the title there again under his fingers.
        title = draft.title or ("" if self._title.hasFocus() and not self._title.text() else usual_title)
        for line, text in (
            (self._title, title),
            (self._author, draft.author),
            (self._marking, draft.marking),
        ):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0 if not line.hasFocus() else len(text))
        self._page.setCurrentText(draft.page_size.value)
        self._show_logo(draft.logo)
        if self._bottom.toPlainText() != draft.bottom_line:
            self._bottom.blockSignals(True)
            self._bottom.setPlainText(draft.bottom_line)
            self._bottom.moveCursor(self._bottom.textCursor().MoveOperation.End)
            self._bottom.blockSignals(False)

    def show_cites(self, words: str, *, bad: bool) -> None:
        """Say what the bottom line cites, or that a quote in it lost its reference."""
        self._cites.setText(words)
        self._cites.setVisible(bool(words))
        if self._cites.property("bad") != bad:
            self._cites.setProperty("bad", bad)
            self._cites.style().unpolish(self._cites)
            self._cites.style().polish(self._cites)

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Offer `sentences` to be taken over."""
        self._sentences = sentences
        menu = self._offers.menu()
        menu.clear()
        for number, sentence in enumerate(sentences):
            words = shortened(sentence.words, LONGEST_ENTRY).replace("&", "&&")
            action = QAction(f"{words}\t{sentence.locator}", menu)
            action.setData(number)
            action.setToolTip(sentence.words)
            menu.addAction(action)
        self._offers.setEnabled(bool(sentences))

    def show_sources(self, choices: Sequence[SourceChoice]) -> None:
        """Offer the open documents as sources; one alone needs no choice."""
        menu = self._sources.menu()
        menu.clear()
        for choice in choices:
            action = QAction(shortened(choice.title, LONGEST_ENTRY).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(choice.on)
            action.setEnabled(not choice.fixed)
            action.setData(choice.sha256)
            menu.addAction(action)
        on = sum(choice.on for choice in choices)
        self._sources.setText(self.tr("Sources: {0} of {1} open ▾").format(on, len(choices)))
        self._sources.setVisible(len(choices) > 1)

    def _fill_logo_menu(self) -> None:
        menu = self._logo.menu()
        menu.addAction(self.tr("&Choose a picture…")).triggered.connect(self.logo_wanted)
        self._describe = menu.addAction(self.tr("&Describe it…"))
        self._describe.triggered.connect(self.logo_words_wanted)
        self._remove = menu.addAction(self.tr("&Remove it"))
        self._remove.triggered.connect(self._logo_removed)

    def _show_logo(self, logo: Logo | None) -> None:
        for action in (self._describe, self._remove):
            action.setEnabled(logo is not None)
        self._logo.setText(self.tr("Logo ✓ ▾") if logo else self.tr("Logo ▾"))
        if logo is None:
            words = self.tr("No logo")
        elif logo.words:
            words = self.tr("{0}, described as “{1}”").format(logo.name, logo.words)
        else:
            words = self.tr("{0}, an ornament without a description").format(logo.name)
        self._logo.setToolTip(words)
        self._logo.setAccessibleDescription(words)

    def _logo_removed(self) -> None:
        self.edited.emit("logo", None)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._label(self.tr("Title"), self._title), 1)
        head.addWidget(self._logo)
        head.addWidget(self._sources)
        grid.addLayout(head, 0, 0, 1, 3)
        grid.addWidget(self._title, 1, 0, 1, 3)
        fields = ((self.tr("Prepared by"), self._author), (self.tr("Marking"), self._marking))
        for column, (name, field) in enumerate((*fields, (self.tr("Page"), self._page))):
            grid.addWidget(self._label(name, field), 2, column)
            grid.addWidget(field, 3, column)
            grid.setColumnStretch(column, 1)
        below = QHBoxLayout()
        below.addWidget(self._label(self.tr("Bottom line"), self._bottom), 1)
        below.addWidget(self._offers)
        grid.addLayout(below, 4, 0, 1, 3)
        grid.addWidget(self._bottom, 5, 0, 1, 3)
        grid.addWidget(self._cites, 6, 0, 1, 3)
        for row in (2, 4):
            grid.setRowMinimumHeight(row, 30)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("fieldLabel")
        label.setBuddy(buddy)
        label.setAlignment(Qt.AlignmentFlag.AlignBottom)
        return label

    def _line(self, field: str, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(field)
        line.setAccessibleName(name)
        line.installEventFilter(self._undo)
        line.textEdited.connect(self._typed)
        return line

    def _menu_button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setText(f"{text} ▾")
        button.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        return button

    def _typed(self, text: str) -> None:
        sender = self.sender()
        if sender is not None:
            self._pause.start()
            name = sender.objectName()
            self.edited.emit(name, "" if name == "title" and text.strip() == self._usual else text)

    def _bottom_typed(self) -> None:
        self._pause.start()
        self.edited.emit("bottom_line", self._bottom.toPlainText())

    def _page_chosen(self, text: str) -> None:
        self.edited.emit("page_size", PageSize(text))

    def _offer_chosen(self, action: QAction) -> None:
        self.taken.emit(self._sentences[int(action.data())])

    def _source_chosen(self, action: QAction) -> None:
        self.source_switched.emit(str(action.data()), action.isChecked())
