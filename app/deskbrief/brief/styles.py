"""How a brief looks: paper, colours and type, in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from deskbrief.brief.fonts import Face
from deskbrief.document.notes import Role
from deskbrief.document.plan import PageSize


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in sRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def of(cls, code: str) -> Colour:
        """Return the colour that a code such as "#1f5f8b" names."""
        red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return cls(red, green, blue)


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set; sizes in points. `tracking` is added after each character."""

    face: Face
    size: float
    leading: float
    colour: Colour
    tracking: float = 0.0

    def coloured(self, colour: Colour) -> Style:
        """Return this style in another colour."""
        return replace(self, colour=colour)

    def with_face(self, face: Face) -> Style:
        """Return this style in another face."""
        return replace(self, face=face)

    def sized(self, size: float) -> Style:
        """Return this style in another size, with the same leading."""
        return replace(self, size=size)

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline: the face stands in the middle of its leading."""
        return self.leading / 2 + 0.36 * self.size


@dataclass(frozen=True, slots=True)
class Paper:
    """A page in points: its size and where the text column stands on it.

    `head` is what the running head of the pages after the first takes of the column.
    """

    width: float
    height: float
    side: float = 54.0
    top: float = 46.0
    bottom: float = 52.0
    head: float = 11.0

    @property
    def column(self) -> float:
        """The width of the text column."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """The height of the text column."""
        return self.height - self.top - self.bottom


PAPERS = MappingProxyType({PageSize.A4: Paper(595.28, 841.89), PageSize.LETTER: Paper(612.0, 792.0)})

INK = Colour.of("#1d2329")
SOFT_INK = Colour.of("#3c444c")
MUTED = Colour.of("#5d6670")
ACCENT = Colour.of("#1f5f8b")
WARNING = Colour.of("#a3271f")
EVENT = Colour.of("#8a4b0f")
CHECKED = Colour.of("#1b6b4a")
BAND = Colour.of("#f3f1ea")
RULE = Colour.of("#e2ded4")
STRONG_RULE = Colour.of("#c9c4b8")
AXIS = Colour.of("#ddd6c8")
WHITE = Colour.of("#ffffff")

#: The solid colour of each role, as the window shows it in light dress.
ROLE_COLOURS = MappingProxyType(
    {
        Role.YELLOW: Colour.of("#f2d44d"),
        Role.GREEN: Colour.of("#8dce9c"),
        Role.BLUE: Colour.of("#9cc7ee"),
        Role.PINK: Colour.of("#f2a7b8"),
        Role.PURPLE: Colour.of("#c6a8ea"),
        Role.ORANGE: Colour.of("#f3b56b"),
    }
)

MASTHEAD = Style(Face.SANS, 8.5, 12, MUTED)
MARKING = Style(Face.SANS_BOLD, 8.5, 12, INK)
TITLE = Style(Face.SERIF_BOLD, 19.5, 24, INK)
#: Titles of more letters than this are those of acts: at full size one would take the place of several rows.
LONG_TITLE_FROM = 110
LONG_TITLE = Style(Face.SERIF_BOLD, 14.25, 18, INK)
SOURCE = Style(Face.SANS, 9, 13, MUTED)
BOTTOM_LINE = Style(Face.SERIF, 11.25, 16, INK)
HEADING = Style(Face.SANS_BOLD, 9, 12, ACCENT, tracking=0.55)
BODY = Style(Face.SERIF, 10.5, 15, INK)
QUOTE = Style(Face.SERIF_ITALIC, 10.5, 15, SOFT_INK)
TABLE_HEAD = Style(Face.SANS_BOLD, 9, 12.5, MUTED)
CELL = Style(Face.SANS, 9.5, 12.5, INK)
NOTE = Style(Face.SANS, 9.5, 13, INK)
SMALL = Style(Face.SANS, 9.5, 11.75, SOFT_INK)
ENTRY = Style(Face.SANS, 9.5, 12.25, SOFT_INK)
ASIDE = Style(Face.SANS, 8.25, 11.5, MUTED)
#: The headings of a whole text, from its title down.
TEXT_HEADINGS = (
    Style(Face.SERIF_BOLD, 14, 19, INK),
    Style(Face.SERIF_BOLD, 12, 17, INK),
    Style(Face.SERIF_BOLD, 10.5, 15, INK),
)
MARGIN_NOTE = Style(Face.SANS, 8.5, 11.5, INK)
LETTER = Style(Face.SANS_BOLD, 8, 10, INK)

#: How far small type stays from the right edge, in points, so that its lines do not get too long.
MEASURE = 56.0
RULE_WEIGHT = 0.75
#: Reference numbers stand raised beside a statement; they are the only type below 8 points.
MARK_SIZE = 6.9
#: How far, as a share of the size of the statement's type.
MARK_RISE = 0.36
