"""Who tells what a clause asks for: the text itself, or somebody whom it reports."""

from __future__ import annotations

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations.vocabulary import OWN_VOICE, SAYING
from deskbrief.document.spans import Span

_NOBODY = frozenset({"it", "there", "that", "this", "which", "who", "what"})
#: Nouns for what somebody says should be done.
_WORDS_WORDS = (
    "suggestion proposal recommendation submission argument demand request view opinion advice position "
    "contention claim case message answer wish"
)
_WORDS = frozenset(_WORDS_WORDS.split())
#: Steps of the longest climb in a tree.
_HIGHEST = 12


def teller_of(tree: Tree, verb: int) -> int:
    """Return the verb of saying or thinking that somebody else's clause at `verb` hangs on, or -1."""
    at = verb
    for _ in range(_HIGHEST):
        word = tree.words[at]
        if word.dep == "ccomp" and word.head != at:
            if _is_told(tree, word.head):
                return word.head
        elif word.dep not in {"conj", "advcl", "relcl", "acl", "xcomp"}:
            break
        at = word.head
    parenthesis = next((c for c in tree.children[at] if tree.words[c].dep == "parataxis"), -1)
    return parenthesis if parenthesis >= 0 and _is_told(tree, parenthesis) else -1


def _is_told(tree: Tree, at: int) -> bool:
    if tree.lemma(at) == "be":
        return _owner_of(tree, at) >= 0
    if tree.lemma(at) not in SAYING:
        return False
    subject = tree.subject(at)
    return subject < 0 or tree.words[subject].lemma.lower() not in OWN_VOICE


def _owner_of(tree: Tree, copula: int) -> int:
    """Return the word for whose "second suggestion was that …" it is, -1 for the writer's."""
    noun = tree.child(copula, {"nsubj"})
    owner = tree.child(noun, {"poss"}) if noun >= 0 and tree.lemma(noun) in _WORDS else -1
    return owner if owner >= 0 and tree.words[owner].text.lower() not in {"my", "our"} else -1


def speaker_of(tree: Tree, verb: int) -> Span | None:
    """Return who says what the clause at `verb` asks for; none for the text itself."""
    teller = teller_of(tree, verb)
    if teller < 0:
        return None
    subject = _owner_of(tree, teller) if tree.lemma(teller) == "be" else tree.child(teller, {"nsubj"})
    if subject < 0 or tree.words[subject].text.lower() in _NOBODY or tree.words[subject].tag == "PRP$":
        return None
    return tree.phrase(subject)


#: Verbs that say how things are in the plain form, too: "suggested that the attacks constitute a crime".
_STATING = frozenset({"constitute", "amount", "represent", "mean", "indicate", "reflect", "exist", "belong"})


def is_stated(tree: Tree, verb: int) -> bool:
    """Tell whether the clause says how things are: "this suggests that prices will fall"."""
    if any(tree.words[c].text.lower() in {"should", "must", "ought"} for c in tree.children[verb]):
        return False
    if tree.words[verb].tag == "VBP" and tree.lemma(verb) in _STATING:
        return True
    finite = {"VBZ", "VBD", "MD"}
    helped = any(tree.words[c].tag in finite for c in tree.kids(verb, {"aux", "auxpass"}))
    return helped or (tree.words[verb].tag in {"VBZ", "VBD"} and tree.lemma(verb) in {"be", "have", "do"})
