"""`deskbrief check`: whether all quotes of a brief still stand in its source."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from deskbrief.cli.reading import read, running
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import collect
from deskbrief.services.checking import Checked, Outcome, Turn, check, enclosure_of, matched
from deskbrief.services.sources import read_request

_SIGNS = {Turn.KEPT: "{}", Turn.DROPPED: "[-{}-]", Turn.ADDED: "{{+{}+}}"}


def run(options: argparse.Namespace) -> int:
    """Look up each quote of the brief in the sources; the code is 0 when all stand there word for word."""
    with running() as runner:
        plan = enclosure_of(collect(runner, "enclosed", _request(options.brief))).plan
        documents = [read(runner, path) for path in options.sources]
    checked = check(plan, matched(plan, documents))
    tell = _as_json if options.json else _as_text
    tell(checked)
    return 0 if all(one.outcome.holds for one in checked) else 1


def _request(path: Path) -> Request:
    return Request({}, read_request(path).blob)


def _as_json(checked: tuple[Checked, ...]) -> None:
    quotes = [
        {
            "number": one.reference.number,
            "outcome": one.outcome.value,
            "source": one.reference.source + 1,
            "quote": one.reference.quote,
            "locator": one.reference.locator,
            "now": one.now,
            "where": one.where,
            "difference": [[turn.value, words] for turn, words in one.difference()] if one.now else [],
        }
        for one in checked
    ]
    holds = all(one.outcome.holds for one in checked)
    print(json.dumps({"schema": "deskbrief.check/1", "holds": holds, "quotes": quotes}, ensure_ascii=False))


def _as_text(checked: tuple[Checked, ...]) -> None:
    for one in checked:
        if one.outcome.holds and one.where == one.reference.locator:
            continue
        where = f" (now {one.where})" if one.where else ""
        print(f"{one.reference.number:>4} {one.reference.locator} {one.outcome.value}{where}")
        print(f"     {difference_words(one) if one.now and not one.outcome.holds else one.reference.quote}")
    counts = Counter(one.outcome for one in checked)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    print(f"{len(checked)} quotes: {told or 'none'}")


def difference_words(checked: Checked) -> str:
    """Return how the source differs, what was dropped as [-words-] and what was added as {+words+}."""
    return " ".join(_SIGNS[turn].format(words) for turn, words in checked.difference())
