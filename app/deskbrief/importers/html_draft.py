"""Drafts of a page's blocks, before it is decided which of them belong to its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.html_pictures import Finder, Shown

#: A picture whose description has fewer words says nothing that the text does not.
FEWEST_WORDS = 3


@dataclass(slots=True, kw_only=True)
class Draft(BlockDraft):
    """A block in the making, and the element of the page that it stands in.

    `text` is its text as one line; `linked` counts the code points of it that are links. `whole` is
    the innermost element that holds all of the block. `pictures` are those since the block before.
    """

    whole: HtmlElement
    text: str = ""
    linked: int = 0
    pictures: tuple[Shown, ...] = ()


def leading_away(draft: Draft) -> int:
    """Return how many letters of a block are links to other pages, those of the same site too."""
    if draft.rows or draft.kind is BlockKind.CODE:
        return draft.linked
    links = (link for link in draft.whole.iter("a") if not link.get("href", "#").strip().startswith("#"))
    return sum(len(text.strip()) for link in links for text in link.itertext())


def with_figures(drafts: Iterable[Draft], finder: Finder, last: Iterable[Shown] = ()) -> Iterator[BlockDraft]:
    """Yield `drafts`, before each of them the pictures there that the file carries or that are described.

    `last` are the pictures after the last of them.
    """
    seen: set[str] = set()
    for draft in drafts:
        for figure, element in _figures(draft.pictures, finder, seen | {draft.text}, seen):
            inside = draft.quotation is not None and draft.quotation in element.iterancestors()
            figure.quotation = draft.quotation if inside else None
            yield figure
        yield draft
    yield from (figure for figure, _ in _figures(last, finder, seen, seen))


def _figures(
    pictures: Iterable[Shown], finder: Finder, known: set[str], seen: set[str]
) -> Iterator[tuple[BlockDraft, HtmlElement]]:
    for shown in pictures:
        picture = finder.picture(shown)
        # In a table the description stands in the cell.
        told = len(shown.alt.split()) >= FEWEST_WORDS and shown.alt not in known and not shown.tabled
        if picture is not None or told:
            seen.add(shown.alt)
            yield BlockDraft(BlockKind.FIGURE, alt=shown.alt, picture=picture), shown.element
