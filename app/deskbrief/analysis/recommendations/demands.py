"""Demands that a report of others' words tells of: "unions urged the minister to …"."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.units import Unit

#: Sentences of a long document.
LONG = 60
#: Demands of others in a long text that compiles them, and their share of its sentences.
MANY, OFTEN = 8, 0.04

_DEMANDING = frozenset({"urge", "call", "demand", "recommend", "appeal", "exhort", "implore", "propose"})
#: What somebody is asked to do in the meeting itself: to speak, or to tell more.
_THERE_AND_THEN_WORDS = (
    "explain confirm clarify comment repeat say tell elaborate introduce leave speak sit stand describe "
    "open close note begin continue present outline address chair withdraw"
)
_THERE_AND_THEN = frozenset(_THERE_AND_THEN_WORDS.split())
#: Verbs with which those who lead a meeting give out work.
_CHARGING = frozenset({"ask", "request"})
_WRITERS = frozenset({"i", "we"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})


def tells_of_demands(units: Sequence[Unit]) -> bool:
    """Tell whether a text is a report of what others want, with no advice of a writer's own.

    So is a short text in which nobody speaks of himself, and a longer one that compiles what many ask for.
    """
    quoted = {unit.whole for unit in units if _is_quoted(unit)}
    own = any(_is_own(unit) for unit in units if unit.whole not in quoted)
    if 2 < len(units) < LONG and any(unit.tree for unit in units) and not own:
        return True
    asked = sum(is_demand(unit) for unit in units)
    return asked >= MANY and asked >= OFTEN * len(units)


def _is_own(unit: Unit) -> bool:
    """Tell whether the writer speaks of himself."""
    words = unit.tree.words if unit.tree else ()
    return any(word.text.lower() in _WRITERS and word.dep in {"nsubj", "nsubjpass"} for word in words)


def _is_quoted(unit: Unit) -> bool:
    """Tell whether there are quotation marks in a clause."""
    words = unit.tree.words if unit.tree else ()
    return any(word.text in _QUOTES or word.text[:1] == "‘" for word in words)


def is_demand(unit: Unit) -> bool:
    """Tell whether somebody who is named asks somebody else for something."""
    asked = best(unit.advice)
    if asked is None or asked.form is not Form.VERB or unit.tree is None:
        return False
    if asked.speaker is None or asked.addressee is None or not asked.main or asked.negated or unit.leads:
        return False
    return unit.tree.lemma(unit.tree.sentence.word_at(asked.wording.start)) in _DEMANDING


def is_given_out(unit: Unit) -> bool:
    """Tell whether somebody is given work in a meeting: "the chair asked the treasurer to prepare a note"."""
    asked, tree = best(unit.advice), unit.tree
    if asked is None or tree is None or asked.form is not Form.VERB or asked.negated or not asked.main:
        return False
    if asked.speaker is None or asked.addressee is None or unit.leads:
        return False
    at, first = (tree.sentence.word_at(place.start) for place in (asked.wording, asked.action))
    if at < 0 or first < 0 or tree.lemma(at) not in _CHARGING:
        return False
    return tree.lemma(first) not in _THERE_AND_THEN
