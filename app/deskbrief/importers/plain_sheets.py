"""Running heads and page numbers of a plain text that tells where each page of paper begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deskbrief.importers.plain_lines import Line

#: The fewest pages, and the share of all pages on which a line must come again: left and right ones differ.
FEWEST_PAGES, SHARE = 3, 0.4
#: The longest line of furniture, and how many such lines stand together at an edge of a page.
LONGEST, TOGETHER = 160, 3
#: A line of so many code points that ends a sentence is text, and so is most of what stands on pages.
SENTENCE, MOST = 60, 0.5

_NUMBER = re.compile(r"\d{1,4}")

#: A line at an edge of a page: which page, which line, and the numbers in it.
_Edge = tuple[int, int, tuple[int, ...]]


def sheet_furniture(lines: Sequence[Line], feeds: Sequence[int]) -> frozenset[int]:
    """Return the numbers of the lines that come again at the edges of the pages that begin at `feeds`."""
    pages = list(_pages(lines, feeds))
    if len(pages) < FEWEST_PAGES:
        return frozenset()
    found = frozenset(_repeated(lines, pages, 1)) | frozenset(_repeated(lines, pages, -1))
    return found if len(found) <= MOST * sum(map(len, pages)) else frozenset()


def _pages(lines: Sequence[Line], feeds: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of the filled lines of each page that has any."""
    begins = [line.begin for line in lines]
    edges = [0, *(bisect_left(begins, feed + 1) for feed in feeds), len(lines)]
    for first, end in pairwise(edges):
        filled = [at for at in range(first, end) if not lines[at].blank]
        if filled:
            yield filled


def _repeated(lines: Sequence[Line], pages: Sequence[list[int]], step: int) -> Iterator[int]:
    """Yield the lines at one edge of the pages, from the edge inwards as long as they come again."""
    open_pages = dict(enumerate(page[::step] for page in pages))
    for depth in range(TOGETHER):
        forms: defaultdict[str, list[_Edge]] = defaultdict(list)
        for page, filled in open_pages.items():
            text = lines[filled[depth]].text if depth < len(filled) - 1 else ""
            if text and len(text) <= (SENTENCE if text.endswith((".", "?", "!")) else LONGEST):
                form = " ".join(_NUMBER.sub("#", text).split())
                forms[form].append((page, filled[depth], tuple(map(int, _NUMBER.findall(text)))))
        again: list[_Edge] = []
        for found in forms.values():
            kept = _furniture(found, len(pages))
            again += kept
            # What all pages say alike is the title on the first one.
            title = step > 0 and _is_alike(kept)
            yield from (at for page, at, _ in kept if page or not title)
        open_pages = {page: open_pages[page] for page, _, _ in again}


def _furniture(found: Sequence[_Edge], pages: int) -> Sequence[_Edge]:
    """Return the lines of one form if they are on enough pages, and say the same or count the pages."""
    if not _is_alike(found):
        starts = Counter(number - page for page, _, numbers in found for number in set(numbers))
        start = starts.most_common(1)[0][0]
        found = [edge for edge in found if start + edge[0] in edge[2]]
    return found if len(found) >= max(FEWEST_PAGES - 1, SHARE * pages) else ()


def _is_alike(found: Sequence[_Edge]) -> bool:
    """Tell whether lines of one form have the same numbers."""
    return len({numbers for _, _, numbers in found}) < 2
