"""Names in bylines: lines such as "By Ann Lee, staff writer" in the languages that pages are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: The longest byline, and the most words of one name.
LONGEST, MOST_WORDS = 160, 6

_BY = re.compile(
    r"(?i:(?:(?:(?:article|story|reported|produced|researched)\s(?:(?:and|&)\s)?)?written\s|(?:posted|reported|published"
    r"|created|submitted|words|story|text|report|analysis|opinion)\s)?by(?:by)?"
    r"|von|par|por|door|av|af|di|a cura di|przez)(?:\b\s*:?\s+|(?<=By)(?=[A-Z]))(?P<names>.+)",
    re.DOTALL,
)
_LABEL = re.compile(
    r"(?:(?:(?:author|auteur|autor|tekst|text|texte|texto|testo|yazan|автор|текст)(?:e|es|i|in|ka|en|s|r|ы)?"
    r"|著者|作者|執筆|取材・文|文|記者|记者|撰文|글)\s*[:：●]"
    r"|بقلم\s*:?|كتب[ته]?\s*:)\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
#: Who looked over a text comes before who wrote it: "Reviewed by Ann Lee, MD. Written by Bo Ray".
_REVIEWED = re.compile(
    r"(?:[a-z]{1,20} )?(?:reviewed|edited|checked|updated) by\b.{0,80}?\b(?P<written>written by\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = re.compile(
    r"(?:(?:written|posted|published|story|words) )?(?:by|von|par|por|door|av|af|di|بقلم)\s*:?", re.IGNORECASE
)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_AFTER = re.compile(
    r"\s*(?:\((?![^)]{1,15}\)\s[A-Z])|[|·•»›@\[（【<>#\d]|\b(?:on|in|at|for|via|says?|sagt)\b| [-–—/] "
    r"|\b(?:last )?(?:updated|published|posted|modified|reviewed)\b"
    r"|\b(?:photograph(?:s|y)?|photos?|illustrat(?:ed|ions?)|translat(?:ed|ion)|edited)\b"
    r"|\b(?:aktualisiert|veröffentlicht|lesedauer|publi[ée]e?)\b"
    r"|\b(?:mis à jour|actualizado|publicado|pubblicato|gepubliceerd)\b"
    rf"|\b{_MONTHS}\.?(?=,? \d)|\b{_DAYS}\b).*",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = re.compile(
    r"(?:writer|editor|reporter|correspondent|contributor|columnist|journalist|staff|producer|author|critic|analyst"
    r"|fellow|blogger|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédacteur|rédactrice|redactora?|periodista)s?",
    re.IGNORECASE,
)
_LAST_ROLE = re.compile(
    r"(?:\s(?:staff|senior|contributing|associate|deputy|managing|special|political))?"
    r"\s(?:writer|editor|reporter|correspondent|contributor|columnist)s?$",
    re.IGNORECASE,
)
#: The names of offices have words in them that end a person's: "Centre for Bridges", "Council on Ferries".
_OFFICE = re.compile(
    r"[^,;|(]{0,40}\b(?:Cent(?:re|er)s?|Institute|Department|Office|Council|Committee|Commission|Agency|Bureau|Board"
    r"|Administration|Ministry|Foundation|Society|Fund|Association|Organi[sz]ation|Alliance|Coalition|Campaign|Network"
    r"|Programme|Program|Forum|Project|Partnership)\s(?:for|on|in|at)\s(?=[A-Z])"
)
_SPLIT = re.compile(r"\s*[,;&、，]\s*|\s+(?:and|und|et|y|e|och|og|en|with|mit|avec)\s+", re.IGNORECASE)
_SMALL = frozenset(
    """von van der den de da do dos das del della di la le du des el al bin ibn ben ter ten zu zum af av dit
    d'""".split()  # noqa: SIM905
)
#: No name begins with one of these.
_NO_FIRST = frozenset(
    "by full more read see view follow about share all email contact image photo picture source".split()  # noqa: SIM905
)
#: No name has one of these in it: they stand on buttons beside a byline.
_NO_PARTS = frozenset(
    "bookmark comments facebook follow instagram linkedin share subscribe twitter whatsapp".split()  # noqa: SIM905
)
#: No name is one of these alone.
_NO_NAMES = frozenset(
    """author authors name editor editors profile bio comment comments reply getty january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec monday tuesday wednesday thursday friday saturday sunday minutes lesedauer updated published
    unknown anonymous the von par por continue subscribe advertisement news submitted posted written reviewed
    作者 著者 翻訳者 訳者""".split()  # noqa: SIM905
)


def names_after_by(line: str) -> str:
    """Return the names in a line such as "By Ann Lee and Bo Ray", or an empty string."""
    if len(line) > LONGEST:
        return ""
    line = _without_reviewer(line)
    found = _BY.match(line) or _LABEL.match(line)
    names = _cleaned(found["names"]) if found else ""
    return names if names and all(is_name(name) for name in names_in(names)) else ""


def without_by(names: str) -> str:
    """Return `names` without the "by" before them."""
    found = _BY.match(names) or _LABEL.match(names)
    return found["names"].strip() if found else names


def _without_reviewer(line: str) -> str:
    """Return a byline from who wrote the text on."""
    reviewed = _REVIEWED.match(line)
    return reviewed["written"] if reviewed else line


def is_by(line: str) -> bool:
    """Tell whether `line` says that the names of the authors come next, and no more."""
    return bool(_ALONE.fullmatch(line))


def names_in_byline(text: str) -> str:
    """Return the names in what a page calls a byline, with or without "by"; an empty string for none."""
    text = _without_reviewer(text)
    found = _BY.match(text) or _LABEL.match(text)
    names = _cleaned(found["names"] if found else text)
    parts = list(names_in(names))
    return names if parts and all(is_name(name) or _may_be_name(name) for name in parts) else ""


def _cleaned(names: str) -> str:
    """Return `names` without "by", dates, places and the roles after them."""
    names = names.strip("[]［］【】")
    again = _BY.match(names)
    names = again["names"] if again else names
    office = _OFFICE.match(names)
    held = office.end() if office else 0
    names = (names[:held] + _AFTER.sub("", names[held:])).strip(" \n,;:.-–—")
    parts = names.split(", ")
    while len(parts) > 1 and _ROLE.search(parts[-1]):
        parts.pop()
    named = ", ".join(parts)
    without = _LAST_ROLE.sub("", named)
    # "Our Editors" and "Community Editor" are an office.
    return (without if " " in without else named) if names[:1].isalpha() else ""


def names_in(names: str) -> Iterator[str]:
    """Yield the names that a byline without "by" lists."""
    return (name for name in _SPLIT.split(names) if name and not is_by(name))


def is_name(name: str) -> bool:
    """Tell whether `name` is written as names are: a few words with capitals, where the script has them."""
    words = name.split()
    if _OFFICE.match(name):
        return len(words) <= 2 * MOST_WORDS
    if not 0 < len(words) <= MOST_WORDS or words[0].lower() in _NO_FIRST or name.lower() in _NO_NAMES:
        return False
    if any(letter.isdigit() for letter in name) or not _NO_PARTS.isdisjoint(name.lower().split()):
        return False
    large = [word for word in words if word[0].isalpha() and not word[0].islower()]
    small = [word for word in words if word[0].islower()]
    known = all(word.lower() in _SMALL or word.lower()[:2] in ("d'", "d’", "al") for word in small)
    return bool(large) and known and len(name) <= (60 if name[0].isupper() else 30)


def _may_be_name(name: str) -> bool:
    """Tell whether `name` is short enough for one, where something else says that it is one."""
    words = name.lower().split()
    return (
        0 < len(words) <= 3
        and name[0].isalpha()
        and words[0] not in _NO_FIRST
        and name.lower() not in _NO_NAMES
        and _NO_PARTS.isdisjoint(words)
    )
