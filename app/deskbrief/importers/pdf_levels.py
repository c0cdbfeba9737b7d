"""Levels of headings by their looks: larger before smaller, bold before light, and by their numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deskbrief.importers.pdf_paragraphs import Paragraph

#: Sizes that differ by no more points are one size.
ALIKE = 0.5
#: From so many headings of one style on, a lone larger one is no part that holds them all.
MANY = 6
#: Documents with more styles of headings than this have no order among them but that of size.
MOST_STYLES = 40
#: Letters so many times as large are those of higher headings wherever they begin to be used.
LARGER = 1.1
#: The share of its column that a line fills which may be centred or not, and how far off the middle one is.
FILLED, OFF = 0.86, 0.03

_LETTERS = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(
    r"(?:(?:chapter|appendix|section|part|article)\s)?(?P<number>(?:\d{1,3}|[A-Z](?=\.\d))(?:\.\d{1,3}){0,5})[.:)]?(?:\s|$)",
    re.IGNORECASE,
)

_PART = re.compile(
    r"(?:part|book|teil|partie|parte)\s(?:\d{1,2}|[IVX]{1,6}|[A-Z]|one|two|three)\b[.:]?", re.IGNORECASE
)

Number = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """What a heading looks like."""

    size: float
    bold: bool
    capitals: bool
    upright: bool
    marginal: bool = False
    centred: bool = False
    part: bool = False
    bracketed: bool = False

    def above(self, other: Style) -> bool:
        """Tell whether it can only be the style of higher headings than `other` is."""
        if abs(self.size - other.size) > ALIKE:
            return self.size > other.size
        return self != other and all(one >= two for one, two in zip(self.marks, other.marks, strict=True))

    @property
    def marks(self) -> tuple[bool, ...]:
        """What sets it off, but for its size."""
        looks = self.part, self.marginal, self.centred, self.bold, self.capitals, self.upright
        return *looks, not self.bracketed


def style_of(paragraph: Paragraph) -> Style:
    """Return the style of `paragraph`."""
    letters = "".join(_LETTERS.findall(paragraph.text))
    capitals = letters.isupper() and len(letters) > 3
    size = round(max(line.size for line in paragraph.lines) * 2) / 2
    return Style(size, paragraph.bold, capitals, not paragraph.italic, paragraph.marginal)


def styles_of(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Style]:
    """Return the styles of `heads`, which stand among `paragraphs`, with whether they are centred.

    Those with a number in brackets, "(a)", are parts of those that look like them without one.
    """
    places = {id(paragraph): index for index, paragraph in enumerate(paragraphs)}
    looks = [style_of(head) for head in heads]
    centred = [is_centred(head, _column(paragraphs, places[id(head)])) for head in heads]
    counts = Counter(zip(looks, centred, strict=True))
    parted = {look for look in looks if min(counts[look, True], counts[look, False]) > 1}
    usual = {look: counts[look, True] > counts[look, False] for look in looks}
    parts = _parts(heads)
    return [
        replace(
            look,
            centred=usual[look] if middle is None or look not in parted else middle,
            part=part,
            bracketed=head.text.startswith("("),
        )
        for head, look, middle, part in zip(heads, looks, centred, parts, strict=True)
    ]


def _parts(heads: Sequence[Paragraph]) -> list[bool]:
    """Tell of each heading whether it is that of a part, which holds chapters, or goes on with such a one."""
    named = [_PART.match(head.text) for head in heads]
    parts = [bool(found) for found in named]
    for at, (one, two) in enumerate(pairwise(heads)):
        if (found := named[at]) and found.end() == len(one.text) and one.lines[0].page == two.lines[0].page:
            parts[at + 1] = True
    return parts


def _column(paragraphs: Sequence[Paragraph], index: int) -> tuple[float, float] | None:
    """Return the edges of the text that stands under the paragraph at `index`, or above it, on its page."""
    own = paragraphs[index].lines
    left, right = min(line.left for line in own), max(line.right for line in own)
    for other in (*paragraphs[index + 1 : index + 6], *reversed(paragraphs[max(index - 5, 0) : index])):
        if other.lines[0].page != own[0].page or len(other.lines) < 2 or other.table is not None:
            continue
        edges = (min(line.left for line in other.lines), max(line.right for line in other.lines))
        if edges[0] < right and left < edges[1]:
            return edges
    return None


def is_centred(paragraph: Paragraph, column: tuple[float, float] | None) -> bool | None:
    """Tell whether the lines of `paragraph` are centred in `column`; None when they fill it."""
    if column is None or paragraph.marginal:
        return None
    left, right = column
    if all(line.right - line.left > FILLED * (right - left) for line in paragraph.lines):
        return None
    off = max(abs(line.left + line.right - left - right) for line in paragraph.lines) / 2
    return off < OFF * (right - left) and min(line.left for line in paragraph.lines) > left + 2 * ALIKE


def number_of(text: str) -> Number:
    """Return the number that a heading begins with, such as ("2", "1") for "2.1 Scope"."""
    found = _NUMBER.match(text)
    return tuple(found["number"].removesuffix(".0").split(".")) if found else ()


def ranks_of(styles: Sequence[Style]) -> dict[Style, int]:
    """Return the rank of each style, 0 for the highest; `styles` are those of headings in their order.

    Where the looks say nothing, the style that comes first is the higher one: parts begin before their parts.
    """
    left = list(dict.fromkeys(styles))
    if len(left) > MOST_STYLES:
        left.sort(key=lambda style: (style.size, style.marks), reverse=True)
        return {style: rank for rank, style in enumerate(left)}
    ranks: dict[Style, int] = {}
    while left:
        chosen = next((one for one in left if not any(other.above(one) for other in left)), left[0])
        left.remove(chosen)
        ranks[chosen] = len(ranks)
    return ranks


def levels_by_looks(texts: Sequence[str], styles: Sequence[Style]) -> list[int]:
    """Return the levels of headings, from 1, by what they say and look like."""
    numbers = [number_of(text) for text in texts]
    ladder = _Ladder(styles)
    plain = ladder.levels([()] * len(texts), None)
    return ladder.levels(numbers, _base(numbers, plain))


def _base(numbers: Sequence[Number], levels: Sequence[int]) -> int | None:
    """Return the level of numbers like "2" by the looks of most of them, unless they begin anew somewhere."""
    firsts = [
        (int(number[0]), level) for number, level in zip(numbers, levels, strict=True) if _is_first(number)
    ]
    if len(firsts) < 2 or any(two[0] <= one[0] for one, two in pairwise(firsts)):
        return None
    return Counter(level for _, level in firsts).most_common(1)[0][0]


def _is_first(number: Number) -> bool:
    return len(number) == 1 and number[0].isdecimal()


class _Ladder:
    """Finds the levels of headings of some styles."""

    def __init__(self, styles: Sequence[Style]) -> None:
        self._styles = styles
        self._over = _governors(styles)
        self._parents = _parents(styles, self._over)
        self._ranks = ranks_of(styles)

    def levels(self, numbers: Sequence[Number], base: int | None) -> list[int]:
        """Return the levels of headings with `numbers`, of which those like "2" are at the level `base`."""
        levels: list[int] = []
        known: dict[Number, int] = {}
        for index, number in enumerate(numbers):
            above = self._over[index]
            level = 1 if above is None else levels[above] + self._steps(above, index)
            levels.append(_level_by_number(number, level, base, known))
        return levels

    def _steps(self, above: int, index: int) -> int:
        """Return how many levels a heading is below that at `above`: those mostly between them count too."""
        steps, parent = 1, self._parents[self._styles[index]]
        while self._ranks[parent] > self._ranks[self._styles[above]] and parent in self._parents:
            steps, parent = steps + 1, self._parents[parent]
        return steps


def _level_by_number(number: Number, level: int, base: int | None, known: dict[Number, int]) -> int:
    """Return the level of a heading with `number`, which else has `level`; keep it among the `known`."""
    if not number:
        return level
    whole = number[:-1]
    if _is_first(number):
        level = base or level
    elif whole in known:
        level = known[whole] + 1
    elif (*whole, "") in known:
        level = known[*whole, ""]
    elif base or level == 1:
        level = (base or 1) + len(whole)
    known[number] = known[*whole, ""] = level
    return level


def _governors(styles: Sequence[Style]) -> list[int | None]:
    """Return for each heading the place of the nearest one before it that is of a higher style."""
    ranks, counts = ranks_of(styles), Counter(styles)
    many = max(counts.values(), default=0) >= MANY
    first = {style: index for index, style in reversed(list(enumerate(styles)))}
    open_: list[int] = []
    found: list[int | None] = []
    for index, style in enumerate(styles):
        while open_ and ranks[styles[open_[-1]]] >= ranks[style]:
            open_.pop()
        found.append(
            next((above for above in reversed(open_) if _may_hold(styles[above], style, first)), None)
        )
        # A lone heading of the largest kind, such as that of a summary, holds none of what comes after it.
        if open_ or counts[style] > 1 or not many:
            open_.append(index)
    return found


def _may_hold(above: Style, style: Style, first: Mapping[Style, int]) -> bool:
    """Tell whether headings of the style `above` hold those of `style`: they come first or are larger."""
    return above.part or first[above] < first[style] or above.size >= LARGER * style.size


def _parents(styles: Sequence[Style], over: Sequence[int | None]) -> dict[Style, Style]:
    """Return for each style that of the headings under which it mostly stands."""
    counts: dict[Style, Counter[Style]] = {}
    for style, above in zip(styles, over, strict=True):
        if above is not None:
            counts.setdefault(style, Counter())[styles[above]] += 1
    return {style: found.most_common(1)[0][0] for style, found in counts.items()}
