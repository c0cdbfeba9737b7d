"""Bodies that recommend in their own reports, where they speak of themselves by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.spans import Span

#: Bodies that write reports and call themselves by what they are: "the Committee recommends".
_BODIES_WORDS = (
    "committee subcommittee commission inquiry panel inspectorate review tribunal ombudsman rapporteur "
    "taskforce force group board council auditor mission team coroner assembly conference audit evaluation "
    "coalition alliance inspector examiner evaluator reviewer forum roundtable"
)
_BODIES = frozenset(_BODIES_WORDS.split())
_ITS_OWN = frozenset({"the", "this", "our"})
#: What the writers of a report did for it, as they tell.
_FINDING_WORDS = (
    "find review analyse analyze examine interview conclude determine assess identify visit survey compare "
    "observe audit inspect investigate evaluate"
)
_FINDING = frozenset(_FINDING_WORDS.split())
#: Times that a name must be told to have worked on a report to be its writer.
_OFTEN = 2
_RECOMMENDING = frozenset({"recommend", "urge", "call"})
#: Verbs with which bodies ask somebody who is named to do something.
_MILD = frozenset({"encourage", "request", "invite", "advise", "ask", "exhort"})
#: Words before who speaks: "Accordingly, the Committee recommends …".
_MOST_BEFORE = 4


def narrators(units: Sequence[Unit]) -> frozenset[str]:
    """Return the names that a report tells of as of its writers: "GAO reviewed … and found …"."""
    found: Counter[str] = Counter()
    for unit in units:
        if unit.tree is not None:
            found.update(_finders(unit.tree))
    return frozenset(name for name, times in found.items() if times >= _OFTEN)


def _finders(tree: Tree) -> Iterator[str]:
    for at, word in enumerate(tree.words):
        if word.pos != "VERB" or word.lemma.lower() not in _FINDING or word.tag == "VBG":
            continue
        subject = tree.subject(at)
        if subject >= 0 and tree.words[subject].pos == "PROPN" and tree.words[subject].dep == "nsubj":
            yield _name(tree, tree.phrase(subject))


def _name(tree: Tree, phrase: Span) -> str:
    inside = [word.text for word in tree.words if phrase.start <= word.start < phrase.end]
    return " ".join(inside).lower().removeprefix("the ")


def speaks_for_itself(unit: Unit, writers: frozenset[str]) -> bool:
    """Tell whether the body that wrote the text recommends something in it, in the present tense."""
    tree, asked = unit.tree, best(unit.advice)
    if tree is None or asked is None or asked.form is not Form.VERB or unit.leads:
        return False
    if asked.speaker is None or not asked.main or asked.negated or unit.zone.zone is Zone.AGAINST:
        return False
    return _is_now(tree, asked) and _opens(tree, asked.speaker) and _is_writer(tree, asked.speaker, writers)


def _is_now(tree: Tree, asked: Advice) -> bool:
    """Tell whether the verb stands in the present: "recommends", "is recommending"."""
    at = tree.sentence.word_at(asked.wording.start)
    if at < 0 or tree.lemma(at) not in (_RECOMMENDING | _MILD if asked.addressee else _RECOMMENDING):
        return False
    helpers = [tree.words[kid].tag for kid in tree.kids(at, {"aux"})]
    return (tree.words[at].tag in {"VBZ", "VBP"} and not helpers) or (
        tree.words[at].tag == "VBG" and helpers in (["VBZ"], ["VBP"])
    )


def _opens(tree: Tree, speaker: Span) -> bool:
    before = [word for word in tree.words if word.start < speaker.start]
    return not before or (len(before) <= _MOST_BEFORE and before[-1].text == ",")


def _is_writer(tree: Tree, speaker: Span, writers: frozenset[str]) -> bool:
    if _name(tree, speaker) in writers:
        return True
    words = [word.text.lower() for word in tree.words if speaker.start <= word.start < speaker.end]
    return len(words) > 1 and words[0] in _ITS_OWN and words[-1] in _BODIES
