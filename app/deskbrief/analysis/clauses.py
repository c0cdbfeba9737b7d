"""Sentences cut into the clauses that say something of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from deskbrief.analysis.grammar import SUBJECTS, Tree
from deskbrief.analysis.words import Sentence, Word

#: Conjunctions that begin a clause of its own when they follow what they explain.
_EXPLAINING = frozenset({"because", "since", "as", "although", "though", "while", "whereas", "so"})
#: Words before "as" that make it a measure: "as soon as they can".
_AS_FAR = frozenset({"soon", "long", "far", "much", "many", "well", "often", "little", "few", "same", "such"})
#: Words of the shortest clause.
_SHORTEST = 3


def clauses_of(sentence: Sentence) -> list[Sentence]:
    """Return the sentence cut before joined clauses with a subject of their own and before explanations.

    A sentence that no model has read is returned whole. Each clause keeps its words' labels; a word whose
    governor lies outside of its clause becomes a root.
    """
    if len(sentence.words) < 2 * _SHORTEST:
        return [sentence]
    tree = Tree(sentence)
    cuts = sorted({cut for cut in _cuts(tree) if _SHORTEST <= cut <= len(tree.words) - _SHORTEST})
    if not cuts:
        return [sentence]
    bounds = [0, *cuts, len(tree.words)]
    return [_clause(sentence, low, high) for low, high in pairwise(bounds)]


def _cuts(tree: Tree) -> Iterator[int]:
    """Yield the indexes of the words that clauses begin with."""
    for at, word in enumerate(tree.words):
        if word.pos not in {"VERB", "AUX"} or word.head >= at:
            continue
        if word.dep in {"conj", "ccomp", "parataxis"} and _stands_alone(tree, at):
            yield _with_conjunction(tree, tree.below(at)[0])
        elif word.dep == "advcl" and _explains(tree, at):
            yield tree.below(at)[0]


def _stands_alone(tree: Tree, verb: int) -> bool:
    subject = tree.child(verb, SUBJECTS)
    first = tree.words[tree.words[verb].head]
    if tree.words[verb].dep == "ccomp" or _is_said(tree, tree.words[verb].head):
        return False
    return 0 <= subject < verb and first.pos in {"VERB", "AUX"}


def _is_said(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is what the verb before it says: it keeps what it is joined to ("and that …")."""
    word = tree.words[verb]
    marked = any(tree.lemma(kid) == "that" for kid in tree.kids(verb, {"mark"}))
    return word.dep == "ccomp" and word.head < verb and marked


def _explains(tree: Tree, verb: int) -> bool:
    mark = tree.child(verb, {"mark"})
    if mark > 0 and tree.words[mark - 1].text.lower() in _AS_FAR:
        return False
    return mark >= 0 and tree.lemma(mark) in _EXPLAINING and tree.child(verb, SUBJECTS) >= 0


def _with_conjunction(tree: Tree, at: int) -> int:
    """Return where the clause begins with the "and" or comma before it."""
    while at > 0 and (
        tree.words[at - 1].dep == "cc" or tree.words[at - 1].text in {"and", "but", "or", "so"}
    ):
        at -= 1
    return at


def _clause(sentence: Sentence, low: int, high: int) -> Sentence:
    words = tuple(_moved(word, at, low, high) for at, word in enumerate(sentence.words[low:high]))
    last = len(words)
    while last > 1 and words[last - 1].text in {",", ";", "-", "–", "—"} and high < len(sentence.words):
        last -= 1
    return Sentence(words[0].start, words[last - 1].end, sentence.block, words)


def _moved(word: Word, at: int, low: int, high: int) -> Word:
    return replace(word, head=word.head - low if low <= word.head < high else at)
