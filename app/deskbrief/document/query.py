"""Finding words in folded text: as they are typed, as whole words, or near one another."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import accumulate

from deskbrief.document.records import dataclass

#: The most hits that are kept; nobody looks at more one by one.
MOST = 100_000
#: At most so many spaces lie between the first and the last of words that are near each other ...
NEAR_WORDS = 10
#: ... and so many letters.
NEAR_LETTERS = 400
#: A breath is taken after so many places were looked at.
BREATH = 500
#: Code points that are looked through in one go for words as they were typed.
STRETCH = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for, and how.

    `case` and `accents` tell whether these count; `whole` asks for whole words, `near` for all words of
    `words` in any order and not far from one another, `pattern` takes `words` as a regular expression.
    """

    words: str
    case: bool = False
    accents: bool = False
    whole: bool = False
    near: bool = False
    pattern: bool = False


#: A stretch of the folded text, or None: nothing yet, but time to look after other things.
Found = tuple[int, int] | None


def matches(text: str, needle: str, query: Query, begin: int = 0) -> Iterator[Found]:
    """Yield where `needle`, folded like `text`, is found from `begin` on; no two of them overlap."""
    words = sorted(set(needle.split())) if query.near else [needle]
    if len(words) > 1:
        return _near(text, words, begin, whole=query.whole)
    return _plain(text, words[0] if words else "", begin, whole=query.whole)


def batches(text: str, needle: str) -> Iterator[list[int]]:
    """Yield where `needle` begins in `text`, many places at a time; no two of them overlap.

    Each stretch of the text is split at the needle: the lengths of what lies between tell the places, and
    nothing is done once a hit.
    """
    at, wide = 0, len(needle)
    while needle and at < len(text):
        pieces = text[at : at + STRETCH].split(needle)
        ends = list(accumulate(map(len, pieces), lambda end, piece: end + wide + piece, initial=at - wide))
        yield ends[1:-1]
        at = max(ends[-2] + wide if len(ends) > 2 else at, at + STRETCH - wide + 1)


def _plain(text: str, needle: str, begin: int, *, whole: bool) -> Iterator[Found]:
    at = text.find(needle, begin) if needle else -1
    missed = 0
    while at >= 0:
        end = at + len(needle)
        if not whole or (_edge(text, at) and _edge(text, end)):
            yield at, end
        else:
            end = at + 1
            missed += 1
            if missed % BREATH == 0:
                yield None
        at = text.find(needle, end)


def _near(text: str, words: list[str], begin: int, *, whole: bool) -> Iterator[Found]:
    """Yield the shortest stretches of `text` that hold all of `words`, each at the start of a word.

    The last place of each word is remembered; when all are known, they span a stretch that no shorter one
    ends with.
    """
    last: dict[str, tuple[int, int]] = {}
    streams = [_starts(text, word, begin, whole=whole) for word in words]
    for count, (at, end, word) in enumerate(merge(*streams), 1):
        last[word] = (at, end)
        if len(last) == len(words):
            low = min(start for start, _ in last.values())
            if _together(text, low, max(stop for _, stop in last.values())):
                yield low, max(stop for _, stop in last.values())
                last.clear()
        if count % BREATH == 0:
            yield None


def _starts(text: str, word: str, begin: int, *, whole: bool) -> Iterator[tuple[int, int, str]]:
    at = text.find(word, begin)
    while at >= 0:
        end = at + len(word)
        if _edge(text, at) and (not whole or _edge(text, end)):
            yield at, end, word
        at = text.find(word, end)


def _together(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is short, and all in one paragraph."""
    if end - start > NEAR_LETTERS:
        return False
    return text.count(" ", start, end) <= NEAR_WORDS and text.find("\n", start, end) < 0


def _edge(text: str, at: int) -> bool:
    """Tell whether no word goes on across `at`."""
    if at in {0, len(text)}:
        return True
    return not (_in_word(text[at - 1]) and _in_word(text[at]))


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
