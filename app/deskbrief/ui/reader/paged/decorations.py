"""What is laid over the text for a while: find hits on the screen, and a flash where a jump arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from deskbrief.document.spans import Span
from deskbrief.ui.reader.lights import Lit, change_ground, change_line
from deskbrief.ui.reader.paged.page import Page
from deskbrief.ui.reader.styles import mixed
from deskbrief.ui.theme import Theme

#: How long the passage that a jump leads to stays lit.
FLASH_MS = 1_400
#: The most hits that are lit on one screen.
MOST_HITS = 400


class Decorations(Lit):
    """Lights stretches of the text without changing its formats."""

    def __init__(self, view: QTextEdit, wanted: Callable[[], None]) -> None:
        """Light text in `view`; `wanted` is called when the lights should be drawn anew."""
        super().__init__(view, wanted)
        self._view = view
        self._sentence: Span | None = None

    def light(self, sentence: Span | None) -> None:
        """Light the sentence of the cursor; None puts that out."""
        if sentence != self._sentence:
            self._sentence = sentence
            self._wanted()

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self._sentence = None
        self._view.setExtraSelections([])

    def draw(self, page: Page, seen: Span, theme: Theme) -> None:
        """Light what lies in `seen`."""
        lights = [*self._lit_changes(page, seen, theme), *self._lit_hits(page, seen, theme)]
        quiet = mixed(theme.accent, theme.paper, 0.2 if theme.dark else 0.1).name()
        for span, colour in ((self._sentence, quiet), (self._flash, theme.flash)):
            if span is not None and span.start <= seen.end and seen.start <= span.end:
                lights.append(_light(page, span, _ground(colour)))
        if lights or self._view.extraSelections():
            self._view.setExtraSelections(lights)

    def _lit_changes(self, page: Page, seen: Span, theme: Theme) -> Iterator[QTextEdit.ExtraSelection]:
        style = _ground(change_ground(theme).name())
        line = change_line(theme, dropped=self._dropped)
        if self._dropped:
            style.setFontStrikeOut(True)
            style.setForeground(line)
        else:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            style.setUnderlineColor(line)
        for change in self._changes_in(seen, MOST_HITS):
            yield _light(page, change, style)

    def _lit_hits(self, page: Page, seen: Span, theme: Theme) -> Iterator[QTextEdit.ExtraSelection]:
        plain, here = _ground(theme.found), _ground(theme.found_here)
        for style in (plain, here):
            style.setForeground(QColor(theme.ink))
        here.setFontUnderline(True)
        for hit, current in self._hits_in(seen, MOST_HITS):
            yield _light(page, hit, here if current else plain)


def _light(page: Page, span: Span, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
    light = QTextEdit.ExtraSelection()
    light.cursor = page.cursor(span)
    light.format = style
    return light


def _ground(colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(QColor(colour))
    return style


def _start(span: Span) -> int:
    return span.start
