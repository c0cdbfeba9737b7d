"""The code pages of RTF, by their numbers and by the character sets of fonts; fonts of symbols."""

from __future__ import annotations

from collections.abc import Mapping

#: The code page where a file names none.
USUAL = "cp1252"
#: The character set of fonts whose letters are symbols.
SYMBOLS = 2

_PAGES: Mapping[int, str] = {
    **{page: f"cp{page}" for page in (437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865)},
    **{page: f"cp{page}" for page in (866, 869, 874, 932, 949, 950, *range(1250, 1259))},
    936: "gbk",
    1361: "johab",
    10000: "mac_roman",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10081: "mac_turkish",
    20866: "koi8_r",
    21866: "koi8_u",
    28592: "iso8859_2",
    28605: "iso8859_15",
    54936: "gb18030",
    65001: "utf-8",
}
_CHARSETS: Mapping[int, int] = {
    0: 1252,
    77: 10000,
    78: 932,
    79: 949,
    80: 936,
    81: 950,
    83: 1255,
    84: 1256,
    85: 1253,
    86: 10081,
    87: 874,
    88: 10029,
    89: 10007,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    254: 437,
    255: 850,
}
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
#: Where the codes of symbols stand in Unicode.
_FIRST, _LAST = 0xF000, 0xF0FF
_BULLET = 0xB7


def page_codec(page: int) -> str:
    """Return the name of the codec for a code page, or the usual one."""
    return _PAGES.get(page, USUAL)


def charset_codec(charset: int) -> str:
    """Return the name of the codec for the character set of a font; empty where it says nothing."""
    return _PAGES[_CHARSETS[charset]] if charset in _CHARSETS else ""


def mended(text: str) -> str:
    """Return `text` with the halves of characters that were written one by one put together."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


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
    return "•" if code == _BULLET else _WINGDINGS.get(code, "•")
