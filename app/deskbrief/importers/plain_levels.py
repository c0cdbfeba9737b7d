"""How deep the headings of a plain text are: by their numbers, marks, capitals, names, or by touching.

Only signs that stand in the text count. Headings without any are of one level: a flat outline is
better than an invented depth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbrief.importers.plain_features import case_of, numbering
from deskbrief.importers.plain_units import Unit
from deskbrief.importers.plain_words import CLOSING, DOTTED, NAMED, OUTERMOST, bare

#: Words of series whose parts hold other parts, the outermost first.
CONTAINERS = ("volume", "book", "part", "title", "chapter", "article")
#: Words of series that come after all other parts, and belong to none of them.
APPENDED = ("appendix", "annex", "schedule", "amendment")
#: The deepest level.
DEEPEST = 6
#: Headings of scholarly parts ("Methods") that must occur before the others are ranked below them.
FEWEST_PARTS = 3
#: A name comes again when it heads this many parts.
FEWEST_REPEATS = 3
#: The most headings in an abstract.
LONGEST_ABSTRACT = 8


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the level of a heading can be read from.

    `depth` is that of its number or 0, `touches` tells that it follows a heading without text between.
    """

    name: str
    depth: int
    touches: bool
    caps: bool
    rule: str
    series: str

    @property
    def part(self) -> bool:
        return self.name in OUTERMOST or self.name.endswith(" and methods")

    @property
    def closing(self) -> bool:
        return self.name in CLOSING or self.part


def heading_levels(units: Sequence[Unit], headings: Sequence[int]) -> list[int]:
    """Return the level of each of `headings`, positions among `units` in order; 1 is the outermost."""
    found = [_heading(units, headings, place) for place in range(len(headings))]
    levels = _strategy(found)
    ranks = {level: rank for rank, level in enumerate(sorted(set(levels)), start=1)}
    return [min(ranks[level], DEEPEST) for level in levels]


def _heading(units: Sequence[Unit], headings: Sequence[int], place: int) -> _Heading:
    unit = units[headings[place]]
    series = NAMED.match(unit.text)
    return _Heading(
        name=bare(unit.text).replace("’", "'"),
        depth=_depth(unit),
        touches=place > 0 and headings[place - 1] == headings[place] - 1,
        caps=case_of(unit.text) == "caps",
        rule=unit.rule,
        series=series[0].split()[0].casefold() if series else "",
    )


def _depth(unit: Unit) -> int:
    kind = numbering(unit.text, unit.marker)
    if kind in ("number", "marker-number"):
        return 1
    dotted = DOTTED.match(unit.text)
    return len([part for part in dotted[0].split(".") if part]) if dotted and kind.startswith("depth") else 0


def _strategy(found: Sequence[_Heading]) -> list[int]:
    numbered = sum(heading.depth > 0 for heading in found)
    deepest = max((heading.depth for heading in found), default=0)
    ruled = sum(bool(heading.rule) for heading in found)
    if (numbered > 1 and deepest > 1) or 2 * numbered > len(found):
        around = _around_numbers(found)
        return _in_containers(found, around) if around else _by_number(found)
    if ruled > 1 and 2 * ruled >= len(found):
        return _by_rule(found)
    if _containers(found):
        return _by_series(found)
    if sum(heading.part for heading in found) >= FEWEST_PARTS:
        return _by_parts(found)
    if found and found[0].caps and not all(heading.caps for heading in found):
        return _by_capitals(found)
    return _by_touch(found)


def _by_number(found: Sequence[_Heading]) -> list[int]:
    """Rank by the depth of the number; a heading without one is below the numbered one before it.

    Where the parts of a paper have no numbers, the numbers count inside them.
    """
    levels: list[int] = []
    last = 0
    base = int(sum(heading.part and not heading.depth for heading in found) >= FEWEST_PARTS)
    final = max(place for place, heading in enumerate(found) if heading.depth)
    for place, heading in enumerate(found):
        if heading.depth:
            last = heading.depth + base
            levels.append(last)
        else:
            outer = heading.closing or not last or place > final
            inner = 2 if heading.depth == 0 and base else last + 1
            levels.append(1 if outer else inner)
    return levels


def _around_numbers(found: Sequence[_Heading]) -> list[str]:
    """Return the words of series ("Chapter 1") that hold numbered headings, the outermost first."""
    first = next(place for place, heading in enumerate(found) if heading.depth)
    opening = {heading.series for heading in found[:first]}
    counts = Counter(heading.series for heading in found if not heading.depth)
    return [word for word in (*CONTAINERS, "section") if counts[word] > 1 and word in opening]


def _in_containers(found: Sequence[_Heading], around: Sequence[str]) -> list[int]:
    """Rank the series that hold numbered headings in their order, and numbers below the innermost of them.

    The first figure of "2.1" is the number of "Chapter 2"; numbers that run on through the parts of a law
    ("Part 2", "3 Title") count for themselves.
    """
    base = len(around) + 1 - min(heading.depth for heading in found if heading.depth)
    levels: list[int] = []
    last = 0
    for heading in found:
        if heading.series in around and not heading.depth:
            last = around.index(heading.series) + 1
            levels.append(last)
        elif heading.depth:
            last = heading.depth + base
            levels.append(last)
        else:
            outer = heading.closing or heading.series in APPENDED or not last
            levels.append(1 if outer else last + 1)
    return levels


def _containers(found: Sequence[_Heading]) -> list[str]:
    """Return the words of series that hold others, such as "part", and come again; the outermost first."""
    counts = Counter(heading.series for heading in found)
    return [word for word in CONTAINERS if counts[word] > 1]


def _by_series(found: Sequence[_Heading]) -> list[int]:
    """Rank the series that hold others in their order, and what stands in one of their parts below it."""
    order = _containers(found)
    levels: list[int] = []
    last = 0
    for heading in found:
        if heading.series in order:
            last = order.index(heading.series) + 1
            levels.append(last)
        else:
            outer = heading.name in OUTERMOST or heading.series in APPENDED
            levels.append(last + 1 if last and not outer else 1)
    return levels


def _by_rule(found: Sequence[_Heading]) -> list[int]:
    """Rank by the character of the underline, in the order in which the characters first occur."""
    order: list[str] = []
    for heading in found:
        if heading.rule and heading.rule not in order:
            order.append(heading.rule)
    return [order.index(heading.rule) + 1 if heading.rule else len(order) + 1 for heading in found]


def _by_parts(found: Sequence[_Heading]) -> list[int]:
    """Rank the parts of a paper first; what touches one, and what follows it, is below it.

    Where parts come again under a series ("Experiment 2"), the series is above them.
    """
    levels: list[int] = []
    top = _repeated_series(found)
    last = 0
    for place, heading in enumerate(found):
        if heading.series in top:
            last = 1
        elif _in_abstract(found, place):
            last = 2
        elif heading.part:
            inside = any(other.series in top for other in found[:place]) and heading.name != "references"
            last = 2 if inside else 1
        else:
            last = min(last + 1, 3) if heading.touches or last < 2 else last
        levels.append(max(last, 1))
    return levels


def _repeated_series(found: Sequence[_Heading]) -> set[str]:
    """Return the words of series ("experiment") under which the parts of a paper come again."""
    parts = Counter(heading.name for heading in found if heading.part)
    series = Counter(heading.series for heading in found if heading.series)
    often = max(parts.values(), default=0)
    return {word for word, count in series.items() if 2 <= count <= often}


def _in_abstract(found: Sequence[_Heading], place: int) -> bool:
    """Tell whether the heading stands inside an abstract that has headings of its own."""
    head = [heading.name for heading in found[:place]]
    if "abstract" not in head or found[place].name == "introduction" or "introduction" in head:
        return False
    start = head.index("abstract")
    if place - start > LONGEST_ABSTRACT or not found[start + 1].touches:
        return False
    later = [heading.name for heading in found[place + 1 :]]
    return found[place].name in later or "introduction" in later


def _by_capitals(found: Sequence[_Heading]) -> list[int]:
    """Rank headings in capitals above the others."""
    levels: list[int] = []
    for heading in found:
        last = levels[-1] if levels else 1
        levels.append(1 if heading.caps else last + 1 if heading.touches else max(2, last))
    return levels


def _by_touch(found: Sequence[_Heading]) -> list[int]:
    """Rank a heading that directly follows another below it, and the next ones beside it.

    Names that come again are below the heading of another name that stands over them each time.
    """
    again = _repeated(found)
    if not again:
        return _touch_levels(found)
    above = [False, *(heading.name in again for heading in found[:-1])]
    own = [
        replace(heading, touches=heading.touches and not below)
        for heading, below in zip(found, above, strict=True)
        if heading.name not in again
    ]
    outer = iter(_touch_levels(own))
    levels: list[int] = []
    last = 0
    for heading in found:
        last = last if heading.name in again else next(outer)
        levels.append(last + 1 if heading.name in again else last)
    return levels


def _repeated(found: Sequence[_Heading]) -> set[str]:
    """Return the names that come again and again ("Findings"), each time under a heading of another name."""
    counts = Counter(heading.name for heading in found)
    often = {name for name, count in counts.items() if count >= FEWEST_REPEATS}
    under: set[tuple[str, int]] = set()
    over = 0
    for heading in found:
        if heading.name not in often:
            over += 1
        elif not over or (heading.name, over) in under:
            return set()
        else:
            under.add((heading.name, over))
    return often


def _touch_levels(found: Sequence[_Heading]) -> list[int]:
    levels: list[int] = []
    parents: list[int] = []
    for place in range(len(found)):
        opens = place + 1 < len(found) and found[place + 1].touches
        levels.append(_touch_level(found, levels, parents, opens=opens))
        if opens:
            parents.append(levels[-1])
    return levels


def _touch_level(
    found: Sequence[_Heading], levels: Sequence[int], parents: Sequence[int], *, opens: bool
) -> int:
    place = len(levels)
    heading = found[place]
    if not levels:
        return 1
    if heading.touches:
        return min(levels[-1] + 1, 4)
    if heading.closing:
        return 1
    alike = [before for before in range(place) if _alike(found[before], heading)]
    if alike:
        return levels[alike[-1]]
    if opens and levels[-1] > 1 and parents:
        return parents[-1]
    return levels[-1]


def _alike(one: _Heading, two: _Heading) -> bool:
    return one.name == two.name or (bool(one.series) and one.series == two.series)
