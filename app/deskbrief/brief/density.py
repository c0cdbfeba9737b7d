"""How close a brief is set: a page without room for all is set a step closer before a row is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from deskbrief.brief.styles import (
    BODY,
    BOTTOM_LINE,
    CELL,
    ENTRY,
    HEADING,
    NOTE,
    SMALL,
    SOURCE,
    TABLE_HEAD,
    TITLE,
    Style,
)

#: Size and leading, in points.
Setting = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Density:
    """How close blocks and lines stand, and into how many lines long words are cut.

    `settings` are the sizes and leadings that stand for others; `space` is what is left of the space between
    blocks; `padding` stands above and below the text of a cell, in points. No lines stand for words as they
    are. References that run in have the first `quote` characters of their quotes, the others the first
    `entry`, 0 for all: the whole travels in the file. The section stands in the others if they are
    `sectioned`, else where there is no page.
    """

    settings: Mapping[Setting, Setting]
    space: float = 1.0
    padding: float = 3.25
    lines: int = 0
    quote: int = 46
    entry: int = 0
    sectioned: bool = True

    def style(self, style: Style) -> Style:
        """Return how a style is set."""
        setting = self.settings.get((style.size, style.leading))
        return replace(style, size=setting[0], leading=setting[1]) if setting else style


def _settings(changes: Mapping[Style, Setting]) -> Mapping[Setting, Setting]:
    return MappingProxyType({(style.size, style.leading): setting for style, setting in changes.items()})


USUAL = Density(_settings({}))
#: No words of a brief get smaller than 9 points by that.
CLOSE = Density(
    settings=_settings(
        {
            TITLE: (18.0, 21.5),
            SOURCE: (9.0, 12.0),
            BOTTOM_LINE: (11.0, 14.5),
            HEADING: (9.0, 11.5),
            BODY: (10.5, 13.5),
            TABLE_HEAD: (9.0, 11.75),
            CELL: (9.5, 11.75),
            NOTE: (9.5, 12.0),
            SMALL: (9.0, 11.0),
            ENTRY: (9.0, 11.25),
        }
    ),
    space=0.72,
    padding=2.6,
    entry=72,
    sectioned=False,
)
#: The last that is tried before a row is left out.
TIGHT = replace(CLOSE, space=0.6, padding=2.1, lines=2, quote=40)
#: What is tried one after the other until all rows have room.
STEPS = (USUAL, CLOSE, replace(CLOSE, lines=3), replace(CLOSE, lines=2), TIGHT)
_LONG = replace(TIGHT, lines=0, quote=32, entry=60)
#: What is tried of a brief of several pages, so that few read more of them; very long words are cut last.
LONG_STEPS = (USUAL, CLOSE, _LONG, replace(_LONG, lines=5), replace(_LONG, lines=3))
