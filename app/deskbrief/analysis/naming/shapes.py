"""What a name's own words tell of its kind, against a model's guess."""

from __future__ import annotations

import re

from deskbrief.analysis.naming.laws import kind_by_words
from deskbrief.analysis.naming.persons import is_like_a_person
from deskbrief.analysis.naming.things import is_ship

#: How short forms of ministries are written: "MoD", "DfE".
_MINISTRY = re.compile(r"(?:Mo|Do|Df)[A-Z]{1,3}")
_MINISTRIES = frozenset({"MoU", "MoUs", "MoA"})
#: A law, or a guide, with what it is about behind it: "Framework Convention for the Protection of …".
_LAW_ABOUT = re.compile(
    r"(?:^|\s)(?:Convention|Treaty|Covenant|Protocol)\s(?:for|on|of|against|relating|concerning)\s"
)
_GUIDE_ABOUT = re.compile(
    r"(?:^|\s)(?:Guidance|Guidelines?|Handbook|Report|Strategy|Manual)\s(?:for|on|of|to)\s"
)
#: What the names of bodies end with, whatever stands before it.
_BODIES_WORDS = (
    "laboratories laboratory lab labs institute foundation association university committee subcommittee "
    "commission council agency ministry society federation panel secretariat inspectorate coalition alliance"
)
_BODIES = frozenset(_BODIES_WORDS.split())
#: What the names of papers end with, and of things that are done, won or given.
_PAPERS_WORDS = "guidance guideline guidelines handbook manual strategy checklist toolkit roadmap whitepaper"
_PAPERS = frozenset(_PAPERS_WORDS.split())
_THINGS_WORDS = (
    "deal goals prize award awards jubilee games olympics credit credits allowance offer offers criteria "
    "round agenda principles commandments vision curriculum"
)
_THINGS = frozenset(_THINGS_WORDS.split())
#: What the names of roads, buildings and parts of the land end with.
_SITES_WORDS = (
    "road street avenue boulevard highway motorway cemetery churchyard checkpoint airport airfield bridge "
    "reservoir canal peninsula archipelago towers mall viaduct lighthouse roundabout crossroads"
)
_SITES = frozenset(_SITES_WORDS.split())
_SHOPS = re.compile(r"\b[Ss]hopping (?:[Cc]entre|[Cc]enter|[Mm]all)$")
#: Signs that join what is no one person.
_JOINTS = re.compile(r"\s[&×/+]\s|\w/\w")


def shape_of(name: str, kind: str) -> str:
    """Return the kind that a name's words tell for certain, "" where they leave it to the guess `kind`."""
    told = kind_by_words(name)
    if told or kind not in {"organisation", "place", "person"}:
        return told
    if _MINISTRY.fullmatch(name):
        return "" if name in _MINISTRIES else "organisation"
    if is_ship(name) or (kind == "person" and _JOINTS.search(name)):
        return "other"
    last = name.rpartition(" ")[2].lower().strip(".,")
    return _by_last_word(name, kind, last) if " " in name else ""


def _by_last_word(name: str, kind: str, last: str) -> str:
    if _LAW_ABOUT.search(name):
        return "law"
    if last in _BODIES:
        return "" if kind == "organisation" else "organisation"
    if last in _PAPERS or _GUIDE_ABOUT.search(name):
        return "document"
    if last in _THINGS:
        return "other"
    site = last in _SITES or _SHOPS.search(name) is not None
    return "place" if site and kind != "place" and not is_like_a_person(name) else ""
