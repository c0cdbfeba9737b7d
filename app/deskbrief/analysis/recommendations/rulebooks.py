"""Duties that a book of rules lays down, and what a long book says in passing: no advice on a policy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.actors import BODIES, head_of
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.outline import Strength

#: Sentences of a book of rules at least, the share of them that are duties, and of duties among what asks.
_LONG, _DUTIES, _MOSTLY = 150, 0.06, 0.55
#: How often a book of rules names itself, and how much advice it gives at most for each duty.
_NAMED, _ADVICE = 3, 0.1
_ITSELF = re.compile(
    r"\bth(?:is|ese)\s(?:[A-Z]\w{2,20}\s)?(?:handbook|manual|code|regulations?|rules|procedures?|directive|"
    r"by-?laws?|polic(?:y|ies)|standards?|instruction|order|agreement|contract|terms|charter|statute|act)\b",
    re.IGNORECASE,
)
#: Sentences of a long book, the share of them that ask at most where asking is not what it is for, and how
#: many have to ask before that tells anything.
_BOOK, _SELDOM, _OFTEN = 1_000, 0.06, 40
_ACTING = frozenset({"ORG", "GPE", "NORP"})
_OFFICES_WORDS = (
    "state country ministry minister congress senate parliament agency council court police board committee "
    "company industry lawmaker policymaker legislator regulator politician president commissioner governor "
    "leader school university bank publisher employer secretary director administrator official authority"
)
_OFFICES = BODIES | frozenset(_OFFICES_WORDS.split())


def duties_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the duties ("must", "shall") of a book of rules, none for any other text.

    A book of rules names itself ("this Handbook"), says "must" and "shall" again and again, more often than
    "should", and its writers hardly recommend anything.
    """
    if len(units) < _LONG:
        return frozenset()
    asked = [best(unit.advice) for unit in units]
    modal = [at for at, one in enumerate(asked) if one is not None and one.main and one.form is Form.MODAL]
    duties = [at for at in modal if _is_duty(asked[at]) and units[at].zone.zone is not Zone.STRONG]
    enough = len(duties) >= max(_DUTIES * len(units), _MOSTLY * len(modal))
    recommended = sum(_recommends(one) for one in asked)
    if not enough or recommended > _ADVICE * len(duties) or not _names_itself(text, units):
        return frozenset()
    return frozenset(duties)


def remark_on_duties(number: int) -> tuple[str, ...]:
    """Return what is to be said of a book of rules with so many duties that are not listed."""
    if not number:
        return ()
    return (
        f"This text lays down rules: its {number} duties (must, shall) are not listed as recommendations.",
    )


def _is_duty(asked: Advice | None) -> bool:
    return asked is not None and asked.strength is Strength.MUST


def _recommends(asked: Advice | None) -> bool:
    """Tell whether the writers themselves recommend something."""
    return asked is not None and asked.form is Form.VERB and asked.main and asked.speaker is None


def _names_itself(text: str, units: Sequence[Unit]) -> bool:
    named = 0
    for unit in units:
        named += _ITSELF.search(text, unit.sentence.start, unit.sentence.end) is not None
        if named >= _NAMED:
            return True
    return False


def said_in_passing(units: Sequence[Unit], listed: Sequence[bool]) -> frozenset[int]:
    """Return the places of what a long book that seldom asks says of anybody: how a ski should be held.

    What it asks of a body or an office stays, and so does all where advice has a place of its own.
    """
    asking = [at for at, is_one in enumerate(listed) if is_one]
    if len(units) < _BOOK or not _OFTEN <= len(asking) <= _SELDOM * len(units):
        return frozenset()
    if any(units[at].zone.zone is Zone.STRONG or units[at].lead is not None for at in asking):
        return frozenset()
    if any(_recommends(best(units[at].advice)) for at in asking):
        return frozenset()
    return frozenset(at for at in asking if not _is_of_office(units[at]))


def _is_of_office(unit: Unit) -> bool:
    asked = best(unit.advice)
    if asked is None or asked.addressee is None or unit.tree is None:
        return False
    head = head_of(unit.tree.words, asked.addressee)
    if head is None:
        return False
    return head.pos == "PROPN" or head.entity in _ACTING or head.lemma.lower() in _OFFICES
