"""Names that the model cut in two put together, and two names that it took for one parted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.naming.candidates import Candidate, kind_of
from deskbrief.analysis.naming.known import FULL, ORGANISATION_WORDS
from deskbrief.analysis.naming.spelling import folded

_OWNER = re.compile(r"['’]s\s")
_JOINTS = frozenset({" and ", " & ", ", and "})
_SUBJECTS = (
    "administration aging agriculture air aid arts aviation budget business care children commerce "
    "communications computing conservation consumer cooperation culture defence defense design development "
    "disability drug economic economics education employment energy engineering enterprise environment "
    "environmental families family finance fire fisheries fish food foreign forestry gas geology "
    "government health heritage history housing human humanities immigration industry information "
    "innovation investment justice labor labour land language law maritime media medicine mental mining "
    "monetary ocean oceanic oil peace planning political population prevention public refugee refugees "
    "research resources rights rural safety science sciences scientific security sheriff social sport "
    "sports standards statistics sustainability taxation technology telecommunications trade training "
    "transport transportation travel urban veterans water welfare wildlife women work youth"
)
#: What institutions are for, as their names put it.
SUBJECTS = frozenset(_SUBJECTS.split())


#: The capital of the United States, which models read as two places.
_CAPITAL = frozenset({("Washington", "D.C."), ("Washington", "DC"), ("Washington", "D.C")})


def together(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates of a block, two halves of one name ("Travel | and Tourism Council") as one.

    The first half ends with what institutions are for, and only the second says what it is.
    """
    waiting: Candidate | None = None
    for one in found:
        if waiting is not None and _are_halves(text, waiting, one):
            written = " ".join(text[waiting.start : one.end].split())
            waiting = replace(waiting, text=written, end=one.end, kind=_kind_of_both(waiting, one))
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _kind_of_both(first: Candidate, second: Candidate) -> str:
    return "place" if (first.text, second.text) in _CAPITAL else "organisation"


def _are_halves(text: str, first: Candidate, second: Candidate) -> bool:
    if text[first.end : second.start] in {", ", " "} and (first.text, second.text) in _CAPITAL:
        return True
    if text[first.end : second.start] not in _JOINTS or second.kind in {"person", "law", "document"}:
        return False
    left, right = folded(first.text).split(), folded(second.text).split()
    if first.kind == "organisation" and (left[-1], right) == ("england", ["wales"]) and len(left) > 1:
        return True
    complete = not ORGANISATION_WORDS.isdisjoint(left)
    if left[-1] not in SUBJECTS or first.kind in {"law", "document"}:
        return False
    if complete:
        return "of" in left and ORGANISATION_WORDS.isdisjoint(right) and right[-1] in SUBJECTS | {"services"}
    return right[-1] in ORGANISATION_WORDS and len(right) > 1


def parted(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates, an owner's name parted from what it owns where it is named by itself as well."""
    listed = list(found)
    alone = {folded(one.text) for one in listed}
    return [part for one in listed for part in _parts(one, alone)]


def _parts(one: Candidate, alone: Collection[str]) -> Iterator[Candidate]:
    first, joint, second = one.text.partition(" and ")
    if joint and folded(first) in alone and folded(second) in alone:
        yield replace(one, text=first, end=one.start + len(first))
        yield replace(one, text=second, start=one.end - len(second))
        return
    match = _OWNER.search(one.text)
    owner = one.text[: match.start()] if match else ""
    if match is None or not (
        folded(owner) in alone or folded(owner) in FULL or (owner.isupper() and len(owner) > 1)
    ):
        yield one
        return
    owned = one.text[match.end() :]
    yield replace(one, text=owner, end=one.start + len(owner), kind=kind_of(owner))
    if owned[:1].isupper() and (" " in owned or one.kind != "document"):
        yield replace(one, text=owned, start=one.end - len(owned))
