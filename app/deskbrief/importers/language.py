"""The language of a text, by what it says of itself and by its words."""

from __future__ import annotations

import re

from deskbrief.document.tongues import settled_tongue

#: How much of a text is looked at.
LOOK = 20_000
#: Words needed before anything is said, and the share of them that must be common English words.
FEWEST_WORDS, ENGLISH_SHARE = 12, 0.18

_WORD = re.compile(r"[a-z']{1,30}")
#: Frequent English words that are no words of the languages that share its letters.
_ENGLISH = frozenset(
    """the and of to that is was for it with as his on be at by this had not are but from or have they which
    you were their would there been has when who will more if out what up about into than them can only
    other time could these two may then do any some should its our also after
    most""".split()  # noqa: SIM905
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


def guess_language(text: str, declared: str = "") -> str:
    """Return a BCP 47 primary language subtag, an empty string where it cannot be told.

    What is declared counts, unless the text plainly is in English and that is not, or the other way round.
    """
    tag = _TAG.match(declared.strip())
    settled = settled_tongue(text, tag[0].lower() if tag else "")
    if settled:
        return settled
    words = _WORD.findall(text[:LOOK].lower().replace("’", "'"))
    if len(words) < FEWEST_WORDS:
        return ""
    share = sum(word in _ENGLISH for word in words) / len(words)
    return "en" if share >= ENGLISH_SHARE else ""
