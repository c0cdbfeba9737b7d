"""The words of time in English: each with its category and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable

#: What a word stands for: a number, or the name of a unit, part of the day and so on.
Value = float | str
Entry = tuple[str, Value]

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_ABBR = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}
_MONTH_ABBR |= {"oct": 10, "nov": 11, "dec": 12}
_WEEKDAY_ABBR = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6}
_WEEKDAY_ABBR |= {"sun": 7}
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_SMALL += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_ORDINALS += " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_ORDINAL_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
_ORDINAL_TENS |= {"seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100}

NUMBER_WORDS: dict[str, int] = {word: at for at, word in enumerate(_SMALL.split())}
TENS: dict[str, int] = {word: 20 + 10 * at for at, word in enumerate(_TENS.split())}
ORDINALS: dict[str, int] = {word: at for at, word in enumerate(_ORDINALS.split(), 1)} | _ORDINAL_TENS
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 10**9}
MONEY_SIGNS = frozenset("$€£¥#₹₽₩")

_UNITS = {
    "second": "seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "fortnight": "fortnight fortnights",
    "weekend": "weekend weekends",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "millennium": "millennium millennia",
    "night": "nights",
}
_SEASONS = {"SP": "spring springtime", "SU": "summer summertime", "FA": "autumn", "WI": "winter wintertime"}
_PARTS = {
    "MO": "morning mornings dawn daybreak sunrise",
    "MI": "midday noon",
    "AF": "afternoon afternoons",
    "EV": "evening evenings dusk sunset",
    "NI": "night midnight nighttime",
    "DT": "daytime daylight",
}
#: Days that fall on the same date each year; Easter and its kind are left as they are named.
HOLIDAYS = {"christmas": (12, 25), "xmas": (12, 25), "halloween": (10, 31)}


def listed(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


def _table(category: str, words: str | Iterable[str]) -> dict[str, Entry]:
    listed = words.split() if isinstance(words, str) else words
    return {word: (category, word) for word in listed}


def _valued(category: str, table: dict[str, str]) -> dict[str, Entry]:
    return {word: (category, value) for value, words in table.items() for word in words.split()}


def _numbered(category: str, table: dict[str, int]) -> dict[str, Entry]:
    return {word: (category, number) for word, number in table.items()}


def _decades() -> dict[str, Entry]:
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    return {name: ("DECADEWORD", 2 + at) for at, name in enumerate(names)}


_FUNCTION_WORDS = {
    "THE": "the",
    "A": "a an",
    "OF": "of",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "BY": "by",
    "FOR": "for",
    "TO": "to through thru till",
    "AND": "and",
    "OR": "or",
    "FROM": "from",
    "BETWEEN": "between",
    "UNTIL": "until",
    "PER": "per",
    "LAST": "last",
    "PAST": "past",
    "PREVIOUS": "previous preceding prior",
    "NEXT": "next",
    "COMING": "coming upcoming forthcoming",
    "FOLLOWING": "following subsequent ensuing succeeding",
    "THIS": "this these",
    "THAT": "that those",
    "SAME": "same",
    "CURRENT": "current present",
    "EACH": "every each",
    "AGO": "ago",
    "LATER": "later afterwards afterward",
    "EARLIER": "earlier previously beforehand",
    "BEFORE": "before",
    "AFTER": "after",
    "SINCE": "since",
    "HENCE": "hence",
    "EARLY": "early",
    "MID": "mid middle",
    "LATE": "late",
    "START": "start beginning outset",
    "END": "end close",
    "RECENT": "recent",
    "NEAR": "near foreseeable not-too-distant",
    "TERM": "term",
    "APPROX": "about around approximately roughly nearly almost some circa",
    "MORE": "more over",
    "LESS": "less under",
    "THAN": "than",
    "LEAST": "least",
    "MOST": "most",
    "ONLY": "only just mere",
    "S": "s",
    "LONG": "long",
    "OLD": "old",
    "WHOLE": "whole entire full",
    "REST": "rest remainder",
    "MODERN": "modern",
    "VERY": "very",
    "DURING": "during",
    "WITHIN": "within",
    "POINT": "point moment",
    "TIMEWORD": "time",
    "DATEWORD": "date",
    "EVE": "eve",
    "NEW": "new",
    "FEAST": "boxing bastille armistice veterans valentine",
    "OTHERWORD": "other",
    "ZONEWORD": """eastern central mountain pacific european local universal moscow beijing greenwich mean
    standard""",
    "PLUS": "+",
    "O": "o",
    "CLOCKWORD": "clock",
    "CIRCA": "c ca",
    "BEING": "being",
    "SINGLE": "single",
    "PERCENT": "% percent pct",
    "TIMES": "times",
    "COMMA": ",",
    "DOT": ".",
    "SLASH": "/",
    "LPAREN": "( [",
    "RPAREN": ") ]",
    "DASH": "- – — ‐ ‑ ‒ ―",
    "APOS": "' ’",
    "ANOTHER": "another",
    "QUOTE": '“ ” "',
}
_UNIT_ADJECTIVES = """trading working business calendar straight consecutive successive full whole entire
    additional extra further more brutal long short solid good odd different difficult tumultuous"""
_ZONES = "utc gmt est edt cst cdt mst mdt pst pdt bst cet cest eet ist jst et pt hkt aest z"

#: Every lower-case word that the lexer knows, with its category and value.
WORDS: dict[str, Entry] = {
    **{name: ("MONTH", at) for at, name in enumerate(MONTHS, 1)},
    **_numbered("MONTHABBR", _MONTH_ABBR),
    **{name: ("WEEKDAY", at) for at, name in enumerate(WEEKDAYS, 1)},
    **{name + "s": ("WEEKDAY", -at) for at, name in enumerate(WEEKDAYS, 1)},
    **_numbered("WEEKDAYABBR", _WEEKDAY_ABBR),
    **_valued("UNIT", _UNITS),
    **_valued("SEASON", _SEASONS),
    "fall": ("FALL", "FA"),
    **_valued("PART", _PARTS),
    **_decades(),
    **_table("HOLIDAY", HOLIDAYS),
    **_numbered("SMALL", NUMBER_WORDS),
    **_numbered("SMALL", TENS),
    **_numbered("BIG", SCALES),
    **_numbered("ORD", ORDINALS),
    **_table("UNITADJ", _UNIT_ADJECTIVES),
    **_table("ZONE", _ZONES),
    **{word: (name, word) for name, words in _FUNCTION_WORDS.items() for word in words.split()},
    **_table("QUANT", "several few many numerous countless couple dozen dozens"),
    **_table("AMPM", "am pm"),
    **_table("BC", "bc bce"),
    **_table("CE", "ad ce"),
    **_valued("QUARTER", {"quarter": "quarter quarters"}),
    "half": ("HALF", "half"),
    "fiscal": ("FISCALWORD", "fiscal"),
    "financial": ("FISCALWORD", "fiscal"),
    "today": ("TODAY", 0),
    "tonight": ("TODAY", "NI"),
    "tomorrow": ("TODAY", 1),
    "yesterday": ("TODAY", -1),
    **_table("NOW", "now nowadays currently presently"),
    **_table("PASTWORD", "recently former formerly lately"),
    **_table("FUTUREWORD", "future"),
    **_table("ADVERB", "daily weekly monthly yearly annually annual quarterly hourly nightly biweekly"),
}
