"""Events as iCalendar (RFC 5545): all-day entries, or entries with a time where the text gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from deskbrief import __version__
from deskbrief.document.edtf import EdtfDate, EdtfValue, parse
from deskbrief.document.outline import Status
from deskbrief.exchange.items import EventOut, Written

#: Octets in a line, without its end.
LONGEST_LINE = 75
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
#: Whoever reads a calendar must not be told that what may not happen does.
_STATUS = {
    Status.OCCURRED: "CONFIRMED",
    Status.ONGOING: "CONFIRMED",
    Status.NEGATED: "CANCELLED",
}


def icalendar(events: Sequence[EventOut], stamp: str) -> Written:
    """Return `events` as a calendar; those without a day are left out.

    `stamp` is the day, in ISO 8601, of which the entries say that they are, so that the same events give the
    same bytes.
    """
    entries: list[str] = []
    left_out: list[str] = []
    count = 0
    for event in events:
        value = parse(event.edtf) if event.edtf else None
        times = list(_times(value)) if value else []
        if not times:
            left_out.append(event.title)
            continue
        count += 1
        for number, time in enumerate(times):
            key = f"{event.key}-{number}" if number else event.key
            entries += _entry(event, key, time, stamp)
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Deskbrief//Deskbrief {__version__}//EN"]
    lines = [*head, "CALSCALE:GREGORIAN", *entries, "END:VCALENDAR"]
    data = "".join(f"{line}\r\n" for line in map(folded, lines)).encode()
    return Written(data, count, tuple(left_out))


def _entry(event: EventOut, key: str, times: Sequence[str], stamp: str) -> Iterator[str]:
    value = parse(event.edtf)
    vague = value is not None and any(end and (end.approximate or end.uncertain) for end in _dates(value))
    status = "TENTATIVE" if vague else _STATUS.get(Status(event.status), "TENTATIVE")
    yield "BEGIN:VEVENT"
    yield f"UID:{key}@deskbrief"
    yield f"DTSTAMP:{stamp.replace('-', '')}T000000Z"
    yield from times
    yield f"SUMMARY:{escaped(event.title)}"
    yield f"DESCRIPTION:{escaped(_description(event))}"
    if event.where.strip():
        yield f"LOCATION:{escaped(event.where)}"
    yield f"STATUS:{status}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: EventOut) -> str:
    parts = (
        event.added,
        f"Who: {', '.join(event.who)}" if event.who else "",
        f"Date: {event.shown}" + (f" ({event.reason})" if event.reason else ""),
        f"Status: {event.status}{', checked by the reader' if event.checked else ', found automatically'}",
        event.citation.words,
        *event.further,
    )
    return "\n".join(filter(None, parts))


def _times(value: EdtfValue) -> Iterator[list[str]]:
    """Yield DTSTART and DTEND of each time that `value` means, if all of them have a day."""
    pairs: Iterable[tuple[EdtfDate | None, EdtfDate | None]] = [(value.start, value.end)]
    if value.members:
        pairs = [(member, member) for member in value.members]
    made = [_lines(*pair) for pair in pairs]
    if all(made):
        yield from made


def _dates(value: EdtfValue) -> tuple[EdtfDate | None, ...]:
    return value.members or (value.start, value.end)


def _lines(start: EdtfDate | None, end: EdtfDate | None) -> list[str]:
    """Return the lines of one time, none when an end has no day that a calendar knows."""
    first, last = _day(start), _day(end)
    if start is None or end is None or first is None or last is None:
        return []
    try:
        if start.clock and end.clock:
            lines = [f"DTSTART{_moment(first, start)}"]
            return lines if start == end else [*lines, f"DTEND{_moment(last, end)}"]
        # The end of an all-day entry is the day after its last.
        after = last + timedelta(days=1)
    except (OverflowError, ValueError):
        return []
    return [f"DTSTART;VALUE=DATE:{_digits(first)}", f"DTEND;VALUE=DATE:{_digits(after)}"]


def _day(end: EdtfDate | None) -> date | None:
    if end is None or not end.day or not 1 <= end.month <= 12 or end.years is None:
        return None
    low, high = end.years
    if low != high or not 1 <= low <= 9999:
        return None
    try:
        return date(low, end.month, end.day)
    except ValueError:
        return None


def _moment(day: date, time: EdtfDate) -> str:
    """Return a time of day: in UTC where its zone is known, else as the clock where it happens shows it."""
    hours, minutes, seconds = [*map(int, time.clock.split(":")), 0][:3]
    moment = datetime(day.year, day.month, day.day) + timedelta(hours=hours, minutes=minutes, seconds=seconds)  # noqa: DTZ001 - without a zone is what is meant
    if not time.zone:
        return f":{_digits(moment.date())}T{_clock(moment)}"
    if time.zone != "Z":
        ahead, _, rest = time.zone[1:].partition(":")
        offset = timedelta(hours=int(ahead), minutes=int(rest or 0))
        moment += offset if time.zone[0] == "-" else -offset
    return f":{_digits(moment.date())}T{_clock(moment)}Z"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _clock(moment: datetime) -> str:
    return f"{moment.hour:02}{moment.minute:02}{moment.second:02}"


def escaped(text: str) -> str:
    """Return `text` as a TEXT value (RFC 5545, 3.3.11)."""
    text = _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    for plain, code in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, code)
    return text


def folded(line: str) -> str:
    """Return `line` in pieces of at most 75 octets, none of which ends inside a character (3.1)."""
    pieces: list[str] = []
    piece: list[str] = []
    room = LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("".join(piece))
            # The space that begins a further piece takes an octet.
            piece, room = [], LONGEST_LINE - 1
        piece.append(character)
        room -= size
    pieces.append("".join(piece))
    return "\r\n ".join(pieces)
