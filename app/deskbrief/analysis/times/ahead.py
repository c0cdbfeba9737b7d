"""Sections that tell what is to come: what their items name without a year lies ahead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Block, BlockKind

_NUMBER = r"(?:[\dA-Z]{1,3}[.)]?(?:\d{1,3}\.?){0,4}\s)?"
_AHEAD = re.compile(
    rf"{_NUMBER}(?:(?:the|our|your)\s)?(?:(?:next|future|upcoming|forthcoming|coming|planned)\s(?:steps?|events?|"
    r"meetings?|dates?|activities|work|plans|milestones|actions)|upcoming|forthcoming|what happens next|"
    r"what(?:['’]s| is| comes) next|looking (?:ahead|forward)|(?:way|road) (?:forward|ahead)|"
    r"coming up|dates for (?:the|your) diary)\b.{0,40}",
    re.IGNORECASE,
)
#: Stands for the level of the heading while none says that what is below it is to come.
_NONE = 0
#: Code points of the longest such heading.
_LONGEST = 100


class Ahead:
    """Knows, block by block in the order of a document, whether a heading over it says that it is to come."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._level = _NONE

    def enter(self, block: Block) -> None:
        """Take note of the next block: a heading ends what one of its level, or below it, said."""
        if block.kind not in {BlockKind.HEADING, BlockKind.TITLE}:
            return
        if self._level == _NONE or block.level <= self._level:
            ahead = _AHEAD.fullmatch(self._text, block.start, min(block.end, block.start + _LONGEST))
            self._level = max(block.level, 1) if ahead else _NONE

    def read(
        self, block: Block, mentions: Iterable[Mention], sentences: Sequence[Sentence]
    ) -> Iterator[Mention]:
        """Yield the mentions of the block at hand, those without a year as of days to come where it is so.

        An item without a verb in the past tense is of a day to come whatever else it says.
        """
        if self._level == _NONE or block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            yield from mentions
            return
        told = any(word.tag in {"VBD", "VBN"} for sentence in sentences for word in sentence.words)
        bare = block.kind is BlockKind.LIST_ITEM and bool(sentences) and not told
        yield from (_to_come(mention, bare=bare) for mention in mentions)


def _to_come(mention: Mention, *, bare: bool) -> Mention:
    recipe = mention.recipe
    dated = recipe.op == "date" and not recipe.year and recipe.within is None
    if not dated or not (recipe.tense == "open" or (bare and recipe.tense == "past")):
        return mention
    return Mention(mention.start, mention.end, recipe.but(tense="future"))
