"""List items in plain text: their markers, where they end, and how deep they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deskbrief.document.model import BlockKind
from deskbrief.document.points import bullet_of, in_sequence, letter_of, number_of
from deskbrief.importers.plain_lines import Line
from deskbrief.importers.plain_running import goes_left
from deskbrief.importers.plain_units import Page, Unit, unit_of

#: The most columns by which the first line of a paragraph stands further right than the others.
FIRST_LINE = 8
#: Columns by which an item must stand further right to be deeper.
STEP = 2

_GAP = re.compile(r"[ \t\u00a0]+")
_LEADER = re.compile(r"[.… ]{4,120}[\divxlc]{1,6}$")


def item_at(page: Page, at: int) -> Unit | None:
    """Return the list item that begins with line `at`, or None when there is none."""
    line = page.lines[at]
    marker = bullet_of(line.text) or number_of(line.text)
    if not marker and at in page.letters:
        marker = letter_of(line.text)
    if marker:
        gap = _GAP.match(line.text, len(marker))
        skip = gap.end() if gap else len(marker)
        if skip < len(line.text):
            last = _last_line(page, at, line.indent + skip)
            return unit_of(BlockKind.LIST_ITEM, page, at, last, marker=marker, skip=skip)
    if has_leader(line.text):
        return unit_of(BlockKind.LIST_ITEM, page, at, at)
    return unit_of(BlockKind.LIST_ITEM, page, at, at + 1) if _opens_leader(page, at) else None


def _opens_leader(page: Page, at: int) -> bool:
    """Tell whether line `at` is the first of two lines of contents: dots lead on from the second."""
    if (
        at + 1 >= len(page.lines)
        or page.lines[at].text[-1:] in ".:"
        or not has_leader(page.lines[at + 1].text)
    ):
        return False
    above = next((line.text for line in reversed(page.lines[max(at - 2, 0) : at]) if not line.blank), "")
    return has_leader(above) and page.lines[at].text[:1].isupper()


def has_leader(text: str) -> bool:
    """Tell whether dots lead to a page number at the end of `text`, as in a list of contents."""
    if not text[-1:].isalnum() or (".." not in text and ". ." not in text and "……" not in text):
        return False
    found = _LEADER.search(text, max(len(text) - 140, 0))
    return found is not None and found[0].count(".") + 2 * found[0].count("…") >= 4


def starts_item(page: Page, at: int) -> bool:
    """Tell whether line `at` begins a list item."""
    text = page.lines[at].text
    return bool(bullet_of(text) or number_of(text)) or at in page.letters


def letter_lines(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines whose letter marker has its neighbour in the alphabet close by.

    A single letter with a full stop is more often an initial than a marker, so one alone never counts.
    """
    found = [(at, letter_of(line.text)) for at, line in enumerate(lines) if line.text[1:3].strip(" ") != ""]
    return in_sequence(found)


def _last_line(page: Page, at: int, body: int) -> int:
    """Return the number of the last line of the item at `at` whose text begins in column `body`."""
    item = page.lines[at]
    last = at
    while last + 1 < len(page.lines):
        line = page.lines[last + 1]
        hangs = item.indent < line.indent <= body + STEP
        # Where each paragraph begins further right than it goes on, items do so too.
        further = item.indent - line.indent
        lazy = 0 <= further <= FIRST_LINE and goes_left(page, last, surely=further > 0)
        ends = starts_item(page, last + 1) or has_leader(page.lines[last].text) or _is_head(page, at, last)
        if line.blank or not (hangs or lazy) or ends:
            break
        last += 1
    return last


def _is_head(page: Page, at: int, last: int) -> bool:
    """Tell whether line `last` is a numbered heading in capitals, with a text below it that is not."""
    above, below = page.lines[last].text, page.lines[last + 1].text
    return last == at and bool(number_of(above)) and above.isupper() and not below.isupper()


def depths(units: Sequence[Unit]) -> dict[int, int]:
    """Return the depth of each list item by its position among `units`; 0 is the outermost."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for index, unit in enumerate(units):
        if unit.kind is not BlockKind.LIST_ITEM:
            stack = []
            continue
        while stack and unit.indent < stack[-1]:
            stack.pop()
        if not stack or unit.indent >= stack[-1] + STEP:
            stack.append(unit.indent)
        found[index] = len(stack) - 1
    return found
