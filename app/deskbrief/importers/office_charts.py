"""Charts of word processors: what they show becomes a table with the chart's title above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft, CellSource

#: The most rows and columns of a chart that stand in the text: more are read by their look alone.
MOST_ROWS, MOST_COLUMNS = 60, 16
#: A table of values has a row of names and one of values.
FEWEST_ROWS = 2
#: The most charts of one text that are read.
MOST_CHARTS = 200

_LARGE = "values of large charts"


@dataclass(slots=True)
class Chart:
    """What a chart says: its title, and its values in rows, of which the first names the columns."""

    title: str = ""
    rows: list[list[str]] = field(default_factory=list)


class ChartDrafts:
    """Makes blocks of the charts of one text, and knows what of them is left out."""

    def __init__(self) -> None:
        self._left: list[str] = []

    def of(self, chart: Chart) -> list[BlockDraft]:
        """Return the title of `chart` as a caption and its values as a table, unless there are too many.

        There is nothing of a chart without values: what words it has are not those of a table.
        """
        rows = [*chart.rows[:1], *(row for row in chart.rows[1:] if any(row[1:]))]
        if len(rows) < FEWEST_ROWS:
            return []
        values = True
        if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
            self._left += ["\t".join(row) for row in rows]
            values = False
        drafts = [BlockDraft(BlockKind.CAPTION, [Piece(chart.title)])] if chart.title else []
        if values:
            named = [row for row in rows[:1] if any(row)]
            cells = (*(_row(row, header=True) for row in named), *(_row(row) for row in rows[1:]))
            drafts.append(BlockDraft(BlockKind.TABLE, rows=cells))
        return drafts

    def tell(self, builder: Builder) -> None:
        """Note in `builder` the values that are left out."""
        builder.leave_out(_LARGE, "\n".join(self._left))


def _row(row: Sequence[str], *, header: bool = False) -> tuple[CellSource, ...]:
    return tuple(
        CellSource((Piece(text),), header or (not number and bool(text))) for number, text in enumerate(row)
    )
