"""A flow of text in RTF: the body, a note or a text box, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.clean import Mark
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.rtf_finds import Finds
from deskbrief.importers.rtf_paragraphs import Maker, next_marker
from deskbrief.importers.rtf_runs import Runs
from deskbrief.importers.rtf_state import Destination, Shape, State
from deskbrief.importers.rtf_tables import Table

_ENDS = frozenset({"par", "sect"})
_CELL_ENDS = frozenset({"cell", "row", "nestcell", "nestrow"})
_ABOUT_CELLS = frozenset({"trowd", "trhdr", "cellx", "clmgf", "clmrg", "clvmgf", "clvmrg"})


class Flow(Destination):
    """Makes blocks of text; `depth` is how many flows are around this one, `done` takes the blocks."""

    def __init__(self, finds: Finds, done: Callable[[list[BlockDraft]], None], depth: int = 0) -> None:
        self.depth = depth
        self._finds = finds
        self._done = done
        self._maker = Maker(finds)
        self._runs = Runs()
        self._table = Table()
        self._drafts: list[BlockDraft] = []
        self._boxes: list[BlockDraft] = []
        self._marker = ""
        self._shape = Shape()
        self._item: tuple[Shape, str] | None = None
        self._numbered = False

    def text(self, text: str, state: State) -> None:
        """Take some text; what is hidden or deleted stays out."""
        if state.face.deleted or state.face.hidden:
            (self._finds.deleted if state.face.deleted else self._finds.hidden).append(text)
            return
        self._shape = state.shape
        self._runs.add(text, state.marks, state.face.size)

    def word(self, word: str, number: int | None, state: State) -> None:
        """Take the end of a paragraph, a cell or a row, or what is said of the cells of a row."""
        if word in _ENDS:
            self._end_paragraph(state.shape)
        elif word in _CELL_ENDS:
            self._end_paragraph(state.shape, in_table=True)
            if word == "cell":
                self._table.end_cell()
            elif word == "row":
                self._table.end_row()
        elif word in _ABOUT_CELLS:
            self._table.define(word, number)
        elif word == "chftn":
            self._numbered = True

    def close(self) -> None:
        """Hand on the blocks."""
        self._end_paragraph(self._shape)
        self._drafts += self._table.finish()
        self._done(self._drafts)

    def mark_item(self, written: str) -> None:
        """Note the marker that is written before the paragraph."""
        self._marker = " ".join(written.split())
        self._finds.lists.written = True

    def mark_place(self, name: str) -> None:
        """Give a name to the place where the next text begins."""
        self._runs.place(name)

    def add_boxes(self, drafts: list[BlockDraft]) -> None:
        """Take the blocks of a text box, which come after the paragraph that it hangs on."""
        self._boxes += drafts

    def refer(self, name: str, state: State) -> str:
        """Refer to the note called `name`, and return its marker: a number, or a sign that stands here."""
        link = Mark(InlineKind.LINK, f"#{name}")
        sign = "" if self._numbered else self._runs.last_sign()
        self._numbered = False
        if sign:
            self._runs.mark_last(link)
            return sign
        self._finds.numbered_notes += 1
        number = str(self._finds.numbered_notes)
        self._runs.add(number, (Mark(InlineKind.SUPERSCRIPT), link), state.face.size)
        return number

    def _end_paragraph(self, shape: Shape, *, in_table: bool = False) -> None:
        marker, size = self._take_marker(shape), self._runs.size
        draft = self._maker.draft(self._runs.take(), size, shape, marker)
        boxes, self._boxes = self._boxes, []
        in_table = in_table or shape.nesting > 0 or self._table.in_row
        if not in_table and self._table.started:
            self._drafts += self._table.finish()
        for added in ([draft] if draft else []) + boxes:
            if in_table:
                self._table.add(added)
            else:
                self._append(added)

    def _take_marker(self, shape: Shape) -> str:
        """Return the marker before the paragraph; old lists write that of the first item alone."""
        marker, self._marker = self._marker, ""
        if not marker and self._item and self._item[0] is shape and not self._runs.empty:
            marker = next_marker(self._item[1])
        if marker:
            self._item = (shape, marker)
        return marker

    def _append(self, draft: BlockDraft) -> None:
        """Append a block; lines of code that follow each other are one."""
        if draft.kind is BlockKind.CODE and self._drafts and self._drafts[-1].kind is BlockKind.CODE:
            self._drafts[-1].pieces += draft.pieces
        else:
            self._drafts.append(draft)
