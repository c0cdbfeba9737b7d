"""Capital cities that stand for a government, where the sentence uses them so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.naming.known import PLACES
from deskbrief.analysis.words import Sentence
from deskbrief.document.spans import Span

#: The country whose government each capital may stand for.
COUNTRIES = {
    "Washington": "United States",
    "Moscow": "Russia",
    "Beijing": "China",
    "London": "United Kingdom",
    "Paris": "France",
    "Berlin": "Germany",
    "Tokyo": "Japan",
    "Kyiv": "Ukraine",
    "Kiev": "Ukraine",
    "Brussels": "European Union",
    "Tehran": "Iran",
    "Ankara": "Turkey",
    "Jerusalem": "Israel",
    "Pyongyang": "North Korea",
    "Seoul": "South Korea",
    "Delhi": "India",
    "Islamabad": "Pakistan",
    "Riyadh": "Saudi Arabia",
    "Cairo": "Egypt",
    "Damascus": "Syria",
    "Baghdad": "Iraq",
    "Caracas": "Venezuela",
    "Havana": "Cuba",
    "Minsk": "Belarus",
    "Warsaw": "Poland",
    "Rome": "Italy",
    "Madrid": "Spain",
    "Ottawa": "Canada",
    "Canberra": "Australia",
    "Taipei": "Taiwan",
    "Belgrade": "Serbia",
    "Budapest": "Hungary",
    "Athens": "Greece",
}
#: What governments do and cities do not.
_ACTS = (
    "say want seek impose announce accuse warn deny agree insist reject urge demand offer condemn sign "
    "negotiate threaten recognise recognize support oppose hope fear claim expect refuse call plan decide "
    "ban sanction retaliate respond withdraw pledge promise propose consider pursue back blame think believe "
    "hesitate intend try accept approve pressure push view regard see"
)
_GOVERNING = frozenset(_ACTS.split())
#: Nouns that governments have.
_POLICIES = (
    "government policy position decision response sanction influence interest support proposal demand ally "
    "strategy leadership commitment offer ambassador stance intention relation tie pressure priority aim "
    "goal approach willingness refusal"
)
_OWNED = frozenset(_POLICIES.split())
_BETWEEN = frozenset(["between", "with", "against", "by", "on", "from", "toward", "towards"])
#: Verbs and nouns that are aimed at governments.
_AIMED = frozenset(
    ["impose", "sanction", "pressure", "tariff", "embargo", "talk", "deal", "agreement", "war"]
)
#: What comes from governments, and what goes on between cities.
_SENT = frozenset(
    [
        "signal",
        "message",
        "criticism",
        "assurance",
        "backing",
        "approval",
        "objection",
        "protest",
        "concession",
        "condemnation",
        "denial",
        "guarantee",
        "permission",
        "overture",
        "order",
        "instruction",
        "opposition",
    ]
)
_TRAVEL = frozenset(
    ["flight", "route", "train", "travel", "fly", "distance", "road", "line", "trip", "journey", "commute"]
)
_COUNTRIES = frozenset([*COUNTRIES.values(), *(short for shorts in PLACES.values() for short in shorts)])


def governments_in(sentences: Sequence[Sentence]) -> Iterator[tuple[Span, str]]:
    """Yield the capitals that stand for a government, each with its country."""
    for sentence in sentences:
        if any(word.text in COUNTRIES for word in sentence.words):
            tree = Tree(sentence)
            for at, word in enumerate(sentence.words):
                if word.text in COUNTRIES and _governs(tree, at):
                    yield Span(word.start, word.end), COUNTRIES[word.text]


def _governs(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    if word.dep == "conj" and word.head != at:
        first = tree.words[word.head]
        if first.text in _COUNTRIES:
            return first.dep == "pobj" and tree.lemma(first.head) == "between" and _is_about(tree, first.head)
        return first.text in COUNTRIES and _governs(tree, word.head)
    above = tree.lemma(word.head)
    if word.dep == "nsubj":
        return above in _GOVERNING
    if word.dep == "poss":
        return above in _OWNED
    if word.dep == "pobj" and above in _BETWEEN:
        return above == "between" or _is_sent(tree, word.head)
    return False


def _is_about(tree: Tree, between: int) -> bool:
    """Tell whether what is between two places is no way from one to the other."""
    return tree.lemma(tree.words[between].head) not in _TRAVEL


def _is_sent(tree: Tree, preposition: int) -> bool:
    """Tell whether what comes from a place, or is aimed at it, comes from a government."""
    of = {tree.lemma(tree.words[preposition].head), tree.lemma(max(preposition - 1, 0))}
    aimed = _OWNED | _GOVERNING | _AIMED
    return bool(of & (aimed | _SENT if tree.lemma(preposition) == "from" else aimed))
