"""The pages of a printed paper that was saved as a web page: their numbers, and the lines repeated on each.

Filings and exported reports keep the foot of each page as a line of its own between the paragraphs. Numbers
that count up through the text are those of its pages, and lines that come again and again beside them are
running heads. They would part sentences, and the numbers say on which page a passage stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from deskbrief.importers.clean import Place
from deskbrief.importers.html_draft import Draft

#: So many numbers that count up make pages, and so many lines beside them running heads.
FEWEST = 5
#: The next page of which the number was kept is at most so many further on.
SKIPPED = 2
#: So many lines on either side of a number can be running heads; longer ones are text.
BESIDE, LONGEST = 4, 100
#: A number within so many blocks of the beginning stands at the head of its page.
AT_TOP = 2


def part_pages(drafts: Sequence[Draft]) -> frozenset[int]:
    """Give the first block of each printed page its label; return which of `drafts` are no text then."""
    numbers = _counting([at for at, draft in enumerate(drafts) if _is_number(draft)], drafts)
    if len(numbers) < FEWEST:
        return frozenset()
    beside = [list(lines) for number in numbers for lines in _beside(number, set(numbers), drafts)]
    times = Counter(drafts[at].text for lines in beside for at in lines)
    running = (takewhile(lambda at: times[drafts[at].text] >= FEWEST, lines) for lines in beside)
    furniture = frozenset(numbers).union(*running)
    # The first page has no number above it.
    heads = {drafts[at].text for at in furniture}
    furniture |= {at for at, draft in enumerate(drafts[:BESIDE]) if draft.text in heads}
    _label(drafts, numbers, furniture)
    return furniture


def _is_number(draft: Draft) -> bool:
    return len(draft.text) <= 4 and draft.text.isascii() and draft.text.isdecimal() and not draft.rows


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
    if numbers[0] <= AT_TOP:
        starts = [(number, number) for number in numbers]
    else:
        starts = [(before, number) for before, number in pairwise(numbers)]
    for start, number in starts:
        first = next((at for at in range(start, len(drafts)) if at not in furniture), None)
        if first is not None:
            drafts[first].places = (Place(drafts[number].text, page=True), *drafts[first].places)
