"""How two wordings of one passage differ, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from deskbrief.document.matching import common_pairs

#: A stretch beside words that come again is looked at in so many places, each a word farther.
FARTHEST = 40
#: Short words that lead over to what follows: what ends with them breaks off, least so with these.
_SHORT, _JOINING = 3, frozenset({"and", "or", "but", "nor"})
_SENTENCE_ENDS, _CLAUSE_ENDS = (".", "!", "?", ":", ";", "…", ".”", "?”", "!”"), (",", "–", "—")

Pair = tuple[int, int]


class Turn(StrEnum):
    """What a stretch of a difference is: in both wordings, only in the old one, only in the new one."""

    KEPT = "kept"
    DROPPED = "dropped"
    ADDED = "added"


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Turn, str]]:
    """Yield the words of `old` and `new` in stretches that are in both, only in `old`, only in `new`."""
    left = right = 0
    kept: list[str] = []
    for at, to in [*settled(common_pairs(old, new), old, new), (len(old), len(new))]:
        if (left, right) != (at, to):
            if kept:
                yield Turn.KEPT, " ".join(kept)
                kept = []
            if left < at:
                yield Turn.DROPPED, " ".join(old[left:at])
            if right < to:
                yield Turn.ADDED, " ".join(new[right:to])
        kept += old[at : at + 1]
        left, right = at + 1, to + 1
    if kept:
        yield Turn.KEPT, " ".join(kept)


def settled(pairs: Sequence[Pair], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return `pairs` of equal words with what only one wording has where it begins and ends a sentence.

    Beside words that come again several places are as true: in "A fee. A toll. A levy." it may be "A toll."
    that is new, or "toll. A". Of places that are as good the last is taken.
    """
    made = list(pairs)
    for gap in range(len(made) + 1):
        before = made[gap - 1] if gap else (-1, -1)
        after = made[gap] if gap < len(made) else (len(old), len(new))
        start, end = (before[0] + 1, before[1] + 1), after
        if (start[0] == end[0]) != (start[1] == end[1]):
            side = int(start[0] == end[0])
            _slide(made, gap, (old, new)[side], side, (start[side], end[side]))
    return made


def _slide(pairs: list[Pair], gap: int, words: Sequence[str], side: int, stretch: Pair) -> None:
    """Move a stretch of one side, before the pair number `gap`, to the best place that it can have."""
    start, end = stretch
    least = -_steps(pairs, gap, -1, words, stretch)
    most = _steps(pairs, gap, 1, words, stretch)
    by = max(range(least, most + 1), key=lambda by: (_worth(words, start + by, end + by), by))
    length = end - start
    for number in range(gap + by, gap) if by < 0 else range(gap, gap + by):
        pair = list(pairs[number])
        pair[side] += length if by < 0 else -length
        pairs[number] = pair[0], pair[1]


def _steps(pairs: Sequence[Pair], gap: int, way: int, words: Sequence[str], stretch: Pair) -> int:
    """Return how many words a stretch can move back (-1) or on (1) and still be what only one side has."""
    start, end = stretch
    first = gap if way > 0 else gap - 1
    for step in range(FARTHEST):
        number = first + way * step
        lost, won = (start + step, end + step) if way > 0 else (end - 1 - step, start - 1 - step)
        if not (0 <= number < len(pairs) and 0 <= won < len(words) and words[lost] == words[won]):
            return step
        if pairs[number] != (pairs[first][0] + way * step, pairs[first][1] + way * step):
            return step
    return FARTHEST


def _worth(words: Sequence[str], start: int, end: int) -> int:
    """Return how well a stretch stands alone, by the word before it and its last one."""
    return (_closes(words[start - 1]) if start else 3) + _closes(words[end - 1])


def _closes(word: str) -> int:
    """Return how much of a sentence ends with a word: all of it, a clause, nothing, or it leads over."""
    if word.endswith(_SENTENCE_ENDS):
        return 3
    if word.endswith(_CLAUSE_ENDS):
        return 1
    if word in _JOINING:
        return -1
    return -2 if len(word) <= _SHORT and word.islower() else 0
