"""The blocks of a Markdown file, from the tokens of its parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from deskbrief.document.model import BlockKind, Picture
from deskbrief.importers.clean import Piece
from deskbrief.importers.markdown_guard import Guarded
from deskbrief.importers.markdown_inline import Address, InlineReader, Locator, only_picture

#: The deepest nesting that the parser follows.
DEEPEST = 100


@dataclass(slots=True)
class MarkdownBlock:
    """A block in the making; `cells` are the rows of a table, and `headers` tells how many head it.

    `html` is a block of HTML as written, which the reader of web pages takes apart. `named` are the pictures
    in it, and `picture` is the one that a figure shows.
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
    named: tuple[Address, ...] = ()
    picture: Picture | None = None


class MarkdownReader:
    """One pass over a Markdown text: open lists, quotes and notes, and the table at hand."""

    def __init__(self, text: Guarded, source: str) -> None:
        self._text = text
        self._source = source
        self._locator = Locator(source)
        self._inline = InlineReader(self._locator)
        self._lists: list[int | None] = []
        self._marker = ""
        self._quotes = 0
        self._note = ""
        self._level = 0
        self._table: MarkdownBlock | None = None

    def blocks(self) -> Iterator[MarkdownBlock]:
        """Yield the blocks of the text; their pieces know their place in the source.

        The parser is told to recognise HTML, so that tags stay out of the text. None of it is ever
        shown as HTML.
        """
        parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
        parser.enable(["table", "strikethrough"]).disable("text_join").use(footnote_plugin)
        for token in parser.parse(self._text.text):
            yield from self._read(token)

    def _read(self, token: Token) -> Iterator[MarkdownBlock]:
        """Take one token, and yield the block that it finishes."""
        kind = token.type
        if kind == "inline":
            yield from self._inlines(token)
        elif kind in ("fence", "code_block"):
            self._enter(token)
            lines = token.content.rstrip("\n").split("\n")
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
            self._quotes += 1 if opens else -1
        elif name == "footnote":
            self._note = str(token.meta.get("label") or token.meta.get("id", 0) + 1) if opens else ""
        elif name == "heading":
            self._level = int(token.tag[1]) if opens else 0
        elif name == "table" and opens:
            self._table = MarkdownBlock(BlockKind.TABLE)
        elif self._table is not None and opens:
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
        elif token.type == "thead_open":
            self._table.headers = 1

    def _inlines(self, token: Token) -> Iterator[MarkdownBlock]:
        self._enter(token)
        tokens = token.children or []
        pieces = self._inline.pieces(tokens)
        pictures, self._inline.pictures = self._inline.pictures, []
        if self._table is not None:
            self._table.cells[-1].append(pieces)
            self._table.named += tuple(pictures)
        elif only_picture(tokens):
            alt = pictures[0].alt
            yield MarkdownBlock(BlockKind.FIGURE, [Piece(alt)], alt=alt, named=tuple(pictures))
        else:
            block = self._block(pieces)
            block.named = tuple(pictures)
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
        known = [start for start in self._text.starts[first:last] if start >= 0]
        if known:
            after = next((start for start in self._text.starts[last:] if start >= 0), len(self._source))
            self._locator.enter(known[0], after)
