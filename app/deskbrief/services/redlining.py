"""Which paragraphs of two editions were added, dropped, changed or moved, and which of their words.

Paragraphs are paired where they say the same, and else by where the words of each went, as the alignment that
carries notes tells; one that was cut in two, or joined with its neighbour, is compared as one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field

from deskbrief.document.alignment import common, rising
from deskbrief.document.differences import Turn, settled
from deskbrief.document.model import UNNUMBERED, Block, BlockKind, Document
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.document.tracing import Tracer
from deskbrief.document.wording import typed

#: Two paragraphs are one when they share so much of the shorter one, and at least so much of the longer one.
SHARED, LEAST = 0.5, 0.12
#: These stand where the page has room for them: that they stand elsewhere says nothing.
_BESIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.FIGURE})
_WORD = re.compile(r"\S+")

#: Words of a longer stretch that was kept which are shown beside what changed.
NEAR = 8

Pair = tuple[int, int]
#: Where a word begins, and the word.
Word = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph: kept and added ones are of the new text, dropped ones of the old."""

    turn: Turn
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """A paragraph of the old text, of the new one, or of both; `runs` tell how both differ, if they do."""

    old: Span | None
    new: Span | None
    moved: bool = False
    runs: tuple[Run, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Text:
    """One of the texts: its paragraphs, what is beside the text last, and the weight of each."""

    document: Document
    blocks: list[Block]
    keys: list[str]
    weight: Callable[[Span], int]
    starts: list[int] = field(default_factory=list)
    order: list[int] = field(default_factory=list)

    def weighs(self, number: int) -> int:
        """Return the weight of all words of a paragraph, at least 1."""
        return max(self.weight(self.blocks[number].span), 1)

    def at(self, offset: int) -> int:
        """Return the number of the paragraph that holds a place."""
        return self.order[max(bisect_right(self.starts, offset) - 1, 0)]


@dataclass(slots=True)
class _Group:
    """Paragraphs of both texts that are one: half-open ranges of numbers."""

    old: Pair
    new: Pair


def redlines(old: Document, new: Document, tracer: Tracer) -> Iterator[Redline]:
    """Yield what became of each paragraph, in the order of the new text; dropped ones where they stood.

    Takes time in proportion to the texts. Spaces, line ends and kinds of quotes and dashes are no change.
    """
    before, after = _text(old, tracer.old_weight), _text(new, tracer.new_weight)
    sure = _sure(before, after)
    votes = _votes(before, after, sure.keys(), tracer)
    groups = _joined(_pairs(before, after, sure, votes), before, after, votes)
    firsts = [(one.old[0], one.new[0]) for one in groups if before.blocks[one.old[0]].kind not in _BESIDE]
    in_order = {at for at, _ in rising(firsts)}
    moved = {at for at, _ in firsts} - in_order
    rows = list(_alone(before, after, groups, in_order))
    for one in groups:
        found = _compared(one, before, after, moved=one.old[0] in moved)
        rows.append(((after.blocks[one.new[0]].start, 1), found))
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def redlined(runs: Sequence[Run], old: Document, new: Document) -> Iterator[tuple[Turn, str]]:
    """Yield the words of `runs`; of long stretches that were kept only those beside what changed."""
    for number, run in enumerate(runs):
        words = (old if run.turn is Turn.DROPPED else new).quote(run.span).split()
        if run.turn is Turn.KEPT:
            words = _near(words, NEAR if number else 0, NEAR if number + 1 < len(runs) else 0)
        yield run.turn, " ".join(words)


def _near(words: list[str], first: int, last: int) -> list[str]:
    """Return the `first` and the `last` of `words` with a sign for those left out, if there are many."""
    if len(words) <= first + last + 2:
        return words
    return [*words[:first], "…", *words[len(words) - last :]]


def _text(document: Document, weight: Callable[[Span], int]) -> _Text:
    every = [block for block in document.blocks if document.quote(block.span).strip()]
    blocks = sorted(every, key=lambda block: (block.kind in _BESIDE, block.start))
    order = sorted(range(len(blocks)), key=lambda at: blocks[at].start)
    return _Text(
        document=document,
        blocks=blocks,
        keys=[" ".join(typed(document.quote(block.span)).split()) for block in blocks],
        weight=weight,
        starts=[blocks[at].start for at in order],
        order=order,
    )


def _sure(old: _Text, new: _Text) -> dict[int, int]:
    """Return the paragraphs that say the same and stand once in either text."""
    there = {key: j for j, key in enumerate(new.keys)}
    said = Counter(old.keys), Counter(new.keys)
    return {i: there[key] for i, key in enumerate(old.keys) if said[0][key] == said[1][key] == 1}


def _pairs(old: _Text, new: _Text, sure: dict[int, int], votes: Counter[Pair]) -> Iterator[Pair]:
    """Yield the numbers of paragraphs that are one, each at most once."""
    yield from sure.items()
    left, right = set(range(len(old.blocks))) - sure.keys(), set(range(len(new.blocks))) - set(sure.values())
    for (i, j), shared in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
        if i in left and j in right and _is_one(old, new, (i, j), shared):
            left.discard(i)
            right.discard(j)
            yield i, j
    # What stands in a text more than once, and stands apart from all its neighbours.
    yield from _same(old, new, left, right)


def _same(old: _Text, new: _Text, left: AbstractSet[int], right: AbstractSet[int]) -> Iterator[Pair]:
    """Yield the paragraphs of `left` and `right` that say the same, in their order."""
    there: dict[str, list[int]] = defaultdict(list)
    for j in sorted(right, reverse=True):
        there[new.keys[j]].append(j)
    yield from ((i, there[old.keys[i]].pop()) for i in sorted(left) if there.get(old.keys[i]))


def _is_one(old: _Text, new: _Text, pair: Pair, shared: int) -> bool:
    i, j = pair
    if old.keys[i] == new.keys[j]:
        return True
    if (old.blocks[i].kind in UNNUMBERED) != (new.blocks[j].kind in UNNUMBERED):
        return False
    low, high = sorted((old.weighs(i), new.weighs(j)))
    return shared >= SHARED * low and shared >= LEAST * high


def _votes(old: _Text, new: _Text, sure: AbstractSet[int], tracer: Tracer) -> Counter[Pair]:
    """Return how much of each paragraph of the old text, not the `sure` ones, went to which new one."""
    votes: Counter[Pair] = Counter()
    for i, block in enumerate(old.blocks):
        j, here = -1, Span(0, 0)
        for place, weight in () if i in sure else tracer.went(block.span):
            if not here.start <= place < here.end:
                j = new.at(place)
                here = new.blocks[j].span
            votes[i, j] += weight
    return votes


def _joined(pairs: Iterator[Pair], old: _Text, new: _Text, votes: Counter[Pair]) -> list[_Group]:
    """Return groups of the `pairs`, with the neighbours that are parts of the same paragraph."""
    groups = [_Group((i, i + 1), (j, j + 1)) for i, j in sorted(pairs)]
    of_old = {one.old[0]: one for one in groups}
    of_new = {one.new[0]: one for one in groups}
    for (i, j), shared in sorted(votes.items()):
        if i in of_old and j not in of_new and shared >= SHARED * new.weighs(j):
            one = of_old[i]
            if _is_text(new, j) and _touches(one.new, j):
                one.new, of_new[j] = _with(one.new, j), one
        elif j in of_new and i not in of_old and shared >= SHARED * old.weighs(i):
            one = of_new[j]
            if _is_text(old, i) and _touches(one.old, i):
                one.old, of_old[i] = _with(one.old, i), one
    return groups


def _is_text(text: _Text, at: int) -> bool:
    return text.blocks[at].kind not in UNNUMBERED


def _touches(part: Pair, at: int) -> bool:
    return at in {part[0] - 1, part[1]}


def _with(part: Pair, at: int) -> Pair:
    return min(part[0], at), max(part[1], at + 1)


def _compared(group: _Group, old: _Text, new: _Text, *, moved: bool) -> Redline:
    same = " ".join(old.keys[slice(*group.old)]) == " ".join(new.keys[slice(*group.new)])
    runs = () if same else tuple(_runs(_words(old, group.old), _words(new, group.new)))
    return Redline(old=_span(old, group.old), new=_span(new, group.new), moved=moved, runs=runs)


def _span(text: _Text, part: Pair) -> Span:
    return Span(text.blocks[part[0]].start, text.blocks[part[1] - 1].end)


def _words(text: _Text, part: Pair) -> list[Word]:
    found: list[Word] = []
    for block in text.blocks[slice(*part)]:
        words = _WORD.finditer(typed(text.document.quote(block.span)))
        found += [(block.start + match.start(), match.group()) for match in words]
    return found


def _runs(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Run]:
    """Yield the stretches of a paragraph that is not the same in both."""
    numbers: dict[str, int] = {}
    left, right = ([numbers.setdefault(word, len(numbers)) for _, word in one] for one in (old, new))
    i = j = kept = 0
    words = [word for _, word in old], [word for _, word in new]
    for at, to in [*settled(common(left, right), *words), (len(left), len(right))]:
        if (i, j) != (at, to):
            yield from _run(Turn.KEPT, new[kept:j])
            yield from _run(Turn.DROPPED, old[i:at])
            yield from _run(Turn.ADDED, new[j:to])
            kept = to
        i, j = at + 1, to + 1
    yield from _run(Turn.KEPT, new[kept:])


def _run(turn: Turn, words: Sequence[Word]) -> Iterator[Run]:
    if words:
        (start, _), (last, word) = words[0], words[-1]
        yield Run(turn, Span(start, last + len(word)))


def _alone(
    old: _Text, new: _Text, groups: Sequence[_Group], in_order: AbstractSet[int]
) -> Iterator[tuple[tuple[int, int], Redline]]:
    """Yield the paragraphs that only one text has, each with its place in the order of the new text."""
    of_old = {at: one for one in groups for at in range(*one.old)}
    of_new = {at for one in groups for at in range(*one.new)}
    after = 0
    for at in old.order:
        if at not in of_old:
            yield (after, 0), Redline(old=old.blocks[at].span, new=None)
        elif of_old[at].old[0] in in_order:
            after = _span(new, of_old[at].new).end
    for at in range(len(new.blocks)):
        if at not in of_new:
            yield (new.blocks[at].start, 1), Redline(old=None, new=new.blocks[at].span)
