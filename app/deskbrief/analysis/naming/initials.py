"""Names of persons without middle names and initials, and initials that stand for a full name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deskbrief.analysis.naming.persons import GIVEN, PARTICLES
from deskbrief.analysis.naming.spelling import folded, without_initials

#: A name of initials and a surname: "T. Riik", "J.B. Attridge".
_SHORT = re.compile(r"(?:[A-Z]\.[ ]?){1,3}[A-Z][\w’'-]{1,30}")
_INITIAL = re.compile(r"[A-Z](?=\.)")
#: Where somebody is from, behind the name: "Peter Gordon of Marsh".
OF = re.compile(r"[ ]of[ ][A-Z].*$")


def without_origin(name: str) -> str:
    """Return a name without where its bearer is from; "Catherine of Aragon" has no other name."""
    bare = OF.sub("", name)
    return bare if " " in bare else name


def first_and_last(name: str) -> str:
    """Return the folded name without initials, middle names, and where its bearer is from."""
    words = folded(without_initials(without_origin(name))).split()
    middle = words[1:-1] if words and words[0] in GIVEN and not PARTICLES.intersection(words) else []
    return f"{words[0]} {words[-1]}" if middle else " ".join(words)


def middle(name: str) -> str:
    """Return the folded names that stand between the first and the last."""
    return " ".join(folded(without_initials(without_origin(name))).split()[1:-1])


def full_names(names: Mapping[str, str]) -> dict[str, str]:
    """Return, of persons' `names` by key, the key of the one full name for each that is told by initials.

    Where two fit ("Robert" and "Richard Smith" for "R. Smith") nobody is meant for certain.
    """
    short = {key for key, name in names.items() if _SHORT.fullmatch(name)}
    full: dict[str, list[str]] = {}
    for key, name in names.items() if short else ():
        if key not in short and " " in name:
            full.setdefault(_surname(name), []).append(key)
    found: dict[str, str] = {}
    for key in short:
        fitting = [one for one in full.get(_surname(names[key]), ()) if _fits(names[key], names[one])]
        if len(fitting) == 1:
            found[key] = fitting[0]
    return dict(sorted(found.items()))


def _surname(name: str) -> str:
    return folded(name.rsplit(maxsplit=1)[-1].rpartition(".")[2])


def _fits(short: str, full: str) -> bool:
    """Tell whether the initials of a short name are those that a full one begins with."""
    told = "".join(_INITIAL.findall(short))
    own = "".join(word[0] for word in full.split()[:-1] if word[0].isupper())
    return bool(own) and (own.startswith(told) or told.startswith(own))
