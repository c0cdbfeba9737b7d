"""Diaries, logs and minutes: entries under a day or behind one, whose "yesterday" counts from that day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.completing import moment_of
from deskbrief.analysis.times.layout import Entry
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.told import Times
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.spans import Span

#: Days with their year that stand at the head of a block make a log when there are as many.
FEWEST = 2
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
#: Code points of the longest line that holds a day and hardly anything else.
_LINE = 40
_OPENS = re.compile(r"[\s*_\[(]{0,4}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?")
_PARTS = re.compile(r"[*_)\]]{0,2}\s?(?:[:.|]|[–—]|-{1,2}(?=\s))")


#: What leads from the date of an entry to what happened, and the fewest entries of a chronicle.
_LEADS_ON = re.compile(r"[*_)\]]{0,2}(?::|\s?(?:/{2,4}|\|)|\s?[–—]|\s-{1,2}(?=\s))")
FEWEST_ENTRIES = 3
#: Code points between the two ends of a period.
_BETWEEN = 5


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


def entries_in(document: Document, times: Times) -> frozenset[int]:
    """Return where the entries of a chronicle begin: blocks with a date and a sign before what happened.

    There are none where fewer blocks than `FEWEST_ENTRIES` have both.
    """
    starts = []
    for block in document.blocks:
        opens = _OPENS.match(document.text, block.start, block.end) if block.kind in _KINDS else None
        end = _end_of_dates(times, block, opens.end()) if opens else 0
        if end and _LEADS_ON.match(document.text, end, block.end):
            starts.append(block.start)
    return frozenset(starts if len(starts) >= FEWEST_ENTRIES else ())


def _end_of_dates(times: Times, block: Block, start: int) -> int:
    """Return where the date ends with which a block begins, or the period; 0 where it begins otherwise."""
    end = 0
    for time in times.within(Span(block.start, min(block.start + _LINE, block.end))):
        near = time.start <= start if not end else time.start - end <= _BETWEEN
        if not near or not time.mention.recipe.year:
            break
        end = time.end
    return end


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
