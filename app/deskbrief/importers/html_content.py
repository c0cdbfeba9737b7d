"""Which blocks of a page are its text: a linear score over what two extractors say and what stands around.

The second score smooths the first over what stands together, so that a paragraph between two others is not
lost and a teaser between two teasers is not kept. The weights are data: `resources/rules/content.json`.
"""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_along import along_features
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_features import Page, block_features
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_whole import FEW_LINKED, made_whole
from deskbrief.importers.linear import Weights, chance_of, load_weights

#: A text shorter than this is no article: the whole page is shown instead.
SHORTEST = 150

#: So many paragraphs of prose, of so many letters each, and this share of what was found, are no chance.
FEWEST_PASSED, PROSE, MUCH = 4, 100, 0.2
_ENDS = '.!?…”"’»'
#: Where prose is that of other things.
_ELSEWHERE = frozenset(
    """advert comments consent popup related sharing sign-up tag:aside tag:footer tag:form
    tag:nav""".split()  # noqa: SIM905
)


def text_blocks(page: Page, regions: Regions) -> frozenset[int]:
    """Return the positions of the blocks that are text; none when the page holds no article."""
    known = load_weights("content")
    chances = text_chances(page, regions, known)
    found = frozenset(index for index, chance in enumerate(chances) if chance >= known.threshold)
    size = sum(len(page.drafts[index].text) for index in found)
    if size < SHORTEST:
        return frozenset()
    return made_whole(page.drafts, found | _passed_over(page, found, size, regions), regions)


def _passed_over(page: Page, found: frozenset[int], size: int, regions: Regions) -> frozenset[int]:
    """Return blocks that one extractor took and the score passed over, where much prose is among them.

    Such a page is built as none that the weights know, and would lose a part of its text. What stands in an
    article of its own, which holds nothing of what was `found`, `size` code points, is another text.
    """
    own = {around for at in found for around in page.drafts[at].whole.iterancestors("article")}

    def stands(index: int) -> bool:
        inner = next(page.drafts[index].whole.iterancestors("article"), None)
        return (inner is None or inner in own) and _stands_here(page, index, regions)

    more: set[int] = set()
    for vote in ("10", "01"):
        taken = [at for at, said in enumerate(page.votes) if said == vote and at not in found and stands(at)]
        prose = [at for at in taken if _is_prose(page.drafts[at])]
        letters = sum(len(page.drafts[index].text) for index in prose)
        if len(prose) < FEWEST_PASSED or letters < MUCH * size:
            continue
        more.update(at for at in taken if prose[0] <= at <= prose[-1])
    return frozenset(more)


def _is_prose(draft: Draft) -> bool:
    return draft.kind is BlockKind.PARAGRAPH and len(draft.text) >= PROSE and draft.text[-1] in _ENDS


def _stands_here(page: Page, index: int, regions: Regions) -> bool:
    """Tell whether the block at `index` leads nowhere else and stands in no part for other things."""
    draft = page.drafts[index]
    if draft.linked > FEW_LINKED * len(draft.text):
        return False
    return _ELSEWHERE.isdisjoint(name for name, _ in regions.names(draft.whole))


def text_chances(page: Page, regions: Regions, known: Weights) -> list[float]:
    """Return for each block of `page` the chance that it is text."""
    names = [block_features(page, index, regions) for index in range(len(page.drafts))]
    first = [chance_of(found, known.first) for found in names]
    along = along_features(page.drafts, first)
    return [chance_of(found + more, known.second) for found, more in zip(names, along, strict=True)]
