"""Work out the weights by which headings of plain texts are told from other short lines.

    python -m scripts.train_structure GOLD.jsonl [--check] [--out resources/rules/structure.json]

GOLD holds one document a line:
`{"id", "text", "source", "style", "lines": [{"n", "type", "level", "soft"}]}`.
Both scores are logistic regressions with a quadratic penalty. The second one is trained on first scores
that come from other documents (five folds), as it will meet them. Each document is also learned from in
other dress: with other blank lines, and with headings in capitals, with numbers or with a colon.
`--check` prints how well documents of a source are read after training on the other sources.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.logistic import fit, pruned, write_weights

from deskbrief.document.model import BlockKind
from deskbrief.importers.linear import Weights, chance_of
from deskbrief.importers.plain_context import Surroundings, first_look, second_features, survey
from deskbrief.importers.plain_front import find_bylines
from deskbrief.importers.plain_headings import features, heading_chances
from deskbrief.importers.plain_lines import split_lines
from deskbrief.importers.plain_segments import segment

Gold = dict[str, Any]

FOLDS = 5
THRESHOLD = 0.5
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
    kinds: dict[int, str]


def sample(gold: Gold, document: int = 0, share: float = 1.0) -> Sample:
    """Return what is to be learned from one document, the `document`-th of all."""
    _, units = segment(split_lines(gold["text"]))
    labels = {line["n"]: line for line in gold["lines"]}
    kinds = {}
    for index, unit in enumerate(units):
        label = labels.get(unit.first + 1, {})
        kinds[index] = "soft" if label.get("soft") else label.get("type", "")
    around = survey(units, find_bylines(units))
    places = [index for index, able in enumerate(around.candidates) if able]
    damp = min(1.0, (MANY / max(len(places), 1)) ** 0.5)
    counts = {"soft": 0.0, "title": TITLE_SHARE}
    return Sample(
        document=document,
        around=around,
        places=places,
        names=[features(around, place) for place in places],
        truth=[float(kinds[place] in ("heading", "title")) for place in places],
        weight=[share * damp * counts.get(kinds[place], 1.0) for place in places],
        kinds=kinds,
    )


def dressed(gold: Gold, rng: random.Random) -> Iterator[Gold]:
    """Yield the document twice more, with other blank lines and other headings."""
    style = gold["style"]
    if style.startswith("wrap"):
        return
    rows = gold["text"].split("\n")
    plain = style.split("|")[0] in ("seed", "blank", "headblank") and "|" not in style
    for _ in range(2):
        gap = rng.choice(("none", "all", "headings"))
        look = rng.choice(("", "", "caps", "colon", "numbers")) if plain else ""
        yield gold | _redress(gold["lines"], rows, gap, look)


def _redress(lines: Sequence[Gold], rows: Sequence[str], gap: str, look: str) -> Gold:
    out: list[str] = []
    labels = []
    counts = [0] * 8
    before = ""
    for line in lines:
        text, kind = rows[line["n"] - 1], line["type"]
        if kind == "heading" and not line.get("soft"):
            text = _restyle(text, look, min(line.get("level") or 1, 5), counts)
        tied = kind == before and kind in ("list_item", "table_row", "code")
        if out and ((gap == "all" and not tied) or (gap == "headings" and kind == "heading")):
            out.append("")
        out.append(text)
        labels.append(line | {"n": len(out)})
        before = kind
    return {"text": "\n".join(out), "lines": labels}


def _restyle(text: str, look: str, level: int, counts: list[int]) -> str:
    if look == "caps":
        return text.upper()
    if look == "colon" and text[-1:].isalnum():
        return text + ":"
    if look != "numbers" or text[:1].isdigit():
        return text
    counts[level] += 1
    counts[level + 1 :] = [0] * (len(counts) - level - 1)
    numbers = [str(max(count, 1)) for count in counts[1 : level + 1]]
    return ".".join(numbers) + ("." if level == 1 else "") + " " + text


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
    second = fit(rows, truth, weight)
    return Weights(THRESHOLD, pruned(first), pruned(second))


def _fit_first(samples: Sequence[Sample]) -> dict[str, float]:
    names = [row for one in samples for row in one.names]
    truth = [value for one in samples for value in one.truth]
    return fit(names, truth, [value for one in samples for value in one.weight])


def score(samples: Iterable[Sample], known: Weights) -> Counter[str]:
    """Return counts of hits, false alarms and misses among headings, and of texts left clean."""
    counts: Counter[str] = Counter()
    for one in samples:
        chances = heading_chances(one.around, known)
        found = {place for place, chance in chances.items() if chance >= known.threshold}
        found |= {at for at, unit in enumerate(one.around.units) if unit.kind is BlockKind.HEADING}
        gold = {place for place, kind in one.kinds.items() if kind == "heading"}
        ignored = {place for place, kind in one.kinds.items() if kind in ("soft", "title")}
        false = found - gold - ignored
        counts += Counter(hit=len(found & gold), false=len(false), missed=len(gold - found))
        if not gold:
            counts += Counter(empty=1, clean=not false)
    return counts


def check(golds: Sequence[Gold]) -> None:
    """Print how each source is read by weights that were trained on the other sources."""
    total: Counter[str] = Counter()
    for source in sorted({gold["source"] for gold in golds}):
        known = train(_samples([gold for gold in golds if gold["source"] != source]))
        counts = score([sample(gold) for gold in golds if gold["source"] == source], known)
        total += counts
        print(source[:40].ljust(42), _figures(counts))
    print("all".ljust(42), _figures(total))


def _figures(counts: Counter[str]) -> str:
    hit, false, missed = counts["hit"], counts["false"], counts["missed"]
    precision, recall = hit / max(hit + false, 1), hit / max(hit + missed, 1)
    f1 = 2 * hit / max(2 * hit + false + missed, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} clean {counts['clean']}/{counts['empty']}"


def _samples(golds: Iterable[Gold]) -> list[Sample]:
    rng = random.Random(7)
    found = []
    for document, gold in enumerate(golds):
        found.append(sample(gold, document))
        found += [sample(other, document, DRESSED_SHARE) for other in dressed(gold, rng)]
    return found


def main() -> None:
    """Train on the named gold file and write the weights, or check them by source."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/rules/structure.json"))
    parser.add_argument("--check", action="store_true")
    choice = parser.parse_args()
    golds = [json.loads(line) for line in choice.gold.read_text("utf-8").splitlines() if line.strip()]
    if choice.check:
        check(golds)
        return
    known = train(_samples(golds))
    about = "Weights of line features for headings in plain text, made by scripts.train_structure."
    write_weights(choice.out, about, known)
    print(
        f"{choice.out}: {len(known.first)} + {len(known.second)} weights;",
        _figures(score(_samples(golds), known)),
    )


if __name__ == "__main__":
    main()
