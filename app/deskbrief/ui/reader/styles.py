"""From blocks, inline ranges and marks to Qt's text formats, for one theme and one typography."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from deskbrief.document.model import Block, BlockKind, Inline, InlineKind, Picture
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.ui.reader.looks import Edge, Face, Look, look_of
from deskbrief.ui.reader.values import Mark, Typography
from deskbrief.ui.theme import Theme

_SERIF = ["Deskbrief Serif", "Source Serif 4", "Georgia", "serif", "Deskbrief Symbols"]
_SANS = ["Deskbrief Sans", "Inter", "sans-serif", "Deskbrief Symbols"]
_MONO = ["Menlo", "Consolas", "DejaVu Sans Mono", "Liberation Mono", "monospace", "Deskbrief Symbols"]
#: Text whose letters are about as wide as those of any text in a language written in Latin letters.
_SAMPLE = "By contrast, officials in Lisbon maintain that the policy of 1987 has delivered results, and"
#: Room inside a table cell: beside and above its text.
CELL_PADDING = (8, 6)
#: The frame of a figure: its text's size, the room around it, and how much of an alternative text it holds.
FIGURE_TEXT, FIGURE_PADDING, MOST_ALT_LINES, LONGEST_ALT = 0.72, 18, 6, 800
#: The room below a picture, and the height of the tallest one, in widths of the column.
PICTURE_BELOW, TALLEST = 8, 1.4
#: The edges of text that runs from left to right.
ALIGNMENTS = {
    Edge.START: Qt.AlignmentFlag.AlignLeft,
    Edge.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
    Edge.END: Qt.AlignmentFlag.AlignRight,
}
#: What a link may lead to; anything else is shown as plain text.
ADDRESSES = ("http://", "https://", "mailto:")


def is_place(target: str) -> bool:
    """Tell whether a link leads to a place of its own document: `#` and an offset."""
    return target.startswith("#") and target[1:].isascii() and target[1:].isdecimal()


def _fixed_pitch() -> list[str]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return [system, *_MONO] if QFontDatabase.isFixedPitch(system) else _MONO


class Styles:
    """Text formats, and the lengths in pixels that follow from them.

    `measure` is how wide text should be and `column` how wide it is, where there is less room; `line` is
    the distance of two lines of text, `indent` one step of lists and quotes.
    """

    def __init__(self, theme: Theme, typography: Typography) -> None:
        self.theme = theme
        self.typography = typography
        self._mono: list[str] = []
        self._fonts: dict[tuple[Face, float, bool], QFont] = {}
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        metrics = QFontMetricsF(self.font())
        self.pixels = metrics.fontDpi() / 72 * typography.size
        self.line = self.pitch(Look())
        self.indent = round(self.pixels * 1.5)
        self.measure = self.column = round(metrics.horizontalAdvance("0") * typography.measure)
        self.advance = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    def font(self, face: Face = Face.TEXT, size: float = 1.0, *, bold: bool = False) -> QFont:
        """Return a font of the given face, `size` times as large as the text."""
        key = face, size, bold
        if key not in self._fonts:
            font = self._fonts[key] = QFont(self._families(face))
            font.setPointSizeF(self.typography.size * size)
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return QFont(self._fonts[key])

    def block(self, block: Block, *, opens: bool, closes: bool, first: bool) -> QTextBlockFormat:
        """Return the paragraph format of a piece of `block` that opens it, closes it, or both.

        `first` asks for no space above, as the first piece of a document has none.
        """
        look = look_of(block)
        result = (
            self.carrier(1)
            if block.kind is BlockKind.FIGURE and block.start == block.end
            else self._lines(look)
        )
        above = round(look.above * self.line) if opens and not first else 0
        result.setTopMargin(above + (self.figure_room(block) if opens else 0))
        result.setBottomMargin(round(look.below * self.line) if closes else 0)
        result.setIndent(look.steps)
        if block.kind is BlockKind.HEADING:
            result.setHeadingLevel(min(max(block.level, 1), 6))
        return result

    def figure_room(self, block: Block) -> int:
        """Return the height of the picture of `block`, or of the frame in its place; 0 for other blocks."""
        if block.kind is not BlockKind.FIGURE:
            return 0
        metrics = QFontMetricsF(self.font(Face.SANS, FIGURE_TEXT))
        if block.picture is not None:
            words = round(metrics.lineSpacing()) + PICTURE_BELOW if block.scan else 0
            return self.picture_size(block.picture).height() + words + PICTURE_BELOW
        if block.scan:
            return round(2 * metrics.lineSpacing()) + 2 * FIGURE_PADDING
        wide = max(self.column - 2 * FIGURE_PADDING, 1)
        lines = math.ceil(metrics.horizontalAdvance(block.alt[:LONGEST_ALT]) * 1.1 / wide)
        return round(metrics.lineSpacing() * (min(lines, MOST_ALT_LINES) + 1)) + 2 * FIGURE_PADDING

    def picture_size(self, picture: Picture) -> QSize:
        """Return the size at which `picture` is shown: as the file asks, as far as the column allows."""
        high = self.column * TALLEST
        factor = min(1.0, self.column / picture.width, high / picture.height)
        return QSize(max(round(picture.width * factor), 1), max(round(picture.height * factor), 1))

    def cell_block(self, edge: Edge) -> QTextBlockFormat:
        """Return the paragraph format inside table cells."""
        made = self._lines(look_of(Block(kind=BlockKind.TABLE, start=0, end=0)))
        if edge is not Edge.START:
            made.setAlignment(ALIGNMENTS[edge])
        return made

    def carrier(self, height: int, *, above: int = 0) -> QTextBlockFormat:
        """Return the format of an empty block that only takes up `height` pixels."""
        result = QTextBlockFormat()
        result.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        result.setTopMargin(above)
        return result

    def speck(self) -> QTextCharFormat:
        """Return the character format of empty blocks: too small to add to their height."""
        result = QTextCharFormat()
        result.setFontPointSize(0.5)
        return result

    def table(self, *, below: int) -> QTextTableFormat:
        """Return the format of tables: as wide as the column, without lines, `below` in pixels under them."""
        result = QTextTableFormat()
        result.setBorder(0)
        result.setBorderCollapse(True)
        result.setCellPadding(0)
        result.setCellSpacing(0)
        result.setBottomMargin(below)
        result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return result

    def cell(self, base: QTextCharFormat) -> QTextTableCellFormat:
        """Return the format of a table cell whose text is set in `base`: a thin rule below, room around."""
        result = QTextTableCellFormat()
        result.merge(base)
        beside, above = CELL_PADDING
        result.setLeftPadding(beside)
        result.setRightPadding(beside)
        result.setTopPadding(above)
        result.setBottomPadding(above)
        result.setBottomBorder(1)
        result.setBottomBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        result.setBottomBorderBrush(QColor(self.theme.line))
        return result

    def base(self, block: Block, *, header: bool = False) -> QTextCharFormat:
        """Return the character format of plain text in `block`, or in the head cells of its table."""
        return self.run(look_of(block, header=header), (), ())

    def run(self, look: Look, inlines: Iterable[Inline], marks: Sequence[Mark]) -> QTextCharFormat:
        """Return the character format of text set in `look` under all of `inlines` and `marks`.

        Of several marks in one style, the last shows.
        """
        kinds = tuple(sorted({(inline.kind, inline.target) for inline in inlines}))
        roles = {mark.style: mark.role for mark in marks}
        uncertain = any(mark.uncertain for mark in marks)
        key = (look, kinds, tuple(sorted(roles.items())), uncertain)
        if key not in self._formats:
            result = self._base(look)
            for kind, target in kinds:
                self._add_inline(result, kind, target)
            self._add_marks(result, roles, uncertain=uncertain)
            self._formats[key] = result
        return self._formats[key]

    def estimate(self) -> tuple[float, float, float]:
        """Return about how high text is: pixels for each piece, for each code point, for each table row."""
        return self.line, self.line * self.advance / max(self.column, 1), self.line * 0.5

    def _families(self, face: Face) -> list[str]:
        if face is Face.MONO:
            # Most texts have no code: the system's font for it is looked up and loaded when one has.
            self._mono = self._mono or _fixed_pitch()
            return self._mono
        return _SERIF if face is Face.TEXT and self.typography.serif else _SANS

    def pitch(self, look: Look) -> int:
        """Return how far apart lines of text are."""
        return round(self.pixels * look.size * (look.pitch or self.typography.line_height))

    def _lines(self, look: Look) -> QTextBlockFormat:
        result = QTextBlockFormat()
        result.setLineHeight(self.pitch(look), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return result

    def _base(self, look: Look) -> QTextCharFormat:
        result = QTextCharFormat()
        result.setFontFamilies(self._families(look.face))
        result.setFontPointSize(self.typography.size * look.size)
        result.setFontWeight(QFont.Weight.Bold if look.bold else QFont.Weight.Normal)
        result.setForeground(QColor(self.theme.muted if look.muted else self.theme.ink))
        return result

    def _add_inline(self, result: QTextCharFormat, kind: InlineKind, target: str) -> None:
        if kind is InlineKind.STRONG:
            result.setFontWeight(QFont.Weight.Bold)
        elif kind is InlineKind.EMPHASIS:
            result.setFontItalic(True)
        elif kind is InlineKind.CODE:
            result.setFontFamilies(self._families(Face.MONO))
            result.setFontPointSize(result.fontPointSize() * 0.88)
        elif kind is InlineKind.SUPERSCRIPT:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif kind is InlineKind.SUBSCRIPT:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        elif kind is InlineKind.LINK and (target.lower().startswith(ADDRESSES) or is_place(target)):
            result.setAnchor(True)
            result.setAnchorHref(target)
            result.setForeground(QColor(self.theme.accent))
            result.setFontUnderline(not target.startswith("#"))
            result.setUnderlineColor(mixed(self.theme.accent, self.theme.paper, 0.5))

    def _add_marks(
        self, result: QTextCharFormat, roles: Mapping[MarkStyle, Role], *, uncertain: bool
    ) -> None:
        if MarkStyle.HIGHLIGHT in roles:
            result.setBackground(self.theme.fill(roles[MarkStyle.HIGHLIGHT]))
            if result.foreground().color() == QColor(self.theme.muted):
                result.setForeground(QColor(self.theme.ink))
        if MarkStyle.UNDERLINE in roles:
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            result.setUnderlineColor(self.theme.dot(roles[MarkStyle.UNDERLINE]))
        if uncertain:
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            result.setUnderlineColor(QColor(self.theme.problem))


def mixed(colour: str, ground: str, share: float) -> QColor:
    """Return `colour` laid over `ground` with the opacity `share`."""
    one, other = QColor(colour), QColor(ground)
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * (1 - share),
        one.greenF() * share + other.greenF() * (1 - share),
        one.blueF() * share + other.blueF() * (1 - share),
    )
