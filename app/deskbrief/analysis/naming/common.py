"""Words that a text uses in small letters more often than with a capital: they are no names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deskbrief.analysis.naming.joining import Group
from deskbrief.analysis.naming.known import KINDS
from deskbrief.analysis.naming.persons import GIVEN

#: How many times as often as in small letters the name of a person stands with a capital.
_SELDOM = 2
_SMALL = re.compile(r"\b[a-z]{3,30}\b")


def without_common_words(text: str, groups: Sequence[Group]) -> list[Group]:
    """Return the groups but for single words that mostly stand in small letters ("Peak", "Biodiesel")."""
    doubtful = {group.name.lower() for group in groups if _is_doubtful(group)}
    if not doubtful:
        return list(groups)
    small = Counter(word for match in _SMALL.finditer(text) if (word := match[0]) in doubtful)
    return [
        group for group in groups if not _is_doubtful(group) or _is_name(group, small[group.name.lower()])
    ]


def _is_name(group: Group, small: int) -> bool:
    """Tell whether a word stands so seldom in small letters that it is a name.

    Who is called by one word has a title somewhere; what models take for persons else are headings and terms.
    """
    guessed = group.kind == "person" and not group.titled and group.name.lower() not in GIVEN
    return _SELDOM * small < group.count if guessed else small <= group.count


def _is_doubtful(group: Group) -> bool:
    """Tell whether a name is one word in letters, found in this form alone and held for no law."""
    alone = group.name.isalpha() and group.name[1:].islower() and len(group.forms) == 1
    return alone and group.name not in KINDS and group.kind not in {"law", "document"}
