"""Years without an era in texts that tell of ancient times: "in 480" after "490 BC"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.times.resolve import Mention

#: Years before this one are written without a thousand.
_THOUSAND = 1000


def with_eras(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield `mentions` with the era of the year told last for bare old years, those without one left out."""
    era, old = "", False
    for mention in mentions:
        recipe = mention.recipe
        if recipe.borrowed != "era":
            if recipe.year:
                era, old = recipe.era, recipe.era == "BC" or recipe.year < _THOUSAND
            yield mention
        elif old:
            yield replace(mention, recipe=recipe.but(era=era))
