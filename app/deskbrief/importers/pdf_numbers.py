"""The numbers that drafts and bills have beside their lines, taken out of a PDF page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from deskbrief.importers.pdf_lines import Line

#: The fewest numbered lines of a page, and their share of all of its lines.
FEWEST, SHARE = 10, 0.75
#: So many lines may cross the column of so many numbers that begin with 1.
CROSSED, MANY = 2, 20
#: How far the edges of the numbers may be from one another, in points.
NEAR = 2.0


def take_line_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines of a page without the numbers that count them, and those numbers."""
    numbered = _aligned(sorted((line for line in lines if _number(line)), key=lambda line: line.top))
    if len(numbered) < FEWEST or not _counts(numbered) or not _stands_apart(numbered, lines):
        return list(lines), []
    numbered += _signs_among(numbered, lines)
    numbers = [line.cells[0].text for line in numbered]
    held = {id(line) for line in numbered}
    kept = []
    for line in lines:
        if id(line) in held:
            line.put(line.cells[1:])
            line.joined = line.joined and len(line.cells) > 1
        if line.cells:
            kept.append(line)
    return kept, numbers


def _aligned(numbered: Sequence[Line]) -> list[Line]:
    """Return those of the lines with a number whose numbers stand in the column of most of them."""
    if not numbered:
        return []
    left = median(line.cells[0].left for line in numbered)
    right = median(line.cells[0].right for line in numbered)
    return [
        line
        for line in numbered
        if abs(line.cells[0].left - left) < NEAR or abs(line.cells[0].right - right) < NEAR
    ]


def _signs_among(numbered: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """Return the short signs in the column of the numbers, such as a printer's "S32": they are no text."""
    left = min(line.cells[0].left for line in numbered) - NEAR
    right = max(line.cells[0].right for line in numbered) + NEAR
    held = {id(line) for line in numbered}
    alone = (line for line in lines if line.single and id(line) not in held and len(line.text) < 5)
    return [line for line in alone if left <= line.right and line.left <= right]


def _number(line: Line) -> bool:
    """Tell whether `line` begins with a number that a gap parts from its text, or is nothing else."""
    text = line.cells[0].text.strip()
    return text.isdecimal() and len(text) < 5


def _counts(numbered: Sequence[Line]) -> bool:
    """Tell whether nearly all lines have the number after that of the line above."""
    values = [int(line.cells[0].text) for line in numbered]
    steps = sum(two == one + 1 for one, two in pairwise(values))
    return steps >= len(values) - 2


def _stands_apart(numbered: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether the numbers are one column beside most lines of the page, which are no table.

    Right of them they stand alone: printers count the lines of a page in its outer margin.
    """
    edges = [line.cells[0].right for line in numbered]
    lefts = [line.cells[0].left for line in numbered]
    even = max(edges) - min(edges) < NEAR or max(lefts) - min(lefts) < NEAR
    texts = [line.cells[1:] for line in numbered if len(line.cells) > 1]
    apart = {id(line) for line in (*numbered, *_signs_among(numbered, lines))}
    texts += [line.cells for line in lines if id(line) not in apart]
    inside = sum(min(cell.left for cell in cells) > max(edges) for cells in texts)
    if all(line.single for line in numbered):
        inside = max(inside, sum(max(cell.right for cell in cells) < min(lefts) for cells in texts))
    rows = sum(len(cells) > 1 for cells in texts)
    # Where each line of a page has its number, printers' bars may cross the column.
    crossed = CROSSED if len(numbered) >= MANY and int(numbered[0].cells[0].text) == 1 else 0
    enough = inside >= min(0.9 * len(texts), max(len(texts) - crossed, 1))
    most = len(numbered) >= SHARE * len(texts) and enough
    return even and most and rows < 0.3 * len(texts)
