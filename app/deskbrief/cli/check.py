"""`deskbrief check`: whether all quotes of a brief still stand in its source."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from deskbrief.cli.printing import complain, print_json
from deskbrief.cli.reading import read, running, show_file
from deskbrief.document.changes import many
from deskbrief.document.differences import Turn
from deskbrief.document.errors import WorldError
from deskbrief.document.model import Document
from deskbrief.jobs.runner import collect
from deskbrief.services.checking import Checked, Outcome, check, enclosure_of, matched
from deskbrief.services.messages import message_for
from deskbrief.services.sources import bare_request

_SIGNS = {Turn.KEPT: "{}", Turn.DROPPED: "[-{}-]", Turn.ADDED: "{{+{}+}}"}


def run(options: argparse.Namespace) -> int:
    """Look up each quote of the briefs in the sources; the code is 0 when all stand there word for word.

    A brief that cannot be read does not stop the others, and the code is then 1.
    """
    briefs = [options.brief, *options.also]
    held = True
    with running() as runner:
        documents: list[Document] = []
        for number, path in enumerate(options.sources, start=1):
            show_file(number, len(options.sources), path)
            documents.append(read(runner, path))
        for path in briefs:
            try:
                plan = enclosure_of(collect(runner, "enclosed", bare_request(path))).plan
            except WorldError as error:
                if len(briefs) == 1:
                    raise
                complain(f"{path.name}: {message_for(error)}")
                held = False
                continue
            checked = check(plan, matched(plan, documents))
            tell = _as_json if options.json else _as_text
            if len(briefs) > 1 and not options.json:
                print(f"{path}:")
            tell(path, checked)
            held = held and all(one.outcome.holds for one in checked)
    return 0 if held else 1


def _as_json(path: Path, checked: tuple[Checked, ...]) -> None:
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
    told = {"schema": "deskbrief.check/1", "brief": str(path), "holds": holds, "quotes": quotes}
    print_json(told)


def _as_text(_: Path, checked: tuple[Checked, ...]) -> None:
    for one in checked:
        if one.outcome.holds and one.where == one.reference.locator:
            continue
        where = f" (now {one.where})" if one.where else ""
        print(f"{one.reference.number:>4} {one.reference.locator} {one.outcome.value}{where}")
        print(f"     {difference_words(one) if one.now and not one.outcome.holds else one.reference.quote}")
    counts = Counter(one.outcome for one in checked)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    print(f"{many(len(checked), 'quote')}: {told or 'none'}")


def difference_words(checked: Checked) -> str:
    """Return how the source differs, what was dropped as [-words-] and what was added as {+words+}."""
    return " ".join(_SIGNS[turn].format(words) for turn, words in checked.difference())
