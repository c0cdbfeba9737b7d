"""Demands that a report of others' words tells of: "unions urged the minister to …"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from deskbrief.analysis.actors import can_act, head_of, is_somebody
from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.askable import can_be_asked
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.document.spans import Span

#: Sentences of a long document.
LONG = 60
#: Demands of others in a long text that compiles them, and their share of its sentences.
MANY, OFTEN = 8, 0.04
#: Clauses of others' speech in a text that reports it, and their share of its sentences.
FEW, SPOKEN = 3, 0.1
#: Share of its sentences that are quoted at least.
QUOTED = 0.03

_DEMANDING = frozenset(
    {"urge", "call", "demand", "recommend", "appeal", "exhort", "implore", "propose", "want"}
)
#: Those with which a thing is demanded: "the union proposes a tax credit for boats".
_OF_THINGS = frozenset({"recommend", "propose", "advocate", "demand", "call"})
#: What somebody is asked to do in the meeting itself: to speak, or to tell more.
_THERE_AND_THEN_WORDS = (
    "explain confirm clarify comment repeat say tell elaborate introduce leave speak sit stand describe "
    "open close note begin continue present outline address chair withdraw"
)
_THERE_AND_THEN = frozenset(_THERE_AND_THEN_WORDS.split())
#: Verbs with which those who meet put something forward.
_PUTTING = frozenset({"suggest", "propose", "recommend", "request", "urge"})
#: Verbs with which those who lead a meeting give out work.
_CHARGING = frozenset({"ask", "request", "advise", "instruct", "direct"})
#: What shows only that somebody else's words are told, and pronouns for who says them.
_OF_REPORTS = frozenset(
    {
        *("what somebody else says", "according to somebody", "speech", "attributed", "told in the past"),
        *("among sentences told in the past", "in a text that seldom asks", "a preamble or a decision"),
    }
)
#: What somebody had in mind once, which he may never have said.
_THINKING = frozenset({"believe", "think", "hope", "know", "imagine", "wish"})
_QUESTIONS = frozenset({"who", "what", "which", "whether", "if", "how", "why", "when", "where", ":", "?"})
_SOMEBODY = frozenset({"he", "she", "they", "others", "some", "many", "critics"})
#: What is named behind what it asks for: "…, according to a report by a think tank".
_PAPERS = frozenset({"report", "study", "paper", "statement", "review", "petition", "letter", "manifesto"})
_WRITERS = frozenset({"i", "we"})
#: Letters of the longest pronoun.
_LONGEST_PRONOUN = 4
_QUOTES = frozenset({'"', "“", "”", "``", "''"})


def tells_of_demands(units: Sequence[Unit], quoted: AbstractSet[int]) -> bool:
    """Tell whether a text is a report of what others want, with no advice of a writer's own.

    So is a short text in which nobody speaks of himself, and a longer one that compiles what many ask for
    or say. `quoted` are the places that `quoted_in` tells.
    """
    spoken = {units[at].whole for at in quoted}
    own = any(_is_own(unit) for unit in units if unit.whole not in spoken)
    if 2 < len(units) < LONG and any(unit.tree for unit in units) and not own:
        return True
    if not own and len(quoted) >= max(MANY, SPOKEN * len(units)):
        return True
    asked = sum(is_demand(unit) for unit in units)
    return asked >= MANY and asked >= OFTEN * len(units)


def reports_speech(
    units: Sequence[Unit], found: Sequence[AbstractSet[str]], quoted: AbstractSet[int]
) -> bool:
    """Tell whether a text reports what people say, as news does: much of it is quoted or told as theirs."""
    if len(quoted) < max(1, QUOTED * len(units)):
        return False
    told = sum(at in quoted or "what somebody else says" in found[at] for at in range(len(units)))
    return told >= max(FEW, SPOKEN * len(units))


def quoted_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the clauses with quotation marks in them, or between such in their paragraph."""
    places: set[int] = set()
    number, since, opened = -1, 0, 0
    for at, unit in enumerate(units):
        start, end = unit.sentence.start, unit.sentence.end
        if unit.number != number:
            number, since, opened = unit.number, unit.block.start, 0
        opened = _open_after(text, since, start, opened)
        inside = _open_after(text, start, end, opened)
        if opened or inside or _is_quoted(unit):
            places.add(at)
        opened, since = inside, end
    return frozenset(places)


def _open_after(text: str, start: int, end: int, opened: int) -> int:
    """Return how many quotations are open after a stretch, `opened` before it: curly or straight ones."""
    if end <= start:
        return opened
    curly = opened + text.count("“", start, end) - text.count("”", start, end)
    return max(curly, 0) ^ (text.count('"', start, end) & 1)


def _is_own(unit: Unit) -> bool:
    """Tell whether the writer speaks of himself."""
    words = unit.tree.words if unit.tree else ()
    return any(word.text.lower() in _WRITERS and word.dep in {"nsubj", "nsubjpass"} for word in words)


def _is_quoted(unit: Unit) -> bool:
    """Tell whether there are quotation marks in a clause."""
    words = unit.tree.words if unit.tree else ()
    return any(word.text in _QUOTES or word.text[:1] == "‘" for word in words)


def is_demand(unit: Unit, *, past: bool = False) -> bool:
    """Tell whether somebody who is named asks somebody else for something; with `past` also in the past."""
    asked = best(unit.advice)
    if asked is None or asked.form is not Form.VERB or unit.tree is None:
        return False
    if asked.speaker is None or not asked.main or asked.negated or unit.leads:
        return False
    tree = unit.tree
    at = tree.sentence.word_at(asked.wording.start)
    if asked.addressee is None:
        if tree.words[at].pos == "NOUN":
            return _is_named(tree, asked.speaker)
        for_ = tree.lemma(at) != "call" or asked.wording.end > tree.words[at].end
        told = tree.lemma(at) in _OF_THINGS and (_is_now(tree, at) or past)
        pronoun = past and asked.speaker.end - asked.speaker.start <= _LONGEST_PRONOUN and _is_he(tree, asked)
        return told and for_ and (pronoun or _is_named(tree, asked.speaker))
    if tree.lemma(at) == "suggest":  # "the council suggests the state to appeal", not "this suggests that"
        head = head_of(tree.words, asked.speaker)
        return head is not None and (is_somebody(head) or head.pos == "PROPN")
    return tree.lemma(at) in _DEMANDING or tree.words[at].pos == "NOUN"


def _is_he(tree: Tree, asked: Advice) -> bool:
    """Tell whether a pronoun says who asks, as where news goes on: "It called for an inquiry"."""
    head = head_of(tree.words, asked.speaker) if asked.speaker else None
    return head is not None and head.text.lower() in {"he", "she", "it", "they"}


def _is_now(tree: Tree, at: int) -> bool:
    """Tell whether a verb tells of now: "calls", "is calling", "has called"."""
    helpers = {tree.words[c].tag for c in tree.kids(at, {"aux"})}
    return tree.words[at].tag in {"VBZ", "VBP"} or (
        tree.words[at].tag in {"VBG", "VBN"} and not helpers.isdisjoint({"VBZ", "VBP"})
    )


def is_put_forward(unit: Unit) -> bool:
    """Tell whether somebody suggests something in a meeting: "Mr Reed suggested moving the stall"."""
    asked, tree = best(unit.advice), unit.tree
    if asked is None or tree is None or asked.form is not Form.VERB or asked.negated or not asked.main:
        return False
    if asked.speaker is None or unit.leads:
        return False
    return tree.lemma(tree.sentence.word_at(asked.wording.start)) in _PUTTING


def as_said(properties: AbstractSet[str]) -> AbstractSet[str]:
    """Return the properties of what somebody is told to say, as if the text itself said it."""
    return properties - _OF_REPORTS


def is_said_to_be_due(unit: Unit) -> bool:
    """Tell whether somebody who is named says what should be done: "Mills stressed that boats must …"."""
    asked = best(unit.advice)
    if asked is None or unit.tree is None or asked.form not in {Form.MODAL, Form.NEED}:
        return False
    if asked.speaker is None or not asked.main or unit.leads:
        return False
    head = head_of(unit.tree.words, asked.speaker)
    if any(word.tag == "VBD" and word.lemma in _THINKING for word in unit.tree.words):
        return False
    if head is None:
        return False
    named = can_act(head) or head.pos == "PROPN" or head.text.lower() in _SOMEBODY
    return named or (asked.wording.end < asked.speaker.start and head.lemma in _PAPERS)


def _is_indirect_question(tree: Tree, at: int) -> bool:
    """Tell whether somebody only wants to know: "asked who would pay", "asked the clerk: does it hold"."""
    after = [word.text.lower() for word in tree.words[at + 1 : at + 6]]
    return any(word in _QUESTIONS for word in after)


def _is_named(tree: Tree, speaker: Span) -> bool:
    """Tell whether a noun or name tells who speaks, no pronoun and no thing."""
    head = head_of(tree.words, speaker)
    return head is not None and head.pos in NOUNS and can_be_asked(tree, tree.words.index(head))


def is_given_out(unit: Unit) -> bool:
    """Tell whether somebody is given work in a meeting: "the chair asked the treasurer to prepare a note"."""
    asked, tree = best(unit.advice), unit.tree
    if asked is None or tree is None or asked.form is not Form.VERB or asked.negated or not asked.main:
        return False
    if asked.speaker is None or asked.addressee is None or unit.leads:
        return False
    at, first = (tree.sentence.word_at(place.start) for place in (asked.wording, asked.action))
    if at < 0 or first < 0 or tree.lemma(at) not in _CHARGING or _is_indirect_question(tree, at):
        return False
    if tree.lemma(at) == "advise" and "to" not in {
        word.text.lower() for word in tree.words[first - 2 : first]
    }:
        return False  # "the clerk advised that the post was filled"
    return tree.lemma(first) not in _THERE_AND_THEN
