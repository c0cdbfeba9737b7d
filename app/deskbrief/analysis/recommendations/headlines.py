"""Headings that say what should be so, above a finding: "Training of Staff Should Be Improved"."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.units import Unit, asks
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.model import BlockKind

#: Letters of the shortest word, and words of the shortest heading, that are told by their capitals.
_LONG_WORD, _LEAST = 4, 3
_SMALL = frozenset({"from", "into", "over", "under", "with", "about", "between", "through", "within", "upon"})


def headlines_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the headings that ask, where the text gives its advice in a place of its own."""
    if not any(asks(unit) and (unit.lead is not None or unit.zone.zone is Zone.STRONG) for unit in units):
        return frozenset()
    return frozenset(at for at, unit in enumerate(units) if _is_headline(text, unit))


def _is_headline(text: str, unit: Unit) -> bool:
    """Tell whether a paragraph is a line in capitals, with no full stop, that says how things should be."""
    asked = best(unit.advice)
    if asked is None or asked.form not in {Form.MODAL, Form.NEED} or unit.lead is not None:
        return False
    alone = unit.place == 0 and unit.block.kind is BlockKind.PARAGRAPH and unit.whole.end >= unit.block.end
    if not alone or not text[unit.block.end - 1].isalnum():
        return False
    words = [
        word.text for word in unit.sentence.words if len(word.text) >= _LONG_WORD and word.text.isalpha()
    ]
    long = [word for word in words if word.lower() not in _SMALL]
    return len(long) >= _LEAST and all(word[0].isupper() for word in long)
