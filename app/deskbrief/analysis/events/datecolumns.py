"""The columns of a table that hold dates: which they are, and what date each of their cells is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import ne

from deskbrief.analysis.events.cells import DateCell, date_cell, day_under, is_undated, joined
from deskbrief.analysis.events.headers import is_deadline, step_of, use_of
from deskbrief.analysis.times.anchors import Told
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import Cell

#: The share of a column's filled cells that must be dates when its heading does not say so.
ENOUGH = 0.6
#: The same where the heading does say so.
ENOUGH_HEADED = 0.3
_PAIR = re.compile(r"\d{1,2}[/.]\d{1,2}\.?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

#: Columns by number, with their headings.
Parts = tuple[tuple[int, str], ...]
#: The cells of one column from the top, none where there is none.
Cells = Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a table: the times of the document, a time over the table, the day of writing."""

    text: str
    times: Times
    hint: Told | None
    written: Moment | None


class DateColumns:
    """The columns of one table with their headings; each cell is read for a date once."""

    def __init__(self, columns: Sequence[Cells], heads: Sequence[str], context: Context) -> None:
        self.columns = columns
        self.heads = heads
        self._context = context
        self._read: dict[int, list[DateCell | None]] = {}

    def first(self) -> int:
        """Return the first column that holds dates, by its heading or by its cells; -1 if none does.

        One that is named after what happened comes after those that are headed by a mere word for a date.
        """
        by_step = -1
        for at in range(len(self.columns)):
            named = use_of(self._head(at)) == "date"
            step = bool(step_of(self._head(at)))
            if by_step >= 0 and (step or not named):
                continue
            if self._holds_dates(at, headed=named or step):
                if not step:
                    return at
                by_step = at
        return by_step

    def further_steps(self, first: int) -> list[int]:
        """Return the columns after the `first` that hold the dates of other steps."""
        last = min(len(self.columns), len(self.heads))
        steps = (at for at in range(first + 1, last) if step_of(self.heads[at]))
        return [at for at in steps if self._holds_dates(at, headed=True)]

    def parts(self, dates: int) -> Parts:
        """Return the columns beside that of the dates whose cells say other parts of them: "Year", "Date"."""
        parts: list[tuple[int, str]] = []
        known = self.cells(dates)
        for at in range(dates + 1, len(self.columns)):
            head = self._head(at)
            if head and (use_of(head) != "date" or is_deadline(head)):
                break
            filled = [cell for cell in self.columns[at] if not is_blank(cell, self._context)]
            more = self._with_part(known, dates, at, head)
            if not filled or sum(map(ne, known, more)) < ENOUGH * len(filled):
                break
            known = more
            parts.append((at, head))
        return tuple(parts)

    def cells(self, at: int, parts: Parts = ()) -> list[DateCell | None]:
        """Return what date each cell of a column is, bare days being of the month above.

        What the columns `parts` add to the dates is taken in.
        """
        if not 0 <= at < len(self.columns):
            return [None] * (len(self.columns[0]) if self.columns else 0)
        found: list[DateCell | None] = []
        above: DateCell | None = None
        for cell, read in zip(self.columns[at], self._dates(at), strict=True):
            own = read
            if own is None and cell is not None and above is not None:
                own = day_under(self._context.text, cell.span, above)
            found.append(own)
            above = own or above
        for part, heading in parts:
            found = self._with_part(found, at, part, heading)
        return found

    def _dates(self, at: int) -> list[DateCell | None]:
        """Return what date each cell of a column is by itself."""
        if at not in self._read:
            text, times = self._context.text, self._context.times
            self._read[at] = [
                date_cell(text, cell.span, times) if cell else None for cell in self.columns[at]
            ]
        return self._read[at]

    def _head(self, at: int) -> str:
        return self.heads[at] if at < len(self.heads) else ""

    def _holds_dates(self, at: int, *, headed: bool) -> bool:
        read = zip(self.columns[at], self._dates(at), strict=True)
        filled = [
            (cell, date) for cell, date in read if cell and not is_undated(self._context.text, cell.span)
        ]
        found = [words_of(cell, self._context) for cell, date in filled if date]
        if not headed:  # a cell such as "3/4" is a date only if the column's heading says so
            found = [words for words in found if _PAIR.fullmatch(words) is None]
        if not found or len(found) < (ENOUGH_HEADED if headed else ENOUGH) * len(filled):
            return False
        bare = all(_YEAR.fullmatch(words) for words in found)
        return headed or (len(found) > 1 and not (bare and _falls(found)))

    def _with_part(
        self, found: Sequence[DateCell | None], dates: int, part: int, heading: str
    ) -> list[DateCell | None]:
        """Return the dates `found` in the column `dates` with what the cells of another one add to them.

        An empty cell of the first column goes on with what stands above it.
        """
        cells: list[DateCell | None] = []
        above: DateCell | None = None
        text, times = self._context.text, self._context.times
        for own, cell, beside in zip(found, self.columns[dates], self.columns[part], strict=True):
            above = own if own is not None or not is_blank(cell, self._context) else above
            more = joined(text, above, beside.span, times, heading) if above and beside else None
            cells.append(more or own)
        return cells


def words_of(cell: Cell | None, context: Context) -> str:
    """Return the words of a cell, white space folded."""
    return " ".join(context.text[cell.start : cell.end].split()) if cell else ""


def is_blank(cell: Cell | None, context: Context) -> bool:
    """Tell whether a cell is empty, or only says that it is as the one above."""
    return cell is None or not words_of(cell, context).strip('-–—"”″ ')


def _falls(found: Sequence[str]) -> bool:
    """Tell whether bare years without a heading go up and down, as counts do."""
    years = [int(words) for words in found]
    return years not in (sorted(years), sorted(years, reverse=True))
