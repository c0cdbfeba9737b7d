"""Paragraphs by offset, found by bisection; a panel asks for thousands of them at once."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from deskbrief.document.model import Document, paragraph_words


class Places:
    """The paragraphs of one document: their count, and how they are cited; counted when first asked for."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self._blocks]

    @cached_property
    def _before(self) -> list[int]:
        """The number of the last paragraph up to each block."""
        return list(accumulate([block.paragraph for block in self._blocks], _later))

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {block.paragraph: block.label for block in self._blocks if block.label}

    @property
    def _last(self) -> int:
        return self._before[-1] if self._before else 0

    def paragraph(self, offset: int) -> int:
        """Return the ¶ number at `offset`, for a heading that of the numbered block after it; 0 for none."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return min(self._last, 1)
        number = self._before[index]
        is_heading = number == (self._before[index - 1] if index else 0)
        return min(number + 1, self._last) if is_heading else number

    def cited(self, offset: int) -> str:
        """Return how the paragraph at `offset` is cited, as `Document.place_at`."""
        number = self.paragraph(offset)
        return paragraph_words(number, self._labels.get(number, ""))

    def cited_before(self, offset: int) -> str:
        """Return how the last paragraph that begins before `offset` is cited."""
        number = self.paragraph_before(offset)
        return paragraph_words(number, self._labels.get(number, ""))

    def paragraph_before(self, offset: int) -> int:
        """Return the last ¶ number that begins before `offset`, 0 when there is none."""
        index = bisect_right(self._starts, offset - 1) - 1
        return self._before[index] if index >= 0 else 0


def _later(last: int, number: int) -> int:
    return number or last


def paragraph_range(first: str, last: str) -> str:
    """Return how the paragraphs from `first` to `last` are cited: "¶7–9", "1st–4th ¶", "Art. 7–13"."""
    if first == last:
        return first
    ordinals = first.endswith(" ¶"), last.endswith(" ¶")
    if all(ordinals):
        return f"{first.removesuffix(' ¶')}–{last}"
    if any(ordinals):
        return f"{first} – {last}"
    if last.startswith("before "):
        # The number that follows belongs to the next section.
        return f"{first} – {last}"
    # What stands before a number belongs to the same section as the number.
    first = first.removeprefix("before ")
    sign = next((sign for sign in ("¶", "Art. ") if first.startswith(sign)), "")
    return f"{first}–{last.removeprefix(sign)}"
