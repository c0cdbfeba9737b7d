"""Ships, products and firms, which models take for persons: by their names and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deskbrief.analysis.naming.persons import is_like_a_person

#: What stands before the names of ships.
_PREFIXES = (
    r"(?:HMS|HMAS|HMCS|HMNZS|HMT|USS|USNS|USAT|USCGC|RMS|RFA|RRS|RV|SS|SV|MV|MS|MT|MY|MFV|FV|PS|TS|TSS|INS|ORP|ARA|"
    r"SMS|HNLMS|HNoMS|HDMS|HSwMS|[MF]/V|M\.V\.|S\.S\.|H\.M\.S\.|U\.S\.S\.)"
)
_SHIP = re.compile(rf"{_PREFIXES}\s[A-Z0-9][\w’'-]{{1,30}}(?:\s[A-Z0-9][\w’'-]{{0,30}}){{0,3}}")
_SHIP_BEFORE = re.compile(
    rf"(?:\b{_PREFIXES}|\b(?:aboard|(?:ship|vessel|destroyer|frigate|cruiser|battleship|corvette|sloop|submarine|"
    r"trawler|ferry|freighter|tanker|steamer|liner|schooner|yacht|tug|lifeboat|brig|barque|warship|carrier|"
    r"spacecraft|spaceship|shuttle|locomotive))(?:\sthe)?)\s[“\"‘']?$"
)
#: What is done by ships, and with them, and by no person.
_SHIP_AFTER = re.compile(
    r"[”\"’']?(?:,\s[^,.;\n]{2,60},)?\s(?:was\s|were\s|had\sbeen\s|has\sbeen\s|then\s|later\s)?(?:sank|sunk|"
    r"capsized|ran\saground|foundered|torpedoed|scuttled|scrapped|refitted|docked|berthed|(?:re)?commissioned)\b"
)
_THE = re.compile(r"\b[Tt]he\s[“\"‘']?$")
#: What a product is called, before its name or behind it.
_PRODUCT = (
    r"(?:(?:video\s|computer\s|board\s)?games?|consoles?|smartphones?|phones?|tablets?|laptops?|software|browser|"
    r"app|apps|operating\ssystem|search\sengine|chatbot|vaccines?|drug|aircraft|jets?|airliner|helicopter|rocket|"
    r"missiles?|satellite|telescope|car|cars|sedan|hatchback)"
)
_PRODUCT_BEFORE = re.compile(rf"\b{_PRODUCT}\s[“\"‘']?$")
_PRODUCT_AFTER = re.compile(rf"[”\"’']?\s(?:{_PRODUCT})\b")
#: What only firms and other bodies have: spokesmen, shares, partners at their head.
_FIRM_BEFORE = re.compile(
    r"(?:\b(?:spokes(?:man|woman|person)\sfor|(?:shares|stake)\s(?:in|of)|(?:employees|staff|workers|partners?|executives?)"
    r"\sat|shareholders\sof|subsidiary\sof|(?:executive|managing|senior)\spartner\sof|chief\sexecutive\sof|"
    r"headquarters\sof)|\b(?:law\s|audit\s|auditing\s)?firm)\s$"
)
_FIRM_AFTER = re.compile(
    r"\s(?:shares(?!\s(?:an?|the|his|her|its|their|this|that|these|many|much|some|with)\b)|stock|plc|said\sits?)\b|"
    r"['’]s?\s(?:shares|stock)\s(?:fell|rose|closed|jumped|slid|slumped|dropped|dipped|gained|lost|traded|were\s(?:up|down))\b|"
    r"(?:['’]s?)?\s(?:spokes(?:man|woman|person)|shareholders|headquarters)\b|"
    r",\s(?:an?|the)\s(?:[\w-]{2,20}\s){0,4}(?:company|firm|manufacturer|group|bank|airline|start-?up|consultancy|"
    r"conglomerate)\b"
)
#: What only persons do, and are.
_PERSON_AFTER = re.compile(
    r"(?:,\s[^,.;\n]{2,50},)?\s(?:(?:also|later|then)\s)?(?:himself|herself|who|whose|married|smiled|laughed|resigned|"
    r"was\s(?:born|arrested|jailed|elected|appointed))\b"
)
#: A title within a name, and words for one person in the statement behind it: no firm is so called.
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|C[EFOT]O)\b")
_ONE_PERSON = re.compile(r"[^.;:!?\n]{0,50}\b(?:who|he|she|his|her|him)\b")
#: What stands behind a name that is not a part of a longer one: "the Bounty was", not "the Roe report".
_ALONE = re.compile(
    r"[”\"’']?(?:['’]s\b|[,.;:)!?]|\s(?:was|were|is|are|had|has|will|would|in|on|at|and|or|to|from|by|with|of|that|which|"
    r"sank|sailed|left|returned|arrived|reached)\b|$)"
)
#: The least share of the mentions of a name that tell what it is.
_SHARE = 5
#: Words that say once more in the text that a firm is meant.
_AGAIN = re.compile(r"\b(?:The|the) (?:company|firm|bank|group|carmaker|airline|retailer)(?:['’]s)?\b")
#: How much that firms have makes of a name that looks like a person's that of a firm.
_ENOUGH = 2


def is_ship(name: str) -> bool:
    """Tell whether a name begins as those of ships do: "HMS Daring"."""
    return _SHIP.fullmatch(name) is not None


def kind_of_thing(name: str, beside: Iterable[tuple[str, str]]) -> str:
    """Return the kind of what was taken for a person and is a ship, a product or a firm, "" for a person.

    `beside` holds what stands before and behind each place where the name is.
    """
    if is_ship(name):
        return "other"
    near = list(beside)
    things = sum(1 for before, after in near if _is_thing(before, after))
    articles = sum(1 for before, after in near if _THE.search(before) and _ALONE.match(after))
    single = " " not in name and not name.endswith("s")
    looks = is_like_a_person(name)
    if _TITLED.search(name) or any(_PERSON_AFTER.match(after) for _, after in near):
        return ""
    if not looks and (things or (single and near and 2 * articles >= max(len(near), 1))):
        return "other"
    firms = sum(1 for before, after in near if _is_firm(before, after))
    again = any(_AGAIN.search(after) for _, after in near)
    enough = firms * _SHARE >= len(near) and firms + (firms > 0 and again) >= (_ENOUGH if looks else 1)
    return "organisation" if enough else ""


def _is_firm(before: str, after: str) -> bool:
    told = _FIRM_AFTER.match(after) is not None and _ONE_PERSON.match(after) is None
    return told or _FIRM_BEFORE.search(before) is not None


def _is_thing(before: str, after: str) -> bool:
    ship = _SHIP_BEFORE.search(before) or (_THE.search(before) and _SHIP_AFTER.match(after))
    return bool(ship or _PRODUCT_BEFORE.search(before) or _PRODUCT_AFTER.match(after))
