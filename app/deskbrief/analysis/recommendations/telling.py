"""Who tells what a clause asks for: the text itself, or somebody whom it reports."""

from __future__ import annotations

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations.vocabulary import OWN_VOICE, SAYING
from deskbrief.document.spans import Span

_NOBODY = frozenset({"it", "there", "that", "this", "which", "who", "what"})
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
    if tree.lemma(at) not in SAYING:
        return False
    subject = tree.subject(at)
    return subject < 0 or tree.words[subject].lemma.lower() not in OWN_VOICE


def speaker_of(tree: Tree, verb: int) -> Span | None:
    """Return who says what the clause at `verb` asks for; none for the text itself."""
    teller = teller_of(tree, verb)
    subject = tree.child(teller, {"nsubj"}) if teller >= 0 else -1
    if subject < 0 or tree.words[subject].text.lower() in _NOBODY:
        return None
    return tree.phrase(subject)
