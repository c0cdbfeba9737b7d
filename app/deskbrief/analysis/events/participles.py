"""Titles of what a participle tells of a noun: "The tower (sold in 2004)" is "The tower was sold"."""

from __future__ import annotations

import re

from deskbrief.analysis.events.doers import described
from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.document.outline import Event
from deskbrief.document.spans import Span

#: Participles for what is ahead, for what lasts, and for what a paper carries.
_NO_DEED_WORDS = (
    "expect plan schedule slate set propose estimate project forecast intend anticipate aim base locate name "
    "call know give compare age date entitle title concern involve relate associate see use follow include"
)
_NO_DEED = frozenset(_NO_DEED_WORDS.split())
#: What leads from a participle to the date of its deed.
_LED = re.compile(r"\s(?:back )?(?:in|on|about|around|early in|late in|at)$")
#: Words between a participle and its date, at most.
_FAR = 8
_MANY = frozenset({"NNS", "NNPS"})
_HIGHEST = 6


def of_participle(text: str, tree: Tree, event: Event, title: str) -> str:
    """Return the title as a clause, where it told its own date, or a noun and a participle side by side."""
    date = tree.sentence.word_at(event.date.start)
    verb = _participle(tree, date)
    noun = _done_to(tree, verb) if verb >= 0 else -1
    if not 0 <= noun < verb < date <= verb + _FAR or tree.words[noun].pos not in NOUNS:
        return title
    if tree.words[noun].dep == "ROOT" or not (tree.words[verb].tag == "VBN" or _is_set_apart(tree, verb)):
        # "The threat lessened in 1943": a verb that the model has mistaken.
        return title
    deed, done = tree.words[verb], words_of(text, Span(tree.words[verb].start, tree.words[date - 1].end))
    name = words_of(text, tree.phrase(noun))
    bare = _LED.sub("", done)
    # A preposition that leads elsewhere ("open until 2004") tells that the date is not of the deed.
    led = bare != done or date == verb + 1
    # "Works were published" says as little as "works published".
    vague = " " not in name and name.islower()
    told = deed.dep == "parataxis" or words_of(text, Span(event.date.start, event.date.end)) in title
    if vague or not led or not (told or title.startswith(f"{name} {deed.text}")):
        return title
    return f"{name} {'were' if tree.words[noun].tag in _MANY else 'was'} {bare}"


def _participle(tree: Tree, at: int) -> int:
    """Return the participle without a helping verb that the date at `at` hangs on, -1 for none."""
    for _ in range(_HIGHEST):
        if at < 0:
            break
        word = tree.words[at]
        if word.pos == "VERB":
            bare = word.tag in {"VBN", "VBD"} and tree.child(at, {"aux", "auxpass", "nsubj", "nsubjpass"}) < 0
            is_deed = tree.lemma(at) not in _NO_DEED or tree.child(at, {"prt"}) >= 0
            return at if bare and is_deed else -1
        if word.head == at:
            break
        at = word.head
    return -1


def _is_set_apart(tree: Tree, verb: int) -> bool:
    return tree.words[verb - 1].text in {"(", ","}


def _done_to(tree: Tree, verb: int) -> int:
    """Return the noun that a participle says something of, -1 for none."""
    for _ in range(_HIGHEST):
        word = tree.words[verb]
        if word.dep == "acl":
            return word.head
        if word.dep == "advcl":
            return described(tree, verb)
        if word.dep == "parataxis":
            return (
                tree.subject(word.head) if "(" in {one.text for one in tree.words[word.head : verb]} else -1
            )
        if word.dep != "conj":
            break
        verb = word.head
    return -1
