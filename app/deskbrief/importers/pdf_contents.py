"""Lists of contents in a PDF, which are left out: the outline shows what they list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from deskbrief.importers.pdf_lines import Line, Page

#: How far into a document its list of contents may begin, as a share of its pages and at least in pages.
REACH, FIRST_PAGES = 0.15, 12
#: The fewest rows of a list of contents on one page, and the share of rows that end with a page number.
FEWEST, SHARE = 4, 0.5
#: The share of the page numbers that are not lower than the one before.
RISING = 0.8
#: A list of contents that begins farther to the right, as a share of the page's width, stands in a column.
BESIDE = 0.4
#: The most rows from one page number to the next.
MOST_BETWEEN = 6

_TITLE = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:.*[\s.…_])?(\d{1,4}|[ivxlc]{1,6})\s*")
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


def is_title(text: str) -> bool:
    """Tell whether `text` is what stands over a list of contents."""
    return bool(_TITLE.fullmatch(text.strip()))


def contents_lines(pages: Sequence[Page]) -> list[Line]:
    """Take the lists of contents out of `pages`, and return their lines in order."""
    found: list[Line] = []
    going = False
    for page in pages[: max(FIRST_PAGES, int(REACH * len(pages)))]:
        titled = any(is_title(line.text) for line in page.lines)
        rows = _rows(page)
        if (titled or going or (_led(page) and _rise(rows, page.width))) and _lists_pages(page):
            start, end = _extent(rows, page.width, going=going)
        elif going:
            start, end = 0, _last_led(rows, page.width)
        else:
            continue
        going = end == len(rows)
        left = _left(rows[start:end], page.width)
        taken = [
            line
            for row in rows[start:end]
            for line in sorted(row, key=lambda line: line.left)
            if line.right > left
        ]
        held = {id(line) for line in taken}
        found += taken
        page.lines = [line for line in page.lines if id(line) not in held]
    return found


def _left(rows: Sequence[list[Line]], width: float) -> float:
    """Return the left edge of a list of contents that stands right of a column, else that of the page."""
    led = [line.left for row in rows for line in row if _LEADER.search(line.text) or is_title(line.text)]
    left = min(led, default=0.0)
    return left if left > BESIDE * width else 0.0


def _last_led(rows: Sequence[list[Line]], width: float) -> int:
    """Return how many `rows` at the top of a page go on with the list on the page before."""
    led = takewhile(lambda row: _ends(row, width) and bool(_LEADER.search(row[-1].text)), rows)
    return sum(1 for _ in led)


def _extent(rows: Sequence[list[Line]], width: float, *, going: bool) -> tuple[int, int]:
    """Return which of the `rows` of a page list contents: from the title to the last led to a number.

    The whole page does where no gaps or dots lead to the numbers, since text may end in numbers too.
    """
    ends = [index for index, row in enumerate(rows) if _ends(row, width) and _is_led(row)]
    if len(ends) < FEWEST:
        return 0, len(rows)
    titles = [index for index, row in enumerate(rows) if any(is_title(one.text) for one in row)]
    start = 0 if going else min([*titles, ends[0]])
    end = next((one for one, two in pairwise(ends) if one > start and two - one > MOST_BETWEEN), ends[-1]) + 1
    # A few lines at the bottom are those of a heading that goes on, or of no page.
    return start, end if len(rows) - end > 2 else len(rows)


def _ends(row: Sequence[Line], width: float) -> bool:
    """Tell whether a row ends with a page number at its right."""
    return bool(_NUMBER.fullmatch(row[-1].text)) and row[-1].right > 0.6 * width


def _is_led(row: Sequence[Line]) -> bool:
    """Tell whether dots or a wide gap lead to the end of a row."""
    return len(row) > 1 or not row[0].single or bool(_LEADER.search(row[0].text))


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
    start, end = _extent(rows, page.width, going=False)
    ends = [row for row in rows[start:end] if _ends(row, page.width)]
    return len(ends) >= FEWEST and len(ends) >= SHARE * (end - start) * 0.8


def _rise(rows: Sequence[list[Line]], width: float) -> bool:
    """Tell whether the numbers at the ends of `rows` rise, as those of pages do and figures do not."""
    ends = [found[1] for row in rows if _ends(row, width) and (found := _NUMBER.fullmatch(row[-1].text))]
    numbers = [int(end) for end in ends if end.isdigit()]
    rising = sum(two >= one for one, two in pairwise(numbers))
    return rising >= RISING * (len(numbers) - 1)


def _led(page: Page) -> bool:
    return sum(bool(_LEADER.search(line.text)) for line in page.lines) >= 2 * FEWEST
