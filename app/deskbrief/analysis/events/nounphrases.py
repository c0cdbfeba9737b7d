"""Titles of happenings that a noun names, made so that they say which one is meant."""

from __future__ import annotations

from collections.abc import Iterable

from deskbrief.analysis.events.cutting import cut
from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import NOUNS, TIMES, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.document.spans import Span

_LOOSE = frozenset({"relcl", "acl", "advcl", "appos", "punct"})
_SAYING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def noun_phrase(tree: Tree, trigger: Trigger) -> Span:
    """Return the phrase of an event noun without its date."""
    low, high = tree.below(trigger.word, _LOOSE)
    low = min(low, _first_of_name(tree, trigger.word))
    joined = [at for at in tree.kids(trigger.word, {"conj", "cc"}) if at > trigger.word]
    high = min([high, *(tree.below(at)[0] - 1 for at in joined)])
    while low < trigger.word and (tree.words[low].pos == "CCONJ" or tree.words[low].text.lower() == "then"):
        low += 1
    first = _of_date(tree, trigger)
    while high > trigger.word and (high in first or hangs_on(tree, high, first)):
        high -= 1
    beside = trigger.way[-1] if len(trigger.way) > 1 else -1
    if high == trigger.word == beside - 1 and tree.words[high].pos == "PROPN" and tree.lemma(beside) == "of":
        high = max(high, trigger.way[0])  # "the War of 1812"
    return cut(tree, low, high)


def _of_date(tree: Tree, trigger: Trigger) -> set[int]:
    """Return the words that lead from a noun to its date, without what the noun is of.

    In "the sinking of a boat in May" the date hangs on the boat, which stays.
    """
    way = trigger.way
    for step, at in enumerate(way):
        word = tree.words[at]
        of = step + 1 < len(way) and tree.lemma(way[step + 1]) == "of" and tree.words[at].dep == "pobj"
        if step > 1 and of and word.pos in NOUNS and word.entity not in TIMES and way[step - 1] > at:
            return set(way[:step]) if tree.words[way[step - 1]].dep == "prep" else set(way)
    return set(way)


def _first_of_name(tree: Tree, at: int) -> int:
    """Return the first word of the name that a noun belongs to: "the | Bay of Pigs Invasion"."""
    word = tree.words[at]
    above = tree.words[word.head].head
    of = word.dep == "pobj" and tree.lemma(word.head) == "of" and word.head < at - 1
    if of and word.pos == tree.words[at - 1].pos == tree.words[above].pos == "PROPN" and above < at:
        return tree.below(above, {*_LOOSE, "prep", "det", "amod"})[0]
    named = word.entity == "EVENT"
    while named and at > 0 and not tree.words[at].begins and tree.words[at - 1].entity == "EVENT":
        at -= 1
    return at


def noun_title(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return the phrase of an event noun, a bare one with the clause that describes it, "" without such."""
    span = noun_phrase(tree, trigger)
    first, last = tree.sentence.word_at(span.start), tree.sentence.word_at(span.end - 1)
    telling = [at for at in range(first, last + 1) if _tells(tree, at) and at not in trigger.way]
    if len(telling) > 1:
        return words_of(text, span)
    after = _after_date(tree, trigger)
    if after is not None:
        return f"{words_of(text, span)} {words_of(text, after)}"
    begins, ends = _without_date(tree, first, trigger.word), _with_clause(tree, trigger)
    if ends > trigger.word:
        return words_of(text, cut(tree, begins, ends))
    return ""


def _tells(tree: Tree, at: int) -> bool:
    return tree.words[at].pos in _SAYING and not _is_date(tree, at)


def _is_date(tree: Tree, at: int) -> bool:
    """Tell whether a word is of a date, or a figure right before one: the "17" of "17 August"."""
    after = tree.words[at + 1] if at + 1 < len(tree.words) else None
    figure = tree.words[at].tag == "CD" and after is not None and after.entity in TIMES
    return tree.words[at].entity in TIMES or figure


def _without_date(tree: Tree, first: int, noun: int) -> int:
    """Return where the phrase begins once a date at its head, with the article before it, is left out."""
    begins = first
    while begins < noun and (_is_date(tree, begins) or tree.words[begins].tag in {"DT", "POS"}):
        begins += 1
    dated = any(_is_date(tree, at) for at in range(first, begins))
    return begins if dated else first


def _after_date(tree: Tree, trigger: Trigger) -> Span | None:
    """Return what a decision says, told after its date: "a decision dated 5 May | that she was not fit"."""
    for at in (at for at in trigger.way if tree.words[at].dep == "acl"):
        said = tree.child(at, {"ccomp"})
        if said > at:
            return cut(tree, *tree.below(said, {"advcl", "relcl"}), longest=LONGEST // 2)
    return None


def _with_clause(tree: Tree, trigger: Trigger) -> int:
    """Return the last word of the clause that describes the noun: "a deadline to reach a deal", else -1."""
    for at in tree.kids(trigger.word, {"acl", "relcl"}):
        if trigger.word < at and not any(one in trigger.way for one in (at, *tree.children[at])):
            return tree.below(at, {"advcl", "relcl"})[1]
    return -1


def hangs_on(tree: Tree, at: int, words: Iterable[int]) -> bool:
    """Tell whether a word is one of `words` or stands under one."""
    known = set(words)
    for _ in range(6):
        if at in known:
            return True
        at = tree.words[at].head
    return False
