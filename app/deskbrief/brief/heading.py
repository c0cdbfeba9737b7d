"""Headings: each is also an entry in the document's outline."""

from __future__ import annotations

from deskbrief.brief.blocks import Block, Room
from deskbrief.brief.characters import plain
from deskbrief.brief.context import Context
from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.styles import HEADING, LONG_TITLE, LONG_TITLE_FROM, TITLE

UNTITLED = "Untitled"
#: The Georgian capitals of Unicode 11.
RECENT_CAPITALS = frozenset(map(chr, range(0x1C90, 0x1CC0)))


class Heading(Block):
    """A heading of the outline's `level`, from 0; it never stands alone at the foot of a page."""

    bound = True

    def __init__(self, text: Block, title: str, key: str, level: int) -> None:
        self._text = text
        self._title = plain(title) or UNTITLED
        self._key = key
        self._level = level

    def height(self, width: float) -> float:
        return self._text.height(width)

    def split(self, room: Room) -> tuple[Block, Block] | None:
        parts = self._text.split(room)
        return (Heading(parts[0], self._title, self._key, self._level), parts[1]) if parts else None

    def draw(self, sheet: Sheet, area: Area) -> None:
        sheet.bookmark(self._title, self._key, area.top, self._level)
        self._text.draw(sheet, area)


def title_heading(context: Context) -> Block:
    """Return the brief's title."""
    title = context.plan.title if context.plan.title.strip() else UNTITLED
    style = LONG_TITLE if len(title) > LONG_TITLE_FROM else TITLE
    heading = Heading(context.text(title, style, context.root.add("H1")), title, "title", level=0)
    heading.before = 13.0
    return heading


def capitals(text: str) -> str:
    """Return `text` in capitals, except where a script has only just been given them and no face has."""
    return "".join(letter if letter.upper() in RECENT_CAPITALS else letter.upper() for letter in text)


def section_heading(context: Context, title: str, key: str) -> Block:
    """Return a section's heading, in capitals."""
    text = context.text(capitals(title), HEADING, context.root.add("H2"))
    heading = Heading(text, title, key, level=1)
    heading.before = 13.0
    return heading
