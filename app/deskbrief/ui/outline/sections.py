"""Sections as rows: nested by what they hold, and found by where the reader is."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from deskbrief.document.model import Document
from deskbrief.document.outline import Section
from deskbrief.document.spans import Span
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.words import folded, on_one_line
from deskbrief.ui.outline.rows import SectionRow


def section_rows(
    document: Document, places: Places, sections: Sequence[Section], opening: str
) -> list[SectionRow]:
    """Return a row for each section, in text order; one without a title is called `opening`."""
    rows: list[SectionRow] = []
    around: list[int] = []
    seen: Counter[str] = Counter()
    for number, section in enumerate(sections):
        while around and not _lies_in(section, sections[around[-1]]):
            around.pop()
        if around:
            rows[around[-1]].has_children = True
        title = on_one_line(section.title) or opening
        row = SectionRow(
            key=f"section|{seen[title]}|{title}",
            span=_head(document, section),
            section=section,
            title=title,
            paragraphs=_pages(document, section) if document.wordless else _paragraphs(places, section),
            parent=around[-1] if around else -1,
            depth=len(around),
            hay=folded(title),
        )
        rows.append(row)
        seen[title] += 1
        around.append(number)
    return rows


def section_at(rows: Sequence[SectionRow], offset: int) -> int:
    """Return the number of the innermost section that holds `offset`, -1 when none does."""
    number = bisect_right(rows, offset, key=lambda row: row.section.start) - 1
    while number >= 0 and not rows[number].section.start <= offset < rows[number].section.end:
        number = rows[number].parent
    return number


def shown_section(rows: Sequence[SectionRow], number: int) -> int:
    """Return the number of the section itself, or of the outermost closed one around it."""
    shown = number
    while number >= 0:
        if number != shown and rows[number].open is False:
            shown = number
        number = rows[number].parent
    return shown


def _lies_in(section: Section, outer: Section) -> bool:
    return section.start < outer.end and section.end <= outer.end


def _head(document: Document, section: Section) -> Span:
    """Return the heading's place, or that of the first block where there is none."""
    end = document.block_at(section.start).end if document.blocks else section.end
    return Span(section.start, max(end, section.start))


def _pages(document: Document, section: Section) -> str:
    """Return the labels of the first and the last page of a section."""
    first, last = (document.block_at(at).page for at in (section.start, section.end))
    return f"p. {first}–{last}" if last != first else f"p. {first}"


def _paragraphs(places: Places, section: Section) -> str:
    first, last = places.paragraph(section.start), places.paragraph_before(section.end)
    if not first:
        return ""
    return f"¶{first}–{last}" if last > first else f"¶{first}"
