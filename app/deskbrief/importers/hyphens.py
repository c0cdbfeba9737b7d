"""Hyphens and dashes at the ends of lines: whether they go, or stay, when a word is put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST = re.compile(r"([^\W_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")
#: A close dash between words, or between the ends of a range: "9–", "years—".
_CLOSE_DASH = re.compile(r"[^\W_][–—]$")
_ADDRESS = re.compile(r"://|www\.|@")
#: An address of the web, the signs at which it is parted, and what can only be more of one.
_BEGUN, _PARTED = re.compile(r"\W{0,3}(?:https?://|www\.)"), frozenset("/?=&#_%~")
_MORE = re.compile(r"[^\s/.?=&_%]+[/.?=&_%][^\s.,;)]")
#: First parts of words that keep their hyphen when nothing else in the document speaks against it.
_KEEP = frozenset(
    """anti cross fifty first forty four full half high large long ninety quasi second
    self short single six sixty small third thirty three twenty two well year""".split()  # noqa: SIM905
)
#: The same where the second part is a word of the document: they also begin words that have no hyphen.
_KEEP_BEFORE_WORDS = frozenset(
    """all co ex job low micro mid mini mis multi non off on one part post pre pro real
    semi seven so state""".split()  # noqa: SIM905
)
#: Second parts that nearly always follow a hyphen.
_KEEP_AFTER = frozenset(
    """assigned backed based bound called centered centred centric created dominated
    driven enhancing facing fold friendly funded generated growing intensive led level
    making minded operated oriented owned purpose related resistant reviewed scale
    specific sponsored style term year""".split()  # noqa: SIM905
)
#: First parts of words that are written in one, and whose second part is a word as well: "with-out".
_CLOSED = frozenset(
    """any back can class every frame further here home mean more net news out over some
    there through under up web what when where which who with""".split()  # noqa: SIM905
)
#: Parts shorter than this are rather syllables than words.
SHORTEST = 3
#: In English "the" is at least this share of the words of a text.
THE = 0.01
#: A line is in capitals when so many of its letters are.
CAPITALS = 0.8


class LineWords:
    """The words of a text's lines, which tell whether a hyphen at the end of a line is part of a word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        parted = False
        for line in lines:
            found = [word[0].casefold() for word in _WORD.finditer(line)]
            # What a hyphen parts is no word, neither before nor after it.
            first, parted = int(parted), line.endswith("-")
            self._known.update(found[first:-1] if parted else found[first:])
        self._english = self._known["the"] >= THE * self._known.total()

    def drops(self, line: str, following: str) -> bool:
        """Tell whether the hyphen that ends `line` goes when `following` is joined to it.

        What the document writes elsewhere decides first, then what the two parts are.
        """
        last, first = _LAST.search(line), _FIRST.match(following)
        if not last or not first or not _is_one_case(line, last[1], first[0]):
            return False
        one, two = last[1].casefold(), first[0].casefold()
        if self._known[one + two]:
            return True
        if self._known[f"{one}-{two}"] or last[1].isdecimal():
            return False
        before, after = line.rpartition(" ")[2], following[first.end() : first.end() + 1]
        if after == "-" or _ADDRESS.search(before) or _is_sign(last[1], first[0]):
            return False
        if "-" in before[:-1] and self._known[two]:
            return False
        return not self._is_compound(one, two)

    def _is_compound(self, one: str, two: str) -> bool:
        if one in _KEEP or two in _KEEP_AFTER:
            return True
        if one in _KEEP_BEFORE_WORDS:
            return bool(self._known[two]) and len(two) >= SHORTEST
        if not self._english or one in _CLOSED or min(len(one), len(two)) < SHORTEST:
            return False
        return bool(self._known[one] and self._known[two])


def joins(line: str, following: str) -> bool:
    """Tell whether `following` goes on without a space: after a close dash ("9–", "14"), or in an address."""
    if _CLOSE_DASH.search(line[-2:]):
        return True
    address, rest = line.rpartition(" ")[2], following.split(maxsplit=1)[:1]
    if not rest or not _BEGUN.match(address):
        return False
    if rest[0][0] in _PARTED:
        return len(rest[0]) > 1
    return address[-1] in _PARTED and (rest[0] == following.strip() or bool(_MORE.match(rest[0])))


def _is_one_case(line: str, one: str, two: str) -> bool:
    """Tell whether `two` can go on with the word `one`: in small letters, or in capitals on such a line."""
    if two[0].islower():
        return True
    letters = [letter for letter in line if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return one.isupper() and two.isupper() and capitals >= CAPITALS * len(letters)


def _is_sign(one: str, two: str) -> bool:
    """Tell whether `one` is a letter, an acronym or a sign with figures, as in "X-ray" and "NATO-led"."""
    if not two.islower():
        return False
    return len(one) == 1 or any(sign.isdigit() for sign in one) or sum(map(str.isupper, one)) > 1
