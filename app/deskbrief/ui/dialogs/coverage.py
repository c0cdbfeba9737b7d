"""The receipt of reading: what was left out of a document, in full, with what can be taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from deskbrief.document.model import Coverage, LeftOut
from deskbrief.document.sizes import percent_read
from deskbrief.ui.dialogs.primary import add_primary

#: Where an item of the list holds the text that it stands for.
TEXT = Qt.ItemDataRole.UserRole
REASON = Qt.ItemDataRole.UserRole + 1


class CoverageDialog(QDialog):
    """Lists the parts that were left out; those with a box can be taken into the text."""

    def __init__(self, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was left out"))
        self._parts = QListWidget(self)
        self._parts.setAccessibleName(self.tr("Parts of the file"))
        self._parts.setObjectName("leftOut")
        self._parts.setWordWrap(True)
        self._parts.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Text of the part"))
        for reason in coverage.taken_in:
            self._add(self.tr("{0} · in the text").format(reason), reason, "", on=True)
        for part in coverage.left_out:
            self._add_left_out(part)
        self._begun = self.chosen()
        self._buttons = self._make_buttons(optional=bool(self._boxes()))
        self._lay_out(coverage)
        self._parts.currentItemChanged.connect(self._show)
        self._parts.itemChanged.connect(self._check)
        self._parts.setCurrentRow(0)
        self._check()

    def chosen(self) -> tuple[str, ...]:
        """Return the reasons whose parts the reader wants in the text."""
        on = Qt.CheckState.Checked
        return tuple(sorted(str(item.data(REASON)) for item in self._boxes() if item.checkState() == on))

    def _add_left_out(self, part: LeftOut) -> None:
        label = self.tr("{0} · {1} characters").format(part.reason, f"{part.chars:,}")
        self._add(label, part.reason, part.text or part.sample, on=False if part.optional else None)

    def _add(self, label: str, reason: str, text: str, *, on: bool | None) -> None:
        item = QListWidgetItem(label, self._parts)
        item.setData(TEXT, text)
        item.setData(REASON, reason)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if on is not None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _boxes(self) -> list[QListWidgetItem]:
        items = [self._parts.item(row) for row in range(self._parts.count())]
        return [item for item in items if item.flags() & Qt.ItemFlag.ItemIsUserCheckable]

    def _make_buttons(self, *, optional: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        if optional:
            self._apply = add_primary(self.tr("Read again"), buttons)
            buttons.accepted.connect(self.accept)
        return buttons

    def _lay_out(self, coverage: Coverage) -> None:
        share = percent_read(coverage.share)
        shown = self.tr("{0} of the text in this file is shown.").format(share)
        part = self.tr("Only a part of this file could be read.")
        lines = [shown if coverage.whole else part, *coverage.remarks]
        if self._boxes():
            lines.append(self.tr("Tick a part to have it in the text as well; your notes keep their places."))
        head = QLabel("\n".join(lines), self)
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(360)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(head)
        if self._parts.count():
            split = QSplitter(Qt.Orientation.Horizontal, self)
            split.addWidget(self._parts)
            split.addWidget(self._text)
            split.setSizes([260, 420])
            layout.addWidget(split, 1)
            self.resize(720, 420)
        else:
            # Nobody laid them out: they would lie over the sentence.
            self._parts.hide()
            self._text.hide()
        layout.addWidget(self._buttons)

    def _show(self, item: QListWidgetItem | None, _: QListWidgetItem | None = None) -> None:
        self._text.setPlainText(str(item.data(TEXT)) if item is not None else "")

    def _check(self) -> None:
        if self._boxes():
            self._apply.setEnabled(self.chosen() != self._begun)
