"""From chosen sentences to the recommendations of a document: items and rows put together, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from deskbrief.analysis.recommendations.addressees import last_actors, meant_before, spoken_before
from deskbrief.analysis.recommendations.advice import Form
from deskbrief.analysis.recommendations.askable import Actor
from deskbrief.analysis.recommendations.assembling import (
    Chosen,
    best_advice,
    from_item,
    from_sentence,
    titled,
)
from deskbrief.analysis.recommendations.choosing import Judged
from deskbrief.analysis.recommendations.counting import by_deed
from deskbrief.analysis.recommendations.minutes import is_minuted
from deskbrief.analysis.recommendations.reading import Reading
from deskbrief.analysis.recommendations.states import by_states
from deskbrief.analysis.recommendations.tables import rows_after, rows_in_zone
from deskbrief.analysis.recommendations.units import Unit, asks
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.analysis.times.told import Times
from deskbrief.analysis.words import Word
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import Recommendation

#: Code points from which two actions in the same words are one that is asked twice.
SAME = 24


#: Words of the shortest action that is known again though it names nobody, and the share that is the same.
REPEATED, NEARLY = 6, 0.85


def recommendations_of(
    document: Document, reading: Reading, sentences: Sequence[Judged], times: Times
) -> list[Recommendation]:
    """Return what `document` recommends, in the order of the text, from its judged sentences."""
    chosen: dict[int, list[Chosen]] = {}
    for one in sentences:
        if one.listed:
            chosen.setdefault(one.unit.block.start, []).append(Chosen(one.unit, one.confidence, one.reasons))
    return _told_once(by_states(one) for one in _assembled(document, reading, chosen, times))


def _told_once(found: Iterable[Recommendation]) -> list[Recommendation]:
    """Return the recommendations, what is asked again in the same words joined to where it is asked first."""
    first: dict[tuple[str, ...], Recommendation] = {}
    for at, one in enumerate(found):
        told = one.action.lower(), one.addressee.lower(), one.speaker, one.title, one.condition
        key: tuple[str, ...] = told if len(one.action) >= SAME else (*told, str(at))
        key = key if key in first or one.addressee else _repeated(first, one) or key
        known = first.get(key)
        spans = (*known.spans, *one.spans) if known else one.spans
        first[key] = replace(known or one, spans=tuple(dict.fromkeys(spans)))
    return list(first.values())


def _repeated(first: Mapping[tuple[str, ...], Recommendation], one: Recommendation) -> tuple[str, ...] | None:
    """Return the key of what was asked of somebody before in nearly the same words, none when it is new."""
    words = one.action.lower().split()
    if len(words) < REPEATED:
        return None
    for key, known in first.items():
        before = known.action.lower().split()
        if known.addressee and before[:2] == words[:2] and known.speaker == one.speaker:
            again = (Counter(words) & Counter(before)).total()
            if again >= NEARLY * len(words):
                return key
    return None


def _assembled(
    document: Document, reading: Reading, chosen: Mapping[int, Sequence[Chosen]], times: Times
) -> Iterator[Recommendation]:
    actor: Actor | None = None
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            actor = None
        if block.kind is BlockKind.TABLE:
            yield from _of_table(document, reading, number, block, actor)
            continue
        of_block = chosen.get(block.start, ())
        yield from _of_block(document.text, reading.units.get(number, ()), of_block, times, actor)
        if number not in reading.leads:
            # What an item says of who should act holds for that item alone.
            actor = next(last_actors(document.text, reading.units.get(number, ())), actor)


def _of_table(
    document: Document, reading: Reading, number: int, block: Block, actor: Actor | None
) -> Iterator[Recommendation]:
    lead = reading.leads.get(number)
    if lead is not None:
        yield from rows_after(document.text, block, lead, actor.name if actor else "")
    else:
        yield from rows_in_zone(document.text, block, reading.places[number])


def _of_block(
    text: str, units: Sequence[Unit], chosen: Sequence[Chosen], times: Times, actor: Actor | None
) -> Iterator[Recommendation]:
    if not chosen:
        return
    block = chosen[0].unit.block
    minuted = any(is_minuted(text, one.unit.sentence.span) for one in chosen)
    chosen = _from_what_is_asked(chosen)
    item = _is_item(block, chosen[0].unit) or (block.kind is BlockKind.LIST_ITEM and titled(chosen))
    if item and not minuted:
        inside, first = times.within(block.span), chosen[0].unit
        whole = from_item(text, chosen, inside, actor.name if actor else "")
        yield from by_deed(text, whole, best_advice(first), first.whole, inside, _words_of(units, first))
        return
    told = -1
    for one in chosen:
        if one.unit.sentence.start < told:
            continue  # a deed of the sentence that was told with the ones before it
        before = [unit for unit in units if unit.place < one.unit.place]
        named = meant_before(text, before, one.unit, best_advice(one.unit), actor)
        inside = times.within(one.unit.sentence.span)
        whole = from_sentence(text, one, inside, named)
        whole = replace(whole, speaker=spoken_before(text, before, whole.speaker))
        words = _words_of(units, one.unit)
        deeds = list(by_deed(text, whole, best_advice(one.unit), one.unit.whole, inside, words))
        told = deeds[-1].spans[0].end if len(deeds) > 1 else told
        yield from deeds


def _words_of(units: Sequence[Unit], first: Unit) -> list[Word]:
    """Return the words of a sentence from one of its clauses on, as the model read them."""
    same = takewhile(lambda unit: unit.whole == first.whole, units[first.place :])
    return [word for unit in same for word in unit.sentence.words]


def _from_what_is_asked(chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Return the sentences of an item without what it finds before it asks."""
    first = chosen[0].unit
    found = best_advice(first)
    told = found is not None and not found.main and found.form in {Form.MODAL, Form.NEED}
    if first.lead is not None or not told or len(chosen) < 2:
        return chosen
    asking = [at for at, one in enumerate(chosen) if asks(one.unit)]
    return chosen[asking[0] :] if asking else chosen


def _is_item(block: Block, unit: Unit) -> bool:
    """Tell whether a block is one recommendation as a whole: an item that opens with it."""
    return (
        unit.place == 0
        and block.kind is BlockKind.LIST_ITEM
        and (unit.lead is not None or unit.zone.zone is Zone.STRONG)
    )
