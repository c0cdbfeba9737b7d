"""Titles of events told in prose: who did what, cut out of the sentence."""

from __future__ import annotations

from collections.abc import Iterable

from deskbrief.analysis.events.participants import actor
from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import helpers
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.document.spans import Span

_COMPLEMENTS = frozenset(
    {"dobj", "attr", "acomp", "oprd", "agent", "xcomp", "ccomp", "dative", "prt", "pcomp"}
)
_BEFORE = frozenset({"aux", "auxpass", "neg"})
_LOOSE = frozenset({"relcl", "acl", "advcl", "appos", "punct"})
_DANGLING = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ"})
_RELATIVES = frozenset({"WDT", "WP"})


def title_of(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return who did what, or the phrase of the event noun, in the words of the sentence without its date."""
    if trigger.is_noun:
        return words_of(text, _noun_phrase(tree, trigger))
    verb = trigger.verb
    subject = tree.subject(verb)
    if 0 <= subject < verb and tree.words[subject].tag not in _RELATIVES:
        low = tree.below(subject, {"relcl", "advcl"})[0]
        return words_of(text, _cut(tree, low, _end(tree, trigger)))
    start = min([verb, *(at for at in tree.kids(verb, _BEFORE) if at < verb)])
    told = words_of(text, _cut(tree, start, _end(tree, trigger)))
    doer = actor(tree, verb)
    return _joined(text, tree, doer, told) if doer >= 0 else told


def _joined(text: str, tree: Tree, doer: int, told: str) -> str:
    """Return who did it, told elsewhere in the sentence, before what was done."""
    low, high = tree.below(doer, {*_LOOSE, "prep"} if len(tree.phrase(doer)) > LONGEST // 2 else _LOOSE)
    who = words_of(text, Span(tree.words[low].start, tree.words[high].end))
    return f"{who} {told}" if len(who) + len(told) < LONGEST + 20 and told not in who else told


def _noun_phrase(tree: Tree, trigger: Trigger) -> Span:
    low, high = tree.below(trigger.word, {*_LOOSE, "conj", "cc"})
    first = set(trigger.way)
    while high > trigger.word and (high in first or _hangs_on(tree, high, first)):
        high -= 1
    return _cut(tree, low, high)


def _hangs_on(tree: Tree, at: int, words: Iterable[int]) -> bool:
    """Tell whether a word is one of `words` or stands under one."""
    known = set(words)
    for _ in range(6):
        if at in known:
            return True
        at = tree.words[at].head
    return False


def _end(tree: Tree, trigger: Trigger) -> int:
    """Return the last word of what was done: the complements, then prepositions while the title is short."""
    verb, end = trigger.verb, trigger.verb
    for child in tree.children[verb]:
        if child > verb and tree.words[child].dep in _COMPLEMENTS and not _hangs_on(tree, child, trigger.way):
            end = max(end, _without_date(tree, trigger, tree.below(child, {"relcl", "advcl"})[1]))
    start = tree.words[verb].start
    for child in tree.children[verb]:
        if child != end + 1 or tree.words[child].dep not in {"prep", "advmod"} or child in trigger.way:
            continue
        last = tree.below(child, {"relcl", "advcl"})[1]
        if tree.words[last].end - start <= LONGEST // 2:
            end = _without_date(tree, trigger, last)
    return end


def _without_date(tree: Tree, trigger: Trigger, last: int) -> int:
    """Return the last word before the date, where the stretch ends with the date."""
    while last > trigger.verb and trigger.way and _hangs_on(tree, last, trigger.way):
        last -= 1
    return last


def _cut(tree: Tree, first: int, last: int) -> Span:
    """Return the stretch between two words, cut so that it is no longer than a title and ends well."""
    low = tree.words[first].start
    while last > first and tree.words[last].end - low > LONGEST:
        last -= 1
    last = _closed(tree, first, last)
    while last > first and _dangles(tree, last):
        last -= 1
    return Span(low, tree.words[last].end)


def _dangles(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    if word.dep == "prt":
        return False
    if word.pos in _DANGLING or word.dep in {
        "aux",
        "amod",
        "compound",
        "nummod",
        "quantmod",
        "poss",
        "auxpass",
    }:
        return word.dep != "auxpass" or at not in helpers(tree, word.head) or word.head > at
    return word.tag in _RELATIVES


def _closed(tree: Tree, first: int, last: int) -> int:
    """Return where to end so that no bracket and no quotation mark stays open."""
    opened = -1
    for at in range(first, last + 1):
        mark = tree.words[at].text
        if mark in {"(", "[", "“"}:
            opened = at
        elif mark in {")", "]", "”"}:
            opened = -1
    return opened - 1 if opened > first else last
