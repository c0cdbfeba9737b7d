"""Whom one verb tells of on several days: "heard on 5 May from Ann Roe and on 7 May from Ben Cole"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.told import Time
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

#: What leads behind a date to somebody of its own.
_LEADS = re.compile(r",?\s(?P<leads>from|with|against|by|to)\s(?=[A-Z]|the\s|an?\s|its\s)")
#: Code points before a date in which somebody else is looked for.
_REACH = 160


def has_own_giver(text: str, first: Time, last: Time) -> bool:
    """Tell whether somebody follows the `last` of two dates as somebody else is led to before it."""
    led = _LEADS.match(text, last.end, last.end + 20)
    if led is None:
        return False
    before = text[max(first.start - _REACH, 0) : last.start]
    return f" {led['leads']} " in before.rpartition(". ")[2]


def with_own_giver(
    text: str, tree: Tree, event: Event, trigger: Trigger, own: Time, dates: Sequence[Time]
) -> Event:
    """Return an event of one of several dates with whom that date has of its own, and without the others."""
    if trigger.is_noun or len(dates) < 2:
        return event
    mine = _behind(text, tree, own)
    others = [span for time in dates if time is not own and (span := _behind(text, tree, time))]
    if mine is not None:
        leads = text[own.end : mine.start].strip(" ,")
        others = [span for span in _led_to(tree, leads, trigger.verb) if span != mine]
    if not others:
        return event
    dropped = {words_of(text, span) for span in others}
    who = tuple(one for one in event.who if not any(one in name or name in one for name in dropped))
    if mine is None:
        return replace(event, who=who)
    named, title = words_of(text, mine), event.title
    for name in dropped:
        title = title.partition(f" {leads} {name}")[0]
    title = title if named in title else f"{title} {leads} {named}"
    return replace(event, title=title, who=(*(one for one in who if named not in one), named))


def _behind(text: str, tree: Tree, time: Time) -> Span | None:
    """Return whom a preposition behind a date leads to, none for anything else."""
    led = _LEADS.match(text, time.end, time.end + 20)
    found = _led_to(tree, led["leads"], 0) if led else ()
    return next((span for span in found if led and 0 <= span.start - led.end() <= 1), None)


def _led_to(tree: Tree, leads: str, verb: int) -> Iterator[Span]:
    """Yield the noun phrases behind each preposition `leads` after a verb, nothing set beside them."""
    for at in range(verb + 1, len(tree.words) - 1):
        if tree.words[at].text.lower() != leads:
            continue
        first = last = at + 1
        while last < len(tree.words) and tree.words[last].pos in NOUNS | {"DET", "ADJ"}:
            last += 1
        if last > first and tree.words[last - 1].pos in NOUNS:
            yield Span(tree.words[first].start, tree.words[last - 1].end)
