"""Signs of a PDF that fonts of symbols draw for letters, and letters that stand for bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from deskbrief.importers.office_symbols import coded, sign_of, symbols
from deskbrief.importers.pdf_segments import Segment, Stretch

BULLET = "•"
#: So many signs of one kind on a page, which start at one edge but for so many points, may be bullets.
FEWEST, NEAR = 3, 2.0
#: Bullets that are letters differ from the size of their text by more than this share of it.
OTHER_SIZE = 0.15

#: Fonts that draw signs for the codes of letters, by their names.
_SYMBOLIC = re.compile(
    r"(?P<name>wingdings)[ -]?(?P<number>[23]?)|webdings|monotype ?sorts|marlett|\w{0,30}bullets?\b",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"symbol(?:mt|ps)?\b", re.IGNORECASE)
#: Letters that fonts of symbols draw as bullets; others that begin lines are notes, questions and answers.
_BULLET_LETTERS = frozenset("lmnoqrtuvwyz§Øï")
#: What says yes or no, by the codes of Wingdings: a cross, a tick, and boxes with them.
_CHECKS = frozenset({0xFB, 0xFC, 0xFD, 0xFE})
_PRIVATE = re.compile(r"[\uf020-\uf0ff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def name_signs(segments: Sequence[Segment]) -> None:
    """Give the signs of `segments`, those of one page, the letters that stand for what they look like."""
    fonts = {stretch.face.font for segment in segments for stretch in segment.stretches}
    kinds = {font: kind for font in fonts if (kind := _kind(font)) is not None}
    for segment in segments if kinds else ():
        for number, stretch in enumerate(segment.stretches):
            kind = kinds.get(stretch.face.font)
            if kind is not None:
                stretch.text = _signs(stretch.text, kind, first=not number)
    begun = [one for one in segments if len(one.stretches) > 1 and len(one.stretches[0].text) < FEWEST]
    if len(begun) >= FEWEST:
        _name_letters(begun)


def _kind(font: str) -> str | None:
    """Return what `office_symbols` calls a font of symbols, which may not be known to it, or None."""
    if _SYMBOL.match(font):
        return "symbol"
    found = _SYMBOLIC.match(font)
    if found is None:
        return None
    return f"{found['name'] or ''} {found['number'] or ''}".strip().lower()


def _signs(text: str, kind: str, *, first: bool) -> str:
    """Return `text` in a font of symbols as the signs it shows; a lone one at the `first` is a bullet.

    Ticks and crosses, which say yes or no, stay what they are.
    """
    if kind == "symbol":
        return symbols(text, kind) if _PRIVATE.search(text) else text
    bare = text.strip()
    if first and len(bare) == 1:
        code = ord(bare) & 0xFF
        told = code in _CHECKS and kind == "wingdings"
        return text.replace(bare, sign_of(code, kind) if told else BULLET)
    if kind not in ("wingdings", "wingdings 2"):
        return text
    signs = text if _PRIVATE.search(text) else coded(text)
    return "".join(
        (sign_of(ord(code) & 0xFF, kind) or sign) if "\uf000" <= code <= "\uf0ff" else sign
        for code, sign in zip(signs, text, strict=True)
    )


def _name_letters(segments: Sequence[Segment]) -> None:
    """Make bullets of letters that begin lines of a page one below the other, in a size of their own."""
    begins: dict[str, list[Segment]] = {}
    for segment in segments:
        letter = _lone_letter(segment.stretches)
        if letter:
            begins.setdefault(letter, []).append(segment)
    for letter, found in begins.items():
        if len(found) < FEWEST or any(abs(one.left - two.left) > NEAR for one, two in pairwise(found)):
            continue
        for segment in found:
            first = segment.stretches[0]
            first.text = _CONTROL.sub(" ", first.text.replace(letter, BULLET))


def _lone_letter(stretches: Sequence[Stretch]) -> str:
    """Return the letter alone with which a line begins whose text is larger or smaller, or nothing."""
    if len(stretches) < 2:
        return ""
    first, then = stretches[:2]
    letter = _CONTROL.sub("", first.text).strip()
    size = then.face.size or 1.0
    apart = then.text[:1].isspace() or first.text != letter
    other = abs(first.face.size - size) > OTHER_SIZE * size
    drawn = letter in _BULLET_LETTERS or not letter.isascii()
    return letter if len(letter) == 1 and letter.isalpha() and drawn and apart and other else ""
