"""Painter of notes: bar and letter of the role, quote, words, place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from deskbrief.ui.models.look import EDGE, TARGET, draw_box, draw_focus, draw_lines, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.words import wrapped
from deskbrief.ui.notes.markup import laid
from deskbrief.ui.notes.roles import LETTER_INK
from deskbrief.ui.notes.rows import NoteRow, NoteWords

_GAP, _PAD, _BAR, _DOT = 7, 9, 4, 16
#: Lines of a note's words that are shown while it is not edited.
_MOST_LINES = 6
#: So little of a name still tells which one it is.
_LEAST = 40
#: Zones that lead on are named so, with a number behind.
LINK, MENTION = "link:", "mention:"
#: The zone of the mentions that have no room on a card.
MORE = "more"


class NotePainter(RowPainter[NoteRow]):
    """A note as a card; `here` is the key of the one at the reading place."""

    def __init__(self, words: NoteWords) -> None:
        super().__init__()
        self._words = words
        self.here = ""

    def measure(self, row: NoteRow, width: int) -> int:
        look, room = self.look, width - 2 * EDGE - 26
        row.laid = (
            wrapped(f"“{row.entry.quote}”", look.quote, room, 2),
            (),
            wrapped(row.problem, look.small, room - 60, 6),
            wrapped(self._words.guess(row.entry), look.small, room, 2),
        )
        words = row.body.strip() if not row.is_edited else ""
        row.drawn = laid(words, look, room, _MOST_LINES) if words else None
        body = row.room + 4 if row.is_edited else row.drawn.height + 3 if row.drawn else 0
        problem = len(row.laid[2]) * look.small.line + 4 * bool(row.laid[2])
        acts = self._acts_height(row, room)
        mentions = look.small.line + 6 if row.mentioned else 0
        rest = problem + mentions + acts + self._foot()
        return self._quote_height(row) + body + rest + 2 * _PAD + 3 + _GAP

    def estimator(self, width: int) -> Callable[[NoteRow], int]:
        look, room = self.look, width - 2 * EDGE - 26
        quotes, bodies = look.quote.per_line(room), look.plain.per_line(room)
        rest = self._foot() + 2 * _PAD + 3 + _GAP

        def estimate(row: NoteRow) -> int:
            quote = 1 + (len(row.entry.quote) > quotes)
            body = min(row.body.count("\n") + 1 + len(row.body) // bodies, _MOST_LINES) if row.body else 0
            acts = 2 * look.small.line + TARGET if row.entry.is_unsure else 0
            return quote * look.quote.line + body * look.plain.line + acts + rest

        return estimate

    def editor_rect(self, row: NoteRow, rect: QRect) -> QRect:
        """Return where the editor of an edited row lies."""
        inner = self._inner(rect)
        top = inner.top() + self._quote_height(row) + 4
        return QRect(inner.left() - 2, top, inner.width() + 4, row.room)

    def editor_width(self, width: int) -> int:
        """Return how wide the editor is in a row of `width`."""
        return self._inner(QRect(0, 0, width, 0)).width() + 4

    def zones(self, row: NoteRow, rect: QRect) -> Iterable[Zone]:
        inner = self._inner(rect)
        below = inner.bottom() - self._foot() - self._acts_height(row, inner.width())
        if row.problem:
            top = below - max(len(row.laid[2]), 1) * self.look.small.line - 6
            yield Zone("retry", QRect(inner.right() - 50, top, 50, TARGET))
        if row.drawn is not None and not row.is_edited:
            top = inner.top() + self._quote_height(row) + 3
            for _, address, place in row.drawn.links:
                yield Zone(f"{LINK}{address}", place.translated(inner.left(), top), address)
        for number, (note_id, words, place) in enumerate(self._mentions(row, inner.width())):
            above = below - self.look.small.line - 3
            tip = words if note_id else "\n".join(words for _, words in row.mentioned[number:])
            yield Zone(f"{MENTION}{number if note_id else MORE}", place.translated(inner.left(), above), tip)
        for name, _, hint, place in self._acts(row, inner.width()):
            yield Zone(name, place.translated(inner.left(), below), hint)

    def _acts(self, row: NoteRow, width: int) -> Iterable[tuple[str, str, str, QRect]]:
        """Yield the links of a note whose place is not certain, laid out from the left in lines."""
        x = y = 0
        for name, words, hint in self._words.acts(row.entry):
            wide = min(max(self.look.small_link.advance(words), TARGET), width)
            if x and x + wide > width:
                x, y = 0, y + TARGET
            yield name, words, hint, QRect(x, y, wide, TARGET)
            x += wide + 14

    def _mentions(self, row: NoteRow, width: int) -> Iterable[tuple[str, str, QRect]]:
        """Yield id, words and place of each note that links to this one, in one line.

        What has no room there is counted at its end, with no id.
        """
        face = self.look.small_link
        x = self.look.small.advance(self._words.mentions()) + 8
        for number, (note_id, words) in enumerate(row.mentioned):
            left = len(row.mentioned) - number
            rest = face.advance(f"+{left}") + 12 if left > 1 else 0
            wide = min(face.advance(words), max((width - x) // 2, 60) if left > 1 else width - x)
            if wide < min(_LEAST, face.advance(words)) or x + wide + rest > width:
                yield "", f"+{left}", QRect(x, 0, max(face.advance(f"+{left}"), TARGET), self.look.small.line)
                return
            yield note_id, words, QRect(x, 0, wide, self.look.small.line)
            x += wide + 12

    def _acts_height(self, row: NoteRow, width: int) -> int:
        return max((place.bottom() + 1 for *_, place in self._acts(row, width)), default=0)

    def draw(self, painter: QPainter, rect: QRect, row: NoteRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        card, inner = rect.adjusted(EDGE, 0, -EDGE, -_GAP), self._inner(rect)
        self._draw_card(painter, card, row, state)
        y = draw_lines(painter, inner, row.laid[0], look.quote, theme.muted)
        guess = QRect(inner.left(), y, inner.width(), inner.height())
        y = draw_lines(painter, guess, row.laid[3], look.small, theme.ink)
        if not row.is_edited:
            text = QRect(inner.left(), y + 3, inner.width(), inner.height())
            if row.drawn is not None:
                row.drawn.draw(painter, text.left(), text.top(), look)
        if row.mentioned:
            below = inner.bottom() - self._foot() - self._acts_height(row, inner.width())
            line = QRect(inner.left(), below - look.small.line - 3, inner.width(), look.small.line)
            draw_text(painter, line, self._words.mentions(), look.small, theme.muted)
            for _, words, place in self._mentions(row, inner.width()):
                at = place.translated(line.left(), line.top())
                draw_text(painter, at, words, look.small_link, theme.accent)
        self._draw_foot(painter, inner, row)
        names = {name: words for name, words, *_ in self._acts(row, inner.width())}
        for zone in self.zones(row, rect):
            if zone.name.startswith((LINK, MENTION)):
                continue
            if zone.name != "retry":
                face = look.small_link if state.zone == zone.name else look.small
                draw_text(painter, zone.rect, names[zone.name], face, theme.accent)
                continue
            text = QRect(inner.left(), zone.rect.top() + 3, inner.width() - 60, inner.height())
            draw_lines(painter, text, row.laid[2], look.small, theme.problem)
            draw_text(painter, zone.rect, self._words.tr("Retry"), look.small_link, theme.accent, "right")

    def _draw_card(self, painter: QPainter, card: QRect, row: NoteRow, state: RowState) -> None:
        theme = self.look.theme
        is_lit = state.hovered and not row.is_edited
        ground = theme.selected if row.is_chosen else theme.hover if is_lit else theme.card
        edge = theme.accent if row.is_chosen else theme.problem if row.entry.is_unsure else theme.line
        draw_box(painter, card, ground, edge)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(card), 5, 5)
        painter.save()
        painter.setClipRect(QRect(card.left(), card.top(), _BAR, card.height()))
        painter.fillPath(outline, QColor(theme.dot(row.entry.note.role)))
        painter.restore()
        if state.focused:
            draw_focus(painter, card, self.look)

    def _draw_foot(self, painter: QPainter, inner: QRect, row: NoteRow) -> None:
        look, theme, entry = self.look, self.look.theme, row.entry
        foot = QRect(inner.left(), inner.bottom() - self._foot() + 1, inner.width(), self._foot())
        dot = QRect(foot.left(), foot.center().y() - _DOT // 2 + 1, _DOT, _DOT)
        draw_box(painter, dot, theme.dot(entry.note.role).name(), radius=_DOT / 2)
        draw_text(painter, dot, entry.note.role.letter, look.tiny_bold, LETTER_INK, "centre")
        left = foot.adjusted(_DOT + 7, 0, 0, 0)
        is_here = row.key == self.here
        number = entry.place
        face, colour = (look.tiny_bold, theme.accent) if is_here else (look.tiny, theme.muted)
        draw_text(painter, left, number, face, colour)
        left.setLeft(left.left() + face.advance(number) + (8 if number else 0))
        state = self._words.state(entry.state)
        draw_text(painter, left, state, look.tiny_bold, theme.problem if entry.is_unsure else theme.muted)
        left.setLeft(left.left() + look.tiny_bold.advance(state) + (8 if state else 0))
        tags = " ".join(f"#{tag}" for tag in entry.note.tags)
        draw_text(painter, left, tags, look.tiny, theme.accent)
        left.setLeft(left.left() + look.tiny.advance(tags) + (8 if tags else 0))
        if left.width() > 20:
            draw_text(painter, left, entry.section, look.tiny, theme.muted)

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(EDGE + 14, _PAD - 1, -EDGE - 12, -_GAP - _PAD + 2)

    def _quote_height(self, row: NoteRow) -> int:
        return len(row.laid[0]) * self.look.quote.line + len(row.laid[3]) * self.look.small.line

    def _foot(self) -> int:
        return max(self.look.tiny.line, _DOT) + 4
