"""What the words around a name tell of a place or a person, where the model has only guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.naming.joining import Group
from deskbrief.analysis.naming.known import KINDS
from deskbrief.analysis.naming.persons import is_like_a_person
from deskbrief.analysis.naming.places import WELL_KNOWN
from deskbrief.analysis.naming.things import kind_of_thing
from deskbrief.document.spans import Span

#: Code points looked at on each side of a name.
_NEAR = 60
#: Mentions that have to agree where each may be chance, and mentions of one name looked at.
_AGREEING, _MOST = 2, 60
_KINDS_OF_PLACE = (
    "towns?|cit(?:y|ies)|villages?|ports?|harbours?|harbors?|districts?|provinces?|regions?|count(?:y|ies)|islands?|"
    "municipalit(?:y|ies)|suburbs?|hamlets?|boroughs?|governorates?|prefectures?|parish(?:es)?|outskirts"
)
#: What says for certain that a place is meant: "the town of X".
_PLACE_OF = re.compile(rf"\b(?:{_KINDS_OF_PLACE}|siege|battle|shelling|bombardment)\sof\s$")
#: What tells it behind a name: "Enfield, a northern borough of London".
_A_PLACE = re.compile(rf",\s(?:an?|the)\s(?:[\w-]{{2,20}}\s){{0,3}}(?:{_KINDS_OF_PLACE})\b")
#: Adjectives of peoples: "the Roman provinces".
_OF_A_PEOPLE = re.compile(r"(?:[aei]an|man|ish|ese|ch|qi|li|ni)$")
#: What says it where others agree: "X district"; trust can be put in a person as well.
_PLACE_AFTER = re.compile(r"\s(?:district|province|county|governorate|prefecture|municipality|oblast)\b")
_IN = re.compile(
    r"(?<!confidence )(?<!faith )(?<!trust )(?<!belief )(?<!believe )(?<!believes )(?<!believed )"
    r"(?<!interest )\b(?:in|near|around|outside|throughout)\s$",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(
    r"\b(?:went|go|goes|going|came|come|travel\w{0,5}|drove|flew|fled|fly|return\w{0,3}|moved|march\w{0,3}|sailed|"
    r"sent|withdrew|roads?|railways?|trains?|bus(?:es)?|ferr(?:y|ies)|flights?|trucks?|convoys?|troops|ships?)"
    r"\s(?:to|from|into|towards?)\s$",
    re.IGNORECASE,
)
_BASED = re.compile(r"[-‑]based\b")
#: A well-known place beside the name in a list.
_LISTED_BEFORE = re.compile(r"(?P<name>[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20})?)(?:,|\sand|, and)\s$")
_LISTED_AFTER = re.compile(r"(?:,|\sand|, and)\s(?P<name>[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20})?)\b")
#: What only persons do and are: they speak, have a title before them, or are told to be somebody.
_PERSON_AFTER = re.compile(
    r"(?:,\s[^,.;\n]{2,50},)?\s(?:also\s|later\s|then\s)?(?:says?|said|tells?|told|asks?|asked|adds?|added|writes?|wrote|"
    r"argues?|argued|explain(?:s|ed)|thanked|replied|insisted|smiled|laughed|resigned|married|himself|herself|who|whose)\b"
)
#: What stands before the name of a firm or group, and what stands behind it; not "Roe officials".
_BODY_BEFORE = re.compile(
    r"\b(?:company|firm|firms|giant|conglomerate|bank|consultanc(?:y|ies)|consultants|think[- ]tank|"
    r"start-?up|charity|airline|newspaper|broadcaster|militia|carmaker|automaker|drugmaker|chipmaker|retailer|insurer|"
    r"non-?profit|brokerage|(?:research|advocacy|rights|campaign|lobby|armed|rebel|media|news|consulting) "
    r"(?:group|organi[sz]ation|network))\s$",
    re.IGNORECASE,
)
_BODY_AFTER = re.compile(
    r"\s(?:commanders?|fighters|headquarters|subsidiar(?:y|ies)|shareholders|employees|customers|analysts)\b"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|President|Senator|Judge|Minister)\.?\s$"
)


def with_kinds(text: str, groups: Sequence[Group], mentions: Sequence[Sequence[Span]]) -> None:
    """Let count in the kind of each doubtful name what the text tells around its mentions."""
    for group, spans in zip(groups, mentions, strict=True):
        outweigh = group.count + sum(group.kinds.values()) + 1
        if group.kind == "person" and not group.titled and group.name not in KINDS:
            told = _certain_kind(text, group, spans)
            group.kinds.update({told: outweigh} if told else {})
        if _is_doubtful(group):
            certain, places, persons = _told(text, spans)
            guessed = {"person", "other", "organisation"} if certain else {"person", "other"}
            if places and not persons and group.kind in guessed:
                group.kinds["place"] += outweigh
            elif persons and not places and group.kind == "place":
                group.kinds["person"] += outweigh


def _certain_kind(text: str, group: Group, spans: Sequence[Span]) -> str:
    """Return what the words right beside a name say for certain of what was taken for a person."""
    near = list(_beside(text, spans))
    if any(_PERSON_BEFORE.search(before) for before, _ in near):
        return ""
    if any(_PLACE_OF.search(before) for before, _ in near):
        return "place"
    beside = any(_BODY_BEFORE.search(before) or _BODY_AFTER.match(after) for before, after in near)
    if beside and not is_like_a_person(group.name):
        return "organisation"
    return kind_of_thing(group.name, near)


def _beside(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Yield what stands right before and behind the first of the places where a name is."""
    for span in spans[:_MOST]:
        yield text[max(span.start - _NEAR, 0) : span.start], text[span.end : span.end + _NEAR]


def _is_doubtful(group: Group) -> bool:
    """Tell whether nothing but the model's guess speaks for a name's kind."""
    known = group.name in KINDS or group.name in WELL_KNOWN or group.kind in {"law", "document"}
    shown = group.titled or is_like_a_person(group.name) or group.name.isupper()
    single = " " not in group.name and all(" " not in form for form in group.forms)
    return single and not known and not shown and not _OF_A_PEOPLE.search(group.name)


def _told(text: str, spans: Sequence[Span]) -> tuple[bool, bool, bool]:
    """Tell whether the text speaks of a place for certain, by what agrees, and of a person."""
    certain = agreeing = persons = 0
    for before, after in _beside(text, spans):
        certain += bool(_PLACE_OF.search(before) or _A_PLACE.match(after))
        agreeing += bool(_PLACE_AFTER.match(after))
        agreeing += bool(_IN.search(before) or _ON_THE_WAY.search(before) or _BASED.match(after))
        agreeing += _is_listed(before, after)
        persons += bool(_PERSON_BEFORE.search(before) or _PERSON_AFTER.match(after))
    return certain > 0, certain > 0 or agreeing >= _AGREEING, persons > 0


def _is_listed(before: str, after: str) -> bool:
    """Tell whether a well-known place stands beside a name in a list: "Paris, X and Berlin"."""
    beside = (_LISTED_BEFORE.search(before), _LISTED_AFTER.match(after))
    return any(found is not None and found["name"] in WELL_KNOWN for found in beside)
