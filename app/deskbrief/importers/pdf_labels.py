"""The names by which pages of a PDF are cited: no two pages have the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from deskbrief.importers.pdf_furniture import numbers_at_ends, printed_number
from deskbrief.importers.pdf_lines import Page

#: How far from a page others may stand that bear its number out.
NEAR = 3


def labels_of(pages: Sequence[Page]) -> dict[int, str]:
    """Return the label of each page by its number from 0.

    That is the file's own label where it tells more than the place in the file, else the number that is
    printed on the page, as far as its neighbours bear it out; between two pages that do so a number is
    completed. A page without one is called by its place in the file, in brackets where its number could be
    taken for the printed one of another page.
    """
    own = {page.number: page.label for page in pages if page.label}
    if any(label != str(number + 1) for number, label in own.items()):
        found = own
    else:
        found = _completed(_printed(pages), pages)
    counts = Counter(found.values())
    sure = {number: label for number, label in found.items() if counts[label] == 1}
    plain = all(label == str(number + 1) for number, label in sure.items())
    return {
        page.number: sure.get(page.number) or (f"{page.number + 1}" if plain else f"[{page.number + 1}]")
        for page in pages
    }


def _printed(pages: Sequence[Page]) -> dict[int, str]:
    """Return the printed numbers that can be believed: roman ones, and those that neighbours bear out.

    One that stands alone needs one neighbour that counts as it does, one at the end of a running head two.
    """
    alone = {page.number: label for page in pages if (label := printed_number(page))}
    found = {number: label for number, label in alone.items() if not label.isdecimal()}
    ends = {page.number: numbers_at_ends(page) for page in pages}
    steps = {number: {int(label) - number for label in labels} for number, labels in ends.items()}
    for number, label in alone.items():
        steps[number] |= {int(label) - number} if label.isdecimal() else set()
    for number in steps:
        lone = alone.get(number, "")
        if lone.isdecimal() and _supporters(number, int(lone) - number, steps) > 1:
            found[number] = lone
            continue
        likely = [label for label in ends[number] if _supporters(number, int(label) - number, steps) > 2]
        if likely and number not in found:
            found[number] = likely[0]
    return found


def _supporters(number: int, step: int, steps: Mapping[int, set[int]]) -> int:
    """Return how many pages around `number`, itself among them, have a number that is so far from theirs."""
    around = range(number - NEAR, number + NEAR + 1)
    return sum(step in steps.get(other, ()) for other in around)


def _completed(found: Mapping[int, str], pages: Sequence[Page]) -> dict[int, str]:
    """Return `found` with the pages in it that print no number but stand between two that count alike."""
    steps = {number: int(label) - number for number, label in found.items() if label.isdecimal()}
    labels = dict(found)
    for step, group in groupby(sorted(steps), key=lambda number: steps[number]):
        numbers = list(group)
        for page in pages:
            if numbers[0] < page.number < numbers[-1]:
                labels.setdefault(page.number, str(page.number + step))
    return labels
