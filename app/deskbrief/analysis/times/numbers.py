"""Numbers that look like years and are none: counts, numbers of something, parts of longer signs."""

from __future__ import annotations

import re

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found
from deskbrief.analysis.times.ratios import is_ratio
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.surroundings import Surroundings

_STRONG = listed("""in since until till during before after between throughout late early mid year""")
_NUMBERED = listed(
    """no number page pages p pp section sections § # figure fig table flight article resolution rule
    act chapter paragraph item directive regulation docket form room suite box version model index
    manual nasdaq nikkei ftse russell topix stoxx dax windows office route highway channel title titles psalm
    genesis john luke mark matthew"""
)
_MEASURES = listed(
    """million billion thousand hundred km kilometers kilometres miles metres meters feet ft acres tons
    tonnes barrels people men women troops soldiers casualties prisoners killed wounded dead percent
    euros dollars pounds degrees points votes seats words pages kg mph aircraft tanks guns ships"""
)
#: Bare years before this one are numbers, unless a preposition says otherwise.
_EARLY = 1400


def is_no_year(found: Found, around: Surroundings) -> bool:
    """Tell whether what is written as a bare year is a count, a number of something, or part of a name."""
    return _is_bare_year(found.recipe) and around.text[found.start].isdigit() and _is_number(found, around)


def _is_number(found: Found, around: Surroundings) -> bool:
    """Tell whether what could be a year is a count, a number of something, or part of a name."""
    recipe = found.recipe
    before, after = around.word_before(found.start), around.word_after(found.end)
    numbered = before.lower() in _NUMBERED or after in {"%", "Index"}
    listed_with = _GROUPED_BEFORE.search(around.text, max(found.start - 20, 0), found.start) is not None
    cited = _CITED.search(around.text, max(found.start - 24, 0), found.start) is not None
    if numbered or cited or listed_with or _glued(found, around) or after.lower() in _MODELS:
        return True
    if is_ratio(found, around) or (before in _COMPASS and after in _COMPASS):
        return True
    if before.lower() in _STRONG:
        return False
    early = recipe.year < _EARLY and before.lower() not in {"from", "to", "of", "("}
    if early and before.lower() == "and":
        early = _BETWEEN.search(around.text, max(found.start - 24, 0), found.start) is None
    return early or after.lower() in _MEASURES or _counts(before, after)


#: Groups of figures around the number: "Bulletin 737-31-1860", "AD 2018-23-51".
_CHAIN_BEFORE = re.compile(r"\d[-–‑]\s?\d{1,3}[-–‑]\s?$")
_CHAIN_AFTER = re.compile(r"[-–‑]\s?\d{1,3}[-–‑]\s?\d")


def is_in_chain(found: Found, around: Surroundings) -> bool:
    """Tell whether what could be a year is one of several groups of figures that number something."""
    before = _CHAIN_BEFORE.search(around.text, max(found.start - 12, 0), found.start)
    return _is_bare_year(found.recipe) and (before or _CHAIN_AFTER.match(around.text, found.end)) is not None


#: Sides of a town between which a number is that of a street: "809 North 1500 West".
_COMPASS = frozenset({"North", "South", "East", "West", "N", "S", "E", "W"})
#: The year after "between 1250 and".
_BETWEEN = re.compile(r"\bbetween (?:about |around |circa )?\d{3,4} and $", re.IGNORECASE)
#: A number in a citation, or the year in the name of a standard: "136 Stat. 1818, 1831", "No. 2001",
#: "pp. 1999", "ISO/IEC 17788:2014".
_CITED = re.compile(
    r"\b(?:Stat|Reg|Supp|Nos?|Vol|pp?|[Ss]ecs?|Art|Ch|Cong|Rec|U\.S|U\.S\.C|L\.\sNo)\.\s(?:\d{1,5}[,–-]\s?){0,1}$"
    r"|\b(?:ISO|IEC|EN|IEEE|ASTM|DIN|BS|ETSI|ITU)[A-Z/ -]{0,12}\d[\d.-]{1,9}:$"
)
#: A count with a comma before: "from 1,200 to 1900".
_GROUPED_BEFORE = re.compile(r"\d,\d{3}\s(?:to|and|or|-|–)\s$")
#: What a year before it only names a make of: "the 2003 model", "a 1987 Chevrolet".
_MODELS = listed(
    """model models vintage ford chevrolet chevy toyota honda nissan mazda bmw mercedes audi porsche ferrari
    fiat renault peugeot volkswagen volvo jeep dodge buick cadillac pontiac chrysler tesla hyundai kia"""
)


def _is_bare_year(recipe: Recipe) -> bool:
    return recipe.op == "date" and not (
        recipe.month or recipe.season or recipe.unit or recipe.era or recipe.mod
    )


def _glued(found: Found, around: Surroundings) -> bool:
    """Tell whether the number is part of a longer sign: a path, a telephone number, "1500-man"."""
    text = around.text
    if _SIGN_BEFORE.search(text, max(found.start - 12, 0), found.start) or _SIGN_AFTER.match(text, found.end):
        return True
    before = text[found.start - 1 : found.start]
    after = text[found.end : found.end + 2]
    if after[:1] == "/" and after[1:].isdigit():
        return not _is_next_year(found.recipe.year, text[found.end + 1 : found.end + 6])
    if before == "/" and _year_before(text, found.start):
        first = int(text[max(found.start - 5, 0) : found.start - 1])
        return (
            not _is_next_year(first, text[found.start : found.end])
            or _OF_AN_ACT.match(text, found.end) is not None
        )
    if before in {"/", "_", "#", "\\", "=", "&", "@", "."} or after[:1] in {"_", "\\", "=", "@"}:
        return True
    if after[:1] == "-" and after[1:].isalpha():
        return text[found.end + 1 : found.end + 4].lower() not in {"bas", "era", "dat", "onw"}
    return (
        before == "-"
        and text[found.start - 2 : found.start - 1].isdigit()
        and not _year_before(text, found.start)
    )


#: An act of the European Union is numbered with its year: "Decision No 1313/2013/EU".
_OF_AN_ACT = re.compile(r"/[A-Z]{2,7}\b")
#: A sign goes on into the number ("A1838", "CVE-2021"), which "c1850" and "FY-2021" do not.
_SIGN_BEFORE = re.compile(r"(?:[A-Za-z](?<!\bc)(?<!\bca)(?<!\bC)|\b[A-Z]{2,8}(?<!FY)-(?:\d{4}-)?)$")
#: The number goes on into a sign: "2024A", "2021-26855", "1915(a)".
_SIGN_AFTER = re.compile(r"[A-Za-z]|\((?:[A-Za-z]|[ivx]{1,4}|\d{1,2})\)|-\d(?:\d\d(?!\d)|\d{4,12}\b)")


def _is_next_year(year: int, rest: str) -> bool:
    """Tell whether the digits after a slash go on with a year shortly after: "2023/24", not "2016/679"."""
    digits = _DIGITS.match(rest)
    if digits is None or rest[digits.end() :][:1] == "/":
        return False
    written = digits[0]
    return len(written) in {2, 4} and 1 <= int(written) - year % 10 ** len(written) <= 5


_DIGITS = re.compile(r"\d{1,4}(?!\d)")


def _year_before(text: str, start: int) -> bool:
    return text[max(start - 5, 0) : start - 1].isdigit()


def _counts(before: str, after: str) -> bool:
    """Tell whether the number counts the plural noun after it ("1500 tons")."""
    if not after.isalpha() or not after.islower() or len(after) < 4 or after.endswith("ss"):
        return False
    return after.endswith("s") and before.lower() not in {
        "the",
        "this",
        "its",
        "their",
        "our",
        "my",
        "your",
        "her",
        "his",
        "s",
        "’",
        "'",
        "a",
    }
