"""Turns in plain text: lines that begin with who speaks, as interviews and minutes have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_units import Unit

#: The most words of what a turn begins with.
MOST_WORDS = 5
#: How often one must answer what another asks for both to be speakers.
FEWEST = 2

_SPEAKER = re.compile(r"([^\W\d_a-z][^:.;!?|\t\d]{1,40}):\s+\S")


def turns_in(units: Sequence[Unit]) -> frozenset[int]:
    """Return the positions of the units that are a turn to speak of one who asks or answers.

    One asks and the other's words follow, again and again; such a question heads nothing.
    """
    speakers = [_speaker(unit) for unit in units]
    answers = Counter(
        (name, other)
        for unit, (name, other) in zip(units, pairwise(speakers), strict=False)
        if name and other and name != other and unit.text.endswith("?")
    )
    talking = {name for pair, count in answers.items() if count >= FEWEST for name in pair}
    return frozenset(index for index, name in enumerate(speakers) if name in talking)


def _speaker(unit: Unit) -> str:
    found = _SPEAKER.match(unit.text) if unit.kind is BlockKind.PARAGRAPH else None
    return found[1].casefold() if found and len(found[1].split()) <= MOST_WORDS else ""
