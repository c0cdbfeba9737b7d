"""Verbs of saying in a parsed sentence, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deskbrief.analysis.grammar import SUBJECTS, TIMES, Tree
from deskbrief.analysis.quotes.speakers import can_speak
from deskbrief.analysis.quotes.verbs import (
    BELIEVING,
    CARRIERS,
    CLAIMS,
    HEARSAY,
    LABELLING,
    NAMING,
    NOBODY,
    SAYING,
    SHOWING,
    UNSOURCED,
    VOICING,
)
from deskbrief.document.spans import Span

#: Words of the shortest clause that says something.
_SHORTEST = 3
#: Helpers that stand before the subject in a question, and how many verbs are joined to one.
_INVERTED, _JOINED = frozenset({"do", "have", "be"}), 4
#: What kinds of states there are, and verbs that tell them something.
_OF_STATES = frozenset(
    {"member", "party", "united", "nation", "participating", "coastal", "signatory", "the"}
)
_TELLING = frozenset({"inform", "tell", "notify", "remind", "assure", "advise", "urge", "ask", "invite"})
_MAIN = frozenset({"ROOT", "parataxis", "conj", "advcl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A wording that attributes: its place, the subject's word (-1: nobody), and the clause that is said."""

    wording: Span
    subject: int
    lemma: str
    clause: Span | None


def sayings_in(tree: Tree) -> Iterator[Saying]:
    """Yield the attributions of a sentence, left to right; negated and merely possible ones are left out."""
    for at, word in enumerate(tree.words):
        if word.lemma.lower() == "accord" or word.text.lower() == "according":
            yield from _according(tree, at)
        elif word.text.lower() in HEARSAY and tree.words[word.head].dep != "amod":
            yield Saying(Span(word.start, word.end), -1, word.text.lower(), tree.sentence.span)
        elif word.pos in {"VERB", "AUX"} and _asserts(tree, at):
            yield from _said(tree, at)


def _asserts(tree: Tree, verb: int) -> bool:
    lemma = tree.lemma(verb)
    if lemma not in SAYING and lemma not in UNSOURCED:
        return False
    if tree.negated(verb) or any(tree.words[kid].tag == "MD" for kid in tree.kids(verb, {"aux"})):
        return False
    return not any(tree.lemma(kid) in {"if", "unless", "whether"} for kid in tree.kids(verb, {"mark"}))


def _said(tree: Tree, verb: int) -> Iterator[Saying]:
    word, lemma = tree.words[verb], tree.lemma(verb)
    wording = Span(word.start, word.end)
    if tree.child(verb, {"auxpass"}) >= 0:
        agent = tree.child(verb, {"agent"})
        noun = tree.child(agent, {"pobj"}) if agent >= 0 else -1
        clause = _clause(tree, verb, {"ccomp"}) or _hearsay(tree, verb)
        if lemma in UNSOURCED and clause is not None:
            yield Saying(wording, noun, lemma, clause)
        return
    if lemma in SAYING:
        subject = tree.subject(verb)
        if subject < 0 and word.tag == "VBG" and word.dep == "advcl":
            above = tree.words[word.head]
            subject = above.head if above.dep == "acl" and above.tag == "VBN" else tree.subject(word.head)
        if subject < 0 and _is_habit(tree, verb):
            subject = tree.subject(word.head)
        if subject >= 0 and (tree.words[subject].dep in {"expl", "csubj"} or _is_conditional(tree, subject)):
            return
        if _is_asked(tree, verb, subject) or _is_no_verb(tree, verb):
            return
        if subject >= 0 and lemma in SHOWING and not can_speak(tree, subject):
            return
        alone = word.tag in {"VBD", "VBZ", "VBP"} and word.dep in _MAIN
        if subject >= 0 or alone:
            clause = _clause(tree, verb, {"ccomp"}) or (
                _around(tree, verb, subject) if subject >= 0 else None
            )
            yield Saying(wording, subject, lemma, clause)


def labels_in(tree: Tree) -> Iterator[Saying]:
    """Yield the verbs that give a name or a judgement to something, in quoted words if they say any."""
    for at, word in enumerate(tree.words):
        if word.pos != "VERB" or tree.lemma(at) not in LABELLING or tree.negated(at):
            continue
        agent = tree.child(at, {"agent"})
        first = word.head if word.dep == "conj" else at  # "is hailed and praised"
        passive = word.tag == "VBN" and (agent >= 0 or tree.child(first, {"auxpass"}) >= 0)
        subject = tree.child(agent, {"pobj"}) if agent >= 0 else -1 if passive else tree.subject(at)
        other = _OTHERWISE.get(tree.lemma(at), frozenset())
        calls_for = any(tree.lemma(kid) in other for kid in tree.kids(at, {"prep"}))
        if subject >= 0 and not calls_for and (passive or tree.lemma(at) != "describe"):
            yield Saying(Span(word.start, word.end), subject, tree.lemma(at), None)


def voices_in(tree: Tree, label: Saying) -> Iterator[Saying]:
    """Yield what gives words behind a verb of judging to others: "Roe of | shouting", "Roe's | claim".

    Its subject is the one whose words they are, -1 where that is not plain.
    """
    if label.lemma in NAMING:
        return
    verb = tree.sentence.word_at(label.wording.start)
    blamed = tree.child(verb, {"dobj"})
    for at in range(verb + 1, min(verb + _VOICE, len(tree.words))):
        word = tree.words[at]
        owner = -1
        if word.tag == "VBG" and tree.lemma(at) in VOICING and word.dep in {"pcomp", "acl"}:
            owner = blamed if word.dep == "pcomp" and tree.words[word.head].head in {verb, blamed} else -1
        elif word.pos == "NOUN" and tree.lemma(at) in CLAIMS | CARRIERS:
            owner = tree.child(at, {"poss"})
        else:
            continue
        named = owner >= 0 and tree.words[owner].pos == "PROPN"
        yield Saying(Span(word.start, word.end), owner if named else -1, tree.lemma(at), None)


#: Words behind a verb of judging among which others are given a voice.
_VOICE = 16
#: Prepositions with which such a verb says something else: "called for", "condemned to death".
_OTHERWISE = {"call": frozenset({"for", "on", "upon"}), "condemn": frozenset({"to"})}


def beliefs_in(tree: Tree) -> Iterator[Saying]:
    """Yield what somebody who says "I" believes: a claim of the one who writes."""
    for at, word in enumerate(tree.words):
        subject = tree.child(at, SUBJECTS)
        if word.tag != "VBP" or tree.lemma(at) not in BELIEVING or subject < 0 or tree.negated(at):
            continue
        clause = _clause(tree, at, {"ccomp"})
        if tree.words[subject].text == "I" and clause is not None:
            yield Saying(Span(word.start, word.end), subject, tree.lemma(at), clause)


def _is_habit(tree: Tree, verb: int) -> bool:
    """Tell whether somebody often said so: "used to say", "liked to say"."""
    word, above = tree.words[verb], tree.words[tree.words[verb].head]
    return word.dep == "xcomp" and word.tag == "VB" and above.tag in {"VBD", "VBN"} and above.lemma in _OFTEN


_OFTEN = frozenset({"use", "like", "love"})


def _is_asked(tree: Tree, verb: int, subject: int) -> bool:
    """Tell whether a question asks for what is said: "Does he agree that …?"."""
    for _ in range(_JOINED):
        helped = [kid for kid in tree.kids(verb, {"aux", "auxpass"}) if tree.lemma(kid) in _INVERTED]
        if any(kid < subject < verb or _holds_somebody(tree, kid, verb) for kid in helped):
            return True
        if tree.words[verb].dep != "conj":
            return False
        verb = tree.words[verb].head
    return False


def _holds_somebody(tree: Tree, helper: int, verb: int) -> bool:
    """Tell whether somebody stands between "does" and its verb, whoever was read as the subject."""
    within = tree.words[helper + 1 : verb]
    return tree.lemma(helper) == "do" and any(word.pos in {"NOUN", "PROPN", "PRON"} for word in within)


def _is_no_verb(tree: Tree, verb: int) -> bool:
    """Tell whether "states" are countries, told something: "informed the member states that …"."""
    if tree.words[verb].text.lower() != "states" or verb < 2:
        return False
    before = tree.words[verb - 1].text.lower()
    told = {tree.lemma(at) for at in range(max(verb - 4, 0), verb)} & _TELLING
    return before in _OF_STATES or (bool(told) and tree.words[verb - 1].pos != "PUNCT")


def _is_conditional(tree: Tree, subject: int) -> bool:
    """Tell whether the subject was read together with the "if" before it."""
    return tree.words[tree.below(subject)[0]].text.lower() in {"if", "whether", "unless", "when"}


def _hearsay(tree: Tree, verb: int) -> Span | None:
    """Return what is said of somebody, from the subject on: "Acme is said to plan a yard"."""
    subject, found = tree.subject(verb), tree.child(verb, {"xcomp"})
    if tree.lemma(verb) == "suppose":
        # "It is supposed to help" tells what it is for.
        return None
    if found < verb or not 0 <= subject < verb or tree.words[subject].tag in {"WDT", "WP", "PRP"}:
        return None
    return Span(tree.words[tree.below(subject)[0]].start, tree.words[tree.below(found)[1]].end)


def _is_whole(tree: Tree, clause: int) -> bool:
    """Tell whether a clause has its own subject, or needs none; "a fee, which they said was high" has not."""
    word, subject = tree.words[clause], tree.child(clause, SUBJECTS)
    if subject >= 0:
        return tree.words[subject].entity not in TIMES
    finite = word.tag in {"VBD", "VBZ", "VBP"} or tree.child(clause, {"aux", "auxpass"}) >= 0
    infinitive = any(tree.words[at].tag == "TO" for at in tree.kids(clause, {"aux"}))
    return infinitive or not (finite and word.pos in {"VERB", "AUX"})


def _clause(tree: Tree, verb: int, deps: set[str]) -> Span | None:
    """Return the clause that hangs on a verb, the "that" before it and commas around it left out."""
    found = tree.child(verb, deps)
    if found >= 0 and _is_no_verb(tree, found):
        found = tree.child(found, deps)
    if found < 0 or not _is_whole(tree, found) or 0 <= tree.child(found, SUBJECTS) < verb < found:
        return None
    low, high = tree.below(found)
    if low <= verb <= high:
        low, high = (low, verb - 1) if found < verb else (verb + 1, high)
    while low < high and (tree.words[low].pos == "PUNCT" or tree.words[low].text.lower() == "that"):
        low += 1
    while high > low and tree.words[high].pos == "PUNCT":
        high -= 1
    if high - low + 1 < _SHORTEST or _is_question(tree, found, low):
        return None
    return Span(tree.words[low].start, tree.words[high].end)


def _around(tree: Tree, verb: int, subject: int) -> Span | None:
    """Return what is said before words set between commas: "The talks will go on, | Ms Roe said, | and …"."""
    word, opens = tree.words[verb], min(tree.below(subject)[0], verb)
    closes = max(tree.below(subject)[1], verb) + 1
    if word.dep != "parataxis" or word.head >= opens or opens < 1 or tree.words[opens - 1].text != ",":
        return None
    if closes < len(tree.words) and tree.words[closes].text not in {",", ".", ";", "–", "—"}:
        return None
    low, high = tree.below(word.head)[0], opens - 2
    while low < high and (tree.words[low].pos == "PUNCT" or tree.words[low].pos == "CCONJ"):
        low += 1
    return Span(tree.words[low].start, tree.words[high].end) if high - low + 1 >= _SHORTEST else None


def _is_question(tree: Tree, clause: int, opens: int) -> bool:
    """Tell whether a clause only says what is told of: "what is meant", not "what he did was right"."""
    subject = tree.child(clause, {"csubj", "csubjpass"})
    if subject >= 0 and tree.below(subject)[0] <= opens <= tree.below(subject)[1]:
        return False
    return tree.words[opens].tag in {"WP", "WRB", "WP$"} or tree.lemma(opens) == "whether"


def _according(tree: Tree, at: int) -> Iterator[Saying]:
    """Yield "according to X" with the rest of the sentence as what is said."""
    if at + 1 >= len(tree.words) or tree.words[at + 1].text.lower() != "to":
        return
    noun = tree.child(at + 1, {"pobj"})
    noun = noun if noun >= 0 else tree.child(at, {"pobj"})
    if noun < 0 or tree.lemma(noun) in NOBODY or tree.words[noun].text.lower() in NOBODY:
        return
    if not can_speak(tree, noun):
        return
    wording = Span(tree.words[at].start, tree.words[at + 1].end)
    _, last = tree.below(noun)
    before = Span(tree.sentence.start, tree.words[at].start)
    after = Span(tree.words[last].end, tree.sentence.end)
    yield Saying(wording, noun, "according to", max(before, after, key=len))
