"""Inline Markdown: the tokens of one block as pieces of text, each found again in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import NOWHERE, Mark, Piece
from deskbrief.importers.links import link_target

_MARKS = {
    "strong": InlineKind.STRONG,
    "em": InlineKind.EMPHASIS,
    "b": InlineKind.STRONG,
    "i": InlineKind.EMPHASIS,
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
    "code": InlineKind.CODE,
}


class Locator:
    """Finds stretches of text in the source from left to right, so that each keeps its place."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._end = 0

    def enter(self, start: int, end: int) -> None:
        """Look only between `start` and `end` from now on, and never behind what was found before."""
        self._at, self._end = max(start, self._at), end

    def find(self, text: str) -> int:
        """Return where `text` stands next, or `NOWHERE`."""
        found = self._source.find(text, self._at, self._end) if text else -1
        if found < 0:
            return NOWHERE
        self._at = found + len(text)
        return found

    def skip_address(self) -> None:
        """Pass over the address that follows the text of a link."""
        if self._source.startswith("](", self._at):
            closing = self._source.find(")", self._at, self._end)
            self._at = closing + 1 if closing >= 0 else self._at


class Seen(NamedTuple):
    """A picture in the text: its alternative text and address, or the HTML tag that it is written as."""

    alt: str
    address: str = ""
    tag: str = ""


class InlineReader:
    """Turns the inline tokens of one block into pieces; `pictures` collects the pictures among them.

    `written` returns how code stood in the file before what is long and not to be read was taken out.
    """

    def __init__(self, locator: Locator, written: Callable[[str], str]) -> None:
        self._locator = locator
        self._written = written
        self._marks: list[tuple[str, Mark]] = []
        self.pictures: list[Seen] = []

    def pieces(self, tokens: Iterable[Token]) -> list[Piece]:
        """Return the pieces of `tokens`."""
        self._marks = []
        found: list[Piece] = []
        for token in tokens:
            found += self._read(token)
        return found

    def _read(self, token: Token) -> list[Piece]:
        kind = token.type
        if kind == "text":
            return [self._piece(token.content)]
        if kind == "code_inline":
            return [self._piece(self._written(token.content), Mark(InlineKind.CODE))]
        if kind == "footnote_ref":
            link = Mark(InlineKind.LINK, f"#{note_name(token)}")
            return [self._piece(note_label(token), Mark(InlineKind.SUPERSCRIPT), link)]
        if kind in ("text_special", "softbreak", "hardbreak"):
            return [self._sign(token)]
        if kind == "html_inline":
            self._locator.find(token.content)
            return self._tag(token.content)
        if kind == "image":
            self.pictures.append(Seen(token.content, str(token.attrs.get("src", ""))))
            self._locator.find(token.content)
            self._locator.skip_address()
        else:
            self._open_or_close(token)
        return []

    def _sign(self, token: Token) -> Piece:
        """Return an escape, an entity or the end of a line, each written otherwise than it reads."""
        if token.type == "text_special":
            place = self._locator.find(token.markup)
            return Piece(token.content, _inside(token, place), self._active())
        return Piece("\n", self._locator.find("\n"), self._active())

    def _piece(self, text: str, *more: Mark) -> Piece:
        return Piece(text, self._locator.find(text), (*self._active(), *more))

    def _active(self) -> tuple[Mark, ...]:
        return tuple(mark for _, mark in self._marks)

    def _open_or_close(self, token: Token) -> None:
        name = token.tag
        if token.nesting > 0:
            target = link_target(str(token.attrs.get("href", "")), "") if name == "a" else ""
            mark = Mark(InlineKind.LINK, target) if target else _mark(name)
            if mark:
                self._marks.append((name, mark))
        elif token.nesting < 0:
            self._close(name)
            if name == "a":
                self._locator.skip_address()

    def _tag(self, written: str) -> list[Piece]:
        """Take a tag for its formatting; it is not part of the text."""
        name = written.strip("</> ").split()[0].casefold() if written.strip("</> ") else ""
        if name == "br":
            return [Piece("\n")]
        if name == "img":
            self.pictures.append(Seen("", tag=written))
            return []
        mark = _mark(name)
        if written.startswith("</"):
            self._close(name)
        elif mark and not written.endswith("/>"):
            self._marks.append((name, mark))
        return []

    def _close(self, name: str) -> None:
        for place in range(len(self._marks) - 1, -1, -1):
            if self._marks[place][0] == name:
                del self._marks[place]
                return


def note_label(token: Token) -> str:
    """Return the sign of the note that `token` belongs to."""
    return str(token.meta.get("label") or token.meta.get("id", 0) + 1)


def note_name(token: Token) -> str:
    """Return the name of the place of the note that `token` belongs to; no heading has such a name."""
    return f"note {token.meta.get('id', 0)}"


def _mark(name: str) -> Mark | None:
    kind = _MARKS.get(name)
    return Mark(kind) if kind else None


def _inside(token: Token, place: int) -> int:
    """Return where an escape's character stands, one behind its backslash; an entity has no such place."""
    return place + 1 if place >= 0 and token.markup == f"\\{token.content}" else NOWHERE


def only_picture(tokens: Sequence[Token]) -> bool:
    """Tell whether a paragraph is nothing but one picture, linked or not."""
    held = [token for token in tokens if token.type not in ("link_open", "link_close", "softbreak")]
    return len(held) == 1 and held[0].type == "image"
