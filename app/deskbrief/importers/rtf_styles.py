"""The styles of an RTF document: what the name of each means for the structure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deskbrief.document.model import BlockKind
from deskbrief.importers.rtf_state import Destination, State

#: How far the chain of styles that one is based on is followed.
LONGEST_CHAIN = 20
#: The outline level of headings goes up to this one, counted from 0; the next means ordinary text.
DEEPEST_HEADING = 8

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|nagłówek|заголовок) ?([1-9])$"
)
_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(("title", "titel", "titre", "título", "titolo", "heading title"), BlockKind.TITLE),
    **dict.fromkeys(("caption", "beschriftung", "légende", "illustration", "figure"), BlockKind.CAPTION),
    **dict.fromkeys(("quote", "intense quote", "block text", "quotations", "zitat"), BlockKind.QUOTE),
    **dict.fromkeys(("html preformatted", "preformatted text", "source code", "code"), BlockKind.CODE),
    **dict.fromkeys(("author", "byline"), BlockKind.BYLINE),
}
_SUBTITLES = frozenset({"subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo"})
_CONTENTS = ("toc ", "table of figures", "contents ", "verzeichnis ")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means: `level` counts from 1, `contents` says that it is for lists of contents."""

    kind: BlockKind | None = None
    level: int = 0
    subtitle: bool = False
    contents: bool = False

    @property
    def silent(self) -> bool:
        """Whether the style means nothing by itself."""
        return self == _SILENT


_SILENT = Style()


def level_of(outline: int | None) -> int:
    """Return the level of a heading, from 1, for an outline level, and 0 for ordinary text."""
    return outline + 1 if outline is not None and 0 <= outline <= DEEPEST_HEADING else 0


def style_named(name: str, outline: int | None) -> Style:
    """Return what a style means by its name, and where that says nothing by its outline level."""
    name = name.split(",", maxsplit=1)[0].strip().casefold()
    heading = _HEADING.match(name)
    return Style(
        kind=_KINDS.get(name),
        level=int(heading[1]) if heading else level_of(outline),
        subtitle=name in _SUBTITLES,
        contents=name.startswith(_CONTENTS),
    )


class Styles:
    """The styles of one document by their numbers."""

    def __init__(self) -> None:
        self._own: dict[int, tuple[Style, int]] = {}

    def add(self, number: int, style: Style, base: int) -> None:
        """Add a style that is based on the one numbered `base`."""
        self._own[number] = (style, base)

    def style(self, number: int) -> Style:
        """Return what the style of that number means, or else the nearest one that it is based on."""
        for _ in range(LONGEST_CHAIN):
            if number not in self._own:
                break
            style, number = self._own[number]
            if not style.silent:
                return style
        return _SILENT


class StyleSheet(Destination):
    """Reads the style sheet; a semicolon ends each style."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._begin(0)

    def _begin(self, number: int) -> None:
        self._number, self._base, self._outline = number, -1, -1
        self._name: list[str] = []

    def text(self, text: str, _state: State) -> None:
        """Take a part of a name."""
        name, end, rest = text.partition(";")
        self._name.append(name)
        if end:
            self._styles.add(self._number, style_named("".join(self._name), self._outline), self._base)
            self._begin(0)
            self._name = [rest] if rest.strip() else []

    def word(self, word: str, number: int | None, _state: State) -> None:
        """Take the number of a style, of the one that it is based on, or an outline level."""
        if word == "s":
            self._begin(number or 0)
        elif word == "sbasedon":
            self._base = -1 if number is None or number == self._number else number
        elif word == "outlinelevel":
            self._outline = -1 if number is None else number
