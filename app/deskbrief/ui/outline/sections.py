"""Sections as rows: nested by what they hold, found by where the reader is, and so many as there is room for.

A long list of sections would push events and recommendations out of sight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from deskbrief.document.model import Document
from deskbrief.document.outline import Section
from deskbrief.document.spans import Span
from deskbrief.ui.models.places import Places, paragraph_range
from deskbrief.ui.models.words import folded, on_one_line
from deskbrief.ui.outline.rows import SectionRow

#: So many rows of sections are shown at least, and at most, beside all else that the outline holds.
FEWEST, MOST = 3, 12
#: Sections take this part of the panel's height, with their head and the sentence below them.
_SHARE = 0.4


def section_rows(
    document: Document, places: Places, sections: Sequence[Section], opening: str
) -> Iterator[SectionRow]:
    """Yield a row for each section, in text order; one without a title is called `opening`.

    That a row has others below it is known once the next one has come.
    """
    rows: list[SectionRow] = []
    around: list[int] = []
    seen: Counter[str] = Counter()
    is_wordless = document.wordless
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
            paragraphs=_pages(document, section) if is_wordless else _paragraphs(places, section),
            parent=around[-1] if around else -1,
            depth=len(around),
            hay=folded(title),
        )
        rows.append(row)
        seen[title] += 1
        around.append(number)
        yield row


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


def room_for(height: int, row: int, beside: int) -> int:
    """Return for how many rows of sections a panel of `height` pixels has room.

    A row is `row` pixels high, what stands above and below the rows `beside`.
    """
    return min(max(int(height * _SHARE - beside) // max(row, 1), FEWEST), MOST)


def unfolded(
    rows: Sequence[SectionRow], turned: Mapping[str, bool], here: int, *, is_long: bool
) -> list[SectionRow]:
    """Return the sections whose parents are all open, and leave in each whether it is.

    `turned` holds those that the reader opened or closed. Of the others of a long list only those around the
    section number `here` are open.
    """
    around = _around(rows, here)
    is_alone = sum(row.parent < 0 for row in rows) == 1
    visible = [True] * len(rows)
    for number, row in enumerate(rows):
        begins_open = not is_long or number in around or (is_alone and row.parent < 0)
        row.open = turned.get(row.key, begins_open) if row.has_children else None
        if row.parent >= 0:
            visible[number] = visible[row.parent] and bool(rows[row.parent].open)
    return [row for row, is_seen in zip(rows, visible, strict=True) if is_seen]


def excerpt(shown: Sequence[SectionRow], here: SectionRow | None, room: int) -> list[SectionRow]:
    """Return as many of `shown` as there is room for: one third before the one being read, the rest after it.

    The number of rows stays the same wherever the reader is, so that what stands below does not move.
    """
    if len(shown) <= room + 1:
        # The sentence that tells of one that is left out would take the same room.
        return list(shown)
    at = next((number for number, row in enumerate(shown) if row is here), 0)
    first = min(max(at - room // 3, 0), len(shown) - room)
    return list(shown[first : first + room])


def _lies_in(section: Section, outer: Section) -> bool:
    return section.start < outer.end and section.end <= outer.end


def _head(document: Document, section: Section) -> Span:
    """Return the heading's place, or that of the first block where there is none."""
    end = document.block_at(section.start).end if document.blocks else section.end
    return Span(section.start, max(end, section.start))


def _pages(document: Document, section: Section) -> str:
    """Return the labels of the first and the last page of a section."""
    first, last = document.page_at(section.start), document.page_at(section.end)
    return f"p. {first}–{last}" if last != first else f"p. {first}"


def _paragraphs(places: Places, section: Section) -> str:
    first, last = places.cited(section.start), places.cited_before(section.end)
    has_more = places.paragraph_before(section.end) > places.paragraph(section.start)
    return paragraph_range(first, last) if has_more else first


def _around(rows: Sequence[SectionRow], number: int) -> set[int]:
    """Return the numbers of a section and of all those around it."""
    found: set[int] = set()
    while number >= 0:
        found.add(number)
        number = rows[number].parent
    return found
