"""From text to tokens with categories: the first stage of finding times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deskbrief.analysis.times.categories import CODES, OTHER
from deskbrief.analysis.times.lexicon import MONEY_SIGNS, WORDS, Value


class Token(NamedTuple):
    """A token `[start, end)` of the text with its category character and what it stands for."""

    code: str
    start: int
    end: int
    value: Value = ""


_TOKEN = re.compile(
    r"""(?P<word>(?![QH][1-4]|FY|[AaPp]\.\ ?[Mm]|[ABC]\.[CDE]|[bac]\.[cde]\.
            |(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)[^\W\d_]+)
    |(?P<iso>(?<![\d-])[12]\d{3}-[01]\d-[0-3]\d(?![\d-]))
    |(?P<clock>(?<![\d:.,])[0-2]?\d:[0-5]\d(?!\d|[:.]\d))
    |(?P<clocks>(?<![\d:.,])[0-2]?\d:[0-5]\d:[0-5]\d(?!\d|[:.]\d))
    |(?P<slashed>(?<![\d/.])[0-3]?\d/[0-3]?\d/(?:[12]\d{3}|\d\d)(?![\d/]))
    |(?P<hyphened>(?<![\w–-])[0-3]?\d(?:-[0-3]?\d-|–[0-3]?\d–)(?:19|20)\d\d(?![\w–-]))
    |(?P<dotted>(?<![\d.])[0-3]?\d\.[01]?\d\.(?:19|20)\d\d(?!\d))
    |(?P<decade>(?<!\d)[12]\d\d0['’]?s\b)
    |(?P<apos>(?<!\w)['’‘`´]\d\ds?\b)
    |(?P<abbr>(?<!\w)
        (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.(?=[ \n,]))
    |(?P<qnyear>(?<!\w)(?:[QH][1-4]['’]|[1-4][QH]['’]?)\d\d(?!\w))
    |(?P<qn>(?<!\w)(?:[QH][1-4]|[1-4][QH])(?!\w))
    |(?P<fiscal>(?<!\w)FY[ \n-]?['’]?(?:[12]\d{3}|\d\d)(?!\w))
    |(?P<ordinal>(?<![\d.,])\d{1,2}(?:st|nd|rd|th)\b
        |(?<![\d.,])(?:[23]?1\ st|2?2\ nd|2?3\ rd|[12]?\d\ th|30\ th)
         (?=,\ [12]\d{3}|\ (?:of\ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))
    |(?P<number>\d[\d,.]*\d|\d)
    |(?P<ampm>(?<![^\W\d_])[AaPp]\.\ ?[Mm]\b\.?)
    |(?P<era>\b(?:B\.C\.E\b|B\.C\b|A\.D\b|C\.E\b)\.?|\b(?:b\.c\.e\.|b\.c\.|a\.d\.|c\.e\.))
    |(?P<other>[^\W\d_]+)
    |(?P<sign>[^\w\s]|_)""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d\d\d){1,4}(?:\.\d{1,6})?")
_NEEDS_CAPITAL = frozenset({"may", "march", "august", "bc", "bce", "ad", "ce"})
_NEEDS_CAPITALS = frozenset({"MONTHABBR", "WEEKDAYABBR", "ZONE"})
#: Words whose category depends on what part of speech they are: refused as times under these tags.
_REFUSED_TAGS = {
    "may": ("MD",),
    "march": ("VB", "VBD", "VBP", "VBZ"),
    "second": ("VB",),
    "spring": ("VB", "VBP", "VBD"),
    "fall": ("VB", "VBP", "VBD"),
    "past": ("IN", "RB"),
    "last": ("VB", "VBP"),
    "present": ("VB", "VBP"),
}


#: What follows the verb "fall" and never the season.
_FALLS = re.compile(
    r" (?:under|outside|within|into|short|behind|apart|below|foul|prey|victim|ill|through|away)\b"
)


def tokens(text: str, tags: Mapping[int, str] | None = None) -> list[Token]:
    """Return the tokens of `text`; `tags` gives Penn Treebank tags by the offset where a word begins."""
    return list(_tokens(text, tags or {}))


def _tokens(text: str, tags: Mapping[int, str]) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        if kind in {"word", "other"}:
            # Most words of a text are none of time.
            known = match[0].lower() in WORDS
            yield _word(text, start, end, tags) if known else Token(OTHER, start, end)
        elif kind == "sign":
            sign = text[start]
            if sign in MONEY_SIGNS:
                yield Token(CODES["MONEY"], start, end, sign)
            else:
                category, value = WORDS.get(sign, ("", sign))
                yield Token(CODES[category] if category else OTHER, start, end, value)
        else:
            yield _NUMERIC[str(kind)](text, start, end)


def _word(text: str, start: int, end: int, tags: Mapping[int, str]) -> Token:
    entry = WORDS.get(text[start:end].lower())
    if entry is None:
        return Token(OTHER, start, end)
    category, value = entry
    if category in _NEEDS_CAPITALS and not text[start].isupper():
        return Token(OTHER, start, end)
    lower = text[start:end].lower()
    if lower in _NEEDS_CAPITAL and not text[start].isupper():
        return Token(OTHER, start, end, lower)
    refused = lower in _REFUSED_TAGS and tags.get(start, "none") in _REFUSED_TAGS[lower]
    if refused or (lower == "fall" and _FALLS.match(text, end)):
        return Token(OTHER, start, end, lower)
    if category in {"ZONE", "BC", "CE"} and not text[start:end].isupper():
        return Token(OTHER, start, end)
    return Token(CODES[category], start, end, value)


def _iso(text: str, start: int, end: int) -> Token:
    return Token(CODES["ISO"], start, end, text[start:end])


def _clock(text: str, start: int, end: int) -> Token:
    hour, _, rest = text[start:end].partition(":")
    return Token(CODES["CLOCK"], start, end, f"{int(hour):02d}:{rest}")


def _slashed(text: str, start: int, end: int) -> Token:
    return Token(CODES["SLASHED"], start, end, text[start:end])


def _decade(text: str, start: int, end: int) -> Token:
    return Token(CODES["DECADE"], start, end, text[start : start + 3])


def _apostrophe(text: str, start: int, end: int) -> Token:
    digits = text[start + 1 : start + 3]
    return Token(
        CODES["DECADEWORD" if end - start == 4 else "APOSYEAR"],
        start,
        end,
        int(digits[0 : 5 - (end - start)]),
    )


def _ordinal(text: str, start: int, end: int) -> Token:
    return Token(CODES["ORD"], start, end, int(text[start : end - 2]))


#: A number of several parts, or a long one, before a dash: "Report No. 05-01670-04".
_GOES_ON = re.compile(r"(?:\d[-–]\d{5,8}|\d{5})[-–]$")


def _number(text: str, start: int, end: int) -> Token:
    written = text[start:end]
    if start and text[start - 1] in MONEY_SIGNS:
        return Token(CODES["MONEY"], start, end)
    if start and text[start - 1] in "-–" and _GOES_ON.search(text, max(start - 12, 0), start):
        return Token(OTHER, start, end)
    if written.isdecimal() and written.isascii():
        return _integer(written, start, end)
    if _GROUPED.fullmatch(written):
        return Token(CODES["NUM"], start, end, float(written.replace(",", "")))
    whole, _, rest = written.partition(".")
    if whole.isdecimal() and rest.isdecimal() and len(written) < 12:
        return Token(CODES["NUM"], start, end, float(written))
    return Token(OTHER, start, end)


def _integer(written: str, start: int, end: int) -> Token:
    if len(written) > 9:
        return Token(OTHER, start, end)
    number = int(written)
    if len(written) == 4 and 1000 <= number <= 2199:
        return Token(CODES["YEAR"], start, end, number)
    if len(written) == 4 and written[0] == "0":
        return Token(CODES["HHMM"], start, end, f"{written[:2]}:{written[2:]}")
    return Token(CODES["DAY" if 1 <= number <= 31 and len(written) < 3 else "NUM"], start, end, number)


def _ampm(text: str, start: int, end: int) -> Token:
    return Token(CODES["AMPM"], start, end, text[start].lower() + "m")


def _era(text: str, start: int, end: int) -> Token:
    return Token(CODES["BC" if text[start] in "Bb" else "CE"], start, end, text[start:end])


def _abbreviation(text: str, start: int, end: int) -> Token:
    category, value = WORDS[text[start : end - 1].lower()]
    return Token(CODES[category], start, end, value)


def _quarter(text: str, start: int, end: int) -> Token:
    letters = sorted(text[start:end])
    return Token(CODES["QN"], start, end, f"{letters[1]}{letters[0]}")


def _quarter_of_year(text: str, start: int, end: int) -> Token:
    letters = sorted(text[start : start + 2])
    return Token(CODES["QNYEAR"], start, end, f"{letters[1]}{letters[0]}{text[end - 2 : end]}")


def _fiscal(text: str, start: int, end: int) -> Token:
    digits = "".join(sign for sign in text[start:end] if sign.isdigit())
    return Token(CODES["FISCAL"], start, end, int(digits) + (2000 if len(digits) == 2 else 0))


_NUMERIC = {
    "abbr": _abbreviation,
    "qn": _quarter,
    "qnyear": _quarter_of_year,
    "fiscal": _fiscal,
    "iso": _iso,
    "clock": _clock,
    "clocks": _clock,
    "slashed": _slashed,
    "hyphened": _slashed,
    "dotted": _slashed,
    "decade": _decade,
    "apos": _apostrophe,
    "ordinal": _ordinal,
    "number": _number,
    "ampm": _ampm,
    "era": _era,
}
