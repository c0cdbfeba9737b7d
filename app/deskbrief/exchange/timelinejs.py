"""Events as JSON for TimelineJS, which shows texts as HTML: so they are escaped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from deskbrief.document.edtf import EdtfDate, EdtfValue, parse
from deskbrief.document.tasks import Json
from deskbrief.exchange.items import EventOut, Written


def timelinejs(events: Sequence[EventOut], title: str) -> Written:
    """Return `events` under `title`; those without a year are left out."""
    slides: list[Json] = []
    left_out: list[str] = []
    for event in events:
        value = parse(event.edtf) if event.edtf else None
        start = _start(value) if value else None
        if value is None or start is None:
            left_out.append(event.title)
            continue
        slides.append(_slide(event, value, start))
    timeline = {"title": {"text": {"headline": _shown(title)}}, "events": slides}
    text = json.dumps(timeline, ensure_ascii=False, indent=1)
    return Written(f"{text}\n".encode("utf-8", "replace"), len(slides), tuple(left_out))


def _slide(event: EventOut, value: EdtfValue, start: dict[str, Json]) -> dict[str, Json]:
    wording = _shown(event.wording or event.shown)
    slide: dict[str, Json] = {
        "unique_id": event.key,
        "start_date": {**start, "display_date": wording},
        "display_date": wording,
        "text": {"headline": _shown(event.title), "text": _paragraphs(event)},
        "group": event.status,
    }
    end = _end(value)
    if end and end != start:
        slide["end_date"] = {**end, "display_date": wording}
    return slide


def _paragraphs(event: EventOut) -> str:
    who = f"Who: {', '.join(event.who)}" if event.who else ""
    where = f"Where: {event.where}" if event.where.strip() else ""
    lines = (event.added, who, where, event.citation.words, *event.further)
    return "".join(f"<p>{_shown(line)}</p>" for line in lines if line.strip())


def _shown(text: str) -> str:
    return escape(" ".join(text.split()))


def _start(value: EdtfValue) -> dict[str, Json] | None:
    """Return where the event begins; of a time that only ends, its end."""
    date = value.start or value.end
    if date is None or date.years is None:
        return None
    return _date(date, date.years[0])


def _end(value: EdtfValue) -> dict[str, Json] | None:
    """Return where it ends: the last year where a decade or a century is meant."""
    date = value.end if value.interval else value.start
    if date is None or date.years is None:
        return None
    return _date(date, date.years[1])


def _date(date: EdtfDate, year: int) -> dict[str, Json]:
    """Return a date with only what is known of it; a season or a quarter has no month."""
    parts: dict[str, Json] = {"year": year}
    if 1 <= date.month <= 12:
        parts["month"] = date.month
        if date.day:
            parts["day"] = date.day
        if date.clock:
            parts["hour"], parts["minute"] = map(int, date.clock.split(":")[:2])
    return parts
