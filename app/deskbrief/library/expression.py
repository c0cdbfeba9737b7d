"""What a reader types into a search, and what it asks of the index.

Words must all occur, the last one may be the beginning of a word; "words in quotes" stand together, word* is
a beginning, -word must not occur, a NEAR b stand near each other (a NEAR/5 b: at most five words apart),
a OR b needs one of the two. title:word looks at titles alone; name:holm chooses documents that name somebody
or something so, as their outlines tell it; role:green, tag:word, after:2023 and before:2024-06 choose among
notes and documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass

_TERM = re.compile(r'(-?)(?:([a-z]{3,6}):)?(?:"([^"]*)"?|(\S+))')
_WORD = re.compile(r"\w+")
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
#: Words that may stand between two that are near each other.
NEAR = 10
#: The most terms of one search that count.
MOST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search: `match` in the language of the index, and `words` to show in a passage, as they were typed.

    Of `words` the last is the beginning of one if `open_end`. `role` and `tag` choose among notes, `after`
    and `before` (as 2024, 2024-06 or 2024-06-30) and `name` among documents; empty strings choose nothing.
    """

    match: str = ""
    words: tuple[str, ...] = ()
    open_end: bool = False
    role: str = ""
    tag: str = ""
    after: str = ""
    before: str = ""
    name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.match or self.role or self.tag or self.after or self.before or self.name)


def asked(query: str, roles: Mapping[str, str] = MappingProxyType({})) -> Asked:
    """Return what `query` asks for; nothing that can be typed is an error.

    `roles` are the reader's own names of roles, in small letters, with the roles.
    """
    terms: list[str] = []
    without: list[str] = []
    words: list[str] = []
    filters: dict[str, str] = {}
    for minus, field, quoted, plain in list(_TERM.findall(query))[:MOST]:
        together = _WORD.findall(quoted or plain)
        # There is no choosing of what has no such tag: left out, it does at least not choose the opposite.
        if _takes({} if minus else filters, field, quoted or plain, roles):
            continue
        if not together:
            continue
        term = f'"{" ".join(together)}"' + ("*" if plain.endswith("*") else "")
        if minus:
            without.append(term)
        elif not field and (plain == "OR" or _NEAR.fullmatch(plain)):
            terms.append(plain)
        else:
            if field and field != "title":
                term = f'"{field} {" ".join(together)}"'
            terms.append(f"title : {term}" if field == "title" else term)
            words.append(" ".join(together))
    if "name" in filters and not terms:
        # What is shown is where the name stands.
        words = [" ".join(_WORD.findall(filters["name"]))]
        terms = [f'"{words[0]}"'] if words[0] else []
    # A single letter begins too many words.
    open_end = bool(words) and query[-2:].isalnum() and len(query) > 1 and not terms[-1].endswith("*")
    if open_end and not without and terms[-1].endswith('"'):
        terms[-1] += "*"
    return Asked(match=_joined(terms, without), words=tuple(words), open_end=open_end, **filters)


def _takes(filters: dict[str, str], field: str, value: str, roles: Mapping[str, str]) -> bool:
    """Keep `value` under `field` when that is a filter and can be understood; tell whether it was."""
    value = value.strip('"').lower()
    if field == "role":
        names = {role.letter.lower(): role for role in Role} | {role.value: role for role in Role}
        value = roles.get(value) or str(names.get("purple" if value == "violet" else value, ""))
    elif field in {"after", "before"}:
        value = value if _DATE.fullmatch(value) else ""
    elif field not in {"tag", "name"}:
        return False
    if value:
        filters[field] = value
    return True


def _joined(terms: list[str], without: list[str]) -> str:
    """Return the terms in the language of the index: NEAR binds first, then OR, then the silent AND."""
    parts: list[str] = []
    for number, term in enumerate(terms):
        near = _NEAR.fullmatch(term)
        after = terms[number + 1] if number + 1 < len(terms) else ""
        if near and parts and _is_plain(parts[-1]) and _is_plain(after):
            parts[-1] = f"NEAR({parts[-1]} {after}, {near[1] or NEAR})"
            terms[number + 1] = ""
        elif near or not term:
            continue
        elif term == "OR":
            if parts and after:
                parts.append("OR")
        else:
            parts.append(term)
    while parts and parts[-1] == "OR":
        parts.pop()
    grouped = " AND ".join(" OR ".join(group) for group in _alternatives(parts))
    if grouped and without:
        return f"({grouped}) NOT ({' OR '.join(without)})"
    return grouped


def _is_plain(term: str) -> bool:
    return term.startswith('"')


def _alternatives(parts: list[str]) -> list[list[str]]:
    """Return the terms in groups of which one must occur; the groups are written with brackets."""
    groups: list[list[str]] = []
    joins = False
    for part in parts:
        if part == "OR":
            joins = True
        elif joins and groups:
            groups[-1].append(part)
            joins = False
        else:
            groups.append([part])
    for group in groups:
        if len(group) > 1:
            group[0] = "(" + group[0]
            group[-1] += ")"
    return groups
