"""Items of a list that name a thing and what was done with it: "a letter sent to the mayor on 3 May 2015"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.analysis.events.building import event_of
from deskbrief.analysis.events.refusals import LOOKED_UP, is_cited
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import FINITE, NOUNS, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

#: What leads to the day on which it was done.
_LEADS = re.compile(r"(?:\bon|\bdated(?: on)?|,)\s(?:the\s)?$")


def noted_event(
    text: str, tree: Tree, dates: Sequence[Time], times: Times, written: Moment | None
) -> Event | None:
    """Return what an item without a finite verb tells of its one day, none where it tells nothing."""
    days = [one for one in dates if one.mention.recipe.op == "date" and one.mention.recipe.month]
    if not days:
        return None
    time = days[0]
    moment, deed = time.worked.moment, _deed(tree)
    if time is not days[-1] or moment is None or moment.grain != "day" or deed < 0:
        return None
    led = _LEADS.search(text, max(time.start - 16, tree.sentence.start), time.start)
    if tree.words[deed].start > time.start or led is None or is_cited(text, tree, time):
        return None
    event = event_of(text, tree, Trigger(deed, deed), date_of(text, time, times), written)
    title = words_of(text, short_title(text, Span(tree.sentence.start, led.start())))
    return replace(event, title=title, rule="an item that says what was done and when", confidence=0.7)


def _deed(tree: Tree) -> int:
    """Return the participle that says what was done with the thing that the item names; -1 for none."""
    root = tree.root
    acl = next((at for at in tree.kids(root, {"acl"}) if at > root), -1)
    if tree.words[root].pos not in NOUNS or acl < 0 or tree.words[acl].tag not in {"VBN", "VBD"}:
        return -1
    finite = any(word.tag in FINITE and at != acl for at, word in enumerate(tree.words))
    return -1 if finite or tree.lemma(acl) in LOOKED_UP else acl
