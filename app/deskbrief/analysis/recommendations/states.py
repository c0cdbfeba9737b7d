"""Recommendations that states make to each other, which are named behind them in brackets."""

from __future__ import annotations

import re
from dataclasses import replace

from deskbrief.analysis.naming.known import KINDS
from deskbrief.document.outline import Recommendation

_NAMED = re.compile(r"(?: \([A-Z][^()]{2,60}\)){1,12}[;.]?$")
#: Names of states that are as well those of people or things, and how meetings of states write some.
_STATES = frozenset(
    {
        *("Chad", "Dominica", "Georgia", "Israel", "Jordan", "Cabo Verde", "Côte d’Ivoire", "Côte d'Ivoire"),
        *("Islamic Republic of Iran", "Bolivarian Republic of Venezuela", "Plurinational State of Bolivia"),
        *("Republic of Korea", "Republic of Moldova", "Russian Federation", "State of Palestine", "Holy See"),
        *("Syrian Arab Republic", "Türkiye", "United Republic of Tanzania", "Viet Nam", "Brunei Darussalam"),
        *("United Kingdom of Great Britain and Northern Ireland", "United States of America"),
        *("Lao People’s Democratic Republic", "Lao People's Democratic Republic"),
    }
)


def by_states(one: Recommendation) -> Recommendation:
    """Return a recommendation with the states that make it, named behind it in brackets, as its speakers."""
    match = _NAMED.search(one.action)
    if match is None or one.speaker:
        return one
    states = [state.strip() for state in re.findall(r"\(([^()]*)\)", match[0])]
    if not all(_is_state(state.removeprefix("Kingdom of the ")) for state in states):
        return one
    return replace(one, action=one.action[: match.start()].rstrip(), speaker=", ".join(states))


def _is_state(name: str) -> bool:
    return name in KINDS or name in _STATES
