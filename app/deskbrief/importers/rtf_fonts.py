"""The table of fonts of an RTF document: the code page of each."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.importers.rtf_codepages import SYMBOLS, USUAL, charset_codec, page_codec
from deskbrief.importers.rtf_state import Destination, State

_NO_FONT = -1


@dataclass(slots=True)
class Font:
    """A font; without a `codec` its text is in the code page of the file."""

    name: str = ""
    codec: str = ""
    symbols: bool = False


class Fonts:
    """The fonts of one document by their numbers, and the code page of the file."""

    def __init__(self) -> None:
        self.usual = 0
        self.codec = USUAL
        self._fonts: dict[int, Font] = {}
        self._none = Font()

    def font(self, number: int) -> Font:
        """Return the font of that number."""
        return self._fonts.get(number, self._none)

    def add(self, number: int) -> Font:
        """Begin a font."""
        self._fonts[number] = Font()
        return self._fonts[number]

    def codec_of(self, number: int) -> str:
        """Return the name of the codec for text in the font of that number."""
        font = self.font(number)
        return "latin-1" if font.symbols else font.codec or self.codec

    def word(self, word: str, number: int | None) -> bool:
        """Obey a control word about the code page of the file; return whether it is one."""
        if word == "ansicpg":
            self.codec = page_codec(number or 0)
        elif word == "deff":
            self.usual = number or 0
        elif word in ("mac", "pc", "pca"):
            self.codec = page_codec({"mac": 10000, "pc": 437, "pca": 850}[word])
        else:
            return False
        return True


class FontTable(Destination):
    """Reads the table of fonts, in groups or without them."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._font = Font()
        self._named = False

    def text(self, text: str, _state: State) -> None:
        """Take a part of a name, which a semicolon ends."""
        name, end, _ = text.partition(";")
        if not self._named:
            self._font.name = (self._font.name + name).strip()[:80]
        self._named = self._named or bool(end)

    def word(self, word: str, number: int | None, state: State) -> None:
        """Take the number of a font, its character set or its code page."""
        if word == "f":
            self._font, self._named = self._fonts.add(number or 0), False
            # The name of a font is not written in that font.
            state.face.font = _NO_FONT
        elif word == "fcharset":
            self._font.symbols = number == SYMBOLS
            self._font.codec = self._font.codec or charset_codec(number or 0)
        elif word == "cpg" and number:
            self._font.codec = page_codec(number)
