"""A text as a row of words and signs, each without what re-saving changes: case, quotes, dashes, spaces."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

# Scripts that are written without spaces give one word a character.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W{_UNSPACED}]+|\S")
_SAME = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛‹›′`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of `text`: where each starts and ends, and its number in a vocabulary."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    numbers: Sequence[int]

    def within(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of the words that `span` touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def word(self, at: int) -> str:
        """Return word `at` as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]


class Vocabulary:
    """Numbers for words; words that differ only in what re-saving changes have one number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._folded: dict[str, int] = {}

    def wording(self, text: str) -> Wording:
        """Return the words of `text`; new ones are added."""
        places = [match.span() for match in _WORD.finditer(text)]
        words = [text[start:end] for start, end in places]
        for word in set(words) - self._numbers.keys():
            # The order of a set varies between runs, and so do the numbers; nothing depends on them.
            self._numbers[word] = self._folded.setdefault(folded(word), len(self._folded))
        return Wording(
            text,
            [start for start, _ in places],
            [end for _, end in places],
            [self._numbers[word] for word in words],
        )


def folded(word: str) -> str:
    """Return `word` without case, compatibility forms, and kinds of quotes and dashes."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold().translate(_SAME)


def typed(text: str) -> str:
    """Return `text` with one kind of quotes and one of dashes, however it was typed; its length stays."""
    return text if text.isascii() else text.translate(_SAME)
