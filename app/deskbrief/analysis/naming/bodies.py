"""Names of bodies with and without their country, and the initials that stand for them."""

from __future__ import annotations

#: How the names of bodies of one country begin, in small letters.
_COUNTRIES = ("united states ", "u.s. ", "us ", "u.s ")
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "&"})
#: Words of the shortest name that stays clear without its country, and that initials stand for.
_FEWEST = 3


def by_country(key: str) -> str:
    """Return a folded name without the country before it, where enough words are left to know it by."""
    for opening in _COUNTRIES:
        bare = key.removeprefix(opening)
        if bare != key and len(bare.split()) >= _FEWEST:
            return bare
    return key


def short_of(key: str) -> str:
    """Return the initials of a folded name of enough words, "" else."""
    words = [word for word in key.replace("-", " ").split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) >= _FEWEST else ""
