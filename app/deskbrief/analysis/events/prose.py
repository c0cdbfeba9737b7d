"""Events told in prose: what a concrete date dates, in the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from deskbrief.analysis.events.participants import participants, place
from deskbrief.analysis.events.phrases import title_of
from deskbrief.analysis.events.realis import status_of
from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.events.refusals import REFUSED, is_refused
from deskbrief.analysis.events.triggers import Trigger, trigger_of
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.sentences import block_sentences, is_prose
from deskbrief.analysis.steps import Steps
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Document
from deskbrief.document.outline import Event, Origin
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
    """Return the times of a sentence that can date an event: no ends of periods, no clocks beside a day."""
    found = [time for time in times.within(span) if time.concrete and _is_datable(time)]
    days = [time for time in found if time.mention.recipe.op not in {"clock", "part"}]
    ends = {date_of(text, time, times).end for time in days}
    kept = days or found
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
    for time in dates:
        trigger = trigger_of(tree, time)
        if trigger is not None and not is_refused(text, tree, trigger, time):
            yield _event(text, tree, trigger, time, times, written)


def _event(
    text: str, tree: Tree, trigger: Trigger, time: Time, times: Times, written: Moment | None
) -> Event:
    date = date_of(text, time, times)
    status, wording = status_of(tree, trigger, date.edtf, written)
    word = tree.words[trigger.word]
    return Event(
        date=date,
        title=words_of(text, title_of(tree, trigger)),
        detail=words_of(text, tree.sentence.span),
        spans=(tree.sentence.span, Span(date.start, date.end)),
        who=tuple(dict.fromkeys(words_of(text, span) for span in participants(tree, trigger))),
        where=place(tree, trigger, text),
        status=status,
        status_wording=wording,
        source=Origin.PROSE,
        trigger=Span(word.start, word.end),
        rule="the noun that the date belongs to" if trigger.is_noun else "the verb that the date belongs to",
        confidence=_confidence(tree, trigger, time),
    )


def _confidence(tree: Tree, trigger: Trigger, time: Time) -> float:
    sure = 0.75 if time.mention.recipe.year else 0.65
    if tree.in_main_clause(trigger.verb):
        sure += 0.1
    if trigger.is_noun:
        sure -= 0.1
    return round(sure if time.worked.edtf else sure - 0.25, 2)


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
