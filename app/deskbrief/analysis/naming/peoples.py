"""Peoples, which models take for places and bodies as well."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from deskbrief.analysis.naming.candidates import Candidate
from deskbrief.analysis.naming.known import KINDS
from deskbrief.analysis.naming.persons import GIVEN
from deskbrief.analysis.words import Sentence


def peoples_in(read: Iterable[Sequence[Sentence]]) -> frozenset[str]:
    """Return the words that the model takes for a people at least once: "Tamil", "Kurds"."""
    return frozenset(
        word.text
        for sentences in read
        for sentence in sentences
        for word in sentence.words
        if word.entity == "NORP" and word.begins and word.text not in KINDS
    )


def is_people(one: Candidate, peoples: Collection[str]) -> bool:
    """Tell whether what was taken for a place or body is the name of a people."""
    single = one.kind == "person" and not one.titled and one.text.lower() not in GIVEN
    return (single or one.kind in {"place", "organisation"}) and (
        one.text in peoples or (one.text.endswith("s") and one.text[:-1] in peoples)
    )
