"""How far apart the lines of a PDF's paragraphs are: in the whole document, and in one column of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deskbrief.importers.pdf_breaks import ENDS
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_lines import Line, Page
from deskbrief.importers.pdf_order import Region

#: Lines of any size are at most this many times as far apart as those of the text, for their size.
LOOSER = 1.25
#: The keys of the size from which on letters are large, and of how many sizes apart lines of a page are that
#: is set wider than others.
LARGE, SPACED = -1.0, -2.0
#: Lines of one paragraph are so many sizes apart at least, and at most.
CLOSEST, FARTHEST = 0.5, 3.0
#: So many lines of a column that go on with a sentence tell how far apart its lines are.
FEWEST = 3
#: A line that leaves no more than this share of its column empty fills it.
FULL = 0.12


def usual_leading(pages: Sequence[Page], usual: Face) -> dict[float, float]:
    """Return for each size of letters how far apart lines of it usually are, in points.

    Under `LARGE` stands the size from which on letters are larger than those of the text.
    """
    counts: dict[float, Counter[float]] = {}
    for page in pages:
        for one, two in zip(page.lines, page.lines[1:], strict=False):
            step = two.base - one.base
            if one.size == two.size and 0.5 * one.size < step < 3 * one.size:
                counts.setdefault(one.size, Counter())[round(step * 2) / 2] += 1
    steps = {size: found.most_common(1)[0][0] for size, found in counts.items()}
    # Headings of one size that follow one another stand further apart than the lines of a paragraph.
    most = LOOSER * steps.get(usual.size, 1.2 * usual.size) / (usual.size or 1.0)
    return {**{size: min(step, most * size) for size, step in steps.items()}, LARGE: 1.1 * usual.size}


def leadings_of(
    regions: Sequence[Region], leading: dict[float, float], usual: Face
) -> Iterator[dict[float, float]]:
    """Yield for each of the `regions` of a page how far apart its lines are.

    Under `SPACED` stands how many sizes apart lines are on a page whose text is set wider than others.
    """
    own = [own_leading(region, leading) for region in regions]
    wider = max((found.get(usual.size, 0.0) for found in own), default=0.0)
    spaced = {SPACED: wider / usual.size} if wider > leading.get(usual.size, wider) else {}
    for found in own:
        yield {**found, **spaced} if spaced else found


def own_leading(region: Region, leading: dict[float, float]) -> dict[float, float]:
    """Return `leading` with that of `region` where its lines are farther apart than those of the document.

    Most lines of a document may be those of tables, lists of works and notes, which are set closer than its
    text. That a sentence goes on from a full line in small letters tells that both are of one paragraph.
    """
    steps: dict[float, Counter[float]] = {}
    full = region.right - FULL * (region.right - region.left)
    for one, two in pairwise(region.lines):
        if one.right >= full and _goes_on(one, two):
            steps.setdefault(one.size, Counter())[round((two.base - one.base) * 2) / 2] += 1
    own = {size: found.most_common(1)[0] for size, found in steps.items()}
    wider = {
        size: step
        for size, (step, count) in own.items()
        if count >= FEWEST and step > leading.get(size, step)
    }
    return {**leading, **wider} if wider else leading


def _goes_on(one: Line, two: Line) -> bool:
    """Tell whether a sentence goes on from `one` in `two`, which stands below it in letters of its size."""
    near = one.size == two.size and CLOSEST * one.size < two.base - one.base < FARTHEST * one.size
    return near and one.single and two.single and two.text[:1].islower() and not one.text.endswith(ENDS)
