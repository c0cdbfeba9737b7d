"""The reading order of a PDF page: columns, and headings in the margin beside the text that they head.

Pages mostly paint their text in the order in which it is read, and then that is kept. Where it goes back
up, blocks are sorted by the two rules of Breuel (High Performance Document Layout Analysis, 2003): above
before below in one column, and left before right unless something wide stands between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_lines import NEAR, Line

#: Pages with more blocks than this are left in the order in which they are painted.
MOST_BLOCKS = 80
#: Lines of headings in the margin that are so many times as far apart as others belong to two of them.
FARTHER = 1.4
#: Lines whose heights differ by fewer points are level.
LEVEL = 2.0
#: A gap of more than this many sizes between lines ends a block.
WIDEST_LEADING = 2.1


@dataclass
class Region:
    """Lines that follow one another in one column; no line comes once one of its edges has been asked for."""

    lines: list[Line]
    marginal: bool = False

    @cached_property
    def left(self) -> float:
        """The left edge in points."""
        return min(line.left for line in self.lines)

    @cached_property
    def right(self) -> float:
        """The right edge in points."""
        return max(line.right for line in self.lines)

    @cached_property
    def top(self) -> float:
        """The upper edge in points."""
        return min(line.top for line in self.lines)

    @cached_property
    def bottom(self) -> float:
        """The lower edge in points."""
        return max(line.bottom for line in self.lines)

    @cached_property
    def letters(self) -> int:
        """How much text it holds."""
        return sum(len(line.text) for line in self.lines)


def regions_of(lines: Sequence[Line], usual: Face) -> list[Region]:
    """Return the regions of one page in the order in which they are read."""
    regions: list[Region] = []
    for line in lines:
        if regions and _goes_on(regions[-1].lines[-1], line):
            regions[-1].lines.append(line)
        else:
            regions.append(Region([line]))
    margin = _marginal(regions, usual)
    body = [region for region in regions if not any(region is other for other in margin)]
    ordered = body if len(body) > MOST_BLOCKS or not _goes_back(body) else _merged(_sorted(body))
    for region in sorted(chain.from_iterable(map(_steps, margin)), key=lambda region: region.top):
        ordered = _inserted(ordered, region)
    return ordered


def _steps(region: Region) -> Iterator[Region]:
    """Yield the headings that stand one below the other in the margin, farther apart than their lines."""
    pairs = list(pairwise(region.lines))
    closest = min((two.base - one.base for one, two in pairs), default=0.0)
    start = 0
    for at, (one, two) in enumerate(pairs, 1):
        if two.base - one.base > FARTHER * closest:
            yield Region(region.lines[start:at], marginal=True)
            start = at
    yield Region(region.lines[start:], marginal=True)


def _goes_on(one: Line, two: Line) -> bool:
    """Tell whether `two` is the next line of the column that `one` stands in."""
    size = max(one.size, two.size)
    if abs(one.size - two.size) > 0.6 and two.top - one.bottom > 0.7 * size:
        return False
    below = -0.3 * size < two.top - one.bottom < WIDEST_LEADING * size and two.top > one.top
    overlap = min(one.right, two.right) - max(one.left, two.left)
    return below and overlap > 0.3 * min(one.right - one.left, two.right - two.left)


def _beside(one: Region, two: Region) -> bool:
    """Tell whether the two stand in one column, at least in part."""
    return min(one.right, two.right) - max(one.left, two.left) > NEAR


def _goes_back(regions: Sequence[Region]) -> bool:
    """Tell whether a region comes after another that it stands above, in the same column or left of it."""
    return any(
        two.bottom <= one.top + NEAR and (_beside(one, two) or two.right <= one.left + NEAR)
        for index, one in enumerate(regions)
        for two in regions[index + 1 :]
    )


def _before(one: Region, two: Region, regions: Sequence[Region]) -> bool:
    if _beside(one, two):
        return one.top < two.top
    if one.right > two.left + NEAR:
        return False
    low, high = sorted((one, two), key=lambda region: region.top)
    return not any(
        _beside(other, one) and _beside(other, two) and low.top < other.top < high.bottom
        for other in regions
        if other is not one and other is not two
    )


def _sorted(regions: Sequence[Region]) -> list[Region]:
    """Return `regions` with each after those that must be read before it (Kahn, 1962)."""
    count = len(regions)
    after = [
        [b for b in range(count) if b != a and _before(regions[a], regions[b], regions)] for a in range(count)
    ]
    open_ = [sum(b in found for found in after) for b in range(count)]
    waiting = list(range(count))
    done = []
    while waiting:
        free = [a for a in waiting if not open_[a]]
        chosen = min(free or waiting, key=lambda a: (regions[a].top, regions[a].left))
        waiting.remove(chosen)
        done.append(regions[chosen])
        for b in after[chosen]:
            open_[b] -= 1
    return done


def _merged(regions: Sequence[Region]) -> list[Region]:
    """Return `regions` with those joined that turn out to follow one another in one column."""
    merged: list[Region] = []
    for region in regions:
        if merged and _goes_on(merged[-1].lines[-1], region.lines[0]):
            merged[-1] = Region([*merged[-1].lines, *region.lines])
        else:
            merged.append(region)
    return merged


def _marginal(regions: Sequence[Region], usual: Face) -> list[Region]:
    """Return the regions in the margin left of a single column of text that are no text themselves."""
    texts = [region for region in regions if region.letters > 120]
    if not texts:
        return []
    main = max(texts, key=lambda region: region.letters)
    column = [region for region in regions if _beside(region, main)]
    if sum(region.letters for region in column) < 0.75 * sum(region.letters for region in regions):
        return []
    left = min(region.left for region in column if region.letters > 40 and region.left >= main.left - 30)
    found = [
        region
        for region in regions
        if region.right < left + NEAR
        and len(region.lines) <= 9
        and region.lines[0].face != usual
        and region.letters < 300
        and any(_level(region, other) for other in column if other.left >= region.right - NEAR)
    ]
    for region in found:
        region.marginal = True
    return found


def _level(one: Region, two: Region) -> bool:
    """Tell whether the two stand side by side at some height."""
    return min(one.bottom, two.bottom) > max(one.top, two.top)


def _stands_in_the_middle(margin: Region, region: Region) -> bool:
    """Tell whether `margin` is a number in a cell of its own, level with no line of the text beside it."""
    number = not any(sign.isalpha() for line in margin.lines for sign in line.text)
    return number and all(abs(line.base - margin.lines[0].base) > LEVEL for line in region.lines)


def _inserted(regions: Sequence[Region], margin: Region) -> list[Region]:
    """Return `regions` with `margin` before the line that stands beside its first line."""
    placed: list[Region] = []
    done = False
    for region in regions:
        split = next(
            (
                index
                for index, line in enumerate(region.lines)
                if line.bottom > margin.top + 0.3 * margin.lines[0].size
            ),
            None,
        )
        if done or split is None or region.marginal or region.left < margin.right - NEAR:
            placed.append(region)
            continue
        done = True
        split = 0 if _stands_in_the_middle(margin, region) else split
        parts = (region.lines[:split], region.lines[split:])
        placed += [Region(parts[0])] if parts[0] else []
        placed += [margin, Region(parts[1])]
    return placed if done else [*placed, margin]
