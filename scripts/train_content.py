"""Work out the weights by which the text of a web page is told from what stands around it.

    python -m scripts.train_content GOLD.jsonl [--check] [--out resources/rules/content.json]

GOLD holds one page a line: `{"id", "file", "source", "text", "blocks", "with", "without", "title"}`; `file`
is the gzipped page, relative to GOLD. Where `text` is null only the wanted and unwanted segments are
learned from. `--check` prints how well the blocks of a page are told by weights trained on other pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.logistic import fit, pruned, write_weights

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_content import along_features, text_chances
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_features import Page, block_features
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_survey import survey_source
from deskbrief.importers.linear import Weights, chance_of
from deskbrief.importers.source import Source

Gold = dict[str, Any]

FOLDS = 5
THRESHOLD = 0.4
#: Pages with more blocks than this count less for each of them.
MANY = 80
#: How much a page with segments alone counts beside one with its whole text.
SEGMENTS = 3.0
#: On such a page, blocks outside all segments are taken as the extractors vote, for this share of a block.
UNSURE = {"11": (True, 0.3), "10": (True, 0.15), "01": (False, 0.0), "00": (False, 0.15)}
#: A block this long is text wherever it stands in the expected text; a shorter one must be a line of it.
LONG = 20


@dataclass(frozen=True)
class Sample:
    """One page: its blocks, and features, truth and weight of each."""

    page: Page
    names: list[list[str]]
    truth: list[float]
    weight: list[float]


def sample(gold: Gold, folder: Path) -> Sample:
    """Return what is to be learned from one page."""
    data = gzip.decompress((folder / gold["file"]).read_bytes())
    page = survey_source(Source("page.html", "text/html", data)).page
    regions = Regions()
    truth, weight = zip(*_labels(gold, page), strict=True) if page.drafts else ((), ())
    damp = min(1.0, (MANY / max(len(page.drafts), 1)) ** 0.5) * (1.0 if gold["text"] else SEGMENTS)
    sizes = [((min(len(draft.text), 600) + 40) / 150) ** 0.5 for draft in page.drafts]
    return Sample(
        page=page,
        names=[block_features(page, index, regions) for index in range(len(page.drafts))],
        truth=[float(value) for value in truth],
        weight=[damp * size * value for size, value in zip(sizes, weight, strict=True)],
    )


def _labels(gold: Gold, page: Page) -> Iterator[tuple[bool, float]]:
    if gold["text"] is None:
        wanted = [" ".join(segment.split()) for segment in gold["with"]]
        unwanted = [" ".join(segment.split()) for segment in gold["without"]]
        for draft, vote in zip(page.drafts, page.votes, strict=True):
            good = any(segment in draft.text for segment in wanted)
            bad = any(segment in draft.text for segment in unwanted)
            yield (good and not bad, 1.0) if good or bad else UNSURE[vote]
        return
    whole = key_of(gold["text"])
    lines = {key_of(line) for line in gold["text"].split("\n")}
    kinds: dict[str, set[str]] = {}
    for block in gold["blocks"] or []:
        kinds.setdefault(key_of(block.get("text") or ""), set()).add(block["type"])
    for draft in page.drafts:
        yield _is_text(draft, whole, lines, kinds), 1.0


def _is_text(draft: Draft, whole: str, lines: set[str], kinds: dict[str, set[str]]) -> bool:
    if draft.kind is BlockKind.TABLE:
        cells = [key_of("".join(piece.text for piece in cell.pieces)) for row in draft.rows for cell in row]
        cells = [cell for cell in cells if len(cell) > 2]
        return bool(cells) and sum(cell in whole for cell in cells) > 0.7 * len(cells)
    key = key_of(draft.text)
    # A link in a list of contents has the text of a heading, but is none of it.
    if kinds.get(key) == {"heading"} and draft.kind is BlockKind.LIST_ITEM:
        return False
    return bool(key) and (key in lines or key in kinds or (len(key) > LONG and key in whole))


def train(samples: Sequence[Sample]) -> Weights:
    """Return the weights of both scores; the second is trained on first scores from other pages."""
    first = _fit_first(samples)
    rows: list[list[str]] = []
    truth: list[float] = []
    weight: list[float] = []
    for fold in range(FOLDS):
        other = _fit_first([one for place, one in enumerate(samples) if place % FOLDS != fold])
        for one in samples[fold::FOLDS]:
            chances = [chance_of(names, other) for names in one.names]
            rows += [
                [*names, *along_features(one.page, chances, index)] for index, names in enumerate(one.names)
            ]
            truth += one.truth
            weight += one.weight
    return Weights(THRESHOLD, pruned(first), pruned(fit(rows, truth, weight)))


def _fit_first(samples: Sequence[Sample]) -> dict[str, float]:
    return fit(
        [row for one in samples for row in one.names],
        [value for one in samples for value in one.truth],
        [value for one in samples for value in one.weight],
    )


def check(samples: Sequence[Sample]) -> None:
    """Print how many characters of text are found by weights that were trained on other pages."""
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        known = train([one for place, one in enumerate(samples) if place % FOLDS != fold])
        for one in samples[fold::FOLDS]:
            chances = text_chances(one.page, Regions(), known)
            for draft, chance, truth, weight in zip(
                one.page.drafts, chances, one.truth, one.weight, strict=True
            ):
                found = chance >= known.threshold
                outcome = ("clean" if not truth else "missed") if not found else "hit" if truth else "false"
                counts[outcome] += len(draft.text) if weight else 0
    precision = counts["hit"] / (counts["hit"] + counts["false"])
    recall = counts["hit"] / (counts["hit"] + counts["missed"])
    print(f"characters: P {precision:.3f} R {recall:.3f}")


def main() -> None:
    """Train on the named gold file and write the weights, or check them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/rules/content.json"))
    parser.add_argument("--check", action="store_true")
    choice = parser.parse_args()
    golds = [json.loads(line) for line in choice.gold.read_text("utf-8").splitlines() if line.strip()]
    samples = [sample(gold, choice.gold.parent) for gold in golds]
    if choice.check:
        check(samples)
        return
    known = train(samples)
    about = "Weights of block features for the text of web pages, made by scripts.train_content."
    write_weights(choice.out, about, known)
    print(f"{choice.out}: {len(known.first)} + {len(known.second)} weights")


if __name__ == "__main__":
    main()
