"""How far a time reaches: words that belong to it, and an article that belongs to the noun behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from deskbrief.analysis.grammar import NOUNS
from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.patterns import Found
from deskbrief.analysis.times.surroundings import Surroundings

_ARTICLE = re.compile(r"the\s{1,9}", re.IGNORECASE)
_BESIDE_NOUN = frozenset({"amod", "compound", "nmod", "nummod"})
_NAMES_A_DAY = frozenset(CODES[name] for name in ("T_DAY", "T_MONTH", "T_SEASON"))
#: What a length of time is filled with: "four years of war", "the first hour of the attack".
_FILLED = re.compile(
    r" of (?:the )?(?:[\w-]{1,20} )?(?:[\w-]{1,20} )?"
    r"(?:attack|battle|bombardment|combat|conflict|fighting|hostilities|siege|struggle|war|warfare)\b",
    re.IGNORECASE,
)
#: "in just seven hours", "for only one week": between a preposition and its number the word is part of it.
_ONLY = re.compile(r"\b(?:after|for|in|within) ((?:just|only|a mere) )$")


def settled(found: Found, around: Surroundings) -> Found:
    """Return `found` with its bounds set as its words belong together.

    An article before a date that describes a noun belongs to the noun: "the [21 January] execution".
    """
    if found.code == CODES["T_DUR"]:
        return _filled(found, around)
    plain = found.code in _NAMES_A_DAY and found.recipe.op == "date" and not found.recipe.year
    if plain and _describes_noun(found, around):
        article = _ARTICLE.match(around.text, found.start, found.end)
        return replace(found, start=article.end()) if article else found
    return found


def _filled(found: Found, around: Surroundings) -> Found:
    counted = found.recipe.count > 0
    only = _ONLY.search(around.text, max(found.start - 24, 0), found.start) if counted else None
    filled = _FILLED.match(around.text, found.end)
    start = only.start(1) if only else found.start
    return replace(found, start=start, end=filled.end() if filled else found.end)


def _describes_noun(found: Found, around: Surroundings) -> bool:
    """Tell whether the model hangs the date on a noun that stands behind it."""
    last = around.text.rfind(" ", found.start, found.end) + 1
    for at in {last, found.start}:
        known = around.word(at)
        if known is None:
            continue
        sentence, word = known
        head = sentence.words[word.head]
        behind = head.start >= around.origin + found.end
        noun = head.pos in NOUNS and head.entity != "GPE"
        if word.dep in _BESIDE_NOUN and behind and noun:
            return True
    return False
