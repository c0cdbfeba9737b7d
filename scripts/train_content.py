"""Work out the weights by which the text of a web page is told from what stands around it.

    python -m scripts.train_content GOLD.jsonl [--pages PAGES.jsonl] [--check] [--out WEIGHTS.json]

GOLD and PAGES hold one page a line: `{"id", "file", "source", "url", "text", "blocks", "with", "without",
"title"}`; `file` is the gzipped page, relative to the file that names it. Where `text` is null only the
wanted and unwanted segments are learned from. PAGES are learned from where the blocks of the page make up
its text, and count for less. The second score is trained on first scores that come from other sites (five
folds), as it will meet them. `--check` reads the pages of each fold of the sites by weights that were
trained without those sites, and prints the figures of the scorer that stands beside the folder of GOLD.
"""

from __future__ import annotations

import argparse
import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.content_check import Gold, figures_of, line_of, read_golds, read_with, site_of
from scripts.logistic import fit, pruned, write_weights

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_along import along_features
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_features import Page, block_features
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_survey import survey_source
from deskbrief.importers.linear import Weights, chance_of
from deskbrief.importers.source import Source

FOLDS = 5
THRESHOLD = 0.5
#: The penalty on weights, and how often a name must occur: both were chosen by leaving sites out.
PENALTY, FEWEST = 64.0, 30
#: How much a page of PAGES counts beside one of GOLD.
SHARE = 0.5
#: A page of PAGES is learned from when its text is this long, and the blocks told to be text are as long as
#: this share of it: else its text is not made of the blocks of the page.
LEAST, AT_LEAST, AT_MOST = 1500, 0.93, 1.06
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
    """One page: its name, its site and its blocks, and features, truth and weight of each."""

    name: str
    site: str
    page: Page
    names: list[list[str]]
    truth: list[float]
    weight: list[float]


def sample(gold: Gold, folder: Path) -> Sample:
    """Return what is to be learned from one page."""
    data = gzip.decompress((folder / gold["file"]).read_bytes())
    surveyed = survey_source(Source("page.html", "text/html", data))
    page = surveyed.page
    regions = Regions()
    truth, weight = zip(*_labels(gold, page), strict=True) if page.drafts else ((), ())
    damp = min(1.0, (MANY / max(len(page.drafts), 1)) ** 0.5) * (1.0 if gold["text"] else SEGMENTS)
    sizes = [((min(len(draft.text), 600) + 40) / 150) ** 0.5 for draft in page.drafts]
    return Sample(
        name=gold["id"],
        site=site_of(gold, surveyed.facts.url),
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


def samples_of(golds: Sequence[Gold], folder: Path, pages: Sequence[Gold], beside: Path) -> list[Sample]:
    """Return the samples of GOLD in `folder`, and of those PAGES in `beside` that can be learned from."""
    found = [sample(gold, folder) for gold in golds]
    for gold in pages:
        if not gold["text"] or len(gold["text"]) <= LEAST:
            continue
        one = sample(gold, beside)
        told = sum(len(draft.text) for draft, true in zip(one.page.drafts, one.truth, strict=True) if true)
        if AT_LEAST * len(gold["text"]) <= told <= AT_MOST * len(gold["text"]):
            found.append(replace(one, weight=[SHARE * value for value in one.weight]))
    return found


def fold_of(site: str) -> int:
    """Return the fold of a site."""
    return zlib.crc32(site.encode()) % FOLDS


def train(samples: Sequence[Sample]) -> Weights:
    """Return the weights of both scores; the second is trained on first scores from other sites."""
    first = _fit_first(samples)
    rows: list[list[str]] = []
    truth: list[float] = []
    weight: list[float] = []
    for fold in range(FOLDS):
        # Within a fold of `check`, whose sites are none of these, the others are dealt anew.
        inner = [fold_of(f"{one.site} again") == fold for one in samples]
        other = _fit_first([one for one, held in zip(samples, inner, strict=True) if not held])
        for one in (one for one, held in zip(samples, inner, strict=True) if held):
            chances = [chance_of(names, other) for names in one.names]
            along = along_features(one.page.drafts, chances)
            rows += [[*names, *more] for names, more in zip(one.names, along, strict=True)]
            truth += one.truth
            weight += one.weight
    second = fit(rows, truth, weight, penalty=PENALTY, fewest=FEWEST)
    return Weights(THRESHOLD, pruned(first), pruned(second))


def _fit_first(samples: Sequence[Sample]) -> dict[str, float]:
    names = [row for one in samples for row in one.names]
    truth = [value for one in samples for value in one.truth]
    weight = [value for one in samples for value in one.weight]
    return fit(names, truth, weight, penalty=PENALTY, fewest=FEWEST)


def check(samples: Sequence[Sample], sets: Sequence[tuple[str, Path]]) -> None:
    """Print how the pages of each of the named sets are read by weights of other sites."""
    known = [train([one for one in samples if fold_of(one.site) != fold]) for fold in range(FOLDS)]
    sites = {one.name: one.site for one in samples}
    scorer = sets[0][1].resolve().parent.parent / "score_html.py"
    for name, path in sets:
        golds = [gold for gold in read_golds(path) if gold["text"] or gold["with"]]
        folds = [fold_of(sites.get(gold["id"]) or site_of(gold, "")) for gold in golds]
        read = [read_with(gold, path.parent, known[fold]) for gold, fold in zip(golds, folds, strict=True)]
        print(line_of(name, figures_of(golds, read, scorer)))


def main() -> None:
    """Train on the named gold file and write the weights, or check them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/rules/content.json"))
    parser.add_argument("--check", action="store_true")
    choice = parser.parse_args()
    pages = read_golds(choice.pages) if choice.pages else []
    beside = choice.pages.parent if choice.pages else Path()
    samples = samples_of(read_golds(choice.gold), choice.gold.parent, pages, beside)
    if choice.check:
        named = (("GOLD", choice.gold), ("PAGES", choice.pages))
        check(samples, [(name, path) for name, path in named if path])
        return
    known = train(samples)
    about = "Weights of block features for the text of web pages, made by scripts.train_content."
    write_weights(choice.out, about, known)
    print(f"{choice.out}: {len(samples)} pages, {len(known.first)} + {len(known.second)} weights")


if __name__ == "__main__":
    main()
