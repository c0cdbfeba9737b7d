"""Candidates joined into names: short and long forms, surnames after full names, acronyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from deskbrief.analysis.naming.candidates import Candidate, kind_of
from deskbrief.analysis.naming.known import FULL, KINDS
from deskbrief.document.outline import Acronym

#: Names kept of one document: those mentioned most.
MOST = 400


@dataclass(slots=True)
class Group:
    """The forms of one name with how often each was found, and the votes for its kind."""

    name: str
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    first: int = 0
    sure: bool = False

    @property
    def kind(self) -> str:
        """The kind with most votes; "other" when there are none."""
        known = KINDS.get(self.name)
        if known:
            return known
        told = [(count, kind) for kind, count in self.kinds.items() if kind]
        return max(told)[1] if told else "other"

    @property
    def count(self) -> int:
        """How often any of its forms was found."""
        return sum(self.forms.values())


def joined(candidates: Iterable[Candidate], acronyms: Sequence[Acronym]) -> list[Group]:
    """Return the names that the candidates are forms of, in the order of their first mention."""
    long_forms = _long_forms(acronyms)
    groups: dict[str, Group] = {}
    for one in candidates:
        name = _full_form(one.text, long_forms)
        group = groups.setdefault(name.lower(), Group(name, first=one.start))
        group.forms[_without_article(one.text)] += 1
        group.kinds[one.kind or kind_of(one.text)] += 1
        group.sure = group.sure or one.sure or name in KINDS
    kept = [group for group in _surnames_joined(groups) if group.sure or group.count > 1]
    most = sorted(kept, key=lambda group: (-group.count, group.first))[:MOST]
    return sorted(most, key=lambda group: group.first)


def _long_forms(acronyms: Sequence[Acronym]) -> dict[str, str]:
    """Return the long form of each acronym of a name: one that is written with capitals."""
    return {
        one.short: _without_article(one.long)
        for one in acronyms
        if one.long[:1].isupper() or " " not in one.long
    }


def _without_article(written: str) -> str:
    return written[4:] if written[:4] in {"The ", "the "} else written


def _full_form(written: str, long_forms: Mapping[str, str]) -> str:
    plain = _without_article(written)
    return FULL.get(plain.lower()) or long_forms.get(plain) or plain


def _surnames_joined(groups: Mapping[str, Group]) -> list[Group]:
    """Join a single word to the one full name of a person that ends with it."""
    by_last: dict[str, list[Group]] = {}
    for group in groups.values():
        words = group.name.split()
        if 2 <= len(words) <= 4 and group.kind == "person":
            by_last.setdefault(words[-1].lower(), []).append(group)
    result = []
    for key, group in groups.items():
        owners = by_last.get(key, [])
        if len(owners) == 1 and " " not in group.name and group.kind in {"person", "other", "organisation"}:
            owners[0].forms.update(group.forms)
            owners[0].first = min(owners[0].first, group.first)
        else:
            result.append(group)
    return result
