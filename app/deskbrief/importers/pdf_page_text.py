"""The letters of a PDF page put together to segments."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_letters import UNKNOWN, Letter, Painted, words_in
from deskbrief.importers.pdf_ligatures import TH, spelled_out
from deskbrief.importers.pdf_rules import Rule
from deskbrief.importers.pdf_segments import RAISED, Segment, Stretch

#: A gap within a line wider than this many times the size of its letters separates columns or cells.
WIDE_GAP = 0.9
#: Longer words from right to left are left as they are painted.
LONGEST_WORD = 60

#: Figures smaller than this share of the text, and so far below its line, are lowered.
LOWERED, SMALLER = 0.08, 0.85

#: Signs that refer to notes.
_MARKS = frozenset("0123456789*†‡§")
_WHITE = re.compile(r"\s+")
#: A line as the page paints it, without what is white at its ends; letters that are not known end it.
_LINE = re.compile(rf"[^\s{UNKNOWN}](?:[^\r\n{UNKNOWN}]*[^\s{UNKNOWN}])?")
#: What follows this hyphen, which the page does not paint as one, stands on another line.
_PART = re.compile("[^\x02]*\x02|[^\x02]+")
#: Where the signs stand that are written from right to left.
_LEFTWARD = re.compile(
    "[\u0591-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Link(NamedTuple):
    """A rectangle of a page, with places that count from its bottom left, and the address it leads to."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is around the letters of a page: links, and rules; no text goes on beyond an upright one."""

    links: Sequence[Link] = ()
    rules: Sequence[Rule] = ()

    def turned(self, turn: int, size: tuple[float, float]) -> Around:
        """Return what is around the letters of a page of `size` that is turned; links are left out then."""
        return Around((), [rule.turned(turn, size) for rule in self.rules]) if turn else self


@dataclass(slots=True)
class PageText:
    """The text of a page as it is read, in points, and how it was turned for that.

    `rules` are those around its letters, turned as well, and `sideways` is what runs in another direction.
    """

    width: float
    height: float
    turn: int = 0
    rules: Sequence[Rule] = ()
    segments: list[Segment] = field(default_factory=list)
    sideways: str = ""


def page_text(
    painted: Painted,
    text_page: Any,
    number: int,
    size: tuple[float, float],
    around: Around | None = None,
) -> PageText:
    """Return the text that the letters `painted` on one page make, in the order in which they are painted.

    A page, of `size` in points as the file has it, on which most text runs in another direction is turned.
    """
    turn = _usual_turn(painted)
    width, height = size if turn in (0, 180) else size[::-1]
    around = (around or Around()).turned(turn, size)
    found = PageText(width, height, turn, around.rules)
    lines = _Lines(text_page, number, height, painted.turned(turn, size), turn, around)
    for line in _LINE.finditer(painted.text):
        found.sideways += lines.add(*line.span())
    found.segments = lines.finish()
    return found


def _usual_turn(painted: Painted) -> int:
    """Return the direction in which most letters run."""
    if not any(map(attrgetter("turn"), painted.looks)):
        return 0
    words = (painted.looks[start:end] for start, end in words_in(painted.text))
    turns = Counter(look.turn for looks in words for look in looks)
    return turns.most_common(1)[0][0]


class _Lines:
    """Puts letters together to segments."""

    def __init__(
        self, text_page: Any, page: int, height: float, painted: Painted, turn: int, around: Around
    ) -> None:
        self._text_page = text_page
        self._links = around.links
        self._uprights = sorted((rule for rule in around.rules if rule.upright), key=attrgetter("at"))
        self._page = page
        self._height = height
        self._painted, self._turn = painted, turn
        self._done: list[Segment] = []
        self._now: Segment | None = None
        self._space = False
        self._word, self._before = 0, 0.0

    def add(self, start: int, end: int) -> str:
        """Take the next line that the page paints; return its letters that run in another direction."""
        self._end()
        parts = (part.span() for part in _PART.finditer(self._painted.text, start, end))
        return "".join(self._add_part(*part) for part in parts)

    def _add_part(self, start: int, end: int) -> str:
        sideways, looks = "", self._painted.looks[start:end]
        if looks.count(looks[0]) == len(looks):
            return self._add_alike(start, end)
        for _, alike in groupby(looks):
            length = sum(1 for _ in alike)
            sideways += self._add_alike(start, start + length)
            start += length
        return sideways

    def _add_alike(self, start: int, end: int) -> str:
        """Take letters of one look; return them where they run in another direction."""
        text = self._painted.text[start:end]
        if self._painted.looks[start].turn != self._turn:
            words = [text[first:last] for first, last in words_in(text)]
            self._space = self._space or sum(map(len, words)) < len(text)
            return "".join(words)
        stop, blank = start + len(text.rstrip()), len(text) - len(text.lstrip())
        start, self._space = start + blank, self._space or blank > 0
        if start < stop and not self._takes(start, stop):
            self._put(self._painted.letter(start))
            if start + 1 < stop and not self._takes(start + 1, stop):
                self._add_words(start + 1, stop)
        self._space = self._space or stop < end
        return ""

    def _add_words(self, start: int, end: int) -> None:
        last = start
        for first, stop in words_in(self._painted.text[start:end]):
            self._space = self._space or start + first > last
            last = start + stop
            for index in range(start + first, last):
                # Where a word is not taken as a whole, what follows its first letter may be.
                if index < start + first + 2 and self._takes(index, last):
                    break
                self._put(self._painted.letter(index))
        self._space = self._space or last < end

    def _takes(self, start: int, end: int) -> bool:
        """Put letters of one look where the segment goes on with all of them, as is mostly so.

        Return whether it does: what `_put` finds out of each letter is then plain for all of them.
        """
        now, painted = self._now, self._painted
        if now is None:
            return False
        text = painted.text[start:end]
        if "  " in text or not text.isprintable():
            text = _WHITE.sub(" ", text)
        if not self._looks_on(now, start, text):
            return False
        lefts, rights = painted.lefts[start:end], painted.rights[start:end]
        low, high = min(painted.bottoms[start:end]), max(painted.tops[start:end])
        if self._links and any(
            link.left <= max(rights) and link.right >= min(lefts) and link.bottom <= high and link.top >= low
            for link in self._links
        ):
            return False
        if self._uprights and self._is_parted(now.right, max(rights), self._height - (low + high) / 2):
            return False
        right = self._reaches(now, start, end, text)
        if right is None:
            return False
        last = now.stretches[-1]
        last.text += (" " if self._space else "") + text.replace("\x02", "-")
        self._space = False
        self._word, self._before = len(last.text) - 1, lefts[-1]
        now.left, now.right = min(now.left, *lefts), right
        now.top, now.bottom = min(now.top, self._height - high), max(now.bottom, self._height - low)
        return True

    def _looks_on(self, now: Segment, start: int, text: str) -> bool:
        """Tell whether `text` looks like the last stretch of `now` and is told right after it."""
        last, look = now.stretches[-1], self._painted.looks[start]
        if now.leftward or last.raised or last.link or last.order is not None or last.tag != look.tag:
            return False
        # Faces are mostly one and the same, and comparing what they hold takes time.
        if (last.face is not look.face and last.face != look.face) or not look.face.size:
            return False
        if self._painted.origins[start] - self._space != last.source + len(last.text):
            return False
        return text.isascii() or not _LEFTWARD.search(text)

    def _reaches(self, now: Segment, start: int, end: int, text: str) -> float | None:
        """Return how far `now` reaches with `text`, or None if it has gaps, other lines or raised marks."""
        painted, size, right = self._painted, self._painted.looks[start].face.size, now.right
        highest = self._height - max(painted.bottoms[start:end])
        lowest = self._height - min(painted.tops[start:end])
        if highest < now.top - size or lowest > now.bottom + size:
            return None
        if not _MARKS.isdisjoint(text):
            small = size < SMALLER * now.stretches[0].face.size
            if small or now.base - highest > RAISED * size:
                return None
        widest, narrowest = WIDE_GAP * max(size, 6), -2 * size
        for left, edge in zip(painted.lefts[start:end], painted.rights[start:end], strict=True):
            if not narrowest <= left - right <= widest:
                return None
            if edge > right:
                right = edge
        return right

    def _put(self, letter: Letter) -> None:
        face = letter.look.face
        size = face.size or letter.top - letter.bottom or 1.0
        now = self._now
        if now is not None:
            now.leftward = now.leftward or _runs_left(letter.sign)
            gap = letter.left - now.right
            if now.leftward:
                gap = max(gap, now.left - letter.right)
            if gap > WIDE_GAP * max(size, 6) or (gap < -2 * size and not now.leftward) or self._apart(letter):
                self._end()
        top, bottom = self._height - letter.top, self._height - letter.bottom
        if self._now is None:
            base = self._height - self._base(letter)
            self._now = Segment(letter.left, top, letter.right, bottom, page=self._page, base=base)
            self._space = False
        now = self._now
        sign = "-" if letter.sign == "\x02" else letter.sign
        text = f" {sign}" if self._space else sign
        self._space = False
        link, tag = self._link(letter) if self._links else "", letter.look.tag
        last = now.stretches[-1] if now.stretches else None
        alike = last is not None and (last.face is face or last.face == face)
        raised = self._raised(letter, text) if last is not None and letter.sign in _MARKS else 0
        same = alike and last is not None and last.tag == tag and last.raised == raised
        if last is not None and same and last.link == link:
            self._join(last, text, letter)
        else:
            now.stretches.append(Stretch(text, face, raised, link, tag, letter.source - len(text) + 1))
            self._word, self._before = len(text) - len(text.lstrip()), letter.left
        now.left, now.right = min(now.left, letter.left), max(now.right, letter.right)
        now.top, now.bottom = min(now.top, top), max(now.bottom, bottom)

    def _raised(self, letter: Letter, text: str) -> int:
        """Return 1 for a `letter` after another that stands higher than its line, -1 for a small low one."""
        now, size = self._now, letter.look.face.size or 1.0
        if now is None or text[0] == " ":
            return 0
        up = now.base - (self._height - letter.bottom)
        small = size < SMALLER * now.stretches[0].face.size
        return 1 if up > RAISED * size else -int(small and up < -LOWERED * size)

    def _join(self, last: Stretch, text: str, letter: Letter) -> None:
        """Put `text` after the stretch before it; words from right to left are in their order."""
        before, leftward = last.text, _runs_left(letter.sign)
        at, first = len(before), letter.source - len(text) + 1
        if not leftward or text[0] == " " or not _runs_left(before[-1:]):
            self._word = len(before) + len(text) - len(text.lstrip())
        elif letter.left > self._before and len(before) - self._word < LONGEST_WORD:
            # The word is painted from its end: what comes to the right of its letters belongs before them.
            at = self._word
        self._before = letter.left
        if last.order is None and (at < len(before) or first != last.source + len(before)):
            last.order = last.origins()
        if last.order is not None:
            last.order[at:at] = range(first, letter.source + 1)
        last.text = before[:at] + text + before[at:] if at < len(before) else before + text

    def _apart(self, letter: Letter) -> bool:
        """Tell whether `letter` stands on another line than the segment at hand."""
        now, size = self._now, letter.look.face.size or 1.0
        if now is None:
            return False
        top, bottom = self._height - letter.top, self._height - letter.bottom
        if self._uprights and self._is_parted(now.right, letter.left, (top + bottom) / 2):
            return True
        return bottom < now.top - size or top > now.bottom + size

    def _is_parted(self, left: float, right: float, down: float) -> bool:
        """Tell whether a rule stands upright between two places, at a height."""
        first = bisect_left(self._uprights, left - 0.5, key=attrgetter("at"))
        last = bisect_right(self._uprights, right + 0.5, key=attrgetter("at"))
        return any(rule.begin <= down <= rule.end for rule in self._uprights[first:last])

    def _link(self, letter: Letter) -> str:
        across, up = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        for link in self._links:
            if link.left <= across <= link.right and link.bottom <= up <= link.top:
                return link.target
        return ""

    def _base(self, letter: Letter) -> float:
        across, up = ctypes.c_double(), ctypes.c_double()
        if pdfium.FPDFText_GetCharOrigin(
            self._text_page, letter.index, ctypes.byref(across), ctypes.byref(up)
        ):
            heights = {0: up.value, 90: self._height - across.value, 180: self._height - up.value}
            return heights.get(letter.look.turn, across.value)
        return letter.bottom

    def _end(self) -> None:
        if self._now is not None:
            self._done.append(self._now)
        self._now, self._space = None, False

    def finish(self) -> list[Segment]:
        """Return all segments but lone full stops, with which programs fill empty lines."""
        self._end()
        for segment in self._done if TH in self._painted.text else ():
            segment.stretches = list(map(spelled_out, segment.stretches))
        return [segment for segment in self._done if segment.text != "."]


def _runs_left(sign: str) -> bool:
    """Tell whether `sign` belongs to a script that is written from right to left."""
    return sign > "\u0590" and unicodedata.bidirectional(sign) in ("R", "AL")
