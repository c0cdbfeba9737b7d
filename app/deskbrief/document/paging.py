"""On which page of a PDF a place of its text stands.

What of a document's text stood in the file is told by `source_runs`, as with plain text. The "decoded file"
of a PDF is the letters of its pages in the order in which PDFium tells them, each run of white space as one,
and each page with room for as many as are ever read of one. So one run holds a whole paragraph, as long as
its lines are told one after the other, and of each letter it is known on which page to look for it. Figures
and pages without text have runs without a length, at the beginning of their page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from deskbrief.document.model import PageBreak, SourceRun

#: Origins that one page has, used or not; more than the letters that are read of one.
PAGE_ORIGINS = 1 << 17

_START, _SOURCE = attrgetter("start"), attrgetter("source")


class Paging:
    """The runs of a PDF's text, asked by offset or by page; pages are numbered from 0."""

    def __init__(self, runs: Sequence[SourceRun]) -> None:
        """Take `runs` in the order of the text."""
        self._runs = runs
        self._by_page = sorted(runs, key=_SOURCE)

    @property
    def empty(self) -> bool:
        """Whether nothing is known of where the text stands."""
        return not self._runs

    def page_of(self, offset: int) -> int:
        """Return the page on which the code point at `offset`, or the nearest one, stands."""
        at = bisect_right(self._runs, offset, key=_START) - 1
        run = self._runs[at] if at >= 0 else None
        # Behind the words of a run what follows is nearer; a run without words reaches up to that.
        if run is not None and run.length and offset >= run.start + run.length and at + 1 < len(self._runs):
            at += 1
        return self._runs[max(at, 0)].source // PAGE_ORIGINS if self._runs else 0

    def runs_on(self, page: int) -> list[SourceRun]:
        """Return the runs that begin on `page`, in the order of the page."""
        first = bisect_left(self._by_page, page * PAGE_ORIGINS, key=_SOURCE)
        end = bisect_left(self._by_page, (page + 1) * PAGE_ORIGINS, key=_SOURCE)
        return self._by_page[first:end]

    def first_on(self, page: int) -> int:
        """Return the offset of the first text that stands on `page` or, if none does, on one after it."""
        first = bisect_left(self._by_page, page * PAGE_ORIGINS, key=_SOURCE)
        if first == len(self._by_page):
            return self._runs[-1].start + self._runs[-1].length if self._runs else 0
        found = self.runs_on(self._by_page[first].source // PAGE_ORIGINS)
        return min(run.start for run in found)

    def labels(self, pages: Sequence[PageBreak]) -> dict[int, str]:
        """Return the labels of the `pages` of the text, by which passages are cited, by number from 0."""
        # The first place of a page tells most surely which it is.
        return {} if self.empty else {self.page_of(page.offset): page.label for page in reversed(pages)}
