"""What is laid over the text for a while: find hits on the screen, and a flash where a jump arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from deskbrief.document.spans import Span
from deskbrief.ui.reader.lights import Lit, change_ground, change_line, quiet_ground
from deskbrief.ui.reader.paged.page import Page
from deskbrief.ui.theme import Theme

#: The most hits that are lit on one screen.
MOST_HITS = 400


class Decorations(Lit):
    """Lights stretches of the text without changing its formats."""

    def __init__(self, view: QTextEdit, wanted: Callable[[], None]) -> None:
        """Light text in `view`; `wanted` is called when the lights should be drawn anew."""
        super().__init__(view, wanted)
        self._view = view

    def light(self, sentence: Span | None) -> None:
        """Light the sentence of the cursor; None puts that out."""
        if sentence != self.sentence:
            self.sentence = sentence
            self._wanted()

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self._view.setExtraSelections([])

    def draw(self, page: Page, seen: Span, theme: Theme) -> None:
        """Light what lies in `seen`."""
        lights = [*self._lit_changes(page, seen, theme), *self._lit_hits(page, seen, theme)]
        quiet = _ground(quiet_ground(theme).name())
        lights += [_light(page, span, quiet) for span in self._quiet(seen)]
        if self._flash is not None and self._flash.overlaps(seen):
            lights.append(_light(page, self._flash, _ground(theme.flash)))
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
