"""The page of the library: all documents, and what a search finds in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from deskbrief.library.catalogue import Card
from deskbrief.library.labels import Label
from deskbrief.services.everywhere import Passage
from deskbrief.services.librarian import Answer, Listing
from deskbrief.ui.keys import with_key
from deskbrief.ui.library.arrange import Order, View, arranged, narrowed, passage_rows
from deskbrief.ui.library.paint import CardPainter, PassagePainter
from deskbrief.ui.library.rows import CardRow, LibraryWords, PassageRow
from deskbrief.ui.library.viewboxes import ViewBoxes
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.frame import order_stops
from deskbrief.ui.models.heads import MessagePainter, MessageRow
from deskbrief.ui.models.page import Page
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.models.words import needles
from deskbrief.ui.theme import Theme

#: What is typed is looked for after this.
TYPED_MS = 60
#: The buttons above the list, from left to right.
TOOLS = ("backups", "trash", "labels", "chronology", "remove", "open")
LETTERS = frozenset({" ", "delete", "/", "l", "c", "a"})
#: Narrower than this, passages stand below the documents and not beside them.
NARROW = 900


class LibraryPage(Page):
    """Documents and passages.

    `opened` carries a Card, `passage_opened` a Passage, `asked` the words to search for, `chronology_asked`,
    `remove_asked` and `labels_asked` the cards that are chosen (the last one a point of the screen too),
    `order_changed` an Order.
    """

    opened = Signal(object)
    passage_opened = Signal(object)
    asked = Signal(str)
    chronology_asked = Signal(object)
    remove_asked = Signal(object)
    labels_asked = Signal(object, QPoint)
    order_changed = Signal(object)
    trash_asked = Signal()
    backups_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._buttons: dict[str, QPushButton] = {}
        super().__init__(parent)
        self.setObjectName("libraryPage")
        self.setWindowTitle(self.tr("Library"))
        self._listing = Listing()
        self._rows: list[CardRow] = []
        self._ordered: list[CardRow] | None = None
        self._view = View()
        self._answer = Answer("")
        self._chosen: set[str] = set()
        words = LibraryWords(self)
        self.list = RowView(
            words, Painters({CardRow: CardPainter(words), MessageRow: MessagePainter()}), LETTERS, self
        )
        self.list.setAccessibleName(self.tr("Documents"))
        self.passages = RowView(
            words,
            Painters({PassageRow: PassagePainter(words), MessageRow: MessagePainter()}),
            frozenset({"/"}),
            self,
        )
        self.passages.setAccessibleName(self.tr("Passages"))
        self.search = FilterBox(self.tr("Search all texts and notes"), self)
        self.search.setToolTip(
            self.tr(
                "All words must occur. “Words in quotes” stand together; word* is a beginning; "
                "-word must not occur; a NEAR b; a OR b. title:word, name:holm, role:green, tag:word, "
                "after:2023, before:2024-06 choose."
            )
        )
        self._count = QLabel(self)
        self._boxes = ViewBoxes(self)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._build()
        self._connect()
        self._say()

    def show_listing(self, listing: Listing, rows: list[CardRow]) -> None:
        """Show documents, as `rows`, and labels as they are now; what is chosen and searched stays."""
        self._listing = listing
        self._chosen &= {card.sha256 for card in listing.cards}
        self._rows, self._ordered = rows, None
        for row in rows if self._chosen else ():
            row.is_chosen = row.key in self._chosen
        self._boxes.show_labels(listing.labels)
        self._fill()

    def show_trouble(self, words: str) -> None:
        """Say why no documents can be listed."""
        if not self._rows:
            self.list.fill([MessageRow(key="trouble", text=words)])

    def show_answer(self, answer: Answer) -> None:
        """Show what was found, if it is still what is searched for."""
        if answer.query != self.search.text():
            return
        is_new = self._answer.query != answer.query
        self._answer = answer
        if answer.passages is not None:
            self._show_passages(answer, answer.passages)
        elif not any(isinstance(row, PassageRow) for row in self.passages.rows):
            # The first search of all takes the documents into the index.
            self.passages.fill([MessageRow(key="looking", text=self.tr("Looking through texts and notes …"))])
        self._fill()
        if is_new:
            self.list.verticalScrollBar().setValue(0)

    def _show_passages(self, answer: Answer, passages: Sequence[Passage]) -> None:
        rows: list[Row] = [*passage_rows(passages, self._rows)]
        if answer.trouble:
            rows = [MessageRow(key="trouble", text=answer.trouble)]
        elif answer.waiting:
            words = self.tr("{0} documents are still being taken into the index.")
            rows.append(MessageRow(key="waiting", text=words.format(f"{answer.waiting:,}")))
        elif not rows:
            rows = [MessageRow(key="nothing", text=self.tr("No text and no note holds these words."))]
        self.passages.fill(rows)

    def chosen(self) -> list[Card]:
        """Return the documents that are chosen, else the current one."""
        row = self.list.current
        return self.picked() or ([row.card] if isinstance(row, CardRow) else [])

    def choose_none(self) -> None:
        """Have no document chosen."""
        self._chosen = set()
        for row in self.list.rows:
            if isinstance(row, CardRow):
                row.is_chosen = False
        self._say()

    def picked(self) -> list[Card]:
        """Return the documents that are chosen, and none where none is."""
        return [card for card in self._listing.cards if card.sha256 in self._chosen]

    def labels(self) -> Sequence[Label]:
        """Return all collections and tags."""
        return self._listing.labels

    def shown_label(self) -> Label | None:
        """Return the collection or tag that the list is limited to."""
        wanted = self._boxes.view().label
        return next((label for label in self.labels() if (label.kind, label.name) == wanted), None)

    def set_order(self, order: Order) -> None:
        """Show the documents in another order."""
        self._boxes.set_order(order)
        if self._rows:
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)
        self.passages.set_theme(theme)

    def focus_filter(self) -> None:
        """Put the caret into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._count.setVisible(not narrow)
        self._buttons["labels"].setText(self.tr("Labels ▾") if narrow else self.tr("Collections, tags ▾"))
        self._turn_tools()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._buttons:
            self._turn_tools()

    def _turn_tools(self) -> None:
        """Put the buttons below the boxes where both do not fit beside each other."""
        parts = (self._boxes, *(self._buttons[name] for name in TOOLS))
        wanted = sum(part.sizeHint().width() + 8 for part in parts) + 40
        direction = QBoxLayout.Direction
        self._tools.setDirection(direction.TopToBottom if wanted > self.width() else direction.LeftToRight)

    def _build(self) -> None:
        back = self._button("back", self.tr("← Back to reading"))
        self._button("open", self.tr("Open"))
        self._button("trash", self.tr("Trash"))
        self._button("backups", self.tr("Backups"))
        self._button("labels", self.tr("Collections, tags ▾"))
        self._button("chronology", self.tr("Chronology"))
        self._button("remove", self.tr("Remove"))
        title = QLabel(self.tr("Library"), self)
        title.setObjectName("documentTitle")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        top, tools, acts, whole = QHBoxLayout(), self._tools, QHBoxLayout(), QVBoxLayout(self)
        for widget in (back, title, self._count):
            top.addWidget(widget)
        top.addSpacing(8)
        top.addWidget(self.search, 1)
        choices = QHBoxLayout()
        choices.addWidget(self._boxes)
        choices.addStretch(1)
        for name in TOOLS:
            acts.addWidget(self._buttons[name])
        tools.addLayout(choices, 1)
        tools.addLayout(acts)
        self._buttons["open"].setObjectName("primary")
        for name, words, key in (
            ("labels", self.tr("Collections and tags of the documents chosen"), "L"),
            ("chronology", self.tr("One chronology of the documents chosen"), "C"),
            ("remove", self.tr("Take the documents chosen out of the library"), "Del"),
            ("open", self.tr("Open the documents chosen"), "Enter"),
        ):
            self._buttons[name].setToolTip(with_key(words, key))
        top.setContentsMargins(14, 10, 14, 0)
        tools.setContentsMargins(14, 0, 14, 2)
        self._split.addWidget(self.list)
        self._split.addWidget(self.passages)
        self._split.setSizes([560, 440])
        self._split.setChildrenCollapsible(False)
        self.passages.hide()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addLayout(tools)
        whole.addWidget(self._split, 1)
        self.setFocusProxy(self.search)
        buttons = (self._buttons[name] for name in TOOLS)
        boxes = self._boxes
        order_stops(back, self.search, boxes.only, boxes.order, *buttons, self.list, self.passages)

    def _button(self, name: str, text: str) -> QPushButton:
        button = self._buttons[name] = QPushButton(text, self)
        button.setObjectName(f"library_{name}")
        return button

    def _connect(self) -> None:
        self._typed.timeout.connect(self._search)
        self.search.textChanged.connect(self._on_typed)
        self.search.left.connect(self._leave_search)
        self._boxes.changed.connect(self._fill)
        self._boxes.order_changed.connect(self.order_changed)
        self.list.opened.connect(self._open)
        self.list.zone_clicked.connect(self._choose)
        self.list.lettered.connect(self._letter)
        self.list.moved.connect(self._say)
        self.passages.opened.connect(self._open)
        self.passages.lettered.connect(self._letter)
        for name, slot in (
            ("back", self.left),
            ("trash", self.trash_asked),
            ("backups", self.backups_asked),
            ("open", self._open_current),
            ("labels", self._ask_labels),
            ("chronology", self._ask_chronology),
            ("remove", self._ask_removal),
        ):
            self._buttons[name].clicked.connect(slot)

    def showEvent(self, event: QShowEvent) -> None:
        # What was typed on an earlier visit is no act that Undo would be for.
        self.search.forget_typing()
        super().showEvent(event)

    # Searching

    def _on_typed(self) -> None:
        self._typed.start()
        self._fill()
        self.list.verticalScrollBar().setValue(0)

    def _search(self) -> None:
        query = self.search.text()
        self.passages.setVisible(bool(query.strip()))
        if query.strip():
            self.asked.emit(query)
        else:
            self._answer = Answer("")
            self._fill()

    def _leave_search(self) -> None:
        if not self.search.text() and self.search.hasFocus() and not self._rows:
            self.left.emit()
            return
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing

    def _fill(self) -> None:
        query = self.search.text()
        found = self._answer.documents if self._answer.query == query else frozenset()
        shown = narrowed(self._in_order(), needles(query), found)
        rows: list[Row] = [*shown]
        self._count.setText(
            f"{len(rows):,}" if len(rows) == len(self._rows) else f"{len(rows):,} / {len(self._rows):,}"
        )
        if not rows:
            words = self.tr("No document matches.") if self._rows else self._how_to_begin()
            rows = [MessageRow(key="empty", text=words)]
        self.list.fill(rows)
        self._say()

    def _in_order(self) -> list[CardRow]:
        """Return the rows of the view; they are put in order again only when it or they have changed."""
        view = self._boxes.view()
        if view != self._view or self._ordered is None:
            labels = {(label.kind, label.name): label for label in self._listing.labels}
            self._view, self._ordered = view, arranged(self._rows, view, labels)
        return self._ordered

    def _how_to_begin(self) -> str:
        return self.tr("Documents that you open come here by themselves, with your notes.")

    def _say(self) -> None:
        """Say on the buttons what they would do."""
        count = len(self.chosen())
        for name in ("open", "labels", "remove", "chronology"):
            self._buttons[name].setEnabled(count > 0)
        text = self.tr("Chronology of {0}").format(count) if count > 1 else self.tr("Chronology")
        self._buttons["chronology"].setText(text)
        self._buttons["remove"].setText(
            self.tr("Remove {0}").format(count) if count > 1 else self.tr("Remove")
        )

    # Answering

    def _open(self, row: Row) -> None:
        if isinstance(row, CardRow):
            self.opened.emit(row.card)
        elif isinstance(row, PassageRow):
            self.passage_opened.emit(row.passage)

    def _open_current(self) -> None:
        for card in self.chosen()[:10]:
            self.opened.emit(card)

    def _choose(self, row: Row, _zone: str = "") -> None:
        if isinstance(row, CardRow):
            row.is_chosen = not row.is_chosen
            self._chosen ^= {row.key}
            self.list.viewport().update()
            self._say()

    def _choose_all(self) -> None:
        """Choose all documents that are shown, or none of them if all are chosen."""
        shown = {row.key: row for row in self.list.rows if isinstance(row, CardRow)}
        on = not shown.keys() <= self._chosen
        for row in shown.values():
            row.is_chosen = on
        self._chosen = self._chosen | shown.keys() if on else self._chosen - shown.keys()
        self.list.viewport().update()
        self._say()

    def _letter(self, row: Row | None, letter: str) -> None:
        if letter == "/":
            self.focus_filter()
        elif letter == " ":
            if row is not None:
                self._choose(row)
        elif letter == "a":
            self._choose_all()
        elif not self.chosen():
            return
        elif letter == "delete":
            self._ask_removal()
        elif letter == "l":
            self._ask_labels()
        else:
            self._ask_chronology()

    def _ask_labels(self) -> None:
        button = self._buttons["labels"]
        self.labels_asked.emit(self.chosen(), button.mapToGlobal(QPoint(0, button.height())))

    def _ask_chronology(self) -> None:
        self.chronology_asked.emit(self.chosen())

    def _ask_removal(self) -> None:
        self.remove_asked.emit(self.chosen())
