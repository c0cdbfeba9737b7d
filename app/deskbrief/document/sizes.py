"""Sizes of files, of texts in words, and shares in words."""

from __future__ import annotations

import math
import re


def megabytes(size: int) -> str:
    """Return a number of bytes in megabytes, rounded up: what is too large never looks as if it fitted."""
    tenths = math.ceil(size / 1024 / 1024 * 10)
    return f"{tenths / 10:,.1f}".removesuffix(".0") + " MB"


def percent(share: float) -> str:
    """Return a share from 0 to 1 as it is written everywhere: "98 %"."""
    return f"{share * 100:.0f} %"


#: What is less than all, however little is missing, is told as no more than this.
NEARLY_ALL = 0.99


def percent_read(share: float) -> str:
    """Return how much of a file was read, in percent; what is not all does not look like all."""
    return percent(share if share >= 1 else min(share, NEARLY_ALL))


#: Chinese and Japanese signs: each is read in about the time of an English word.
_SIGNS = "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: Thai, Lao, Burmese and Khmer, whose words have about so many letters.
_UNSPACED, _LETTERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff", 5
#: What texts without any of these never hold. The patterns of these themselves take milliseconds to compile,
#: so that is done for the texts that need them.
_FARTHER = re.compile("[^\0-\u0dff\u1e00-\u2fff]")


def words_in(text: str) -> int:
    """Return the number of words that white space separates, signs of scripts without spaces counted apart.

    A Chinese or Japanese sign counts as one word, as word processors count them: 255 signs of Chinese are
    read in a minute, and 228 words of English (Trauzettel-Klosinski and Dietz 2012). Of Thai, Lao, Burmese
    and Khmer five letters make a word.
    """
    if _FARTHER.search(text) is None:
        return len(text.split())
    signs, letters = len(re.findall(f"[{_SIGNS}]", text)), len(re.findall(f"[{_UNSPACED}]", text))
    if not signs and not letters:
        return len(text.split())
    rest = re.sub(f"[{_SIGNS}{_UNSPACED}]", " ", text).split()
    return signs + round(letters / _LETTERS) + sum(re.search(r"[^\W_]", word) is not None for word in rest)
