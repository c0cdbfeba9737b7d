"""Footnotes of a PDF, set apart from the text of its pages, and the marks that they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_lines import LEADERS, SMALL, Line, Page

#: Footnotes are at most this large, as a share of the text's size.
NOTE_SIZE = 0.94
#: Marks of notes rise by no more, and so many that nothing refers to may be some.
RISE, FEW_MARKS = 3, 3
#: Of a lone mark that nothing refers to it is believed that so many notes stand on each page before it.
MOST_ON_PAGE = 12
#: Lines whose edges are so near, in points, stand in one column.
COARSE = 24
#: Lines with more cells than this are rows of tables.
CELLS = 3
#: Notes are of one size when theirs differ by no more points, and close together at this many sizes.
ALIKE, CLOSE = 0.6, 1.6

#: Notes in letters of the text begin below this share of the page's height, and so many sizes below the text.
LOWER, PARTED = 1 / 3, 1.6

#: "§ 12" is the section of a law.
_NOTE = re.compile(r"(?P<mark>\d{1,3}|[*†‡§]{1,3})(?!(?<=§)\s\d)[.)]?\s(?=\S)")
_MARK = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}|[a-z](?=[.)])")


def set_notes_apart(page: Page, usual: Face, before: Page | None) -> Page | None:
    """Move the footnotes at the bottom of `page` out of its lines; return the page that the last is of.

    Where they begin without a mark, the last note of the page `before`, which has some, goes on here.
    """
    zone = _in_columns(_below_text(page, NOTE_SIZE * usual.size))
    if not _are_notes(zone, page):
        zone = []
    zone = zone or _as_large_as_text(page, usual)
    if before is not None and not zone and _counts_on(before, page, NOTE_SIZE * usual.size):
        zone = _in_columns(page.lines)
    start = next((index for index, line in enumerate(zone) if note_mark(line)), len(zone))
    first = zone[:start]
    if before is not None and first and _goes_on(before.notes[-1], zone, start):
        before.notes = [*before.notes, *first]
    elif first:
        del zone[:start]
        first = []
    page.notes = zone[len(first) :]
    held = {id(line) for line in zone}
    page.lines = [line for line in page.lines if id(line) not in held]
    if page.notes:
        return page
    return before if first else None


def _are_notes(zone: Sequence[Line], page: Page) -> bool:
    """Tell whether small lines at the bottom of `page` may be notes, and not the rows of a table or a list.

    The marks of notes are raised, or the text above refers to them by raised ones; figures that only begin
    their lines, and do not rise from one to the next, are none.
    """
    marked = [line for line in zone if note_mark(line)]
    if not marked or 2 * sum(_is_of_figures(line) for line in marked) > len(marked):
        return not marked
    marks = {note_mark(line) for line in marked}
    if not all(mark.isdigit() for mark in marks) or any(raised_mark(line) for line in marked):
        return True
    largest = NOTE_SIZE * max(line.size for line in zone)
    texts = (line for line in page.lines if line.size > largest)
    if marks & {stretch.text.strip() for line in texts for stretch in line.stretches() if stretch.raised > 0}:
        return True
    numbers = [int(note_mark(line)) for line in marked]
    if len(numbers) == 1 and numbers[0] > page.number * MOST_ON_PAGE + MOST_ON_PAGE:
        return False
    return len(numbers) <= FEW_MARKS and all(0 < two - one <= RISE for one, two in pairwise(numbers))


def _as_large_as_text(page: Page, usual: Face) -> list[Line]:
    """Return the notes at the bottom of `page` in letters of the text, to whose first a raised mark leads.

    Addresses of authors have such marks, too, but stand at the top, and headings and text follow them.
    """
    if not any(line.top > LOWER * page.height and raised_mark(line) for line in page.lines):
        return []
    referred: dict[str, Line] = {}
    for line in page.lines:
        if line.top > LOWER * page.height and (one := referred.get(raised_mark(line))):
            zone = sorted(_below(line, page), key=lambda other: other.top)
            if one.top < line.top and _are_parted(line, zone, page, usual):
                return zone
        for stretch in line.stretches():
            if stretch.raised > 0 and not line.text.startswith(stretch.text):
                referred.setdefault(stretch.text.strip(), line)
    return []


def _below(first: Line, page: Page) -> list[Line]:
    """Return `first` and the lines below it in its column."""
    return [line for line in page.lines if line.top >= first.top and line.left < first.right]


def _are_parted(first: Line, zone: Sequence[Line], page: Page, usual: Face) -> bool:
    """Tell whether the lines of `zone`, which `first` begins, are farther from the text than one another."""
    own = {id(line) for line in zone}
    over = [line.base for line in page.lines if id(line) not in own and line.base < first.base]
    gap = first.base - max(over, default=first.base)
    steps = (two.base - one.base for one, two in pairwise(zone))
    plain = all(line.size < usual.size + ALIKE and not line.bold for line in zone)
    return plain and gap > PARTED * first.size and gap > max(steps, default=0.0) + 1


def _counts_on(before: Page, page: Page, largest: float) -> bool:
    """Tell whether `page` holds nothing but small print, and its notes count on from those `before`."""
    if any(line.size > largest for line in page.lines):
        return False
    last = next((mark for line in reversed(before.notes) if (mark := note_mark(line))), "")
    first = next((mark for line in page.lines if (mark := note_mark(line))), "")
    return last.isdecimal() and first.isdecimal() and int(first) == int(last) + 1


def _is_of_figures(line: Line) -> bool:
    """Tell whether most words of `line` are figures, as in the row of a table."""
    words = line.text.split()
    return 2 * sum(word[:1].isdigit() for word in words) > len(words)


def _is_row(line: Line) -> bool:
    """Tell whether `line`, which has several cells, is the row of a table: by dots or by its figures."""
    return _is_of_figures(line) or any(cell.text.endswith(LEADERS) for cell in line.cells[:-1])


def _below_text(page: Page, largest: float) -> list[Line]:
    """Return the lines of letters of at most this size that no larger text of their column stands below."""
    # Tables are often set in small print, and their notes stand below them.
    rows = (line for line in page.lines if len(line.cells) > CELLS and _is_row(line))
    texts = [*rows, *(line for line in page.lines if line.size > largest and len(line.text) > 3)]
    limits: dict[tuple[int, int], float] = {}
    zone = []
    for line in page.lines:
        if line.size > largest:
            continue
        place = (round(line.left / COARSE), round(line.right / COARSE))
        if place not in limits:
            over = (text.bottom for text in texts if text.left < line.right and line.left < text.right)
            limits[place] = max(over, default=page.height if not texts else 0.0)
        if line.top > limits[place] - 1:
            zone.append(line)
    return zone


def _in_columns(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` column by column, each from its top to its bottom."""
    columns: list[list[Line]] = []
    right = 0.0
    for line in sorted(lines, key=lambda line: line.left):
        if columns and line.left < right - 2:
            columns[-1].append(line)
        else:
            columns.append([line])
        right = max(right, line.right)
    return [line for column in columns for line in sorted(column, key=lambda line: line.top)]


def _goes_on(last: Line, zone: Sequence[Line], start: int) -> bool:
    """Tell whether the note that `last` ends goes on with the lines of `zone` before `start`."""
    if any(abs(line.size - last.size) > ALIKE for line in zone[:start]):
        return False
    if not last.text.rstrip().endswith((".", ")", "”")):
        return True
    # A note may be cut between two sentences: then nothing parts the rest of it from the next note.
    return start < len(zone) and all(
        two.base - one.base < CLOSE * last.size for one, two in pairwise(zone[: start + 1])
    )


def note_mark(line: Line) -> str:
    """Return the mark of the footnote that begins with `line`, or an empty string."""
    found = _NOTE.match(line.text)
    return raised_mark(line) or (found["mark"] if found else "")


def raised_mark(line: Line) -> str:
    """Return the mark in small letters that `line` begins with, or an empty string."""
    first = line.cells[0].stretches[0]
    found = _MARK.match(first.text.strip()) if first.face.size < SMALL * line.size else None
    return found[0] if found else ""


def note_lead(line: Line) -> str:
    """Return the mark of the footnote that begins with `line`, with the stop or bracket after it."""
    mark = note_mark(line)
    after = line.text[len(mark) : len(mark) + 2]
    return mark + after[:1] if mark and after[:1] in (".", ")") and after[1:] in ("", " ") else mark
