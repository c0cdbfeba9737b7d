"""The sections of a document: headings, and what stands under each."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Section

#: The name of what stands before the first heading.
OPENING = "Opening"


@dataclass(frozen=True, slots=True)
class Part:
    """A section by block numbers.

    `first` is its heading (or first block), `own` ends before its first subsection, `end` after its last
    block.
    """

    section: Section
    first: int
    own: int
    end: int
    headed: bool = True


def parts_of(document: Document) -> list[Part]:
    """Return the sections of `document` in order; text before the first heading is called "Opening"."""
    headings = [at for at, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING]
    first = _first_of_body(document)
    parts = []
    stop = headings[0] if headings else len(document.blocks)
    if first < stop:
        parts.append(_opening(document, first, stop))
    ends = _ends(document, headings)
    for place, at in enumerate(headings):
        own = headings[place + 1] if place + 1 < len(headings) else len(document.blocks)
        parts.append(_headed(document, at, own, ends[place]))
    return parts


def _first_of_body(document: Document) -> int:
    kinds = {BlockKind.TITLE, BlockKind.BYLINE}
    return next(
        (at for at, block in enumerate(document.blocks) if block.kind not in kinds), len(document.blocks)
    )


def _opening(document: Document, first: int, stop: int) -> Part:
    start, end = document.blocks[first].start, document.blocks[stop - 1].end
    return Part(Section(OPENING, 1, start, end), first, stop, stop, headed=False)


def _ends(document: Document, headings: list[int]) -> list[int]:
    """Return for each heading the number of the block where its section, subsections included, is over."""
    ends = [len(document.blocks)] * len(headings)
    open_: list[int] = []
    for place, at in enumerate(headings):
        level = document.blocks[at].level
        while open_ and document.blocks[headings[open_[-1]]].level >= level:
            ends[open_.pop()] = at
        open_.append(place)
    return ends


def _headed(document: Document, at: int, own: int, end: int) -> Part:
    heading = document.blocks[at]
    title = " ".join(document.text[heading.start : heading.end].split())
    section = Section(title, max(heading.level, 1), heading.start, document.blocks[end - 1].end)
    return Part(section, at, own, end)
