"""Long words of the source cut into so many lines, at the end of a clause and with a mark of the cut.

What the reader wrote, chose or confirmed stays whole. How much a line holds is reckoned from how wide the
letters are on the average, so that it need not be laid out, and that all formats of a brief say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from deskbrief.brief.grid import GUTTER
from deskbrief.brief.ranking import is_own
from deskbrief.brief.repeats import words_of
from deskbrief.brief.rows import with_rows
from deskbrief.brief.styles import BODY, CELL, QUOTE, Style
from deskbrief.document.cutting import cut_short
from deskbrief.document.outline import Status
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    NoteRow,
    PlanKind,
    PlanRow,
    PlanSection,
    RecommendationRow,
    Statement,
)

#: The most that the columns of dates, of addressees, of strengths and of places take, in points.
WHEN, WHO, HOW, WHERE = 80.0, 112.0, 92.0, 84.0
#: The share of a title beside a detail.
TITLE_SHARE = 0.36
#: What a list and a quote are set in, in points.
SET_IN = 13.5
#: What a line lacks on the average because the next word does not fit, in characters.
LACK = 3


@dataclass(frozen=True, slots=True)
class Shortening:
    """How words are cut: into so many lines, on a column so wide, by how wide texts are in a style."""

    lines: int
    column: float
    measure: Callable[[str, Style], float]

    def cut(self, text: str, style: Style, room: float, beside: str = "") -> str:
        """Return `text` cut to lines that are `room` points wide, the last of them `beside` other words."""
        wide = self.measure(text, style)
        if wide <= room:
            return text
        each = wide / len(text)
        most = self.lines * (room / each - LACK) - len(beside)
        return cut_short(text, int(most))

    def widest(self, texts: Iterable[str], most: float) -> float:
        """Return how wide a column with these texts is, `most` at most."""
        return min(max((self.measure(text, CELL) for text in texts), default=0.0), most)


def shortened(plan: BriefPlan, how: Shortening) -> BriefPlan:
    """Return `plan` with what is longer than so many lines cut; none stands for words as they are."""
    if not how.lines:
        return plan
    known = {reference.number: reference.locator for reference in plan.references}
    return replace(plan, sections=tuple(_section(section, how, known) for section in plan.sections))


def cut_rows(before: BriefPlan, after: BriefPlan) -> int:
    """Return how many rows of a plan were cut, `after` being the same plan with its rows cut."""
    pairs = zip(before.sections, after.sections, strict=True)
    rows = chain.from_iterable(zip(one.rows, other.rows, strict=True) for one, other in pairs)
    return sum(row != cut for row, cut in rows)


def _section(section: PlanSection, how: Shortening, known: Mapping[int, str]) -> PlanSection:
    rows: list[PlanRow]
    match section.kind:
        case PlanKind.POINTS:
            rows = [_point(row, how) for row in section.points]
        case PlanKind.CHRONOLOGY:
            rows = [*_events(section.chronology, how, _place(section, how, known))]
        case PlanKind.RECOMMENDATIONS:
            rows = [*_advice(section, how, _place(section, how, known))]
        case PlanKind.NOTES:
            rows = [_note(row, how) for row in section.notes]
        case _:
            return section
    return with_rows(section, rows, section.omitted)


def _point(row: Statement, how: Shortening) -> Statement:
    return row if is_own(row) else replace(row, text=how.cut(row.text, BODY, how.column - SET_IN))


def _note(row: NoteRow, how: Shortening) -> NoteRow:
    return replace(row, quote=how.cut(row.quote, QUOTE, how.column - 2 * SET_IN))


def _events(rows: Sequence[ChronologyRow], how: Shortening, place: float) -> Iterator[ChronologyRow]:
    room = how.column - how.widest((row.when for row in rows), WHEN) - place - 2 * GUTTER
    titles = [row.event for row in rows if row.detail.strip()]
    title = how.widest(titles, TITLE_SHARE * (room - GUTTER))
    for row in rows:
        if is_own(row):
            yield row
            continue
        # A title without a detail reaches over the column of details.
        status = "" if row.status == Status.OCCURRED else row.status
        event = how.cut(row.event, CELL, title if row.detail.strip() else room, status)
        if event != row.event and not set(words_of(row.core)) <= set(words_of(event)):
            # The sentence tells the event of this date only behind what would be cut off.
            event = how.cut(row.core, CELL, room, status)
        yield replace(row, event=event, detail=how.cut(row.detail, CELL, room - title - GUTTER))


def _advice(section: PlanSection, how: Shortening, place: float) -> Iterator[RecommendationRow]:
    rows = section.recommendations
    room = how.column - how.widest((row.strength for row in rows), HOW) - place - 2 * GUTTER
    if not section.grouped:
        room -= how.widest((row.addressee for row in rows), WHO) + GUTTER
    for row in rows:
        yield row if is_own(row) else replace(row, action=how.cut(row.action, CELL, room, row.deadline))


def _place(section: PlanSection, how: Shortening, known: Mapping[int, str]) -> float:
    """Return how wide the column is that says where passages stand, with their numbers."""
    cited = ([f"{known.get(number, '')} {number}" for number in row.references] for row in section.rows)
    return how.widest(map(", ".join, cited), WHERE)
