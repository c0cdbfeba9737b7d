"""The pages of a printed paper that was saved as a web page: their numbers, and the lines repeated on each.

Filings and exported reports keep the foot of each page as a line of its own between the paragraphs. Numbers
that count up through the text are those of its pages, and lines that come again and again beside them are
running heads. They would part sentences, and the numbers say on which page a passage stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, pairwise, takewhile
from statistics import median

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Place
from deskbrief.importers.html_draft import Draft

#: So many numbers that count up make pages, and so many lines beside them running heads.
FEWEST = 5
#: So many letters stand on a page; numbers with fewer between them are those of entries or paragraphs.
PAGE = 500
#: The next page of which the number was kept is at most so many further on.
SKIPPED = 2
#: So many lines on either side of a number can be running heads; longer ones are text.
BESIDE, LONGEST = 4, 100
#: A number within so many blocks of the beginning can stand at the head of its page.
AT_TOP = 2
#: How many elements around a number may stand beside the break of its page.
NEAR = 3
_BREAK = re.compile(r"page-break-|break-(?:before|after)\s{0,4}:\s{0,4}page", re.IGNORECASE)


def part_pages(drafts: Sequence[Draft]) -> frozenset[int]:
    """Give the first block of each printed page its label; return which of `drafts` are no text then."""
    numbers = _counting([at for at, draft in enumerate(drafts) if _is_number(draft)], drafts)
    if len(numbers) < FEWEST or not _are_long(numbers, drafts):
        return frozenset()
    apart = frozenset(numbers)
    beside = [list(lines) for number in numbers for lines in _beside(number, apart, drafts)]
    times = Counter(drafts[at].text for lines in beside for at in lines)
    running = (takewhile(lambda at: times[drafts[at].text] >= FEWEST, lines) for lines in beside)
    furniture = apart.union(*running)
    if furniture == apart and not _part(numbers, drafts):
        return frozenset()
    # The first page has no number above it.
    heads = {drafts[at].text for at in furniture}
    furniture |= {at for at, draft in enumerate(drafts[:BESIDE]) if draft.text in heads}
    _label(drafts, numbers, furniture)
    return furniture


def _is_number(draft: Draft) -> bool:
    """Tell whether a block is nothing but a number; that of a chapter is a heading."""
    text = draft.text
    return draft.kind is BlockKind.PARAGRAPH and len(text) <= 4 and text.isascii() and text.isdecimal()


def _are_long(numbers: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Tell whether as much stands between numbers as on pages."""
    return median(_size(drafts[one + 1 : two]) for one, two in pairwise(numbers)) >= PAGE


def _part(numbers: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Tell whether numbers part pages: sentences go on behind some, or most stand at a break.

    Those of the parts of an essay stand above whole paragraphs.
    """
    inner = [at for at in numbers if 0 < at < len(drafts) - 1]
    torn = sum(drafts[at + 1].text[:1].islower() and drafts[at - 1].text[-1:].isalnum() for at in inner)
    return torn > 1 or sum(_at_break(drafts[at].whole) for at in numbers) * 2 > len(numbers)


def _at_break(element: HtmlElement) -> bool:
    """Tell whether a page ends or begins at `element`, as a line below it or the style around it says."""
    for node in (element, *islice(element.iterancestors(), NEAR)):
        after, before = node.getnext(), node.getprevious()
        if after is not None and after.tag == "hr":
            return True
        if any(
            near is not None and _BREAK.search(near.get("style", "")[:400]) for near in (node, after, before)
        ):
            return True
    return False


def _counting(found: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Return the longest row of numbers among those `found` that count up through the text."""
    best: list[list[int]] = []
    for at in found:
        value = int(drafts[at].text)
        before = [row for row in best if 0 < value - int(drafts[row[-1]].text) <= SKIPPED]
        row = max(before, key=len, default=[])
        best.append([*row, at])
        # Rows that nothing goes on with for long cost time and come to nothing.
        best = best[-FEWEST:]
    return max(best, key=len, default=[])


def _beside(number: int, numbers: AbstractSet[int], drafts: Sequence[Draft]) -> Iterator[Iterator[int]]:
    """Yield the short lines right after a page's number, and those right before it, the nearest first."""

    def is_short(at: int) -> bool:
        return at not in numbers and not drafts[at].rows and len(drafts[at].text) <= LONGEST

    yield takewhile(is_short, range(number + 1, min(number + 1 + BESIDE, len(drafts))))
    yield takewhile(is_short, range(number - 1, max(number - 1 - BESIDE, -1), -1))


def _label(drafts: Sequence[Draft], numbers: Sequence[int], furniture: frozenset[int]) -> None:
    """Give the first block of each page the number of the page as its label."""
    above, below = drafts[: numbers[0]], drafts[numbers[-1] + 1 :]
    if numbers[0] <= AT_TOP and _size(above) < _size(below):
        starts = [(number, number) for number in numbers]
    else:
        starts = [(before, number) for before, number in pairwise(numbers)]
    text = [at for at in range(len(drafts)) if at not in furniture]
    for start, number in starts:
        first = bisect_right(text, start)
        if first < len(text):
            draft = drafts[text[first]]
            draft.places = (Place(drafts[number].text, page=True), *draft.places)


def _size(drafts: Sequence[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)
