"""Nouns that can name somebody who acts or speaks, and nouns for things, deeds and states, which cannot."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.words import Word
from deskbrief.document.spans import Span

_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Endings of words for deeds and states, words for bodies that end so, and words for means.
_DEEDS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ure", "ing", "ism")
_BODY_WORDS = (
    "government department parliament authority community commission organization organisation "
    "university administration institution association corporation facility legislature delegation coalition "
    "federation union nation opposition majority minority charity conference audience alliance foundation "
    "mission regiment establishment management leadership city entity population generation municipality "
    "locality celebrity utility witness business governess king being sibling offspring judiciary"
)
BODIES = frozenset(_BODY_WORDS.split())
_THING_WORDS = (
    "use vision law rule mean way effort plan strategy need lack area system mechanism data reform "
    "step focus process program programme project tool website site document product technology "
    "price cost tax rate text file package form model approach framework vote result report study "
    "work time care access question issue problem budget act bill code standard practice method "
    "knowledge power right benefit line account record number amount level change value language "
    "design content goal objective target purpose course decision principle policy idea task item "
    "thing case word name page table list amendment paper review "
    "web internet url guideline checklist protocol notice repository code matter incentive discount subsidy "
    "fee tariff sanction interface feature software hardware algorithm "
    "authenticator credential password certificate licence license contract treaty convention agreement "
    "resolution statement announcement declaration proposal recommendation finding conclusion evidence "
    "criterion threshold limit deadline timeline schedule period phase stage meeting hearing "
    "training curriculum lesson exam job salary wage pension loan debt trade investment "
    "infrastructure road bridge railway vehicle building housing "
    "energy power water food land climate emission fuel gas oil coal weapon missile bomb "
    "war peace conflict crisis attack threat risk danger effort step talk negotiation dialogue decade year "
    "month week day time place section chapter article paragraph sentence example option choice "
    "behavior behaviour pattern device "
    "phrase term expression definition wording medicine drug vaccine treatment fact situation circumstance "
    "alternative instrument tool device mechanism procedure routine rule requirement obligation duty"
)
_THINGS = frozenset(_THING_WORDS.split())


def can_act(word: Word) -> bool:
    """Tell whether a noun can name somebody who acts: a name, or no word for a thing or a deed."""
    if word.entity in _ACTING or word.pos == "PROPN":
        return True
    lemma = word.lemma.lower()
    if word.pos != "NOUN" or lemma in _THINGS:
        return False
    return lemma in BODIES or not lemma.endswith(_DEEDS)


def head_of(words: Sequence[Word], span: Span) -> Word | None:
    """Return the word of a phrase that the others hang on, none when no word stands there."""
    inside = [at for at, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
    heads = [at for at in inside if words[at].head not in inside or words[at].head == at]
    return words[heads[0]] if heads else None
