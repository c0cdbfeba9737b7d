"""How much sets of words have in common."""

from __future__ import annotations

from collections.abc import Set as AbstractSet


def share_most(one: AbstractSet[str], other: AbstractSet[str], share: float) -> bool:
    """Tell whether two sets have at least a `share`, from 0 to 1, of the smaller one in common."""
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= share * least


#: Verbs that say the same of a happening, each in all its forms, under the one they are compared by.
_SENSES = {
    "start": "begin begins began begun beginning commence commences commenced commencing started starts",
    "end": "concluded concludes concluding conclude ended ending ends finish finished finishes finishing",
    "buy": "acquire acquired acquires acquiring bought buying buys purchase purchased purchases purchasing",
    "appoint": "appointed appointing appoints name named names naming",
    "resign": "quit quits quitting resigned resigning resigns",
}
_SENSE = {form: sense for sense, forms in _SENSES.items() for form in forms.split()}


def sense_of(word: str) -> str:
    """Return the word, in small letters, that `word` is compared by: "begins" is "starts" in another word."""
    return _SENSE.get(word, word)
