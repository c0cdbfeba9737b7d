"""Drafts of a page's blocks, before it is decided which of them belong to its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft

#: A picture whose description has fewer words says nothing that the text does not.
FEWEST_WORDS = 3


@dataclass(slots=True, kw_only=True)
class Draft(BlockDraft):
    """A block in the making, and the element of the page that it stands in.

    `text` is its text as one line; `linked` counts the code points of it that are links. `whole` is
    the innermost element that holds all of the block. `pictures` are the alternative texts of the
    pictures since the block before.
    """

    whole: HtmlElement
    text: str = ""
    linked: int = 0
    pictures: tuple[str, ...] = ()


def with_figures(drafts: Iterable[Draft]) -> Iterator[BlockDraft]:
    """Yield `drafts`, before each of them the pictures that stand there and say what they show."""
    seen: set[str] = set()
    for draft in drafts:
        for alternative in draft.pictures:
            if len(alternative.split()) >= FEWEST_WORDS and alternative not in seen | {draft.text}:
                seen.add(alternative)
                yield BlockDraft(BlockKind.FIGURE, alt=alternative)
        yield draft
