"""The whole text of a source where text flows: its blocks with their marks, each note below its block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deskbrief.brief.flow.content import Block, Heading, Items, Kind, Paragraph, Run, Runs, Table, Tone
from deskbrief.brief.flow.listing import grouped
from deskbrief.brief.flow.remarks import remark
from deskbrief.brief.grid import apportioned
from deskbrief.brief.passages import DEEPEST, SECTION_LEVEL, apart
from deskbrief.document.model import BlockKind
from deskbrief.document.plan import PassageRow

_KINDS = {
    BlockKind.QUOTE: Kind.QUOTE,
    BlockKind.CODE: Kind.CODE,
    BlockKind.CAPTION: Kind.ASIDE,
    BlockKind.FOOTNOTE: Kind.ASIDE,
    BlockKind.FIGURE: Kind.ASIDE,
    BlockKind.BYLINE: Kind.ASIDE,
}
#: About so many characters fit beside one another in the cells of a table, and so many keep columns apart.
IN_LINE, APART = 90, 3
_LINED = frozenset({Kind.QUOTE, Kind.CODE})
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def whole_text(rows: Sequence[PassageRow]) -> Iterator[Block]:
    """Yield the text; items of a list that follow one another without a note between them are one list."""
    level = SECTION_LEVEL
    for together in _together(row for row in rows if row.text.strip() or row.cells):
        if together[0].kind is BlockKind.LIST_ITEM:
            marked = ((row.marker, _numbered(row)) for row in together)
            yield from (Items(listing, items, start) for listing, start, items in grouped(marked))
        elif together[0].kind in _HEADS:
            # No level may be left out.
            level = min(SECTION_LEVEL + max(together[0].level, 1), level + 1, DEEPEST)
            yield Heading(level, tuple(_runs(together[0])))
        else:
            yield _block(together[0])
        yield from (remark(note, (), beside=True) for note in together[-1].notes)


def _together(rows: Iterable[PassageRow]) -> Iterator[list[PassageRow]]:
    """Yield each row alone, but the items of a list together, up to one with a note."""
    gathered: list[PassageRow] = []
    for row in rows:
        if gathered and (row.kind is not BlockKind.LIST_ITEM or gathered[-1].notes):
            yield gathered
            gathered = []
        if row.kind is BlockKind.LIST_ITEM:
            gathered.append(row)
        else:
            yield [row]
    if gathered:
        yield gathered


def _block(row: PassageRow) -> Block:
    if row.cells:
        return _table(row)
    kind = _KINDS.get(row.kind, Kind.BODY)
    if kind not in _LINED:
        return Paragraph(kind, (_numbered(row),))
    return Paragraph(kind, tuple(_lines(_numbered(row))))


def _numbered(row: PassageRow) -> Runs:
    """Return a block's text after its number."""
    label = (Run(f"{row.label} ", tone=Tone.MUTED, own=True),) if row.label else ()
    return (*label, *_runs(row))


def _runs(row: PassageRow) -> Iterator[Run]:
    """Yield the text with its marks, each followed by the letter of its role."""
    done = 0
    for mark in apart(row.marks):
        words = row.text[mark.start : mark.end].rstrip()
        if done < mark.start:
            yield Run(row.text[done : mark.start])
        yield Run(words, role=mark.role)
        done = mark.start + len(words)
    if done < len(row.text):
        yield Run(row.text[done:])


def _lines(runs: Runs) -> Iterator[Runs]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(_like(run, first))
        for words in others:
            yield tuple(line)
            line = [_like(run, words)]
    yield tuple(line)


def _like(run: Run, text: str) -> Run:
    return Run(text, tone=run.tone, role=run.role, own=run.own)


def _table(row: PassageRow) -> Table:
    columns = max(map(len, row.cells))
    head = row.cells[0] if row.headed else ()
    body = row.cells[1:] if row.headed else row.cells
    rows = tuple(_cells(line, columns) for line in body)
    return Table(_cells(head, columns) if head else (), rows, _shares(row.cells, columns))


def _shares(lines: Sequence[Sequence[str]], columns: int) -> tuple[float, ...]:
    """Return how wide columns are by their longest cells; none that is short gives way to a long one."""
    longest = {at: max(len(line[at]) if at < len(line) else 0 for line in lines) for at in range(columns)}
    wanted = {at: (float(most + APART), 1.0) for at, most in longest.items()}
    shares = apportioned(wanted, max(float(IN_LINE), columns * float(APART)))
    return tuple(shares[at] for at in range(columns))


def _cells(line: Sequence[str], columns: int) -> tuple[Runs, ...]:
    return tuple((Run(line[at] if at < len(line) else ""),) for at in range(columns))
