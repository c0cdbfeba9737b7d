"""Titles of events told in prose: who did what, cut out of the sentence."""

from __future__ import annotations

from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import Tree
from deskbrief.document.spans import Span

_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "agent", "xcomp", "ccomp", "dative", "prt")


def title_of(tree: Tree, trigger: Trigger) -> Span:
    """Return the stretch from the subject to the object of the verb, or the phrase of the noun."""
    if trigger.is_noun:
        return _cut(tree, *_bounds(tree, tree.phrase(trigger.word)))
    verb = trigger.verb
    start = _first(tree, verb)
    end = verb
    for child in tree.children[verb]:
        if child > verb and tree.words[child].dep in _COMPLEMENTS:
            end = max(end, tree.below(child)[1])
    return _cut(tree, start, _with_place(tree, verb, start, end))


def _first(tree: Tree, verb: int) -> int:
    """Return the first word of the subject, or of the verb with its helpers."""
    subject = tree.subject(verb)
    if 0 <= subject < verb:
        return tree.below(subject, {"relcl", "acl", "advcl"})[0]
    helpers = [at for at in tree.kids(verb, {"aux", "auxpass", "neg"}) if at < verb]
    return min([verb, *helpers])


def _with_place(tree: Tree, verb: int, start: int, end: int) -> int:
    """Return the end moved over what follows at once with a preposition, while the title stays short."""
    for child in tree.children[verb]:
        if child == end + 1 and tree.words[child].dep == "prep":
            last = tree.below(child)[1]
            if tree.words[last].end - tree.words[start].start <= LONGEST:
                end = last
    return end


def _bounds(tree: Tree, span: Span) -> tuple[int, int]:
    first, last = tree.sentence.word_at(span.start), tree.sentence.word_at(span.end - 1)
    return first, last


def _cut(tree: Tree, first: int, last: int) -> Span:
    """Return the stretch between two words, cut after a word so that it is no longer than a title."""
    low = tree.words[first].start
    while last > first and tree.words[last].end - low > LONGEST:
        last -= 1
    while last > first and (
        tree.words[last].pos in {"ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ"}
        or tree.words[last].dep in {"aux", "amod", "compound"}
    ):
        last -= 1
    return Span(low, tree.words[last].end)
