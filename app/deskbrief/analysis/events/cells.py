"""Stretches that are a date and nothing else: table cells, headings, the heads of list items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskbrief.analysis.events.numeric import date_in
from deskbrief.analysis.stretches import trimmed
from deskbrief.analysis.times.calendars import valid
from deskbrief.analysis.times.lexicon import WORDS, listed
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.times.worked import unresolved
from deskbrief.document.spans import Span

_WORD = re.compile(r"\w+")
#: Words that may stand beside the dates in a stretch that is a date.
_BESIDE = listed(
    """from to until till through and or by on in at c ca circa about around onward onwards et est pt local
    time present ongoing today now expected estimated planned tbc the of since as beginning starting
    between early mid late"""
)
_OPEN_END = re.compile(r"\b(?:present|ongoing|today|now|onward|onwards)\b|[–—-]\s?$", re.IGNORECASE)
_SINCE = re.compile(r"[\W_]{0,4}since\s", re.IGNORECASE)
_GOES_ON = re.compile(r"present|ongoing|today|now|current|in progress", re.IGNORECASE)
#: Cells that say that there is no date, or not yet.
_UNDATED = re.compile(r"tb[dac]|unknown|ongoing|n/?a|none|various|[-–—.?…\s]{0,9}", re.IGNORECASE)


#: A number that may be a day, a leap year, and what is said of a month that the row above gives.
_BARE_DAY = re.compile(r"([1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?")
_LEAP = 2000
FROM_ABOVE = "The month is that of the row above."
#: One or two bare days of a month: "4", "4th", "4–6".
_BARE_DAYS = re.compile(rf"{_BARE_DAY.pattern}(?:\s?[–—-]\s?{_BARE_DAY.pattern})?")
_BARE_MONTH = re.compile(r"0?([1-9]|1[0-2])")
BESIDE = "The rest of the date stands in the column beside it."


@dataclass(frozen=True, slots=True)
class DateCell:
    """A stretch that is a date: one time, or the two ends of a period; `open` when it has no end yet."""

    span: Span
    times: tuple[Time, ...]
    open: bool = False


def date_cell(text: str, span: Span, times: Times) -> DateCell | None:
    """Return what date the stretch at `span` is, or none when it is not a date or more than one."""
    own = _own_date(text, span)
    known = times.within(span)
    if own is not None and not any(time.start <= own.start and time.end == own.end for time in known):
        return DateCell(span, (own,))
    inside = tuple(time for time in known if time.concrete)
    dated = tuple(time for time in inside if _has_date(time))
    if not dated or len(dated) > 2 or len(span) > 80:
        return None
    rest, at = [], span.start
    for time in inside:
        rest.append(text[at : time.start])
        at = time.end
    left = " ".join([*rest, text[at : span.end]])
    if not _BESIDE.issuperset(_WORD.findall(left.lower())):
        return None
    behind, before = text[dated[0].end : span.end], text[span.start : dated[0].start]
    goes_on = _OPEN_END.search(behind) is not None or _SINCE.fullmatch(before) is not None
    return DateCell(span, dated, open=len(dated) == 1 and goes_on)


def day_under(text: str, span: Span, above: DateCell) -> DateCell | None:
    """Return the day that a bare number is, below a cell with a day: "14" under "3 March"."""
    match = _BARE_DAY.fullmatch(text, *trimmed(text, span.start, span.end))
    recipe = above.times[-1].mention.recipe
    if match is None or not (recipe.month and recipe.day and valid(_LEAP, recipe.month, int(match[1]))):
        return None
    day = Recipe(op="date", year=recipe.year, month=recipe.month, day=int(match[1]), borrowed=FROM_ABOVE)
    return DateCell(span, (Time(Mention(*match.span(), day), unresolved("", "")),))


def joined(text: str, first: DateCell, span: Span, times: Times, heading: str) -> DateCell | None:
    """Return the date that a cell and the `first` one beside it are together: "1998" and "4 February".

    Bare numbers are days or months only under a `heading` that says so; none where both say the same parts.
    """
    outer = first.times[0].mention.recipe
    if len(first.times) > 1 or outer.op != "date" or outer.unit or outer.season or outer.within is not None:
        return None
    cell = _day_or_month(text, span, outer, heading) or date_cell(text, span, times)
    if cell is None:
        return None
    found = [_with(outer, time) for time in cell.times]
    near = first.span.end <= cell.span.start and "\n" not in text[first.span.end : cell.span.start]
    whole = Span(first.span.start, cell.span.end) if near else cell.span
    return DateCell(whole, tuple(time for time in found if time), cell.open) if all(found) else None


def _day_or_month(text: str, span: Span, outer: Recipe, heading: str) -> DateCell | None:
    """Return the days that bare numbers are under a heading that says so, or the month that a cell is."""
    words = frozenset(_WORD.findall(heading[:80].lower()))
    bounds = trimmed(text, span.start, span.end)
    recipe, found = Recipe(op="date"), []
    if outer.month and not outer.day and not words.isdisjoint({"day", "date", "dates"}):
        match = _BARE_DAYS.fullmatch(text, *bounds)
        said = [match.span(at) for at in (1, 2) if match[at]] if match else []
        found = [Mention(start, end, recipe.but(day=int(text[start:end]))) for start, end in said]
        if not all(valid(_LEAP, outer.month, mention.recipe.day) for mention in found):
            return None
    elif outer.year and not outer.month:
        month = _month(text[slice(*bounds)], numbered="month" in words)
        found = [Mention(*bounds, recipe.but(month=month))] if month else []
    return DateCell(span, tuple(Time(mention, unresolved("", "")) for mention in found)) if found else None


def _month(said: str, *, numbered: bool) -> int:
    """Return the month that a whole cell names, as a number only if `numbered`; 0 for any other."""
    if numbered and (match := _BARE_MONTH.fullmatch(said)):
        return int(match[1])
    kind, value = WORDS.get(said[:20].lower().rstrip("."), ("", 0))
    return int(value) if kind in {"MONTH", "MONTHABBR"} else 0


def _with(outer: Recipe, time: Time) -> Time | None:
    """Return a time with the parts that the cell beside it says, none where it says them itself."""
    own = time.mention.recipe
    finer = own.op == "date" and own.within is None and own.unit in {"", "quarter", "half"}
    twice = any((outer.year and own.year, outer.month and own.month, outer.day and own.day))
    whole = own.but(
        year=own.year or outer.year,
        era=own.era or outer.era,
        month=own.month or outer.month,
        day=own.day or outer.day,
        borrowed=own.borrowed or outer.borrowed or BESIDE,
    )
    if not finer or twice or not whole.year or (whole.day and not whole.month):
        return None
    return Time(Mention(time.start, time.end, whole), unresolved("", ""))


def _own_date(text: str, span: Span) -> Time | None:
    """Return the date that a stretch is by its place alone; marks of bold type belong to it."""
    marked = text[span.start : span.start + 1] in {"*", "_"}
    return date_in(text, span if marked else Span(*trimmed(text, span.start, span.end)))


def _has_date(time: Time) -> bool:
    recipe = time.mention.recipe
    if recipe.op == "clock" and recipe.within is not None:
        recipe = recipe.within
    return recipe.op not in {"clock", "part"} and not (
        recipe.op == "date" and recipe.day and not recipe.month
    )


def is_open(said: str) -> bool:
    """Tell whether a cell says that a period has not ended."""
    return len(said) < 30 and _GOES_ON.fullmatch(said.strip()) is not None


def is_undated(text: str, span: Span) -> bool:
    """Tell whether a cell says that there is no date, or not yet, or is empty."""
    return len(span) < 30 and _UNDATED.fullmatch(span.of(text).strip()) is not None
