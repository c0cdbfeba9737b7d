"""Events made of a word of a sentence, a date, and what the sentence tells around them."""

from __future__ import annotations

from deskbrief.analysis.events.participants import participants, place
from deskbrief.analysis.events.phrases import title_of
from deskbrief.analysis.events.realis import status_of
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.document.outline import Event, EventDate, Origin
from deskbrief.document.spans import Span


def event_of(text: str, tree: Tree, trigger: Trigger, date: EventDate, written: Moment | None) -> Event:
    """Return the event that a word of a sentence names, at a date that stands in the sentence or nowhere."""
    status, wording = status_of(tree, trigger, date.edtf, written)
    word, where = tree.words[trigger.word], place(tree, trigger)
    said = (Span(date.start, date.end),) if date.end > date.start else ()
    return Event(
        date=date,
        title=title_of(text, tree, trigger),
        detail=words_of(text, tree.sentence.span),
        spans=(tree.sentence.span, *said),
        who=tuple(
            dict.fromkeys(words_of(text, span) for span in participants(tree, trigger) if span != where)
        ),
        where=words_of(text, where) if where else "",
        status=status,
        status_wording=wording,
        source=Origin.PROSE,
        trigger=Span(word.start, word.end),
    )
