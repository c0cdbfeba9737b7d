"""Painter of recommendations: cards with a bar at the left and chips at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Recommendation
from deskbrief.document.records import dataclass
from deskbrief.ui.models.look import EDGE, Face, draw_box, draw_focus, draw_lines, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.words import wrapped
from deskbrief.ui.outline.decisions import DecisionMarks
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.rows import CardRow, Here

#: Space below a card, inside it, and between chips.
_GAP, _PAD, _BETWEEN = 7, 9, 5
_LEAST_CHIP = 44


@dataclass(frozen=True, slots=True)
class Chip:
    """A word on a small ground; where there is no room for all, those that `yields` most are shortened."""

    text: str
    face: Face
    colour: str
    fill: str
    yields: int = 0


class CardPainter(RowPainter[CardRow]):
    """A recommendation: title, what to do, how strongly, by whom, where."""

    def __init__(self, here: Here, marks: DecisionMarks, labels: Labels) -> None:
        super().__init__()
        self._here, self._marks, self._labels = here, marks, labels

    def measure(self, row: CardRow, width: int) -> int:
        look, room = self.look, _room(width)
        row.laid = (
            wrapped(row.title, look.bold, room, 2),
            wrapped(row.text, look.plain, room, 2 if row.title else 3),
        )
        lines = len(row.laid[0]) * look.bold.line + len(row.laid[1]) * look.plain.line
        return lines + self._chip_height() + 2 * _PAD + 4 + _GAP

    def estimator(self, width: int) -> Callable[[CardRow], int]:
        per_line, line = self.look.plain.per_line(_room(width)), self.look.plain.line
        rest = self._chip_height() + 2 * _PAD + 4 + _GAP

        def estimate(row: CardRow) -> int:
            lines = 1 + len(row.text) // per_line
            return (min(lines, 2) + 1 if row.title else min(lines, 3)) * line + rest

        return estimate

    def zones(self, _row: CardRow, rect: QRect) -> tuple[Zone, Zone]:
        middle = _card(rect).bottom() - _PAD - self._chip_height() // 2
        return self._marks.zones(rect.right() - EDGE - 5, middle)

    def draw(self, painter: QPainter, rect: QRect, row: CardRow, state: RowState) -> None:
        look, theme, verdict = self.look, self.look.theme, row.item.verdict
        card, rejected = _card(rect), verdict is Verdict.REJECTED
        self._draw_card(painter, card, theme.scroll if rejected else theme.recommendation, state)
        inner = card.adjusted(13, _PAD - 1, -11, -_PAD)
        colour = theme.muted if rejected else theme.ink
        text = QRect(inner)
        text.setTop(
            draw_lines(painter, text, row.laid[0], look.bold_struck if rejected else look.bold, colour)
        )
        draw_lines(painter, text, row.laid[1], look.plain_struck if rejected else look.plain, colour)
        zones = self.zones(row, rect)
        if state.chosen or state.hovered or state.current or verdict is not None:
            self._marks.draw(painter, zones, verdict, look, state)
        chips = QRect(inner.left(), inner.bottom() - self._chip_height(), 0, self._chip_height())
        chips.setRight(zones[0].rect.left() - 4)
        _draw_chips(painter, chips, self._chips(row))

    def _chip_height(self) -> int:
        return self.look.tiny.line + 3

    def _draw_card(self, painter: QPainter, card: QRect, bar: str, state: RowState) -> None:
        theme = self.look.theme
        ground = theme.selected if state.chosen else theme.hover if state.hovered else theme.card
        draw_box(painter, card, ground, theme.line)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(card), 5, 5)
        painter.save()
        painter.setClipRect(QRect(card.left(), card.top(), 3, card.height()))
        painter.fillPath(outline, QColor(bar))
        painter.restore()
        if state.focused:
            draw_focus(painter, card, self.look)

    def _chips(self, row: CardRow) -> list[Chip]:
        theme, look, verdict = self.look.theme, self.look, row.item.verdict
        here = self._here.holds(row)
        number = row.place
        own = self._labels.verdict(verdict) if verdict in {Verdict.EDITED, Verdict.ADDED} else ""
        chips = [
            Chip(row.chip, look.tiny_bold, theme.recommendation, theme.chip, yields=1),
            Chip(row.item.value.addressee, look.tiny, theme.muted, theme.chip, yields=2),
            Chip(_apart(row.item.value), look.tiny, theme.event, theme.chip, yields=2),
            Chip(self._labels.speaker(row.item.value), look.tiny, theme.muted, "", yields=3),
            Chip(number, look.tiny_bold, theme.accent, theme.selected)
            if here
            else Chip(number, look.tiny, theme.muted, theme.chip),
            Chip(own, look.tiny, theme.muted, "", yields=3),
        ]
        return [chip for chip in chips if chip.text]


def _apart(advice: Recommendation) -> str:
    """Return the deadline of a recommendation whose words do not tell it."""
    return "" if advice.deadline.casefold() in advice.action.casefold() else advice.deadline


def _card(rect: QRect) -> QRect:
    return rect.adjusted(EDGE, 0, -EDGE, -_GAP)


def _room(width: int) -> int:
    """Return the width of a card's text."""
    return width - 2 * EDGE - 24


def _draw_chips(painter: QPainter, line: QRect, chips: Sequence[Chip]) -> None:
    x = line.left()
    for chip, width in zip(chips, _widths(chips, line.width()), strict=True):
        box = QRect(x, line.top(), width, line.height())
        if chip.fill:
            draw_box(painter, box, chip.fill, radius=box.height() / 2)
        draw_text(painter, box.adjusted(6, 0, -6, 0), chip.text, chip.face, chip.colour, "centre")
        x += width + _BETWEEN


def _widths(chips: Sequence[Chip], room: int) -> list[int]:
    """Return the width of each chip; those that yield give way down to a least width."""
    widths = [chip.face.advance(chip.text) + 15 for chip in chips]
    excess = sum(widths) + _BETWEEN * (len(chips) - 1) - room
    for number in sorted(range(len(chips)), key=lambda place: -chips[place].yields):
        if excess > 0 and chips[number].yields:
            cut = min(excess, max(widths[number] - _LEAST_CHIP, 0))
            widths[number] -= cut
            excess -= cut
    return widths
