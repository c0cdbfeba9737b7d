"""Events told in lists: items and paragraphs that begin or end with their date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deskbrief.analysis.events.cells import DateCell, date_cell
from deskbrief.analysis.events.columns import Column
from deskbrief.analysis.events.daylines import day_line
from deskbrief.analysis.events.ending import date_at_end, is_fine
from deskbrief.analysis.events.numeric import date_at
from deskbrief.analysis.events.overhead import time_over
from deskbrief.analysis.events.status import dated, worded
from deskbrief.analysis.events.timeline import clock_in, day_of_log, is_log, log_dates, minutes_of
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.stretches import trimmed
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import Event, EventDate, Origin
from deskbrief.document.spans import Span

#: What parts the date at the head of an item from what happened.
_PARTS = re.compile(
    r"[*_)\]]{0,2}\s?(?::[*_]{0,2}|[–—]|-{1,2}(?=\s)|\||/{2,4})\s?|[*_]{0,2}\.[*_]{0,2}\s|\.?[*_)\]]{1,3}[.,:]?\s"
)
#: What stands between a clock time and what happened where no sign parts them.
_GOES_ON = re.compile(r"[*_)\]]{0,2}\s(?=[A-Z\"“])")
_OPENS = re.compile(r"[\s*_\[(]{0,4}")
_WORDS = re.compile(r"[^\W\d_]{3,}")
#: Paragraphs that begin with their date make a timeline when there are as many, with other text between.
FEWEST = 2
#: Parts of one paragraph that begin with their dates make a timeline when there are as many; where one
#: begins, and what stands behind its date.
FEWEST_INLINE = 3
_BEGINS = re.compile(r"[.;:!?|•·][\"”’)]{0,2}\s{1,3}")
_PARTED = re.compile(r"\s?[:–—]\s")
#: Code points of the shortest that a paragraph says behind its date: less is a heading.
SHORTEST = 16
#: Code points of the longest item whose date stands at its end.
LONGEST_ENDING = 200


#: Items of another form that may stand between two of a list: "2019: ...", "A roof was fitted in 2020".
MOST_PASSED = 1
#: What shows an entry and ends no list of them.
_BETWEEN = frozenset({BlockKind.FIGURE, BlockKind.CAPTION, BlockKind.CODE})


@dataclass(frozen=True, slots=True)
class Item:
    """A block that begins with a date, or ends with one (`last`): the date, and the rest."""

    block: Block
    head: DateCell
    rest: Span
    last: bool = False


def list_events(document: Document, times: Times, written: Moment | None) -> Iterator[Event]:
    """Yield the events of list items and paragraphs that begin or end with a date."""
    runs = list(_runs(document, times, _item))
    lone = sum(1 for _, items in runs if _is_lone(items))
    for first, items in runs:
        if _is_timeline(items) or (lone >= FEWEST and _is_lone(items)):
            yield from _dated(document, first, items, times, written)


def log_events(document: Document, times: Times, written: Moment | None) -> Iterator[Event]:
    """Yield the events of blocks in a row that begin with clock times, as those of a log do."""
    for first, items in _runs(document, times, clock_item):
        clocks = [item.head.times[0] for item in items]
        led = first > 0 and day_line(document.text, document.blocks[first - 1], times) is not None
        if not is_log(clocks, led=led):
            continue
        over = time_over(document, first, times)
        day = day_of_log(document.text, document.blocks[first].start, over, times, written)
        if day is not None:
            yield from _told(document.text, items, log_dates(clocks, day), written)


def inline_events(document: Document, times: Times, written: Moment | None) -> Iterator[Event]:
    """Yield the events of paragraphs that are a timeline in themselves: "1990: Wall opened. 1991: ..."."""
    for number, block in enumerate(document.blocks):
        items = _inline_items(document.text, block, times)
        if items:
            yield from _dated(document, number, items, times, written)


def _dated(
    document: Document, first: int, items: Sequence[Item], times: Times, written: Moment | None
) -> Iterator[Event]:
    """Yield the events of `items` that begin in block `first`, their dates worked out together."""
    column = Column(document.text, time_over(document, first, times), written)
    yield from _told(document.text, items, column.dates([item.head for item in items]), written)


def _told(
    text: str, items: Sequence[Item], dates: Iterable[EventDate | None], written: Moment | None
) -> Iterator[Event]:
    for item, date in zip(items, dates, strict=True):
        if date is not None:
            yield _event(text, item, date, written)


def _inline_items(text: str, block: Block, times: Times) -> list[Item]:
    """Return the parts of a paragraph that each begin with their date and a colon or dash, or none."""
    if block.kind is not BlockKind.PARAGRAPH or len(times.within(block.span)) < FEWEST_INLINE:
        return []
    begun = {match.end() for match in _BEGINS.finditer(text, block.start, block.end)}
    starts = [
        time.start
        for time in times.within(block.span)
        if (time.start == block.start or time.start in begun) and _PARTED.match(text, time.end, block.end)
    ]
    if len(starts) < FEWEST_INLINE:
        return []
    parts = [replace(block, start=start, end=end) for start, end in pairwise([*starts, block.end])]
    items = [item for part in parts if (item := item_of(text, part, times))]
    leads = items and text[block.start : items[0].block.start].rstrip()
    whole = len(items) >= FEWEST_INLINE and len(items) == len(parts) and (not leads or leads[-1] == ":")
    return items if whole else []


def clock_item(text: str, block: Block, times: Times) -> Item | None:
    """Return the clock time that a block begins with, and the rest; none where it begins otherwise."""
    if block.kind not in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH}:
        return None
    first = next(iter(times.within(Span(block.start, min(block.start + 12, block.end)))), None)
    if first is None or minutes_of(first) < 0:
        return None
    end = _PARTS.match(text, first.end, block.end) or _GOES_ON.match(text, first.end, block.end)
    place = Span(block.start, first.end)
    rest = Span(*trimmed(text, end.end(), block.end)) if end else place
    told = end is not None and clock_in(text, place, times) and _WORDS.search(text, rest.start, rest.end)
    return Item(block, DateCell(place, (first,)), rest) if told else None


def _runs(
    document: Document, times: Times, read: Callable[[str, Block, Times], Item | None]
) -> Iterator[tuple[int, list[Item]]]:
    """Yield runs of blocks of one kind that `read` takes for items of one form, and where each begins."""
    run: list[Item] = []
    first = passed = 0
    for number, block in enumerate(document.blocks):
        item = read(document.text, block, times)
        in_list = block.kind is BlockKind.LIST_ITEM and bool(run)
        deeper = in_list and block.depth > run[0].block.depth
        beside = in_list and block.depth == run[-1].block.depth
        passed = passed + 1 if item is None and beside else 0
        if item is None and (deeper or block.kind in _BETWEEN or 0 < passed <= MOST_PASSED):
            continue
        if run and (item is None or block.kind is not run[0].block.kind or item.last is not run[0].last):
            yield first, run
            run = []
        if item is not None:
            first = first if run else number
            run.append(item)
    if run:
        yield first, run


def _item(text: str, block: Block, times: Times) -> Item | None:
    if block.kind not in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH}:
        return None
    item = item_of(text, block, times)
    if item is not None or block.kind is BlockKind.PARAGRAPH:
        return item
    ending = date_at_end(text, block, times, comma=False) if len(block.span) <= LONGEST_ENDING else None
    return Item(block, *ending, last=True) if ending else None


def item_of(text: str, block: Block, times: Times) -> Item | None:
    """Return the date that a block begins with, and the rest; none where it begins otherwise."""
    opens = _OPENS.match(text, block.start, block.end)
    if opens is None:
        return None
    own = date_at(text, opens.end(), block.end)
    first = next(iter(times.within(Span(block.start, min(block.start + 60, block.end)))), None)
    if first is not None and first.start <= opens.end() + 6:
        end, own = _end_of_head(text, block, times), None
    elif own is not None and "." not in text[own.start : own.end]:
        end = _PARTS.match(text, own.end, block.end)
    else:
        return None
    if end is None:
        return None
    place = Span(block.start, end.start())
    head = date_cell(text, place, times) if own is None else DateCell(Span(own.start, own.end), (own,))
    rest = Span(*trimmed(text, end.end(), block.end))
    return Item(block, head, rest) if head and _WORDS.search(text, rest.start, rest.end) else None


def _end_of_head(text: str, block: Block, times: Times) -> re.Match[str] | None:
    """Return the separator that ends the date at the head of the block."""
    for time in reversed(times.within(Span(block.start, min(block.start + 60, block.end)))):
        match = _PARTS.match(text, time.end, block.end)
        if match and match.end() > time.end and not _is_range(time, match, times):
            return match
    return None


def _is_range(time: Time, match: re.Match[str], times: Times) -> bool:
    """Tell whether the dash after `time` leads to the other end of a period."""
    following = (one for one in times.within(Span(time.end, match.end() + 1)) if one.start == match.end())
    return any(one.mention.recipe.op == "date" for one in following)


def _is_lone(items: list[Item]) -> bool:
    """Tell whether a run is one paragraph that begins with a day or month."""
    if len(items) != 1 or items[0].block.kind is not BlockKind.PARAGRAPH:
        return False
    return is_fine(items[0].head) and len(items[0].rest) >= SHORTEST


def _is_timeline(items: list[Item]) -> bool:
    """Tell whether a run is one of events: two items, or one whose date is more than a bare year."""
    if len(items) > 1 or items[0].last:
        return len(items) > 1
    recipe = items[0].head.times[0].mention.recipe
    return items[0].block.kind is BlockKind.LIST_ITEM and bool(recipe.month or recipe.day)


_ENDS = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])")
#: Code points of the longest remark behind the first sentence that may be on all of it: "Cancelled."
_REMARK = 40


def _first_said(text: str, rest: Span, title: Span) -> str:
    """Return the sentence that the title is of, with what little may stand behind it."""
    ends = _ENDS.search(text, title.end, rest.end)
    whole = ends is None or rest.end - ends.end() <= _REMARK
    return " ".join(text[rest.start : rest.end if ends is None or whole else ends.end()].split())


def _event(text: str, item: Item, date: EventDate, written: Moment | None) -> Event:
    title = short_title(text, item.rest)
    rest = " ".join(item.rest.of(text).split())
    short = " ".join(title.of(text).split())
    said = worded(_first_said(text, item.rest, title))
    status, wording = said or (dated(date.edtf, written), "")
    return Event(
        date=date,
        title=short,
        detail=rest if rest != short else "",
        spans=(item.block.span, Span(date.start, date.end)),
        status=status,
        status_wording=wording,
        source=Origin.LIST,
        trigger=title,
        rule="an item that ends with its date" if item.last else "an item that begins with its date",
        confidence=0.85 if item.block.kind is BlockKind.LIST_ITEM and not item.last else 0.75,
    )
