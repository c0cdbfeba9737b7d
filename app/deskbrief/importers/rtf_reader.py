"""The reader of RTF: it keeps the states of the groups that are open, and sends text where it belongs."""

from __future__ import annotations

from collections.abc import Mapping

from deskbrief.importers.office_symbols import coded, symbols
from deskbrief.importers.rtf_finds import Finds
from deskbrief.importers.rtf_places import OPENERS, SHOWN
from deskbrief.importers.rtf_state import Destination, Face, Other, Shape, Skipped, State
from deskbrief.importers.rtf_tokens import Sort, Token, tokens

#: The states outside all groups and in the group of the whole file, where no text goes elsewhere.
_OUTER = 2
_LARGEST = 0x10FFFF
_SIGNS: Mapping[str, str] = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "lbr": "\n",
    "page": " ",
    "column": " ",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "~": "\u00a0",
    "_": "\u2011",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}


class Reader:
    """Reads one document; `finds` takes its tables, `body` its text."""

    def __init__(self, finds: Finds, body: Destination) -> None:
        self._finds = finds
        self._states = [State(body, owner=True)]
        self._raw = bytearray()
        self._passed = 0
        self._begun = False

    def read(self, data: bytes) -> bool:
        """Read all tokens in `data`, and tell whether all groups that begin also end."""
        for token in tokens(data):
            if token.sort is Sort.BYTES:
                self._begun = False
                self._bytes(token.data)
                continue
            if self._raw:
                self._flush()
            if token.sort is Sort.WORD:
                begun, self._begun = self._begun, False
                self._word(token, first=begun)
            else:
                self._group(token.sort)
        self._flush()
        whole = len(self._states) == 1
        while self._states:
            self._close(self._states.pop())
        return whole

    def _bytes(self, data: bytes) -> None:
        if self._passed:
            count = min(self._passed, len(data))
            self._passed -= count
            data = data[count:]
        if not self._states[-1].place.skips:
            self._raw += data

    def _flush(self) -> None:
        """Send the bytes that wait as text; they wait so that those of one character stay together."""
        state, fonts = self._states[-1], self._finds.fonts
        font = fonts.font(state.face.font)
        plain = self._raw.isascii() and not font.symbols
        text = self._raw.decode("ascii" if plain else fonts.codec_of(state.face.font), "replace")
        self._raw.clear()
        if not plain:
            text = symbols(coded(text) if font.symbols else text, font.name)
        if text:
            state.place.text(text, state)

    def _group(self, sort: Sort) -> None:
        """Begin or end a group; what ends where nothing has begun is no end."""
        self._passed = 0
        if sort is Sort.OPEN:
            self._states.append(self._states[-1].inner())
            self._begun = True
        elif len(self._states) > 1:
            self._close(self._states.pop())

    @staticmethod
    def _close(state: State) -> None:
        if state.owner:
            state.place.close()

    def _word(self, token: Token, *, first: bool) -> None:
        word, state = token.word, self._states[-1]
        if state.place.skips:
            if word == "ud" and isinstance(state.place, Other):
                state.place = state.place.chosen
            return
        if state.starred and not self._known(word, state):
            return
        if word == "u":
            self._character(token.number or 0, state)
        elif word == "*":
            # Anywhere else than at the beginning of a group a star says nothing.
            state.starred = first
        elif word in _SIGNS:
            self._sign(_SIGNS[word], state)
        else:
            self._passed = 0
            self._obey(word, token.number, state)

    @staticmethod
    def _known(word: str, state: State) -> bool:
        """Tell whether a group with a star, which others may skip, is one to read; skip it if not."""
        state.starred = False
        if word not in OPENERS and word not in SHOWN:
            state.send(Skipped())
        return not state.place.skips

    def _character(self, number: int, state: State) -> None:
        """Send a character of Unicode; as many signs as stand for it are passed over."""
        code = number + 0x10000 if number < 0 else number
        self._passed = state.fallback
        if 0 < code <= _LARGEST:
            state.place.text(symbols(chr(code), self._finds.fonts.font(state.face.font).name), state)

    def _sign(self, sign: str, state: State) -> None:
        if self._passed:
            self._passed -= 1
        else:
            state.place.text(sign, state)

    def _obey(self, word: str, number: int | None, state: State) -> None:
        if word in OPENERS and len(self._states) > _OUTER:
            OPENERS[word](self._finds, state)
        elif word.startswith("m") and word.endswith("Pr"):
            # The properties of formulas hold signs that are drawn, not read.
            state.send(Skipped())
        elif word == "plain":
            state.face = Face(font=self._finds.fonts.usual)
        elif word == "pard":
            state.shape = Shape()
        elif word == "uc":
            state.fallback = max(number if number is not None else 1, 0)
        else:
            if self._finds.fonts.word(word, number):
                state.face.font = self._finds.fonts.usual
            elif not state.face.word(word, number):
                state.shape.word(word, number)
            state.place.word(word, number, state)
