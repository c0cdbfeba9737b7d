"""Where a reader is in a document, and how long the rest takes."""

from __future__ import annotations

from bisect import bisect_right

from deskbrief.document.model import Document
from deskbrief.document.outline import Outline, Section
from deskbrief.document.records import dataclass

#: Words that a reader takes in within a minute; the mean of adults who read English silently to inform
#: themselves, after Brysbaert (2019), "How many words do we read per minute?".
READING_SPEED = 238


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is: the title of the section, the paragraph, of how many, the page, minutes left.

    `label` is how the paragraph is cited where that is not by its count. Of a document without words there
    are no paragraphs, and both numbers are 0.
    """

    section: str
    paragraph: int
    of: int
    page: str
    minutes_left: int
    label: str = ""


def section_at(outline: Outline, offset: int) -> Section | None:
    """Return the innermost section that holds `offset`; sections are in the order of the text."""
    sections = outline.sections
    for index in range(bisect_right(sections, offset, key=_start) - 1, -1, -1):
        if offset < sections[index].end:
            return sections[index]
    return None


def path_at(outline: Outline, offset: int) -> tuple[Section, ...]:
    """Return the sections that hold `offset`, from the outermost to the innermost."""
    path: list[Section] = []
    index = bisect_right(outline.sections, offset, key=_start) - 1
    while index >= 0:
        section = outline.sections[index]
        if offset < section.end and (not path or section.level < path[-1].level):
            path.append(section)
            if section.level <= 1:
                break
        index -= 1
    return tuple(reversed(path))


def sisters(outline: Outline, section: Section) -> tuple[Section, ...]:
    """Return the sections beside `section`, and itself, in the order of the text."""
    above = path_at(outline, section.start)[:-1]
    holder = next((one for one in reversed(above) if one.level < section.level), None)
    start, end = (holder.start, holder.end) if holder else (0, outline.sections[-1].end)
    inside = (one for one in outline.sections if start <= one.start < end and one is not holder)
    return tuple(one for one in inside if one.level == section.level)


def inner(outline: Outline, section: Section) -> tuple[Section, ...]:
    """Return the sections right below `section`."""
    deeper = [one for one in outline.sections if section.start <= one.start < section.end]
    deeper = [one for one in deeper if one.level > section.level]
    least = min((one.level for one in deeper), default=0)
    return tuple(one for one in deeper if one.level == least)


def place_at(document: Document, outline: Outline | None, offset: int) -> Place:
    """Return the place at `offset` of `document`."""
    section = section_at(outline, offset) if outline else None
    block = None if document.wordless else document.numbered_at(offset)
    share = 1 - offset / max(len(document.text), 1)
    return Place(
        section=section.title if section else "",
        paragraph=block.paragraph if block else 0,
        of=0 if document.wordless else document.paragraphs,
        page=document.page_at(offset),
        minutes_left=round(share * document.words / READING_SPEED),
        label=block.label if block else "",
    )


def _start(section: Section) -> int:
    return section.start
