"""Which letters on a page of a PDF are which code points of the document's text, and back."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field
from math import hypot
from operator import attrgetter
from typing import NamedTuple
from unicodedata import bidirectional

from deskbrief.document.model import SourceRun
from deskbrief.document.paging import PAGE_ORIGINS
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part

#: Letters on the page between two runs that belong to what is around them: a hyphen and the end of its line.
MOST_BETWEEN = 4
#: The height of the rows in which lines are looked for, in points, and how much a step across lines counts.
ROW, STEEP = 24.0, 4.0


class Box(NamedTuple):
    """A rectangle of a page in points, counted from its top left as it is seen."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in points."""
        return self.bottom - self.top


class LetterLine(NamedTuple):
    """The letters from `first` up to `end` on one line, and its box; others than `level` run up or down."""

    first: int
    end: int
    box: Box
    level: bool


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The letters of a page as the worker tells them; `boxes` holds four numbers for each of `signs`."""

    signs: str = ""
    boxes: Sequence[float] = ()
    lines: tuple[LetterLine, ...] = field(default=())

    def box(self, letter: int) -> Box:
        """Return the box of a letter."""
        return Box(*self.boxes[4 * letter : 4 * letter + 4])


def letters_in(part: Part) -> PageLetters:
    """Return the letters in a part "letters"."""
    boxes = array("f")
    boxes.frombytes(part.blob)
    lines = tuple(LetterLine(one[0], one[1], Box(*one[2:6]), bool(one[6])) for one in part.data["lines"])
    return PageLetters(part.data["signs"], boxes, lines)


class Match(NamedTuple):
    """Code points `[start, end)` of the text are the letters `[first, last)` of the page, one for one."""

    start: int
    end: int
    first: int
    last: int


_START, _FIRST = attrgetter("start"), attrgetter("first")


class PageMap:
    """One page of a PDF: its letters, and which of them are which part of the text.

    What has no counterpart has none: running heads and what else was left out of the text are on the page
    alone, and of a text that does not say the same as the page nothing is believed.
    """

    def __init__(self, letters: PageLetters, runs: Sequence[SourceRun], text: str) -> None:
        """Take the `letters` of a page, the `runs` that begin on it, and the `text` of the document."""
        self.letters = letters
        self._matches = sorted(_matches(letters, runs, text), key=_START)
        self._by_letter = sorted(self._matches, key=_FIRST)
        self._rows: dict[int, list[int]] = defaultdict(list)
        for index, line in enumerate(letters.lines):
            if any(True for _ in self._matches_in(line)):
                for row in range(int(line.box.top // ROW), int(line.box.bottom // ROW) + 1):
                    self._rows[row].append(index)

    @property
    def span(self) -> Span:
        """The stretch of the text from the first to the last of what stands on the page."""
        if not self._matches:
            return Span(0, 0)
        return Span(self._matches[0].start, max(match.end for match in self._matches))

    def boxes(self, span: Span) -> list[Box]:
        """Return where `span` stands on the page, a box for each line or part of one."""
        return [box for first, last in self._letters_of(span) for box in self._lines_of(first, last)]

    def box_at(self, offset: int) -> Box | None:
        """Return the box of the letter at `offset`, or of the nearest one after it that is on the page."""
        at = bisect_right(self._matches, offset, key=_START) - 1
        if at < 0 or offset >= self._matches[at].end:
            at = min(at + 1, len(self._matches) - 1)
        if at < 0:
            return None
        match = self._matches[at]
        letter = min(match.first + max(offset - match.start, 0), match.last - 1)
        line = self._line_of(letter)
        box = self.letters.box(letter)
        return (
            box if line is None or not line.level else Box(box.left, line.box.top, box.right, line.box.bottom)
        )

    def letter_at(self, x: float, y: float) -> int | None:
        """Return the offset of the letter under a point, or None."""
        found: dict[int, float] = {}
        for index in self._rows.get(int(y // ROW), ()):
            line = self.letters.lines[index]
            if _distance(line.box, x, y) == 0:
                letter = self._nearest_letter(line, x, y)
                wide = self._wide(line, letter)
                if self._match_of(letter) is not None and _distance(wide, x, y) == 0:
                    box = self.letters.box(letter)
                    found[letter] = hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
        # Boxes overlap, as those of small letters in a line of large ones do.
        return self._offset_of(min(found, key=found.__getitem__), behind=False) if found else None

    def offset_at(self, x: float, y: float) -> int | None:
        """Return the offset nearest to a point: before a letter, or behind it from its middle on."""
        line = self._nearest_line(x, y)
        if line is None:
            return None
        letter = self._nearest_letter(line, x, y)
        box = self.letters.box(letter)
        middle, at = ((box.left + box.right) / 2, x) if line.level else ((box.top + box.bottom) / 2, y)
        behind = at > middle
        if _runs_left(self.letters.signs[letter]):
            behind = not behind
        while behind and letter + 1 < line.end and self.letters.box(letter + 1) == box:
            letter += 1  # a ligature is several letters in one box
        return self._offset_of(letter, behind=behind)

    def _letters_of(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield stretches of letters that stand for `span`, with hyphens inside it."""
        first = last = -1
        for match in self._touching(span):
            low = match.first + max(span.start - match.start, 0)
            high = match.last - max(match.end - span.end, 0)
            if last >= 0 and 0 <= low - last <= MOST_BETWEEN:
                last = high
                continue
            if last > first >= 0:
                yield first, last
            first, last = low, high
        if last > first >= 0:
            yield first, last

    def _touching(self, span: Span) -> Iterator[Match]:
        at = max(bisect_right(self._matches, span.start, key=_START) - 1, 0)
        for match in self._matches[at:]:
            if match.start >= span.end:
                return
            if match.end > span.start:
                yield match

    def _lines_of(self, first: int, last: int) -> Iterator[Box]:
        lines = self.letters.lines
        at = max(bisect_right(lines, first, key=_FIRST) - 1, 0)
        for line in lines[at:]:
            low, high = max(first, line.first), min(last, line.end)
            if line.first >= last:
                return
            if low >= high:
                continue
            yield line.box if (low, high) == (line.first, line.end) else self._part(line, low, high)

    def _part(self, line: LetterLine, low: int, high: int) -> Box:
        """Return the box of some letters of a line, as high as the line is."""
        boxes = [box for letter in range(low, high) if (box := self.letters.box(letter)).right > box.left]
        if not boxes:
            return line.box
        if line.level:
            left, right = min(box.left for box in boxes), max(box.right for box in boxes)
            return Box(left, line.box.top, right, line.box.bottom)
        top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
        return Box(line.box.left, top, line.box.right, bottom)

    def _nearest_line(self, x: float, y: float) -> LetterLine | None:
        if not self._rows:
            return None
        row = int(y // ROW)
        reach = max(abs(row - min(self._rows)), abs(row - max(self._rows))) + 1
        for away in range(reach + 1):
            rows = range(row - away - 1, row + away + 2)
            near = {index for one in rows for index in self._rows.get(one, ())}
            if near:
                lines = [self.letters.lines[index] for index in sorted(near)]
                return min(lines, key=lambda line: _distance(line.box, x, y))
        return None

    def _nearest_letter(self, line: LetterLine, x: float, y: float) -> int:
        def away(letter: int) -> float:
            box = self.letters.box(letter)
            return _distance(box, x, y) if box.right > box.left else float("inf")

        return min(range(line.first, line.end), key=away)

    def _wide(self, line: LetterLine, letter: int) -> Box:
        """Return the box of a letter as high as its line, and a little wider."""
        box = self.letters.box(letter)
        if line.level:
            return Box(box.left - 2, line.box.top, box.right + 2, line.box.bottom)
        return Box(line.box.left, box.top - 2, line.box.right, box.bottom + 2)

    def _line_of(self, letter: int) -> LetterLine | None:
        at = bisect_right(self.letters.lines, letter, key=_FIRST) - 1
        line = self.letters.lines[at] if at >= 0 else None
        return line if line is not None and letter < line.end else None

    def _match_of(self, letter: int) -> Match | None:
        at = bisect_right(self._by_letter, letter, key=_FIRST) - 1
        return self._by_letter[at] if at >= 0 and letter < self._by_letter[at].last else None

    def _matches_in(self, line: LetterLine) -> Iterator[Match]:
        at = max(bisect_right(self._by_letter, line.first, key=_FIRST) - 1, 0)
        for match in self._by_letter[at : at + 2]:
            if match.first < line.end and match.last > line.first:
                yield match

    def _offset_of(self, letter: int, *, behind: bool) -> int:
        """Return the offset before or behind a letter, or the nearest one when that is not in the text."""
        match = self._match_of(letter)
        if match is not None:
            return match.start + letter - match.first + behind
        at = bisect_right(self._by_letter, letter, key=_FIRST) - 1
        return self._by_letter[at].end if at >= 0 else self._by_letter[0].start


def _matches(letters: PageLetters, runs: Sequence[SourceRun], text: str) -> Iterator[Match]:
    """Yield what `runs` say of the page, of each that stands on it what is no white space at its ends."""
    for run in runs:
        words = text[run.start : run.start + run.length]
        skipped = len(words) - len(words.lstrip())
        words = words.strip()
        start, first = run.start + skipped, run.source % PAGE_ORIGINS + skipped
        if words and _alike(words, letters.signs[first : first + len(words)]):
            yield Match(start, start + len(words), first, first + len(words))


def _alike(words: str, signs: str) -> bool:
    """Tell whether both say the same, white space aside."""
    if words == signs:
        return True
    return len(words) == len(signs) and all(
        one == two or one.isspace() for one, two in zip(words, signs, strict=True)
    )


def _distance(box: Box, x: float, y: float) -> float:
    """Return how far a point is from `box`; steps across lines count more than along them."""
    across = max(box.left - x, x - box.right, 0.0)
    return across + STEEP * max(box.top - y, y - box.bottom, 0.0)


def _runs_left(sign: str) -> bool:
    return sign > "\u0590" and bidirectional(sign) in ("R", "AL")
