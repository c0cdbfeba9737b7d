"""Markers of list items that are typed like other text: bullets, letters and numbers, and their order."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Lines between two letter markers of one sequence, at most.
REACH = 40

#: Dashes, dots, arrows and ticks, and those of the fonts Symbol and Wingdings by their numbers there.
_BULLET = re.compile(
    r"[-•–‣▪●◦○■□·⁃∙➢✓+▶►▸➤➔→★☆✔✗✘❖◆◇▹❑❒¤\uf02d\uf06c\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]"
    r"(?=[ \t\u00a0])|o(?=[ \t\u00a0]{2})"
    # Several asterisks stand for words that are left out.
    r"|\*(?=[ \t\u00a0])(?!(?:[ \t\u00a0]*\*){1,9}(?:[ \t\u00a0]|$))"
)
_NUMBER = re.compile(r"\(?\d{1,3}[.)](?=[ \t\u00a0])(?![ \t\u00a0]\d{3}-\d)")
_LETTER = re.compile(r"\(?([a-zA-Z]|[ivxIVX]{2,5})[.)](?=[ \t\u00a0])")
#: What the first item of a list is called, by the sort of the list.
_FIRST = {"a": "letters", "i": "Roman numbers", "1": "numbers"}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def bullet_of(text: str) -> str:
    """Return the bullet that `text` begins with, or an empty string."""
    found = _BULLET.match(text)
    return found[0] if found else ""


def number_of(text: str) -> str:
    """Return the number marker that `text` begins with, such as "3." or "(3)", or an empty string."""
    found = _NUMBER.match(text)
    return found[0] if found else ""


def letter_of(text: str) -> str:
    """Return the letter marker that `text` begins with, such as "b)" or "(iv)", or an empty string."""
    found = _LETTER.match(text)
    return found[0] if found else ""


def enumerated(texts: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the lines whose letter or number has its neighbour in the order close by."""
    return in_sequence([(at, enumerator_of(text)) for at, text in enumerate(texts)])


def enumerator_of(text: str) -> str:
    """Return the letter or number that `text` begins with, such as "(b)" or "2)"; no initials: "B. Jones"."""
    found = letter_of(text) or number_of(text)
    return "" if found[:1].isupper() and found[-1:] == "." else found


def in_sequence(found: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Return those of the numbered markers that are followed, or come after, by their neighbour soon."""
    marked = [(at, marker.strip("()."), form_of(marker)) for at, marker in found if marker]
    sure: set[int] = set()
    for index, (at, label, form) in enumerate(marked):
        for near, other, alike in marked[index + 1 : index + 6]:
            if near - at <= REACH and form == alike and follows(label, other):
                sure |= {at, near}
                break
    return frozenset(sure)


def form_of(marker: str) -> str:
    """Return what markers of one sequence have in common: their brackets, and capitals or none."""
    return "".join(map(_kind, marker[:1] + marker[-2:]))


def _kind(sign: str) -> str:
    if sign.isdecimal():
        return "1"
    return sign if not sign.isalpha() else "A" if sign.isupper() else "a"


def follows(label: str, other: str) -> bool:
    """Tell whether the letter or number `other` comes right after `label`."""
    return other.casefold() in _successors(label.casefold())


def _successors(label: str) -> tuple[str, ...]:
    if label.isdecimal():
        return (str(int(label) + 1),)
    after = chr(ord(label) + 1) if len(label) == 1 else ""
    roman = _ROMAN[_ROMAN.index(label) + 1] if label in _ROMAN[:-1] else ""
    return tuple(word for word in (after, roman) if word)


def is_bullet(marker: str) -> bool:
    """Tell whether `marker` is a bullet, and no letter or number."""
    return bool(bullet_of(f"{marker} "))


def depth_of(marker: str, around: list[tuple[str, str]]) -> int:
    """Return how deep the item with `marker` is: its list goes on or begins again, or is in the item above.

    `around` holds the sort and last label of each list that the item before stands in, and is brought up to
    date. There are few sorts, and each is there once at most, so that no list is ever deep.
    """
    form, label = form_of(marker), marker.strip("().")
    alike = [at for at, (sort, _) in enumerate(around) if sort.startswith(form)]
    at = next((at for at in alike if follows(around[at][1], label)), None)
    sort = f"{form} {_FIRST.get(label.casefold(), '')}"
    if at is None and label.casefold() in _FIRST:
        at = next((at for at in alike if around[at][0] == sort), None)
    elif at is None and alike:
        at = alike[-1]
    sort = sort if at is None else around[at][0]
    del around[len(around) if at is None else at :]
    around.append((sort, label))
    return len(around) - 1
