"""Lists of what can be done with something, targets, and laws that are quoted: none of them asks anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.model import BlockKind

#: How a list of what readers or users can do begins: "With the app, each user can:".
_ABLE = re.compile(
    r"\b(?:(?:you|users?|customers?|visitors?|readers?|members?|guests?|subscribers?|clients|shoppers)\s"
    r"(?:can|may|will be able to|are able to|get to)(?:\s(?:also|now|then|even|easily))?"
    r"|(?:lets?|helps?|allows?|enables?|allowing|letting|enabling|helping)\s(?:you|users?|customers?|"
    r"visitors?|readers?|members?)"
    r"(?:\s(?:to|easily)){0,2}"
    r"|(?:can|may|will) (?:now |also )?be used to|(?:you|we)(?:['’]ll| will) (?:learn|find out|discover|"
    r"see)(?: how)?(?: to)?"
    r"|(?:the|this) (?:bill|act|law|amendments?|programme|program|scheme|order|project)\s(?:will|would|"
    r"seeks? to|"
    r"aims? to|proposes to|intends to|is (?:meant|intended|designed) to)"
    r"|(?:learn|find out) how to)\s?:\s{0,3}$",
    re.IGNORECASE,
)
#: An amount to be reached by a year: "Reach 60 per cent by 2030".
_TARGET = re.compile(
    r"^\W{0,3}(?:(?:target|goal|objective|aim|kpi)\s?\w{0,3}\s?[:.–—-]\s)?"
    r"(?:reach|achieve|attain|hit|halve|double|triple|quadruple|cut|reduce|raise|increase|lower|bring|lift|"
    r"expand|grow|"
    r"generate|source|decrease|recycle|plant|train|create|build|serve|deliver)\b[^.;:]{0,100}?"
    r"(?:\d|\b(?:per cent|percent|half|third|quarter|zero|two-thirds|million|billion)\b|(?<=halve)\s|"
    r"(?<=double)\s|(?<=triple)\s)"
    r"[^.;:]{0,100}?\bby (?:the end of |the year |end |mid-?|early |late )?(?:FY\s?)?(?:19|20|21)\d\d\b",
    re.IGNORECASE,
)
#: How a list begins of what its writers ask for: "Our asks of the government:".
_ASKING = re.compile(
    r"\b(?:(?:our|the|these|key|main|four|three|five) (?:\w{3,12} )?(?:asks|demands|calls|requests|"
    r"priorities for "
    r"(?:the )?(?:government|ministers))"
    r"|(?:we|I|that we|groups?|campaigners) (?:\w{3,12} ){0,2}(?:ask|call|demand|urge|want|propose|"
    r"recommend)(?:s|ing)?)"
    r"\b[^.;?!]{0,60}:?\s{0,3}$",
    re.IGNORECASE,
)
_SHALL = re.compile(r"\bshall\b", re.IGNORECASE)


def offers_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of items that tell what can be done, of targets, and of laws in quoted blocks.

    None is one under a heading or lead-in that announces advice.
    """
    found = _candidates(text, units)
    return frozenset(at for at in found if not units[at].lead and units[at].zone.zone is not Zone.STRONG)


def _candidates(text: str, units: Sequence[Unit]) -> Iterator[int]:
    able = asked_for = False
    for at, unit in enumerate(units):
        if unit.block.kind is not BlockKind.LIST_ITEM:
            able = (
                _ABLE.search(text, max(unit.sentence.end - 90, unit.sentence.start), unit.sentence.end)
                is not None
            )
            asked_for = (
                _ASKING.search(text, max(unit.sentence.end - 90, unit.sentence.start), unit.sentence.end)
                is not None
            )
        asked = best(unit.advice)
        if asked is None:
            continue
        quoted = unit.block.kind is BlockKind.QUOTE and _SHALL.search(asked.wording.of(text)) is not None
        command = asked.form is Form.IMPERATIVE
        if quoted or (command and (able or (not asked_for and _TARGET.match(unit.sentence.span.of(text))))):
            yield at
