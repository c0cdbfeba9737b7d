"""Names of bodies with and without their country, and the initials that stand for them."""

from __future__ import annotations

#: How the names of bodies of one country begin, in small letters.
_COUNTRIES = ("united states ", "u.s. ", "us ", "u.s ")
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "&"})
#: Words for bodies, by which one is named again: "the World Bank", "the Bank"; "Bank of England", "the Bank".
_WORDS = frozenset(
    """academy agency assembly association authority bank board bureau chamber commission committee congress
    consortium council court department directorate federation foundation fund institute ministry organisation
    organization parliament secretariat senate taskforce tribunal union university""".split()  # noqa: SIM905
)
#: Words of the shortest name that stays clear without its country, and that initials stand for.
_FEWEST = 3


def by_country(key: str) -> str:
    """Return a folded name without the country before it, where enough words are left to know it by."""
    for opening in _COUNTRIES:
        bare = key.removeprefix(opening)
        if bare != key and len(bare.split()) >= _FEWEST:
            return bare
    return key


def word_for(key: str) -> str:
    """Return the word for a body in its folded name, by which it is named again; "" for none."""
    words = key.split()
    head = words[0] if len(words) > 2 and words[1] in _SMALL else words[-1]
    return head if len(words) > 1 and head in _WORDS else ""


def ends_of(key: str) -> set[str]:
    """Return the ends of a folded name, of two words or more, that may stand for it.

    One that says a word twice is several names in a row, as in a box beside an article.
    """
    words = key.split()
    if len(set(words)) < len(words):
        return set()
    return {" ".join(words[at:]) for at in range(1, len(words) - 1) if words[at] not in _SMALL}


def short_of(key: str) -> str:
    """Return the initials of a folded name of enough words, "" else."""
    words = [word for word in key.replace("-", " ").split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) >= _FEWEST else ""
