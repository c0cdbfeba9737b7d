"""Cells and heads of items that are dates because they stand where dates stand: "2024-07", "04/06"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.calendars import valid
from deskbrief.analysis.times.ordering import EITHER
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.told import Time
from deskbrief.analysis.times.worked import unresolved
from deskbrief.document.spans import Span

_YEAR_MONTH = re.compile(r"((?:1[5-9]|20)\d\d)[-/.](0[1-9]|1[0-2])(?![-/.\d])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:1[5-9]|20)\d\d)(?![-/.\d])")
_TWO = re.compile(r"(\d{1,2})(?:/(\d{1,2})(?![/.\d])|\.(\d{1,2})\.(?!\d))")
_BOLD = re.compile(
    r"[*_]{1,2}(\d{1,2})[*_]{1,2}\s?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"(?:\s((?:1[5-9]|20)\d\d))?(?!\w)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PAIR = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?")
#: A leap year, in which every day of a calendar is valid.
_LEAP = 2000


def date_at(text: str, start: int, end: int) -> Time | None:
    """Return the date that stands at `start`, read as the cells of a column of dates are read."""
    for pattern, recipe in (
        (_YEAR_MONTH, _year_month),
        (_MONTH_YEAR, _month_year),
        (_BOLD, _bold),
        (_TWO, _two),
    ):
        match = pattern.match(text, start, end)
        found = recipe(match) if match else None
        if match and found:
            return Time(Mention(start, match.end(), found), unresolved("", ""))
    return None


def date_in(text: str, span: Span) -> Time | None:
    """Return the date that the whole of a stretch is."""
    time = date_at(text, span.start, span.end)
    return time if time is not None and not text[time.end : span.end].strip() else None


def _year_month(match: re.Match[str]) -> Recipe | None:
    return Recipe(op="date", year=int(match[1]), month=int(match[2]))


def _month_year(match: re.Match[str]) -> Recipe | None:
    return Recipe(op="date", year=int(match[2]), month=int(match[1]))


def _bold(match: re.Match[str]) -> Recipe | None:
    month, day = _MONTHS.index(match[2].lower()) + 1, int(match[1])
    return (
        Recipe(op="date", year=int(match[3] or 0), month=month, day=day) if valid(_LEAP, month, day) else None
    )


def _two(match: re.Match[str]) -> Recipe | None:
    """Return a day and month without a year, the month first where both orders are possible."""
    first, second = int(match[1]), int(match[2] or match[3])
    if valid(_LEAP, first, second):
        either = EITHER if valid(_LEAP, second, first) and first != second else ""
        return Recipe(op="date", month=first, day=second, borrowed=either)
    return Recipe(op="date", month=second, day=first) if valid(_LEAP, second, first) else None


def in_one_order(text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], str]:
    """Return the dates of a column with their numbers read in one order, and what showed the order.

    Dates such as 12/03/2021 are read day first when another row can only be read so, or when only so they
    follow each other in time; the reason is empty where nothing shows it.
    """
    if not any(mention.recipe.borrowed == EITHER for mention in mentions):
        return list(mentions), ""
    first, second = _evidence(text, mentions)
    turned = [_turned(mention) for mention in mentions]
    if first != second:
        return (turned if first else list(mentions)), "The other rows show the order of day and month."
    for descending in (False, True):
        one, other = _follow(turned, descending=descending), _follow(mentions, descending=descending)
        if one != other:
            return (turned if one else list(mentions)), "So read, the rows follow each other in time."
    return list(mentions), ""


def _evidence(text: str, mentions: Sequence[Mention]) -> tuple[bool, bool]:
    """Tell whether some date can only have its day first, and whether some can only have it second."""
    pairs = [_PAIR.match(text, mention.start, mention.end) for mention in mentions]
    found = [(int(pair[1]), int(pair[2])) for pair in pairs if pair]
    return any(one > 12 for one, _ in found), any(other > 12 for _, other in found)


def _turned(mention: Mention) -> Mention:
    recipe = mention.recipe
    if recipe.borrowed != EITHER:
        return mention
    return Mention(mention.start, mention.end, recipe.but(month=recipe.day, day=recipe.month))


def _follow(mentions: Sequence[Mention], *, descending: bool) -> bool:
    days = [(one.recipe.year, one.recipe.month, one.recipe.day) for one in mentions]
    return len(days) > 1 and days == sorted(days, reverse=descending)
