"""Whether an event told in prose has happened, with the wording that decided."""

from __future__ import annotations

from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.moment import Moment
from deskbrief.document.outline import Status

_FAILED = frozenset({"fail", "refuse", "deny", "decline", "cancel", "avoid", "prevent", "reject"})
_PLANNED = frozenset(
    {
        "plan",
        "expect",
        "schedule",
        "set",
        "due",
        "intend",
        "aim",
        "hope",
        "slate",
        "agree",
        "promise",
        "order",
        "prepare",
        "want",
    }
)
_PLANNED_NOUNS = frozenset({"plan", "order", "intention", "proposal", "deadline", "schedule", "option"})
_MAYBE = frozenset({"would", "could", "might", "may", "should", "can"})
_THREATENED = frozenset({"threaten", "propose", "consider", "suggest", "recommend", "urge", "call"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def status_of(tree: Tree, trigger: Trigger, edtf: str, written: Moment | None) -> tuple[Status, str]:
    """Return the status of an event and the wording that decided it ("" when its date or tense did)."""
    verb = trigger.verb
    return (
        _negated(tree, verb)
        or _hypothetical(tree, verb)
        or _planned(tree, verb)
        or (_by_tense(tree, verb, edtf, written), "")
    )


def _helpers(tree: Tree, verb: int) -> list[int]:
    return tree.kids(verb, {"aux", "auxpass"})


def _negated(tree: Tree, verb: int) -> tuple[Status, str] | None:
    found = tree.child(verb, {"neg"})
    if found >= 0:
        return Status.NEGATED, tree.words[found].text
    head = tree.words[verb].head
    if tree.words[verb].dep in {"xcomp", "ccomp", "pcomp"} and tree.lemma(head) in _FAILED:
        return Status.NEGATED, tree.words[head].text
    return None


def _hypothetical(tree: Tree, verb: int) -> tuple[Status, str] | None:
    for at in _helpers(tree, verb):
        if tree.words[at].text.lower() in _MAYBE:
            return Status.HYPOTHETICAL, tree.words[at].text
    mark = tree.child(verb, {"mark"})
    if mark >= 0 and tree.lemma(mark) in {"if", "unless", "whether"}:
        return Status.HYPOTHETICAL, tree.words[mark].text
    head = tree.words[verb].head
    if head != verb and _is_infinitive(tree, verb) and tree.lemma(head) in _THREATENED:
        return Status.HYPOTHETICAL, tree.words[head].text
    return None


def _planned(tree: Tree, verb: int) -> tuple[Status, str] | None:
    for at in _helpers(tree, verb):
        if tree.words[at].text.lower() in _WILL:
            return Status.PLANNED, tree.words[at].text
    head = tree.words[verb].head
    if _is_infinitive(tree, verb) and head != verb:
        if tree.lemma(head) in _PLANNED | _PLANNED_NOUNS:
            return Status.PLANNED, tree.words[head].text
        if tree.lemma(head) == "be":
            return Status.PLANNED, f"{tree.words[head].text} to"
    if tree.lemma(verb) in {"schedule", "plan", "slate", "expect"} and tree.words[verb].tag == "VBN":
        return Status.PLANNED, tree.words[verb].text
    if head != verb and _is_infinitive(tree, verb) and tree.words[head].pos in {"VERB", "AUX"}:
        return _planned(tree, head)
    return None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.words[at].tag == "TO" for at in tree.children[verb])


def _by_tense(tree: Tree, verb: int, edtf: str, written: Moment | None) -> Status:
    """Return the status that tense and date give: what is told in the past has happened."""
    tags = {tree.words[verb].tag, *(tree.words[at].tag for at in _helpers(tree, verb))}
    if tags & {"VBD"} or (tree.words[verb].tag == "VBN" and not tags & {"VBZ", "VBP", "MD"}):
        return Status.OCCURRED
    if tree.words[verb].tag == "VBG" and tags & {"VBZ", "VBP"} and dated(edtf, written) is Status.OCCURRED:
        return Status.ONGOING
    return dated(edtf, written)
