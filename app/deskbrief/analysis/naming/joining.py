"""Candidates joined into names: short and long forms, spellings, surnames after full names, acronyms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from deskbrief.analysis.actors import is_thing
from deskbrief.analysis.naming.bodies import by_country, ends_of, short_of, word_for
from deskbrief.analysis.naming.candidates import Candidate, kind_of
from deskbrief.analysis.naming.initials import OF, first_and_last, full_names, middle
from deskbrief.analysis.naming.known import FULL, KINDS, ORGANISATION_WORDS, TERMS
from deskbrief.analysis.naming.laws import kind_by_words
from deskbrief.analysis.naming.persons import GIVEN, is_like_a_person, shortened
from deskbrief.analysis.naming.places import CITIES
from deskbrief.analysis.naming.shapes import shape_of
from deskbrief.analysis.naming.spelling import folded, initials_of
from deskbrief.analysis.naming.things import is_ship
from deskbrief.document.outline import Acronym

#: Names kept of one document: those mentioned most.
MOST = 400
#: What the names of firms end with; the name is often given without it.
_LEGAL_FORMS = frozenset(
    """ag co company corp corporation gmbh group holding holdings inc incorporated limited llc llp ltd market
    markets plc sa spa""".split()  # noqa: SIM905
)
#: Letters of names in capitals that may be countries, and how seldom "in X" may stand for a place.
_SHORT, _TWICE = 2, 2
#: Letters of the shortest plural, and of the shortest city that is told in capitals; a possessive ending.
_LONG_ENOUGH, _CITY = 3, 5
_OWNED = re.compile(r"(?:['’]s|['’])$")
#: What is done under a name as by a body: "Harbour Improvement Programme".
_UNDERTAKINGS = frozenset(
    {"program", "programme", "project", "scheme", "fund", "registry", "court", "system"}
)
#: How one party of a case stands against the other.
_CASE = re.compile(r"[ ]v\.?[ ](?=[A-Z])")
#: A make by its letters and number: "AK-47s"; and words of parts of laws.
_MODEL = re.compile(r"(?!MI)[A-Z]{1,3}[-‑]\d{1,4}[A-Za-z]{0,2}")
_PARTS_OF_LAW = frozenset(
    """amendment amendments article articles clause law laws order resolution rule rules section
    title""".split()  # noqa: SIM905
)
#: How many guesses of the model the look of a person's name outweighs.
_LOOK = 2


@dataclass(slots=True)
class Group:
    """The forms of one name with how often each was found, and the votes for its kind."""

    name: str
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    first: int = 0
    sure: bool = False
    titled: int = 0
    located: int = 0

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

    def take(self, other: Group, *, votes: bool = True) -> None:
        """Take in the forms of another group, and its votes if they are of the same thing."""
        self.forms.update(other.forms)
        self.first = min(self.first, other.first)
        self.sure = self.sure or other.sure
        if votes:
            self.kinds.update(other.kinds)


def joined(
    candidates: Iterable[Candidate], acronyms: Sequence[Acronym], peoples: Collection[str] = ()
) -> list[Group]:
    """Return the names that the candidates are forms of, in the order of their first mention.

    A name that begins with one of `peoples` is nobody's for the surname at its end.
    """
    long_forms, terms = _long_forms(acronyms), _terms(acronyms)
    named = frozenset(long_forms.values())
    groups: dict[str, Group] = {}
    for one in candidates:
        name = _full_form(one.text, long_forms)
        last = folded(name).split()[-1]
        if last in TERMS or one.text in terms or (name in named and _is_no_body(name, last)):
            continue
        group = groups.setdefault(folded(name), Group(name, first=one.start))
        if " " in name and group.name.isupper() and not name.isupper():
            group.name = name  # a heading has it in capitals
        group.forms[_without_article(one.text)] += 1
        group.kinds[one.kind or kind_of(one.text)] += 1
        group.sure = group.sure or one.sure or name in KINDS
        group.titled += one.titled
        group.located += one.located
    for key, group in groups.items():
        _judge_person(key, group, groups, peoples)
        _judge_form(group)
    kept = [
        group
        for group in _surnames_joined(
            _plurals_joined(
                _firms_joined(_short_joined(_initials_joined(_ends_joined(_bodies_joined(groups)))))
            )
        )
        if group.sure or group.count > 1
    ]
    most = sorted(kept, key=lambda group: (-group.count, group.first))[:MOST]
    return sorted(most, key=lambda group: group.first)


def _long_forms(acronyms: Sequence[Acronym]) -> dict[str, str]:
    """Return the long form of each acronym of a name: one that is written with capitals."""
    return {
        one.short: _OWNED.sub("", _without_article(one.long))
        for one in acronyms
        if one.long[:1].isupper() or (" " not in one.long and "-" not in one.long)
    }


def _terms(acronyms: Sequence[Acronym]) -> frozenset[str]:
    """Return the short forms, with their plurals, of what is written in small letters and names no body."""
    found: set[str] = set()
    for one in acronyms:
        words = one.long.lower().split()
        if one.long == one.long.lower() and " " in one.long and ORGANISATION_WORDS.isdisjoint(words):
            found |= {one.short, f"{one.short}s", f"{one.short}es"}
    return frozenset(found)


def _is_no_body(name: str, last: str) -> bool:
    """Tell whether a long form names a thing or a deed: "Explicit Wave Notification"."""
    words = {word.lower().strip(".,") for word in name.split()}
    return (
        is_thing(last)
        and last not in _UNDERTAKINGS
        and words.isdisjoint(ORGANISATION_WORDS)
        and not kind_by_words(name)
    )


def _without_article(written: str) -> str:
    return written[4:] if written[:4] in {"The ", "the "} else written


def _full_form(written: str, long_forms: Mapping[str, str]) -> str:
    plain = _without_article(written)
    if len(plain) >= _CITY and plain.isupper() and plain.title() in CITIES:
        return plain.title()
    return FULL.get(folded(plain)) or long_forms.get(plain) or plain


def _judge_person(key: str, group: Group, groups: Mapping[str, Group], peoples: Collection[str] = ()) -> None:
    """Let count how a name looks, and that its last word alone is taken for a person's."""
    words = key.split()
    from_place = OF.sub("", group.name)
    if from_place != group.name and from_place.count(" ") and is_like_a_person(from_place):
        group.kinds["person"] += group.count + 1
        return
    if _CASE.search(group.name):
        group.kinds["law"] += group.count + 1
        return
    if len(words) > 1 and words[-1].strip(".") in _LEGAL_FORMS:
        group.kinds["organisation"] += group.count + 1
        return
    if group.kind == "person" and len(words) > 2 and not ORGANISATION_WORDS.isdisjoint(words):
        group.kinds["organisation"] += group.kinds["person"] + 1
        return
    if group.kind not in {"organisation", "place", "other"} or not 2 <= len(words) <= 4:
        return
    alone = groups.get(words[-1])
    called = alone is not None and alone.kind == "person" and not alone.name.isupper()
    called = called and ORGANISATION_WORDS.isdisjoint(words)
    if is_like_a_person(group.name) or (
        called and words[0] not in groups and group.name.split()[0] not in peoples
    ):
        group.kinds["person"] += _LOOK


def _judge_form(group: Group) -> None:
    """Let count what a name's words, capitals and digits tell of its kind, and what stands before it."""
    told = shape_of(group.name, group.kind)
    outweigh = group.count + 1
    if told:
        group.kinds[told] += outweigh
    elif _is_neither_law_nor_body(group):
        group.kinds["other"] += outweigh
    elif group.kind in {"place", "person"} and _is_in_capitals(group.name) and not group.titled:
        group.kinds["organisation"] += outweigh if len(group.name) > _SHORT else 0
    elif group.kind in {"place", "organisation"} and group.titled and " " not in group.name:
        group.kinds["person"] += outweigh
    elif group.kind == "person" and not group.titled and _is_somewhere(group):
        group.kinds["place"] += outweigh


def _is_neither_law_nor_body(group: Group) -> bool:
    """Tell whether a name is that of a thing, for what its form tells."""
    if group.kind == "law":
        return _is_no_law(group.name)
    if group.kind == "organisation":
        return _MODEL.fullmatch(group.name) is not None
    return group.kind in {"place", "person"} and any(sign.isdigit() for sign in group.name)


def _is_no_law(name: str) -> bool:
    """Tell whether no word, number or side of a case in a name speaks of a law."""
    numbered = any(sign.isdigit() for sign in name) or not _PARTS_OF_LAW.isdisjoint(name.lower().split())
    return not numbered and _CASE.search(name) is None


def _is_in_capitals(name: str) -> bool:
    return name.isalpha() and name.isupper()


def _is_somewhere(group: Group) -> bool:
    """Tell whether a name is mostly told to hold something: "in Goa"; of two words, more than once."""
    often = _TWICE * group.located >= group.count
    return often and group.located >= len(group.name.split()) and not is_like_a_person(group.name)


def _bodies_joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join the forms of a body's name: with and without its country or city, and by its initials."""
    kept = dict(groups)
    for key, group in groups.items():
        whole = kept.get(_without_city(key, groups))
        if whole is not None and whole is not group:
            whole.take(group)
            del kept[key]
    full: dict[str, Group] = {}
    for key, group in list(kept.items()):
        if group.kind != "organisation":
            continue
        bare = by_country(key)
        known = full.setdefault(bare, group)
        if known is not group:
            known.take(group)
            del kept[key]
    shortened_to: dict[str, list[Group]] = {}
    for bare, one in full.items():
        shortened_to.setdefault(short_of(bare), []).append(one)
    for key, group in list(kept.items()):
        owners = shortened_to.get(key, [])
        if group.name.isupper() and len(owners) == 1 and owners[0] is not group:
            owners[0].take(group)
            del kept[key]
    return kept


def _ends_joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join the end of a body's name that was told before, or the word for it, where only one is meant.

    "U.S. Coast Guard", then "the Coast Guard"; "World Bank", then "the Bank".
    """
    return _named_again(_named_again(groups, ends_of), lambda key: {word_for(key)} - {""})


def _named_again(groups: Mapping[str, Group], shorter: Callable[[str], Collection[str]]) -> dict[str, Group]:
    """Join the bodies' names that are a shorter form of just one that was told before."""
    owners: dict[str, list[Group]] = {}
    for key, group in groups.items():
        for form in shorter(key) if group.kind == "organisation" else ():
            owners.setdefault(form, []).append(group)
    kept = dict(groups)
    for key, group in groups.items():
        whole = owners.get(key, [])
        alike = group.kind in {"organisation", "other"} and not group.name.isupper()
        if len(whole) == 1 and alike and whole[0] is not group and whole[0].first < group.first:
            whole[0].take(group)
            del kept[key]
    return kept


def _without_city(key: str, groups: Mapping[str, Group]) -> str:
    """Return the key of a body's name without the city at its end, where the text names both alone."""
    bare, _, city = key.rpartition(" ")
    place = groups.get(city)
    body = groups.get(bare.rstrip(","))
    named = place is not None and place.kind == "place" and body is not None and body.kind == "organisation"
    return bare.rstrip(",") if named and bare.count(" ") > 1 else ""


def _initials_joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join persons whose names differ by initials alone, where these do not contradict one another."""
    plain: dict[str, list[Group]] = {}
    for group in groups.values():
        if group.kind == "person" and " " in group.name:
            plain.setdefault(first_and_last(group.name), []).append(group)
    merged: set[int] = set()
    for alike in plain.values():
        told = {initials_of(group.name) for group in alike} - {""}
        if len({middle(group.name) for group in alike} - {""}) > 1:
            continue  # "Ann Mary Roe" and "Ann Jane Roe" are two
        if len(alike) < 2 or any(not max(told).startswith(one) for one in told):
            continue
        fullest = max(alike, key=lambda group: (len(group.name), group.count))
        for group in alike:
            if group is not fullest:
                fullest.take(group)
                merged.add(id(group))
    return {key: group for key, group in groups.items() if id(group) not in merged}


def _short_joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join persons told by initials and a surname with the full name that these stand for: "T. Roe"."""
    kept = dict(groups)
    persons = {key: one.name for key, one in groups.items() if one.kind == "person"}
    for short, full in full_names(persons).items():
        groups[full].take(kept.pop(short))
    return kept


def _firms_joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join a firm's name with and without its legal form: "Acme Mills" and "Acme Mills Limited"."""
    merged: set[str] = set()
    for key, group in groups.items():
        words = key.split()
        plain = groups.get(" ".join(words[:-1]).rstrip(",")) if len(words) > 1 else None
        if (
            words[-1:]
            and words[-1].strip(".") in _LEGAL_FORMS
            and plain is not None
            and plain.kind != "person"
        ):
            group.take(plain)
            merged.add(folded(plain.name))
    return {key: group for key, group in groups.items() if key not in merged}


def _plurals_joined(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Join what is named in the singular and in the plural: "Mobile Court" and "Mobile Courts"."""
    merged: set[str] = set()
    for key, group in groups.items():
        single = groups.get(key[:-1]) if key.endswith("s") and len(key) > _LONG_ENOUGH else None
        alike = single is not None and (" " in key or group.name[:-1].isupper())
        if single is not None and alike and "person" not in {single.kind, group.kind}:
            single.take(group)
            merged.add(key)
    return {key: group for key, group in groups.items() if key not in merged}


def _surnames_joined(groups: Mapping[str, Group]) -> list[Group]:
    """Join what is the end of the full name of just one person, or a surname that it begins with."""
    ends: dict[str, list[Group]] = {}
    begins: dict[str, list[Group]] = {}
    for group in groups.values():
        words = group.name.split()
        if 2 <= len(words) <= 5 and (group.kind == "person" or is_ship(group.name)):
            for end in shortened(OF.sub("", group.name)):
                ends.setdefault(end, []).append(group)
            begins.setdefault(folded(words[0]), []).append(group)
    result = []
    for key, group in groups.items():
        owners = ends.get(key) or (begins.get(key, []) if _may_begin(key, group, begins.get(key, [])) else [])
        if len(owners) > 1:
            owners = [
                owner for owner in owners if owner.first < group.first
            ]  # whom the text had named by then
        if len(owners) == 1 and owners[0] is not group and _may_shorten(group, owners[0]):
            owners[0].take(group, votes=False)
        else:
            result.append(group)
    return result


def _may_begin(key: str, group: Group, owners: Sequence[Group]) -> bool:
    """Tell whether a person's single name may be one that stands first: "Mao", "Steve" once he is known."""
    if group.kind != "person" or group.name.isupper():
        return False
    known = any(owner.first < group.first for owner in owners)
    return key not in GIVEN or group.titled > 0 or known


def _may_shorten(group: Group, person: Group) -> bool:
    """Tell whether a name can stand for a person: not that of a place which is named more often."""
    if group.kind == "place":
        return group.count < person.count or (group.name not in KINDS and group.located < group.count)
    return group.kind in {"person", "other", "organisation"}
