"""The sentences of a document as units, with zones, lead-ins, labels and neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.actors import can_act, head_of
from deskbrief.analysis.clauses import clauses_of
from deskbrief.analysis.labels import label_of
from deskbrief.analysis.recommendations.advice import Form
from deskbrief.analysis.recommendations.agreed import agreed_lead, as_minuted
from deskbrief.analysis.recommendations.leadins import ANNOUNCED, UNDER_NAME, Lead, lead_of, steps_of
from deskbrief.analysis.recommendations.manner import Manner, manner_of
from deskbrief.analysis.recommendations.minutes import given_in
from deskbrief.analysis.recommendations.requested import requested_in
from deskbrief.analysis.recommendations.stating import opens_with_deed
from deskbrief.analysis.recommendations.units import Unit, advice_of, asks
from deskbrief.analysis.recommendations.zones import Place, Zone, place_of, places, run_in
from deskbrief.analysis.sentences import block_sentences, is_prose
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

#: Paragraphs that announced recommendations can reach without a list.
REACH = 20
#: Blocks read in one stride.
STRIDE = 8
#: Blocks below a heading among which code makes a step of a manual of it.
SHOWN = 8
_BROKEN_OFF = re.compile(
    r"\b(?:we|I)\s(?:\w{3,12}\s){0,2}recommend\sthat(?:\s|,\s[^,;:]{3,80},\s)(?:the\s)?[^,;:.]{3,60}\w$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The units of a document by block number, the lead-in that each block stands under, and its manner."""

    units: Mapping[int, tuple[Unit, ...]]
    leads: Mapping[int, Lead]
    places: Sequence[Place]
    manner: Manner


def read(document: Document, sentences: Mapping[int, Sequence[Sentence]]) -> Steps[Reading]:
    """Return the units of `document`; `sentences` are those the model has read, by block number."""
    zones = places(document)
    manner = manner_of(document.text)
    units: dict[int, tuple[Unit, ...]] = {}
    for number, block in enumerate(document.blocks):
        if zones[number].section in units and number != zones[number].section:
            # What stands below a heading that says what to do tells why and how.
            zones[number] = replace(zones[number], zone=Zone.WEAK)
        if is_prose(block):
            units[number] = tuple(_units(document, number, zones[number], sentences, manner))
        elif block.kind is BlockKind.HEADING:
            told = tuple(_of_heading(document, number, block, zones[number]))
            units.update({number: told} if told else {})
        if number % STRIDE == 0:
            yield
    found = dict(_leads(document, units, minutes=manner.minutes))
    leads = {number: lead for number, lead in found.items() if lead is not None}
    yield
    return Reading(_joined(units, leads), leads, zones, manner)


def _units(
    document: Document,
    number: int,
    zone: Place,
    sentences: Mapping[int, Sequence[Sentence]],
    manner: Manner,
) -> Iterator[Unit]:
    block = document.blocks[number]
    label = label_of(document.text, block.span)
    zone = run_in(label.of(document.text), zone) if label else zone
    place = 0
    for sentence in sentences.get(number) or block_sentences(document, number):
        for clause in clauses_of(sentence):
            advice, tree = advice_of(document.text, clause, label)
            if zone.tasks:
                advice = tuple(given_in(document.text, clause.span, tree)) or advice
            if manner.letter:
                advice = tuple(requested_in(document.text, clause.span, tree, letter=True)) or advice
            if manner.minutes:
                advice = as_minuted(document.text, clause.span, tree, advice)
            yield Unit(clause, sentence.span, block, number, place, zone, advice, tree, label=label)
            place += 1


def _of_heading(document: Document, number: int, block: Block, zone: Place) -> Iterator[Unit]:
    """Yield what a heading below one for recommendations tells to do: "Build a second pumping station"."""
    label = label_of(document.text, block.span)
    own = place_of(block.span.of(document.text)).zone
    named = label is not None and run_in(label.of(document.text), zone) is not zone
    if zone.zone is not Zone.STRONG or zone.teaches or not (own is Zone.NONE or named):
        return
    if _shows_code(document, number):
        return
    sentence = Sentence(block.start, block.end, number)
    advice, tree = advice_of(document.text, sentence, label)
    if any(one.form is Form.IMPERATIVE for one in advice):
        yield Unit(sentence, sentence.span, block, number, 0, zone, advice, tree, label=label)


def _shows_code(document: Document, number: int) -> bool:
    """Tell whether code stands below a heading, before the next one: it heads a step of a manual."""
    for block in document.blocks[number + 1 : number + 1 + SHOWN]:
        if block.kind is BlockKind.HEADING:
            return False
        if block.kind is BlockKind.CODE:
            return True
    return False


def _leads(
    document: Document, units: Mapping[int, tuple[Unit, ...]], *, minutes: bool
) -> Iterator[tuple[int, Lead | None]]:
    """Yield each block that stands under a lead-in, with the lead-in; none where an item leads on to facts.

    What such an item leads to does not stand under the lead-in of the whole list.
    """
    announced = -REACH - 1
    for number, of_block in units.items():
        if document.blocks[number].kind is BlockKind.HEADING:
            announced = -REACH - 1
        if not of_block or not _announces(document, units, number):
            continue
        last = of_block[-1]
        lead = _lead(document.text, units, last, minutes=minutes)
        if lead is not None:
            lead = _to_somebody(document.text, lead, last)
        if lead is not None and lead.rule == UNDER_NAME and not lead.addressee:
            lead = None  # "For the winter:"
        if lead is not None and lead.rule == ANNOUNCED:
            announced = number
        elif lead is not None and lead.rule == UNDER_NAME and number - announced <= REACH:
            lead = replace(lead, firm=True)
        if lead is not None or document.blocks[number].kind is BlockKind.LIST_ITEM:
            commands = lead is not None and lead.commands
            deeds = lead is not None and lead.deeds
            yield from ((at, lead) for at in _led(document, units, number, commands=commands, deeds=deeds))


def _lead(text: str, units: Mapping[int, tuple[Unit, ...]], last: Unit, *, minutes: bool) -> Lead | None:
    """Return what the last sentence of a block announces; minutes tell as well what was agreed."""
    lead = lead_of(text, last.sentence.span, list(last.advice))
    if lead is None and minutes:
        lead = agreed_lead(text, last.sentence.span)
    if lead is None and (last.zone.zone > Zone.NONE or _was_asked_for(units, last)):
        lead = steps_of(text, last.sentence.span)
    return lead


def _was_asked_for(units: Mapping[int, tuple[Unit, ...]], unit: Unit) -> bool:
    """Tell whether the sentence right before asks for something, in its paragraph or in the one before."""
    here = [other for other in units[unit.number] if other.place < unit.place]
    before = here or units.get(unit.number - 1, ())
    return bool(before) and asks(before[-1])


def _announces(document: Document, units: Mapping[int, tuple[Unit, ...]], number: int) -> bool:
    """Tell whether a block leads on: by its colon, or broken off after who should do what follows."""
    last = units[number][-1]
    if document.text[last.sentence.end - 1] == ":":
        return True
    after = units.get(number + 1, ())
    commanded = bool(after) and any(one.form is Form.IMPERATIVE for one in after[0].advice)
    return commanded and _BROKEN_OFF.search(last.sentence.span.of(document.text)) is not None


def _to_somebody(text: str, lead: Lead, unit: Unit) -> Lead:
    """Return the lead-in without an addressee who cannot act: "Such a strategy should: …"."""
    at = text.find(lead.addressee, lead.span.start, lead.span.end) if lead.addressee else -1
    if at < 0 or unit.tree is None:
        return lead
    head = head_of(unit.tree.words, Span(at, at + len(lead.addressee)))
    return lead if head is None or can_act(head) else replace(lead, addressee="")


def _led(
    document: Document, units: Mapping[int, tuple[Unit, ...]], number: int, *, commands: bool, deeds: bool
) -> Iterator[int]:
    """Yield the blocks that the lead-in in block `number` leads to: list, table, or paragraphs that ask."""
    blocks = document.blocks
    here = blocks[number]
    first = blocks[number + 1] if number + 1 < len(blocks) else None
    if first is None:
        return
    if first.kind is BlockKind.TABLE:
        # "Use this table:" offers no actions.
        if not commands:
            yield number + 1
        return
    nested = here.kind is BlockKind.LIST_ITEM
    for at in range(number + 1, len(blocks)):
        block = blocks[at]
        if block.kind is BlockKind.LIST_ITEM and first.kind is BlockKind.LIST_ITEM:
            if block.depth < first.depth or (nested and block.depth <= here.depth):
                return
        elif (
            block.kind is not BlockKind.PARAGRAPH
            or first.kind is not BlockKind.PARAGRAPH
            or at > number + REACH
            or not any(asks(unit) or (deeds and opens_with_deed(unit)) for unit in units.get(at, ()))
        ):
            return
        yield at


def _joined(units: Mapping[int, tuple[Unit, ...]], leads: Mapping[int, Lead]) -> dict[int, tuple[Unit, ...]]:
    """Return the units with their lead-ins."""
    starts = {lead.span.start for lead in leads.values()}
    result = {}
    for number, of_block in units.items():
        lead = leads.get(number)
        result[number] = tuple(
            replace(unit, lead=lead, leads=unit.sentence.start in starts) for unit in of_block
        )
    return result
