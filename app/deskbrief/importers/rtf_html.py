"""Pages that mail programs enclose in RTF (MS-OXRTFEX): the mark-up as it was, with the text between."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from deskbrief.importers.rtf_codepages import USUAL, charset_codec, mended, page_codec
from deskbrief.importers.rtf_tokens import Sort, Token, tokens

#: How far into a file it says that it encloses a page.
LOOK = 4096

_SAID = re.compile(rb"\\fromhtml1?(?![0-9])")
#: Groups that hold no text of the page.
_SKIPPED = frozenset({"colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "footnote"})
_SIGNS = {
    "par": "\r\n",
    "line": "\r\n",
    "tab": "\t",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "~": "\u00a0",
    "_": "\u00ad",
}


def encloses_page(data: bytes) -> bool:
    """Tell whether an RTF file says that it encloses a page."""
    return _SAID.search(data[:LOOK]) is not None


def enclosed_page(data: bytes) -> str:
    """Return the page that an RTF file encloses."""
    return _Opener().page(data)


@dataclass(slots=True)
class _Group:
    """What holds in one group: mark-up or text, or neither; and how its letters are written."""

    tag: bool = False
    skipped: bool = False
    fonts: bool = False
    only_rtf: bool = False
    starred: bool = False
    font: int = 0
    fallback: int = 1


class _Opener:
    """Writes the page down while it goes through the tokens of the file."""

    def __init__(self) -> None:
        self._groups = [_Group()]
        self._codecs: dict[int, str] = {}
        self._codec = USUAL
        self._raw = bytearray()
        self._parts: list[str] = []
        self._passed = 0

    def page(self, data: bytes) -> str:
        """Return the page in `data`."""
        for token in tokens(data):
            if token.sort is Sort.BYTES:
                self._bytes(token.data)
                continue
            self._flush()
            if token.sort is Sort.OPEN:
                self._groups.append(replace(self._groups[-1], starred=False))
                self._passed = 0
            elif token.sort is Sort.CLOSE:
                del self._groups[max(len(self._groups) - 1, 1) :]
                self._passed = 0
            else:
                self._word(token, self._groups[-1])
        self._flush()
        return mended("".join(self._parts))

    def _bytes(self, data: bytes) -> None:
        count = min(self._passed, len(data))
        self._passed -= count
        if self._is_kept():
            self._raw += data[count:]

    def _is_kept(self) -> bool:
        group = self._groups[-1]
        return not (group.skipped or group.fonts) and (group.tag or not group.only_rtf)

    def _flush(self) -> None:
        if self._raw:
            codec = self._codecs.get(self._groups[-1].font, "") or self._codec
            self._write(self._raw.decode(codec, "replace"))
            self._raw.clear()

    def _write(self, text: str) -> None:
        if self._is_kept():
            self._parts.append(text if self._groups[-1].tag else escape(text, quote=False))

    def _word(self, token: Token, group: _Group) -> None:
        word, number = token.word, token.number
        if word == "u":
            self._write(chr((number or 0) % 0x10000) if number else "")
            self._passed = group.fallback
        elif word in _SIGNS and self._passed:
            self._passed -= 1
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word == "uc":
            group.fallback = max(number if number is not None else 1, 0)
        else:
            self._obey(word, number, group)

    def _obey(self, word: str, number: int | None, group: _Group) -> None:
        if word == "*":
            group.starred = True
        elif word == "htmltag":
            group.tag, group.starred = True, False
        elif word == "htmlrtf":
            group.only_rtf = number != 0
        elif word == "fonttbl":
            group.fonts = True
        elif word == "f":
            group.font = number or 0
        elif word == "fcharset" and group.fonts:
            self._codecs[group.font] = charset_codec(number or 0)
        elif word == "ansicpg":
            self._codec = page_codec(number or 0)
        elif group.starred or word in _SKIPPED:
            group.skipped = True
