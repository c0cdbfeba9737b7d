"""Dates in other languages than English: their forms by pattern, their words by dateparser's locales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.resolve import Mention
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

_OF = r"(?:de[ ]|del[ ]|d[’'][ ]?|do[ ]|da[ ])?"
_DAY = r"(?P<day>[0-3]?\d)(?:\.|er|º|ª|°|-?го)?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_WORD = r"(?P<word>[^\W\d_]{3,14}\.?)"
#: The forms of dates, the fullest first; a word must be the name of a month.
_FORMS = re.compile(
    rf"(?<![\w.])(?:{_DAY}[ ]{_OF}{_WORD},?[ ]{_OF}{_YEAR}(?!\d)"
    r"|(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)(?!\d)"
    r"|(?P<d>[0-3]?\d)(?P<sep>[./-])(?P<m>[01]?\d)(?P=sep)(?P<y>1[0-9]\d\d|20\d\d)(?!\d|[./-]\d)"
    r"|(?P<ideo>(?:1[0-9]\d\d|20\d\d)[年년](?:[ ]?[01]?\d[月월](?:[ ]?[0-3]?\d[日일])?)?))"
)
#: A month by two of its names: "10 كانون الأول / ديسمبر 1948".
_TWO_NAMES = re.compile(
    rf"(?<![\w.]){_DAY}[ ](?:[^\W\d_]{{2,12}}[ ]){{1,2}}/[ ]?{_WORD},?[ ]{_OF}{_YEAR}(?!\d)"
)
_MONTH_YEAR = re.compile(rf"(?<![\w]){_WORD}[ ]{_OF}{_YEAR}(?!\d)")
_DAY_MONTH = re.compile(rf"(?<![\w.,:]){_DAY}[ ]{_OF}{_WORD}(?![\w])")
_IN_YEAR = re.compile(
    r"\b(?:im[ ]Jahre?|seit|en|em|nel|dal|del|año|année|anno|in|i|w|roku|rok|в|году|год|vuonna|yılında)[ ]"
    rf"{_YEAR}(?![\d/-]|[.,]\d)",
    re.IGNORECASE,
)
#: What joins the two ends of a period: "1. bis 5. April".
JOINT = r"[ ]?(?:bis(?:[ ]zum)?|au|al|a|à|do|tot|t/m|til|till|по|до|[-–—])[ ]?"
_FIRST_DAY = re.compile(rf"(?<![\w.,:/-])(?P<first>[0-3]?\d)(?:\.|er|º|ª)?{JOINT}$")
_DECLINED = frozenset(["ru", "uk", "pl", "cs", "sk", "hr", "sr", "bg"])
_NUMBERS = re.compile(r"\d+")


def foreign_mentions(document: Document, tongue: str) -> Steps[list[Mention]]:
    """Return the dates in a text whose language is `tongue` (ISO 639-1), in prose, headings and tables.

    Relative wordings ("last week") are not looked for.
    """
    found: list[Mention] = []
    months = Months(tongue)
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            spans = [cell.span for row in block.rows for cell in row.cells]
        else:
            spans = [] if block.kind is BlockKind.CODE else [block.span]
        for span in spans:
            found.extend(_in_stretch(document.text, span, months))
        yield
    return found


class Months:
    """The names of the months in one language, each looked up once."""

    def __init__(self, tongue: str) -> None:
        self._tongue = tongue
        self._known: dict[str, int] = {}

    def number(self, word: str) -> int:
        """Return the number of the month that `word` names, 0 if it names none."""
        plain = word.lower().rstrip(".")
        if plain not in self._known:
            self._known[plain] = self._looked_up(plain)
        return self._known[plain]

    def _looked_up(self, word: str) -> int:
        parser = _parser(self._tongue)
        if parser is None:
            return 0
        # Where nouns are declined the locale knows few of their cases, but the short form of every month.
        forms = (word, word[:3]) if self._tongue in _DECLINED and len(word) > 4 else (word,)
        for form in forms:
            told: datetime | None = parser.get_date_data(f"15 {form} 2004").date_obj
            if told and (told.day, told.year) == (15, 2004):
                return told.month
        return 0


@cache
def _parser(tongue: str) -> Any:
    """Return a parser of dateparser for one language, None when it has no such language."""
    from dateparser.date import DateDataParser

    if not tongue:
        return None
    try:
        # A word that the locale passes over leaves no month, which would else be today's.
        settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}
        parser = DateDataParser(languages=[tongue], settings=settings)
        # Languages are looked up when the first date is parsed.
        parser.get_date_data("2004-01-15")
    except (ValueError, KeyError):
        return None
    return parser


def _in_stretch(text: str, span: Span, months: Months) -> Iterator[Mention]:
    taken: list[Mention] = []
    for pattern in (_TWO_NAMES, _FORMS, _MONTH_YEAR, _DAY_MONTH, _IN_YEAR):
        for match in pattern.finditer(text, span.start, span.end):
            mention = _mention(match, months)
            if mention and not any(one.start < mention.end and mention.start < one.end for one in taken):
                taken.extend((*_first_day(text, span, mention), mention))
    yield from sorted(taken, key=lambda one: one.start)


def _first_day(text: str, span: Span, last: Mention) -> Iterator[Mention]:
    """Yield the day that begins the period that ends with `last`, where it is a mere number before it."""
    found = _FIRST_DAY.search(text, max(last.start - 12, span.start), last.start) if last.recipe.day else None
    if found and 0 < int(found["first"]) < last.recipe.day:
        yield Mention(found.start(), found.end("first"), last.recipe.but(day=int(found["first"])))


def _mention(match: re.Match[str], months: Months) -> Mention | None:
    parts = match.groupdict()
    start = match.start("year") if match.re is _IN_YEAR else match.start()
    recipe = _recipe(parts, months)
    end = match.end() - match[0].endswith(".")
    return Mention(start, end, recipe) if recipe else None


def _recipe(parts: dict[str, str | None], months: Months) -> Recipe | None:
    written = parts.get("iso") or parts.get("ideo")
    if written:
        year, month, day = (*map(int, _NUMBERS.findall(written)), 0, 0)[:3]
    elif parts.get("y"):
        year, month, day = int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0)
        if month > 12:
            month, day = day, month
    else:
        word = parts.get("word")
        month = months.number(word) if word else 0
        if word and not month:
            return None
        year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    if month > 12 or day > 31 or (day and not month):
        return None
    return Recipe(op="date", year=year, month=month, day=day)
