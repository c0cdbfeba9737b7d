"""A note's words as they are meant: bold, italics, lists, quotes and links, laid out for a card.

Everything is drawn from the values of `note_text`; nothing that is written in a note reaches Qt as mark-up.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from deskbrief.document.note_text import Span, paragraphs
from deskbrief.document.records import dataclass
from deskbrief.ui.models.look import Look

#: Code points of a note that a card looks at.
MOST_SHOWN = 2000
#: What stands in front of each line of a quote and each level of a list.
BAR, STEP = "▏ ", "   "


@dataclass(slots=True, eq=False)
class Laid:
    """Words laid out: `lines` of them are shown, whether more follow, and each link with where it lies."""

    layout: QTextLayout
    lines: int
    height: int
    more: bool
    links: tuple[tuple[str, str, QRect], ...]

    def draw(self, painter: QPainter, left: int, top: int, look: Look) -> None:
        """Draw with the top left corner there."""
        painter.setPen(QColor(look.theme.ink))
        self.layout.draw(painter, QPointF(left, top))
        if self.more:
            line = self.layout.lineAt(self.lines - 1)
            painter.setFont(look.plain.font)
            painter.drawText(QPointF(left + line.naturalTextWidth() + 4, top + line.y() + line.ascent()), "…")


def laid(body: str, look: Look, width: int, most: int) -> Laid:
    """Return the first `most` lines of `body` at `width` pixels."""
    text, spans = "", []
    for start, span in _pieces(body[:MOST_SHOWN]):
        text += "\u2028" if start and text else ""
        spans.append((_units(text), span))
        text += span.text
    layout = QTextLayout(text, look.plain.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(at, span, look) for at, span in spans if span.text])
    layout.beginLayout()
    y = 0.0
    more = False
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        if layout.lineCount() > most:
            more = True
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, -1e6))
            break
        line.setLineWidth(max(width - 14, 40))
        line.setPosition(QPointF(0, y))
        y += look.plain.line
    layout.endLayout()
    lines = min(layout.lineCount(), most)
    links = tuple(_links(layout, spans, lines, look.plain.line))
    return Laid(layout, lines, round(y), more or len(body) > MOST_SHOWN, links)


def _pieces(body: str) -> Iterator[tuple[bool, Span]]:
    """Yield the spans of a note, each with whether it begins a line."""
    for paragraph in paragraphs(body):
        head = STEP * paragraph.depth + (BAR if paragraph.quoted else "")
        yield True, Span(head + (f"{paragraph.marker} " if paragraph.marker else ""))
        for span in paragraph.spans:
            yield False, Span(span.text, span.strong, span.emphasis or paragraph.quoted, span.link)


def _format(at: int, span: Span, look: Look) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    dress(form, span, look)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = at, _units(span.text), form
    return found


def dress(form: QTextCharFormat, span: Span, look: Look) -> None:
    """Give `form` the looks of a span."""
    if span.strong:
        form.setFontWeight(QFont.Weight.Bold)
    if span.emphasis:
        form.setFontItalic(True)
    if span.link:
        form.setFontUnderline(True)
        form.setForeground(QColor(look.theme.accent))


def _links(
    layout: QTextLayout, spans: list[tuple[int, Span]], lines: int, height: int
) -> Iterator[tuple[str, str, QRect]]:
    """Yield words, address and place of each link that is shown, a place for each line that it stands on."""
    for at, span in spans:
        if not span.link:
            continue
        for number in range(lines):
            line = layout.lineAt(number)
            first, last = max(at, line.textStart()), min(at + _units(span.text), _end(line))
            if first < last:
                left, right = _x(line, first), _x(line, last)
                yield (
                    span.text,
                    span.link,
                    QRect(round(left), round(line.y()), round(right - left) + 1, height),
                )


def _end(line: object) -> int:
    return line.textStart() + line.textLength()  # type: ignore[attr-defined, no-any-return]


def _x(line: object, at: int) -> float:
    found = line.cursorToX(at)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def _units(text: str) -> int:
    """Return the length of `text` as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
