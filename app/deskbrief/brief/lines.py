"""Styled text and the lines it is broken into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from deskbrief.brief.fonts import Face
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import Colour, Style


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Text in one style, on a `ground` of its own where it has one. `place` names the place where it stands.

    `link` names the place it leads to and `says` tells in words where that is; a link has a structure
    element of its own in `node`, as a note has.
    """

    text: str
    style: Style
    rise: float = 0.0
    node: Node | None = None
    link: str = ""
    says: str = ""
    place: str = ""
    ground: Colour | None = None


class Piece(NamedTuple):
    """A stretch of one run in one face, which covers it; `lost` are the characters that no face has."""

    text: str
    face: Face
    run: Run
    width: float
    lost: str = ""


@dataclass(slots=True)
class Word:
    """What may not be broken, and the space after it where there is one; `width` is without the space."""

    pieces: list[Piece] = field(default_factory=list)
    space: Piece | None = None

    @property
    def width(self) -> float:
        """The width in points, without the space."""
        return sum(piece.width for piece in self.pieces)


@dataclass(slots=True)
class Line:
    """One line: its pieces from left to right; `width` is without a space at the end, `reach` with it."""

    pieces: list[Piece] = field(default_factory=list)
    width: float = 0.0
    reach: float = 0.0

    def add(self, word: Word) -> None:
        """Put `word` at the end of the line."""
        for piece in word.pieces:
            self._append(piece)
        self.width = self.reach
        if word.space:
            self._append(word.space)

    def _append(self, piece: Piece) -> None:
        self.reach += piece.width
        last = self.pieces[-1] if self.pieces else None
        if last and last.run is piece.run and last.face is piece.face:
            width, lost = last.width + piece.width, last.lost + piece.lost
            self.pieces[-1] = Piece(last.text + piece.text, piece.face, piece.run, width, lost)
        else:
            self.pieces.append(piece)


#: All that the measures of some runs depend on: each run's text and style.
Appearance = tuple[tuple[str, Style], ...]
