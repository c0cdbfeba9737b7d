"""Sentences put right where the model has given a date's words to the name that follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskbrief.analysis.events.triggers import words_inside
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.told import Time
from deskbrief.analysis.words import Sentence


def mended(tree: Tree, dates: Sequence[Time]) -> Tree:
    """Return the tree with each date under the preposition before it: "On 5 May 2021 Norway signed"."""
    words = list(tree.words)
    for time in dates:
        inside = words_inside(tree, time)
        before = inside.start - 1
        if not len(inside) or not _is_alone(tree, before):
            continue
        first = inside.start
        words[first] = replace(words[first], head=before, dep="pobj")
        for at in inside[1:]:
            words[at] = replace(words[at], head=first, dep="nummod")
    if tuple(words) == tree.words:
        return tree
    sentence = tree.sentence
    return Tree(Sentence(sentence.start, sentence.end, sentence.block, tuple(words)))


def _is_alone(tree: Tree, at: int) -> bool:
    """Tell whether a word is a preposition to which the model has given no noun."""
    if at < 0 or tree.words[at].pos != "ADP" or tree.words[at].dep != "prep" or tree.words[at].head == at:
        return False
    return tree.child(at, {"pobj", "pcomp"}) < 0
