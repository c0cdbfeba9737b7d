"""Passages with a date, in texts whose language the rules for events do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deskbrief.analysis.events.status import dated
from deskbrief.analysis.sentences import block_sentences, is_prose
from deskbrief.analysis.times.foreign import JOINT
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Time, Times, interval
from deskbrief.document.model import Document
from deskbrief.document.outline import Event, EventDate, Origin
from deskbrief.document.spans import Span

RULE = "a sentence with a date, in a language whose verbs are not read"
#: How sure it is that such a sentence tells what happened on its date.
SURE = 0.4
#: Code points of the longest title; what is cut ends at a word.
_LONGEST = 140
#: A year alone is too coarse to tell when something happened.
_FINER = frozenset({"day", "month"})
_LABELLED = re.compile(r"\b(?:Date|Datum|Fecha|Data|Dato|Päivä|Дата)\s?:\s?$", re.IGNORECASE)
_JOINT = re.compile(rf"\.?{JOINT}")


def dated_passages(
    document: Document, times: Times, written: Moment | None, taken: frozenset[int]
) -> Iterator[Event]:
    """Yield an event for each date of a day or a month in prose, titled with its sentence.

    `taken` are the starts of what is an event already.
    """
    for number, block in enumerate(document.blocks):
        if not is_prose(block) or block.start in taken:
            continue
        for sentence in block_sentences(document, number):
            last = sentence.start
            for time in times.within(sentence.span):
                if time.start >= last and _is_fine(document.text, time):
                    event = _event(document, sentence.span, time, times, written)
                    last = event.date.end
                    yield event


def _is_fine(text: str, time: Time) -> bool:
    """Tell whether a time is a day or month that no label names: "Release Date: 5.3.2024"."""
    moment = time.worked.moment
    if _LABELLED.search(text, max(time.start - 40, 0), time.start):
        return False
    return time.concrete and moment is not None and moment.known and moment.grain in _FINER


def _event(document: Document, span: Span, time: Time, times: Times, written: Moment | None) -> Event:
    date = passage_date(document.text, time, times)
    return Event(
        date=date,
        title=_title(" ".join(span.of(document.text).split())),
        spans=(span, Span(date.start, date.end)),
        status=dated(date.edtf, written),
        source=Origin.PROSE,
        rule=RULE,
        confidence=SURE,
    )


def passage_date(text: str, first: Time, times: Times) -> EventDate:
    """Return the date that `first` gives, as a period where another one ends it."""
    date = first.event_date()
    last = next(iter(times.within(Span(first.end, first.end + 12))), None)
    if last is None or not last.concrete or not _JOINT.fullmatch(text, first.end, last.start):
        return date
    return replace(date, edtf=interval(first.worked.edtf, last.worked.edtf), end=last.end)


def _title(sentence: str) -> str:
    title = sentence.rstrip(".。")
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rpartition(' ')[0] or title[:_LONGEST]}…"
