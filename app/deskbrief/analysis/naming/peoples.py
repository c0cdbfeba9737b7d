"""Peoples, which models take for places and bodies as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from deskbrief.analysis.naming.candidates import Candidate
from deskbrief.analysis.naming.known import FULL, KINDS
from deskbrief.analysis.naming.persons import GIVEN
from deskbrief.analysis.naming.spelling import folded
from deskbrief.analysis.words import Sentence


def peoples_in(read: Iterable[Sequence[Sentence]]) -> frozenset[str]:
    """Return the words that the model takes for a people most of the time: "Tamil", "Kurds".

    One guess does not outweigh what it takes the word for elsewhere, and what is well known is no people.
    """
    peoples: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for sentences in read:
        for sentence in sentences:
            for word in sentence.words:
                if word.entity and word.begins:
                    (peoples if word.entity == "NORP" else others)[word.text] += 1
    for several in [word for word in others if word.endswith("s") and word[:-1] in peoples]:
        peoples[several] += peoples[several[:-1]]
    return frozenset(
        word
        for word, count in peoples.items()
        if count >= others[word] and word not in KINDS and folded(word) not in FULL and not word.isupper()
    )


def is_people(one: Candidate, peoples: Collection[str]) -> bool:
    """Tell whether what was taken for a place or body is the name of a people."""
    single = one.kind == "person" and not one.titled and one.text.lower() not in GIVEN
    return (single or one.kind in {"place", "organisation"}) and one.text in peoples
