"""Recommendations put together from the sentences, items and rows that were chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.analysis.actors import can_act
from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.recommendations.addressees import (
    addressee_of,
    numbered_for,
    pronoun_of,
    words_behind,
)
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.agreed import AGREED, item_of
from deskbrief.analysis.recommendations.asides import around_aside
from deskbrief.analysis.recommendations.askable import gains
from deskbrief.analysis.recommendations.conditions import condition_in, deadline_in
from deskbrief.analysis.recommendations.counting import counted_in, named_before
from deskbrief.analysis.recommendations.doers import doer_of, of_that_clause
from deskbrief.analysis.recommendations.leadins import Lead
from deskbrief.analysis.recommendations.units import Unit, after_label
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.told import Time
from deskbrief.document.model import BlockKind
from deskbrief.document.outline import Origin, Recommendation, Strength
from deskbrief.document.spans import Span

_TRAILING = re.compile(r",? (?:because|since|although|given that)\s", re.IGNORECASE)
_WHO_TO_DO = re.compile(r"(?P<whom>[^,;.:]{2,80}?),?\s{1,4}(?:to|should|must)\s{1,4}")
_SAYS_NOT = re.compile(r"(?:do not|don['’]t|never|not)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\(?\d[\d.]{0,10}[.)]?|\[[ xX]?\])\s+")
_BOX = re.compile(r"^\[[ xX]?\]\s+")
_LETTER = re.compile(r"[^\W\d_]")
_ARTICLES = re.compile(r"\b(?:the|an?|that)\b", re.IGNORECASE)
_MARK = re.compile(r"\s{0,4}\(Recommendation[^()]{0,20}\)\s{0,4}$", re.IGNORECASE)
#: Words after which an item goes on without a colon.
_JOINED = frozenset({"be", "the", "a", "an", "that", "to", "by", "for", "with", "of", "on", "in", "as"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence that is listed, its confidence, and why."""

    unit: Unit
    confidence: float
    rule: str


def best_advice(unit: Unit) -> Advice | None:
    """Return the advice that a sentence gives first: in a main clause, and with more than "could"."""
    return best(unit.advice)


def from_sentence(text: str, chosen: Chosen, times: Sequence[Time], inherited: str) -> Recommendation:
    """Return the recommendation that a sentence of prose gives; `inherited` is who was asked before."""
    unit = chosen.unit
    advice = best_advice(unit)
    counted = counted_in(text, advice.wording.end, unit.sentence.end) if advice else None
    asked = counted or (_opened(text, _cut(text, advice.action)) if advice else None)
    action = words_of(text, asked or unit.sentence.span)
    if advice and asked and not counted:
        action = around_aside(text, advice, asked, unit.sentence.end) or action
    addressee = (
        addressee_of(text, advice, unit.tree)
        or (counted and advice and _counted_for(text, unit, advice))
        or _implied(text, advice, unit, inherited)
    )
    action = _CONDITION_FIRST.sub("", action)
    before = _done_to(text, advice, unit)
    who = advice.addressee if advice else None
    acts = addressee and not (advice and who and who.start > advice.wording.start)
    action = f"{before or ('' if acts else _being(text, advice, unit.tree, action))}{action}"
    return Recommendation(
        action=_NUMBER.sub("", _without_mark(action)) or words_of(text, unit.sentence.span),
        spans=(unit.whole,),
        addressee=addressee,
        strength=advice.strength if advice else Strength.SHOULD,
        wording=_worded(text, advice) if advice else "",
        condition=_condition(text, unit, advice),
        deadline=deadline_in(text, unit.sentence.span, _of_what_is_asked(times, advice)),
        speaker=_NUMBER.sub("", words_of(text, advice.speaker)) if advice and advice.speaker else "",
        source=Origin.LIST if unit.block.kind is BlockKind.LIST_ITEM else Origin.PROSE,
        rule=chosen.rule,
        confidence=round(chosen.confidence, 3),
    )


#: A condition that stands between "should" and what is to be done: "should, if it is to be trusted, publish".
_CONDITION_FIRST = re.compile(
    r"^(?:if|unless|when|where|whenever|wherever)\b[^,;]{2,120},\s(?=\w)", re.IGNORECASE
)


#: A wording that asks with "if": "I would be grateful if you could".
_ASKS_IF = re.compile(r"\sif\syou\b", re.IGNORECASE)


def _condition(text: str, unit: Unit, advice: Advice | None) -> str:
    """Return the condition in the sentence of a unit, "" where the "if" belongs to the wording itself."""
    if advice is not None and _ASKS_IF.search(advice.wording.of(text)):
        return ""
    return condition_in(text, unit.whole, _asked(advice))


def _counted_for(text: str, unit: Unit, advice: Advice) -> str:
    """Return who is named before "should: (1) …", also where these words were read as a label."""
    start = after_label(text, unit)
    start = start if start < advice.wording.start else unit.sentence.start
    return named_before(text, start, advice.wording.start)


def _done_to(text: str, advice: Advice | None, unit: Unit) -> str:
    """Return who or what stands before a passive, and "should": "but should be …"."""
    tree = unit.tree
    if (
        tree is None
        or advice is None
        or advice.form not in {Form.MODAL, Form.NEED}
        or advice.addressee is not None
    ):
        return ""
    words = tree.words
    verb = next(
        (at for at, word in enumerate(words) if word.start >= advice.action.start and word.tag == "VBN"), -1
    )
    passive = (
        next((c for c in tree.children[verb] if tree.words[c].dep == "auxpass"), -1) if verb >= 0 else -1
    )
    if passive < 0 or words[passive].start < advice.wording.end or words[passive].text.lower() != "be":
        return ""
    subject = tree.subject(verb)
    if subject < 0 and words[verb].dep == "xcomp":
        subject = tree.subject(words[verb].head)
    if (
        subject < 0
        or words[subject].start >= advice.wording.start
        or advice.action.start < advice.wording.start
    ):
        return ""
    if words[subject].text.lower() in {"they", "it"}:
        subject = _meant(tree, subject)
    elif words[subject].tag == "WDT":
        clause = next((at for at in (verb, words[verb].head) if words[at].dep == "relcl"), subject)
        subject = words[clause].head  # "obstacles that need to be discussed"
    if subject < 0 or words[subject].pos not in NOUNS:
        return ""
    return f"{words_of(text, tree.phrase(subject))} {words_of(text, advice.wording)} "


#: What stands before the wording of a state that is asked for: "There should be", "This must not be".
_STANDS = re.compile(r"(?:^|\W)(?P<what>there|it|this|that|these|those)\s{0,3}$", re.IGNORECASE)
_IS_SO = re.compile(r"(?:(?:also|not|never|always|no longer)\s){0,2}(?:be|exist|remain)\b")


def _being(text: str, advice: Advice | None, tree: Tree | None, action: str) -> str:
    """Return "There should" for an action that says only what is to be: "be a review"."""
    if advice is None or advice.form not in {Form.MODAL, Form.NEED} or _IS_SO.match(action) is None:
        return ""
    start = advice.wording.start
    stands = _STANDS.search(text, max(start - 12, 0), start)
    if stands is None:
        return ""
    what = stands["what"]
    at = tree.sentence.word_at(stands.start("what")) if tree is not None else -1
    if tree is not None and at >= 0 and tree.words[at].tag == "WDT":
        return ""  # "obstacles that need to be discussed"
    return f"{what[:1].upper()}{what[1:].lower()} {_NOT_AT_END.sub('', words_of(text, advice.wording))} "


_NOT_AT_END = re.compile(r"\s(?:not|never)$", re.IGNORECASE)


def _meant(tree: Tree, pronoun: int) -> int:
    """Return the subject before a pronoun that it can stand for: many for "they", one for "it"."""
    many = tree.words[pronoun].text.lower() == "they"
    return next(
        (
            at
            for at, word in enumerate(tree.words[:pronoun])
            if word.dep in {"nsubj", "nsubjpass"} and word.tag in ({"NNS", "NNPS"} if many else {"NN", "NNP"})
        ),
        -1,
    )


def _asked(advice: Advice | None) -> tuple[Span, ...]:
    """Return where the words that ask begin: those for who is asked, and the wording."""
    if advice is None:
        return ()
    return (advice.addressee or advice.wording, advice.wording)


def _implied(text: str, advice: Advice | None, unit: Unit, inherited: str) -> str:
    """Return who is meant by "they" or by an imperative: whoever the zone or the text before asked."""
    if advice is None or advice.form is Form.IMPERATIVE:
        led = unit.lead.addressee if unit.lead else ""
        return led or numbered_for(text, unit) or unit.zone.addressee
    if gains(words_behind(text, advice)):
        return ""
    if not pronoun_of(text, advice):
        return numbered_for(text, unit) if advice.addressee is None else ""
    return _named_before(text, unit, advice) or inherited


def _named_before(text: str, unit: Unit, advice: Advice) -> str:
    """Return whom "she" means in "if the mayor cares, she should …": who acts in the clause before."""
    tree = unit.tree
    if tree is None:
        return ""
    agent = ""
    for at, word in enumerate(tree.words):
        if word.start >= advice.wording.start:
            break
        if word.pos not in NOUNS:
            continue
        if word.dep == "nsubj" and tree.words[word.head].dep == "advcl":
            return words_of(text, tree.phrase(at))
        if word.dep == "pobj" and tree.words[word.head].dep == "agent" and can_act(word):
            agent = words_of(text, tree.phrase(at))
    return agent


def _cut(text: str, span: Span) -> Span:
    match = _TRAILING.search(text, span.start, span.end)
    return Span(span.start, match.start()) if match and match.start() > span.start else span


def _opened(text: str, span: Span) -> Span:
    """Return a stretch with the quotation mark right before it, when it holds the closing one."""
    lone = text.count("”", span.start, span.end) > text.count("“", span.start, span.end)
    return Span(span.start - 1, span.end) if lone and text[span.start - 1 : span.start] == "“" else span


def _without_mark(action: str) -> str:
    return _JOINT.sub("", _MARK.sub("", action))


#: What joins an item to the next one: "test the pumps; and".
_JOINT = re.compile(r"[;,]\s(?:and|or|and/or)$")


def _length_of_not(text: str, own: Advice) -> int:
    """Return the code points of the "not" at the end of a wording, which what is asked begins with."""
    found = _ENDS_WITH_NOT.search(own.wording.of(text))
    return len(found[0]) if found else 0


_ENDS_WITH_NOT = re.compile(r"\b(?:not|never)$", re.IGNORECASE)


def from_item(text: str, chosen: Sequence[Chosen], times: Sequence[Time], inherited: str) -> Recommendation:
    """Return the recommendation of a list item or marked paragraph, whose first sentence was chosen."""
    first = chosen[0]
    under = titled(chosen)
    unit = first.unit
    lead, label = unit.lead, unit.label if unit.place == 0 else None
    asking = under.unit if under else unit
    advice = best_advice(asking)
    own = advice if advice is not None and advice.form is not Form.IMPERATIVE and advice.main else None
    body = Span(label.end, unit.block.end) if label else unit.block.span
    if under:
        body = Span(asking.sentence.start, unit.block.end)
    body, meant = item_of(text, body, lead)
    said = addressee_of(text, own, asking.tree)
    doer = doer_of(text, unit, label) if not said and asking is unit else ""
    said = said or doer
    begins = _WHO_TO_DO.match(text, body.start, body.end) if lead and lead.each else None
    body, does = of_that_clause(text, unit, body) if not said else (body, None)
    if does:
        said, body = words_of(text, does), Span(does.end, body.end)
    elif begins:
        said, body = words_of(text, Span(*begins.span("whom"))), Span(begins.end(), body.end)
    elif said and own is not None and _opens_with(text, own, body):
        body = Span(own.wording.end - _length_of_not(text, own), body.end)
    led = meant or numbered_for(text, unit) or unit.zone.addressee
    addressee = said or led or (inherited if lead and lead.rule != AGREED else "")
    strength, wording = _strength(text, own, advice, lead)
    return Recommendation(
        title="" if doer else _title(text, label, unit.whole if under else None),
        action=_completed(_without_mark(_BOX.sub("", words_of(text, body))), asking, lead, label),
        spans=(unit.block.span, *dict.fromkeys(other.unit.whole for other in chosen[1:])),
        addressee=addressee,
        strength=strength,
        wording=wording,
        condition=condition_in(text, asking.whole, _asked(own)),
        deadline=deadline_in(text, unit.block.span, _of_what_is_asked(times, advice)),
        source=Origin.LIST if unit.block.kind is BlockKind.LIST_ITEM else Origin.PROSE,
        rule=lead.rule if lead else first.rule,
        confidence=round(max(one.confidence for one in chosen), 3),
    )


def _of_what_is_asked(times: Sequence[Time], advice: Advice | None) -> Sequence[Time]:
    """Return the times but those that tell who is asked: "owners of craft registered before 2015 must"."""
    who = advice.addressee if advice else None
    before = advice.wording.start if advice else 0
    return [time for time in times if who is None or not who.start <= time.start < before]


def _completed(action: str, unit: Unit, lead: Lead | None, label: Span | None) -> str:
    """Return what an item asks for, with the verb of the lead-in where it has none: "include: …"."""
    if lead is not None and lead.against and not _SAYS_NOT.match(action):
        return f"not {action}"
    if lead is not None and lead.related:
        return f"{lead.verb} {action}"
    if lead is not None and lead.command and not label and _is_broken(unit):
        return f"{lead.command} {action[:1].lower()}{action[1:]}"
    if (
        lead is None
        or not lead.verb
        or lead.each
        or label
        or any(one.form is not Form.WEAK for one in unit.advice)
    ):
        return action
    opens = next((word for word in unit.tree.words if word.text[:1].isalpha()), None) if unit.tree else None
    is_verb = opens is None or opens.tag in {"VB", "VBP", "TO"}
    if is_verb:
        return action
    last = lead.verb.split()[-1]
    return f"{lead.verb} {action.removeprefix(f'{last} ')}" if last in _JOINED else f"{lead.verb}: {action}"


def _is_broken(unit: Unit) -> bool:
    """Tell whether an item begins with a preposition and asks for nothing by itself: "Of all offers"."""
    tree = unit.tree
    opens = next((word for word in tree.words if word.text[:1].isalpha()), None) if tree else None
    return opens is not None and opens.pos == "ADP" and best(unit.advice) is None


def titled(chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the sentence that asks where an item begins with a title: "Better data. The office should …"."""
    first = chosen[0].unit
    if first.advice or len(chosen) < 2 or chosen[1].unit.place != 1 or best_advice(chosen[1].unit) is None:
        return None
    return chosen[1] if first.whole.end <= chosen[1].unit.whole.start else None


def _title(text: str, label: Span | None, whole: Span | None) -> str:
    if label:
        return words_of(text, label)
    return _NUMBER.sub("", words_of(text, whole)) if whole else ""


def _opens_with(text: str, own: Advice, body: Span) -> bool:
    """Tell whether an item begins with who should act, right before the wording that asks him to."""
    if own.addressee is None or own.form is not Form.MODAL or not body.start <= own.addressee.start:
        return False
    before = text[body.start : own.addressee.start]
    between = text[own.addressee.end : own.wording.start]
    return not between.strip() and not _LETTER.search(_ARTICLES.sub("", before))


def _strength(
    text: str, own: Advice | None, advice: Advice | None, lead: Lead | None
) -> tuple[Strength, str]:
    """Return how strongly an item is put: by its own words, else its lead-in, else as a demand."""
    if own is not None:
        return own.strength, _worded(text, own)
    if lead is not None:
        return lead.strength, words_of(text, lead.wording)
    return (advice.strength, _worded(text, advice)) if advice else (Strength.SHOULD, "")


#: What turns an asking wording around: "we do not recommend that …", "it is not advisable to …".
_NOT = re.compile(
    r"\b(?:(?:do|does|did|would|could|can|is|are)(?:\s+not|n[’']t)|cannot|never)(?:\s+\w+ly)?\s+$",
    re.IGNORECASE,
)


def _worded(text: str, advice: Advice) -> str:
    """Return the wording that carries the strength, with what turns it around."""
    start = advice.wording.start
    turned = _NOT.search(text, max(start - 40, 0), start) if advice.negated else None
    return words_of(text, Span(turned.start() if turned else start, advice.wording.end))
