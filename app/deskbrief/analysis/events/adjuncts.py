"""Dates taken from words that only describe: "troops led by Roe on 5 May", "what it called a test in May"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import words_inside
from deskbrief.analysis.events.verbs import helpers, is_past_alone
from deskbrief.analysis.grammar import FINITE, NOUNS, SUBJECTS, Tree
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.told import Time

#: Participles that say who leads, holds or stands behind something, or where it is, and not what was done.
_HOLDING = listed(
    """arm back base chair command control dominate govern head hold house inhabit lead locate man own rule
    run situate support surround"""
)
#: Verbs of "what they call a test", which only name it.
_NAMING = listed("call describe dub label name term")
#: Prepositions of a phrase at the head of a sentence that names what had happened: "despite the fall of Lae".
_AROUND = frozenset({"after", "amid", "amidst", "before", "despite", "following"})
#: Steps up from a word that are looked at.
_HIGHEST = 6


def rehung(tree: Tree, time: Time) -> Tree:
    """Return the tree with the date under what it is of, where the model has it under a word beside that."""
    inside = words_inside(tree, time)
    opens = inside.start - 1
    if not len(inside):
        return tree
    top = next((at for at in (opens, *inside) if _is_led(tree, at, inside)), -1)
    verb = tree.words[top].head if top >= 0 else -1
    above = _over_description(tree, verb) if 0 <= verb < inside.start else -1
    if above >= 0:
        return tree.with_words({top: replace(tree.words[top], head=above)})
    if opens < 1 or tree.words[opens].dep != "prep" or tree.words[opens].pos != "ADP":
        return tree
    noun = max(_of_opening(tree, inside), _fronted(tree, opens))
    if noun < 0 and (time.mention.recipe.year or time.mention.recipe.month):
        noun = _of_subject(tree, inside)
    return tree if noun < 0 else tree.with_words({opens: replace(tree.words[opens], head=noun)})


def _is_led(tree: Tree, at: int, inside: range) -> bool:
    """Tell whether a word is the highest one of a date: its preposition, or its first word outside."""
    return at >= 0 and tree.words[at].head not in inside and tree.words[at].head != at


def _over_description(tree: Tree, verb: int) -> int:
    """Return the verb over a participle that holds or names; -1 for other words."""
    word = tree.words[verb]
    if word.pos != "VERB":
        return -1
    holds = (
        word.tag == "VBN" and word.dep == "acl" and not helpers(tree, verb) and tree.lemma(verb) in _HOLDING
    )
    names = tree.lemma(verb) in _NAMING and any(tree.words[kid].tag == "WP" for kid in tree.children[verb])
    if not holds and not names:
        return -1
    return next((up for up in _above(tree, verb) if tree.words[up].pos == "VERB"), -1)


def _above(tree: Tree, at: int) -> Iterator[int]:
    """Yield the words over a word, the nearest first."""
    for _ in range(_HIGHEST):
        head = tree.words[at].head
        if head == at:
            return
        yield head
        at = head


def _of_opening(tree: Tree, inside: range) -> int:
    """Return the happening that the phrase before a comma names: "Despite the fall of Lae in May, they …"."""
    opens = inside.start - 1
    after = tree.words[inside.stop] if inside.stop < len(tree.words) else None
    head = tree.words[opens].head
    outside = (tree.words[head].pos == "VERB" and head >= inside.stop) or (
        tree.words[head].pos == "NOUN" and not is_event_noun(tree, head)
    )
    if after is None or after.text != "," or not outside:
        return -1
    return _named_before(tree, opens, _AROUND)


def _fronted(tree: Tree, opens: int) -> int:
    """Return the past main verb for a date that opens the sentence and hangs on an infinitive below it.

    "In 1995 the parties decided to extend it" tells when they decided.
    """
    verb = tree.words[opens].head
    top = verb
    while tree.words[top].dep == "xcomp" and tree.words[top].head < top:
        top = tree.words[top].head
    subject = tree.child(top, SUBJECTS)
    first = opens == 0 or tree.words[opens - 1].text in {",", ";"}
    return top if top != verb and first and opens < subject < top and is_past_alone(tree, top) else -1


def _named_before(tree: Tree, opens: int, openers: frozenset[str]) -> int:
    """Return the happening that the phrase before a word names, where one of `openers` leads to it."""
    noun = -1
    at = opens - 1
    for up in (at, *_above(tree, at)):
        if up >= opens:
            return -1
        if noun < 0 and tree.words[up].dep == "pobj" and is_event_noun(tree, up):
            noun = up
        if tree.words[up].dep == "prep" and tree.lemma(up) in openers:
            return noun
    return -1


def _of_subject(tree: Tree, inside: range) -> int:
    """Return the happening that is the subject, with the date between it and its verb.

    "The murder of the envoy in 1979 forced them to act" tells when the murder was.
    """
    opens, verb = inside.start - 1, tree.words[inside.start - 1].head
    if verb < inside.stop or tree.words[verb].pos not in {"VERB", "AUX"}:
        return -1
    first = min([verb, *helpers(tree, verb)])
    subject = tree.child(verb, SUBJECTS)
    beside = all(
        word.tag in {"RB", "MD"} or word.dep in {"aux", "auxpass"} for word in tree.words[inside.stop : first]
    )
    if not 0 <= subject < opens or not beside or tree.words[first].tag not in FINITE:
        return -1
    at = opens - 1
    if tree.words[at].pos not in NOUNS:
        return -1
    for up in (at, *_above(tree, at)):
        if is_event_noun(tree, up) and up < opens:
            return up
        if up == subject:
            return -1
    return -1
