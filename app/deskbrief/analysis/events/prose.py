"""Events told in prose: what a concrete date dates, in the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from deskbrief.analysis.events.companions import companions
from deskbrief.analysis.events.participants import participants, place
from deskbrief.analysis.events.phrases import title_of
from deskbrief.analysis.events.realis import status_of
from deskbrief.analysis.events.refusals import REFUSED, is_refused
from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.events.triggers import Trigger, trigger_of
from deskbrief.analysis.events.verbs import is_past, is_to_come
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.sentences import block_sentences, is_prose
from deskbrief.analysis.steps import Steps
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.edtf import bounds
from deskbrief.document.model import Document
from deskbrief.document.outline import Event, EventDate, Origin
from deskbrief.document.spans import Span

_TOO_LONG = frozenset({"decade", "century", "millennium"})
#: Events of one sentence: more dates than that make a table of it.
MOST = 8
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s+(?:the\s)?$")
_TOLD = re.compile(
    r"\b(?:was|were|began|took|held|met|won|became|made|came|left|led|broke|fell|rose|saw|gave|sent|built|brought|"
    r"will|has been|have been|\w{2,20}ed)\b"
)


def prose_events(
    document: Document,
    sentences: Mapping[int, Sequence[Sentence]],
    times: Times,
    written: Moment | None,
    taken: Collection[int],
) -> Steps[list[Event]]:
    """Return the events told in prose; blocks that begin at one of the offsets `taken` are left out."""
    events: list[Event] = []
    for number, block in enumerate(document.blocks):
        if not is_prose(block) or block.start in taken or not times.within(block.span):
            continue
        for sentence in sentences.get(number) or block_sentences(document, number):
            dates = _dates(document.text, sentence.span, times)
            if dates and sentence.words:
                tree = Tree(sentence)
                events.extend(_parsed(document.text, tree, dates, times, written))
            elif dates:
                events.extend(_plain(document.text, sentence, dates, times, written))
        yield
    return events


def _dates(text: str, span: Span, times: Times) -> list[Time]:
    """Return the times of a sentence that can date an event: no ends of periods."""
    found = [time for time in times.within(span) if time.concrete and _is_datable(time)]
    ends = {date_of(text, time, times).end for time in found}
    kept = found
    return [
        time
        for at, time in enumerate(kept)
        if not (at and time.end in ends and _ends_period(text, kept[at - 1], time, times))
    ][:MOST]


def _ends_period(text: str, before: Time, time: Time, times: Times) -> bool:
    return date_of(text, before, times).end == time.end


def _is_datable(time: Time) -> bool:
    moment = time.worked.moment
    return moment is None or moment.grain not in _TOO_LONG


def _parsed(
    text: str, tree: Tree, dates: Sequence[Time], times: Times, written: Moment | None
) -> Iterator[Event]:
    """Yield the events of a sentence that the model has read."""
    for trigger, time in _dated_words(text, tree, dates):
        yield event_of(text, tree, trigger, date_of(text, time, times), _sure(time), written)


def _dated_words(text: str, tree: Tree, dates: Sequence[Time]) -> list[tuple[Trigger, Time]]:
    """Return what the dates of a sentence date, each happening once at each date."""
    found = []
    for time in dates:
        trigger = trigger_of(tree, time)
        if (
            trigger is not None
            and not is_refused(text, tree, trigger, time)
            and _can_stand(tree, trigger, time)
        ):
            found.append((trigger, time))
    own = [one for one in found if not any(_says_better(other, one) for other in found)]
    for trigger, time in tuple(own):
        known = {one.word for one, _ in own}
        own.extend((more, time) for more in companions(tree, trigger, time, dates) if more.word not in known)
    return own


def _can_stand(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a time may make an event: without a place on the calendar only a day that is told of."""
    if time.worked.edtf:
        return True
    said = time.mention.recipe
    day = said.op == "weekday" or said.base == "doc" or bool(said.month)
    return day and (is_past(tree, trigger.verb) or is_to_come(tree, trigger.verb))


def _says_better(other: tuple[Trigger, Time], one: tuple[Trigger, Time]) -> bool:
    """Tell whether `other` dates the same happening as `one` and is the finer date within it."""
    if other is one or other[0].word != one[0].word:
        return False
    outer, inner = bounds(one[1].worked.edtf), bounds(other[1].worked.edtf)
    if not outer or not inner:
        return False
    if inner == outer:
        return other[1].start < one[1].start
    if one[1].mention.recipe.clock or other[1].mention.recipe.clock:
        return bool(one[1].mention.recipe.clock)
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def event_of(
    text: str, tree: Tree, trigger: Trigger, date: EventDate, sure: float, written: Moment | None
) -> Event:
    """Return the event that a word of a sentence names, at a date."""
    status, wording = status_of(tree, trigger, date.edtf, written)
    word, where = tree.words[trigger.word], place(tree, trigger)
    return Event(
        date=date,
        title=title_of(text, tree, trigger),
        detail=words_of(text, tree.sentence.span),
        spans=(tree.sentence.span, Span(date.start, date.end)),
        who=tuple(dict.fromkeys(words_of(text, span) for span in participants(tree, trigger))),
        where=words_of(text, where) if where else "",
        status=status,
        status_wording=wording,
        source=Origin.PROSE,
        trigger=Span(word.start, word.end),
        rule="the noun that the date belongs to" if trigger.is_noun else "the verb that the date belongs to",
        confidence=_confidence(tree, trigger, sure),
    )


def _sure(time: Time) -> float:
    sure = 0.75 if time.mention.recipe.year else 0.65
    return sure if time.worked.edtf else sure - 0.25


def _confidence(tree: Tree, trigger: Trigger, sure: float) -> float:
    if tree.in_main_clause(trigger.verb):
        sure += 0.1
    return round(sure - 0.1 if trigger.is_noun else sure, 2)


def _plain(
    text: str, sentence: Sentence, dates: Sequence[Time], times: Times, written: Moment | None
) -> Iterator[Event]:
    """Yield what a sentence that no model has read tells of its first date, where it tells something."""
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
