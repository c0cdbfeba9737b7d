"""Sentences and words as the rest of the room sees them; no type of a language library stands here."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.document.spans import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence, offsets into the document.

    `tag` is a Penn Treebank tag, `pos` and `dep` follow Universal POS and the ClearNLP labels, `head` is
    the index of the governing word in its sentence (its own index for the root), `entity` the OntoNotes
    type of the named entity that the word belongs to, and `begins` whether it is that entity's first.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `[start, end)` of block number `block`; `words` is empty when no model has read it."""

    start: int
    end: int
    block: int
    words: tuple[Word, ...] = ()

    @property
    def span(self) -> Span:
        """The sentence's place in the document."""
        return Span(self.start, self.end)

    def word_at(self, offset: int) -> int:
        """Return the index of the word that holds or follows `offset`, or -1 if there is none."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.words) else -1
