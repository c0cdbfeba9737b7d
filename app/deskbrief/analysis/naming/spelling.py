"""How a name is written: spellings of one name brought to one form, and what no name looks like."""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})
#: Signs that stand in formulas, addresses and code, and in no name.
_STRANGE = re.compile(r"[<>=%@#|*~^$_{}\[\]†‡§]|[!?;:]\S|\(s?\d*$|\w[.]\w{2,}\.\w")
#: A number that is glued to the end of a word: the mark of a footnote.
_FOOTNOTE = re.compile(r"(?<=[a-z])[,.]\d{1,3}$|\[\d{1,3}$|\[\d{1,3}\]$")
#: Words cut short in references to law and journals, which stand before a full stop.
_CUT_WORDS = (
    "Litig Fed Reg Supp Cong Rec Stat Cir Rev Ch Intro Vol Ann App Civ Proc Bull Govt Assn Econ Pol Lett Int "
    "Eur Sci Soc Stud Psychol Admin Crim Comp Envtl Vit Ed Eds Univ"
)
_CUT = frozenset(_CUT_WORDS.split())
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}$|[A-Z]$")


def folded(written: str) -> str:
    """Return `written` in lower case, without accents, with plain apostrophes and hyphens."""
    plain = written.translate(_MARKS).lower()
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def without_footnotes(written: str) -> str:
    """Return `written` without a footnote's number at its end: "North America,22"."""
    return _FOOTNOTE.sub("", written).rstrip(" ,")


def is_strange(written: str) -> bool:
    """Tell whether `written` holds signs that names do not have, or brackets without their counterpart."""
    if written.count("“") != written.count("”") or written.count("(") != written.count(")"):
        return True
    # A bracket may close what stands before the name: "SME), Acme (AC".
    return ")" in written.partition("(")[0] or _STRANGE.search(written) is not None


def without_initials(written: str) -> str:
    """Return a person's name without the initials between the first name and the last: "Ana M. Ruiz"."""
    words = written.split()
    kept = [word for word in words[1:-1] if not _INITIALS.fullmatch(word)]
    return " ".join([*words[:1], *kept, *words[1:][-1:]])


def initials_of(written: str) -> str:
    """Return the letters of the initials between the first name and the last."""
    return "".join(word for word in written.split()[1:-1] if _INITIALS.fullmatch(word)).replace(".", "")


def is_cut_short(text: str, name: str, end: int) -> bool:
    """Tell whether a name that ends at `end` of `text` ends with a word of a reference cut short: "Fed."."""
    return text[end : end + 1] == "." and name.rpartition(" ")[2] in _CUT
