"""What is laid over the text for a while: find hits on the screen, and a flash where a jump arrived."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from deskbrief.document.spans import Span
from deskbrief.ui.reader.paged.page import Page
from deskbrief.ui.reader.styles import mixed
from deskbrief.ui.theme import Theme

#: How long the passage that a jump leads to stays lit.
FLASH_MS = 1_400
#: The most hits that are lit on one screen.
MOST_HITS = 400


class Decorations(QObject):
    """Lights stretches of the text without changing its formats."""

    def __init__(self, view: QTextEdit, wanted: Callable[[], None]) -> None:
        """Light text in `view`; `wanted` is called when the lights should be drawn anew."""
        super().__init__(view)
        self._view = view
        self._wanted = wanted
        self._hits: Sequence[Span] = ()
        self._current = -1
        self._flash: Span | None = None
        self._sentence: Span | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._dim)

    def set_hits(self, hits: Sequence[Span], current: int) -> None:
        """Light `hits`, which are in the order of the text; the one with index `current` stands out."""
        self._hits, self._current = hits, current
        self._wanted()

    def flash(self, span: Span) -> None:
        """Light `span` for a moment."""
        self._flash = span
        self._timer.start()
        self._wanted()

    def light(self, sentence: Span | None) -> None:
        """Light the sentence of the cursor; None puts that out."""
        if sentence != self._sentence:
            self._sentence = sentence
            self._wanted()

    def clear(self) -> None:
        """Forget everything."""
        self._timer.stop()
        self._hits, self._current, self._flash, self._sentence = (), -1, None, None
        self._view.setExtraSelections([])

    def draw(self, page: Page, seen: Span, theme: Theme) -> None:
        """Light what lies in `seen`."""
        lights = list(self._lit_hits(page, seen, theme))
        quiet = mixed(theme.accent, theme.paper, 0.26 if theme.dark else 0.13).name()
        for span, colour in ((self._sentence, quiet), (self._flash, theme.flash)):
            if span is not None and span.start <= seen.end and seen.start <= span.end:
                lights.append(_light(page, span, _ground(colour)))
        if lights or self._view.extraSelections():
            self._view.setExtraSelections(lights)

    def _lit_hits(self, page: Page, seen: Span, theme: Theme) -> Iterator[QTextEdit.ExtraSelection]:
        plain, here = _ground(theme.found), _ground(theme.found_here)
        for style in (plain, here):
            style.setForeground(QColor(theme.ink))
        here.setFontUnderline(True)
        first = bisect_left(self._hits, seen.start, key=_start)
        for index in range(first, min(first + MOST_HITS, len(self._hits))):
            hit = self._hits[index]
            if hit.start >= seen.end:
                return
            yield _light(page, hit, here if index == self._current else plain)

    def _dim(self) -> None:
        self._flash = None
        self._wanted()


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
