"""Events told in prose that no language model has read: the first date of a sentence that tells something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.events.bounds import REFUSED
from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.outline import Event, Origin
from deskbrief.document.spans import Span

_WORD_BEFORE = re.compile(r"([A-Za-z]{1,20})\s{1,4}(?:the\s)?$")
_TOLD = re.compile(
    r"\b(?:was|were|began|took|held|met|won|became|made|came|left|led|broke|fell|rose|saw|gave|sent|built|brought|"
    r"will|has been|have been|\w{2,20}ed)\b"
)


def plain_events(
    text: str, sentence: Sentence, dates: Sequence[Time], times: Times, written: Moment | None
) -> Iterator[Event]:
    """Yield what a sentence that no model has read tells of its first date, where it tells something."""
    if not dates:
        return
    time = dates[0]
    before = _WORD_BEFORE.search(text[max(sentence.start, time.start - 20) : time.start])
    word = before[1].lower() if before else ""
    if word in REFUSED or word in {"of", "for"} or not _TOLD.search(text, sentence.start, sentence.end):
        return
    low = time.end if time.start - sentence.start < 12 else sentence.start
    title = short_title(text, Span(low, sentence.end))
    date = date_of(text, time, times)
    yield Event(
        date=date,
        title=words_of(text, title),
        detail=words_of(text, sentence.span),
        spans=(sentence.span, Span(date.start, date.end)),
        status=dated(date.edtf, written),
        source=Origin.PROSE,
        rule="a sentence with a date, read without the language model",
        confidence=0.4,
    )
