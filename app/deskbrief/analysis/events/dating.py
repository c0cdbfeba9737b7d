"""What the dates of one sentence date: each happening once, with those joined to it."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.events.companions import companions
from deskbrief.analysis.events.givers import has_own_giver
from deskbrief.analysis.events.refusals import is_refused
from deskbrief.analysis.events.triggers import Trigger, noun_before, trigger_of, when_clause
from deskbrief.analysis.events.verbs import is_past, is_to_come
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.ranges import are_listed, date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.edtf import bounds
from deskbrief.document.spans import Span

_TOO_LONG = frozenset({"decade", "century", "millennium"})
#: Dates of one sentence: more than that make a table of it.
MOST = 8


def dates_of(text: str, span: Span, times: Times) -> list[Time]:
    """Return the times of a sentence that can date an event: no ends of periods."""
    found = [time for time in times.within(span) if time.concrete and _is_datable(time)]
    ends = {date_of(text, time, times).end for time in found}
    return [
        time
        for at, time in enumerate(found)
        if not (at and time.end in ends and _ends_period(text, found[at - 1], time, times))
    ][:MOST]


def _ends_period(text: str, before: Time, time: Time, times: Times) -> bool:
    return date_of(text, before, times).end == time.end


def _is_datable(time: Time) -> bool:
    moment = time.worked.moment
    return moment is None or moment.grain not in _TOO_LONG


def grouped_dates(text: str, found: Sequence[tuple[Trigger, Time]], times: Times) -> list[Dated]:
    """Return what was found with all its dates: those that the text lists for one word are one date."""
    result: list[tuple[Trigger, list[Time]]] = []
    for trigger, time in found:
        same = next((group for known, group in result if known.word == trigger.word), None)
        if same is not None and _go_together(text, [*same, time], times):
            same.append(time)
        else:
            result.append((trigger, [time]))
    return [(trigger, tuple(group)) for trigger, group in result]


def _go_together(text: str, group: Sequence[Time], times: Times) -> bool:
    """Tell whether times are listed, and each is one date and no period."""
    if has_own_giver(text, group[0], group[-1]):
        return False
    return are_listed(text, group) and not any(
        "/" in date.edtf or "T" in date.edtf for date in (date_of(text, time, times) for time in group)
    )


#: A word that tells a happening, with its dates.
Dated = tuple[Trigger, tuple[Time, ...]]


def dated_words(
    text: str, tree: Tree, dates: Sequence[Time], *, undated: bool = False
) -> list[tuple[Trigger, Time]]:
    """Return what the dates of a sentence date, each happening once at each date.

    Of an `undated` document also times are taken that a date of the document would give a place.
    """
    found = []
    for time in dates:
        clause = when_clause(tree, time)
        if (
            clause is not None
            and not is_refused(text, tree, clause, time)
            and _can_stand(tree, clause, time, undated=undated)
        ):
            found.append((clause, time))
        trigger = trigger_of(tree, time)
        if trigger is not None and not trigger.is_noun and any(one.word == trigger.word for one, _ in found):
            trigger = noun_before(tree, time, trigger) or trigger
        if (
            trigger is not None
            and _NO_WORD.isdisjoint(tree.words[trigger.word].text)
            and not is_refused(text, tree, trigger, time)
            and _can_stand(tree, trigger, time, undated=undated)
        ):
            found.append((trigger, time))
    own = [one for one in found if not any(_says_better(other, one) for other in found)]
    for trigger, time in tuple(own):
        known = {one.word for one, _ in own}
        own.extend((more, time) for more in companions(tree, trigger, time, dates) if more.word not in known)
    return own


#: Signs that no verb and no noun has: those of addresses and code.
_NO_WORD = frozenset("@/\\{}|<>=:")
#: How times are worked out that the day of writing may give a place.
_COUNTED = frozenset({"clock", "part", "unit", "named"})


def _can_stand(tree: Tree, trigger: Trigger, time: Time, *, undated: bool) -> bool:
    """Tell whether a time may make an event: without a place on the calendar only a day that is told of."""
    if time.worked.edtf:
        return True
    said = time.mention.recipe
    day = said.op == "weekday" or said.base == "doc" or bool(said.month)
    counted = said.op in _COUNTED or bool(said.season) or said.unit == "quarter"
    return (day or (undated and counted and not (said.op == "part" and trigger.is_noun))) and (
        is_past(tree, trigger.verb) or is_to_come(tree, trigger.verb)
    )


def _says_better(other: tuple[Trigger, Time], one: tuple[Trigger, Time]) -> bool:
    """Tell whether `other` dates the same happening as `one` and is the finer date within it.

    "The 2010 floods began in May 2010" tells one happening.
    """
    named = one[0].is_noun and not other[0].is_noun and other[0].word == one[0].verb
    if other is one or (other[0].word != one[0].word and not named):
        return False
    outer, inner = bounds(one[1].worked.edtf), bounds(other[1].worked.edtf)
    if not outer or not inner:
        clocks = [bool(pair[1].mention.recipe.clock) for pair in (other, one)]
        return not outer and not inner and clocks == [False, True]
    if inner == outer:
        return other[1].start < one[1].start
    if one[1].mention.recipe.clock or other[1].mention.recipe.clock:
        return bool(one[1].mention.recipe.clock)
    return outer[0] <= inner[0] and inner[1] <= outer[1]
