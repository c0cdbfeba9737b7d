"""Recommendations put together from the sentences, items and rows that were chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.conditions import condition_in, deadline_in
from deskbrief.analysis.recommendations.leadins import Lead
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.told import Time
from deskbrief.document.model import BlockKind
from deskbrief.document.outline import Origin, Recommendation, Strength
from deskbrief.document.spans import Span

_TRAILING = re.compile(r",? (?:because|since|although|given that)\s", re.IGNORECASE)
_WHO_TO_DO = re.compile(r"(?P<whom>[^,;.:]{2,80}?)\s{1,4}(?:to|should|must)\s{1,4}")
_NUMBER = re.compile(r"^\(?\d[\d.]{0,10}[.)]?\s+")
_MARK = re.compile(r"\s{0,4}\(Recommendation[^()]{0,20}\)\s{0,4}$", re.IGNORECASE)
_PRONOUNS = frozenset(
    [
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "we",
        "i",
        "you",
        "one",
        "there",
        "which",
        "who",
        "what",
        "such",
        "him",
        "her",
        "them",
        "us",
        "me",
    ]
)


_HE_IT_THEY = frozenset({"they", "it", "he", "she"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence that is listed, its confidence, and why."""

    unit: Unit
    confidence: float
    rule: str


def best_advice(unit: Unit) -> Advice | None:
    """Return the advice that a sentence gives first: in a main clause, and with more than "could"."""
    return best(unit.advice)


def addressee_of(text: str, advice: Advice | None) -> str:
    """Return who is asked in a sentence, "" when nobody is named."""
    if advice is None or advice.addressee is None:
        return ""
    named = _NUMBER.sub("", words_of(text, advice.addressee))
    return "" if named.lower() in _PRONOUNS else named


def from_sentence(text: str, chosen: Chosen, times: Sequence[Time], inherited: str) -> Recommendation:
    """Return the recommendation that a sentence of prose gives; `inherited` is who was asked before."""
    unit = chosen.unit
    advice = best_advice(unit)
    action = words_of(text, _cut(text, advice.action)) if advice else words_of(text, unit.sentence.span)
    return Recommendation(
        action=_without_mark(action) or words_of(text, unit.sentence.span),
        spans=(unit.whole,),
        addressee=addressee_of(text, advice) or _implied(text, advice, unit, inherited),
        strength=advice.strength if advice else Strength.SHOULD,
        wording=words_of(text, advice.wording) if advice else "",
        condition=condition_in(text, unit.whole),
        deadline=deadline_in(text, unit.sentence.span, times),
        speaker=words_of(text, advice.speaker) if advice and advice.speaker else "",
        source=Origin.LIST if unit.block.kind is BlockKind.LIST_ITEM else Origin.PROSE,
        rule=chosen.rule,
        confidence=round(chosen.confidence, 3),
    )


def _implied(text: str, advice: Advice | None, unit: Unit, inherited: str) -> str:
    """Return who is meant by "they" or by an imperative: whoever the zone or the text before asked."""
    if advice is None or advice.form is Form.IMPERATIVE:
        return unit.zone.addressee
    if advice.addressee is None or words_of(text, advice.addressee).lower() not in _HE_IT_THEY:
        return ""
    return _named_before(text, unit, advice) or inherited


def _named_before(text: str, unit: Unit, advice: Advice) -> str:
    """Return whom "she" means in "if the mayor cares, she should …": the subject of the clause before."""
    tree = unit.tree
    if tree is None:
        return ""
    for at, word in enumerate(tree.words):
        if word.start >= advice.wording.start:
            break
        if word.dep == "nsubj" and word.pos in {"NOUN", "PROPN"} and tree.words[word.head].dep == "advcl":
            return words_of(text, tree.phrase(at))
    return ""


def _cut(text: str, span: Span) -> Span:
    match = _TRAILING.search(text, span.start, span.end)
    return Span(span.start, match.start()) if match and match.start() > span.start else span


def _without_mark(action: str) -> str:
    return _MARK.sub("", action)


def from_item(text: str, chosen: Sequence[Chosen], times: Sequence[Time], inherited: str) -> Recommendation:
    """Return the recommendation of a list item or marked paragraph, whose first sentence was chosen."""
    first = chosen[0]
    unit = first.unit
    lead, label = unit.lead, unit.label if unit.place == 0 else None
    advice = best_advice(unit)
    own = advice if advice is not None and advice.form is not Form.IMPERATIVE and advice.main else None
    body = Span(label.end, unit.block.end) if label else unit.block.span
    said = addressee_of(text, own)
    begins = _WHO_TO_DO.match(text, body.start, body.end) if lead and lead.each else None
    if begins:
        said, body = words_of(text, Span(*begins.span("whom"))), Span(begins.end(), body.end)
    addressee = said or (lead.addressee if lead else "") or unit.zone.addressee or (inherited if lead else "")
    strength, wording = _strength(text, own, advice, lead)
    return Recommendation(
        title=words_of(text, label) if label else "",
        action=_without_mark(words_of(text, body)),
        spans=(unit.block.span, *dict.fromkeys(other.unit.whole for other in chosen[1:])),
        addressee=addressee,
        strength=strength,
        wording=wording,
        condition=condition_in(text, unit.whole),
        deadline=deadline_in(text, unit.block.span, times),
        source=Origin.LIST if unit.block.kind is BlockKind.LIST_ITEM else Origin.PROSE,
        rule=lead.rule if lead else first.rule,
        confidence=round(max(one.confidence for one in chosen), 3),
    )


def _strength(
    text: str, own: Advice | None, advice: Advice | None, lead: Lead | None
) -> tuple[Strength, str]:
    """Return how strongly an item is put: by its own words, else its lead-in, else as a demand."""
    if own is not None:
        return own.strength, words_of(text, own.wording)
    if lead is not None:
        return lead.strength, words_of(text, lead.wording)
    return (advice.strength, words_of(text, advice.wording)) if advice else (Strength.SHOULD, "")


def last_actor(text: str, units: Sequence[Unit]) -> Iterator[str]:
    """Yield whom each of the sentences asks, last first, where it says so."""
    for unit in reversed(units):
        for one in unit.advice:
            named = addressee_of(text, one)
            if one.main and named and one.speaker is None and one.form is not Form.WEAK:
                yield named
