"""Which blocks of a page are its text: a linear score over what two extractors say and what stands around.

The second score smooths the first along the page, so that a paragraph between two others is not lost
and a teaser between two teasers is not kept. The weights are data: `resources/rules/content.json`.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.importers.html_features import Page, block_features
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_whole import made_whole
from deskbrief.importers.linear import Weights, chance_of, load_weights
from deskbrief.importers.plain_features import bucket

#: A text shorter than this is no article: the whole page is shown instead.
SHORTEST = 150

_EDGES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)
_FEW = (0.15, 0.5, 0.85)


def text_blocks(page: Page, regions: Regions) -> frozenset[int]:
    """Return the positions of the blocks that are text; none when the page holds no article."""
    known = load_weights("content")
    chances = text_chances(page, regions, known)
    found = frozenset(index for index, chance in enumerate(chances) if chance >= known.threshold)
    size = sum(len(page.drafts[index].text) for index in found)
    return made_whole(page.drafts, found, regions) if size >= SHORTEST else frozenset()


def text_chances(page: Page, regions: Regions, known: Weights) -> list[float]:
    """Return for each block of `page` the chance that it is text."""
    names = [block_features(page, index, regions) for index in range(len(page.drafts))]
    first = [chance_of(found, known.first) for found in names]
    return [
        chance_of(found + along_features(page, first, index), known.second)
        for index, found in enumerate(names)
    ]


def along_features(page: Page, chances: Sequence[float], index: int) -> list[str]:
    """Return features of a first judgement of the blocks before and after the one at `index`."""
    before, after = chances[max(index - 3, 0) : index], chances[index + 1 : index + 4]
    own = bucket(chances[index], _EDGES)
    prev, following = _mean(before), _mean(after)
    return [
        f"p-own:{own}",
        f"p-prev:{prev}",
        f"p-next:{following}",
        f"p-both:{prev}+{following}",
        f"p-own+both:{own // 2}+{prev}+{following}",
        f"p-kind:{page.drafts[index].kind}+{following}",
    ]


def _mean(chances: Sequence[float]) -> str:
    return str(bucket(sum(chances) / len(chances), _FEW)) if chances else "no"
