"""Which script a stretch of text is in, for the language tags that readers aloud and fonts go by."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple


class Script(NamedTuple):
    """A script: a BCP 47 tag for text in it, and the tags by which Word knows complex and East Asian text."""

    tag: str
    complex: str = ""
    eastern: str = ""


LATIN = Script("und-Latn")
HAN = Script("und-Hani", eastern="zh-CN")
KANA = Script("ja", eastern="ja-JP")
#: First code points of the ranges that each script has; up to the next, and what is in no script is Latin.
_RANGES: tuple[tuple[int, Script], ...] = (
    (0x0000, LATIN),
    (0x0370, Script("el")),
    (0x0400, Script("und-Cyrl")),
    (0x0530, Script("hy")),
    (0x0590, Script("he", complex="he-IL")),
    (0x0600, Script("und-Arab", complex="ar-SA")),
    (0x0700, Script("und-Syrc", complex="syr-SY")),
    (0x0750, Script("und-Arab", complex="ar-SA")),
    (0x0780, Script("dv", complex="dv-MV")),
    (0x07C0, Script("und-Nkoo", complex="ar-SA")),
    (0x0800, Script("und", complex="ar-SA")),
    (0x0860, Script("und-Arab", complex="ar-SA")),
    (0x0900, Script("und-Deva", complex="hi-IN")),
    (0x0980, Script("und-Beng", complex="bn-IN")),
    (0x0A00, Script("und-Guru", complex="pa-IN")),
    (0x0A80, Script("gu", complex="gu-IN")),
    (0x0B00, Script("or", complex="or-IN")),
    (0x0B80, Script("ta", complex="ta-IN")),
    (0x0C00, Script("te", complex="te-IN")),
    (0x0C80, Script("kn", complex="kn-IN")),
    (0x0D00, Script("ml", complex="ml-IN")),
    (0x0D80, Script("si", complex="si-LK")),
    (0x0E00, Script("th", complex="th-TH")),
    (0x0E80, Script("lo", complex="lo-LA")),
    (0x0F00, Script("und-Tibt", complex="bo-CN")),
    (0x1000, Script("und-Mymr", complex="my-MM")),
    (0x10A0, Script("ka")),
    (0x1100, Script("ko", eastern="ko-KR")),
    (0x1200, Script("und-Ethi")),
    (0x13A0, LATIN),
    (0x1780, Script("km", complex="km-KH")),
    (0x1800, Script("und-Mong", complex="mn-Mong")),
    (0x18B0, LATIN),
    (0x1F00, Script("el")),
    (0x2000, LATIN),
    (0x2DE0, Script("und-Cyrl")),
    (0x2E00, LATIN),
    (0x2E80, HAN),
    (0x3040, KANA),
    (0x3130, Script("ko", eastern="ko-KR")),
    (0x3190, HAN),
    (0x31F0, KANA),
    (0x3200, HAN),
    (0xA000, LATIN),
    (0xAC00, Script("ko", eastern="ko-KR")),
    (0xD7FC, LATIN),
    (0xF900, HAN),
    (0xFB00, LATIN),
    (0xFB1D, Script("he", complex="he-IL")),
    (0xFB50, Script("und-Arab", complex="ar-SA")),
    (0xFE00, LATIN),
    (0xFE70, Script("und-Arab", complex="ar-SA")),
    (0xFEFF, LATIN),
    (0xFF66, KANA),
    (0xFFA0, Script("ko", eastern="ko-KR")),
    (0xFFE0, LATIN),
    (0x10800, Script("und", complex="ar-SA")),
    (0x11000, LATIN),
    (0x1E800, Script("und", complex="ar-SA")),
    (0x1F000, LATIN),
    (0x20000, HAN),
    (0x40000, LATIN),
)
_STARTS = tuple(start for start, _ in _RANGES)
#: The scripts of languages that are not written in Latin letters; others are taken for Latin.
_WRITTEN = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug", "sd", "ckb"), "und-Arab"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), "und-Cyrl"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "und-Deva"),
    **dict.fromkeys(("bn", "as"), "und-Beng"),
    **dict.fromkeys(("he", "yi"), "he"),
    "zh": "und-Hani",
    "pa": "und-Guru",
    "bo": "und-Tibt",
    "my": "und-Mymr",
    "am": "und-Ethi",
    **{tag: tag for tag in ("el", "hy", "dv", "gu", "or", "ta", "te", "kn", "ml", "si", "th", "lo", "ka")},
    **{tag: tag for tag in ("ko", "ja", "km")},
}


def stretches(text: str) -> Iterator[tuple[str, Script]]:
    """Yield `text` in stretches of one script; what belongs to none goes with what stands around it."""
    if text.isascii():
        yield text, LATIN
        return
    own = [_script(character) for character in text]
    japanese = KANA in own
    around: Script = next((script for script in own if script), LATIN)
    following = around
    ahead: list[Script] = []
    for script in reversed(own):
        following = script or following
        ahead.append(following)
    ahead.reverse()
    settled: list[Script] = []
    for script, after in zip(own, ahead, strict=True):
        # A neutral character between two stretches of one script is part of it; else it is the text's own.
        around = script or (around if around == after else LATIN)
        settled.append(KANA if japanese and around == HAN else around)
    at = 0
    for script, group in groupby(settled):
        length = sum(1 for _ in group)
        yield text[at : at + length], script
        at += length


def is_expected(script: Script, language: str) -> bool:
    """Tell whether text in `language` is in `script` anyway, so that nothing need be said."""
    primary = language.split("-", maxsplit=1)[0].lower()
    written = _WRITTEN.get(primary, LATIN.tag)
    return script.tag == written or (primary == "ja" and script is HAN)


def _script(character: str) -> Script | None:
    """Return the script of a letter or mark, and None for what any script uses."""
    if unicodedata.category(character)[0] not in "LM":
        return None
    if unicodedata.bidirectional(character) == "NSM" and ord(character) < 0x370:
        return None
    return _RANGES[bisect_right(_STARTS, ord(character)) - 1][1]
