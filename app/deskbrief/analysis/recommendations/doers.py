"""Who is to do what an item of a list asks for: named before a colon, or the subject of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.actors import can_act, head_of, is_body
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations.advice import Form, best
from deskbrief.analysis.recommendations.askable import can_be_asked
from deskbrief.analysis.recommendations.misread import is_base_verb
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.words import Word
from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span

#: Words of the longest name of a person before a colon.
_NAME = 3

_THAT = re.compile(r"that,?\s", re.IGNORECASE)


def of_that_clause(text: str, unit: Unit, body: Span) -> tuple[Span, Span | None]:
    """Return what an item of "we recommend that:" asks for, without "that", and who is to do it.

    That is the subject of its first verb, if it can act and nothing is done to it: "the port | buy boats".
    """
    that = _THAT.match(text, body.start, body.end)
    lead = unit.lead
    gathered = lead is None and unit.zone.zone is Zone.STRONG
    if not gathered and (lead is None or _ASKS.match(lead.wording.of(text)) is None):
        return body, None
    after = lead is not None and _THAT_ENDS.search(lead.span.of(text)) is not None
    rest = Span(that.end(), body.end) if that else body
    tree = unit.tree
    if tree is None or not (that or after):
        return rest, None
    places = (at for at, word in enumerate(tree.words) if word.start >= rest.start)
    at = next((at for at in places if _is_done(tree, at)), -1)
    subject = tree.subject(at) if at >= 0 else -1
    aside = at >= 0 and tree.words[at].dep in {"auxpass", "aux"}
    if subject < 0 and (misread := _misread(tree, rest.start)):
        return rest, misread
    if subject < 0 or aside or tree.words[at].tag not in _PLAIN or not can_be_asked(tree, subject):
        return rest, None
    who = tree.phrase(subject)
    return rest, who if rest.start <= who.start and who.end < tree.words[at].start else None


def _misread(tree: Tree, start: int) -> Span | None:
    """Return who is to act where a model took the verb for a noun: "councils | publish, by June, …"."""
    first = tree.sentence.word_at(start)
    for at in range(max(first + 1, 1), len(tree.words) - 1):
        before, word, after = tree.words[at - 1 : at + 2]
        if word.text in {",", ";", ":"} or word.pos in {"VERB", "AUX"}:
            return None
        plural = before.tag == "NNS" and word.text in IMPERATIVES and after.text == ","
        if (plural or is_base_verb(tree, at)) and can_be_asked(tree, at - 1):
            return Span(tree.words[first].start, before.end)
    return None


def is_resolved(text: str, unit: Unit) -> bool:
    """Tell whether an item under a heading for recommendations is a clause that says what is to be done.

    "That the Council adopt the plan" is one, with its verb in the plain form.
    """
    if unit.zone.zone is not Zone.STRONG or unit.block.kind is not BlockKind.LIST_ITEM or unit.place:
        return False
    start = unit.sentence.start
    that = _THAT.match(text, start, unit.sentence.end)
    tree = unit.tree
    if that is None or tree is None:
        return False
    at = next((at for at, word in enumerate(tree.words) if word.start > start and _is_done(tree, at)), -1)
    subject = tree.subject(at) if at >= 0 else -1
    if subject < 0:
        return False
    alone = tree.words[subject].tag in {"NN", "NNP"} and tree.child(subject, {"conj"}) < 0
    return tree.words[at].tag == "VB" or (tree.words[at].tag == "VBP" and alone)


#: Verbs whose clause with "that" says who is to do what.
_ASKS = re.compile(
    r"(?:recommend|urg|ask|request|propos|suggest|advis|demand|insist|agree|resolve)", re.IGNORECASE
)
_THAT_ENDS = re.compile(r"\bthat:?\s{0,3}$", re.IGNORECASE)
#: Tags of verbs in their plain form, and of nouns that the model takes them for: "the ministry fund a boat".
_PLAIN = frozenset({"VB", "VBP", "NN"})


def _is_done(tree: Tree, at: int) -> bool:
    """Tell whether a word is a verb, also where the model has taken it for a noun that has a subject."""
    word = tree.words[at]
    misread = word.tag == "NN" and word.text.lower() in IMPERATIVES and tree.child(at, {"nsubj"}) >= 0
    return word.pos in {"VERB", "AUX"} or misread


def doer_of(text: str, unit: Unit, label: Span | None) -> str:
    """Return who is named before a colon and given a task: "Ana: write to the council", "Pilots: call"."""
    advice = best(unit.advice)
    if label is None or unit.tree is None or advice is None or advice.form is not Form.IMPERATIVE:
        return ""
    after = advice.wording.start >= label.end
    inside = [word for word in unit.tree.words if label.start <= word.start < label.end]
    persons = [word for word in inside if word.entity == "PERSON"]
    named = 0 < len(inside) <= _NAME and len(persons) == len(inside)
    return words_of(text, label) if named or (after and _are_many_or_a_body(unit.tree, inside, label)) else ""


def _are_many_or_a_body(tree: Tree, inside: Sequence[Word], label: Span) -> bool:
    """Tell whether a label, with these words `inside`, names a body or people who can act."""
    head = head_of(tree.words, label)
    if head is None or not can_act(head) or any(word.pos in {"VERB", "AUX"} for word in inside):
        return False
    if inside[0].text.lower() in IMPERATIVES:
        return False  # "Reassess Sanctions: …"
    return head.tag in {"NNS", "NNPS"} or head.entity == "ORG" or is_body(head.text.lower())
