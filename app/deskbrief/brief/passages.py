"""The whole text of a source: its blocks in a column, the reader's marks in them, the notes in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.brief.blocks import Blank, Block
from deskbrief.brief.context import Context
from deskbrief.brief.fonts import Face
from deskbrief.brief.grid import Column, grid
from deskbrief.brief.heading import Heading
from deskbrief.brief.lines import Run
from deskbrief.brief.notes import note_beside
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import (
    ASIDE,
    BODY,
    CELL,
    MARK_RISE,
    MUTED,
    QUOTE,
    ROLE_COLOURS,
    TEXT_HEADINGS,
    Style,
)
from deskbrief.brief.table import Columns, Row
from deskbrief.document.model import BlockKind
from deskbrief.document.plan import MarkedStretch, PassageRow, PlanSection

#: In points: the margin for notes, the gutter before it, the room for paragraph numbers.
MARGIN, GUTTER, NUMBERS = 150.0, 16.0, 26.0
#: The widest that text gets where no notes need a margin: lines of about 85 characters.
WIDEST = 405.0
#: The lowest level that headings can have.
DEEPEST = 6
#: The size of the letter after a mark.
MARK_LETTER = 7.0
#: How deep a list item or a quotation is set in.
INDENT = 16.0
_STYLES = {
    BlockKind.QUOTE: QUOTE,
    BlockKind.CODE: CELL,
    BlockKind.CAPTION: ASIDE,
    BlockKind.FOOTNOTE: ASIDE,
    BlockKind.FIGURE: ASIDE,
    BlockKind.BYLINE: ASIDE,
}
#: Blocks that are set line by line as they stand.
_LINED = frozenset({BlockKind.CODE, BlockKind.QUOTE})
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
#: The structure element of the section's own heading has this level, and the outline's entry the next lower.
SECTION_LEVEL = 2


def passages(context: Context, section: PlanSection) -> list[Block]:
    """Return the text, each paragraph with its number and, in the margin, the notes on it."""
    measures = _measures(context.paper.column, noted=any(row.notes for row in section.passages))
    blocks: list[Block] = []
    level = SECTION_LEVEL
    for number, row in enumerate(section.passages):
        if row.kind in _HEADS:
            # Neither the structure nor the outline may leave a level out.
            level = min(SECTION_LEVEL + max(row.level, 1), level + 1, DEEPEST)
        if row.text.strip() or row.cells:
            blocks.append(_beside(context, row, measures, number, level))
    return blocks


def _measures(column: float, *, noted: bool) -> Columns:
    """Return the columns of number, text and notes; without notes the text takes the margin."""
    room = column - NUMBERS - GUTTER / 2
    widths = (NUMBERS, room - MARGIN - GUTTER / 2, MARGIN) if noted else (NUMBERS, room)
    return Columns(widths, GUTTER / 2, padding=0.0)


def _beside(context: Context, row: PassageRow, measures: Columns, number: int, level: int) -> Block:
    node = context.root.add("Div")
    label = context.text(row.label, ASIDE.coloured(MUTED), None) if row.label else Blank()
    body = (
        _heading(context, row, node, number, level)
        if row.kind in _HEADS
        else _body(context, row, node, measures)
    )
    cells = [label, body]
    if len(measures.widths) > len(cells):
        notes = [note_beside(context, note, node) for note in row.notes]
        cells.append(Frame(notes, Inset()) if notes else Blank())
    elif not row.cells:
        cells[-1] = Frame([body], Inset(right=max(measures.widths[-1] - WIDEST, 0.0)))
    block = Row(cells, measures)
    block.before = 12.0 if row.kind in _HEADS else 7.0
    block.bound = row.kind in _HEADS
    return block


def _heading(context: Context, row: PassageRow, node: Node, number: int, level: int) -> Block:
    style = TEXT_HEADINGS[min(max(row.level, 1), len(TEXT_HEADINGS)) - 1]
    words = context.paragraph(list(_runs(row, style)), node.add(f"H{level}"))
    return Heading(words, row.text, f"passage-{number}", level - 1)


def _body(context: Context, row: PassageRow, node: Node, measures: Columns) -> Block:
    if row.cells:
        return _table(context, row, node, measures.widths[1])
    style = _STYLES.get(row.kind, BODY)
    runs = list(_runs(row, style))
    if row.marker:
        item = node.add("L").add("LI")
        label = context.text(row.marker, style, item.add("Lbl"))
        words = context.paragraph(runs, item.add("LBody"))
        return Frame([words], Inset(left=max(INDENT, label.natural_width() + 4.0)), label=label)
    if row.kind not in _LINED:
        return context.paragraph(runs, node.add("P"))
    parent = node.add("BlockQuote") if row.kind is BlockKind.QUOTE else node
    lines = [context.paragraph(line, parent.add("P")) for line in _lines(runs, style)]
    return Frame(lines, Inset(left=INDENT))


def _lines(runs: Sequence[Run], style: Style) -> Iterator[list[Run]]:
    """Yield the runs of each line of the text."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for words in others:
            yield line
            line = [replace(run, text=words)]
    yield line or [Run("", style)]


def _runs(row: PassageRow, style: Style) -> Iterator[Run]:
    """Yield the text with its marks: a ground in the colour of the role, and its letter after it."""
    done = 0
    for mark in apart(row.marks):
        words = row.text[mark.start : mark.end].rstrip()
        if done < mark.start:
            yield Run(row.text[done : mark.start], style)
        ground = ROLE_COLOURS[mark.role]
        small = style.with_face(Face.SANS_BOLD).sized(MARK_LETTER)
        yield Run(words, style, ground=ground)
        yield Run(f"\u2060{mark.role.letter}", small, rise=MARK_RISE * style.size, ground=ground)
        done = mark.start + len(words)
    yield Run(row.text[done:], style)


def apart(marks: Sequence[MarkedStretch]) -> Iterator[MarkedStretch]:
    """Yield the marks in the order of the text, those that lie over others cut back to where these end."""
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start = max(mark.start, done)
        if start < mark.end:
            yield MarkedStretch(start, mark.end, mark.role)
            done = mark.end


def _table(context: Context, row: PassageRow, node: Node, width: float) -> Block:
    columns = max(map(len, row.cells))
    head = row.cells[0] if row.headed else ()
    titles = [head[at] if at < len(head) else "" for at in range(columns)]
    body = row.cells[1:] if row.headed else row.cells
    cells = [[[Run(line[at] if at < len(line) else "", CELL)] for at in range(columns)] for line in body]
    return grid(context, [Column(title) for title in titles], cells, node=node, width=width)
