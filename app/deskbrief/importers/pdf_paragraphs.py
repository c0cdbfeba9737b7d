"""Paragraphs, list items, captions and tables of a PDF, put together from the lines of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import CellSource
from deskbrief.importers.pdf_breaks import (
    ENDS,
    STOPS,
    goes_on_in_the_middle,
    has_room,
    is_led_in,
    leads_in,
    leads_to_page,
    leaves_the_middle,
    opens,
    turns,
)
from deskbrief.importers.pdf_captions import is_caption, is_marked_note, is_note_of_table, is_said_of_it
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_leading import LARGE, SPACED, leadings_of, usual_leading
from deskbrief.importers.pdf_lines import Line, Page, marker_of
from deskbrief.importers.pdf_order import Region, regions_of
from deskbrief.importers.pdf_ruled import tables_on
from deskbrief.importers.pdf_tables import Table
from deskbrief.importers.pdf_words import Words

#: Lines further apart than this many times the usual distance belong to two paragraphs.
APART = 1.28
#: A line that leaves more than this share of its column empty may be the last of its paragraph.
SHORT = 0.12
#: Edges this many points apart count as one.
NEARLY = 2.0
#: The first line of a paragraph is set in by so many sizes at least.
INDENT = 0.7
#: List items whose left edges are further apart than this stand in two columns.
FAR = 120.0
#: How far the lines of a work in a list hang to the right of its first, in points; how many there must be.
FEWEST_IN, MOST_IN, FEWEST_INNER, FEWEST_OUTER = 6.0, 60.0, 3, 3
#: The share of the lines of a list of works that are as they should be.
MOSTLY = 0.6

#: Notes of tables are smaller than this share of the text's size.
SMALLER = 0.97

_TABLES = frozenset({BlockKind.TABLE, BlockKind.CAPTION})
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z]")


class CellGrid(Protocol):
    """A table, however it was found."""

    def sources(self, words: Words) -> tuple[tuple[CellSource, ...], ...]:
        """Return the rows for a document; by `words` it is told which hyphens go."""
        ...


@dataclass(slots=True)
class Paragraph:
    """A block in the making: its lines, the edges of its column, and the space above it in points.

    `tag` and `item` are the numbers of its element in the structure tree and of that of its list item.
    """

    lines: list[Line]
    left: float
    right: float
    above: float = 0.0
    kind: BlockKind = BlockKind.PARAGRAPH
    marker: str = ""
    depth: int = 0
    level: int = 0
    marginal: bool = False
    table: CellGrid | None = field(default=None)
    tag: int = 0
    item: int = 0

    @property
    def text(self) -> str:
        """The text of its lines, one space between them."""
        return " ".join(line.text for line in self.lines)

    @property
    def words(self) -> str:
        """The text of its lines without the marks that lead to notes."""
        return " ".join(line.words for line in self.lines)

    @property
    def face(self) -> Face:
        """The face of most of its letters."""
        counts: Counter[Face] = Counter()
        for line in self.lines:
            counts[line.face] += len(line.text)
        return counts.most_common(1)[0][0]

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return self.face.size

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether all of its letters are italic."""
        return all(line.italic for line in self.lines)


def paragraphs_of(pages: Sequence[Page], usual: Face) -> list[Paragraph]:
    """Return the paragraphs of all `pages` in reading order; those cut by the end of a page are whole."""
    leading = usual_leading(pages, usual)
    found: list[Paragraph] = []
    for page in pages:
        regions = list(_regions(page, usual))
        own = leadings_of([one for one in regions if isinstance(one, Region)], leading, usual)
        for region in regions:
            here = list(_split(region, leading if isinstance(region, Table) else next(own), usual))
            _name_notes([*found[-1:], *here], usual)
            join_over_pages(found, here, usual)
            found += here
    set_depths(found)
    return found


def _name_notes(paragraphs: Sequence[Paragraph], usual: Face) -> None:
    """Make captions of the notes and sources of tables and charts, which are no part of the text around.

    They stand right below a table or its caption, or in smaller print than the text.
    """
    for above, paragraph in pairwise([None, *paragraphs]):
        if paragraph is None or paragraph.kind is not BlockKind.PARAGRAPH:
            continue
        below = (
            above is not None and above.kind in _TABLES and above.lines[-1].page == paragraph.lines[0].page
        )
        small = paragraph.size < SMALLER * usual.size
        text = paragraph.text
        if ((below or small) and is_note_of_table(text)) or (below and is_marked_note(text)):
            paragraph.kind = BlockKind.CAPTION


def set_depths(paragraphs: Sequence[Paragraph]) -> None:
    """Set how deep each list item is: those further to the right than the one above are part of it."""
    lefts: list[float] = []
    for paragraph in paragraphs:
        left = paragraph.lines[0].left
        if paragraph.kind is not BlockKind.LIST_ITEM or (lefts and abs(left - lefts[-1]) > FAR):
            lefts = []
        if paragraph.kind is not BlockKind.LIST_ITEM:
            continue
        while lefts and left < lefts[-1] - 2 * NEARLY:
            lefts.pop()
        if not lefts or left > lefts[-1] + 3 * NEARLY:
            lefts.append(left)
        paragraph.depth = len(lefts) - 1


def _regions(page: Page, usual: Face) -> Iterator[Region | Table]:
    """Yield what stands on `page` in reading order; a table stands where its first line does."""
    tables = tables_on(page)
    owner = {id(line): table for table in tables for line in table.lines}
    lines = [line for line in page.lines if id(line) not in owner or owner[id(line)].lines[0] is line]
    for region in regions_of(lines, usual):
        rest: list[Line] = []
        for line in region.lines:
            if id(line) in owner:
                if rest:
                    yield Region(rest, region.marginal)
                rest = []
                yield owner[id(line)]
            else:
                rest.append(line)
        if rest:
            yield Region(rest, region.marginal)


def _split(region: Region | Table, leading: dict[float, float], usual: Face) -> Iterator[Paragraph]:
    if isinstance(region, Table):
        first = region.lines[0]
        yield Paragraph(region.lines, first.left, first.right, kind=BlockKind.TABLE, table=region)
        return
    left, right = region.left, region.right
    hanging = _hangs(region)
    now: Paragraph | None = None
    for line in region.lines:
        marker = marker_of(line.text)
        above = line.base - now.lines[-1].base if now else 99.0
        begins = now is None or _parts(now, line, marker, leading, (left, right), hanging=hanging)
        if now is not None and not begins:
            now.lines.append(line)
            continue
        if now is not None:
            yield now
        now = Paragraph([line], left, right, above, marginal=region.marginal)
        if line.fixed and not usual.fixed:
            now.kind = BlockKind.CODE
        elif marker:
            now.kind, now.marker = BlockKind.LIST_ITEM, marker
        elif is_caption(line.text):
            now.kind = BlockKind.CAPTION
    if now is not None:
        yield now


def _parts(
    now: Paragraph,
    line: Line,
    marker: str,
    leading: dict[float, float],
    column: tuple[float, float],
    *,
    hanging: bool,
) -> bool:
    """Tell whether `line` ends the paragraph `now`, in a region whose paragraphs may be `hanging`."""
    if now.marker and not marker and goes_on_in_the_middle(now.lines[-1], line):
        return False
    if hanging and _is_next(now, line, leading):
        return line.left < column[0] + NEARLY
    return _begins(now, line, marker, leading, column)


def _hangs(region: Region) -> bool:
    """Tell whether the first line of each paragraph of `region` stands out to the left, as in lists of works.

    Then lines further to the right go on with a sentence; elsewhere they begin a paragraph.
    """
    pairs = [(one, two) for one, two in pairwise(region.lines) if not marker_of(two.text)]
    inner = [one for one, two in pairs if FEWEST_IN < two.left - region.left < MOST_IN]
    outer = [one for one, two in pairs if two.left - region.left < NEARLY]
    if len(inner) < FEWEST_INNER or len(outer) < FEWEST_OUTER:
        return False
    going = sum(not one.text.rstrip().endswith(STOPS) for one in inner)
    ended = sum(one.text.rstrip().endswith(STOPS) or one.left - region.left > FEWEST_IN for one in outer)
    return going >= MOSTLY * len(inner) and ended >= MOSTLY * len(outer)


def _is_next(now: Paragraph, line: Line, leading: dict[float, float]) -> bool:
    """Tell whether `line` stands right below the last line of `now`, in letters of its size."""
    last = now.lines[-1]
    step, usual = line.base - last.base, leading.get(last.size, 1.35 * last.size)
    text = now.kind is BlockKind.PARAGRAPH and not now.bold and not line.bold
    return text and abs(line.size - last.size) < 0.6 and 0 < step < max(APART * usual, usual + 2.5)


def _begins(
    now: Paragraph, line: Line, marker: str, leading: dict[float, float], column: tuple[float, float]
) -> bool:
    """Tell whether `line` begins a paragraph rather than going on with `now`."""
    last = now.lines[-1]
    step = line.base - last.base
    if now.kind is BlockKind.CODE:
        return not line.fixed or step > 3 * line.size
    usual = leading.get(last.size, 1.35 * last.size)
    if last.size > leading[LARGE]:
        usual = min(usual, leading.get(SPACED, 1.2) * last.size)
    if marker and (now.marker or step > 1.05 * usual or last.text.endswith(ENDS)):
        return True
    far = step > max(APART * usual, usual + 2.5) or step < 0
    named = is_caption(line.text) and is_said_of_it(now.lines[0].text)
    if far or named or leads_to_page(last.text) or is_note_of_table(line.text):
        return True
    both_numbered = bool(_NUMBERED.match(line.text) and _NUMBERED.match(last.text))
    parted = both_numbered or leaves_the_middle(last, line, column) or is_led_in(last, line)
    if parted or _looks_different(now, line, column, loose=step > 1.05 * usual):
        return True
    if now.kind is BlockKind.LIST_ITEM:
        out = line.left < now.lines[0].left - NEARLY and not _goes_left(now, line, column)
        return out or _is_set_in_again(now, line)
    return _is_indented(now, line, column) or _ended_early(now, line, column)


def _looks_different(now: Paragraph, line: Line, column: tuple[float, float], *, loose: bool) -> bool:
    """Tell whether `line` is set in another way than the one before it, as a whole."""
    last = now.lines[-1]
    if (abs(line.size - last.size) > 0.6 and not leads_in(last, line)) or (
        line.bold != last.bold and not _mixed(now, line)
    ):
        return True
    short = last.right < column[0] + 0.7 * (column[1] - column[0])
    return line.italic != last.italic and loose and short


def _is_indented(now: Paragraph, line: Line, column: tuple[float, float]) -> bool:
    """Tell whether `line` is the first of a paragraph that begins further to the right."""
    last, size = now.lines[-1], max(line.size, now.lines[-1].size)
    indented = line.left - column[0] > INDENT * size and last.left - column[0] < 0.5 * size
    ended = last.text.endswith(ENDS) or line.left - now.lines[0].left > 0.9 * size
    centred = abs(line.left + line.right - last.left - last.right) < 2 * NEARLY
    return indented and ended and not centred and opens(line.text)


def _goes_left(now: Paragraph, line: Line, column: tuple[float, float]) -> bool:
    """Tell whether an item of which the first line alone is set in goes on with `line` at the left."""
    first, last, (left, right) = now.lines[0], now.lines[-1], column
    full = last.right >= right - SHORT * (right - left) - line.size or not has_room(last, line, right)
    ended = last.text.rstrip().endswith(ENDS)
    if len(now.lines) == 1:
        return full and not ended
    below = now.lines[1].left < first.left - NEARLY and abs(line.left - now.lines[1].left) < NEARLY
    return below and (full or not ended)


def _is_set_in_again(now: Paragraph, line: Line) -> bool:
    """Tell whether `line` begins a paragraph after an item of which the first line was set in as it is."""
    first, last = now.lines[0], now.lines[-1]
    if len(now.lines) == 1 or not last.text.rstrip().endswith(ENDS) or not opens(line.text):
        return False
    set_in = min(first.left, line.left) - last.left > 0.5 * line.size
    return set_in and abs(line.left - first.left) < NEARLY + 0.5 * line.size


def _ended_early(now: Paragraph, line: Line, column: tuple[float, float]) -> bool:
    """Tell whether the last line of `now` ends a sentence long before the edge of its column."""
    last, (left, right) = now.lines[-1], column
    short = last.right < right - SHORT * (right - left) - 2 * max(line.size, last.size)
    return short and last.text.endswith(ENDS) and opens(line.text) and len(now.lines) > 1


def _mixed(now: Paragraph, line: Line) -> bool:
    """Tell whether bold letters are only a part of the line, as in a paragraph that begins with some.

    So is a number in other letters than its item, which go on in the next line.
    """
    parts = [cell.stretches for cell in (*now.lines[-1].cells, *line.cells)]
    faces = {
        (s.face.bold, s.face.italic) for stretches in parts for s in stretches if len(s.text.strip()) > 1
    }
    ended = now.lines[-1].text.endswith(ENDS)
    if now.lines[-1].bold and not ended and turns(line):
        return True
    above, below = now.lines[-1].cells[-1].stretches[-1].face, line.cells[0].stretches[0].face
    goes_on = len(now.lines[-1].cells) > 1 and above.bold == below.bold
    if ended and line.bold:
        return False
    return len(faces) > 2 or (not ended and (goes_on or any(len(stretches) > 1 for stretches in parts)))


def join_over_pages(done: Sequence[Paragraph], here: list[Paragraph], usual: Face) -> None:
    """Give the beginning of `here` to the last paragraph of `done` that goes on there."""
    last = next((p for p in reversed(done[-6:]) if _runs_on(p, usual)), None)
    if last is None or not here or (not last.text.endswith("-") and last.text.rstrip().endswith(ENDS)):
        return
    # A heading above a table or a list does not go on below it.
    if last.bold and not usual.bold and last is not done[-1]:
        return
    headed = any(_heads(paragraph, here[0], usual) for paragraph in done[-3:] if paragraph is not last)
    for index, paragraph in enumerate(here[:6]):
        below = paragraph.lines[0].page == last.lines[-1].page and paragraph.lines[0].top > last.lines[-1].top
        alike = not below and paragraph.face.size == last.face.size and paragraph.bold == last.bold
        bare = paragraph.kind is BlockKind.LIST_ITEM and not paragraph.marker
        if (bare or paragraph.kind is BlockKind.PARAGRAPH) and alike:
            lower = paragraph.text[:1].islower()
            near = paragraph.lines[0].page - last.lines[-1].page < 2 and not paragraph.marginal
            first = index == 0 and paragraph.face == last.face and near and not headed
            if lower or first:
                last.lines += paragraph.lines
                here.pop(index)
            return


def _heads(above: Paragraph, paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether the paragraph `above` stands over `paragraph` in its column, in larger or bold letters."""
    one, two = above.lines[-1], paragraph.lines[0]
    over = one.page == two.page and one.bottom < two.top + NEARLY
    aside = one.right < two.left or paragraph.lines[0].right < one.left
    return over and not aside and (above.size > usual.size + 0.4 or (above.bold and not usual.bold))


def _runs_on(paragraph: Paragraph, usual: Face) -> bool:
    text = paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return text and abs(paragraph.face.size - usual.size) < 1.1 and len(paragraph.text) > 30
