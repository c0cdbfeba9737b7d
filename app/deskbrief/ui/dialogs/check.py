"""What became of the quotes of a brief in the documents that are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskbrief.document.differences import Turn
from deskbrief.document.model import Document
from deskbrief.document.plan import BriefPlan
from deskbrief.document.spans import Span
from deskbrief.services.checking import Checked, Outcome
from deskbrief.ui.theme import LIGHT, Theme
from deskbrief.ui.words import numbered

NUMBER = Qt.ItemDataRole.UserRole
SIGNS = {
    Outcome.SAME: "✓",
    Outcome.MOVED: "→",
    Outcome.CHANGED: "≠",
    Outcome.UNCERTAIN: "?",
    Outcome.GONE: "✕",
    Outcome.UNCHECKED: "–",
}


class CheckDialog(QDialog):
    """Lists each quote with what became of it; `passage_wanted` carries a document's hash and a passage.

    `anew` are the positions of sources that were read again because their files had changed.
    """

    passage_wanted = Signal(str, Span)

    def __init__(
        self,
        plan: BriefPlan,
        checked: Sequence[Checked],
        sources: Mapping[int, Document],
        parent: QWidget | None = None,
        anew: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check of “{0}”").format(plan.title))
        # On a low screen the button stays in sight too.
        self.resize(QSize(820, 560).boundedTo(self.screen().availableSize() * 0.9))
        self._checked = checked
        self._sources = sources
        self._anew = anew
        self._theme = LIGHT
        self._summary = QLabel(self._summed(), self)
        self._summary.setObjectName("checkSummary")
        self._summary.setWordWrap(True)
        self._only = QCheckBox(self.tr("&Only quotes that do not hold"), self)
        self._list = QTreeWidget(self)
        self._list.setObjectName("checked")
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAccessibleName(self.tr("Quotes of the brief"))
        self._list.setHeaderLabels([self.tr("Quote"), self.tr("In the source"), self.tr("Where"), ""])
        self._detail = QPlainTextEdit(self)
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setAccessibleName(self.tr("The quote, and what stands in the source now"))
        self._lay_out(self._sources_words(plan))
        self._fill()
        self._list.currentItemChanged.connect(self._show)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        self._only.toggled.connect(self._filter)
        self._only.setEnabled(any(not one.outcome.holds for one in checked))
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._list.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._theme = theme
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            one = self._checked[row]
            unknown = one.outcome is Outcome.UNCHECKED
            good = theme.recommendation if one.outcome.holds else theme.problem
            if item is not None:
                item.setForeground(0, QBrush(QColor(theme.muted if unknown else theme.ink)))
                item.setForeground(1, QBrush(QColor(theme.muted if unknown else good)))
        self._show()

    def _lay_out(self, sources: str) -> None:
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._list)
        split.addWidget(self._detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        against = QLabel(sources, self)
        against.setObjectName("hint")
        against.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._summary, against, self._only):
            column.addWidget(widget)
        column.addWidget(split, 1)
        column.addWidget(buttons)

    def _fill(self) -> None:
        words = self.outcome_words()
        for number, one in enumerate(self._checked):
            reference = one.reference
            row = [
                f"{reference.number}  “{reference.quote}”",
                f"{SIGNS[one.outcome]} {words[one.outcome]}",
                one.where or reference.locator,
                "",
            ]
            item = QTreeWidgetItem(row)
            item.setData(0, NUMBER, number)
            item.setToolTip(0, reference.quote)
            self._list.addTopLevelItem(item)
        head = self._list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._list.hideColumn(3)

    def outcome_words(self) -> dict[Outcome, str]:
        """Return what each outcome is called."""
        return {
            Outcome.SAME: self.tr("the same"),
            Outcome.MOVED: self.tr("the same, moved"),
            Outcome.CHANGED: self.tr("changed"),
            Outcome.UNCERTAIN: self.tr("uncertain"),
            Outcome.GONE: self.tr("gone"),
            Outcome.UNCHECKED: self.tr("no source open"),
        }

    def _summed(self) -> str:
        counts = Counter(one.outcome for one in self._checked)
        words = self.outcome_words()
        held = counts[Outcome.SAME] + counts[Outcome.MOVED]
        total = len(self._checked)
        if held == total:
            return numbered(
                total,
                self.tr("The one quote stands in the source word for word."),
                self.tr("All {0} quotes stand in the source word for word."),
            )
        others = ", ".join(f"{counts[one]} {words[one]}" for one in Outcome if counts[one] and not one.holds)
        return self.tr("{0} of {1} quotes stand in the source word for word; {2}.").format(
            held, total, others
        )

    def _sources_words(self, plan: BriefPlan) -> str:
        lines = []
        for position, source in enumerate(plan.sources):
            document = self._sources.get(position)
            name = source.file_name or source.title
            if document is None:
                lines.append(self.tr("{0}: not open, so not checked").format(name))
            elif document.sha256 == source.sha256:
                lines.append(self.tr("{0}: the very file").format(name))
            elif position in self._anew:
                words = self.tr("{0}: has changed since it was opened here; checked as it is now")
                lines.append(words.format(name))
            else:
                lines.append(self.tr("{0}: another edition or file").format(name))
        return " · ".join(lines)

    def _current(self) -> Checked | None:
        item = self._list.currentItem()
        return self._checked[item.data(0, NUMBER)] if item is not None else None

    def _show(self) -> None:
        self._detail.clear()
        one = self._current()
        if one is None:
            return
        cursor = self._detail.textCursor()
        if one.outcome in {Outcome.CHANGED, Outcome.UNCERTAIN}:
            for turn, words in one.difference():
                cursor.insertText(_marked(turn, words), self._form(turn))
                cursor.insertText(" ", QTextCharFormat())
        else:
            cursor.insertText(one.now or one.reference.quote, self._form(Turn.KEPT))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._detail.setTextCursor(cursor)

    def _form(self, turn: Turn) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._theme.ink))
        if turn is Turn.DROPPED:
            form.setFontStrikeOut(True)
            form.setForeground(QColor(self._theme.problem))
        elif turn is Turn.ADDED:
            form.setFontUnderline(True)
            form.setFontWeight(QFont.Weight.DemiBold)
            form.setForeground(QColor(self._theme.recommendation))
        return form

    def _go(self) -> None:
        one = self._current()
        if one is not None and one.span is not None:
            self.passage_wanted.emit(self._sources[one.reference.source].sha256, one.span)

    def _filter(self, only: bool) -> None:
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None:
                item.setHidden(only and self._checked[row].outcome.holds)


def _marked(turn: Turn, words: str) -> str:
    """Return `words` so that they can be told apart without colours."""
    return {Turn.DROPPED: f"[−{words}]", Turn.ADDED: f"[+{words}]", Turn.KEPT: words}[turn]
