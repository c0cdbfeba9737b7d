"""The body of an OpenDocument text: paragraphs, lists, tables, notes, frames, lists of contents."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.numbering import Counters, Level
from deskbrief.importers.odt_frames import FramePictures
from deskbrief.importers.odt_objects import Objects
from deskbrief.importers.odt_styles import Styles
from deskbrief.importers.odt_text import DEEPEST, DRAWN, SHAPES, UNREAD, Finds, Letters, Texts
from deskbrief.importers.office_draft import OfficeDraft, note_drafts
from deskbrief.importers.office_tables import GridCell, grid_rows, is_layout, take_figures
from deskbrief.importers.xml_tree import Element, attribute, child_of, first, holds, local, named, text_in

#: How often a cell is repeated at most.
MOST_REPEATED = 50
#: The name of the list style that numbers headings; no other can have it.
OUTLINE = "\n"

_HOLDERS = frozenset(
    [
        "section",
        "text",
        "index-body",
        "index-title",
        "bibliography",
        "numbered-paragraph",
        "text-box",
        "list-header",
        "body",
    ]
)
_CONTENTS = frozenset(
    {
        "table-of-content",
        "alphabetical-index",
        "illustration-index",
        "table-index",
        "user-index",
        "object-index",
    }
)
#: How the elements end that say how a part of the text is made.
_SETTINGS = ("-source", "-decls", "-template", "-info")


class Body:
    """Reads the blocks of one text; `lists` are its list styles by name."""

    def __init__(
        self,
        styles: Styles,
        lists: dict[str, tuple[Level, ...]],
        finds: Finds,
        pictures: FramePictures,
        objects: Objects,
    ) -> None:
        self._objects = objects
        self._pictures = pictures
        self._texts = Texts(styles, finds)
        self._styles = styles
        self._lists = lists
        self._finds = finds
        self._counters: dict[str, Counters] = {}
        self._headings = Counters(lists.get(OUTLINE, ()) or (Level("none", ""),) * 10)

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[BlockDraft]:
        """Yield the blocks under `parent` in order; what is nested too deeply is read as its text."""
        for child in parent:
            name = local(child)
            if depth > DEEPEST:
                yield BlockDraft(BlockKind.PARAGRAPH, [Piece(text_in(child))])
            elif name in ("p", "h"):
                yield from self._paragraph(child, depth)
            elif name == "list":
                yield from self._list(child, attribute(child, "style-name"), 0, depth + 1)
            elif name == "table":
                yield from self._table(child, depth)
            elif name in DRAWN:
                yield from self._drawn(child, depth)
            elif name in _HOLDERS:
                yield from self.blocks(child, depth + 1) if not self._left_out(child) else ()
            elif not self._note_left_out(child):
                yield from self._unknown(child, depth)

    def _unknown(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        """Yield what an element of no known name holds: its paragraphs, or its words as one."""
        name = local(element)
        if not name or name in UNREAD or name.endswith(_SETTINGS):
            return
        if holds(element, "p", "h", "frame"):
            yield from self.blocks(element, depth + 1)
        elif words := text_in(element):
            yield BlockDraft(BlockKind.PARAGRAPH, [Piece(words)])

    def _left_out(self, section: Element) -> bool:
        """Note the text of a section that is hidden, and tell whether it is."""
        hidden = attribute(section, "display") == "none"
        if hidden:
            self._finds.hidden += [text_in(line) for line in named(section, "p", "h")]
        return hidden

    def _note_left_out(self, element: Element) -> bool:
        """Note a list of contents, a comment or the record of changes; tell whether it is one."""
        if local(element) == "forms":
            self._objects.note_forms(element)
        elif local(element) == "annotation":
            self._finds.comments += [text_in(p) for p in named(element, "p")]
        elif local(element) in _CONTENTS:
            lines = named(first(element, "index-body"), "p", "h")
            self._finds.contents.append(" · ".join(text_in(line) for line in lines))
        elif local(element) == "tracked-changes":
            deleted = (part for change in named(element, "deletion") for part in change)
            self._finds.deleted += [text_in(part) for part in deleted if local(part) != "change-info"]
        else:
            return False
        return True

    def note(self, element: Element, name: str, marker: str) -> Iterator[BlockDraft]:
        """Yield the paragraphs of a footnote or endnote; the first one has the marker and the name."""
        body = first(element, "note-body")
        return note_drafts(self.blocks(body) if body is not None else (), name, marker)

    def _paragraph(self, element: Element, depth: int, *, listed: bool = False) -> Iterator[BlockDraft]:
        """Yield a paragraph and what is drawn beside it; one that is `listed` has its number from there."""
        face = self._styles.face("paragraph", attribute(element, "style-name"))
        draft = OfficeDraft(BlockKind.PARAGRAPH, size=face.size or 0.0)
        self._texts.read(element, Letters(face, face), draft.pieces)
        if face.subtitle and draft.line and not self._finds.subtitle:
            draft.aside, self._finds.subtitle = True, draft.line
        level = attribute(element, "outline-level")
        if face.kind is not None and local(element) == "p":
            draft.kind = face.kind
        elif local(element) == "h" or face.level:
            draft.kind = BlockKind.HEADING
            draft.level = int(level) if level.isdecimal() and len(level) < 3 else face.level or 1
        if local(element) == "h" and not listed and attribute(element, "is-list-header") != "true":
            _set_number(draft, self._headings, draft.level - 1)
        frames, self._finds.frames = self._finds.frames, []
        yield draft
        for frame in frames:
            yield from self._drawn(frame, depth + 1)

    def _list(self, element: Element, style: str, level: int, depth: int) -> Iterator[BlockDraft]:
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
        if level == 0 and not goes_on:
            self._counters.pop(style, None)
        counters = self._counters.setdefault(style, Counters(self._lists.get(style, (Level("bullet"),) * 10)))
        if depth > DEEPEST:
            yield BlockDraft(BlockKind.PARAGRAPH, [Piece(text_in(element))])
            return
        for item in element:
            waiting = local(item) == "list-item"
            for child in item:
                if local(child) == "list":
                    inner = attribute(child, "style-name") or style
                    yield from self._list(child, inner, level + 1, depth + 1)
                    continue
                for draft in self._item_drafts(child, depth + 1):
                    if waiting and draft.line and draft.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
                        _set_item(draft, counters, level, attribute(item, "start-value"))
                        waiting = False
                    yield draft

    def _item_drafts(self, child: Element, depth: int) -> Iterator[BlockDraft]:
        if local(child) in ("p", "h"):
            return self._paragraph(child, depth, listed=True)
        return self.blocks([child], depth)  # type: ignore[arg-type]

    def _table(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        rows = list(_rows(element))
        grid = [[cell for found in row for cell in self._cells(found, depth)] for row, _ in rows]
        if is_layout(grid):
            yield from (draft for row in grid for cell in row for draft in cell.drafts)
            return
        heads = sum(head for _, head in rows)
        pictures = take_figures(grid)
        yield BlockDraft(BlockKind.TABLE, rows=grid_rows(grid, heads))
        yield from pictures

    def _cells(self, cell: Element, depth: int) -> list[GridCell]:
        if local(cell) == "covered-table-cell":
            return []
        drafts = list(self.blocks(cell, depth + 1))
        # Empty cells at the end of a row only fill the sheet that the table was copied from.
        filling = not drafts and cell.getnext() is None
        repeated = 1 if filling else _number(cell, "number-columns-repeated")
        found = GridCell(drafts, _number(cell, "number-columns-spanned"))
        found.rows = _number(cell, "number-rows-spanned")
        return [found] * min(repeated, MOST_REPEATED)

    def _drawn(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        """Yield what stands in a frame, in a shape, or in a group of these."""
        if local(element) == "frame":
            yield from self._frame(element, depth)
        elif local(element) == "g":
            for part in element if depth <= DEEPEST else ():
                yield from self._drawn(part, depth + 1)
        elif local(element) in SHAPES:
            yield from self.blocks(element, depth + 1)

    def _frame(self, element: Element, depth: int) -> Iterator[BlockDraft]:
        """Yield the text in a frame, its chart, or its picture where the file has or describes it."""
        box = first(element, "text-box")
        charts = self._objects.read(element)
        table = child_of(element, "table")
        if box is not None:
            yield from self.blocks(box, depth + 1)
        elif table is not None:
            yield from self._table(table, depth + 1)
        elif (figure := self._pictures.figure(element, drawn=not charts)) is not None:
            yield figure
        yield from charts


def _set_item(draft: BlockDraft, counters: Counters, level: int, start: str) -> None:
    """Make `draft` an item of a list; a heading has the number before its text."""
    number = int(start) if start.isdecimal() and len(start) < 6 else None
    if draft.kind is BlockKind.HEADING:
        _set_number(draft, counters, level, number)
    else:
        draft.kind, draft.depth, draft.marker = BlockKind.LIST_ITEM, level, counters.next(level, number)


def _set_number(draft: BlockDraft, counters: Counters, level: int, number: int | None = None) -> None:
    """Put the next number of `counters` before a heading, where it has one."""
    marker = counters.next(min(max(level, 0), 9), number) if draft.line else ""
    if any(sign.isalnum() for sign in marker):
        draft.pieces.insert(0, Piece(f"{marker} "))


def _rows(table: Element) -> Iterator[tuple[list[Element], bool]]:
    """Yield the cells of each row of `table`, and whether the row heads it; not those of tables in it."""
    for row in table.iter("{*}table-row"):
        if next(row.iterancestors("{*}table"), None) is table:
            head = next(row.iterancestors("{*}table-header-rows"), None)
            cells = [cell for cell in row if local(cell) in ("table-cell", "covered-table-cell")]
            yield cells, head is not None and next(head.iterancestors("{*}table"), None) is table


def _number(element: Element, name: str) -> int:
    written = attribute(element, name)
    return max(int(written), 1) if written.isdecimal() and len(written) < 5 else 1
