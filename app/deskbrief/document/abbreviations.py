"""Words that a dot shortens: where a full stop ends no sentence."""

from __future__ import annotations

import re

#: Titles, and words that never stand last.
_NEVER_LAST = frozenset(
    """adm amb asst brig capt cf cmdr col dr e.g gen gov hon i.e lt maj messrs mlle mme mr mrs ms prof rep
    rev sen sgt supt viz vs""".split()  # noqa: SIM905
)
#: Words that stand before a number; without one after them they are words like others.
_NUMBERED = frozenset(
    "app arts art ch cl eq eqs exh fig figs no nos p para paras pp pt pts sec secs tit vol vols".split()  # noqa: SIM905
)
#: Words of citations of law and of reports, which go on with a number or with the next short form.
_CITED = frozenset("ann cir cong ct fed pub rec reg rept sess stat supp".split())  # noqa: SIM905
#: Words that may stand last, as what follows tells.
_AT_TIMES_LAST = frozenset(
    """al apr approx assn aug ave blvd bros co corp dec dept dist ed eds est feb fri ft govt inc jan jr jul
    jun ltd mar mon mt nov oct ph.d sat sep sept sr st sun thu thur thurs tue tues univ
    wed""".split()  # noqa: SIM905
)
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_NUMBER = re.compile(r"[\[(]?(?:[\d§#]|[IVXLC]+\b|[A-Z]{1,6}[-/.]?\d)")
_SHORT_FORM = re.compile(r"[A-Z][a-z]{0,4}\.")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"']{1,20}$")
#: Languages in which a number with a dot is an ordinal, as in "am 3. März".
_ORDINALS = frozenset("bs cs da de et fi hr hu is lb lv nb nn no pl sk sl sr tr".split())  # noqa: SIM905


def dots_ordinals(language: str) -> bool:
    """Tell whether `language`, a BCP 47 tag, writes ordinals as a number with a dot."""
    return language.partition("-")[0].lower() in _ORDINALS


def word_before(text: str, end: int, start: int = 0) -> str:
    """Return the word that ends at `end`, in small letters and without what opens it; "" for none."""
    found = _WORD_BEFORE.search(text, max(end - 20, start), end)
    return found[0].lower() if found else ""


def only_shortens(text: str, dot: int) -> bool:
    """Tell whether the dot at `dot` shortens a word that ends no sentence: "Pub. L. 107", "Gen. Ruiz"."""
    word = word_before(text, dot)
    certain = word in _NEVER_LAST or word in _NUMBERED or word in _CITED
    return certain and goes_on(word, text[dot + 1 : dot + 41].lstrip())


def goes_on(word: str, follows: str, *, ordinals: bool = False) -> bool:
    """Tell whether the dot after `word`, before the text `follows`, only shortens the word.

    `word` is in small letters, `follows` has no white space in front. With `ordinals` the dot after one or
    two digits makes them an ordinal.
    """
    if not follows:
        return False
    if word in _NEVER_LAST or (ordinals and len(word) <= 2 and word.isdigit()):
        return True
    if word in _NUMBERED:
        return bool(_NUMBER.match(follows))
    if word in _CITED:
        return bool(_NUMBER.match(follows) or _SHORT_FORM.match(follows))
    if word in _AT_TIMES_LAST or _DOTTED.fullmatch(word):
        return not _opens(follows)
    return len(word) == 1 and word.isalpha() and word != "i"


_OPENERS = frozenset(
    """a according after also although an and as at because before but by for from he her his however i if
    in it its later many now on others our she since some such that the their then there these they this
    those though to we when while with you""".split()  # noqa: SIM905
)


def _opens(follows: str) -> bool:
    """Tell whether the word after a shortened one is one that begins sentences."""
    word = follows.split(maxsplit=1)[0]
    return word.lower() in _OPENERS and word[0].isupper()
