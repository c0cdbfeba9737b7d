"""Who took part in an event told in prose, and where it was."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import Tree
from deskbrief.document.spans import Span

_OBJECTS = ("dobj", "attr", "dative", "oprd")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PRONOUNS = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
        "what",
        "there",
        "them",
        "him",
        "her",
        "us",
        "me",
        "itself",
    ]
)
#: Participants of one event.
MOST = 4


def participants(tree: Tree, trigger: Trigger) -> list[Span]:
    """Return the phrases of who did it and to whom, subject first; pronouns are left out."""
    found = [tree.phrase(at) for at in _heads(tree, trigger) if tree.words[at].text.lower() not in _PRONOUNS]
    return sorted(set(found))[:MOST]


def _heads(tree: Tree, trigger: Trigger) -> Iterator[int]:
    if trigger.is_noun:
        yield from _of_noun(tree, trigger.word)
        return
    subject = tree.subject(trigger.verb)
    if subject >= 0 and tree.words[subject].dep != "expl":
        yield subject
    elif tree.words[trigger.verb].dep in {"xcomp", "advcl", "conj"}:
        above = tree.subject(tree.words[trigger.verb].head)
        if above >= 0:
            yield above
    elif tree.words[trigger.verb].dep in {"acl", "relcl"}:
        yield tree.words[trigger.verb].head
    yield from tree.kids(trigger.verb, _OBJECTS)
    for agent in tree.kids(trigger.verb, {"agent"}):
        yield from tree.kids(agent, {"pobj"})


def _of_noun(tree: Tree, noun: int) -> Iterator[int]:
    for preposition in tree.kids(noun, {"prep"}):
        if tree.lemma(preposition) in {"of", "by", "between", "with", "against", "on"}:
            yield from (
                at for at in tree.kids(preposition, {"pobj"}) if tree.words[at].entity not in {"DATE", "TIME"}
            )
    yield from tree.kids(noun, {"poss"})


def place(tree: Tree, trigger: Trigger, text: str) -> str:
    """Return the place where it happened: a named place under "in", "at" or "near" in the clause, else ""."""
    low, high = tree.below(trigger.verb)
    for at in range(low, high + 1):
        word = tree.words[at]
        if word.dep == "prep" and tree.lemma(at) in {"in", "at", "near", "outside"}:
            noun = tree.child(at, {"pobj"})
            if noun >= 0 and tree.words[noun].entity in _PLACES:
                span = tree.phrase(noun)
                return " ".join(text[span.start : span.end].split())
    return ""
