"""The lines of a heading in a PDF: which are one heading, and which are rows of something else."""

from __future__ import annotations

import re
from itertools import pairwise

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_levels import style_of
from deskbrief.importers.pdf_lines import Line
from deskbrief.importers.pdf_paragraphs import Paragraph

#: Words so many sizes apart are no words of one heading, unless the first are a number with so few letters.
APART, LONGEST_NUMBER = 3.0, 14
#: So many times one word are no heading.
FEWEST_ALIKE = 3

NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z]\.|[IVX]{1,5}\.|(?:Chapter|Appendix|Part|Section)\s\w{1,4})[.:)]?\s+\S"
)
_LABEL = re.compile(
    r"(?:part|book|chapter|appendix|annex|teil|kapitel|partie|chapitre|parte|capítulo)\s(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])[.:]?",
    re.IGNORECASE,
)


def is_row(line: Line) -> bool:
    """Tell whether the words of `line` stand far apart, as names of columns or boxes do.

    So may a heading from its number, "Item 7.", or from its letter. A word that comes again and again is the
    name of several boxes.
    """
    words = line.text.split()
    if len(words) >= FEWEST_ALIKE and len(set(words)) == 1:
        return True
    if line.single:
        return False
    cells = line.cells
    if len(cells) == 2 and len(cells[0].text) <= LONGEST_NUMBER and _is_number(cells[0].text):
        return False
    return any(two.left - one.right > APART * line.size for one, two in pairwise(cells))


def _is_number(text: str) -> bool:
    return any(map(str.isdigit, text)) or text.endswith((".", ":", ")")) or bool(_LABEL.fullmatch(text))


def join_headings(paragraphs: list[Paragraph]) -> None:
    """Join headings of one style that stand close together on a page: one title over several lines."""
    index = 0
    while index + 1 < len(paragraphs):
        one, two = paragraphs[index], paragraphs[index + 1]
        heads = one.kind is two.kind is BlockKind.HEADING and one.lines[-1].page == two.lines[0].page
        if heads and _is_one_heading(one, two):
            one.level = min(one.level, two.level)
            one.lines += paragraphs.pop(index + 1).lines
        else:
            index += 1


def _is_one_heading(one: Paragraph, two: Paragraph) -> bool:
    """Tell whether heading `two` goes on with `one`, or says what the part is called that `one` numbers."""
    gap = two.lines[0].base - one.lines[-1].base
    if _LABEL.fullmatch(one.text):
        return 0 < gap < 5 * max(one.size, two.size) and not _LABEL.match(two.text)
    close = style_of(one) == style_of(two) and 0 < gap < 1.45 * one.size
    return close and not NUMBERED.match(two.text)
