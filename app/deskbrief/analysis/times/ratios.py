"""Numbers that say what a share is out of: "1 in 1000 people"."""

from __future__ import annotations

import re

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found
from deskbrief.analysis.times.surroundings import Surroundings

#: "1 in", "one in every", "3 out of": what comes next is a number of cases.
_OUT_OF = re.compile(r"\b(?:\d|one|two|three|four|five)\s(?:in|out of)\s(?P<every>every\s)?$", re.IGNORECASE)
_COUNTED = listed("people persons children men women adults patients babies births live newborns")
#: Round numbers before this one are hardly ever years.
_EARLY = 1600


def is_ratio(found: Found, around: Surroundings) -> bool:
    """Tell whether the number is what a share is out of: "1 in 1000", "one in every 1500 children"."""
    match = _OUT_OF.search(around.text, max(found.start - 30, 0), found.start)
    if match is None:
        return False
    follows = around.word_after(found.end)
    plural = follows.isalpha() and follows.islower() and len(follows) > 3 and follows.endswith("s")
    counted = follows.lower() in _COUNTED or (plural and not follows.endswith("ss"))
    old = found.recipe.year < _EARLY and found.recipe.year % 100 == 0
    return match["every"] is not None or "out" in match[0] or counted or old
