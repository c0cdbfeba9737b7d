"""Lines under a heading for recommendations that ask for nothing: statements, names, numbers, references."""

from __future__ import annotations

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.recommendations.advice import Form
from deskbrief.analysis.recommendations.statements import is_title_of_part
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone
from deskbrief.document.model import BlockKind

#: Forms of a verb that say how things are, and those of one that are told apart by their subject alone.
_STATING, _PLURAL = frozenset({"VBZ", "VBD", "MD"}), "VBP"
_ONE = frozenset({"NN", "NNP"})
#: Words of the shortest line that names what is to be done, and of one whose verb a model reads surely.
_LEAST, _SAID = 2, 5


def only_states(text: str, unit: Unit) -> bool:
    """Tell whether a line that stands with recommendations, and has no word that asks, is none itself.

    An item may name what is to be done ("better data on wells"), or say it as a resolution does ("that the
    council adopt the plan"); a paragraph has to begin with the deed ("Expanding the school").
    """
    words = sum(any(sign.isalpha() for sign in word) for word in unit.sentence.span.of(text).split())
    # "Note. Ana left the room."
    opens = words == 1 and unit.sentence.end < unit.block.end and text[unit.sentence.end - 1] == "."
    if words == 0 or (opens and unit.lead is None):
        return True
    if is_title_of_part(" ".join(unit.sentence.span.of(text).split())):
        return True
    asks = any(one.main or one.form is not Form.WEAK for one in unit.advice)
    if asks or unit.lead is not None or unit.zone.zone is not Zone.STRONG:
        return False
    return unit.place > 0 or (unit.label is None and _is_no_item(unit, words))


def _is_no_item(unit: Unit, words: int) -> bool:
    if unit.tree is None:
        return False
    if unit.block.kind is not BlockKind.LIST_ITEM:
        return not opens_with_deed(unit)
    return words < _LEAST or (words >= _SAID and _says_how_it_is(unit.tree))


def opens_with_deed(unit: Unit) -> bool:
    """Tell whether a sentence begins with what is to be done, as a noun: "Expanding the school"."""
    words = unit.tree.words if unit.tree else ()
    first = next((word for word in words if word.text[:1].isalpha()), None)
    return first is not None and first.tag == "VBG"


def _says_how_it_is(tree: Tree) -> bool:
    """Tell whether the main verb is finite, with a subject: "We have found …", not "the council adopt …"."""
    if not tree.words:
        return False
    root = tree.root
    subject = tree.child(root, {"nsubj", "nsubjpass", "expl", "csubj"})
    if subject < 0:
        return False
    verbs = [root, *tree.kids(root, {"aux", "auxpass"})]
    tags = {tree.words[at].tag for at in verbs}
    alone = tree.words[subject].tag in _ONE and tree.child(subject, {"conj"}) < 0
    return not tags.isdisjoint(_STATING) or (_PLURAL in tags and not alone)
