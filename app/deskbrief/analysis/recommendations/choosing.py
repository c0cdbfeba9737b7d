"""The recommendations of a document: sentences weighed, a bar set, items and rows put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import zip_longest

from deskbrief.analysis.recommendations.addressees import is_only_number
from deskbrief.analysis.recommendations.advice import Form
from deskbrief.analysis.recommendations.agreed import AGREED, is_agreed, opens_as_agreed
from deskbrief.analysis.recommendations.assembling import best_advice
from deskbrief.analysis.recommendations.demands import (
    LONG,
    as_said,
    is_demand,
    is_given_out,
    is_put_forward,
    is_said_to_be_due,
    quoted_in,
    reports_speech,
    tells_of_demands,
)
from deskbrief.analysis.recommendations.doers import is_resolved
from deskbrief.analysis.recommendations.errands import OFFERED
from deskbrief.analysis.recommendations.expounding import law_told, rules_told
from deskbrief.analysis.recommendations.features import features
from deskbrief.analysis.recommendations.fragments import fragments_in
from deskbrief.analysis.recommendations.headlines import headlines_in
from deskbrief.analysis.recommendations.idle import is_no_deed
from deskbrief.analysis.recommendations.instructing import steps_in
from deskbrief.analysis.recommendations.manner import Manner
from deskbrief.analysis.recommendations.minutes import (
    given_in,
    is_minuted,
    is_only_label,
)
from deskbrief.analysis.recommendations.offering import offers_in
from deskbrief.analysis.recommendations.outright import is_said_outright
from deskbrief.analysis.recommendations.reading import Reading, read
from deskbrief.analysis.recommendations.recitals import recitals_in
from deskbrief.analysis.recommendations.requested import is_request
from deskbrief.analysis.recommendations.retold import REPORTED, held_by_others, norms_of_old
from deskbrief.analysis.recommendations.rulebooks import duties_in, said_in_passing
from deskbrief.analysis.recommendations.sayings import COURTESIES, SAYINGS
from deskbrief.analysis.recommendations.specifying import requirements_in
from deskbrief.analysis.recommendations.standing import STANDING, duties_standing
from deskbrief.analysis.recommendations.statements import FORESEEN, PROCEDURES, STATEMENTS
from deskbrief.analysis.recommendations.stating import only_states, opens_with_deed
from deskbrief.analysis.recommendations.surroundings import is_past, surroundings
from deskbrief.analysis.recommendations.units import Unit, asks
from deskbrief.analysis.recommendations.voices import narrators, speaks_for_itself
from deskbrief.analysis.recommendations.weighing import Weights, adjusted
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.steps import Steps

#: Sentences weighed in one stride.
STRIDE = 60
#: The bar outside of the recommendations of a long document that has a place for them.
RAISED = 0.6
#: What a demand that the text reports is listed with at least.
TOLD = 0.5
#: Properties with which no sentence is listed, and a bar that none can reach.
REFUSED = frozenset(
    {
        *("perfect infinitive", "asks whether it should be", "only asks to take note"),
        *("what is to be expected", "explains an idea", "asked of the writer", "the writer's own duty"),
        *(*SAYINGS, *FORESEEN),
    }
)
#: Those with which no item of a list is, where nothing announces advice.
THOUGHTS = frozenset({"explains an idea", *SAYINGS, *STANDING, *OFFERED})
#: Properties of what somebody says that asks for nothing.
DOUBTFUL = frozenset({"a guess", "a judgement", "doubted", "need denied", "asks why"})
OUT = 2.0
#: Properties with which no sentence is listed wherever it stands.
NEVER = frozenset(
    {
        *("an entry by its number", "only refers to another place", "what becomes of recommendations"),
        *("what others ask for", *COURTESIES, *STATEMENTS, *PROCEDURES),
    }
)
SURELY = 0.75
#: Words and marks of the longest title of an item.
MOST_IN_TITLE = 8
#: What an item under a lead-in that says who should act is listed with at least.
SURE = 0.9
#: How a summary tells what its report recommends.
_SUMMED_UP = re.compile(
    r"(?:^|,\s|\band\s)we\s(?:(?:also|therefore|further|then)\s)?(?:recommended|proposed)\s(?:that|the|all|"
    r"each|every|both)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its probability of being a recommendation, the properties behind it, the verdict."""

    unit: Unit
    probability: float
    reasons: str
    listed: bool
    outright: bool = False
    reported: bool = False

    @property
    def confidence(self) -> float:
        """The probability; where the text says outright what it is, no less than `SURE`."""
        if self.reported:
            return max(self.probability, TOLD)
        return max(self.probability, SURE) if self.outright or _is_led(self.unit) else self.probability


@dataclass(frozen=True, slots=True)
class _Voices:
    """A text with its manner, whether it reports what others want, and the names of its writers in it.

    `heard` tells whether it is minutes or reports what people say, as news does.
    """

    text: str
    manner: Manner
    reports: bool
    writers: frozenset[str]
    heard: bool


def judged(
    document: Document, sentences: Mapping[int, Sequence[Sentence]], weights: Weights
) -> Steps[tuple[Reading, list[Judged]]]:
    """Return every sentence of `document` judged; `sentences` are those the model has read, by block."""
    reading = yield from read(document, sentences)
    units = [unit for number in sorted(reading.units) for unit in reading.units[number]]
    own = []
    for at, unit in enumerate(units):
        own.append(features(document.text, unit))
        if at % STRIDE == 0:
            yield
    found = [mine | near for mine, near in zip(own, surroundings(document.text, units), strict=True)]
    yield
    return reading, verdicts(document.text, reading.manner, units, found, weights)


def found_in(text: str, units: Sequence[Unit]) -> list[set[str]]:
    """Return the properties of each of the sentences of a document."""
    own = [features(text, unit) for unit in units]
    return [mine | near for mine, near in zip(own, surroundings(text, units), strict=True)]


def verdicts(
    text: str,
    manner: Manner,
    units: Sequence[Unit],
    found: Sequence[AbstractSet[str]],
    weights: Weights,
) -> list[Judged]:
    """Return the verdict on each of the sentences of a document, from their properties."""
    found = _without_findings(units, found)
    plain = [weights.probability(properties) for properties in found]
    fair = adjusted(plain, weights.prior, weights.strength)
    bars = _bars(units, fair, weights.bar)
    told_as_rules = rules_told(text, units) | law_told(text, units)
    quoted = quoted_in(text, units)
    reports = tells_of_demands(units, quoted)
    heard = manner.minutes or (reports and reports_speech(units, found, quoted))
    voices = _Voices(text, manner, reports, narrators(units), heard)
    said = _said_to_be_due(units, found, weights) if heard else frozenset()
    out = steps_in(text, units) | requirements_in(text, units) | headlines_in(text, units)
    out |= duties_standing(text, units) | offers_in(text, units)
    out |= fragments_in(text, units) | duties_in(text, units) | recitals_in(text, units)
    out |= frozenset() if heard else held_by_others(text, units, found) | norms_of_old(units, found)
    judgements = [
        _judge(
            voices,
            unit,
            probability,
            weights.reasons(properties),
            max(
                _bar(unit, properties, bar),
                SURELY if at in told_as_rules else 0,
                OUT if at in out or only_states(text, unit) else 0,
            ),
        )
        for at, (unit, probability, properties, bar) in enumerate(zip(units, fair, found, bars, strict=True))
    ]
    judgements = [_as_reported(one) if at in said else one for at, one in enumerate(judgements)]
    if not any(_asks_now(one) for one in judgements):
        judgements = [_as_summed_up(text, one) for one in judgements]
    passing = said_in_passing(units, [one.listed for one in judgements])
    judgements = [replace(one, listed=False) if at in passing else one for at, one in enumerate(judgements)]
    return [_as_title(text, one, after) for one, after in zip_longest(judgements, judgements[1:])]


def _said_to_be_due(
    units: Sequence[Unit], found: Sequence[AbstractSet[str]], weights: Weights
) -> frozenset[int]:
    """Return the places of what people say should be done, for a text that reports what people say."""
    return frozenset(
        at
        for at, unit in enumerate(units)
        if REPORTED & found[at]
        and not (REFUSED | NEVER | DOUBTFUL | frozenset(STANDING)) & found[at]
        and is_said_to_be_due(unit)
        and weights.probability(as_said(found[at])) >= weights.bar
    )


def _as_reported(one: Judged) -> Judged:
    """Return what somebody says should be done as listed, as a demand that the text reports."""
    return one if one.listed else replace(one, listed=True, reported=True, reasons="somebody says it is due")


def _without_findings(units: Sequence[Unit], found: Sequence[AbstractSet[str]]) -> Sequence[AbstractSet[str]]:
    """Return the properties, findings taken for background only where advice has a place of its own."""
    if any(unit.zone.zone is Zone.STRONG or unit.lead for unit in units):
        return found
    return [
        properties - {"under a heading for background"} if unit.zone.finds else properties
        for unit, properties in zip(units, found, strict=True)
    ]


def _asks_now(one: Judged) -> bool:
    """Tell whether the text makes a recommendation in so many words, or has a place for them."""
    gathered = one.unit.zone.zone is Zone.STRONG and asks(one.unit)
    return one.outright or (one.listed and (gathered or one.unit.lead is not None))


def _as_summed_up(text: str, one: Judged) -> Judged:
    """Return "We recommended that …" as listed: it tells in a summary what the report asks for."""
    advice = best_advice(one.unit)
    if advice is None or advice.form is not Form.VERB or not advice.main or advice.speaker is not None:
        return one
    told = _SUMMED_UP.search(" ".join(one.unit.sentence.span.of(text).split()))
    if one.listed or not told or not (told[0].endswith("that") or advice.addressee):
        return one
    return replace(one, listed=True, outright=True, reasons="said outright of the report")


def _as_title(text: str, one: Judged, after: Judged | None) -> Judged:
    """Return the few words that an item begins with ("Lighter rules.") judged as the sentence after them."""
    if after is None or not after.listed or one.listed or one.unit.leads or one.unit.advice:
        return one
    labels = is_only_label(text, one.unit.sentence.span)
    same = after.unit.number == one.unit.number and one.unit.place == 0 and not labels
    words = one.unit.tree.words if one.unit.tree else ()
    titles = not any(word.pos in {"VERB", "AUX"} for word in words) and 1 < len(words) <= MOST_IN_TITLE
    if not same or not titles or one.unit.block.kind is not BlockKind.LIST_ITEM:
        return one
    return replace(one, listed=True, probability=after.probability, reasons=after.reasons)


def _bar(unit: Unit, properties: AbstractSet[str], bar: float) -> float:
    """Return the bar for one sentence.

    None can reach it that is told of the past or asks for an answer, or sets the reader of a textbook a task.
    """
    in_list = unit.zone.zone is Zone.STRONG or unit.block.kind is BlockKind.LIST_ITEM
    if unit.zone.zone is Zone.SERVICE:
        return OUT
    if unit.zone.zone is Zone.TASKS and (in_list or not any(one.addressee for one in unit.advice)):
        return OUT
    announced = unit.zone.zone is Zone.STRONG or unit.lead is not None
    if not unit.lead and _is_only_told(unit, properties):
        return OUT
    barred = NEVER | (frozenset() if in_list else REFUSED) | (frozenset() if announced else THOUGHTS)
    if barred & properties:
        return OUT
    return max(bar, SURELY) if REPORTED & properties else bar


def _is_only_told(unit: Unit, properties: AbstractSet[str]) -> bool:
    """Tell whether a paragraph weighs whether something should be so, or tells what somebody once wanted."""
    if unit.block.kind is BlockKind.LIST_ITEM:
        return False
    advice = best_advice(unit)
    if advice is None or advice.form is Form.IMPERATIVE:
        return False
    weighed = "doubted" in properties and not advice.main
    return weighed or {"somebody else's advice", "told in the past"} <= properties


def _bars(units: Sequence[Unit], probabilities: Sequence[float], bar: float) -> list[float]:
    """Return the bar for each sentence: higher outside of the parts where a document gathers its advice.

    Under a lead-in the bar is lower for the sentences that go on asking.
    """
    gathered = [unit.zone.zone is Zone.STRONG or _is_led(unit) for unit in units]
    advised = sum(
        is_there and probability >= bar and asks(unit)
        for unit, is_there, probability in zip(units, gathered, probabilities, strict=True)
    )
    elsewhere = max(bar, RAISED) if advised and len(units) >= LONG else bar
    usual = [bar if is_there else elsewhere for is_there in gathered]
    return [
        bar / 2 if unit.lead is not None and unit.lead.firm and asks(unit) else mine
        for unit, mine in zip(units, usual, strict=True)
    ]


#: A sentence that only leads to what is asked: "I recommend that:".
_LEADS_ON = re.compile(r"\brecommend(?:s|ed)?(?: that| the following| as follows)?\s{0,2}:$", re.IGNORECASE)


def _judge(voices: _Voices, unit: Unit, probability: float, why: Sequence[str], bar: float) -> Judged:
    plainly = _said_plainly(voices, unit) if bar <= 1 else ""
    if plainly:
        return Judged(unit, probability, plainly, listed=True, outright=True)
    if voices.manner.minutes and (
        is_given_out(unit) or is_put_forward(unit) or (bar <= 1 and is_agreed(voices.text, unit))
    ):
        return Judged(unit, probability, "given out in a meeting", listed=True, reported=True)
    if voices.reports and is_demand(unit, past=voices.heard) and probability < bar:
        return Judged(unit, probability, "somebody urges somebody else", listed=True, reported=True)
    span = unit.sentence.span
    labels = is_only_label(voices.text, span) or is_only_number(voices.text, unit)
    if labels or _LEADS_ON.search(voices.text, span.start, span.end):
        return Judged(unit, probability, "", listed=False)
    outright = not unit.leads and bar <= 1 and is_said_outright(voices.text, unit)
    listed = outright or _is_listed(unit, probability, bar)
    return Judged(unit, probability, "; ".join([*["said outright"] * outright, *why]), listed, outright)


def _said_plainly(voices: _Voices, unit: Unit) -> str:
    """Return why a sentence is listed whatever its properties, "" for none that is."""
    if speaks_for_itself(unit, voices.writers):
        return "said outright by who wrote the text"
    if is_minuted(voices.text, unit.sentence.span):
        return "said in the words of minutes"
    if is_resolved(voices.text, unit):
        return "a clause that says what is to be done"
    if unit.advice and is_request(voices.text, unit.sentence.span, letter=voices.manner.letter):
        return "asked of the reader"
    given = unit.zone.tasks and any(given_in(voices.text, unit.sentence.span, unit.tree))
    return "a task that is given out" if given else ""


def _is_led(unit: Unit) -> bool:
    """Tell whether the sentence opens an item that a lead-in makes a recommendation."""
    return (
        unit.place == 0
        and unit.lead is not None
        and unit.lead.firm
        and not _is_question(unit)
        and (unit.lead.rule != AGREED or asks(unit) or opens_as_agreed(unit))
        and (
            asks(unit)
            or (unit.block.kind is BlockKind.LIST_ITEM and not is_past(unit))
            or (unit.lead.deeds and opens_with_deed(unit))
        )
    )


def _is_question(unit: Unit) -> bool:
    """Tell whether an item is a question: "Will owners be able to sell their boats?"."""
    words = unit.sentence.words
    return bool(words) and words[-1].text == "?"


def _is_listed(unit: Unit, probability: float, bar: float) -> bool:
    if unit.leads or bar >= OUT:
        return False
    if _is_led(unit):
        return True
    return probability >= bar and not _is_refused(unit)


def _is_refused(unit: Unit) -> bool:
    """Tell whether the sentence only asks in a condition, or says no more than what could be."""
    advice = best_advice(unit)
    if advice is None:
        in_list = unit.zone.zone is Zone.STRONG and unit.block.kind is BlockKind.LIST_ITEM
        return bool(unit.advice) and not in_list
    return is_no_deed(unit, advice)
