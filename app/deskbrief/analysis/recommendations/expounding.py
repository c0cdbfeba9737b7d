"""What must be done as things are: a text that explains how a law or institution works gives no advice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.actors import head_of
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.outline import Strength

#: Sentences of a text long enough to be told by its manner, and the share of them that ask at most.
_ENOUGH, _SELDOM = 25, 0.1
#: The share of sentences that ask up to which the law may be told again between them.
_AT_TIMES = 0.2
#: Sentences back to where the law that is told is named.
_BACK = 4
#: From where on a text may come to its conclusions, and how often its writer may say "I" or "we".
_LAST, _PERSONAL = 0.9, 0.02
#: What lays down rules, what is to be done again and again, and how a post is filled.
_LAW = re.compile(
    r"\b(?:[A-Z]\w+ (?:Act|Code|Charter|Constitution|Regulations?)\b|Act of \d{4}|U\.S\.C\."
    r"|Pub\. L\.|statut\w+|by law\b"
    r"|(?:auditing|accounting|applicable|professional|international) (?:\w+ ){0,2}standards)"
)
_AGAIN = re.compile(
    r"\b(?:every|each|per) (?:\w+ )?(?:years?|months?|quarter)\b|\b(?:annually|quarterly|yearly)\b"
)
_BASED = re.compile(
    r"\b(?:under|pursuant to|in accordance with|established|created|set up|authori[sz]ed|amended|"
    r"required?s?)\b"
)
_LAWMAKERS = re.compile(
    r"\b(?:congress|parliament|senate|assembly|house|legislat|government|minist)", re.IGNORECASE
)
_APPOINTS = re.compile(
    r"\bmust\s+be\s+(?:appointed|elected|nominated|confirmed|chosen)\s+by\b[^.;]{2,80}\bwith\s+the\s+"
    r"(?:advice|consent|concurrence|approval|agreement)\b"
)
_WRITERS = frozenset({"i", "we"})
#: What calls a text an opinion, how its headline asks, and how its writer is told of at its end; and how far
#: from its ends these are looked for.
_CALLED = re.compile(
    r"^\W{0,3}(?:opinions?|op-?ed|editorials?|leading articles?|comments?|commentary|columns?|viewpoints?|"
    r"guest (?:essay|column|editorial)|letters? to the editor|perspectives?)\b\W{0,3}(?:$|\||:)",
    re.IGNORECASE | re.MULTILINE,
)
_ASKING = re.compile(r"\s(?:must|should|needs? to|ought to|has to|have to) \w", re.IGNORECASE)
_QUESTION = re.compile(r"\W{0,3}(?:how|what|why|when|who|where|should|must)\b", re.IGNORECASE)
_LONGEST_HEADLINE = 180
_WRITTEN_BY = re.compile(
    r"\b[Tt]he (?:author|writer|columnist)s? (?:is|are|was|teaches|writes|heads|directs|edits)\b"
    r"|\b[A-Z][\w.’'-]{1,20} [A-Z][\w’'-]{1,20} (?:is|was) (?:an? |the |co-?|former )[^.;]{0,60}?\b"
    r"(?:professor|fellow|director|writer|columnist|editor|author|lecturer|economist|journalist|lawyer|founder|"
    r"researcher|president|chair|analyst|consultant|student|scholar|teacher)\b"
)
_OPENING, _CLOSING, _MOST_OF_WRITER = 600, 500, 160


def is_opinion(text: str) -> bool:
    """Tell whether a text is an opinion by what it is called, by its headline or by a word on its writer."""
    start = text[:_OPENING]
    first = next((line.strip() for line in start.splitlines() if line.strip()), "")
    last = text.rstrip()[-_CLOSING:].rpartition("\n")[2]
    told = _WRITTEN_BY.search(last[:_MOST_OF_WRITER])
    return bool(_CALLED.search(start) or _is_asking(first) or told)


def _is_asking(headline: str) -> bool:
    """Tell whether a headline asks: "Ports must share what they have", and is no question."""
    if len(headline) > _LONGEST_HEADLINE or headline[-1:] in {".", "?"} or _QUESTION.match(headline):
        return False
    return _ASKING.search(headline) is not None


def rules_told(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the sentences that tell with "must" what anybody in that part has to do.

    Only of texts that seldom ask for anything, more often with "must" than with "should", that are no
    opinion and in which no writer speaks of himself; never under a heading or lead-in that announces advice,
    where a name stands for who must act, nor near the end.
    """
    asked = [best(unit.advice) for unit in units]
    if is_opinion(text) or not _expounds(units, asked):
        return frozenset()
    last = _LAST * len(units)
    return frozenset(
        at
        for at, (unit, one) in enumerate(zip(units, asked, strict=True))
        if one is not None and at < last and not unit.lead and _is_duty(unit, one)
    )


def law_told(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the sentences that tell with "must" what a law, a standard or a charter lays down.

    Only of texts that seldom ask for anything, where the law is named shortly before, or where the sentence
    says who appoints whom; never under what announces advice.
    """
    asked = [best(unit.advice) for unit in units]
    if len(units) < _ENOUGH or sum(one is not None and one.main for one in asked) > _AT_TIMES * len(units):
        return frozenset()
    return frozenset(
        at
        for at, (unit, one) in enumerate(zip(units, asked, strict=True))
        if one is not None and not unit.lead and _is_laid_down(text, units, at, one)
    )


def _is_laid_down(text: str, units: Sequence[Unit], at: int, one: Advice) -> bool:
    unit = units[at]
    must = one.form is Form.MODAL and one.strength is Strength.MUST and unit.zone.zone is not Zone.STRONG
    if not must or one.negated:
        return False
    sentence = unit.sentence.span.of(text)
    if _APPOINTS.search(sentence):
        return True
    before = [other for other in units[max(at - _BACK, 0) : at] if other.number == unit.number]
    laws = [told for told in (other.sentence.span.of(text) for other in before) if _LAW.search(told)]
    if _AGAIN.search(sentence):
        return bool(laws)
    based = any(_BASED.search(told) for told in laws) and not _LAW.search(sentence)
    return based and not (one.addressee and _LAWMAKERS.search(one.addressee.of(text)))


def _expounds(units: Sequence[Unit], asked: Sequence[Advice | None]) -> bool:
    if any(unit.lead is not None and unit.lead.strength is Strength.MUST for unit in units):
        # "Agencies must: …": the text itself demands with "must".
        return False
    elsewhere = [at for at, unit in enumerate(units) if unit.zone.zone is not Zone.STRONG and not unit.lead]
    if len(elsewhere) < _ENOUGH:
        return False
    units, asked = [units[at] for at in elsewhere], [asked[at] for at in elsewhere]
    main = [one for one in asked if one is not None and one.main]
    musts = sum(one.form is Form.MODAL and one.strength is Strength.MUST for one in main)
    shoulds = sum(one.form is Form.MODAL and one.strength is Strength.SHOULD for one in main)
    personal = sum(_is_personal(unit) for unit in units)
    return musts + shoulds <= _SELDOM * len(units) and musts > shoulds and personal <= _PERSONAL * len(units)


def _is_personal(unit: Unit) -> bool:
    if unit.tree is None:
        return True
    return any(word.text.lower() in _WRITERS and word.dep == "nsubj" for word in unit.tree.words)


def _is_duty(unit: Unit, one: Advice) -> bool:
    """Tell whether "must" stands with nobody in particular: "both chambers must pass the same text"."""
    if one.form is not Form.MODAL or one.strength is not Strength.MUST or unit.tree is None:
        return False
    if unit.zone.zone is Zone.STRONG:
        return False
    if one.addressee is None:
        return True
    head = head_of(unit.tree.words, one.addressee)
    return head is None or (head.pos != "PROPN" and not head.entity)
