"""The times of a whole document: found block by block, then worked out in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from deskbrief.analysis.times.ahead import Ahead
from deskbrief.analysis.times.anchors import Anchors
from deskbrief.analysis.times.clues import with_clues
from deskbrief.analysis.times.diary import entries_of
from deskbrief.analysis.times.eras import with_eras
from deskbrief.analysis.times.extents import settled
from deskbrief.analysis.times.happenings import anchored
from deskbrief.analysis.times.layout import Layout, is_year_line
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ordering import order_of
from deskbrief.analysis.times.recipe import Recipe, parsed
from deskbrief.analysis.times.refusals import refused
from deskbrief.analysis.times.resolve import Mention, Resolver
from deskbrief.analysis.times.surroundings import Surroundings
from deskbrief.analysis.times.tagger import times_in
from deskbrief.analysis.times.told import Time
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import TimeExpression
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

#: Text is looked through in pieces of this many code points, so that no stride takes long.
PIECE = 4000
#: Mentions worked out in one stride.
STRIDE = 200


def mentions_of(document: Document, sentences: Sequence[Sentence] = ()) -> Steps[list[Mention]]:
    """Return the times named in `document`, not yet worked out; `sentences` are those the model has read."""
    starts = [sentence.start for sentence in sentences]
    found: list[Mention] = []
    ahead = Ahead(document.text)
    for block in document.blocks:
        ahead.enter(block)
        for stretch in _stretches(block):
            low, high = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
            inside = _mentions(document.text, stretch, sentences[low:high])
            found.extend(ahead.read(block, inside, sentences[low:high]))
            yield
    return anchored(list(with_eras(found)), document.text)


def _stretches(block: Block) -> Iterator[Span]:
    if block.kind is BlockKind.CODE:
        return
    if block.kind is BlockKind.TABLE:
        yield from (cell.span for row in block.rows for cell in row.cells)
    else:
        yield block.span


def _mentions(text: str, stretch: Span, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    around = Surroundings(stretch.of(text), sentences, stretch.start)
    tags = {word.start - stretch.start: word.tag for sentence in sentences for word in sentence.words}
    found = [settled(time, around) for time in times_in(around.text, tags) if not refused(time, around)]
    for time in with_clues(found, around):
        yield Mention(time.start + stretch.start, time.end + stretch.start, time.recipe)


def worked_out(
    document: Document,
    mentions: Sequence[Mention],
    written: Moment | None,
    *,
    tale: bool = False,
    until: int = 0,
) -> Steps[list[Time]]:
    """Return the times worked out in order against `written`, the day of writing.

    In a `tale` nothing is counted from what another paragraph tells, nor from years `until` or later.
    """
    history = tells_history(mentions, written)
    layout = _layout(document, mentions, written, history)
    anchors = Anchors(written, history)
    anchors.undated_news = written is None and not tale and _is_news(mentions)
    anchors.tale, anchors.until = tale, until
    anchors.years = _years_of_days(mentions)
    resolver = Resolver(document.text, anchors, layout)
    order = order_of(document.text, mentions)
    times = []
    for number, mention in enumerate(mentions):
        worked = resolver.worked(order.read(mention))
        times.append(Time(mention, order.explained(mention, worked)))
        if number % STRIDE == 0:
            yield
    return times


def _years_of_days(mentions: Sequence[Mention]) -> dict[tuple[int, int], int]:
    """Return the year of each day that the text tells with one year and no other, and no earlier one at all.

    Where it tells of earlier years the day with its year may be one of remembrance.
    """
    recipes = [mention.recipe.within or mention.recipe for mention in mentions]
    first = min((recipe.year for recipe in recipes if recipe.year > 0), default=0)
    told: dict[tuple[int, int], set[int]] = {}
    for recipe in recipes:
        if recipe.op == "date" and recipe.year and recipe.month and recipe.day and not recipe.era:
            told.setdefault((recipe.month, recipe.day), set()).add(recipe.year)
    return {day: next(iter(years)) for day, years in told.items() if years == {first}}


#: A section with fewer years and days than this is read as the whole document is.
CLEAR = 4


def _layout(document: Document, mentions: Sequence[Mention], written: Moment | None, history: bool) -> Layout:
    """Return the headings of `document`, each section read as a history where its own times say so."""
    headings = [
        block.span
        for block in document.blocks
        if block.kind in {BlockKind.HEADING, BlockKind.TITLE} or is_year_line(document.text, block)
    ]
    plain = Layout(headings, ())
    sections: list[list[Mention]] = [[] for _ in range(len(headings) + 1)]
    for mention in mentions:
        sections[plain.section(mention.start)].append(mention)
    histories = [_is_history(section, written, history) for section in sections]
    return Layout(headings, histories, entries_of(document, mentions))


def _is_history(section: Sequence[Mention], written: Moment | None, otherwise: bool) -> bool:
    if written is None:
        return True
    old, new = _old_and_new(section, written)
    return old > new if old + new >= CLEAR and max(old, new) >= 2 * min(old, new) else otherwise


def mentions_again(times: Sequence[TimeExpression]) -> list[Mention]:
    """Return the mentions that `times` were worked out from."""
    return [Mention(time.start, time.end, parsed(time.recipe)) for time in times if time.recipe]


def tells_history(mentions: Sequence[Mention], written: Moment | None) -> bool:
    """Tell whether the text is about years more than two before it was written, not about its own days."""
    if written is None:
        return True
    old, new = _old_and_new(mentions, written)
    return old > new


def _old_and_new(mentions: Sequence[Mention], written: Moment) -> tuple[int, int]:
    """Count what is told of years well before the text was written, and of its own days and years."""
    recipes = [mention.recipe for mention in mentions]
    old = sum(1 for recipe in recipes if _is_old(recipe, written.year))
    new = sum(1 for recipe in recipes if recipe.year and not recipe.era and recipe.year >= written.year - 2)
    return old, new + sum(1 for recipe in recipes if _is_of_the_day(recipe))


#: Wordings that count from the day of writing make news of a text that tells no day with its year.
NEWS = 2


def _is_news(mentions: Sequence[Mention]) -> bool:
    recipes = [mention.recipe for mention in mentions]
    told = any(recipe.op == "date" and recipe.day and recipe.year for recipe in recipes)
    return not told and sum(1 for recipe in recipes if _is_of_the_day(recipe)) >= NEWS


def _is_old(recipe: Recipe, year: int) -> bool:
    return not recipe.aside and (recipe.era == "BC" or 0 < recipe.year < year - 2)


def _is_of_the_day(recipe: Recipe) -> bool:
    """Tell whether the wording counts from the day of writing: "today", "last week", a bare weekday."""
    return recipe.op == "weekday" or (recipe.op in {"unit", "named", "shift"} and recipe.base == "doc")
