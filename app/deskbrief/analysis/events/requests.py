"""Titles of what somebody is asked to do by a day: the request was made on another one."""

from __future__ import annotations

import re

from deskbrief.analysis.events.cutting import cut
from deskbrief.analysis.events.gapping import without_own_date
from deskbrief.analysis.events.reach import end_of
from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import DELAYING, is_infinitive
from deskbrief.analysis.grammar import NOUNS, SUBJECTS, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.document.outline import Event, Status
from deskbrief.document.spans import Span

#: Verbs with which somebody is asked or made to do something.
_ASKING = frozenset(
    """ask beg call compel direct instruct invite mandate oblige order press request require summon tell
    urge""".split()  # noqa: SIM905
)
#: What leads to the day to which something is put off.
_PUT_OFF = re.compile(r"\b(?:to|till|until)\s(?:the\s)?(?:[^\s\d]{1,10}\s(?:on\s)?)?$")
#: What leads to the day by which something is to be done.
_BY_THEN = re.compile(r"\b(?:before|by|than|till|until|within)\s(?:[^\s\d]{1,10}\s){0,3}$", re.IGNORECASE)
_TO_THEN = "to this date"


def of_request(text: str, tree: Tree, trigger: Trigger, event: Event, title: str) -> str:
    """Return the title of what is asked for, or put off, where the date is of that and not of the asking.

    "The council asked the ministry to publish its plan by June" tells of June: "the ministry to publish its
    plan (asked by the council)".
    """
    if trigger.is_noun:
        return title
    if tree.lemma(trigger.verb) in DELAYING and event.status is Status.PLANNED:
        put_off = _PUT_OFF.search(text, max(event.date.start - 24, event.spans[0].start), event.date.start)
        told = title.endswith(_TO_THEN) or words_of(text, Span(event.date.start, event.date.end)) in title
        return f"{title} {_TO_THEN}" if put_off and not told else title
    verb, asking = trigger.verb, tree.words[trigger.verb].head
    asked = is_infinitive(tree, verb) and tree.words[verb].dep in {"xcomp", "ccomp", "advcl"}
    late = event.date.start > tree.words[verb].end
    if not asked or not late or tree.lemma(asking) not in _ASKING or tree.words[asking].pos != "VERB":
        return title
    until = _BY_THEN.search(text, max(event.date.start - 24, event.spans[0].start), event.date.start)
    if until is None and event.status is not Status.PLANNED:
        return title  # "required banks to hold more capital in 1933" tells when it was required
    doer = _asked(tree, asking, verb)
    if doer < 0:
        return title
    who = words_of(text, tree.phrase(doer))
    deed = words_of(text, cut(tree, verb, max(end_of(tree, trigger), verb), LONGEST - len(who) // 2))
    deed = without_own_date(deed, words_of(text, Span(event.date.start, event.date.end)))
    return f"{who} to {deed}{_by_whom(text, tree, asking)}"


def _asked(tree: Tree, asking: int, verb: int) -> int:
    """Return the noun for who is asked, -1 where it is a pronoun or not said."""
    passive = tree.child(asking, {"auxpass"}) >= 0
    on = next((at for at in tree.kids(asking, {"prep"}) if tree.lemma(at) in {"on", "upon"}), -1)
    object_ = tree.child(asking, {"dobj", "dative"})
    pushed = tree.child(on, {"pobj"}) if on >= 0 and tree.lemma(asking) == "call" else -1
    doer = tree.subject(asking) if passive else max(object_, pushed)
    named = 0 <= doer < verb and tree.words[doer].pos in NOUNS
    return doer if named and (passive or doer > asking) else -1


def _by_whom(text: str, tree: Tree, asking: int) -> str:
    """Return who asks for it in brackets, as far as a noun or a name says it."""
    word = tree.words[asking]
    if word.tag not in {"VBD", "VBN"} or tree.lemma(asking) == "call":
        return ""
    by = tree.child(asking, SUBJECTS) if tree.child(asking, {"auxpass"}) < 0 else -1
    if by < 0 or tree.words[by].pos not in NOUNS:
        return f" (as {word.text})"
    who = words_of(text, tree.phrase(by))
    small = who[:1].lower() + who[1:] if who.startswith(("The ", "A ", "An ")) else who
    return f" ({word.text} by {small})" if len(small) < LONGEST // 2 else f" (as {word.text})"
