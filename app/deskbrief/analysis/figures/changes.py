"""Words of change: what rises and falls, as lemmas, as beginnings of words, and before a share."""

from __future__ import annotations

_UP = (
    "rise increase grow climb jump surge soar gain double triple expand swell escalate accelerate raise boost"
)
_UP += " widen strengthen growth increment expansion hike upturn"
_DOWN = (
    "fall drop decline decrease shrink plunge slump cut reduce lower slide contract dip tumble halve narrow"
)
_DOWN += " weaken lose slash reduction contraction decrement loss shortfall cutback"
#: Words of change by the direction that they tell.
CHANGES = {
    **dict.fromkeys(_UP.split(), "up"),
    **dict.fromkeys(_DOWN.split(), "down"),
    "up": "up",
    "down": "down",
}
#: How words of change begin in whatever form, also those that tell no direction.
BEGINNINGS = (
    *("ris", "rose", "increas", "grow", "grew", "climb", "jump", "surg", "soar", "expan", "rais", "boost"),
    *("fall", "fell", "drop", "declin", "decreas", "shr", "plung", "slump", "cut", "reduc", "lower", "slid"),
    *("contract", "tumbl", "halv", "doubl", "tripl", "chang", "up", "down", "mov", "went", "swell", "widen"),
    *("narrow", "slow", "accelerat", "improv", "worsen", "slash", "lift", "shift", "quadrupl"),
)
#: Nouns of change before a share of what was there: "a decline of nearly a quarter".
BY_A_SHARE = frozenset(
    """cut decline decrease drop fall gain growth increase jump reduction rise""".split()  # noqa: SIM905
)
