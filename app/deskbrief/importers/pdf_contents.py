"""Lists of contents in a PDF, which are left out: the outline shows what they list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.importers.pdf_lines import Line, Page

#: How far into a document its list of contents may begin, as a share of its pages and at least in pages.
REACH, FIRST_PAGES = 0.15, 12
#: The fewest rows of a list of contents on one page, and the share of rows that end with a page number.
FEWEST, SHARE = 4, 0.5

_TITLE = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:.*[\s.…_])?(\d{1,4}|[ivxlc]{1,6})\s*")
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


def contents_lines(pages: Sequence[Page]) -> list[Line]:
    """Take the lists of contents out of `pages`, and return their lines in order."""
    found: list[Line] = []
    going = False
    for page in pages[: max(FIRST_PAGES, int(REACH * len(pages)))]:
        titled = any(_TITLE.fullmatch(line.text.strip()) for line in page.lines)
        going = (titled or going or _led(page)) and _lists_pages(page)
        if going:
            found += sorted(page.lines, key=lambda line: (line.top, line.left))
            page.lines = []
    return found


def _rows(page: Page) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(page.lines, key=lambda line: (round(line.base), line.left)):
        if rows and abs(rows[-1][0].base - line.base) < 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _lists_pages(page: Page) -> bool:
    """Tell whether most rows of `page`, or of pairs of them, end with a page number at its right."""
    rows = _rows(page)
    ends = [row for row in rows if _NUMBER.fullmatch(row[-1].text) and row[-1].right > 0.6 * page.width]
    return len(ends) >= FEWEST and len(ends) >= SHARE * len(rows) * 0.8


def _led(page: Page) -> bool:
    return sum(bool(_LEADER.search(line.text)) for line in page.lines) >= 2 * FEWEST
