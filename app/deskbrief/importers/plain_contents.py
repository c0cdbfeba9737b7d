"""Lists of contents in plain text: short lines at the top that come again as headings."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_context import Surroundings
from deskbrief.importers.plain_words import bare

#: Lines that must come again, one after the other, to be called a list of contents.
FEWEST_LINES = 4
#: The share of a text in which its list of contents begins.
TOP = 0.25


def contents_lines(around: Surroundings) -> tuple[frozenset[int], frozenset[int]]:
    """Return the positions of the lines of contents, and of the later lines that they name."""
    pairs = zip(around.units, around.candidates, strict=True)
    names = [bare(unit.text) if able or unit.kind is BlockKind.HEADING else "" for unit, able in pairs]
    last = {name: index for index, name in enumerate(names) if name}
    best: list[int] = []
    run: list[int] = []
    for index, name in enumerate(names[: int(len(names) * TOP) + 2 * FEWEST_LINES]):
        again = bool(name) and last[name] > index
        run = [*run, index] if again else []
        best = run if len(run) > len(best) else best
    if len(best) < FEWEST_LINES or not _is_contents(best, [last[names[index]] for index in best]):
        return frozenset(), frozenset()
    return frozenset(best), frozenset(last[names[index]] for index in best)


def _is_contents(lines: Sequence[int], targets: Sequence[int]) -> bool:
    """Tell whether the targets come in the order of the lines, all of them after the last line."""
    return list(targets) == sorted(set(targets)) and targets[0] > lines[-1]
