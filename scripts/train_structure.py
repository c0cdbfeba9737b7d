"""Work out the weights by which headings of plain texts are told from other short lines.

    python -m scripts.train_structure GOLD.jsonl [MORE.jsonl ...] [--pages PAGES.jsonl] [--check]

The files hold texts with gold line types, one a line (see `scripts.structure_gold`; Markdown files are
made into them by `scripts.structure_texts`); PAGES holds saved pages with gold blocks. Both scores are
logistic regressions with a quadratic penalty. The second one is trained on first scores that come from
other documents (five folds), as it will meet them. Each document is also learned from in other dress:
with other blank lines, and with headings in capitals, with numbers or with a colon.
`--check` reads each source of GOLD by weights that were trained without that source, and prints the
figures of the scorer that stands beside the folder of GOLD.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.logistic import fit, pruned, write_weights
from scripts.structure_check import line_of, prediction, scores
from scripts.structure_gold import Gold, dressed, of_pages, read_golds

from deskbrief.importers.linear import Weights, chance_of
from deskbrief.importers.plain_context import Surroundings, first_look, second_features, survey
from deskbrief.importers.plain_front import find_bylines
from deskbrief.importers.plain_headings import features
from deskbrief.importers.plain_outline import units_of

FOLDS = 5
THRESHOLD = 0.5
#: The penalty on weights, and how often a name must occur: both were chosen by leaving sources out.
PENALTY, FEWEST = 10.0, 20
#: How much a title line, and a line in other dress, count beside a heading as written.
TITLE_SHARE, DRESSED_SHARE = 0.5, 0.35
#: Documents with more candidates than this count less for each of them.
MANY = 40


@dataclass(frozen=True)
class Sample:
    """One document: its surroundings, and place, features, truth and weight of each candidate."""

    document: int
    around: Surroundings
    places: list[int]
    names: list[list[str]]
    truth: list[float]
    weight: list[float]


def sample(gold: Gold, document: int = 0, share: float = 1.0) -> Sample:
    """Return what is to be learned from one document, the `document`-th of all."""
    units = units_of(gold["text"])
    labels = {line["n"]: line for line in gold["lines"]}
    around = survey(units, find_bylines(units))
    places = [index for index, able in enumerate(around.candidates) if able]
    found = [labels.get(units[place].first + 1, {}) for place in places]
    kinds = ["soft" if label.get("soft") else label.get("type", "") for label in found]
    damp = min(1.0, (MANY / max(len(places), 1)) ** 0.5)
    counts = {"soft": 0.0, "title": TITLE_SHARE}
    return Sample(
        document=document,
        around=around,
        places=places,
        names=[features(around, place) for place in places],
        truth=[float(kind in ("heading", "title")) for kind in kinds],
        weight=[share * damp * counts.get(kind, 1.0) for kind in kinds],
    )


def train(samples: Sequence[Sample]) -> Weights:
    """Return the weights of both scores."""
    first = _fit_first(samples)
    rows: list[list[str]] = []
    truth: list[float] = []
    weight: list[float] = []
    for fold in range(FOLDS):
        other = _fit_first([one for one in samples if one.document % FOLDS != fold])
        for one in (one for one in samples if one.document % FOLDS == fold):
            chances = {
                place: chance_of(names, other) for place, names in zip(one.places, one.names, strict=True)
            }
            look = first_look(one.around, chances)
            rows += [
                [*names, *second_features(one.around, look, place)]
                for place, names in zip(one.places, one.names, strict=True)
            ]
            truth += one.truth
            weight += one.weight
    second = fit(rows, truth, weight, penalty=PENALTY, fewest=FEWEST)
    return Weights(THRESHOLD, pruned(first), pruned(second))


def _fit_first(samples: Sequence[Sample]) -> dict[str, float]:
    names = [row for one in samples for row in one.names]
    truth = [value for one in samples for value in one.truth]
    weight = [value for one in samples for value in one.weight]
    return fit(names, truth, weight, penalty=PENALTY, fewest=FEWEST)


def samples_of(golds: Iterable[Gold]) -> list[Sample]:
    """Return the samples of all documents, each as written and in other dress."""
    rng = random.Random(7)
    found = []
    for document, gold in enumerate(golds):
        found.append(sample(gold, document))
        found += [sample(other, document, DRESSED_SHARE) for other in dressed(gold, rng)]
    return found


def check(golds: Sequence[Gold], more: Sequence[Gold], scorer: Path) -> None:
    """Print how each source is read by weights that were trained on the other sources."""
    predictions = list(_left_out(golds, [*golds, *more]))
    figures = scores(golds, predictions, scorer)
    for name in [*sorted(set(figures) - {"all"}), "all"]:
        print(line_of(name, figures[name]))


def _left_out(golds: Sequence[Gold], every: Sequence[Gold]) -> Iterator[Gold]:
    for source in sorted({_stem(gold) for gold in golds}):
        known = train(samples_of(gold for gold in every if _stem(gold) != source))
        yield from (prediction(gold, known) for gold in golds if _stem(gold) == source)


def _stem(gold: Gold) -> str:
    """Return the beginning of the name of a source: one source may be named in several ways."""
    return re.sub(r"\W", "", gold["source"]).casefold()[:16]


def main() -> None:
    """Train on the named gold files and write the weights, or check them by source."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("more", type=Path, nargs="*")
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/rules/structure.json"))
    parser.add_argument("--check", action="store_true")
    choice = parser.parse_args()
    golds, more = read_golds([choice.gold]), read_golds(choice.more)
    if choice.pages:
        more += of_pages(read_golds([choice.pages]), golds)
    scorer = choice.gold.resolve().parent.parent / "score_structure.py"
    if choice.check:
        check(golds, more, scorer)
        return
    known = train(samples_of([*golds, *more]))
    about = "Weights of line features for headings in plain text, made by scripts.train_structure."
    write_weights(choice.out, about, known)
    print(f"{choice.out}: {len(known.first)} + {len(known.second)} weights")
    figures = scores(golds, [prediction(gold, known) for gold in golds], scorer)
    print(line_of("all, in the sample", figures["all"]))


if __name__ == "__main__":
    main()
