"""Breaking styled text into lines.

Text never passes through a mark-up language: what a document says is drawn as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deskbrief.brief.characters import clusters, code_point, folded
from deskbrief.brief.fonts import Face, Fonts
from deskbrief.brief.lines import Appearance, Line, Piece, Run, Word

#: A line may also be broken after a dash or stroke inside a word. Not so after a hyphen: at the end of a
#: line, programs that copy text out take it for one that only parts the word.
_WORD_PARTS = re.compile(r"(?<=\w[–—/])(?=\w)")
#: A dot between two facts stays with the one before it: no line begins with a dot.
SEPARATOR, BOUND_SEPARATOR = " · ", "\u00a0· "
#: Text whose letters are this wide on the average, as a share of its size, is very narrow.
NARROWEST = 0.3
_WORDS = re.compile(r" |[^ ]+")


class Typesetter:
    """Breaks runs into lines of pieces that the shipped faces can draw.

    `line_counts` and `natural_widths` remember what was measured once, so that a brief can be laid out
    `many_times` to make it fit; one that is laid out once need not be remembered.
    """

    def __init__(self, fonts: Fonts, *, many_times: bool = False) -> None:
        self._fonts = fonts
        self.many_times = many_times
        self.line_counts: dict[tuple[Appearance, float], int] = {}
        self.natural_widths: dict[Appearance, float] = {}

    def lines(self, runs: Iterable[Run], width: float) -> list[Line]:
        """Return `runs` broken first fit into lines of at most `width` points; there is at least one."""
        runs = list(runs)
        whole = self._whole(runs, width)
        if whole:
            return [whole]
        lines, done = self._begun(runs[0], width)
        for word in self._words(runs, done):
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

    def _whole(self, runs: Sequence[Run], width: float) -> Line | None:
        """Return all of `runs` on one line, or None when they do not fit or need several faces.

        Most text of tables is so short that it need not be taken apart into words.
        """
        if sum(len(run.text) * run.style.size for run in runs) * NARROWEST > width:
            return None
        line, spaced = Line(), True
        for run in runs:
            text = folded_run(run)
            text = text.removeprefix(" ") if spaced else text
            if not text:
                continue
            if not self._fonts.covers(run.style.face, text):
                return None
            piece = self._piece(text, run.style.face, run, "")
            line.pieces.append(piece)
            line.reach += piece.width
            spaced = text.endswith(" ")
            line.width = line.reach - (self._piece(" ", piece.face, run, "").width if spaced else 0.0)
            if line.width > width:
                return None
        return line

    def _begun(self, run: Run, width: float) -> tuple[list[Line], int]:
        """Return the lines that all words of `run` but the last fill, and how many characters these have.

        They are set as strings, as long as one face has them all and none is wider than a line: so the long
        paragraphs of a text are set in half the time. The last word may go on in another run.
        """
        text, face, size = folded_run(run), run.style.face, run.style.size
        end = text.rfind(" ") + 1
        if run.style.tracking or not self._fonts.covers(face, text[:end]):
            return [Line()], 0
        lines: list[Line] = []
        held: list[str] = []
        space, reach, tight = self._fonts.width(" ", face, size), 0.0, 0.0
        for word in filter(None, text[:end].split(" ")):
            for part in (word,) if word.isalpha() else _WORD_PARTS.split(word):
                wide = self._fonts.width(part, face, size)
                if wide > width:
                    return [Line()], 0
                if held and reach + wide > width:
                    lines.append(Line([Piece("".join(held), face, run, reach)], tight, reach))
                    held, reach = [], 0.0
                held.append(part)
                reach += wide
                tight = reach
            held.append(" ")
            reach += space
        pieces = [Piece("".join(held), face, run, reach)] if held else []
        lines.append(Line(pieces, tight, reach))
        return lines, end

    def _words(self, runs: Iterable[Run], done: int = 0) -> Iterator[Word]:
        """Yield the words of `runs`; a word may reach over several runs and faces.

        Of the first run, the first `done` characters are left out.
        """
        word = Word()
        for piece in self._chunks(runs, done):
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

    def _chunks(self, runs: Iterable[Run], done: int) -> Iterator[Piece]:
        """Yield spaces and what stands between them, in faces that cover it."""
        for number, run in enumerate(runs):
            words = folded_run(run)[0 if number else done :]
            for face, text, lost in self._faced(words, run.style.face):
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
                    rest = _after_hyphen(part)
                    yield part
                    part = Word(rest)
                    reach = part.width
                part.pieces.append(small)
                reach += small.width
        part.space = word.space
        yield part

    def _like(self, piece: Piece, text: str) -> Piece:
        return piece if text == piece.text else self._piece(text, piece.face, piece.run, "")

    def _piece(self, text: str, face: Face, run: Run, lost: str) -> Piece:
        width = self._fonts.width(text, face, run.style.size) + run.style.tracking * len(text)
        return Piece(text, face, run, width, lost)


def _after_hyphen(part: Word) -> list[Piece]:
    """Take out of the part of a word what follows its last hyphen, if it has one, and return it."""
    at = next((at for at in range(len(part.pieces), 0, -1) if part.pieces[at - 1].text == "-"), 0)
    if not at:
        return []
    rest, part.pieces = part.pieces[at:], part.pieces[:at]
    return rest


def folded_run(run: Run) -> str:
    """Return the text of a run as it is drawn; no line begins with the dot between two facts."""
    return folded(run.text).replace(SEPARATOR, BOUND_SEPARATOR)
