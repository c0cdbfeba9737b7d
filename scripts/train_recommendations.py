"""Train the linear model that weighs sentences as recommendations, and write its weights.

usage: python scripts/train_recommendations.py GOLD.jsonl [GOLD.jsonl ...] [-o FILE] [--folds 5]

GOLD is JSON Lines: {"id", "text", "sentences": [{"start", "end", "is_recommendation"}]}, offsets in code
points, null for sentences that nobody labelled. Each corpus counts the same, however long it is; files
whose names differ only in "-nocue" are one corpus. The method is logistic regression with a Gaussian prior
on each weight, fitted by Newton's method. The prior's centres are what is expected of each property of
English (train_recommendations_expected.json): one corpus cannot teach what holds for other kinds of text.
Figures printed are those of the training texts themselves, of cross-validation by document, and of leaving
one corpus out, each after the correction for each document's own share.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "gold"))

from mapping import Places, document_of  # noqa: E402  the folder is on the path only now
from predict_recs import sentences_of  # noqa: E402

from deskbrief.analysis.recommendations.choosing import found_in  # noqa: E402
from deskbrief.analysis.recommendations.reading import read  # noqa: E402
from deskbrief.analysis.recommendations.weighing import Weights, adjusted  # noqa: E402
from deskbrief.analysis.steps import finish  # noqa: E402

OUTPUT = ROOT / "resources" / "rules" / "analysis_recommendations.json"
#: What is expected of each property before any text is seen, and how firmly weights are held there.
EXPECTED: dict[str, float] = json.loads(
    Path(__file__).with_name("train_recommendations_expected.json").read_text(encoding="utf-8")
)
FIRMNESS = 40.0
#: Properties seen fewer times than this, and not expected, get no weight.
RARE = 8
#: What a corpus weighs in all, in sentences.
CORPUS_WEIGHT = 3000.0
PRIOR, STRENGTH, BAR = 0.25, 40.0, 0.4

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
        units = [unit for number in sorted(reading.units) for unit in reading.units[number]]
        for unit, found in zip(units, found_in(document.text, units), strict=True):
            span = places.back(unit.sentence.span)
            if span is not None:
                label = label_of(record["sentences"], span.start, span.end)
                if label and not unit.advice and unit.sentence.span != unit.whole:
                    label = None
                yield Example(path.stem, record["id"], frozenset(found), label)


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


def fit(rows: Sequence[Example]) -> Weights:
    """Return the weights that fit the rows best, found by Newton's method."""
    counts = Counter(name for row in rows for name in row.found)
    names = sorted({name for name, count in counts.items() if count >= RARE} | set(EXPECTED))
    values, labels = matrix(rows, names), np.array([float(bool(row.label)) for row in rows])
    weights = np.array(list(shares(rows)))
    firm = np.array([FIRMNESS] * len(names) + [1e-6])
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
    of = {name: round(float(value), 4) for name, value in zip(names, found[:-1], strict=True)}
    return Weights(round(float(found[-1]), 4), of, PRIOR, STRENGTH, BAR)


def corpus(name: str) -> str:
    """Return the name of a file or document without what tells that its cue words are gone."""
    return name.replace("-nocue", "")


def shares(rows: Sequence[Example]) -> Iterator[float]:
    """Yield what each row weighs: each corpus the same, and each file within it."""
    sizes = Counter(row.file for row in rows)
    files = Counter(corpus(file) for file in sizes)
    for row in rows:
        yield CORPUS_WEIGHT / files[corpus(row.file)] / sizes[row.file]


def chances(values: Vector, found: Vector) -> Vector:
    """Return the probability of each row."""
    result: Vector = 1 / (1 + np.exp(-np.clip(values @ found, -30, 30)))
    return result


def held_out(rows: Sequence[Example], part_of: Callable[[Example], object]) -> Vector:
    """Return for each row the probability given by a model that has not seen its part of the rows."""
    parts = [part_of(row) for row in rows]
    result = np.zeros(len(rows))
    for part in dict.fromkeys(parts):
        weights = fit([row for row, mine in zip(rows, parts, strict=True) if mine != part])
        for at, row in enumerate(rows):
            if parts[at] == part:
                result[at] = weights.probability(row.found)
    return result


def folds_of(rows: Sequence[Example], folds: int) -> dict[str, int]:
    """Return the fold of each document, so that each corpus is spread over all folds."""
    documents = sorted({corpus(row.document) for row in rows})
    random.Random(1).shuffle(documents)
    documents.sort(key=lambda document: document.partition("/")[0])
    return {document: at % folds for at, document in enumerate(documents)}


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
    """Print how well the method does, and return the weights fitted to all rows."""
    weights = fit(rows)
    fold = folds_of(rows, folds)
    seen = np.array([weights.probability(row.found) for row in rows])
    report(rows, corrected(rows, seen), "on the training texts")
    crossed = held_out(rows, lambda row: fold[corpus(row.document)])
    report(rows, corrected(rows, crossed), "cross-validated by document")
    strange = held_out(rows, lambda row: corpus(row.file))
    report(rows, corrected(rows, strange), "one corpus left out")
    return {
        "bias": weights.bias,
        "prior": PRIOR,
        "strength": STRENGTH,
        "bar": BAR,
        "weights": weights.of,
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
