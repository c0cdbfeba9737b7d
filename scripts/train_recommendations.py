"""Train the linear model that weighs sentences as recommendations, and write its weights.

usage: python scripts/train_recommendations.py GOLD.jsonl [GOLD.jsonl ...] [-o FILE] [--folds 5]

GOLD is JSON Lines: {"id", "text", "sentences": [{"start", "end", "is_recommendation"}]}, offsets in code
points, null for sentences that nobody labelled. Each file counts the same, however long it is. The method
is logistic regression with a Gaussian prior on each weight, fitted by Newton's method; figures printed are
those of cross-validation by document, before and after the correction for each document's own share.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "gold"))

from mapping import Places, document_of  # noqa: E402  the folder is on the path only now
from predict_recs import sentences_of  # noqa: E402

from deskbrief.analysis.recommendations.features import features  # noqa: E402
from deskbrief.analysis.recommendations.reading import read  # noqa: E402
from deskbrief.analysis.recommendations.weighing import adjusted  # noqa: E402
from deskbrief.analysis.steps import finish  # noqa: E402

OUTPUT = ROOT / "resources" / "rules" / "analysis_recommendations.json"
#: How firmly weights are held at zero; properties seen fewer times than `RARE` get none.
FIRMNESS, RARE = 2.0, 8
#: Weights of forms that the training texts hold too few of, and how firmly they are held there.
EXPECTED = {"adjective wording in the main clause": 2.2, "the text's own advice": 2.2}
FIRMLY = 20.0
#: What a file of sentences weighs in all.
FILE_WEIGHT = 1500.0
PRIOR, STRENGTH, BAR = 0.25, 20.0, 0.4

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A sentence of a file and document: its properties, its label (none: not labelled), what it weighs."""

    file: str
    document: str
    found: frozenset[str]
    label: bool | None


def examples(path: Path) -> Iterator[Example]:
    """Yield the clauses of one gold file as the program reads them, with the labels of the people.

    A clause that asks for nothing and is only a part of a labelled sentence is not what the label meant.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        document = document_of(record["text"])
        places = Places(document)
        reading = finish(read(document, sentences_of(document)))
        for number in sorted(reading.units):
            for unit in reading.units[number]:
                span = places.back(unit.sentence.span)
                if span is not None:
                    label = label_of(record["sentences"], span.start, span.end)
                    if label and not unit.advice and unit.sentence.span != unit.whole:
                        label = None
                    yield Example(path.stem, record["id"], frozenset(features(document.text, unit)), label)


def label_of(gold: Sequence[dict[str, object]], start: int, end: int) -> bool | None:
    """Return the label of the gold sentences that share at least half of themselves or of the stretch."""
    labels = []
    for sentence in gold:
        low, high = int(str(sentence["start"])), int(str(sentence["end"]))
        shared = min(end, high) - max(start, low)
        if shared > 0 and (2 * shared >= high - low or 2 * shared >= end - start):
            labels.append(sentence["is_recommendation"])
    if True in labels:
        return True
    return False if labels and None not in labels else None


def matrix(rows: Sequence[Example], names: Sequence[str]) -> Vector:
    """Return one row for each example and one column for each property, and a last column of ones."""
    places = {name: at for at, name in enumerate(names)}
    values = np.zeros((len(rows), len(names) + 1))
    values[:, -1] = 1
    for at, row in enumerate(rows):
        for name in row.found:
            if name in places:
                values[at, places[name]] = 1
    return values


def fitted(values: Vector, labels: Vector, weights: Vector, names: Sequence[str]) -> Vector:
    """Return the weights that fit best, found by Newton's method."""
    firm = np.array([FIRMLY if name in EXPECTED else FIRMNESS for name in names] + [1e-6])
    centre = np.array([EXPECTED.get(name, 0.0) for name in names] + [0.0])
    found = np.zeros(values.shape[1])
    for _ in range(40):
        guess = chances(values, found)
        slope = values.T @ (weights * (guess - labels)) + firm * (found - centre)
        curve = (values * (weights * guess * (1 - guess))[:, None]).T @ values + np.diag(firm)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    return found


def chances(values: Vector, found: Vector) -> Vector:
    """Return the probability of each row."""
    result: Vector = 1 / (1 + np.exp(-np.clip(values @ found, -30, 30)))
    return result


def crossed(rows: Sequence[Example], names: Sequence[str], weights: Vector, folds: int) -> Vector:
    """Return for each row the probability given by a model that has not seen its document."""
    stems = sorted({row.document.replace("-nocue", "") for row in rows})
    random.Random(1).shuffle(stems)
    fold = {stem: at % folds for at, stem in enumerate(stems)}
    of_row = np.array([fold[row.document.replace("-nocue", "")] for row in rows])
    values, labels = matrix(rows, names), np.array([float(bool(row.label)) for row in rows])
    result = np.zeros(len(rows))
    for number in range(folds):
        rest = of_row != number
        found = fitted(values[rest], labels[rest], weights[rest], names)
        result[~rest] = chances(values[~rest], found)
    return result


def corrected(rows: Sequence[Example], plain: Vector) -> Vector:
    """Return the probabilities corrected document by document, as the program does."""
    by_document: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        by_document.setdefault(row.document, []).append(at)
    result = np.zeros(len(rows))
    for places in by_document.values():
        result[places] = adjusted([float(plain[at]) for at in places], PRIOR, STRENGTH)
    return result


def report(rows: Sequence[Example], scores: Vector, title: str) -> None:
    """Print precision, recall, F1 at the bar and average precision for each file."""
    print(title)
    for file in dict.fromkeys(row.file for row in rows):
        mine = [at for at, row in enumerate(rows) if row.file == file]
        order = sorted(mine, key=lambda at: (-scores[at], bool(rows[at].label)))
        hits = np.cumsum([bool(rows[at].label) for at in order])
        right = [bool(rows[at].label) for at in order]
        listed = sum(1 for at in order if scores[at] >= BAR)
        true = int(hits[listed - 1]) if listed else 0
        precision, recall = true / max(listed, 1), true / max(sum(right), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        average = float(sum(hits[at] / (at + 1) for at in range(len(order)) if right[at])) / max(
            sum(right), 1
        )
        print(f"  {file:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  AP {average:.3f}")


def train(rows: Sequence[Example], folds: int) -> dict[str, object]:
    """Print the figures of cross-validation and return the weights fitted to all rows."""
    counts = Counter(name for row in rows for name in row.found)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    sizes = Counter(row.file for row in rows)
    weights = np.array([FILE_WEIGHT / sizes[row.file] for row in rows])
    plain = crossed(rows, names, weights, folds)
    report(rows, plain, "plain")
    report(rows, corrected(rows, plain), "corrected")
    found = fitted(matrix(rows, names), np.array([float(bool(row.label)) for row in rows]), weights, names)
    return {
        "bias": round(float(found[-1]), 4),
        "prior": PRIOR,
        "strength": STRENGTH,
        "bar": BAR,
        "weights": {name: round(float(value), 4) for name, value in zip(names, found[:-1], strict=True)},
    }


def main(words: Iterable[str] | None = None) -> int:
    """Train, print the figures, write the weights; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args(list(words) if words is not None else None)
    rows = [row for path in options.gold for row in examples(path) if row.label is not None]
    data = train(rows, options.folds)
    options.output.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
