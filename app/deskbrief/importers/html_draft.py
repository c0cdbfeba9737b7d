"""Drafts of a page's blocks, before it is decided which of them belong to its text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from deskbrief.importers.draft import BlockDraft


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
