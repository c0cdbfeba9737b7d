"""List items in plain text: their markers, where they end, and how deep they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_lines import Line
from deskbrief.importers.plain_running import goes_left
from deskbrief.importers.plain_units import Page, Unit, unit_of

#: Lines between two letter markers of one sequence, at most.
REACH = 40
#: The most columns by which the first line of a paragraph stands further right than the others.
FIRST_LINE = 8
#: Columns by which an item must stand further right to be deeper.
STEP = 2

#: Dashes, dots, arrows and ticks, and those of the fonts Symbol and Wingdings by their numbers there.
_BULLET = re.compile(
    r"[-•–‣▪●◦○■□·⁃∙➢✓+▶►▸➤➔→★☆✔✗✘❖◆◇▹❑❒¤\uf02d\uf06c\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]"
    r"(?=[ \t\u00a0])|o(?=[ \t\u00a0]{2})"
    # Several asterisks stand for words that are left out.
    r"|\*(?=[ \t\u00a0])(?!(?:[ \t\u00a0]*\*){1,9}(?:[ \t\u00a0]|$))"
)
_NUMBER = re.compile(r"\(?\d{1,3}[.)](?=[ \t\u00a0])(?![ \t\u00a0]\d{3}-\d)")
_LETTER = re.compile(r"\(?([a-zA-Z]|[ivxIVX]{2,5})[.)](?=[ \t\u00a0])")
_GAP = re.compile(r"[ \t\u00a0]+")
_LEADER = re.compile(r"[.… ]{4,120}[\divxlc]{1,6}$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


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


def bullet_of(text: str) -> str:
    """Return the bullet that `text` begins with, or an empty string."""
    found = _BULLET.match(text)
    return found[0] if found else ""


def number_of(text: str) -> str:
    """Return the number marker that `text` begins with, such as "3." or "(3)", or an empty string."""
    found = _NUMBER.match(text)
    return found[0] if found else ""


def letter_of(text: str) -> str:
    """Return the letter marker that `text` begins with, such as "b)" or "(iv)", or an empty string."""
    found = _LETTER.match(text)
    return found[0] if found else ""


def starts_item(page: Page, at: int) -> bool:
    """Tell whether line `at` begins a list item."""
    text = page.lines[at].text
    return bool(bullet_of(text) or number_of(text)) or at in page.letters


def letter_lines(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines whose letter marker has its neighbour in the alphabet close by.

    A single letter with a full stop is more often an initial than a marker, so one alone never counts.
    """
    found = [(at, letter_of(line.text)) for at, line in enumerate(lines) if line.text[1:3].strip(" ") != ""]
    return _in_sequence(found)


def enumerated(texts: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the lines whose letter or number has its neighbour in the order close by."""
    return _in_sequence([(at, enumerator_of(text)) for at, text in enumerate(texts)])


def enumerator_of(text: str) -> str:
    """Return the letter or number that `text` begins with, such as "(b)" or "2)"; no initials: "B. Jones"."""
    found = letter_of(text) or number_of(text)
    return "" if found[:1].isupper() and found[-1:] == "." else found


def _in_sequence(found: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Return those of the numbered markers that are followed, or come after, by their neighbour soon."""
    marked = [(at, marker.strip("()."), form_of(marker)) for at, marker in found if marker]
    sure: set[int] = set()
    for index, (at, label, form) in enumerate(marked):
        for near, other, alike in marked[index + 1 : index + 6]:
            if near - at <= REACH and form == alike and follows(label, other):
                sure |= {at, near}
                break
    return frozenset(sure)


def form_of(marker: str) -> str:
    """Return what markers of one sequence have in common: their brackets, and capitals or none."""
    return "".join(map(_kind, marker[:1] + marker[-2:]))


def _kind(sign: str) -> str:
    if sign.isdecimal():
        return "1"
    return sign if not sign.isalpha() else "A" if sign.isupper() else "a"


def follows(label: str, other: str) -> bool:
    """Tell whether the letter or number `other` comes right after `label`."""
    return other.casefold() in _successors(label.casefold())


def _successors(label: str) -> tuple[str, ...]:
    if label.isdecimal():
        return (str(int(label) + 1),)
    after = chr(ord(label) + 1) if len(label) == 1 else ""
    roman = _ROMAN[_ROMAN.index(label) + 1] if label in _ROMAN[:-1] else ""
    return tuple(word for word in (after, roman) if word)


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
