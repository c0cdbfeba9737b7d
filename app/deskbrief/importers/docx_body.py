"""The body of a Word document, paragraph by paragraph and table by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.docx_charts import Charts
from deskbrief.importers.docx_chunks import Chunks
from deskbrief.importers.docx_lists import Lists
from deskbrief.importers.docx_runs import DELETED, Finds, Runs, asks
from deskbrief.importers.docx_styles import Look, Styles, paragraph_look, toggle
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.office_draft import OfficeDraft, note_drafts
from deskbrief.importers.office_pictures import figures
from deskbrief.importers.office_tables import GridCell, grid_rows, is_layout, take_figures
from deskbrief.importers.xml_tree import Element, attribute, child_of, holds, local, named, text_in, value_of

#: The deepest nesting of tables, boxes and controls that is followed.
DEEPEST = 20
#: The subtitle is among so many first paragraphs; such styles are used for headings as well.
TITLE_REACH = 4

_HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "txbxContent"})
_SINGLE = (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.CODE, BlockKind.BYLINE)


class Inside(NamedTuple):
    """What reads the other files inside a document: its pictures, its charts, embedded files."""

    gallery: Gallery
    charts: Charts
    chunks: Chunks


class Body:
    """Reads the blocks of one document."""

    def __init__(
        self,
        styles: Styles,
        lists: Lists,
        runs: Runs,
        finds: Finds,
        inside: Inside,
    ) -> None:
        self._chunks, self._charts = inside.chunks, inside.charts
        self._styles = styles
        self._lists = lists
        self._runs = runs
        self._finds = finds
        self._joined: list[Piece] = []
        self._count = 0
        self._gallery = inside.gallery

    def use_links(self, links: Mapping[str, str]) -> None:
        """Take `links` as the targets of what is read next: each part of a file has its own."""
        self._runs.links = links

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[BlockDraft]:
        """Yield the blocks under `parent` in order; what is nested too deeply is read as its text."""
        for child in parent:
            name = local(child)
            if depth > DEEPEST:
                yield BlockDraft(BlockKind.PARAGRAPH, [Piece(text_in(child))])
            elif name == "p":
                yield from self._paragraph(child, depth)
            elif name == "tbl":
                yield from self._table(child, depth)
            else:
                yield from self._held(child, name, depth)

    def _held(self, element: Element, name: str, depth: int) -> Iterator[BlockDraft]:
        """Yield the blocks in an element that is called `name` and is no paragraph and no table itself."""
        if name == "sdt" and _lists_contents(element):
            self._finds.contents += ["".join(map(text_in, named(line, "t"))) for line in named(element, "p")]
        elif name == "sdt" and asks(element):
            self._finds.prompts.append(text_in(element))
        elif name in _HOLDERS:
            yield from self.blocks(element, depth + 1)
        elif name == "AlternateContent":
            forms = sorted(
                (form for form in element if local(form)), key=lambda form: local(form) != "Choice"
            )
            yield from self.blocks(forms[0], depth + 1) if forms else ()
        elif name == "altChunk":
            yield from self._chunks.drafts(self._runs.links.get(attribute(element, "id"), ""))
        elif name in DELETED:
            self._finds.deleted.append(text_in(element))
        elif name == "moveFrom":
            self._finds.moved = True
        elif not name.endswith("Pr"):
            yield from self._unknown(element, depth)

    def _unknown(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        """Yield what an element of no known name holds: its paragraphs, or its words as one."""
        if holds(element, "p", "tbl", "altChunk"):
            yield from self.blocks(element, depth + 1)
        else:
            words = "".join(text.text or "" for text in named(element, "t"))
            yield from [BlockDraft(BlockKind.PARAGRAPH, [Piece(words)])] if words.strip() else ()

    def note(self, element: Element, name: str, marker: str) -> Iterator[BlockDraft]:
        """Yield the paragraphs of a footnote or endnote; the first one has the marker and the name."""
        return note_drafts(self.blocks(element), name, marker)

    def _paragraph(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        properties = child_of(element, "pPr")
        look = self._look(properties)
        pieces = self._joined + self._runs.pieces(element, replace(look, hidden=look.hidden or None))
        self._joined = pieces if _mark_is_deleted(properties) and element.getnext() is not None else []
        if self._joined:
            # The paragraph goes on in the next one, as Word shows it when the change is accepted.
            return
        draft = OfficeDraft(BlockKind.PARAGRAPH, pieces, size=self._size(element, look) / 2)
        if look.contents:
            self._finds.contents.append(draft.line)
            draft.pieces = []
        self._count += bool(draft.line)
        if look.subtitle and self._count <= TITLE_REACH and not self._finds.subtitle:
            draft.aside, self._finds.subtitle = True, draft.line
        self._set_kind(draft, look)
        pictures, self._finds.pictures = self._finds.pictures, []
        yield from figures(draft, pictures, self._gallery, self._finds.missing)
        charts, self._finds.charts = self._finds.charts, []
        for part in charts:
            yield from self._charts.drafts(part)
        boxes, self._finds.boxes = self._finds.boxes, []
        for box in boxes:
            for boxed in self.blocks(box, depth + 1):
                if isinstance(boxed, OfficeDraft):
                    boxed.aside = True
                yield boxed

    def _look(self, properties: Element | None) -> Look:
        own = paragraph_look(properties)
        return own.over(self._styles.look(value_of(properties, "pStyle") or self._styles.usual))

    def _set_kind(self, draft: OfficeDraft, look: Look) -> None:
        """Set the kind of a paragraph; empty ones do not count in lists."""
        if not draft.line:
            draft.kind = BlockKind.CODE if look.kind is BlockKind.CODE else draft.kind
            return
        numbered = look.number is not None and self._lists.known(look.number)
        marker = self._lists.marker(look.number or "", look.depth or 0) if numbered else ""
        if look.kind in _SINGLE and look.kind is not None:
            draft.kind = look.kind
        elif look.level:
            draft.kind, draft.level = BlockKind.HEADING, look.level
            if marker and marker != "•":
                draft.pieces.insert(0, Piece(f"{marker} "))
        elif numbered and marker:
            draft.kind, draft.marker, draft.depth = BlockKind.LIST_ITEM, marker, look.depth or 0

    def _size(self, element: Element, look: Look) -> int:
        """Return the size of the first letters of a paragraph, in half points."""
        for run in named(element, "r"):
            written = (attribute(size, "val") for size in named(run, "sz"))
            found = next((int(value) for value in written if value.isdecimal() and len(value) < 5), 0)
            if found and text_in(run):
                return found
        return look.size or 0

    def _table(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        rows = [row for row in element.iter("{*}tr") if _table_of(row) is element and self._stays(row)]
        grid = [[*_before(row), *(self._cell(cell, depth) for cell in _cells(row))] for row in rows]
        if is_layout(grid):
            yield from (draft for row in grid for cell in row for draft in cell.drafts)
            return
        pictures = take_figures(grid)
        yield BlockDraft(BlockKind.TABLE, rows=grid_rows(grid, _header_rows(element, rows)))
        yield from pictures

    def _stays(self, row: Element) -> bool:
        """Tell whether no tracked change has deleted `row`; note its text if one has."""
        deleted = "del" in _row_properties(row)
        if deleted:
            self._finds.deleted += map(text_in, named(row, "p"))
        return not deleted

    def _cell(self, cell: Element, depth: int) -> GridCell:
        properties = child_of(cell, "tcPr")
        values = {local(child): child for child in properties} if properties is not None else {}
        span = attribute(values["gridSpan"], "val") if "gridSpan" in values else "1"
        merged = "vMerge" in values and attribute(values["vMerge"], "val") != "restart"
        control = next(cell.iterancestors("{*}sdt", "{*}tbl"), cell)
        if local(control) == "sdt" and asks(control):
            self._finds.prompts.append(text_in(cell))
            drafts = []
        else:
            drafts = list(self.blocks(cell, depth + 1))
        return GridCell(drafts, int(span) if span.isdecimal() and len(span) < 4 else 1, merged)


def _lists_contents(control: Element) -> bool:
    """Tell whether a content control holds the list of contents."""
    properties = child_of(control, "sdtPr")
    return any(attribute(kind, "val") == "Table of Contents" for kind in named(properties, "docPartGallery"))


def _mark_is_deleted(properties: Element | None) -> bool:
    """Tell whether a tracked change has deleted the end of a paragraph."""
    runs = [child for child in properties if local(child) == "rPr"] if properties is not None else []
    return any(local(child) == "del" for run in runs for child in run)


def _row_properties(row: Element) -> dict[str, Element]:
    properties = child_of(row, "trPr")
    return {local(child): child for child in properties} if properties is not None else {}


def _before(row: Element) -> list[GridCell]:
    """Return an empty cell for the columns that a row leaves free at its beginning."""
    free = _row_properties(row).get("gridBefore")
    written = attribute(free, "val") if free is not None else ""
    return [GridCell(columns=int(written))] if written in tuple("123456789") else []


def _cells(row: Element) -> list[Element]:
    """Return the cells of `row`, those in content controls as well."""
    return [cell for cell in row.iter("{*}tc") if _row_of(cell) is row]


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors("{*}tr"), None)


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors("{*}tbl"), None)


def _header_rows(table: Element, rows: list[Element]) -> int:
    """Return how many rows head the table: those marked as such, else the first where its style says so."""
    marked = 0
    for row in rows:
        if not toggle(child_of(row, "trPr"), "tblHeader"):
            break
        marked += 1
    if marked:
        return marked
    look = next(named(table, "tblLook"), None)
    style = next((attribute(found, "val") for found in named(table, "tblStyle")), "")
    first = look is not None and attribute(look, "firstRow") in ("1", "true")
    return int(first and style not in ("", "TableNormal", "TableGrid"))
