"""Sentences put right where the model has given a date to the wrong word beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskbrief.analysis.events.adjuncts import rehung
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import words_inside
from deskbrief.analysis.events.verbs import REPORTING, is_infinitive, is_to_come
from deskbrief.analysis.grammar import SUBJECTS, Tree
from deskbrief.analysis.times.told import Time
from deskbrief.analysis.words import Word


def mended(tree: Tree, dates: Sequence[Time]) -> Tree:
    """Return the tree with each date under the preposition before it, and that under the verb it is of.

    "On 5 May 2021 Norway signed", "in early July troops attacked", "fell in May and in June was taken".
    """
    for time in dates:
        inside = words_inside(tree, time)
        if not len(inside):
            continue
        tree = _parted_from_name(tree, inside)
        tree = _past_name(_without_second_subject(tree, inside), inside)
        tree = _with_deadline(_with_subject(tree, inside), inside)
        if _is_alone(tree, inside.start - 1):
            tree = tree.with_words(_under(tree, inside, inside.start - 1))
        tree = _under_joined_verb(tree, inside)
        tree = _under_clause_before(tree, inside)
        tree = rehung(_under_unplanned(_past_quote(tree, inside), inside, time), time)
    return tree


def _under(tree: Tree, inside: range, preposition: int) -> dict[int, Word]:
    """Return the words of a date as the object of a preposition."""
    first = inside.start
    words = {at: replace(tree.words[at], head=first, dep="nummod") for at in inside[1:]}
    return {first: replace(tree.words[first], head=preposition, dep="pobj"), **words}


def _with_subject(tree: Tree, inside: range) -> Tree:
    """Give the noun after a date to its verb as the subject: "in early July troops attacked"."""
    before, noun = inside.start - 1, tree.words[inside.start].head
    if tree.words[inside.start].dep not in {"amod", "compound", "nummod", "nmod", "det"}:
        return tree
    if before < 0 or noun < inside.stop or tree.words[noun].dep != "pobj" or tree.words[noun].head != before:
        return tree
    verb = tree.words[before].head
    outside = [at for at in inside if tree.words[at].head not in inside and tree.words[at].head != noun]
    if verb <= noun or outside or tree.words[verb].pos != "VERB" or tree.child(verb, SUBJECTS) >= 0:
        return tree
    if tree.words[verb].tag == "VBN" and tree.child(verb, {"aux", "auxpass"}) < 0:
        return tree
    subject = replace(tree.words[noun], head=verb, dep="nsubj")
    return tree.with_words({**_under(tree, inside, before), noun: subject})


def _without_second_subject(tree: Tree, inside: range) -> Tree:
    """Take a date for no subject where the verb has another: "In December, 1964 Cabinet adopted the plan"."""
    changed: dict[int, Word] = {}
    for at in inside:
        word = tree.words[at]
        others = [one for one in tree.kids(word.head, SUBJECTS) if one not in inside]
        if word.dep in SUBJECTS and others:
            changed[at] = replace(word, head=max(at - 1, inside.start), dep="nummod")
    return tree.with_words(changed) if inside.start not in changed else tree


def _parted_from_name(tree: Tree, inside: range) -> Tree:
    """Take the month of a date for no part of the name behind it: "On 1 May Roe spoke"."""
    first, last = inside.start, inside.stop - 1
    word, name = tree.words[last], tree.words[tree.words[last].head]
    month = last > first and word.dep in {"compound", "nmod"} and word.head == last + 1
    led = first > 0 and tree.words[first].head == first - 1 and tree.words[first].dep == "pobj"
    if not month or not led or name.dep not in SUBJECTS:
        return tree
    return tree.with_words({last: replace(word, head=first, dep="nummod", entity="DATE")})


def _past_name(tree: Tree, inside: range) -> Tree:
    """Give a date that hangs on an office to the participle before it: "made by Ms Roe, a judge on 5 May"."""
    opens = inside.start - 1
    if opens < 1 or tree.words[opens].dep != "prep" or tree.words[opens].text.lower() not in {"on", "in"}:
        return tree
    office = tree.words[opens].head
    name = tree.words[office].head
    by = tree.words[name].head
    beside = tree.words[office].dep == "appos" and tree.words[name].entity == "PERSON"
    if not beside or tree.words[by].dep != "agent" or office != opens - 1:
        return tree
    return tree.with_words({opens: replace(tree.words[opens], head=tree.words[by].head)})


def _with_deadline(tree: Tree, inside: range) -> Tree:
    """Give "by noon" to the verb that it bounds, where a participle has it as who did it.

    "Clinics shall send the form provided by noon on 5 May": the form is provided by nobody.
    """
    by = next((at for at in (inside.start - 1, inside.start - 2) if at >= 0 and _is_by(tree, at)), -1)
    if by < 0:
        return tree
    verb = tree.words[by].head
    above = _governor(tree, verb) if tree.child(verb, {"aux", "auxpass"}) < 0 else verb
    moved = above if above >= 0 and is_to_come(tree, above) else verb
    kids = {at: replace(tree.words[at], head=moved) for at in tree.kids(verb, {"prep"}) if at > by}
    return tree.with_words({**kids, by: replace(tree.words[by], head=moved, dep="prep")})


def _is_by(tree: Tree, at: int) -> bool:
    return tree.words[at].dep == "agent" and tree.words[at].text.lower() == "by"


def _under_joined_verb(tree: Tree, inside: range) -> Tree:
    """Give a date after "and" to the verb that it leads up to: "resigned in May and in June was arrested"."""
    opens = inside.start - 1
    if opens < 1 or tree.words[opens].pos not in {"ADP", "SCONJ"} or tree.words[opens - 1].tag != "CC":
        return tree
    top = _governor(tree, opens - 1)
    verb = _joined_verb(tree, top, inside.stop) if top >= 0 else -1
    between = tree.words[inside.stop : max(verb, inside.stop)]
    if verb < 0 or tree.words[verb].pos != "VERB" or any(word.tag == "CC" for word in between):
        return tree
    moved = replace(tree.words[opens], head=verb, dep="prep", pos="ADP")
    return tree.with_words({**_under(tree, inside, opens), opens: moved})


def _under_clause_before(tree: Tree, inside: range) -> Tree:
    """Give a date that ends a clause of time to its verb: "after she joins it on 1 April, she will …"."""
    opens, verb = inside.start - 1, tree.words[inside.start - 1].head
    after = tree.words[inside.stop] if inside.stop < len(tree.words) else None
    if (
        opens < 1
        or tree.words[opens].dep != "prep"
        or verb <= inside.stop
        or after is None
        or after.text != ","
    ):
        return tree
    for clause in tree.kids(verb, {"advcl"}):
        opened = tree.child(clause, {"mark", "advmod"}) >= 0 and not is_infinitive(tree, clause)
        if clause < opens == tree.below(clause)[1] + 1 and opened:
            return tree.with_words({opens: replace(tree.words[opens], head=clause)})
    return tree


def _under_unplanned(tree: Tree, inside: range, time: Time) -> Tree:
    """Give a time that lies back to the noun before it where the verb is of what is to come.

    "It will press charges for the conflict during the summer" tells when the conflict was.
    """
    opens = inside.start - 1
    if opens > 0 and tree.words[opens].pos == "DET":
        opens -= 1
    noun, verb = opens - 1, tree.words[opens].head
    plain = opens > 1 and tree.words[opens].dep == "prep" and tree.words[noun].pos == "NOUN" and noun != verb
    back = time.mention.recipe.tense == "past"
    if not plain or not back or not is_event_noun(tree, noun) or not is_to_come(tree, verb):
        return tree
    return tree.with_words({opens: replace(tree.words[opens], head=noun)})


def _past_quote(tree: Tree, inside: range) -> Tree:
    """Give what follows a quotation to the verb of saying: 'said it was "bad" at a hearing in May'.

    The model hangs it on the verb of what was said.
    """
    at = inside.start
    for _ in range(_HIGHEST):
        word = tree.words[at]
        if word.pos in {"VERB", "AUX"} or word.head == at:
            return tree
        above = tree.words[word.head]
        if above.pos in {"VERB", "AUX"} and word.dep == "prep":
            break
        at = word.head
    else:
        return tree
    said = tree.words[above.head]
    quoted = at > 1 and tree.words[at - 1].text in {'"', "”", "''"} and above.dep == "ccomp"
    if not quoted or above.head > at or said.lemma.lower() not in REPORTING:
        return tree
    return tree.with_words({at: replace(word, head=above.head)})


def _joined_verb(tree: Tree, verb: int, after: int) -> int:
    """Return the verb that is joined to `verb` at or behind a place, -1 for none.

    The model also labels joined clauses as if one explained the other, or said it.
    """
    kids = [at for at in tree.kids(verb, {"conj", "advcl"}) if at >= after]
    joined = next((at for at in kids if tree.words[at].dep == "conj" or _is_finite_alone(tree, at)), -1)
    above = tree.words[verb].head
    if joined < 0 and tree.words[verb].dep in {"ccomp", "parataxis"} and above >= after:
        return above
    return joined


def _is_finite_alone(tree: Tree, verb: int) -> bool:
    """Tell whether a clause has a subject and a finite verb, and no word that puts it under another."""
    opened = tree.child(verb, {"mark"}) >= 0 or any(
        tree.words[at].tag == "WRB" for at in tree.kids(verb, {"advmod"})
    )
    return tree.words[verb].tag in {"VBD", "VBZ", "VBP"} and tree.child(verb, SUBJECTS) >= 0 and not opened


def _governor(tree: Tree, at: int) -> int:
    """Return the verb over a conjunction that joins something else than that verb; -1 for none."""
    for _ in range(_HIGHEST):
        above = tree.words[at].head
        if above == at:
            return -1
        if tree.words[above].pos in {"VERB", "AUX"}:
            return above
        at = above
    return -1


#: Steps up from a conjunction that are looked at.
_HIGHEST = 5


def _is_alone(tree: Tree, at: int) -> bool:
    """Tell whether a word is a preposition to which the model has given no noun."""
    if at < 0 or tree.words[at].pos != "ADP" or tree.words[at].dep != "prep" or tree.words[at].head == at:
        return False
    return tree.child(at, {"pobj", "pcomp"}) < 0
