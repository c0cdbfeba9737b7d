"""Time expressions and dated events of gold records, as the program finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mapping import Places, document_of

from deskbrief.analysis import job
from deskbrief.analysis.mishaps import BEGINS
from deskbrief.document.codec import document_request, join_outline
from deskbrief.document.outline import Event, Figure, Outline
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part

#: How the corpora name the statuses.
REALIS = {"ongoing": "occurred"}


def predict(records: Iterable[dict[str, Any]], *, inferred: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the prediction for each record; one that cannot be read gives an empty one with `error`.

    What a reader is shown is printed; `inferred` adds the happenings that no date dates, and the further
    sentences that a row leads to.
    """
    for record in records:
        try:
            yield {"id": record["id"], **_prediction(record, inferred=inferred)}
        except Exception as error:  # noqa: BLE001  a record's failure must not stop the rest
            yield {"id": record["id"], "timex": [], "events": [], "error": repr(error)}


def _prediction(record: dict[str, Any], *, inferred: bool) -> dict[str, Any]:
    document = document_of(record["text"])
    parts = job.outline(document_request(document, published=record.get("dct") or "", further=inferred))
    outline = join_outline(part for part in parts if isinstance(part, Part))
    if any(remark.startswith(BEGINS) for remark in outline.remarks):
        raise RuntimeError(outline.remarks)
    places = Places(document)
    return {"timex": list(_timex(outline, places)), "events": list(_events(outline, places, retold=inferred))}


def _timex(outline: Outline, places: Places) -> Iterator[dict[str, Any]]:
    for time in outline.times:
        span = places.back(time.span)
        if span:
            yield {"start": span.start, "end": span.end, "type": time.type, "value": time.value}


def _events(outline: Outline, places: Places, *, retold: bool = False) -> Iterator[dict[str, Any]]:
    values = {time.start: time.value for time in outline.times}
    for event in outline.events:
        span = places.back(event.trigger or event.spans[0])
        for value in _values(event, values) if span else ():
            assert span is not None
            yield {
                "start": span.start,
                "end": span.end,
                "date_value": value,
                "realis": REALIS.get(event.status, str(event.status)),
                "participants": [*_participants(event, places), *_changes(event, outline.figures, places)],
            }
            if retold and value:
                yield from _retold(event, places, value)


def _values(event: Event, values: dict[int, str]) -> list[str | None]:
    """Return the values of an event's date: several where the text lists several dates for it.

    What went on from one date to another has begun at the one and ended at the other, and the corpora date
    it by neither.
    """
    date = event.date
    if "/" in date.edtf and sum(date.start <= start < date.end for start in values) > 1:
        return [None]
    if date.end <= date.start:
        return [date.edtf] if date.edtf else []
    if date.edtf.startswith("{"):
        return [value for start, value in values.items() if date.start <= start < date.end]
    return [value] if (value := values.get(date.start, "")) else []


def _retold(event: Event, places: Places, value: str) -> Iterator[dict[str, Any]]:
    """Yield the further sentences that a row leads to, which tell the same event at the same date."""
    said = Span(event.date.start, event.date.end)
    for place in event.spans[1:]:
        span = places.back(place) if place != said else None
        if span:
            yield {"sentence_start": span.start, "sentence_end": span.end, "date_value": value}


def _participants(event: Event, places: Places) -> Iterator[dict[str, Any]]:
    """Yield the places of those who took part: of a name said twice the one nearest to the happening."""
    for named in (*event.who, event.where):
        at = _nearest(places.document.text, named, event) if named else -1
        span = places.back(Span(at, at + len(named))) if at >= 0 else None
        if span:
            yield {"start": span.start, "end": span.end}


def _changes(event: Event, figures: Iterable[Figure], places: Places) -> Iterator[dict[str, Any]]:
    """Yield how far something changed, which the corpora count among those who took part in the change."""
    for figure in figures:
        told = event.spans[0].start <= figure.start < event.spans[0].end and figure.text in event.title
        span = places.back(figure.span) if told and figure.change else None
        if span:
            yield {"start": span.start, "end": span.end}


def _nearest(text: str, named: str, event: Event) -> int:
    """Return where a name stands in the event's sentence, nearest to its trigger; -1 for nowhere."""
    sentence, centre = event.spans[0], (event.trigger or event.spans[0]).start
    found, at = [], text.find(named, sentence.start, sentence.end)
    while at >= 0:
        found.append(at)
        at = text.find(named, at + 1, sentence.end)
    return min(found, key=lambda place: abs(place - centre), default=-1)
