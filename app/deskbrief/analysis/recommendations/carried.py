"""Advice that a noun carries: "the board repeated its call for the port to close", "a petition urging …"."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.grammar import NOUNS, SUBJECTS, Tree, place_of
from deskbrief.analysis.recommendations.actions import done_of
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import CARRYING, OWN_VOICE
from deskbrief.document.spans import Span

_OWN = frozenset({"our", "my"})
#: What is done with a call or recommendation by those who share it, and by those who do not.
_SHARING_WORDS = (
    "support endorse back repeat reiterate renew echo welcome adopt share second restate reaffirm reinforce"
)
_SHARING = frozenset(_SHARING_WORDS.split())
_REFUSING = frozenset({"reject", "dismiss", "oppose", "ignore", "withdraw", "drop", "refuse", "resist"})
#: Nouns whose bare infinitive is what is advised: "the recommendation to close the port".
_WITH_TO = frozenset({"recommendation", "call", "advice"})
#: Steps of the longest climb in a tree.
_HIGHEST = 8
_SUBJUNCTIVE = frozenset({"VB", "VBP"})
_MODALS = frozenset({"should", "must", "shall", "ought"})
#: Papers that ask: "a motion calling on the government to …".
_PAPER_WORDS = (
    "motion resolution petition letter statement report paper declaration amendment appeal note editorial "
    "article joint memorandum"
)
PAPERS = frozenset(_PAPER_WORDS.split())


def carried_in(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield the advice of a noun for advice with its clause, where it says whose it is."""
    verb = _clause_of(tree, at)
    above = tree.words[at].head
    if verb < 0 or tree.words[at].dep not in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return
    if tree.lemma(above) in _REFUSING or tree.negated(above):
        return
    own, speaker = _whose(tree, at, above)
    if not own and speaker < 0:
        return
    subject = tree.child(verb, SUBJECTS)
    acts = subject >= 0 and tree.words[subject].dep == "nsubj" and tree.words[subject].tag != "WDT"
    yield Advice(
        form=Form.VERB,
        strength=CARRYING[tree.lemma(at)],
        wording=place_of(tree.words[at]),
        action=done_of(tree, verb, _start_of(tree, verb)),
        addressee=tree.phrase(subject) if acts else None,
        speaker=None if own else _named(tree, speaker),
        main=tree.in_main_clause(above),
        negated=tree.negated(verb),
    )


def _clause_of(tree: Tree, noun: int) -> int:
    """Return the verb of the clause that says what is advised, -1 for none."""
    after = tree.words[noun + 1].text.lower() if noun + 1 < len(tree.words) else ""
    beside = tree.kids(tree.words[noun].head, {"advcl", "ccomp"}) if after == "for" else []
    marked = [verb for verb in beside if tree.child(verb, {"mark"}) == noun + 1]
    for verb in (*tree.kids(noun, {"acl", "advcl", "relcl", "ccomp", "xcomp"}), *marked):
        if verb < noun or tree.words[verb].pos not in {"VERB", "AUX"}:
            continue
        helpers = [tree.words[c] for c in tree.children[verb] if c < verb]
        to = any(word.tag == "TO" for word in helpers)
        modal = any(word.text.lower() in _MODALS for word in helpers)
        bare = tree.words[verb].tag in _SUBJUNCTIVE or any(word.tag == "VB" for word in helpers)
        subject = tree.child(verb, SUBJECTS)
        if to and (after == "for" or (after == "to" and tree.lemma(noun) in _WITH_TO)):
            return verb
        if after == "that" and subject > noun + 1 and (modal or (bare and not to)):
            return verb
    return -1


def _start_of(tree: Tree, verb: int) -> int:
    """Return where what is to be done begins: behind "to", a modal verb or who is to do it."""
    helpers = [c for c in tree.children[verb] if c < verb and tree.words[c].tag in {"TO", "MD"}]
    subject = tree.child(verb, SUBJECTS)
    if helpers:
        return tree.words[helpers[-1]].end
    return tree.span(subject).end if 0 <= subject < verb else tree.words[verb].start


def _named(tree: Tree, owner: int) -> Span:
    """Return the phrase of a noun without the "'s" that tells what is its."""
    phrase, case = tree.phrase(owner), tree.child(owner, {"case"})
    return Span(phrase.start, tree.words[case - 1].end) if case > owner else phrase


def _whose(tree: Tree, noun: int, above: int) -> tuple[bool, int]:
    """Return whether it is the writer's own, else the word for whose it is, -1 for nobody's."""
    owner = tree.child(noun, {"poss"})
    subject = tree.child(above, {"nsubj"})
    if subject == noun:
        subject = -1
    if owner >= 0 and tree.words[owner].tag != "PRP$":
        return False, owner
    written = tree.words[owner].text.lower() if owner >= 0 else ""
    if written in _OWN:
        return tree.words[above].tag in {"VBP", "VBZ"}, -1
    shares = tree.lemma(above) in _SHARING and subject >= 0
    if shares and tree.words[subject].text.lower() in OWN_VOICE:
        return tree.words[above].tag in {"VBP", "VBZ"}, -1
    told = shares or (written != "" and subject >= 0)
    return False, subject if told and tree.words[subject].pos in NOUNS else -1


def paper_of(tree: Tree, verb: int) -> Span | None:
    """Return the paper that asks with a participle ("a motion calling on …"), none for any other."""
    noun = tree.words[verb].head
    if tree.words[verb].dep != "acl" or tree.words[verb].tag != "VBG" or tree.lemma(noun) not in PAPERS:
        return None
    return tree.phrase(noun)


def verb_above(tree: Tree, at: int) -> int:
    """Return the verb that the phrase of a word hangs on: "passed" of "passed a motion calling on …"."""
    at = tree.words[at].head
    for _ in range(_HIGHEST):
        if tree.words[at].dep not in {"dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr", "agent"}:
            return at
        at = tree.words[at].head
    return at
