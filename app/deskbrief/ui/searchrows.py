"""Rows of search results: what was found at the left, and at the right in quiet letters where it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

#: Where a row keeps the words for its place.
PLACE = Qt.ItemDataRole.UserRole + 1
#: Pixels between a row's words and its place, and between that and the row's end.
GAP, END = 12, 8

_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Paints a row as the style does, with its words shortened where they would run into its place."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = index.data(PLACE)
        if not place:
            super().paint(painter, option, index)
            return
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        wide = row.fontMetrics.horizontalAdvance(place)
        room = row.rect.width() - wide - GAP - 2 * END
        row.text = row.fontMetrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        style = row.widget.style() if row.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        painter.save()
        painter.setFont(row.font)
        # The row's own palette is that of the style sheet, which makes quiet words too faint to read.
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        area = QRect(row.rect.right() - END - wide, row.rect.top(), wide + 1, row.rect.height())
        painter.drawText(area, int(_ALIGNED), place)
        painter.restore()
