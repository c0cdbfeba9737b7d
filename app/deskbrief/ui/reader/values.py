"""What the reading view is told to show beside the text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage: the note's id, where it stands, and how it looks.

    `has_body` tells that the reader wrote something about it, `uncertain` that its place is a guess.
    """

    note: str
    span: Span
    role: Role
    style: MarkStyle
    has_body: bool
    uncertain: bool = False


class MarkerKind(StrEnum):
    """The kinds of marker in the gutter: round for events, square for recommendations."""

    EVENT = "event"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker left of the line on which `span` begins; `label` is its tooltip."""

    kind: MarkerKind
    span: Span
    label: str


class Line(NamedTuple):
    """A line of text: its top, its height, and where its letters stand, all counted from one height."""

    top: float
    height: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Typography:
    """How text is set: size in points, measure in characters, line height as a multiple of the size.

    `justify` asks for two even edges; text whose lines would get holes is set ragged all the same.
    `hyphenate` lets words of justified text be parted at the ends of lines.
    """

    size: float = 13.5
    measure: int = 68
    line_height: float = 1.6
    serif: bool = True
    justify: bool = False
    hyphenate: bool = False
