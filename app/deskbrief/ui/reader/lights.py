"""What is laid under the text: marks, find hits, a flash where a jump arrived, the selection, the pointer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor

from deskbrief.document.notes import MarkStyle
from deskbrief.document.spans import Span
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import mixed
from deskbrief.ui.reader.values import Mark
from deskbrief.ui.theme import Theme

#: How long the passage that a jump leads to stays lit.
FLASH_MS = 1_400
#: The most hits that are lit in one piece on the screen.
MOST_HITS = 1_000


class Light(NamedTuple):
    """A ground under `[start, end)`.

    `inks` asks for letters in the colour of plain text, `whole` for a ground without a gap between lines.
    """

    start: int
    end: int
    colour: QColor
    inks: bool = False
    whole: bool = False


class Stroke(NamedTuple):
    """A line under `[start, end)`, or `through` it; a `broken` one says that the place is uncertain."""

    start: int
    end: int
    colour: QColor
    broken: bool = False
    through: bool = False


class Lit(QObject):
    """What is lit in a view: find hits, a flash where a jump arrived, and what another edition has not."""

    def __init__(self, parent: QObject, wanted: Callable[[], None]) -> None:
        """`wanted` is called when the lights should be drawn anew."""
        super().__init__(parent)
        self._wanted = wanted
        self._hits: Sequence[Span] = ()
        self._current = -1
        self._flash: Span | None = None
        self._arrived: Span | None = None
        self._changes: Sequence[Span] = ()
        self._dropped = False
        self._timer = QTimer(self)
        self.sentence: Span | None = None
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._dim)

    def set_hits(self, hits: Sequence[Span], current: int) -> None:
        """Light `hits`, which are in the order of the text; the one with index `current` stands out."""
        self._hits, self._current = hits, current
        self._wanted()

    def set_changes(self, changes: Sequence[Span], *, dropped: bool) -> None:
        """Show what was `dropped` from this text, struck out, or added to it, underlined; in its order."""
        self._changes, self._dropped = changes, dropped
        self._wanted()

    def flash(self, span: Span) -> None:
        """Light `span` for a moment, and leave a quiet ground there until the reader goes on."""
        self._flash = self._arrived = span
        self._timer.start()
        self._wanted()

    def clear(self) -> None:
        """Forget everything."""
        self._timer.stop()
        self._hits, self._current, self._changes = (), -1, ()
        self._flash = self._arrived = self.sentence = None

    def go_on(self) -> None:
        """Put out what shows where a jump arrived."""
        if self._arrived is not None:
            self._timer.stop()
            self._flash = self._arrived = None
            self._wanted()

    def _quiet(self, seen: Span) -> Iterator[Span]:
        """Yield what has a quiet ground and touches `seen`: the passage of a jump, the cursor's sentence."""
        for span in (self._arrived if self._flash is None else None, self.sentence):
            if span is not None and span.overlaps(seen):
                yield span

    def _changes_in(self, seen: Span, most: int) -> Iterator[Span]:
        """Yield up to `most` of the changes that touch `seen`."""
        first = max(bisect_left(self._changes, seen.start, key=_start) - 1, 0)
        for change in self._changes[first : first + most]:
            if change.start >= seen.end:
                return
            if change.end > seen.start:
                yield change

    def _hits_in(self, seen: Span, most: int) -> Iterator[tuple[Span, bool]]:
        """Yield up to `most` hits that touch `seen`, and whether each is the current one."""
        first = bisect_left(self._hits, seen.start, key=_start)
        for index in range(first, min(first + most, len(self._hits))):
            hit = self._hits[index]
            if hit.start >= seen.end:
                return
            yield hit, index == self._current

    def _dim(self) -> None:
        self._flash = None
        self._wanted()


class Lights(Lit):
    """Knows which stretches are lit; only those on screen are ever looked up."""

    def __init__(self, parent: QObject, wanted: Callable[[], None]) -> None:
        """`wanted` is called when the lights should be drawn anew."""
        super().__init__(parent, wanted)
        self._hover: Span | None = None
        self.selected: Span | None = None
        self.moved: Mark | None = None

    def hover(self, span: Span | None) -> None:
        """Light what is under the pointer."""
        if span != self._hover:
            self._hover = span
            self._wanted()

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self._hover = self.selected = self.moved = None

    def grounds(self, sheet: Sheet, seen: Span, theme: Theme) -> list[Light]:
        """Return the lights that touch `seen`, in the order in which they are laid on."""
        quiet = quiet_ground(theme)
        lights = [Light(one.start, one.end, quiet) for one in self._quiet(seen)]
        # A grey, which no mark has: what kind of change it is, is told by the line.
        grey = change_ground(theme)
        lights += [Light(one.start, one.end, grey) for one in self._changes_in(seen, MOST_HITS)]
        lights += [
            Light(mark.span.start, mark.span.end, theme.fill(mark.role), inks=True)
            for mark in self._marks(sheet, seen)
            if mark.style is MarkStyle.HIGHLIGHT
        ]
        lights += self._lit_hits(seen, theme)
        for span, colour in ((self._flash, theme.flash), (self._hover, theme.selected)):
            if span is not None and span.overlaps(seen):
                lights.append(Light(span.start, span.end, QColor(colour)))
        if self.selected is not None and self.selected.overlaps(seen):
            ground = mixed(theme.accent, theme.paper, 0.45 if theme.dark else 0.3)
            lights.append(Light(self.selected.start, self.selected.end, ground, inks=True, whole=True))
        return lights

    def strokes(self, sheet: Sheet, seen: Span, theme: Theme) -> list[Stroke]:
        """Return the lines that are drawn under text in `seen`."""
        strokes = [stroke for mark in self._marks(sheet, seen) for stroke in _strokes(mark, theme)]
        strokes += [Stroke(hit.start, hit.end, QColor(theme.ink)) for hit in self._current_hit(seen)]
        line = change_line(theme, dropped=self._dropped)
        strokes += [
            Stroke(one.start, one.end, line, through=self._dropped)
            for one in self._changes_in(seen, MOST_HITS)
        ]
        line = mixed(theme.accent, theme.paper, 0.6)
        for one in self._quiet(seen):
            # A quiet ground lies below marks, and can be covered by them.
            if any(sheet.marks.overlapping(one.start, one.end)):
                strokes.append(Stroke(one.start, one.end, line))
        return strokes

    def _marks(self, sheet: Sheet, seen: Span) -> Iterator[Mark]:
        """Yield the marks on `seen`, the one whose end is being dragged as it would become."""
        moved = self.moved
        for mark in sheet.marks.overlapping(seen.start, seen.end):
            if moved is None or mark.note != moved.note:
                yield mark
        if moved is not None and moved.span.overlaps(seen):
            yield moved

    def _lit_hits(self, seen: Span, theme: Theme) -> Iterator[Light]:
        plain, here = QColor(theme.found), QColor(theme.found_here)
        for hit, current in self._hits_in(seen, MOST_HITS):
            yield Light(hit.start, hit.end, here if current else plain, inks=True)

    def _current_hit(self, seen: Span) -> Iterator[Span]:
        if 0 <= self._current < len(self._hits) and self._hits[self._current].overlaps(seen):
            yield self._hits[self._current]


def quiet_ground(theme: Theme) -> QColor:
    """Return the ground of the cursor's sentence and of a passage that a jump has led to."""
    return mixed(theme.accent, theme.paper, 0.2 if theme.dark else 0.1)


def change_ground(theme: Theme) -> QColor:
    """Return the ground of what was added or dropped."""
    return mixed(theme.ink, theme.paper, 0.16 if theme.dark else 0.09)


def change_line(theme: Theme, *, dropped: bool) -> QColor:
    """Return the colour of the line through what was dropped, or under what was added."""
    return QColor(theme.problem if dropped else theme.recommendation)


def _strokes(mark: Mark, theme: Theme) -> Iterator[Stroke]:
    if mark.uncertain:
        yield Stroke(mark.span.start, mark.span.end, QColor(theme.problem), broken=True)
    elif mark.style is MarkStyle.UNDERLINE:
        yield Stroke(mark.span.start, mark.span.end, theme.dot(mark.role))


def _start(span: Span) -> int:
    return span.start
