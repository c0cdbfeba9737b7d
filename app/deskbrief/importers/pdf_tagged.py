"""Paragraphs, headings, lists, tables and notes of a tagged PDF, as its structure tree names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import CellSource
from deskbrief.importers.pdf_contents import is_title
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_footnotes import note_mark
from deskbrief.importers.pdf_furniture import EDGE
from deskbrief.importers.pdf_lines import Line, Page, marker_of
from deskbrief.importers.pdf_paragraphs import Paragraph, join_over_pages
from deskbrief.importers.pdf_segments import Segment
from deskbrief.importers.pdf_tags import HEADS, Tag
from deskbrief.importers.pdf_words import Words, pieces_of_lines

#: Elements whose texts are one block together, and what blocks of them are.
_WHOLE = {
    "Table": BlockKind.TABLE,
    "Note": BlockKind.FOOTNOTE,
    "FENote": BlockKind.FOOTNOTE,
    "Caption": BlockKind.CAPTION,
    "TOC": BlockKind.PARAGRAPH,
    "Figure": BlockKind.FIGURE,
    **dict.fromkeys(HEADS, BlockKind.HEADING),
}
_IN_BOX = tuple(role for role in _WHOLE if role != "Table")
_LISTS = ("TOC", "Index")


@dataclass(slots=True)
class Tagged:
    """What the tags make of a document: its paragraphs, and the lines of lists of contents and of figures.

    No element owns the lines that are `loose`, or at the `edges` of their pages.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    contents: list[Line] = field(default_factory=list)
    in_figures: list[Line] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)
    edges: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class TaggedTable:
    """A table whose cells are elements of the tree."""

    rows: list[list[CellSource]]

    def sources(self, words: Words) -> tuple[tuple[CellSource, ...], ...]:  # noqa: ARG002
        """Return the rows for a document, of which the hyphens have been told already."""
        return tuple(tuple(row) for row in self.rows)


def tagged(pages: Sequence[Page], tags: Mapping[int, Tag], words: Words, usual: Face) -> Tagged:
    """Return what the lines of `pages` are by the elements that own them."""
    found = Tagged()
    boxes = _boxes(tags)
    for page in pages:
        owned = _owned(page.lines)
        for line in owned.pop(0, []):
            edge = line.bottom < EDGE * page.height or line.top > (1 - EDGE) * page.height
            (found.edges if edge else found.loose).append(line)
        begin = len(found.paragraphs)
        for group in _groups(owned, tags, boxes):
            found.paragraphs += _made(group, words, found)
        here = found.paragraphs[begin:]
        del found.paragraphs[begin:]
        join_over_pages(found.paragraphs, here, usual)
        found.paragraphs += here
    return found


def _owned(lines: Sequence[Line]) -> dict[int, list[Line]]:
    """Return the lines that each element owns; one line may be parted between several of them."""
    owned: dict[int, list[Line]] = {}
    for line in lines:
        parts: dict[int, list[Segment]] = {}
        for cell in line.cells:
            for number, segment in _parted(cell):
                parts.setdefault(number, []).append(segment)
        for number, segments in parts.items():
            owned.setdefault(number, []).append(Line(segments, joined=True))
    return owned


def _parted(cell: Segment) -> Iterator[tuple[int, Segment]]:
    """Yield the parts of `cell` by the numbers of the elements that own them."""
    numbers = [stretch.tag for stretch in cell.stretches]
    if len(set(numbers)) == 1:
        yield numbers[0], cell
        return
    share = (cell.right - cell.left) / max(len(cell.text), 1)
    left, start = cell.left, 0
    for end in range(1, len(numbers) + 1):
        if end < len(numbers) and numbers[end] == numbers[start]:
            continue
        first, *more = cell.stretches[start:end]
        stretches = [first.stripped(), *more]
        right = left + share * sum(len(stretch.text) for stretch in (first, *more))
        if any(stretch.text.strip() for stretch in stretches):
            yield numbers[start], replace(cell, left=left, right=right, stretches=stretches)
        left, start = right, end


@dataclass(slots=True)
class _Group:
    """Lines that become one block, with the elements that own them, in their order."""

    whole: Tag
    parts: list[tuple[Tag, list[Line]]]

    @property
    def lines(self) -> list[Line]:
        return [line for _, lines in self.parts for line in lines]


def _groups(owned: Mapping[int, list[Line]], tags: Mapping[int, Tag], boxes: frozenset[int]) -> list[_Group]:
    """Return the blocks of one page in the order of the tree; labels stand with what they are labels of.

    Tables whose numbers are among `boxes` are none.
    """
    groups: dict[int, _Group] = {}
    label: _Group | None = None
    for number in sorted(owned):
        tag, lines = tags[number], owned[number]
        whole = tag.within("Note", "FENote") or tag.within(*_WHOLE) or tag
        if whole.number in boxes:
            whole = tag.within(*_IN_BOX) or tag
        item = tag.within("LI") if whole is tag else None
        if item is not None and tag.role == "Lbl":
            label = groups[number] = _Group(tag, [(tag, lines)])
            continue
        if label is not None and item is not None and _innermost(tag, "LI") is _innermost(label.whole, "LI"):
            groups.pop(label.whole.number)
            lines = _labelled(label.lines, lines)
        label = None
        group = groups.setdefault(whole.number, _Group(whole, []))
        group.parts.append((tag, lines))
    return list(groups.values())


def _boxes(tags: Mapping[int, Tag]) -> frozenset[int]:
    """Return the numbers of the tables that are boxes around text: no row of theirs has a second cell."""
    rows = [(tag.within("Table"), tag.within("TR")) for tag in tags.values()]
    widths: dict[int, int] = {}
    for table, row in rows:
        if table is not None:
            widths[table.number] = max(widths.get(table.number, 0), (row or table).size)
    return frozenset(number for number, width in widths.items() if width < 2)


def _labelled(label: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with the `label` at the beginning of the first."""
    cells = [cell for line in label for cell in line.cells]
    return [Line([*cells, *lines[0].cells], joined=True), *lines[1:]]


def _innermost(tag: Tag, role: str) -> Tag | None:
    return next((one for one in tag.around() if one.role == role), None)


def _made(group: _Group, words: Words, found: Tagged) -> list[Paragraph]:
    """Return the paragraph that `group` is, or none if it goes on with one of `found` or is no text."""
    lines, whole = group.lines, group.whole
    if whole.role == "TOC" or whole.within(*_LISTS):
        found.contents += lines
        last = found.paragraphs[-1] if found.paragraphs else None
        if last is not None and last.level and is_title(last.text):
            found.contents[:0] = found.paragraphs.pop().lines
        return []
    if whole.role == "Figure" and whole.alt:
        found.in_figures += lines
        return []
    edges = (min(line.left for line in lines), max(line.right for line in lines))
    paragraph = Paragraph(lines, *edges, tag=whole.number)
    last = next((p for p in reversed(found.paragraphs[-8:]) if p.tag == whole.number), None)
    if whole.role == "Table":
        rows = _rows(group, words)
        if last is not None and isinstance(last.table, TaggedTable):
            last.table.rows += rows
            return []
        paragraph.table, paragraph.kind = TaggedTable(rows), BlockKind.TABLE
        return [paragraph]
    if last is not None:
        last.lines += lines
        return []
    _describe(paragraph, whole, found)
    return [paragraph]


def _describe(paragraph: Paragraph, tag: Tag, found: Tagged) -> None:
    """Set what `paragraph` is by its element."""
    item = _innermost(tag, "LI")
    paragraph.level = tag.level
    if tag.level:
        paragraph.kind = BlockKind.HEADING
        paragraph.item = item.number if item else 0
    elif tag.role in _WHOLE and tag.role != "Figure":
        paragraph.kind = _WHOLE[tag.role]
    elif item is not None and not any(_of_item(one, item) for one in found.paragraphs[-8:]):
        paragraph.kind = BlockKind.LIST_ITEM
        paragraph.item = item.number
        label = paragraph.lines[0].cells[0].text
        first = label if len(label) < 8 and len(paragraph.lines[0].cells) > 1 else ""
        paragraph.marker = marker_of(paragraph.text) or (first if not first[-1:].isalpha() else "")
        paragraph.depth = max(sum(one.role == "L" for one in item.around()) - 1, 0)
    elif tag.within("BlockQuote"):
        paragraph.kind = BlockKind.QUOTE
    elif tag.within("Code"):
        paragraph.kind = BlockKind.CODE
    if paragraph.kind is BlockKind.FOOTNOTE:
        paragraph.marker = note_mark(paragraph.lines[0])


def _of_item(paragraph: Paragraph, item: Tag) -> bool:
    return paragraph.item == item.number


def _rows(group: _Group, words: Words) -> list[list[CellSource]]:
    """Return the rows of a table; kids of a row that the page does not hold are empty cells."""
    rows: dict[int, dict[int, list[Line]]] = {}
    owners: dict[int, Tag] = {}
    cells: dict[int, Tag] = {}
    for tag, lines in group.parts:
        row, cell = tag.within("TR"), tag.within("TH", "TD")
        row, cell = row or tag, cell or tag
        owners[row.number], cells[cell.number] = row, cell
        rows.setdefault(row.number, {}).setdefault(cell.number, []).extend(lines)
    return [_row(owners[number], held, cells, words) for number, held in sorted(rows.items())]


def _row(
    row: Tag, held: Mapping[int, list[Line]], cells: Mapping[int, Tag], words: Words
) -> list[CellSource]:
    sources: dict[int, CellSource] = {}
    for number, lines in held.items():
        cell = cells[number]
        place = cell.index if row.role == "TR" and cell is not row else len(sources)
        pieces = tuple(pieces_of_lines(lines, words, strong=False)) or (Piece(""),)
        sources[place] = CellSource(pieces, cell.role == "TH", *cell.spans)
    count = max(max(sources, default=0) + 1, min(row.size, 100) if row.role == "TR" else 0)
    return [sources.get(place, CellSource((Piece(""),))) for place in range(count)]
