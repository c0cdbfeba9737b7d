"""Sentences put right where participles were read as main verbs, or subjects as objects."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.analysis.grammar import FINITE, NOUNS, SUBJECTS, TIMES, Tree
from deskbrief.analysis.words import Sentence, Word

#: Words between participle and main verb that are looked at.
_FARTHEST = 30
_CLAUSES = frozenset({"conj", "ccomp", "advcl", "ROOT"})


def straightened(tree: Tree) -> Tree:
    """Return the tree put right where its participle, its hyphens or its subjects were read wrongly.

    "Troops sent north have returned", "were re-elected", "made films and many readers wrote".
    """
    return _with_numerals(_with_subjects(_with_prefixes(_with_main_verb(_with_past_joined(tree)))))


def _with_past_joined(tree: Tree) -> Tree:
    """Join a verb in the past to the one above "would": "said it would stay and called for a vote"."""
    changed: dict[int, Word] = {}
    for at, word in enumerate(tree.words):
        below = tree.words[word.head]
        if word.dep != "conj" or word.tag != "VBD" or below.tag != "VB" or below.dep != "ccomp":
            continue
        modal = any(tree.words[kid].tag == "MD" for kid in tree.kids(word.head, {"aux"}))
        above = tree.words[below.head]
        if modal and above.tag == "VBD" and below.head < word.head < at and tree.child(at, SUBJECTS) < 0:
            changed[at] = replace(word, head=below.head)
    return tree.with_words(changed)


def _with_numerals(tree: Tree) -> Tree:
    """Give a verb the name before a Roman one as its subject: "when World War | I began"."""
    changed: dict[int, Word] = {}
    for at, word in enumerate(tree.words):
        name = tree.words[at - 1]
        if word.text == "I" and at and word.dep in SUBJECTS and name.pos == "PROPN" and not word.begins:
            changed[at] = replace(word, head=at - 1, dep="nummod", tag="CD", pos="NUM")
            changed[at - 1] = replace(name, head=word.head, dep=word.dep)
    return tree.with_words(changed)


def _with_main_verb(tree: Tree) -> Tree:
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
    return word.tag in FINITE


def _with_prefixes(tree: Tree) -> Tree:
    """Give a verb what the model has hung on its prefix: the "were" of "were re-elected"."""
    changed: dict[int, Word] = {}
    for at in range(2, len(tree.words)):
        hyphen, prefix = tree.words[at - 1], tree.words[at - 2]
        if hyphen.text != "-" or tree.words[at].pos != "VERB" or not _is_glued(tree, at):
            continue
        if prefix.dep not in _CLAUSES or prefix.pos not in {"VERB", "AUX"}:
            continue
        kids = [kid for part in (at - 2, at - 1) for kid in tree.children[part] if kid not in {at, at - 1}]
        head = at if prefix.head == at - 2 else prefix.head
        changed[at] = replace(tree.words[at], head=head, dep=prefix.dep)
        changed.update({kid: replace(tree.words[kid], head=at) for kid in kids})
        changed.update({part: replace(tree.words[part], head=at, dep="dep") for part in (at - 2, at - 1)})
    return tree.with_words(changed)


def _is_glued(tree: Tree, at: int) -> bool:
    """Tell whether no space stands between a word and the two before it."""
    one, two, three = tree.words[at - 2 : at + 1]
    return one.end == two.start and two.end == three.start


def _with_subjects(tree: Tree) -> Tree:
    """Give a verb the noun before it as its subject where that was read as a further object before "and"."""
    changed: dict[int, Word] = {}
    for verb, word in enumerate(tree.words):
        if word.pos not in {"VERB", "AUX"} or word.dep not in _CLAUSES or tree.child(verb, SUBJECTS) >= 0:
            continue
        noun = _noun_before(tree, verb)
        if noun >= 0:
            passive = tree.child(verb, {"auxpass"}) >= 0
            changed[noun] = replace(tree.words[noun], head=verb, dep="nsubjpass" if passive else "nsubj")
    return tree.with_words(changed)


def _noun_before(tree: Tree, verb: int) -> int:
    """Return the noun joined to an object whose phrase ends where a finite verb begins; -1 for none."""
    helpers = [at for at in tree.kids(verb, {"aux", "auxpass"}) if at < verb]
    first = min([verb, *helpers])
    if not _is_finite(tree.words[first]):
        return -1
    at = first - 1
    while at > 0 and tree.words[at].tag == "RB":
        at -= 1
    for _ in range(4):
        word = tree.words[at] if at >= 0 else None
        if word is None or word.pos not in NOUNS or word.entity in TIMES:
            return -1
        if word.dep == "conj":
            low = tree.below(at)[0]
            opened = low > 0 and tree.words[low - 1].tag == "CC" and tree.words[word.head].pos in NOUNS
            return at if opened and tree.words[word.head].dep in {"dobj", "pobj", "attr", "conj"} else -1
        if word.dep != "pobj":
            return -1
        at = tree.words[word.head].head
    return -1
