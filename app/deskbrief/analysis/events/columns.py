"""Dates of one column worked out together: years that a cell does not say come from its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from deskbrief.analysis.events.cells import BESIDE, FROM_ABOVE, DateCell
from deskbrief.analysis.events.numeric import in_one_order
from deskbrief.analysis.times.anchors import Anchors, Told
from deskbrief.analysis.times.completing import EITHER_ORDER
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ordering import EITHER
from deskbrief.analysis.times.resolve import Mention, Resolver
from deskbrief.analysis.times.told import Time, interval, words_of_fiscal
from deskbrief.analysis.times.worked import Worked
from deskbrief.document.outline import Degree, EventDate

_DEGREES = tuple(Degree)


class Column:
    """Works out the dates of a column or list, which are told in order.

    `hint` is a time that stands over them, such as a year in the caption; `written` the day of writing.
    """

    def __init__(self, text: str, hint: Told | None, written: Moment | None) -> None:
        self._text = text
        self._hint = hint
        self._written = written

    def dates(self, cells: Sequence[DateCell | None]) -> list[EventDate | None]:
        """Return the date of each cell, none for cells that hold none."""
        said = [time.mention for cell in cells if cell for time in cell.times]
        mentions, shown = in_one_order(self._text, said)
        worked = [
            replace(one, reason=shown, degree=Degree.INFERRED)
            if shown and mention.recipe.borrowed == EITHER
            else one
            for one, mention in zip(self._worked(mentions), mentions, strict=True)
        ]
        worked = [
            replace(one, reason=mention.recipe.borrowed, degree=Degree.COMPLETED)
            if mention.recipe.borrowed in {BESIDE, FROM_ABOVE} and one.edtf
            else one
            for one, mention in zip(worked, mentions, strict=True)
        ]
        dates: list[EventDate | None] = []
        for cell in cells:
            date = _date(cell, [_known(worked.pop(0), time) for time in cell.times]) if cell else None
            dates.append(_in_the_year_above(date, dates) if date else None)
        return dates

    def _worked(self, mentions: Sequence[Mention]) -> list[Worked]:
        anchors = Anchors(self._written, narrative=True)
        anchors.told = self._hint or _first_year(self._text, mentions)
        if anchors.told is None and self._written is not None:
            anchors = Anchors(self._written, narrative=False)
        resolver = Resolver(self._text, anchors)
        # Where no year is told, a day is the last such one, but for those that the text looks ahead at.
        kept = [m.recipe.tense if m.recipe.looks_ahead and not anchors.narrative else "" for m in mentions]
        return [
            resolver.worked(Mention(m.start, m.end, m.recipe.but(aside=False, tense=tense)))
            for m, tense in zip(mentions, kept, strict=True)
        ]


def _in_the_year_above(date: EventDate, above: Sequence[EventDate | None]) -> EventDate:
    """Return a day whose month the row above gives, in the year of that row where no other is known."""
    last = next((one for one in reversed(above) if one is not None), None)
    open_year = date.reason == FROM_ABOVE and not date.edtf[:4].isdigit()
    known = last is not None and last.edtf[:4].isdigit()
    return replace(date, edtf=f"{last.edtf[:4]}{date.edtf[4:]}") if last and open_year and known else date


def _known(worked: Worked, time: Time) -> Worked:
    """Return what the column gives, or where it leaves the year or the order open what the text gives."""
    unsure = worked.degree is Degree.UNRESOLVED or worked.reason == EITHER_ORDER
    return time.worked if unsure and time.worked.edtf else worked


def _first_year(text: str, mentions: Sequence[Mention]) -> Told | None:
    """Return the year of the first cells, counted back from the first one that says its year."""
    for at, mention in enumerate(mentions):
        if mention.recipe.op == "date" and mention.recipe.year and not mention.recipe.era:
            year = mention.recipe.year
            months = [earlier.recipe.month or 1 for earlier in mentions[:at]] + [mention.recipe.month or 12]
            turns = sum(1 for one, other in pairwise(months) if one - other > 6)
            wording = " ".join(text[mention.start : mention.end].split())
            return Told(Moment("year", year - turns), wording)
    return None


def _date(cell: DateCell, worked: Sequence[Worked]) -> EventDate:
    first, last = worked[0], worked[-1]
    edtf = first.edtf if len(worked) == 1 else interval(first.edtf, last.edtf)
    if cell.open and edtf:
        edtf = f"{edtf.partition('/')[0]}/.."
    least = max(worked, key=lambda one: _DEGREES.index(one.degree))
    words = words_of_fiscal(first.moment) if edtf == first.edtf else ""
    return EventDate(edtf, cell.span.start, cell.span.end, least.reason, least.degree, words)
