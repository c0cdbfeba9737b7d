"""Advice found in a sentence that the language model has parsed."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.actors import can_act
from deskbrief.analysis.grammar import NOUNS, SUBJECTS, Tree
from deskbrief.analysis.recommendations.actions import done_of, is_bidden
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.advising import adjective_advice, called_for, verb_advice, wanted_of
from deskbrief.analysis.recommendations.askable import agent_of
from deskbrief.analysis.recommendations.carried import carried_in
from deskbrief.analysis.recommendations.commands import command_in
from deskbrief.analysis.recommendations.telling import speaker_of
from deskbrief.analysis.recommendations.vocabulary import (
    ADJECTIVES,
    ADVISING,
    CARRYING,
    MODALS,
    OFFERED,
    WEAK_MODALS,
)
from deskbrief.analysis.words import Word
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: Verbs under "should" that carry part of its sense: "should consider", "should be required to".
_OFFERING = frozenset({"could", "might"})
_SOFT = frozenset({"consider", "explore", "contemplate"})


def advice_in(tree: Tree, after: int = 0) -> Iterator[Advice]:
    """Yield what the sentence asks for; imperatives are looked for from `after`, where a label ends."""
    for at, word in enumerate(tree.words):
        lemma = word.lemma.lower()
        if word.tag == "MD" or lemma == "ought":
            yield from _modal(tree, at, word)
        elif lemma in {"need", "have"} and word.pos in {"VERB", "AUX"}:
            yield from _need(tree, at)
            yield from wanted_of(tree, at) if lemma == "need" and word.tag in {"VBZ", "VBP"} else ()
        elif (lemma in ADJECTIVES or lemma in OFFERED) and word.pos in {"ADJ", "NOUN"}:
            yield from adjective_advice(tree, at)
        elif lemma in ADVISING and word.pos == "VERB":
            yield from called_for(tree, at) or verb_advice(tree, at)
        elif lemma == "want" and word.tag in {"VBZ", "VBP"}:
            yield from wanted_of(tree, at)
        elif lemma in CARRYING and word.pos == "NOUN":
            yield from carried_in(tree, at)
    first = tree.sentence.word_at(after) if after else 0
    if first >= 0:
        yield from command_in(tree, first)


def _modal(tree: Tree, at: int, word: Word) -> Iterator[Advice]:
    written = word.text.lower()
    verb = word.head if word.dep in {"aux", "auxpass"} else tree.child(at, {"xcomp", "ccomp"})
    if verb < 0 or verb == at or at > verb + 12:
        return
    clause = at if word.dep not in {"aux", "auxpass"} else verb
    strength = MODALS.get(written)
    if written in _OFFERING and tree.lemma(verb) in _SOFT and _can_be_asked(tree, verb):
        strength = Strength.COULD
    if strength is None and (written not in WEAK_MODALS or _is_offer(tree, verb)):
        return
    turned = _turned_before(tree, at, verb)
    yield Advice(
        form=Form.MODAL if strength else Form.WEAK,
        strength=strength or Strength.COULD,
        wording=_modal_wording(tree, at, verb),
        action=done_of(tree, verb, _after_to(tree, verb, at)) if turned is None else turned,
        addressee=_subject(tree, clause) or (_after_modal(tree, verb, at) if turned else None),
        speaker=speaker_of(tree, clause),
        main=_is_main(tree, clause)
        and not ((turned is None and _is_condition(tree, at, verb)) or _is_asked_about(tree, verb)),
        negated=tree.negated(verb) or turned is not None,
    )


#: What turns a sentence round and its sense: "Nor should we accept …", "Under no circumstances should it …".
_TURNING = (
    ("nor",),
    ("neither",),
    ("never",),
    ("never", "again"),
    ("at", "no", "time"),
    ("under", "no", "circumstances"),
    ("in", "no", "case"),
    ("on", "no", "account"),
    ("by", "no", "means"),
)


def _turned_before(tree: Tree, modal: int, verb: int) -> Span | None:
    """Return the clause that a "nor" or "under no circumstances" opens, which is told whole; none else."""
    opening = tuple(word.text.lower() for word in tree.words[:modal])
    joined = opening[:1] in {("and",), ("but",)}
    opening = opening[1:] if joined else opening
    if (
        tree.words[modal].text.lower() == "shall"
        or opening not in _TURNING
        or not (tree.child(verb, SUBJECTS) > modal or _is_misread(tree, modal, verb))
    ):
        return None
    return Span(tree.words[int(joined)].start, tree.span(verb).end)


def _is_misread(tree: Tree, modal: int, verb: int) -> bool:
    """Tell whether a model took who is asked and his deed for one noun: "never should a | minister lie"."""
    return tree.words[verb].tag in {"NN", "NNP"} and tree.child(verb, {"compound"}) > modal


def _after_modal(tree: Tree, verb: int, modal: int) -> Span | None:
    """Return who is asked where the subject follows the modal verb: "nor should | owners | sell"."""
    subject = tree.child(verb, {"nsubj"})
    return tree.phrase(subject) if subject > modal else None


def _is_offer(tree: Tree, verb: int) -> bool:
    """Tell whether an adjective tells what is offered: "it may be useful to add boats"."""
    subject = tree.child(verb, {"nsubj", "expl"})
    told = tree.child(verb, {"acomp", "oprd"})
    named = told >= 0 and tree.lemma(told) in ADJECTIVES.keys() | OFFERED
    return named and subject >= 0 and tree.words[subject].text.lower() == "it"


def _is_asked_about(tree: Tree, verb: int) -> bool:
    """Tell whether it is only told that something is to come: "it sets out what should happen next"."""
    subject = tree.child(verb, {"nsubj", "nsubjpass"})
    return subject >= 0 and tree.words[subject].text.lower() == "what"


def _can_be_asked(tree: Tree, verb: int) -> bool:
    """Tell whether a body is offered something to do: "the council could consider closing the hall"."""
    subject = tree.child(verb, {"nsubj"})
    return subject >= 0 and tree.words[subject].pos in NOUNS and can_act(tree.words[subject])


def _after_to(tree: Tree, verb: int, modal: int) -> int:
    """Return where "ought", with the "to" of its verb, ends."""
    to = next((c for c in tree.children[verb] if tree.words[c].tag == "TO" and c > modal), modal)
    return tree.words[to].end if tree.lemma(modal) == "ought" else tree.words[modal].end


def _is_main(tree: Tree, verb: int) -> bool:
    """Tell whether `verb` heads a main clause, or says what something is: "a task that should be done"."""
    if tree.in_main_clause(verb) or _is_concluded(tree, verb):
        return True
    noun = tree.words[verb].head
    copula = tree.words[noun].head
    return (
        tree.words[verb].dep == "relcl"
        and tree.words[noun].dep == "attr"
        and tree.lemma(copula) == "be"
        and tree.words[copula].tag in {"VBZ", "VBP"}
        and tree.in_main_clause(copula)
    )


def _is_concluded(tree: Tree, verb: int) -> bool:
    """Tell whether "that is why" leads to the clause of `verb`, which asks as a main clause does."""
    copula = tree.words[verb].head
    why = next((c for c in tree.children[verb] if tree.lemma(c) == "why"), -1)
    return (
        tree.words[verb].dep in {"advcl", "ccomp"}
        and copula < why == copula + 1
        and tree.words[max(copula - 1, 0)].text.lower() in {"that", "this", "which"}
        and tree.in_main_clause(copula)
    )


def _is_condition(tree: Tree, modal: int, verb: int) -> bool:
    """Tell whether the subject follows the modal verb, as in "should the talks fail" (if they fail)."""
    subject = tree.child(verb, SUBJECTS)
    after = tree.words[modal + 1].text.lower() if modal + 1 < len(tree.words) else ""
    return subject > modal or (
        modal > 0 and tree.words[modal].text.lower() == "should" and after in _OPENS_NOUN
    )


def _modal_wording(tree: Tree, modal: int, verb: int) -> Span:
    """Return the modal verb, with "not" and with a verb that only says how firmly it is meant."""
    end = tree.words[modal].end
    if modal + 1 < len(tree.words) and tree.words[modal + 1].dep == "neg":
        end = tree.words[modal + 1].end
    active = tree.child(verb, {"auxpass"}) < 0
    if tree.words[verb].lemma.lower() in _SOFT and active and verb - modal <= 2:
        end = tree.words[verb].end
    return Span(tree.words[modal].start, end)


def _subject(tree: Tree, verb: int) -> Span | None:
    """Return who is asked: the subject of `verb`, or who is to do it; none for "there"."""
    found = max(tree.subject(verb), *[c for c in tree.kids(verb, SUBJECTS) if c < verb], -1)
    passive = found >= 0 and (tree.words[found].dep == "nsubjpass" or tree.child(verb, {"auxpass"}) >= 0)
    if passive and not is_bidden(tree, verb):
        return agent_of(tree, verb)
    if found < 0 or tree.words[found].dep == "expl":
        return None
    return _listed(tree, found) or tree.phrase(found)


def _listed(tree: Tree, noun: int) -> Span | None:
    """Return "the office, the board and the minister" where the second was read as set beside the first."""
    beside = tree.child(noun, {"appos"})
    if beside < 0 or tree.child(beside, {"conj"}) < 0:
        return None
    last = tree.below(beside)[1]
    closed = last + 1 < len(tree.words) and tree.words[last + 1].text == ","
    return None if closed else Span(tree.phrase(noun).start, tree.words[last].end)


_OPENS_NOUN = frozenset(
    {"the", "a", "an", "any", "they", "it", "he", "she", "we", "you", "these", "those", "such"}
)


#: What makes a need a supposition: "they would have to", "banks may need to".
_OFFERED = frozenset({"might", "may", "could"})
_SUPPOSING = {"have": _OFFERED | {"would", "'d", "’d"}, "need": _OFFERED}
_NEEDED = {"have": Strength.MUST, "need": Strength.SHOULD}


def _need(tree: Tree, at: int) -> Iterator[Advice]:
    """Yield advice of "need to", "have to" and "there needs to be"."""
    verb = tree.child(at, {"xcomp"})
    word = tree.words[at]
    if verb < 0 or word.tag in {"VBD", "VBN", "VBG", "NN"} or _is_not_yet(tree, at):
        return
    to = next((c for c in tree.children[verb] if tree.words[c].tag == "TO"), -1)
    helpers = {tree.words[c].text.lower() for c in tree.kids(at, {"aux"})}
    supposed = not helpers.isdisjoint(_SUPPOSING[tree.lemma(at)]) or (
        not helpers.isdisjoint(_WOULD) and _hangs_on_condition(tree, at)
    )
    if to < 0:
        return
    yield Advice(
        form=Form.WEAK if supposed else Form.NEED,
        strength=Strength.COULD if supposed else _NEEDED[word.lemma.lower()],
        wording=Span(word.start, tree.words[to].end),
        action=done_of(tree, verb, tree.words[to].end),
        addressee=_subject(tree, at) if not _is_undergone(tree, verb) else agent_of(tree, verb),
        speaker=speaker_of(tree, at),
        main=_is_main(tree, at),
        negated=tree.negated(at),
    )


_WOULD = frozenset({"would", "'d", "’d"})


def _hangs_on_condition(tree: Tree, at: int) -> bool:
    """Tell whether a clause with "if" says when a need would arise: "if it rises, owners would need to"."""
    return any(tree.lemma(c) == "if" for kid in tree.kids(at, {"advcl"}) for c in tree.kids(kid, {"mark"}))


def _is_not_yet(tree: Tree, at: int) -> bool:
    """Tell whether "to have" only tells that something has not happened: "has yet to see any funding"."""
    after = tree.words[at + 1].text.lower() if at + 1 < len(tree.words) else ""
    return tree.lemma(at) == "have" and after in {"yet", "still"}


def _is_undergone(tree: Tree, verb: int) -> bool:
    """Tell whether the subject is to have something done to it: "a chair needs to be appointed"."""
    return tree.child(verb, {"auxpass"}) >= 0 and not is_bidden(tree, verb)
