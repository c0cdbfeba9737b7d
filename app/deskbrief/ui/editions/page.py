"""The page that shows what became of notes and items from an earlier edition to a newer one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from deskbrief.document.anchors import AnchorState
from deskbrief.document.edtf import display
from deskbrief.services.revising import Fate, Revision
from deskbrief.services.titles import document_title
from deskbrief.ui.editions.panels import ChangesPanel, FatesPanel
from deskbrief.ui.editions.rows import ChangeRow, FateRow
from deskbrief.ui.models.page import Page
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.title import TitleLabel
from deskbrief.ui.theme import Theme
from deskbrief.ui.words import numbered

#: The tabs: what was asked for first, what becomes of the reader's own beside it.
CHANGES, NOTES = 0, 1


class EditionPage(Page):
    """Two lists under two tabs.

    `passage_opened` carries the hash of an edition and a Span, `take_asked` the fates to be taken over,
    `place_asked` a Fate and "yes", "no" or "put"; `left` asks for the text, `other_asked` for another
    edition, `beside_asked` for both texts side by side.
    """

    passage_opened = Signal(str, object)
    take_asked = Signal(object)
    place_asked = Signal(object, str)
    other_asked = Signal()
    beside_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editionPage")
        self.setWindowTitle(self.tr("Comparison of editions"))
        self._revision: Revision | None = None
        #: Lists that do not show the comparison yet, with whether it is the same one again.
        self._stale: dict[int, bool] = {}
        self._title = TitleLabel(self)
        self._title.setObjectName("documentTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.tr("Parts of the comparison"))
        self.tabs.setExpanding(False)
        # The chosen tab is bold, and wider than there was room made for.
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.notes = FatesPanel(self)
        self.changes = ChangesPanel(self)
        self.take = QPushButton(self)
        self.take.setObjectName("primary")
        self._stack = QStackedWidget(self)
        self._build()

    def show_revision(self, revision: Revision | None, *, again: bool = False) -> None:
        """Show a comparison, None while it is being made; `again` keeps what the reader said and chose."""
        self._revision = revision
        self._stale = {index: again and self._stale.get(index, True) for index in (CHANGES, NOTES)}
        self._title.setText(self._heading(revision))
        comparison = revision.comparison if revision else None
        count = len(comparison.changes()) if comparison else 0
        waiting = sum(map(_waits, revision.fates)) if revision else 0
        self.tabs.setTabText(CHANGES, self.tr("Changes {0}").format(count if comparison else "…"))
        words = self.tr("Notes {0} · {1} to take over") if waiting else self.tr("Notes {0}")
        self.tabs.setTabText(NOTES, words.format(len(revision.fates) if revision else "", waiting))
        if revision is not None and not again:
            self.tabs.setCurrentIndex(NOTES if waiting and comparison and not count else CHANGES)
        self._fill()
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.notes.set_theme(theme)
        self.changes.set_theme(theme)

    def focus_filter(self) -> None:
        """Put the caret into the filter box of the list that is shown."""
        self._list_at(self.tabs.currentIndex()).focus_filter()

    def _heading(self, revision: Revision | None) -> str:
        if revision is None:
            return self.tr("Comparing two editions …")
        name = document_title(revision.new.document, "").strip("“”")
        old, new = (one.document.metadata.published for one in (revision.old, revision.new))
        dated = f" ({display(old.edtf)})" if old else ""
        if old and new and old.edtf > new.edtf:
            return self.tr("“{0}” beside its later edition{1}").format(name, dated)
        return self.tr("“{0}” beside its earlier edition{1}").format(name, dated)

    def _build(self) -> None:
        back = QPushButton(self.tr("← Text"), self)
        beside = QPushButton(self.tr("Both texts"), self)
        other = QPushButton(self.tr("Another edition…"), self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        top, below, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(14, 10, 14, 0)
        top.addWidget(back)
        top.addWidget(self._title, 1)
        top.addWidget(beside)
        top.addWidget(other)
        below.setContentsMargins(14, 0, 14, 0)
        below.addWidget(self.tabs)
        below.addStretch(1)
        below.addWidget(self.take)
        self._stack.addWidget(self.changes)
        self._stack.addWidget(self.notes)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addLayout(below)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self._stack)
        self._stack.setFocusProxy(self.changes)
        back.clicked.connect(self.left)
        beside.clicked.connect(self.beside_asked)
        other.clicked.connect(self.other_asked)
        self.take.clicked.connect(self._take)
        self.tabs.currentChanged.connect(self._turn)
        self.notes.opened.connect(self._open)
        self.changes.opened.connect(self._open)
        self.notes.chosen.connect(self._say)
        self.notes.place_asked.connect(self._place)

    def _list_at(self, index: int) -> FatesPanel | ChangesPanel:
        """Return the list under a tab."""
        return self.notes if index == NOTES else self.changes

    def _fill(self) -> None:
        """Fill the list that is shown; the other one when it is turned to."""
        index = self.tabs.currentIndex()
        again = self._stale.pop(index, None)
        if again is not None:
            self._list_at(index).show_revision(self._revision, again=again)

    def _turn(self, index: int) -> None:
        self._fill()
        self._stack.setCurrentIndex(index)
        self._stack.setFocusProxy(self._list_at(index))
        self._say()

    def _say(self) -> None:
        """Say on the button what it would do."""
        count = len(self.notes.wanted_fates())
        self.take.setText(numbered(count, self.tr("Take 1 note over"), self.tr("Take {0} notes over")))
        self.take.setEnabled(count > 0)
        has_open = any(fate.is_open for fate in self._revision.fates) if self._revision else False
        self.take.setVisible(self.tabs.currentIndex() == NOTES and has_open)

    def _take(self) -> None:
        self.take_asked.emit(self.notes.wanted_fates())

    def _place(self, row: FateRow, act: str) -> None:
        self.place_asked.emit(row.fate, act)

    def _open(self, row: Row) -> None:
        """Lead to the passage in the edition that it is in, the new one if in both."""
        revision = self._revision
        if revision is None:
            return
        if isinstance(row, FateRow):
            fate: Fate = row.fate
            new, old = fate.placement.span, fate.was
        elif isinstance(row, ChangeRow):
            new, old = row.compared.new, row.compared.old
        else:
            return
        if new is not None:
            self.passage_opened.emit(revision.new.document.sha256, new)
        elif old is not None:
            self.passage_opened.emit(revision.old.document.sha256, old)


def _waits(fate: Fate) -> bool:
    """Tell whether a note has a place in the new text and is not there yet."""
    return fate.is_open and not fate.dropped and fate.placement.state is not AnchorState.LOST
