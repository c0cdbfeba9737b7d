"""The blocks of a Markdown file, from the tokens of its parser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from deskbrief.document.model import BlockKind, Picture
from deskbrief.importers.clean import Piece, Place
from deskbrief.importers.markdown_guard import Guarded
from deskbrief.importers.markdown_inline import (
    InlineReader,
    Locator,
    Seen,
    note_label,
    note_name,
    only_picture,
)
from deskbrief.importers.markdown_pictures import Carrier

_PIPE = re.compile(r"(?<!\\)\|")
#: The deepest nesting that the parser follows.
DEEPEST = 100


@dataclass(slots=True)
class MarkdownBlock:
    """A block in the making; `cells` are the rows of a table, and `headers` tells how many head it.

    `html` is a block of HTML as written, which the reader of web pages takes apart, and `seen` are pictures
    in the block: of a figure its own one. `picture` is there when the file carries it. `quotation` is the
    number of the quotation that it stands in.
    """

    kind: BlockKind
    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    marker: str = ""
    alt: str = ""
    cells: list[list[list[Piece]]] = field(default_factory=list)
    headers: int = 0
    html: str = ""
    seen: list[Seen] = field(default_factory=list)
    picture: Picture | None = None
    places: tuple[Place, ...] = ()
    quotation: object = None


class MarkdownReader:
    """One pass over a Markdown text: open lists, quotes and notes, and the table at hand."""

    def __init__(self, text: Guarded, source: str, carrier: Carrier) -> None:
        self._text = text
        self._carrier = carrier
        self._source = source
        self._locator = Locator(source)
        self._inline = InlineReader(self._locator, carrier.written)
        self._lists: list[int | None] = []
        self._marker = ""
        self._quotes = 0
        self._quotation = 0
        self._note = ""
        self._places: tuple[Place, ...] = ()
        self._level = 0
        self._table: MarkdownBlock | None = None
        self._row: Token | None = None
        self._rows = text.text.split("\n")

    def blocks(self) -> Iterator[MarkdownBlock]:
        """Yield the blocks of the text; their pieces know their place in the source.

        The parser is told to recognise HTML, so that tags stay out of the text. None of it is ever
        shown as HTML.
        """
        parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
        parser.enable(["table", "strikethrough"]).disable("text_join").use(footnote_plugin)
        parser.core.ruler.before("footnote_tail", "lonely_notes", _keep_lonely_notes)
        for token in parser.parse(self._text.text):
            for block in self._read(token):
                block.quotation = self._quotation if self._quotes else None
                yield block

    def _read(self, token: Token) -> Iterator[MarkdownBlock]:
        """Take one token, and yield the block that it finishes."""
        kind = token.type
        if kind == "inline":
            yield from self._inlines(token)
        elif kind in ("fence", "code_block"):
            self._enter(token)
            lines = self._carrier.written(token.content.rstrip("\n")).split("\n")
            yield MarkdownBlock(BlockKind.CODE, [Piece(line, self._locator.find(line)) for line in lines])
        elif kind == "html_block":
            yield MarkdownBlock(BlockKind.PARAGRAPH, html=token.content)
        elif kind == "table_close" and self._table is not None:
            yield self._table
            self._table = None
        else:
            self._step(token)

    def _step(self, token: Token) -> None:
        """Follow the opening or closing of something that holds blocks."""
        name, _, edge = token.type.rpartition("_")
        opens = edge == "open"
        if name in ("bullet_list", "ordered_list"):
            self._step_list(token, opens=opens)
        elif name == "list_item" and opens:
            number = self._lists[-1]
            self._marker = "•" if number is None else f"{number}."
            if number is not None:
                self._lists[-1] = number + 1
        elif name == "blockquote":
            self._quotation += opens and not self._quotes
            self._quotes += 1 if opens else -1
        elif name == "footnote":
            self._note = note_label(token) if opens else ""
            self._places = (Place(note_name(token)),) if opens else ()
        elif name == "heading":
            self._level = int(token.tag[1]) if opens else 0
        elif name == "table" and opens:
            self._table = MarkdownBlock(BlockKind.TABLE)
        elif self._table is not None:
            self._step_table(token)

    def _step_list(self, token: Token, *, opens: bool) -> None:
        if not opens:
            self._lists.pop()
            self._marker = ""
        elif token.type.startswith("ordered"):
            self._lists.append(int(token.attrs.get("start", 1)))
        else:
            self._lists.append(None)

    def _step_table(self, token: Token) -> None:
        if self._table is None:
            return
        if token.type == "tr_open":
            self._table.cells.append([])
            self._row = token
        elif token.type == "tr_close" and self._row is not None:
            self._table.cells[-1] += self._surplus(self._row, len(self._table.cells[-1]))
        elif token.type == "thead_open":
            self._table.headers = 1

    def _surplus(self, row: Token, count: int) -> Iterator[list[Piece]]:
        """Yield the cells of a row beyond the first `count`, which the parser drops: its head has no more."""
        line = self._rows[row.map[0]].strip().removeprefix("|") if row.map else ""
        cells = _PIPE.split(line if line.endswith("\\|") else line.removesuffix("|"))[count:]
        self._enter(row)
        for cell in cells:
            text = cell.strip().replace("\\|", "|")
            yield [Piece(text, self._locator.find(text))] if text else []

    def _inlines(self, token: Token) -> Iterator[MarkdownBlock]:
        self._enter(token)
        tokens = token.children or []
        pieces = self._inline.pieces(tokens)
        pictures, self._inline.pictures = self._inline.pictures, []
        if self._table is not None:
            self._table.cells[-1].append(pieces)
            self._table.seen += pictures
        elif only_picture(tokens):
            yield MarkdownBlock(BlockKind.FIGURE, alt=pictures[0].alt, seen=pictures)
        else:
            block = self._block(pieces)
            block.seen = pictures
            block.places, self._places = self._places, ()
            yield block

    def _block(self, pieces: list[Piece]) -> MarkdownBlock:
        marker, self._marker = self._marker, ""
        if self._level:
            return MarkdownBlock(BlockKind.HEADING, pieces, level=self._level)
        if self._note:
            return MarkdownBlock(BlockKind.FOOTNOTE, pieces, marker=self._note)
        if marker:
            return MarkdownBlock(BlockKind.LIST_ITEM, pieces, depth=len(self._lists) - 1, marker=marker)
        return MarkdownBlock(BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH, pieces)

    def _enter(self, token: Token) -> None:
        """Let the locator look at the lines of `token`."""
        if token.map is None:
            return
        first, last = token.map
        start, after = _known(self._text.starts, first), _known(self._text.starts, last)
        end = len(self._source) if after is None else after
        if start is not None and start < end:
            self._locator.enter(start, end)


def _known(starts: Sequence[int], index: int) -> int | None:
    """Return the first place from that of line `index` on, passing over lines that were put in."""
    return next((starts[at] for at in range(index, len(starts)) if starts[at] >= 0), None)


def _keep_lonely_notes(state: StateCore) -> None:
    """Let notes that nothing refers to follow the others, which the parser would leave out."""
    notes = state.env.get("footnotes", {})
    for label, number in notes.get("refs", {}).items():
        if number < 0:
            notes["refs"][label] = len(notes["list"])
            notes["list"][len(notes["list"])] = {"label": label[1:], "count": 0}
