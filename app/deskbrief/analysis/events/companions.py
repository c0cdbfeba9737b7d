"""Further events of one date: verbs joined to the one that the date belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import is_past, is_stative, is_to_come
from deskbrief.analysis.grammar import SUBJECTS, Tree
from deskbrief.analysis.times.told import Time

#: Verbs joined to one verb that are taken.
MOST = 3


def companions(tree: Tree, trigger: Trigger, time: Time, dates: Sequence[Time]) -> Iterator[Trigger]:
    """Yield the verbs joined by "and" to the verb of a day that stands before them and without a date.

    A longer time passes to them only where it opens the sentence: who was "born in 1950 and moved to Rome"
    did not move in 1950.
    """
    if trigger.is_noun or not _reaches(tree, time):
        return
    for verb in tree.kids(trigger.verb, {"conj"})[:MOST]:
        word = tree.words[verb]
        if word.pos != "VERB" or word.start < time.start or is_stative(tree, verb):
            continue
        if (
            _alike(tree, trigger.verb, verb)
            and not _has_date(tree, verb, dates)
            and not _is_undergone(tree, verb)
        ):
            yield Trigger(verb, verb)


def _is_undergone(tree: Tree, verb: int) -> bool:
    """Tell whether a bare participle is of what was made: "took a statement, interpreted by her"."""
    bare = tree.words[verb].tag in {"VBN", "VBD"} and tree.child(verb, {"aux", "auxpass", *SUBJECTS}) < 0
    above = tree.words[verb].head
    return bare and tree.child(verb, {"agent"}) > verb and tree.child(above, {"dobj"}) > above


def _reaches(tree: Tree, time: Time) -> bool:
    moment = time.worked.moment
    return (moment is not None and moment.grain == "day") or tree.sentence.word_at(time.start) < 3


def _alike(tree: Tree, verb: int, other: int) -> bool:
    """Tell whether both verbs tell the past, or both what is to come."""
    past = is_past(tree, verb) and (is_past(tree, other) or tree.words[other].tag == "VBN")
    return past or (is_to_come(tree, verb) and (is_to_come(tree, other) or tree.words[other].tag == "VB"))


def _has_date(tree: Tree, verb: int, dates: Sequence[Time]) -> bool:
    low, high = tree.below(verb)
    start, end = tree.words[low].start, tree.words[high].end
    return any(start <= time.start < end for time in dates)
