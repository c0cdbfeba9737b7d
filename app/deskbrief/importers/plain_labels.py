"""Labels of list items in plain text: the words before the colon, where every item of a list has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.importers.plain_units import Unit

#: The most words of a label, and the fewest items that make a list of labelled ones.
MOST_WORDS, FEWEST_ITEMS = 8, 2

_LABEL = re.compile(r"[^\W_a-z][^:.;!?|\t]{1,70}:(?= +\S)")


def labels_of(text: str, units: Sequence[Unit], kinds: Sequence[BlockKind]) -> dict[int, int]:
    """Return how many code points the label of each labelled item takes, its colon included.

    The keys are positions among `units`, the kinds of which are `kinds`; `text` is the decoded source.
    A single colon in a list says nothing: labels are what all items of a list begin with.
    """
    found: dict[int, int] = {}
    for items in _lists(units, kinds):
        lengths = [_length(units[index].slices[0].of(text)) for index in items]
        if len(items) >= FEWEST_ITEMS and all(lengths):
            found.update(zip(items, lengths, strict=True))
    return found


def parts_of(span: Span, label: int) -> tuple[Span, Span]:
    """Return the label, `label` code points long, and the rest of the first line of an item at `span`."""
    return Span(span.start, span.start + label), Span(span.start + label, span.end)


def _lists(units: Sequence[Unit], kinds: Sequence[BlockKind]) -> Iterator[list[int]]:
    """Yield the items of each list; those of the lists inside it stand for themselves."""
    around: list[list[int]] = []
    for index, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        item = kind is BlockKind.LIST_ITEM and bool(unit.marker)
        while around and not (item and _goes_on(units[around[-1][0]], unit)):
            yield around.pop()
        if item and (not around or unit.indent > units[around[-1][0]].indent):
            around.append([index])
        elif item:
            around[-1].append(index)
    yield from around


def _goes_on(first: Unit, unit: Unit) -> bool:
    """Tell whether the list that begins with `first` goes on, or holds a list inside, at `unit`."""
    alike = first.marker[:1].isalnum() == unit.marker[:1].isalnum()
    return unit.indent > first.indent or (unit.indent == first.indent and alike)


def _length(line: str) -> int:
    found = _LABEL.match(line)
    return found.end() if found and len(found[0].split()) <= MOST_WORDS else 0
