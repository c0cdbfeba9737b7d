"""Train the linear model that weighs sentences as recommendations, and write its weights.

usage: python scripts/train_recommendations.py GOLD.jsonl [GOLD.jsonl ...] [-o FILE] [--folds 5]

GOLD is JSON Lines: {"id", "text", "sentences": [{"start", "end", "is_recommendation"}]}, offsets in code
points, null for sentences that nobody labelled. Each corpus counts the same, however long it is; files
whose names differ only in "-nocue" are one corpus. The method is logistic regression with a Gaussian prior
on each weight, fitted by Newton's method. The prior's centres are what is expected of each property of
English (train_recommendations_expected.json): one corpus cannot teach what holds for other kinds of text.
Figures printed are those of the training texts themselves, of cross-validation by document, and of leaving
one corpus out, as the program lists and ranks with such weights.
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

from deskbrief.analysis.recommendations.choosing import Judged, found_in, verdicts  # noqa: E402
from deskbrief.analysis.recommendations.manner import manner_of  # noqa: E402
from deskbrief.analysis.recommendations.reading import read  # noqa: E402
from deskbrief.analysis.recommendations.units import Unit  # noqa: E402
from deskbrief.analysis.recommendations.weighing import Weights  # noqa: E402
from deskbrief.document.steps import finish  # noqa: E402

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
    """A sentence of a file and document: its properties, its label (none: not labelled)."""

    file: str
    document: str
    found: frozenset[str]
    label: bool | None


@dataclass(frozen=True)
class Reader:
    """A document as the program reads it: its sentences, and the example that each of them gives."""

    text: str
    units: tuple[Unit, ...]
    examples: tuple[Example, ...]


def readers(path: Path) -> Iterator[Reader]:
    """Yield the documents of one gold file as the program reads them, with the labels of the people."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        document = document_of(record["text"])
        reading = finish(read(document, sentences_of(document)))
        units = tuple(unit for number in sorted(reading.units) for unit in reading.units[number])
        labels = _labels(record["sentences"], Places(document), units)
        found = found_in(document.text, units)
        rows = (
            Example(path.stem, record["id"], frozenset(names), label)
            for names, label in zip(found, labels, strict=True)
        )
        yield Reader(document.text, units, tuple(rows))


def _labels(
    gold: Sequence[dict[str, object]], places: Places, units: Sequence[Unit]
) -> Iterator[bool | None]:
    """Yield the label of each clause.

    A clause that asks for nothing and is only a part of a labelled sentence is not what the label meant.
    """
    for unit in units:
        span = places.back(unit.sentence.span)
        label = label_of(gold, span.start, span.end) if span else None
        yield None if label and not unit.advice and unit.sentence.span != unit.whole else label


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


def held_out(
    texts: Sequence[Reader], part_of: Callable[[Example], object]
) -> Iterator[tuple[Example, Judged]]:
    """Yield each labelled sentence with the verdict of a model that has not seen its part of the texts."""
    parts = [part_of(text.examples[0]) if text.examples else None for text in texts]
    for part in dict.fromkeys(parts):
        weights = fit(labelled(text for text, mine in zip(texts, parts, strict=True) if mine != part))
        yield from judged_by(weights, (text for text, mine in zip(texts, parts, strict=True) if mine == part))


def judged_by(weights: Weights, texts: Iterable[Reader]) -> Iterator[tuple[Example, Judged]]:
    """Yield each labelled sentence of the texts with the verdict of the program under these weights."""
    for text in texts:
        found = [example.found for example in text.examples]
        judgements = verdicts(text.text, manner_of(text.text), text.units, found, weights)
        for example, judgement in zip(text.examples, judgements, strict=True):
            if example.label is not None:
                yield example, judgement


def labelled(texts: Iterable[Reader]) -> list[Example]:
    """Return the sentences of the texts that somebody labelled."""
    return [example for text in texts for example in text.examples if example.label is not None]


def folds_of(rows: Sequence[Example], folds: int) -> dict[str, int]:
    """Return the fold of each document, so that each corpus is spread over all folds."""
    documents = sorted({corpus(row.document) for row in rows})
    random.Random(1).shuffle(documents)
    documents.sort(key=lambda document: document.partition("/")[0])
    return {document: at % folds for at, document in enumerate(documents)}


def report(judgements: Iterable[tuple[Example, Judged]], title: str) -> None:
    """Print precision, recall, F1 as the program lists and average precision as it ranks, for each file."""
    by_file: dict[str, list[tuple[float, bool, bool]]] = {}
    for example, judgement in judgements:
        row = (judgement.confidence, bool(example.label), judgement.listed)
        by_file.setdefault(example.file, []).append(row)
    print(title)
    for file, rows in sorted(by_file.items()):
        wanted, listed = sum(label for _, label, _ in rows), sum(shown for _, _, shown in rows)
        true = sum(label and shown for _, label, shown in rows)
        precision, recall = true / max(listed, 1), true / max(wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        average = average_precision([(score, label) for score, label, _ in rows])
        print(f"  {file:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  AP {average:.3f}")


def average_precision(rows: Sequence[tuple[float, bool]]) -> float:
    """Return the mean of the precision at each true sentence, ties broken against the program."""
    hits, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(rows, key=lambda row: (-row[0], row[1])), 1):
        if label:
            hits += 1
            total += hits / rank
    return total / max(hits, 1)


def train(texts: Sequence[Reader], folds: int) -> dict[str, object]:
    """Print how well the method does, and return the weights fitted to all texts."""
    rows = labelled(texts)
    weights, fold = fit(rows), folds_of(rows, folds)
    report(judged_by(weights, texts), "on the training texts")
    report(held_out(texts, lambda row: fold.get(corpus(row.document))), "cross-validated by document")
    report(held_out(texts, lambda row: corpus(row.file)), "one corpus left out")
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
    data = train([text for path in options.gold for text in readers(path)], options.folds)
    options.output.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
