"""Styled text, and breaking it into lines.

Text never passes through a mark-up language: what a document says is drawn as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from deskbrief.brief.characters import clusters, code_point, folded
from deskbrief.brief.fonts import Face, Fonts
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import Style

#: A line may also be broken after a hyphen, dash or stroke inside a word.
_WORD_PARTS = re.compile(r"(?<=\w[-–—/])(?=\w)")
_WORDS = re.compile(r" |[^ ]+")


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Text in one style. `place` names the place where it stands.

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


class Typesetter:
    """Breaks runs into lines of pieces that the shipped faces can draw.

    `line_counts` and `natural_widths` remember what was measured once, so that a brief can be laid out many
    times to make it fit.
    """

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.line_counts: dict[tuple[Appearance, float], int] = {}
        self.natural_widths: dict[Appearance, float] = {}

    def lines(self, runs: Iterable[Run], width: float) -> list[Line]:
        """Return `runs` broken first fit into lines of at most `width` points; there is at least one."""
        lines = [Line()]
        for word in self._words(runs):
            if lines[-1].pieces and lines[-1].reach + word.width > width:
                lines.append(Line())
            if word.width <= width:
                lines[-1].add(word)
                continue
            for number, part in enumerate(self._forced(word, width)):
                if number:
                    lines.append(Line())
                lines[-1].add(part)
        return lines

    def _words(self, runs: Iterable[Run]) -> Iterator[Word]:
        """Yield the words of `runs`; a word may reach over several runs and faces."""
        word = Word()
        for piece in self._chunks(runs):
            if piece.text != " ":
                *whole, last = _WORD_PARTS.split(piece.text)
                for part in whole:
                    word.pieces.append(self._like(piece, part))
                    yield word
                    word = Word()
                word.pieces.append(self._like(piece, last))
            elif word.pieces:
                word.space = piece
                yield word
                word = Word()
        if word.pieces:
            yield word

    def _chunks(self, runs: Iterable[Run]) -> Iterator[Piece]:
        """Yield spaces and what stands between them, in faces that cover it."""
        for run in runs:
            for face, text, lost in self._faced(folded(run.text), run.style.face):
                for chunk in _WORDS.findall(text):
                    yield self._piece(chunk, face, run, lost)

    def _faced(self, text: str, face: Face) -> Iterator[tuple[Face, str, str]]:
        """Yield `text` in stretches: their face, what is drawn, and the character that is lost by that."""
        if self._fonts.covers(face, text):
            yield face, text, ""
            return
        for cluster in clusters(text):
            chosen = self._fonts.choose(face, cluster)
            if chosen:
                yield chosen, cluster, ""
                continue
            for character in cluster:
                own = self._fonts.choose(face, character)
                yield (own, character, "") if own else (face, code_point(character), character)

    def _forced(self, word: Word, width: float) -> Iterator[Word]:
        """Yield a word that is wider than a line in parts that are not."""
        part, reach = Word(), 0.0
        for piece in word.pieces:
            units = [piece.text] if piece.lost else clusters(piece.text)
            for small in (self._piece(unit, piece.face, piece.run, piece.lost) for unit in units):
                if part.pieces and reach + small.width > width:
                    yield part
                    part, reach = Word(), 0.0
                part.pieces.append(small)
                reach += small.width
        part.space = word.space
        yield part

    def _like(self, piece: Piece, text: str) -> Piece:
        return piece if text == piece.text else self._piece(text, piece.face, piece.run, "")

    def _piece(self, text: str, face: Face, run: Run, lost: str) -> Piece:
        width = self._fonts.width(text, face, run.style.size) + run.style.tracking * len(text)
        return Piece(text, face, run, width, lost)
