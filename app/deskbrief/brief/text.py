"""Styled text, and breaking it into lines.

Text never passes through a mark-up language: what a document says is drawn as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one run in one face, which covers it."""

    text: str
    face: Face
    run: Run
    width: float


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
    """One line: its pieces from left to right, and its width without a space at the end."""

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
        last = self.pieces[-1] if self.pieces else None
        self.reach += piece.width
        if last and last.run is piece.run and last.face is piece.face:
            self.pieces[-1] = replace(last, text=last.text + piece.text, width=last.width + piece.width)
        else:
            self.pieces.append(piece)


class Typesetter:
    """Breaks runs into lines of pieces that the shipped faces can draw.

    `missing` counts the characters that no face has and that are drawn as their code points instead.
    """

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.missing: Counter[str] = Counter()

    def lines(self, words: Iterable[Word], width: float) -> list[Line]:
        """Return `words` broken first fit into lines of at most `width` points; there is at least one."""
        lines = [Line()]
        for word in words:
            if lines[-1].pieces and lines[-1].reach + word.width > width:
                lines.append(Line())
            if word.width <= width:
                lines[-1].add(word)
            else:
                for number, part in enumerate(self._forced(word, width)):
                    if number:
                        lines.append(Line())
                    lines[-1].add(part)
        return lines

    def words(self, runs: Iterable[Run]) -> Iterator[Word]:
        """Yield the words of `runs`, which may reach over several runs and be of several faces."""
        word = Word()
        for run, face, text in self._faced(runs):
            for chunk in _WORDS.findall(text):
                if chunk == " ":
                    if word.pieces:
                        word.space = self._piece(chunk, face, run)
                        yield word
                    word = Word()
                    continue
                first, *others = _WORD_PARTS.split(chunk)
                word.pieces.append(self._piece(first, face, run))
                for part in others:
                    yield word
                    word = Word([self._piece(part, face, run)])
        if word.pieces:
            yield word

    def _faced(self, runs: Iterable[Run]) -> Iterator[tuple[Run, Face, str]]:
        """Yield the text of each run in stretches that one face covers."""
        for run in runs:
            text, face = folded(run.text), run.style.face
            if self.fonts.covers(face, text):
                yield run, face, text
            else:
                yield from ((run, *stretch) for stretch in self._stretches(text, face))

    def _stretches(self, text: str, face: Face) -> Iterator[tuple[Face, str]]:
        now, stretch = face, ""
        for cluster in clusters(text):
            chosen = self.fonts.choose(face, cluster)
            drawn = cluster if chosen else "".join(self._substitute(character, face) for character in cluster)
            if (chosen or face) is not now and stretch:
                yield now, stretch
                stretch = ""
            now = chosen or face
            stretch += drawn
        if stretch:
            yield now, stretch

    def _substitute(self, character: str, face: Face) -> str:
        if self.fonts.covers(face, character):
            return character
        self.missing[character] += 1
        return code_point(character)

    def _forced(self, word: Word, width: float) -> Iterator[Word]:
        """Yield a word that is wider than a line in parts that are not."""
        part, reach = Word(), 0.0
        for piece in word.pieces:
            for cluster in clusters(piece.text):
                small = self._piece(cluster, piece.face, piece.run)
                if part.pieces and reach + small.width > width:
                    yield part
                    part, reach = Word(), 0.0
                part.pieces.append(small)
                reach += small.width
        part.space = word.space
        yield part

    def _piece(self, text: str, face: Face, run: Run) -> Piece:
        width = self.fonts.width(text, face, run.style.size) + run.style.tracking * len(text)
        return Piece(text, face, run, width)


def line_width(words: Iterable[Word]) -> float:
    """Return the width of `words` on one line."""
    line = Line()
    for word in words:
        line.add(word)
    return line.width
