"""Sentences on the pages of a PDF that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

#: How many runs of pages are listed where pages are pictures or damaged.
MOST_RUNS = 8


def pages_that(numbers: Sequence[int], one: str, more: str) -> str:
    """Return the sentence that says of pages, numbered from 0, what they are: `one` of a single page."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0] + 1}–{run[-1] + 1}" if run[1:] else f"{run[0] + 1}" for run in runs[:MOST_RUNS]]
    if len(runs) > MOST_RUNS:
        return f"{len(numbers)} pages ({', '.join(shown)} …) {more}"
    listed = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"Pages {listed} {more}" if numbers[1:] else f"Page {listed} {one}"
