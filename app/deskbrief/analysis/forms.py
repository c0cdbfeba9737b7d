"""Places in run-on text where a form goes on with its next entry or field, which no sentence crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}[ -]\d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4})"
)
#: What opens an entry of a situation report: "Rautahat: 23 September 2024: ", "Port Ellis: 5 May 2023 – ".
_LEAD_IN = re.compile(
    rf"(?<![\w’'-])(?P<place>[A-Z][\w’'.-]{{1,20}}(?: [A-Z][\w’'.-]{{1,20}}){{0,3}}): ?"
    rf"(?P<date>{_DATE}) ?[:–—-] ?"
)
#: What every such opening holds; it is found much sooner than the place before it.
_LEAD_MARK = re.compile(rf": ?{_DATE} ?[:–—-]")
#: A word that leads to the place, which so stands within a sentence.
_LEADING = re.compile(r"\b(?:in|of|at|from|near|to|and|or|for|the|by|with|on)\s$")
#: The value of a field and what begins right behind it: "Current admission: 21 | No deaths …".
_FIELD = re.compile(rf"(?<=[a-z)]): ?\d[\d,.]{{0,10}}%?(?P<end>\s)(?=[A-Z])(?!{_MONTH}\b)")
#: Fields of a block that make a form of it.
_FIELDS = 2


def breaks(text: str) -> list[int]:
    """Return the offsets in one block at which the next entry or field of a form begins."""
    fields = [match.end("end") for match in _FIELD.finditer(text)] if ": " in text else []
    found = fields if len(fields) >= _FIELDS else []
    opened = (
        match.start()
        for match in leads(text, 0, len(text))
        if not _LEADING.search(text, max(match.start() - 8, 0), match.start())
    )
    return sorted({*found, *opened})


def leads(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what looks like the opening of an entry, with its `place` and `date`, in a stretch of `text`."""
    if _LEAD_MARK.search(text, start, end) is not None:
        yield from _LEAD_IN.finditer(text, start, end)


def after_lead(text: str, start: int, end: int) -> int:
    """Return where a stretch begins once a place and date that open an entry are left out."""
    match = _LEAD_IN.match(text, start, end)
    return match.end() if match else start
