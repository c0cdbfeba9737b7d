"""The categories that words have for the rules about time, each one character of a category string."""

from __future__ import annotations

_NAMES = """
    OTHER MONTH MONTHABBR WEEKDAY WEEKDAYABBR UNIT UNITADJ SEASON FALL PART ORD DAY SMALL YEAR NUM QUANT BIG
    APOSYEAR DECADE DECADEWORD ISO SLASHED CLOCK HHMM AMPM ZONE CE BC QUARTER HALF QN FISCAL FISCALWORD HOLIDAY CENTURY
    THE A OF IN ON AT BY FOR TO AND OR FROM BETWEEN UNTIL PER COMMA DASH DOT SLASH LPAREN RPAREN QUOTE S APOS ANOTHER
    LAST PAST PREVIOUS NEXT COMING FOLLOWING THIS THAT SAME CURRENT EACH ONE
    AGO LATER EARLIER BEFORE AFTER SINCE HENCE EARLY MID LATE START END RECENT NEAR TERM
    APPROX MORE THAN LESS LEAST MOST ONLY LONG OLD AGE TODAY NOW PASTWORD FUTUREWORD ADVERB MODERN
    MONEY PERCENT TIMES POINT WITHIN REST WHOLE DURING TIMEWORD VERY
    T_DAY T_MONTH T_YEAR T_WEEK T_SEASON T_QUARTER T_DECADE T_CENTURY T_DUR T_SET T_PART T_CLOCK T_REF T_WEEKDAY
    T_HOLIDAY T_ORDDAY
""".split()

#: The character that stands for each category, from the private use area of Unicode.
CODES = {name: chr(0xE000 + at) for at, name in enumerate(_NAMES)}
OTHER = CODES["OTHER"]
#: Categories that stand for several.
GROUPS = {
    "MONTHISH": ("MONTH", "MONTHABBR"),
    "WEEKDAYISH": ("WEEKDAY", "WEEKDAYABBR"),
    "DAYISH": ("DAY", "ORD"),
    "NUMBER": ("DAY", "SMALL", "NUM", "YEAR", "BIG", "ONE"),
    "COUNT": ("DAY", "SMALL", "NUM", "BIG", "QUANT", "ONE"),
    "RANGE": ("DASH", "TO", "AND", "UNTIL", "OR"),
    "T_DATE": ("T_DAY", "T_MONTH", "T_YEAR", "T_WEEK", "T_SEASON", "T_QUARTER", "T_DECADE", "T_CENTURY"),
    "T_LONG": ("T_MONTH", "T_YEAR", "T_SEASON", "T_QUARTER", "T_DECADE", "T_CENTURY", "T_WEEK"),
}


def codes_of(name: str) -> str:
    """Return the characters of the category or group `name`; raises `KeyError` for an unknown one."""
    return "".join(CODES[member] for member in GROUPS.get(name, (name,)))
