"""How sections and items are painted: cards with a box, a grip, a title, and where a passage stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from deskbrief.ui.builder.arrange import ItemView, SectionView
from deskbrief.ui.builder.contents import VIEW
from deskbrief.ui.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
SECTION, ITEM, CARD_GAP, CARD_END = 36, 26, 8, 7
BOX, RADIUS = 15, 6.0
#: Where boxes and words begin, from the left edge of a card.
SECTION_BOX, ITEM_BOX, GRIP, TITLE, LABEL = 11, 37, 33, 49, 60
RIGHT = 12
CHEVRON = 24


class CardDelegate(QStyledItemDelegate):
    """Paints rows, toggles their boxes, and makes the editor of a section's title."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), height_of(self._view, index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._card(painter, option, index)
        view = index.data(VIEW)
        if isinstance(view, SectionView):
            self._section(painter, option, index, view)
        elif isinstance(view, ItemView):
            self._item(painter, option, index, view)
        painter.restore()

    def box(self, rect: QRect, index: Index) -> QRect:
        """Return where the box of a row is that takes up `rect`."""
        section = not index.parent().isValid()
        left = rect.left() + (SECTION_BOX if section else ITEM_BOX)
        row = SECTION if section else ITEM
        return QRect(left, rect.top() + (row - BOX) // 2, BOX, BOX)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        del model
        pressed = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease
        if pressed and isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if self.box(option.rect, index).adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
                return self._toggle(index)
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select} and self._toggle(index)
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        editor = QLineEdit(parent)
        editor.setObjectName("titleEditor")
        editor.setAccessibleName(self.tr("Title of the section"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        rect = option.rect.adjusted(TITLE - 8, 2, -CHEVRON - RIGHT, 0)
        rect.setHeight(SECTION - 4)
        editor.setGeometry(rect)

    def _toggle(self, index: Index) -> bool:
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        value = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return index.model().setData(index, value, Qt.ItemDataRole.CheckStateRole)

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the part of a card that lies behind a row; rows are clipped to themselves."""
        rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        head = not index.parent().isValid()
        last = ends_card(self._view, index)
        top = rect.top() if head else rect.top() - 20
        bottom = option.rect.bottom() - CARD_GAP + 0.5 if last else rect.bottom() + 20
        painter.setClipRect(option.rect)
        painter.setPen(QPen(QColor(self.theme.line), 1.0))
        painter.setBrush(QColor(self.theme.card))
        painter.drawRoundedRect(QRectF(rect.left(), top, rect.width(), bottom - top), RADIUS, RADIUS)
        row = QRectF(
            rect.left() + 3, option.rect.top() + 2, rect.width() - 6, (SECTION if head else ITEM) - 4
        )
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_Selected and (focused or self._view.hasFocus()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.selected))
            painter.drawRoundedRect(row, 4, 4)
        if focused:
            painter.setPen(QPen(QColor(self.theme.accent), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row, 4, 4)

    def _section(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, view: SectionView
    ) -> None:
        rect = QRect(option.rect)
        rect.setHeight(SECTION)
        self._box(painter, self.box(option.rect, index), view.section.on)
        self._grip(painter, rect.left() + GRIP, rect.center().y())
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        room = rect.width() - TITLE - RIGHT - CHEVRON
        title = metrics.elidedText(view.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.ink if view.section.on else self.theme.muted))
        words = rect.adjusted(TITLE, 0, -RIGHT - CHEVRON, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        after = metrics.horizontalAdvance(title) + 8
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.problem if view.problem else self.theme.muted))
        summary = f"{view.summary}  ⚠" if view.problem else view.summary
        rest = QFontMetrics(option.font).elidedText(summary, Qt.TextElideMode.ElideRight, room - after)
        painter.drawText(words.adjusted(after, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, rest)
        if view.items:
            self._chevron(painter, rect, up=is_open(self._view, index))

    def _item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, view: ItemView) -> None:
        rect = QRect(option.rect)
        rect.setHeight(ITEM)
        self._box(painter, self.box(option.rect, index), view.on, printed=view.fits)
        section = index.parent().data(VIEW)
        off = not view.on or not view.fits or (isinstance(section, SectionView) and not section.section.on)
        painter.setFont(option.font)
        metrics = QFontMetrics(option.font)
        place = short_place(view.entry.locator)
        where = place if view.problem is None else f"⚠ {place}".strip()
        painter.setPen(QColor(self.theme.muted if view.problem is None else self.theme.problem))
        painter.drawText(
            rect.adjusted(0, 0, -RIGHT, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, where
        )
        room = rect.width() - LABEL - RIGHT - metrics.horizontalAdvance(where) - 10
        colour = self.theme.problem if view.problem is not None else self.theme.ink
        painter.setPen(QColor(self.theme.muted if off and view.problem is None else colour))
        words = metrics.elidedText(view.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(LABEL, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _box(self, painter: QPainter, box: QRect, on: bool, *, printed: bool = True) -> None:
        """Paint a box; one that is ticked, but for which the page has no room, stays hollow."""
        full = on and printed
        area = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(self.theme.accent if on else self.theme.muted), 1.0))
        painter.setBrush(QColor(self.theme.accent if full else self.theme.card))
        painter.drawRoundedRect(area, 3, 3)
        if on:
            x, y, size = area.left(), area.top(), area.width()
            tick = QPolygonF(
                [
                    QPointF(x + 0.24 * size, y + 0.53 * size),
                    QPointF(x + 0.43 * size, y + 0.72 * size),
                    QPointF(x + 0.77 * size, y + 0.31 * size),
                ]
            )
            tick_colour = self.theme.on_accent if full else self.theme.accent
            painter.setPen(QPen(QColor(tick_colour), 1.8, Qt.PenStyle.SolidLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(tick)

    def _grip(self, painter: QPainter, left: int, middle: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.muted))
        for across in (0, 4):
            for down in (-4, 0, 4):
                painter.drawEllipse(QPointF(left + across, middle + down), 1.1, 1.1)

    def _chevron(self, painter: QPainter, rect: QRect, *, up: bool) -> None:
        x, y = rect.right() - RIGHT - 6.0, rect.center().y() + 0.5
        rise = -2.5 if up else 2.5
        painter.setPen(QPen(QColor(self.theme.muted), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [QPointF(x - 4, y - rise), QPointF(x, y + rise), QPointF(x + 4, y - rise)]
        painter.drawPolyline(QPolygonF(points))


def short_place(locator: str) -> str:
    """Return the page of a place such as "p. 12, ¶34", or the paragraph where there are no pages."""
    page, comma, paragraph = locator.rpartition(", ")
    return page if comma and ("¶" in paragraph or paragraph.startswith("Art. ")) else locator


def ends_card(view: QTreeView, index: Index) -> bool:
    """Tell whether a row is the last one in sight of its card."""
    parent = index.parent()
    if parent.isValid():
        return index.row() == index.model().rowCount(parent) - 1
    return not (is_open(view, index) and index.model().rowCount(index))


def is_open(view: QTreeView, index: Index) -> bool:
    """Tell whether a section shows its items."""
    return view.isExpanded(view.model().index(index.row(), 0))


def height_of(view: QTreeView, index: Index) -> int:
    """Return how high a row is, with the space under its card if it ends it."""
    head = not index.parent().isValid()
    end = CARD_GAP + (0 if head else CARD_END) if ends_card(view, index) else 0
    return (SECTION if head else ITEM) + end
