"""Diaries, logs and minutes: entries under a day or behind one, whose "yesterday" counts from that day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.completing import moment_of
from deskbrief.analysis.times.layout import Entry
from deskbrief.analysis.times.resolve import Mention
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span

#: Days with their year that stand at the head of a block make a log when there are as many.
FEWEST = 2
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
#: Code points of the longest line that holds a day and hardly anything else.
_LINE = 40
_OPENS = re.compile(r"[\s*_\[(]{0,4}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?")
_PARTS = re.compile(r"[*_)\]]{0,2}\s?(?:[:.|]|[–—]|-{1,2}(?=\s))")


def entries_of(document: Document, mentions: Sequence[Mention]) -> list[Entry]:
    """Return the entries of a log, in order; none where the text is no log."""
    heads = _heads(document, mentions)
    if len({mention.recipe.but(tense="", prep="") for _, mention in heads}) < FEWEST:
        return []
    found: list[Entry] = []
    blocks = document.blocks
    for at, (number, mention) in enumerate(heads):
        block = blocks[number]
        end = block.end
        if _is_line(block):
            following = heads[at + 1][0] if at + 1 < len(heads) else len(blocks)
            last = _last_below(blocks, number, following)
            end = blocks[last].end
        recipe = mention.recipe
        found.append(Entry(Span(mention.end, end), moment_of(recipe.but(clock=""), recipe.year)))
    return found


def _heads(document: Document, mentions: Sequence[Mention]) -> list[tuple[int, Mention]]:
    """Return the blocks that begin with a day and its year, each with its number."""
    days = {one.start: one for one in mentions if _is_day(one)}
    found = []
    for number, block in enumerate(document.blocks) if days else ():
        if block.kind not in _KINDS:
            continue
        opens = _OPENS.match(document.text, block.start, block.end)
        mention = days.get(block.start) or (days.get(opens.end()) if opens else None)
        if mention is not None and (
            _is_line(block) or _PARTS.match(document.text, mention.end, block.end) is not None
        ):
            found.append((number, mention))
    return found


def _is_day(mention: Mention) -> bool:
    recipe = mention.recipe
    return recipe.op == "date" and bool(recipe.day and recipe.month and recipe.year) and recipe.era != "BC"


def _is_line(block: Block) -> bool:
    return block.end - block.start <= _LINE


def _last_below(blocks: Sequence[Block], number: int, following: int) -> int:
    """Return the last block that stands under a day, before the next day or a heading of its level."""
    head = blocks[number]
    last = number
    for at in range(number + 1, following):
        outer = blocks[at].kind in {BlockKind.HEADING, BlockKind.TITLE} and (
            head.kind is not BlockKind.HEADING or blocks[at].level <= head.level
        )
        if outer:
            break
        last = at
    return last
