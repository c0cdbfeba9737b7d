"""Pieces of text that look like commands: the rest of a cut sentence, labels, captions, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.leadins import HEADS
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.document.model import BlockKind

#: How a whole sentence ends.
_ENDS = re.compile(r"(?:[!?;:…]|(?<!\d)\.|\.(?!\d))[\"'”’)\]]{0,3}\s*(?:\[?\d{1,3}\]?)?$")
#: The share of paragraphs that begin with a capital in a text that writes sentences so.
_MOSTLY = 0.6
#: What ends with a comma before a command, and is no clause with a subject.
_CONDITION = re.compile(
    r"^(?:\W{0,2}\w{1,4}\)\W{0,2}|[^.:]{1,80}[.:]\s)?(?:in|within|before|after|if|when|for|at|to|on|as|by|"
    r"prior to|where|once|unless|until)\b.*,$",
    re.IGNORECASE | re.DOTALL,
)
#: Words of the shortest row, and the share of numbers in one.
_ROW, _NUMBERS = 4, 0.4
#: Labels of parts that have titles and ask nothing: "Appendix I: Select Measures of Performance".
_NUMBERED_PART = re.compile(
    r"(?:appendix|annex|figure|table|exhibit|chart|attachment|schedule|enclosure|chapter|part)\b",
    re.IGNORECASE,
)
#: How a sentence ends whose items go on with a verb: "The register will be used to:".
_PURPOSE = re.compile(r"\bto:\s*$")
#: Verbs that send the reader elsewhere, and what they are that do not: "see to it that".
_POINTING, _SEEN_TO = frozenset({"see", "cf"}), re.compile(r"\s{1,3}(?:to\b|that\b)", re.IGNORECASE)
#: Letters of the shortest word that is told by its capital, and words of a title at least.
_LONG, _TITLE = 4, 3


def fragments_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the commands that are none: a verb is seen where a piece of text begins.

    Nothing is one that a lead-in announces, that stands in a list, or behind a label.
    """
    capitals = _writes_capitals(text, units)
    ends = frozenset(_infinitives(text, units))
    return frozenset(
        at
        for at, unit in enumerate(units)
        if at in ends
        or _points(text, unit)
        or (
            _is_bare_command(text, unit)
            and _is_piece(text, unit, capitals=capitals and not _follows(text, units, at))
        )
    )


def _infinitives(text: str, units: Sequence[Unit]) -> Iterator[int]:
    """Yield the places of items that tell what something is for: "The survey aims to: - find old wells"."""
    purpose = False
    for at, unit in enumerate(units):
        if unit.block.kind is not BlockKind.LIST_ITEM:
            purpose = _PURPOSE.search(unit.sentence.span.of(text)) is not None
        elif purpose and unit.lead is None and text[unit.block.start].islower() and unit.place == 0:
            asked = best(unit.advice)
            if asked is not None and asked.form is Form.IMPERATIVE:
                yield at


def _follows(text: str, units: Sequence[Unit], at: int) -> bool:
    """Tell whether the block before ends with the condition of a command: "In section 5 of the manual,"."""
    before = units[at - 1] if at else None
    return before is not None and _CONDITION.match(before.sentence.span.of(text)) is not None


def _points(text: str, unit: Unit) -> bool:
    """Tell whether the reader is sent to another place: "see original PDF", "See Table 2"."""
    asked = best(unit.advice)
    if asked is None or asked.form is not Form.IMPERATIVE:
        return False
    verb = asked.wording.of(text).rsplit(maxsplit=1)[-1].lower()
    return verb in _POINTING and _SEEN_TO.match(text, asked.wording.end, unit.sentence.end) is None


def _is_bare_command(text: str, unit: Unit) -> bool:
    asked = best(unit.advice)
    alone = unit.lead is None and unit.block.kind is BlockKind.PARAGRAPH
    alone = alone and (unit.label is None or _NUMBERED_PART.match(unit.label.of(text)) is not None)
    return alone and unit.place == 0 and asked is not None and asked.form is Form.IMPERATIVE


def _is_piece(text: str, unit: Unit, *, capitals: bool) -> bool:
    words = unit.sentence.span.of(text).split()
    if len(words) == 1 or (capitals and text[unit.block.start].islower()):
        return True
    if HEADS.search(" ".join(words)) and words[-1].endswith(":"):
        return True
    if _ENDS.search(text[unit.block.start : unit.block.end]):
        return False
    numbers = sum(word.strip("().,%$").replace(".", "").replace(",", "").isdigit() for word in words)
    return (len(words) >= _ROW and numbers >= _NUMBERS * len(words)) or _is_titled(words)


def _is_titled(words: Sequence[str]) -> bool:
    """Tell whether all long words begin with a capital, and not all are written in capitals."""
    long = [word for word in words if len(word) >= _LONG and word[0].isalpha()]
    titled = len(long) >= _TITLE and all(word[0].isupper() for word in long)
    return titled and not all(word.isupper() for word in long)


def _writes_capitals(text: str, units: Sequence[Unit]) -> bool:
    """Tell whether most paragraphs of the text begin with a capital, so that one that does not is cut off."""
    opened = [
        text[unit.block.start]
        for unit in units
        if unit.place == 0 and unit.block.kind is BlockKind.PARAGRAPH and text[unit.block.start].isalpha()
    ]
    return sum(sign.isupper() for sign in opened) >= _MOSTLY * len(opened) > 1
