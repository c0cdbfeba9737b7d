"""Births and deaths in the brackets behind a name: "Ada Marsh (4 May 1921 – 3 June 1999) was a chemist"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.events.status import dated
from deskbrief.analysis.grammar import NOUNS
from deskbrief.analysis.naming.persons import PARTICLES
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.outline import Event, Origin
from deskbrief.document.spans import Span

#: The name of the rule, by which an event is dated again when the day of writing changes.
RULE = "the brackets behind the name of a person"
_IN = r"(?:\s?,?\sin\s(?P<place>[^\d()\[\];–—]{2,70}?))?"
#: What stands before the date of a birth and of a death, where it is said which of them it is.
_THERE = r"(?:in\s(?P<place>[^\d()\[\];,–—]{2,40}?)\s)?(?:on\s|in\s|c\.\s?)?"
_BORN = re.compile(rf"(?:[^()\n]{{0,60}}[;,]\s)?(?:born|b\.)\s{_THERE}")
_DIED = re.compile(rf"(?:died|d\.)\s{_THERE}$")
#: A place behind a date, and what it ends with.
_PLACE = re.compile(_IN + r"\s?(?:[-–—;)]|,\s(?:died|d\.)|$)")
#: What stands between the first day of a life and the last one: a dash, and a place before it.
_TO = re.compile(_IN + r"\s?[-–—]\s?")
#: What tells behind the brackets that somebody is presented, and not the term of an office.
_PRESENTS = re.compile(r"\)\s?,?\s(?:was|is)\s(?:an?|the|one)\b")
#: Small words within the name of a person.
_WITHIN = PARTICLES | {"of", "the", "-", "‘", "’"}
#: Code points of the longest brackets, words of the longest name.
_LONGEST, _NAME = 200, 9
#: Years between the two days of a life; those of an office are mostly nearer to one another.
_GROWN = 18


def lives_of(
    text: str, sentence: Sentence, times: Times, written: Moment | None
) -> Iterator[tuple[Time, Event]]:
    """Yield births and deaths that brackets behind the name of a person tell, each with its date."""
    for opens in (word for word in sentence.words if word.text == "("):
        closes = text.find(")", opens.end, min(opens.end + _LONGEST, sentence.end))
        within = times.within(Span(opens.end, closes)) if closes > opens.end else ()
        inside = [time for time in within if time.concrete and time.worked.edtf]
        who = _person_before(text, sentence, opens.start) if inside else ""
        if who:
            yield from (
                (time, replace(_event(text, sentence, time, written), title=title, who=(who,), where=place))
                for time, what, place in _told(text, Span(opens.end, closes), inside)
                for title in (f"{who} {what} in {place}" if place else f"{who} {what}",)
            )


def _person_before(text: str, sentence: Sentence, offset: int) -> str:
    """Return the name of the person that ends before `offset`, "" for anything else."""
    words = [word for word in sentence.words if word.end <= offset]
    first = len(words)
    while first and len(words) - first < _NAME and _is_of_name(words[first - 1].text, words[first - 1].pos):
        first -= 1
    named = words[first:]
    while named and (named[0].text in _WITHIN or not named[0].text[:1].isupper()):
        named = named[1:]
    known = any(word.entity == "PERSON" for word in named)
    return words_of(text, Span(named[0].start, named[-1].end)) if known and len(named) > 1 else ""


def _is_of_name(written: str, pos: str) -> bool:
    return written in _WITHIN or (written[:1].isupper() and pos in NOUNS | {"X", "ADJ"})


def _told(text: str, inside: Span, dates: Sequence[Time]) -> Iterator[tuple[Time, str, str]]:
    """Yield the dates that the brackets `inside` give, with "was born" or "died", and the place or ""."""
    first, last = dates[0], dates[-1]
    for time in dates:
        before = text[inside.start : time.start]
        died = _DIED.search(before)
        born = _BORN.fullmatch(before) if time is first and not died else None
        said = died or born
        if said:
            place = said["place"] or _place(text, time, inside)
            yield time, "died" if died else "was born", place
    opening = text[inside.start : first.start].strip()
    bare = len(dates) == 2 and (not opening or opening.endswith(";"))  # "(Danish: …; 16 July 1860 – …)"
    days = any(time.worked.moment and time.worked.moment.grain == "day" for time in dates)
    years = [time.worked.moment.year for time in (first, last) if time.worked.moment]
    grown = len(years) == 2 and years[0] + _GROWN <= years[1]  # else it is the term of an office
    if (
        bare
        and days
        and grown
        and _TO.fullmatch(text, first.end, last.start)
        and _PRESENTS.match(text, inside.end)
    ):
        yield first, "was born", _place(text, first, inside)
        yield last, "died", _place(text, last, inside)


def _place(text: str, time: Time, inside: Span) -> str:
    """Return the place behind a date, "" for none."""
    match = _PLACE.match(text, time.end, min(inside.end + 1, time.end + _LONGEST))
    return (match["place"] or "") if match else ""


def _event(text: str, sentence: Sentence, time: Time, written: Moment | None) -> Event:
    date = time.event_date()
    return Event(
        date=date,
        title="",
        detail=words_of(text, sentence.span),
        spans=(sentence.span, Span(date.start, date.end)),
        status=dated(date.edtf, written),
        source=Origin.PROSE,
        rule=RULE,
        confidence=0.75,
    )
