"""What stands around a sentence, near it and in the whole document, as named properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.document.model import BlockKind

#: Sentences on each side that are near, and documents too short to have parts.
NEAR, SHORT = 6, 40

_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)


def surroundings(text: str, units: Sequence[Unit]) -> Iterator[set[str]]:
    """Yield for each of the sentences what its neighbours and the document are like."""
    asks = [_asks(unit) for unit in units]
    past = [is_past(unit) for unit in units]
    asks_near, past_near = _near(asks), _near(past)
    often = sum(asks) / max(len(units), 1)
    manual = _is_manual(text, units)
    opening = _openings(units)
    for at, unit in enumerate(units):
        found = set()
        if len(units) > SHORT:
            if at > 0.7 * len(units):
                found.add("in the last part")
            if often < 0.03:
                found.add("in a text that seldom asks")
        if past_near[at] >= 0.5:
            found.add("among sentences told in the past")
        if asks_near[at] >= 0.3 and best(unit.advice) is not None:
            found.add("among sentences that ask")
        if manual and best(unit.advice) is not None:
            found.add("in a text of instructions")
        found.update(opening.get(unit.number, ()) if unit.place == 0 else ())
        if not asks[at]:
            found -= {"in the last part", "in a text that seldom asks"}
        yield found


def _asks(unit: Unit) -> bool:
    asked = best(unit.advice)
    return asked is not None and asked.main


def is_past(unit: Unit) -> bool:
    """Tell whether the sentence tells of the past."""
    tree = unit.tree
    if tree is None or not tree.words:
        return False
    return tree.words[tree.root].tag == "VBD" or any(
        tree.words[child].tag == "VBD" and tree.words[child].dep in {"aux", "auxpass"}
        for child in tree.children[tree.root]
    )


def _near(flags: Sequence[bool]) -> list[float]:
    """Return for each place the share of true flags among its neighbours."""
    sums = [0, *accumulate(int(flag) for flag in flags)]
    result = []
    for at, flag in enumerate(flags):
        low, high = max(at - NEAR, 0), min(at + NEAR + 1, len(flags))
        result.append((sums[high] - sums[low] - flag) / max(high - low - 1, 1))
    return result


def _is_manual(text: str, units: Sequence[Unit]) -> bool:
    """Tell whether the document teaches its reader to do something: imperatives, and "you"."""
    if len(units) < 8:
        return False
    orders = sum(1 for unit in units if any(one.form is Form.IMPERATIVE for one in unit.advice))
    yours = sum(1 for unit in units if _YOU.search(text, unit.sentence.start, unit.sentence.end))
    return orders > 0.2 * len(units) and yours > 0.15 * len(units)


def _openings(units: Sequence[Unit]) -> dict[int, set[str]]:
    """Return what is to be said of each block that begins by asking, by number."""
    blocks: dict[int, list[Unit]] = {}
    for unit in units:
        blocks.setdefault(unit.number, []).append(unit)
    numbers = list(blocks)
    forms = [_opening_form(blocks[number][0]) for number in numbers]
    result: dict[int, set[str]] = {}
    for at, number in enumerate(numbers):
        form = forms[at]
        if form is None:
            continue
        near = [forms[other] for other in range(max(at - 2, 0), min(at + 3, len(forms))) if other != at]
        found = result.setdefault(number, set())
        same = sum(1 for other in near if other is form)
        if near and 2 * same >= len(near):
            found.add("beside others of its kind")
        elif same:
            found.add("near another of its kind")
        if blocks[number][0].block.kind is BlockKind.PARAGRAPH and form is not Form.IMPERATIVE:
            alone = blocks[number][-1].sentence.end == blocks[number][0].whole.end
            found.add("a paragraph of its own" if alone else "opens a paragraph")
    return result


def _opening_form(unit: Unit) -> Form | None:
    """Return how a block begins to ask, none when it does not."""
    for one in unit.advice:
        if one.form is Form.IMPERATIVE:
            return Form.IMPERATIVE
        if one.form in {Form.MODAL, Form.NEED} and one.main and one.wording.start - unit.sentence.start < 90:
            return Form.MODAL
        if one.form is Form.VERB and one.main:
            return Form.VERB
    return None
