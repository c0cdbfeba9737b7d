"""Invitations in messages: what a calendar part (RFC 5545) says of a meeting, as lines to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: The most lines of a calendar that are looked at, and the longest one.
MOST_LINES, LONGEST = 20_000, 20_000

_FOLD = re.compile(r"\r?\n[ \t]")
#: What is told of a meeting or a task, in this order, and the words before it.
_FACTS = {
    "SUMMARY": "",
    "DTSTART": "When: ",
    "DTEND": "Until: ",
    "DUE": "Due: ",
    "LOCATION": "Where: ",
    "ORGANIZER": "Organiser: ",
    "DESCRIPTION": "",
}
#: Parts of a calendar that people keep; the others tell of time zones and alarms.
_KEPT = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_COMMON_NAME = re.compile(r'CN="?([^";:]{1,200})')
_MAILTO = re.compile("mailto:", re.IGNORECASE)
_ZONE = re.compile(r'TZID="?([^";:]{1,80})')


def calendar_text(text: str) -> str:
    """Return what the calendar in `text` says of its meetings and tasks, a paragraph for each fact."""
    return "\n\n".join(_said(text))


def _said(text: str) -> Iterator[str]:
    inside: list[str] = []
    facts: dict[str, str] = {}
    for line in _FOLD.sub("", text).splitlines()[:MOST_LINES]:
        head, _, value = line[:LONGEST].partition(":")
        name, _, parameters = head.partition(";")
        name, value = name.strip().upper(), value.strip()
        if name == "BEGIN":
            inside.append(value.upper())
        elif name == "END":
            if inside and inside.pop() in _KEPT:
                yield from (facts[one] for one in _FACTS if one in facts)
                facts = {}
        elif inside and inside[-1] in _KEPT and name in _FACTS and value:
            facts.setdefault(name, _FACTS[name] + _fact(name, parameters, value))
    yield from (facts[one] for one in _FACTS if one in facts)


def _fact(name: str, parameters: str, value: str) -> str:
    """Return what one line says, as people write it."""
    if name == "ORGANIZER":
        called = _COMMON_NAME.search(parameters)
        return called[1] if called else _MAILTO.sub("", value)
    if name.startswith("D") and name != "DESCRIPTION":
        return _time(value, parameters)
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _time(value: str, parameters: str) -> str:
    """Return a day, with its time where there is one, as people write it; anything else as it stands."""
    found = _TIME.fullmatch(value)
    if not found:
        return value
    day = f"{found[1]}-{found[2]}-{found[3]}"
    if not found[4]:
        return day
    zone = _ZONE.search(parameters)
    where = " UTC" if found[6] else f" ({zone[1]})" if zone else ""
    return f"{day} {found[4]}:{found[5]}{where}"
