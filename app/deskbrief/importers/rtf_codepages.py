"""The code pages of RTF, by their numbers and by the character sets of fonts."""

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
