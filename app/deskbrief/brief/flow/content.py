"""What a brief that flows is made of: headings, paragraphs, lists, tables and notes, all of runs of text."""

from __future__ import annotations

from enum import StrEnum

from deskbrief.brief.timescale import Mark
from deskbrief.document.notes import Role
from deskbrief.document.plan import Logo
from deskbrief.document.records import dataclass


class Tone(StrEnum):
    """How a run stands out from those around it."""

    PLAIN = "plain"
    MUTED = "muted"
    WARNING = "warning"
    CHECKED = "checked"


class Kind(StrEnum):
    """What a paragraph is; each has a look of its own in every format."""

    BODY = "body"
    MARKING = "marking"
    MASTHEAD = "masthead"
    SOURCE = "source"
    BOTTOM_LINE = "bottom-line"
    ASIDE = "aside"
    QUOTE = "quote"
    CODE = "code"
    FOOT = "foot"


class Listing(StrEnum):
    """How the items of a list are marked; items of `OWN` begin with a mark of their own."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Run:
    """Text as it stands in one style, and after it the numbers of the references that it cites.

    `role` is that of a mark on it. `own` tells that these are words of the program, which speaks English,
    `code` that they stand in letters of one width.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    tone: Tone = Tone.PLAIN
    role: Role | None = None
    cites: tuple[int, ...] = ()
    own: bool = False
    code: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the brief."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; only quotations and code have more than one line."""

    kind: Kind
    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the number of its first item where they are numbered."""

    listing: Listing
    items: tuple[Runs, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` is empty when it has none, and `shares` say how wide columns are in proportion."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LineOfTime:
    """The dates of a chronology, at least two, for formats that can draw them; a table says the same."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A note of the reader's in the colour of its role: the passage it is on, and words.

    One that is `beside` stands in the margin of the whole text and has no passage of its own.
    """

    role: Role
    quote: Runs
    body: tuple[Paragraph | Items, ...]
    beside: bool = False


#: Blocks that every format writes, and all.
Written = Heading | Paragraph | Items | Table | Remark | Logo
Block = Written | LineOfTime
