"""The tables at the head of an RTF file: fonts with their code pages, styles, lists."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind
from deskbrief.importers.numbering import Counters, Level

#: Code pages of the character sets that fonts name.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
#: The character set of fonts that hold signs instead of letters.
SYMBOLS = 2
#: How far the chain of styles that one is based on is followed.
LONGEST_CHAIN = 20

_FORMS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 23: "bullet"}
_KINDS = {
    "title": BlockKind.TITLE,
    "caption": BlockKind.CAPTION,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "quotations": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "preformatted text": BlockKind.CODE,
    "html preformatted": BlockKind.CODE,
}
_HEADINGS = ("heading ", "überschrift ", "titre ", "título ", "titolo ", "kop ", "rubrik ", "nagłówek ")


@dataclass(slots=True)
class Style:
    """A paragraph style: its name, the one it is based on, and its outline level from 1 (0 = text)."""

    name: str = ""
    basis: int = -1
    level: int = 0

    @property
    def heading(self) -> int:
        """The level of headings in this style, 0 where it is none."""
        name = self.name.lower()
        for stem in _HEADINGS:
            if name.startswith(stem) and name[len(stem) :][:1].isdecimal():
                return int(name[len(stem)])
        return self.level

    @property
    def kind(self) -> BlockKind | None:
        """The kind of block that the name of the style says."""
        return _KINDS.get(self.name.lower())

    @property
    def contents(self) -> bool:
        """Whether lists of contents are set in it."""
        return self.name.lower().startswith(("toc ", "contents ", "table of figures"))


@dataclass(slots=True)
class Tables:
    """What the head of one file defines."""

    code_page: str = "cp1252"
    fonts: dict[int, int] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    levels: dict[int, list[Level]] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)
    counters: dict[int, Counters] = field(default_factory=dict)

    def set_code_page(self, number: int) -> None:
        """Take the code page that the file is written in."""
        name = "utf-8" if number == 65001 else f"cp{number}"
        try:
            self.code_page = codecs.lookup(name).name
        except LookupError:
            self.code_page = "cp1252"

    def encoding(self, font: int) -> str:
        """Return the code page of `font`."""
        return CHARSETS.get(self.fonts.get(font, 1), self.code_page)

    def style(self, number: int) -> Style:
        """Return the style with `number`, with what it has from those it is based on."""
        found, chain = Style(), number
        for _ in range(LONGEST_CHAIN):
            if chain not in self.styles:
                break
            style = self.styles[chain]
            found = Style(found.name or style.name, style.basis, found.level or style.heading)
            if found.level or found.kind:
                break
            chain = style.basis
        return found

    def marker(self, number: int, depth: int) -> str:
        """Count a paragraph of the list `number` at `depth` and return its marker, "•" for unknown ones."""
        key = self.lists.get(number, number)
        levels = self.levels.get(key)
        if not levels:
            return "•"
        counters = self.counters.setdefault(key, Counters(tuple(levels)))
        return counters.next(depth) or "•"


def level_of(form: int, start: int, depth: int) -> Level:
    """Return a level of a list from its numbers in the file; its pattern shows only its own number."""
    return Level(_FORMS.get(form, "decimal" if form != 255 else "none"), f"%{depth + 1}.", start)
