"""Which word of an older text is which word of a newer one, when both are known.

Long stretches that stand once in either text are found first, wherever they went; they are grown word by
word; what lies between two of them is compared in the small. Every step is bounded, so that the whole
takes time in proportion to the texts, whatever they are. The same texts always give the same answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from deskbrief.document.matching import common_pairs, likeness
from deskbrief.document.records import dataclass
from deskbrief.document.wording import Wording

#: Words in a row that must be unique in both texts to begin a common stretch.
SHINGLE = 6
#: A stretch of so many words counts wherever it stands; a shorter one only near its old neighbours.
STRONG = 12
#: How far, besides three times the distance in the old text, a short stretch may stand from its neighbour.
NEAR = 40
#: What is compared in the small: the most pairs of words, and the words of the new text beside a gap.
MOST_PAIRS = 4_000_000
BESIDE = 60
#: Words at least this like each other are one word, differently spelt; compared in pairs up to so many.
SPELLING = 0.6
MOST_SPELLINGS = 64
LONGEST_WORD = 64

Pair = tuple[int, int]


@dataclass(slots=True)
class Stretch:
    """`length` words at `old` of the old text that stand at `new` of the new one."""

    old: int
    new: int
    length: int


def align(old: Wording, new: Wording) -> list[int]:
    """Return for each word of `old` the word of `new` that it became, or -1.

    A word of `new` is given once; a pair need not be spelt alike, see `SPELLING`.
    """
    aligner = _Aligner(old, new)
    aligner.ends()
    aligner.stretches()
    aligner.gaps()
    return aligner.to


class _Aligner:
    """The work under way: `to` gives new words for old ones, `back` old words for new ones."""

    def __init__(self, old: Wording, new: Wording) -> None:
        self._old, self._new = old, new
        self._left, self._right = old.numbers, new.numbers
        self.to = [-1] * len(self._left)
        self._back = [-1] * len(self._right)

    def ends(self) -> None:
        """Pair what both texts begin and end with."""
        most = min(len(self._left), len(self._right))
        first = next((at for at in range(most) if self._left[at] != self._right[at]), most)
        self._claim(Stretch(0, 0, first))
        last = 0
        while last < most - first and self._left[-1 - last] == self._right[-1 - last]:
            last += 1
        self._claim(Stretch(len(self._left) - last, len(self._right) - last, last))
        self._inner = (first, len(self._left) - last, first, len(self._right) - last)

    def stretches(self) -> None:
        """Pair long stretches that stand once in either text, and what follows from them."""
        a, b, c, d = self._inner
        shingles = _shared(self._left[a:b], self._right[c:d], SHINGLE)
        cores = _cores(shingles, SHINGLE, a, c)
        kept = _kept(cores, (b, d))
        for core in kept:
            self._claim(core)
        for at, core in enumerate(kept):
            self._grow(core, kept[at - 1] if at else None, kept[at + 1].old if at + 1 < len(kept) else b)

    def gaps(self) -> None:
        """Pair what can be paired between the stretches."""
        for start, end in list(_runs(self.to)):
            beside = self._beside(start, end)
            if not beside:
                continue
            there = [self._right[at] for at in beside]
            pairs = common(self._left[start:end], there)
            pairs += self._respelt(start, end - start, beside, pairs)
            for i, j in pairs:
                self._claim(Stretch(start + i, beside[j], 1))

    def _claim(self, stretch: Stretch) -> None:
        for step in range(stretch.length):
            if self.to[stretch.old + step] < 0 and self._back[stretch.new + step] < 0:
                self.to[stretch.old + step] = stretch.new + step
                self._back[stretch.new + step] = stretch.old + step

    def _grow(self, core: Stretch, before: Stretch | None, end: int) -> None:
        i, j = core.old + core.length, core.new + core.length
        while i < end and j < len(self._right) and self._pairs_up(i, j):
            self.to[i], self._back[j] = j, i
            i, j = i + 1, j + 1
        i, j = core.old - 1, core.new - 1
        start = before.old if before else 0
        while i >= start and j >= 0 and self._pairs_up(i, j):
            self.to[i], self._back[j] = j, i
            i, j = i - 1, j - 1

    def _pairs_up(self, i: int, j: int) -> bool:
        return self.to[i] < 0 and self._back[j] < 0 and self._left[i] == self._right[j]

    def _beside(self, start: int, end: int) -> list[int]:
        """Return the free words of the new text beside the neighbours of a gap, in order, not too many."""
        most = 3 * (end - start) + BESIDE
        after = self.to[start - 1] + 1 if start else 0
        first: list[int] = []
        while after < len(self._back) and self._back[after] < 0 and len(first) < most:
            first.append(after)
            after += 1
        before = self.to[end] - 1 if end < len(self.to) else len(self._back) - 1
        last: list[int] = []
        stop = first[-1] if first and first[0] <= before else -1
        while before > stop and before >= 0 and self._back[before] < 0 and len(last) < most:
            last.append(before)
            before -= 1
        return first + last[::-1]

    def _respelt(self, start: int, length: int, beside: Sequence[int], pairs: Sequence[Pair]) -> list[Pair]:
        """Return pairs of words that are left between `pairs` and much alike."""
        found: list[Pair] = []
        i, j = 0, 0
        for next_i, next_j in [*pairs, (length, len(beside))]:
            if 0 < (next_i - i) * (next_j - j) <= MOST_SPELLINGS:
                found += self._alike(range(start + i, start + next_i), beside[j:next_j], (start, j))
            i, j = next_i + 1, next_j + 1
        return found

    def _alike(self, left: Sequence[int], right: Sequence[int], origin: Pair) -> Iterator[Pair]:
        used = 0
        for i in left:
            scored = [
                (_spelling(self._old.word(i), self._new.word(at)), -number)
                for number, at in enumerate(right)
                if number >= used
            ]
            best, number = max(scored, default=(0.0, 0))
            if best >= SPELLING:
                used = 1 - number
                yield i - origin[0], origin[1] - number


def _spelling(left: str, right: str) -> float:
    if len(left) < 3 or len(right) < 3:
        return 0.0
    return likeness(left[:LONGEST_WORD].casefold(), right[:LONGEST_WORD].casefold())


def _shared(left: Sequence[int], right: Sequence[int], size: int) -> Iterator[Pair]:
    """Yield where runs of `size` words stand that occur once in either, in the order of `left`."""
    there = _once(right, size)
    met = [(at, there[shingle]) for at, shingle in enumerate(_shingles(left, size)) if shingle in there]
    # What occurs more than once on the left meets one place on the right more than once.
    often = Counter(found for _, found in met)
    return ((at, found) for at, found in met if often[found] == 1)


def _once(numbers: Sequence[int], size: int) -> dict[tuple[int, ...], int]:
    """Return where each run of `size` words that occurs once stands."""
    shingles = list(_shingles(numbers, size))
    last = dict(zip(shingles, range(len(shingles)), strict=True))
    if len(last) < len(shingles):
        for shingle in [shingle for at, shingle in enumerate(shingles) if last[shingle] != at]:
            last.pop(shingle, None)
    return last


def _shingles(numbers: Sequence[int], size: int) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[step:] for step in range(size)), strict=False)


def _cores(pairs: Iterator[Pair], size: int, left: int, right: int) -> list[Stretch]:
    """Join shingles that overlap or touch on one diagonal; `left` and `right` are where they count from."""
    cores: list[Stretch] = []
    for i, j in pairs:
        last = cores[-1] if cores else None
        if last and i + left - last.old == j + right - last.new and i + left <= last.old + last.length:
            last.length = i + left + size - last.old
        else:
            cores.append(Stretch(i + left, j + right, size))
    return cores


def _kept(cores: list[Stretch], end: Pair) -> list[Stretch]:
    """Return the long ones of `cores`, and the short ones that stand near their neighbours."""
    near = [core.length >= STRONG for core in cores]
    last = Stretch(0, 0, 0)
    for at, core in enumerate(cores):
        near[at] = near[at] or _follows(last, core)
        last = core if near[at] else last
    last = Stretch(*end, 0)
    for at, core in reversed(list(enumerate(cores))):
        near[at] = near[at] or _follows(core, last)
        last = core if near[at] else last
    return [core for core, is_near in zip(cores, near, strict=True) if is_near]


def _follows(first: Stretch, second: Stretch) -> bool:
    apart = second.old - first.old - first.length
    return -SHINGLE <= second.new - first.new - first.length <= 3 * max(apart, 0) + NEAR


def _runs(to: Sequence[int]) -> Iterator[Pair]:
    """Yield the half-open ranges of words that have no partner."""
    start = -1
    for at, there in enumerate(to):
        if there < 0 and start < 0:
            start = at
        elif there >= 0 and start >= 0:
            yield start, at
            start = -1
    if start >= 0:
        yield start, len(to)


def common(left: Sequence[int], right: Sequence[int], size: int = 3) -> list[Pair]:
    """Return ascending pairs of equal words: the most there are, or by runs of `size` where that is long."""
    if not left or not right:
        return []
    if len(left) * len(right) <= MOST_PAIRS:
        return _compact(common_pairs(left, right), left, right)
    if not size:
        return []
    pairs: list[Pair] = []
    i, j = 0, 0
    for at, there in [*rising(list(_shared(left, right, size))), (len(left), len(right))]:
        if at >= i and there >= j:
            pairs += [(i + x, j + y) for x, y in common(left[i:at], right[j:there], size // 2)]
            pairs += [(at, there)] if at < len(left) else []
            i, j = at + 1, there + 1
    return pairs


def _compact(pairs: list[Pair], left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """Return `pairs` with those that stand apart from their left neighbour put beside their right one."""
    for at in range(len(pairs) - 2, -1, -1):
        (i, j), (next_i, next_j) = pairs[at], pairs[at + 1]
        before_i, before_j = pairs[at - 1] if at else (-1, -1)
        beside = next_j - (next_i - i)
        if beside > j and j - before_j != i - before_i and left[i] == right[beside]:
            pairs[at] = i, beside
    return pairs


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return a longest run of `pairs`, which ascend on the left, that ascends on the right too."""
    tails: list[int] = []
    links: list[tuple[Pair, int]] = []
    ends: list[int] = []
    for number, pair in enumerate(pairs):
        at = bisect_left(tails, pair[1])
        tails[at : at + 1] = [pair[1]]
        ends[at : at + 1] = [number]
        links.append((pair, ends[at - 1] if at else -1))
    rising, number = [], ends[-1] if ends else -1
    while number >= 0:
        pair, number = links[number]
        rising.append(pair)
    return rising[::-1]
