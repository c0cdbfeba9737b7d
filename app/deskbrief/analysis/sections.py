"""The sections of a document: headings, and what stands under each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Section

#: The name of what stands before the first heading.
OPENING = "Opening"
#: Headings of lists that stand apart: no subsections belong to them, and no prose that follows the list.
_APART = re.compile(
    r"\W{0,3}(?:(?:table of|list of|detailed)\s)?(?:contents|abbreviations|acronyms|figures|tables|boxes|"
    r"illustrations|abbreviations and acronyms|acronyms and abbreviations)\W{0,3}$",
    re.IGNORECASE,
)
#: Headings of the list of contents, and how few entries are no such list.
_CONTENTS = re.compile(
    r"\W{0,3}(?:table of )?contents\W{0,3}(?:\[?(?:hide|edit)\]?)?\W{0,3}$|inhalt(?:sverzeichnis)?$|sommaire$"
    r"|table des matières$|índice$",
    re.IGNORECASE,
)
_FEWEST_ENTRIES = 3
_CONTINUED = " (continued)"
#: Words of a paragraph that is no entry of such a list.
_PROSE = 25


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
    if first < stop and (headings or not document.wordless):
        parts.append(_opening(document, first, stop))
    ends = _ends(document, headings)
    for place, at in enumerate(headings):
        own = headings[place + 1] if place + 1 < len(headings) else len(document.blocks)
        cut = _end_of_list(document, at, own) if is_apart(document, at) else ends[place]
        before = parts[-1].section if parts else Section(OPENING, 1, 0, 0)
        if not _lists_contents(document, at, min(own, cut)):
            parts.append(_headed(document, at, min(own, cut), min(ends[place], cut)))
        if cut < own:
            parts.append(_continued(document, before, cut, own))
    return parts


def is_apart(document: Document, at: int) -> bool:
    """Tell whether block `at` is the heading of a list that stands apart, such as the contents."""
    block = document.blocks[at]
    return _APART.match(document.text, block.start, block.end) is not None


def _lists_contents(document: Document, at: int, own: int) -> bool:
    """Tell whether the list of contents stands under heading `at`: the outline shows what it lists."""
    block = document.blocks[at]
    items = [other.kind is BlockKind.LIST_ITEM for other in document.blocks[at + 1 : own]]
    titled = _CONTENTS.match(document.text, block.start, block.end) is not None
    return titled and len(items) >= _FEWEST_ENTRIES and all(items)


def _end_of_list(document: Document, at: int, own: int) -> int:
    """Return the number of the block where prose follows the list under heading `at`, `own` for none."""
    for number in range(at + 1, own):
        block = document.blocks[number]
        written = document.text[block.start : block.end]
        if block.kind is BlockKind.PARAGRAPH and len(written.split()) >= _PROSE and written.endswith("."):
            return number
    return own


def _continued(document: Document, before: Section, first: int, stop: int) -> Part:
    """Return what goes on behind a list that stood in between."""
    start, end = document.blocks[first].start, document.blocks[stop - 1].end
    title = before.title.removesuffix(_CONTINUED) + _CONTINUED
    return Part(Section(title, before.level, start, end), first, stop, stop, headed=False)


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
    deep = [is_apart(document, at) for at in headings]
    for place, at in enumerate(headings):
        level = document.blocks[at].level
        while open_ and (deep[open_[-1]] or document.blocks[headings[open_[-1]]].level >= level):
            ends[open_.pop()] = at
        open_.append(place)
    return ends


def _headed(document: Document, at: int, own: int, end: int) -> Part:
    heading = document.blocks[at]
    title = " ".join(document.text[heading.start : heading.end].split())
    section = Section(title, max(heading.level, 1), heading.start, document.blocks[end - 1].end)
    return Part(section, at, own, end)
