"""Fonts of symbols: the signs that they show for the codes of letters."""

from __future__ import annotations

from collections.abc import Mapping

#: What the font "Symbol" shows for the codes from 0x41 and from 0xA1; a space stands for no sign.
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL: Mapping[int, str] = {
    **dict(enumerate(_GREEK, start=0x41)),
    **dict(enumerate(_SIGNS, start=0xA1)),
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x40: "≅",
    0x7E: "∼",
    0xF1: "〉",
    0xF2: "∫",
}
_WINGDINGS: Mapping[int, str] = {
    0x28: "☎",
    0x2A: "✉",
    0x46: "☞",
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Mapping[int, str] = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "•",
    0xA3: "□",
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}
#: Where the codes of symbols stand in Unicode.
_FIRST, _LAST = 0xF000, 0xF0FF
_BULLET = 0xB7


def coded(text: str) -> str:
    """Return letters that were written in a font of symbols as the codes of those symbols."""
    return "".join(chr(_FIRST + ord(sign)) if "\x20" < sign <= "\xff" else sign for sign in text)


def symbols(text: str, font: str) -> str:
    """Return `text` with the codes of symbols in it as the signs that `font` shows for them."""
    if text.isascii():
        return text
    return "".join(
        _symbol(ord(sign) - _FIRST, font.casefold()) if _FIRST <= ord(sign) <= _LAST else sign
        for sign in text
    )


def _symbol(code: int, font: str) -> str:
    if font == "symbol":
        return _SYMBOL.get(code, chr(code))
    return sign_of(code, font) or "•"


def sign_of(code: int, font: str) -> str:
    """Return the sign that `font` shows for one of its own codes, from 0; empty where it is not known."""
    return "•" if code == _BULLET else _FONTS.get(font.casefold(), _WINGDINGS).get(code, "")


def is_symbolic(font: str) -> bool:
    """Tell whether a font shows signs for the codes of letters."""
    return font.casefold() in _FONTS
