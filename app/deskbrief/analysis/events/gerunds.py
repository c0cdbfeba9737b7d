"""Titles of what a gerund adds to a clause with another time: "sailed in May, sinking in June" is "sank"."""

from __future__ import annotations

from deskbrief.analysis.events.verbs import is_past, is_stative
from deskbrief.analysis.grammar import TIMES, Tree

#: Gerunds that end what the clause before them tells, so that both are one happening.
_ENDING = frozenset({"arrive", "dock", "finish", "land"})
_PAIRS = (
    "awake awoke, begin began, bleed bled, blow blew, break broke, burst burst, come came, cut cut, "
    "draw drew, drink drank, drive drove, eat ate, fall fell, feel felt, fight fought, flee fled, fly "
    "flew, freeze froze, go went, grow grew, hide hid, hit hit, hold held, leave left, lose lost, meet "
    "met, pay paid, quit quit, read read, resell resold, ride rode, rise rose, run ran, sell sold, "
    "shine shone, shrink shrank, shut shut, sing sang, sink sank, sit sat, sleep slept, speak spoke, "
    "spend spent, split split, spread spread, spring sprang, stand stood, swear swore, sweep swept, "
    "swim swam, take took, teach taught, wake woke, win won, withdraw withdrew, write wrote, an object"
)
#: Verbs that may stand without an object, with their past where it is not in "-ed".
_IRREGULAR: dict[str, str] = {pair.split()[0]: pair.split()[1] for pair in _PAIRS.split(", ")}


def is_gerund_beside(tree: Tree, verb: int) -> bool:
    """Tell whether a gerund adds to what was done before it: "was sent to Bath, | arriving in May"."""
    word = tree.words[verb]
    above = word.head
    beside = word.tag == "VBG" and word.dep == "advcl" and 0 < above < verb and not tree.kids(verb, {"mark"})
    return beside and tree.words[verb - 1].text == "," and is_past(tree, above)


def past_of(tree: Tree, gerund: int) -> str:
    """Return the simple past of a gerund: "sank" for "sinking", "died" for "dying"."""
    lemma, text = tree.lemma(gerund), tree.words[gerund].text.lower()
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in {"a", "e", "o", "u"}:
        return f"{lemma[:-1]}ied"
    return f"{text.removesuffix('ing')}ed"


def ends_clause(tree: Tree, gerund: int) -> bool:
    """Tell whether a gerund ends what its clause tells without a time: "was sent to Bath, arriving"."""
    above = tree.words[gerund].head
    timed = any(word.entity in TIMES for word in tree.words[:gerund])
    return tree.lemma(gerund) in _ENDING and not timed and not is_stative(tree, above)
