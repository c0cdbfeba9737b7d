"""Nouns that can name somebody who acts or speaks, and nouns for things, deeds and states, which cannot."""

from __future__ import annotations

from deskbrief.analysis.words import Word

_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Endings of words for deeds and states, words for bodies that end so, and words for means.
_DEEDS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ure", "ing", "ism")
_BODY_WORDS = (
    "government department parliament authority community commission organization organisation "
    "university administration institution association corporation facility legislature delegation coalition "
    "federation union nation opposition majority minority charity conference audience alliance foundation "
    "mission regiment establishment management leadership city entity"
)
BODIES = frozenset(_BODY_WORDS.split())
_THING_WORDS = "use vision law rule mean way effort plan strategy need lack"
_THINGS = frozenset(_THING_WORDS.split())


def can_act(word: Word) -> bool:
    """Tell whether a noun can name somebody who acts: a name, or no word for a thing or a deed."""
    if word.entity in _ACTING or word.pos == "PROPN":
        return True
    lemma = word.lemma.lower()
    if word.pos != "NOUN" or lemma in _THINGS:
        return False
    return lemma in BODIES or not lemma.endswith(_DEEDS)
