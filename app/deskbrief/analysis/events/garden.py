"""Sentences put right whose participle was read as the main verb: "Troops sent north have returned"."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.analysis.grammar import SUBJECTS, Tree
from deskbrief.analysis.words import Sentence, Word

#: Words between participle and main verb that are looked at.
_FARTHEST = 30


def straightened(tree: Tree) -> Tree:
    """Return the tree with the finite verb as its root and the participle under the subject of both."""
    root = tree.root
    subject = tree.child(root, SUBJECTS)
    verb = _main_verb(tree, root) if _may_be_participle(tree, root, subject) else -1
    if verb < 0:
        return tree
    words = list(tree.words)
    words[root] = replace(words[root], head=subject, dep="acl", tag="VBN")
    words[verb] = replace(words[verb], head=verb, dep="ROOT")
    passive = tree.child(verb, {"auxpass"}) >= 0
    words[subject] = replace(words[subject], head=verb, dep="nsubjpass" if passive else "nsubj")
    sentence = tree.sentence
    return Tree(Sentence(sentence.start, sentence.end, sentence.block, tuple(words)))


def _may_be_participle(tree: Tree, root: int, subject: int) -> bool:
    """Tell whether the root stands right after its subject, without an object or a helping verb."""
    word = tree.words[root]
    alone = tree.child(root, {"dobj", "ccomp", "aux", "auxpass", "neg", "acomp", "attr"}) < 0
    return word.tag == "VBD" and subject == root - 1 and alone and word.lemma.lower() != "be"


def _main_verb(tree: Tree, root: int) -> int:
    """Return the finite verb without a subject that follows, with nothing that could join it; -1 for none."""
    for at in range(root + 1, min(root + _FARTHEST, len(tree.words))):
        word = tree.words[at]
        if word.text in {",", ";", ":"} or word.tag in {"CC", "WDT", "WP", "WRB"} or word.dep == "mark":
            return -1
        if (
            word.pos in {"VERB", "AUX"}
            and word.head == root
            and word.dep in {"conj", "advcl", "ccomp", "xcomp"}
        ):
            helped = any(_is_finite(tree.words[kid]) for kid in tree.kids(at, {"aux", "auxpass"}))
            return at if helped and tree.child(at, SUBJECTS) < 0 else -1
    return -1


def _is_finite(word: Word) -> bool:
    return word.tag in {"VBD", "VBZ", "VBP", "MD"}
