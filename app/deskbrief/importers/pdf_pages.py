"""The pages of a PDF, read one after the other: their lines, pictures and labels, and what is damaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_annotations import Annotation, annotations_on
from deskbrief.importers.pdf_attach import (
    attach_bullets,
    attach_initials,
    attach_markers,
    attach_rests,
    even_small_capitals,
)
from deskbrief.importers.pdf_bullets import name_signs
from deskbrief.importers.pdf_charts import framed
from deskbrief.importers.pdf_figures import shapes_on, size_of, told_pictures
from deskbrief.importers.pdf_garbled import is_garbled
from deskbrief.importers.pdf_grid import grids_of
from deskbrief.importers.pdf_hidden import without_hidden
from deskbrief.importers.pdf_letters import Letters
from deskbrief.importers.pdf_lines import Page, lines_of, part_columns
from deskbrief.importers.pdf_links import links_on
from deskbrief.importers.pdf_numbers import take_line_numbers
from deskbrief.importers.pdf_page_text import Around, page_text
from deskbrief.importers.pdf_scans import is_picture
from deskbrief.importers.pdf_sidebar import part_sidebar
from deskbrief.importers.pdf_tags import Tag, TagReader
from deskbrief.importers.source import Source

#: The most pages that are read.
MOST_PAGES = 5_000


@dataclass(slots=True)
class HeldPages:
    """The pages that could be read, the numbers of those that are pictures, and of those that are damaged.

    Pages that are `garbled` are among the pictures, since no words can be made of their `signs`; of those
    that are `broken` part may be missing.

    `joined` counts the letters drawn as one of which the file names but the last.

    `source` is the file without what draws itself without end, `cut` the number of pages beyond the limit,
    `loops` that of forms that drew themselves; the rest is what all pages together hold beside their lines.
    """

    source: Source
    pages: list[Page] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    signs: str = ""
    joined: int = 0
    cut: int = 0
    loops: int = 0
    sideways: str = ""
    hidden: str = ""
    numbers: list[str] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    tags: Mapping[int, Tag] = field(default_factory=dict)
    attached: list[str] = field(default_factory=list)

    @property
    def texts(self) -> int:
        """How many lines of text the pages hold."""
        return sum(len(page.lines) for page in self.pages)

    def copy(self) -> HeldPages:
        """Return the pages so far, of which lines can be taken without harm."""
        pages = [replace(page, lines=list(page.lines)) for page in self.pages]
        return HeldPages(
            self.source,
            pages,
            list(self.scans),
            list(self.damaged),
            garbled=list(self.garbled),
            signs=self.signs,
            numbers=list(self.numbers),
            tags=self.tags,
        )


def read_pages(file: pypdfium2.PdfDocument, held: HeldPages) -> Iterator[int]:
    """Read the pages of `file` one after the other, and yield how many have been read."""
    letters = Letters()
    tags = TagReader() if pdfium.FPDFCatalog_IsTagged(file.raw) else None
    held.tags = tags.tags if tags else {}
    for number in range(min(len(file), MOST_PAGES)):
        try:
            page = file[number]
        except pypdfium2.PdfiumError:
            held.damaged.append(number)
            continue
        text_page = page.get_textpage()
        try:
            owners, alternatives = tags.read(page.raw) if tags else ({}, {})
            painted = letters.painted(text_page.raw, number, owners)
            held.joined = letters.joined
            painted, hidden = without_hidden(painted, page)
            held.hidden += f"{hidden}\n" if hidden else ""
            shapes, size = shapes_on(page, number), size_of(page)
            around = Around(list(links_on(file.raw, page.raw)), shapes.rules)
            found = page_text(painted, text_page.raw, number, size, around)
            shapes = shapes.turned(found.turn, size, page.get_rotation())
            name_signs(found.segments)
            lines, numbers = take_line_numbers(lines_of(found.segments, found.width))
            held.numbers += numbers
            lines = part_sidebar(part_columns(lines, found.width), found.width)
            lines = attach_initials(attach_markers(attach_rests(lines)))
            even_small_capitals(lines)
            read = Page(number, found.width, found.height, lines)
            held.sideways += found.sideways
            read.label = file.get_page_label(number)
            grids = grids_of(found.rules)
            frames = [grid.box(number) for grid in grids if grid.rows == grid.columns == 1]
            read.grids = [grid for grid in grids if grid.rows > 1]
            read.pictures, read.drawings = list(shapes.pictures), framed(shapes.drawings, frames)
            read.told = told_pictures(page, number, alternatives)
            attach_bullets(lines, shapes.small)
            held.annotations += annotations_on(page.raw)
            if is_garbled(painted.text, text_page.raw):
                held.garbled.append(number)
                held.signs += "".join(f"{line.text}\n" for line in lines)
                lines.clear()
                held.scans.append(number)
            elif is_picture(page, read, found.sideways):
                held.scans.append(number)
        finally:
            text_page.close()
            page.close()
        held.pages.append(read)
        yield number + 1
