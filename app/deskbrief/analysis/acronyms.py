"""Short forms and the long forms that the text gives for them.

The method is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003): in "long form (SF)" the letters of the short form are matched from the right, and
the first one must begin a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.document.outline import Acronym

_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")
_SHORT = re.compile(r"[^\W_](?:[^\W_]|[.&/-]){1,9}s?")
#: Small words that no long form begins with.
_JOINING = frozenset(["of", "and", "the", "for", "in", "on", "to", "a", "an", "or", "by"])
_WORDS_BEFORE = re.compile(r"\S+")


def acronyms_in(text: str, start: int = 0) -> Iterator[Acronym]:
    """Yield the acronyms that `text` defines; `start` is where it begins in the document."""
    for match in _BRACKETS.finditer(text):
        inner = match[1].split(",")[0].split(";")[0].strip().strip("\"'“”‘’")
        if _is_short(inner):
            long = _long_form(
                inner.removesuffix("s") if inner[-2:-1].isupper() else inner, text, match.start()
            )
            if long is not None:
                at, end = long
                yield Acronym(inner, " ".join(text[at:end].split()), start + at, start + match.end())


def _is_short(written: str) -> bool:
    if not _SHORT.fullmatch(written):
        return False
    capitals = sum(sign.isupper() for sign in written)
    return capitals >= 2 or (capitals == 1 and len(written) == 1)


def _long_form(short: str, text: str, bracket: int) -> tuple[int, int] | None:
    """Return where the long form stands before the bracket, or none."""
    letters = [sign.lower() for sign in short if sign.isalnum()]
    low = max(text.rfind("\n", 0, bracket) + 1, bracket - 120)
    before = text[low:bracket].rstrip()
    if before.endswith(")"):  # "the Criminal Code (Cap 68) (“CC”)"
        before = before[: before.rfind("(") + 1].rstrip(" (")
    words = list(_WORDS_BEFORE.finditer(before))[-min(len(letters) + 5, 2 * len(letters)) :]
    if not words:
        return None
    at = _matched(letters, before, words[0].start())
    if at is None or before[at:].isupper() or len(before) - at <= len(short):
        return None
    if short in before[at:].split():
        return None
    return low + at, low + len(before)


def _matched(letters: list[str], before: str, low: int) -> int | None:
    """Return where the long form begins: every letter found from the right, the first at a word's start."""
    at = len(before)
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= low and not (
            before[at].lower() == letters[number] and (number or _begins_word(before, at))
        ):
            at -= 1
        if at < low:
            return None
    return at


def _begins_word(before: str, at: int) -> bool:
    """Tell whether a word that a name can begin with begins at `at`: no "of" or "the"."""
    if at > 0 and before[at - 1].isalnum():
        return False
    return before[at : at + 4].partition(" ")[0] not in _JOINING
