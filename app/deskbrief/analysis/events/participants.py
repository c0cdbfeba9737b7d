"""Who took part in an event told in prose, and where it was."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.actors import PERSONS
from deskbrief.analysis.events.doers import actor, is_sequel, relative_object
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.triggers import ABOUT, Trigger, verb_of_scene
from deskbrief.analysis.events.verbs import CHANGING
from deskbrief.analysis.figures.units import UNITS
from deskbrief.analysis.grammar import NOUNS, PLACES, TIMES, Tree
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.words import Word
from deskbrief.document.spans import Span

_OBJECTS = ("dobj", "dative")
_ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
#: Prepositions that lead to somebody who took part.
_WITH = frozenset({"to", "with", "from", "against", "for", "between", "by"})
_WHERE = frozenset(
    {"in", "at", "near", "outside", "into", "off", "on", "over", "across", "from", "out", "to"}
)
#: Endings of nouns that are no person and no thing.
_ABSTRACT = (
    *("ance", "ence", "ency", "ity", "ment", "ness", "sion", "ship", "tion", "ure"),
    *("al", "ism"),
)
_THINGS = listed(
    """apartment equipment government department parliament instrument document station nation corporation
    administration organisation organization delegation commission institution association federation
    foundation coalition population hospital official animal general individual professional criminal
    rival version community university authority city facility security minority majority television
    mission division legislature manufacture agency ambulance audience leadership ship airship
    battleship flagship warship opposition ministry"""
)
_VAGUE = listed(
    """account amount approach boost ground milestone response streak task attention award basis case
    contest control cost course day decision demand effect effort fact figure goal help high idea issue
    kind lack level line low matter money number office order pace part place plan point power pressure
    price priority problem process profit proposal rate reason record result oath shape suit toll role
    share sign slide status step support swing thing time trend use value view way week work worry year"""
)
#: Signs of addresses and code.
_ADDRESS = frozenset("@{}|\\<>=")
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "EX", "DT", "WRB", "WP$"})
_OUTSIDE = frozenset({"relcl", "acl", "appos", "punct", "advcl", "prep", "conj", "cc"})
#: Code points of a phrase from which what follows its noun is left out.
_LONGEST = 60
#: Participants of one event.
MOST = 5


def participants(tree: Tree, trigger: Trigger) -> list[Span]:
    """Return the phrases of who did it, to whom and with whom, in the order of the text.

    Pronouns, happenings, qualities, times and amounts are left out.
    """
    found = [at for head in _heads(tree, trigger) for at in _each(tree, head)]
    moving = actor(tree, trigger.verb) if tree.lemma(trigger.verb) in CHANGING else -1
    spans = {
        _phrase(tree, at)
        for at in found
        if at != trigger.word and at not in trigger.way and _is_somebody(tree, at, moves=at == moving)
    }
    return sorted(spans)[:MOST]


def _heads(tree: Tree, trigger: Trigger) -> Iterator[int]:
    if trigger.is_noun:
        yield from _of_noun(tree, trigger.word)
        if verb_of_scene(tree, trigger) is None:
            return
    verb = trigger.verb
    subject = -1 if is_sequel(tree, verb) else actor(tree, verb)
    if subject >= 0:
        yield subject
        yield from _in_happening(tree, subject)
    yield from _objects(tree, verb)
    for agent in tree.kids(verb, {"agent"}):
        yield from tree.kids(agent, {"pobj"})
    for preposition in tree.kids(verb, {"prep", "dative"}):
        if tree.lemma(preposition) in _WITH:
            everybody = tree.lemma(preposition) in {"with", "against", "between"}
            for at in tree.kids(preposition, {"pobj"}):
                if tree.words[at].entity in _ACTORS or (everybody and _is_plural_person(tree, at)):
                    yield at


def _in_happening(tree: Tree, noun: int) -> Iterator[int]:
    """Yield those who take part in the happening that is the subject: "the trial of Ann Roe began"."""
    if is_event_noun(tree, noun) or tree.words[noun].tag == "VBG":
        for preposition in tree.kids(noun, {"prep"}):
            if tree.lemma(preposition) in _TAKING_PART:
                yield from tree.kids(preposition, {"pobj"})
        beside = {"poss", "compound"} if tree.words[noun].pos == "NOUN" else {"poss"}
        yield from (at for at in tree.kids(noun, beside) if tree.words[at].entity in _ACTORS)


#: Prepositions that lead from a happening to those who take part in it.
_TAKING_PART = frozenset({"against", "between", "by", "of", "on", "with"})


def _objects(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the objects of a verb; "the jet that Acme delivered" and "the jet they plan to sell" have one."""
    found = tree.kids(verb, _OBJECTS)
    yield from found
    noun = relative_object(tree, verb)
    if noun >= 0:
        yield noun


def _each(tree: Tree, head: int) -> Iterator[int]:
    """Yield a noun and, where it is one of several named things, those joined to it."""
    yield head
    one_name = any(tree.words[at].text == "&" for at in tree.kids(head, {"cc"}))
    if tree.words[head].entity in _ACTORS and not one_name:
        for at in tree.kids(head, {"conj"}):
            if tree.words[at].entity in _ACTORS:
                yield at


def _phrase(tree: Tree, at: int) -> Span:
    """Return the phrase of a noun; of one of several names only the name itself."""
    joined = tree.kids(at, {"conj"})
    if any(tree.words[one].text == "&" for one in tree.kids(at, {"cc"})):
        joined = []
    if joined and all(tree.words[one].entity in _ACTORS for one in (at, *joined)):
        low, high = tree.below(at, {"conj", "cc", "relcl", "acl", "appos", "punct", "advcl"})
        return Span(tree.words[low].start, tree.words[high].end)
    if tree.words[at].entity == "PERSON" and any(tree.lemma(one) != "of" for one in tree.kids(at, {"prep"})):
        low, high = tree.below(at, _OUTSIDE)
        return Span(tree.words[low].start, tree.words[high].end)
    whole = _before_clauses(tree, at)
    owner = tree.kids(at, {"case"}) if tree.words[at].dep == "poss" else []
    if len(whole) <= _LONGEST and not owner:
        return whole
    low, high = tree.below(at, {*_OUTSIDE, "case"} if owner else _OUTSIDE)
    return Span(tree.words[low].start, tree.words[high].end)


def _before_clauses(tree: Tree, at: int) -> Span:
    """Return the phrase of a noun up to the first clause that describes it, or the first aside in commas."""
    low, high = tree.below(at, {"relcl", "acl", "appos", "punct", "advcl"})
    beside = [one for one in tree.kids(at, {"relcl", "acl", "advcl"}) if at < one]
    beside += [one for one in tree.kids(at, {"prep"}) if at < one and tree.words[one - 1].text == ","]
    high = min([high, *(max(tree.below(one)[0] - 1, at) for one in beside)])
    while high > at and tree.words[high].pos == "PUNCT":
        high -= 1
    return Span(tree.words[low].start, tree.words[high].end)


def _is_somebody(tree: Tree, at: int, *, moves: bool = False) -> bool:
    """Tell whether a noun is a person, a body or a thing rather than a happening, quality, time or amount.

    Of what rises or falls (`moves`) also prices and rates are things.
    """
    word, lemma = tree.words[at], tree.lemma(at)
    if word.entity == "NORP" and word.pos == "ADJ":
        return True
    if not word.text[:1].isalnum() or _is_half_a_word(tree, at) or _is_no_name(tree, at):
        return False
    if word.tag in _PRONOUNS or word.pos not in NOUNS or word.entity in TIMES | _AMOUNTS:
        return False
    if word.pos == "PROPN":
        return True
    if is_event_noun(tree, at) or (lemma in _VAGUE and not moves) or _is_amount(tree, at):
        return False
    return lemma in _THINGS or not lemma.endswith(_ABSTRACT)


def _is_amount(tree: Tree, at: int) -> bool:
    """Tell whether a number stands before a unit or currency: "2.24 billion euros"."""
    counted = any(tree.words[one].pos == "NUM" for one in tree.kids(at, {"nummod"}))
    return counted and tree.words[at].text.lower() in UNITS


def _is_no_name(tree: Tree, at: int) -> bool:
    """Tell whether a word is an address or a piece of code, or of "Eastern Standard Time"."""
    zone = at > 0 and tree.words[at - 1].text.lower() in {"standard", "daylight"}
    return not _ADDRESS.isdisjoint(tree.words[at].text) or (zone and tree.lemma(at) == "time")


def _of_noun(tree: Tree, noun: int) -> Iterator[int]:
    for preposition in tree.kids(noun, {"prep"}):
        if tree.lemma(preposition) in _WITH | {"of", "on"}:
            yield from tree.kids(preposition, {"pobj"})
    yield from tree.kids(noun, {"poss"})
    yield from (at for at in tree.kids(noun, {"compound", "nmod"}) if _is_named(tree.words[at]))
    yield from (at for at in tree.kids(noun, {"amod"}) if tree.words[at].entity == "NORP")
    verb = tree.words[noun].head
    if tree.words[noun].dep == "dobj" and tree.lemma(verb) not in ABOUT:
        subject = actor(tree, verb)
        if subject >= 0:
            yield subject


def _is_half_a_word(tree: Tree, at: int) -> bool:
    """Tell whether a hyphen goes on from the word: "counter" of "counter-offensive"."""
    follows = tree.words[at + 1] if at + 1 < len(tree.words) else None
    return follows is not None and follows.text in {"-", "‐", "‑"} and follows.start == tree.words[at].end


def _is_plural_person(tree: Tree, at: int) -> bool:
    """Tell whether a noun means several persons: "rebels", "union leaders"."""
    return tree.words[at].tag == "NNS" and tree.lemma(at) in PERSONS


def _is_named(word: Word) -> bool:
    return word.entity in _ACTORS or (word.pos == "PROPN" and not word.entity)


def place(tree: Tree, trigger: Trigger) -> Span | None:
    """Return the place where it happened: a named place under "in", "at" or "near" in the clause."""
    heads = [trigger.word, trigger.verb, *tree.kids(trigger.verb, {"dobj", "xcomp", "prt", "advmod"})]
    for head in dict.fromkeys(heads):
        todo = [(at, 0) for at in tree.kids(head, {"prep"})]
        for preposition, deep in todo:
            noun = tree.child(_out_of(tree, preposition), {"pobj"})
            if noun < 0 or tree.lemma(preposition) not in _WHERE:
                continue
            if tree.words[noun].entity in PLACES and not _is_partner(tree, preposition, noun):
                return _named_place(tree, noun)
            if deep < 2:
                todo.extend((at, deep + 1) for at in tree.kids(noun, {"prep"}))
    return None


def _out_of(tree: Tree, preposition: int) -> int:
    """Return the "of" of "out of", else the preposition itself."""
    inner = tree.child(preposition, {"prep"}) if tree.lemma(preposition) == "out" else -1
    return max(inner, preposition)


def _named_place(tree: Tree, noun: int) -> Span:
    """Return a place with the larger one that it lies in: "Everett, Washington"."""
    low, high = tree.below(noun, _OUTSIDE)
    for at in tree.kids(noun, {"appos", "conj"}):
        if tree.words[at].entity in PLACES and at - high <= 2 and tree.words[at - 1].tag != "CC":
            high = at
    return Span(tree.words[low].start, tree.words[high].end)


def _is_partner(tree: Tree, preposition: int, noun: int) -> bool:
    """Tell whether a country under "to" or "from" is one that took part rather than a place."""
    motion = {"arrive", "come", "flee", "fly", "go", "move", "return", "sail", "travel"}
    above = tree.words[tree.words[preposition].head]
    return tree.lemma(preposition) in {"to", "from"} and above.lemma not in motion and noun >= 0
