"""Events that are announced without a date: "will hold talks", "plans to launch", "is to visit"."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import helpers, is_infinitive
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.lexicon import listed
from deskbrief.document.outline import Degree, EventDate

#: What is announced: things that are done at one time.
_HAPPENINGS = listed(
    """acquire address announce appeal appear arrive attend auction begin buy close commence convene debate
    decide deliver deploy discuss dispatch embark file gather host hold inaugurate install introduce
    invade join launch leave meet merge nominate open present publish reconvene release reopen resign
    resume retire send sign start step submit sue testify tour travel unveil visit vote withdraw take"""
)
_ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PLANNING = frozenset({"plan", "intend", "agree", "prepare", "decide"})
_FIXED = frozenset({"set", "schedule", "due", "slate", "expect", "poise"})
_HOLDING = frozenset({"hold", "take", "begin", "start", "resume", "open", "launch", "convene"})
_PLURAL = frozenset({"talks", "elections", "negotiations"})
_UNDATED = "The text does not say when."


def announcements(tree: Tree) -> Iterator[Trigger]:
    """Yield the verbs of what somebody named, or a happening, is announced to do."""
    for at, word in enumerate(tree.words):
        if word.pos != "VERB" or word.tag not in {"VB", "VBN"} or tree.lemma(at) not in _HAPPENINGS:
            continue
        if word.lemma == "attend" and tree.child(at, {"dobj"}) < 0:
            continue  # "will attend to the needs of"
        top = _announcing(tree, at)
        if top >= 0 and _is_plain(tree, at, top) and _has_doer(tree, at, top):
            yield Trigger(at, at)


def undated(tree: Tree, trigger: Trigger) -> EventDate:
    """Return the date of an event without one."""
    start = tree.words[trigger.word].start
    return EventDate("", start, start, _UNDATED, Degree.UNRESOLVED)


def _announcing(tree: Tree, verb: int) -> int:
    """Return the verb of the clause that announces what `verb` tells, or -1."""
    if any(tree.words[at].text.lower() in {"will", "’ll", "'ll"} for at in helpers(tree, verb)):
        return verb
    above = tree.words[verb].head
    passive = tree.words[verb].tag == "VB" or tree.child(verb, {"auxpass"}) >= 0
    if not passive or not is_infinitive(tree, verb) or tree.words[verb].dep != "xcomp" or above == verb:
        return -1
    return above if _announces(tree, above, verb) else -1


def _announces(tree: Tree, above: int, verb: int) -> bool:
    """Tell whether a word announces the infinitive under it: "is to", "is set to", "plans to"."""
    if any(tree.words[at].tag == "MD" for at in helpers(tree, above)):
        return False
    if tree.lemma(above) == "be":
        # "is to visit", not "the aim is to visit"
        return tree.words[above].tag in {"VBZ", "VBP"} and verb - above <= 3
    if tree.lemma(above) in _FIXED:
        return tree.child(above, {"auxpass"}) >= 0 or tree.words[above].pos == "ADJ"
    return tree.lemma(above) in _PLANNING and tree.words[above].pos == "VERB"


def _is_plain(tree: Tree, verb: int, top: int) -> bool:
    """Tell whether the announcement is of a main clause, not negated and under no condition."""
    if any(tree.negated(at) for at in {verb, top}) or not tree.in_main_clause(top):
        return False
    if tree.sentence.words[-1].text == "?":
        return False
    return not any(word.lemma in {"if", "unless", "when", "whenever", "would"} for word in tree.words)


def _has_doer(tree: Tree, verb: int, top: int) -> bool:
    """Tell whether somebody named does it, or a happening is to be held."""
    subject = tree.subject(verb)
    subject = subject if subject >= 0 else tree.subject(top)
    if subject < 0:
        return False
    if is_event_noun(tree, subject):
        one = tree.words[subject].tag != "NNS" or tree.words[subject].text.lower() in _PLURAL
        return tree.lemma(verb) in _HOLDING and one
    if tree.words[subject].dep == "nsubjpass":
        return False
    word = tree.words[subject]
    return (word.tag not in {"WP", "WDT"} and word.pos == "PROPN") or (
        word.entity in _ACTORS and word.pos == "NOUN"
    )
