"""The names by which pages of a PDF are cited: no two pages have the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from deskbrief.importers.pdf_furniture import printed_number
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
    """Return the printed numbers that can be believed: roman ones, and those that neighbours bear out."""
    found = {page.number: number for page in pages if (number := printed_number(page))}
    steps = {number: int(label) - number for number, label in found.items() if label.isdecimal()}
    return {
        number: label
        for number, label in found.items()
        if number not in steps or _supporters(number, steps) > 1
    }


def _supporters(number: int, steps: Mapping[int, int]) -> int:
    """Return how many pages around `number`, itself among them, count as it does."""
    around = range(number - NEAR, number + NEAR + 1)
    return sum(steps.get(other) == steps[number] for other in around)


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
