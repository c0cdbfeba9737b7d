"""A passage as it is handed to other programs: plain text, and HTML that is made of our own words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import QMimeData

from deskbrief.document.model import Block, BlockKind, Document, Inline, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.passages import add_passage
from deskbrief.ui.reader.runs import runs
from deskbrief.ui.reader.stretches import plain
from deskbrief.ui.reader.styles import ADDRESSES

#: Longer passages are handed over as plain text alone.
LONGEST = 2_000_000
_BLOCKS = {
    BlockKind.TITLE: "h1",
    BlockKind.QUOTE: "blockquote",
    BlockKind.CODE: "pre",
}
_INLINES = {
    InlineKind.STRONG: "strong",
    InlineKind.EMPHASIS: "em",
    InlineKind.CODE: "code",
    InlineKind.SUPERSCRIPT: "sup",
    InlineKind.SUBSCRIPT: "sub",
}


def passage(document: Document, span: Span) -> QMimeData:
    """Return `span` of `document` for the clipboard or a drag."""
    data = QMimeData()
    data.setText(plain(document, span))
    if len(span) <= LONGEST:
        data.setHtml(markup(document, span))
    return data


def cited(document: Document, span: Span, reference: str, words: str = "", *, row: bool = False) -> QMimeData:
    """Return `span` with the reference to it and the reader's own `words`, as text and as HTML.

    `row` says that a row of a panel stands for the passage.
    """
    quote, data = plain(document, span), QMimeData()
    add_passage(data, document, span, row=row)
    data.setText("\n\n".join(part for part in (quote, reference, words) if part))
    if len(span) <= LONGEST:
        html = f"<blockquote>{markup(document, span)}</blockquote>"
        for part in (reference, words):
            if part:
                html += f"\n<p>{escape(part)}</p>".replace("\n\n", "</p>\n<p>")
        data.setHtml(html)
    return data


def markup(document: Document, span: Span) -> str:
    """Return `span` as HTML: its blocks, tables and inline ranges, and links to the web or to mail."""
    if not document.blocks:
        return ""
    first, last = document.block_index(span.start), document.block_index(max(span.end - 1, span.start))
    inlines = [one for one in document.inlines if one.start < span.end and one.end > span.start]
    made: list[str] = []
    items: list[Block] = []
    for block in document.blocks[first : last + 1]:
        if block.kind is BlockKind.LIST_ITEM:
            items.append(block)
            continue
        made += _list(document, items, span, inlines)
        items = []
        made.append(_block(document, block, span, inlines))
    made += _list(document, items, span, inlines)
    return "\n".join(part for part in made if part)


def _block(document: Document, block: Block, span: Span, inlines: list[Inline]) -> str:
    if block.rows:
        return _table(document, block, span, inlines)
    words = _words(document, block.start, block.end, span, inlines)
    if not words:
        return ""
    if block.kind is BlockKind.HEADING:
        name = f"h{min(max(block.level, 1), 6)}"
    else:
        name = _BLOCKS.get(block.kind, "p")
    return f"<{name}>{words}</{name}>"


def _list(document: Document, items: list[Block], span: Span, inlines: list[Inline]) -> Iterator[str]:
    """Yield list items as lists within lists, as deep as they are."""
    open_: list[str] = []
    for block in items:
        words = _words(document, block.start, block.end, span, inlines)
        if not words:
            continue
        name, wanted = ("ol" if block.marker[:1].isalnum() else "ul"), max(block.depth, 0) + 1
        while len(open_) > wanted:
            yield f"</{open_.pop()}>"
        while len(open_) < wanted:
            open_.append(name)
            yield f"<{name}>"
        yield f"<li>{words}</li>"
    while open_:
        yield f"</{open_.pop()}>"


def _table(document: Document, block: Block, span: Span, inlines: list[Inline]) -> str:
    rows = []
    for row in block.rows:
        cells = []
        for cell in row.cells:
            if cell.end < span.start or cell.start > span.end:
                continue
            name = "th" if cell.header else "td"
            wide = f' colspan="{cell.col_span}"' if cell.col_span > 1 else ""
            high = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
            words = _words(document, cell.start, cell.end, span, inlines)
            cells.append(f"<{name}{wide}{high}>{words}</{name}>")
        if cells:
            rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>" if rows else ""


def _words(document: Document, start: int, end: int, span: Span, inlines: list[Inline]) -> str:
    start, end = max(start, span.start), min(end, span.end)
    if start >= end:
        return ""
    here = [one for one in inlines if one.start < end and one.end > start]
    made = []
    for run in runs(start, end, here, ()):
        words = escape(document.text[run.start : run.end]).replace("\n", "<br>")
        made.append(_within(words, run.inlines))
    return "".join(made)


def _within(words: str, inlines: Iterable[Inline]) -> str:
    for one in inlines:
        if one.kind is InlineKind.LINK:
            if one.target.lower().startswith(ADDRESSES):
                words = f'<a href="{escape(one.target)}">{words}</a>'
        else:
            name = _INLINES[one.kind]
            words = f"<{name}>{words}</{name}>"
    return words
