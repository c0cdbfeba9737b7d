"""Who can be asked to act, and whom a pronoun stands for: things, nobody and those who only gain are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskbrief.analysis.actors import BODIES, can_act, is_body, is_one_person, is_somebody
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.words import Word
from deskbrief.document.spans import Span

#: Words for papers and duties, which act as little with a capital as without one: "the Budget".
_PAPER_WORDS = (
    "act agreement bill budget charter code directive framework guideline law plan policy protocol "
    "regulation report strategy tax treaty"
)
_PAPERS = frozenset(_PAPER_WORDS.split())
#: More words, and endings of words, for what does not act.
_IDLE_WORDS = (
    "spotlight fundamental influx outflow inflow complacency momentum burden gap trend debate discussion "
    "semantic semantics politics politic ethic ethics logistics statistics economics response pillar "
    "cornerstone culture success failure mood tone hope dream end start attitude mindset environment credit "
    "merit constraint mandate date ferry vessel aircraft research science literature advice news"
)
_IDLE = frozenset(_IDLE_WORDS.split())
#: Words for people and bodies that are made like no others of their kind.
_OTHERS_WORDS = (
    "entrepreneur inhabitant world colleague folk friend neighbour neighbor peer youth adult elder kid "
    "wife husband spouse couple bride twin guy lady gentleman chef clerk monk nun priest bishop imam "
    "rabbi pope mate poet thief spy hero mp ceo ngo sme port airport airline railway platform startup "
    "brand supermarket shop store club laboratory lab pharmacy farm family society prison museum library "
    "archive clinic newspaper outlet watchdog taskforce unit squad guard studio theatre theater gallery "
    "cinema hotel restaurant pub casino trust diocese parish synod mosque temple synagogue academy "
    "kindergarten nursery creche cooperative co-op collective consortium cartel conglomerate "
    "multinational subsidiary franchise electorate caucus chamber bloc lobby league squadron battalion "
    "brigade fleet corps contingent superpower colony territory commune borough ward precinct canton "
    "aristocracy gentry clergy diaspora elite proletariat workforce midwife centre center dean provost "
    "bursar abbot cardinal sheriff marshal candidate graduate jury tribunal mission militia cavalry "
    "garrison junta regime monarchy emir sultan duke prince princess orchestra choir ensemble troupe "
    "consultancy faculty seminary consulate legation quango inspectorate constabulary judiciary "
    "coastguard syndicate guild intern veteran widow orphan teen occupant tourist pilgrim pilot captain "
    "cook plumber surgeon dentist vet therapist scholar academic intellectual newsroom tabloid brokerage "
    "landlord landlady telecom fintech tycoon oligarch nomad shepherd emirate republic delegate envoy "
    "apprentice lawmaker aristocrat boss crowd readership ombudsman lottery architect coach fan troop "
    "enterprise"
)
_OTHERS = frozenset(_OTHERS_WORDS.split())
#: Words for places and events, and for those who run them where these do something to something.
_RUN_WORDS = (
    "campaign festival circus inquiry bakery brewery distillery winery dairy observatory zoo gym spa "
    "salon cafe café bistro boutique factory refinery shipyard garage surgery hospice conservatory "
    "polytechnic convent monastery abbey cathedral hostel embassy magazine fishery ranch vineyard hamlet "
    "suburb"
)
_RUN = frozenset(_RUN_WORDS.split())
_STATES = ("cy", "sy", "hood", "dom", "logy", "sis", "ship")
_ACTING_WORDS = (
    "constituency presidency consultancy bureaucracy democracy embassy partnership dealership kingdom "
    "neighbourhood neighborhood academy township pharmacy"
)
_ACTING = frozenset(_ACTING_WORDS.split()) | BODIES
#: Words that count those who are named behind them: "a number of ports".
_COUNTING_WORDS = (
    "number lot handful dozen hundred thousand range variety couple host set series share portion "
    "percentage proportion part rest all some many most each one any both either none"
)
_COUNTING = frozenset(_COUNTING_WORDS.split())
_NOBODY = frozenset({"nobody", "none", "neither"})
#: What only people and bodies do: whatever is to do it is somebody, by whichever word. Papers "review" and
#: "explain", devices "monitor" and "record", and money "funds".
_OWN_DEEDS_WORDS = (
    "publish consult hire recruit train reimburse appoint convene negotiate ratify vote legislate inspect "
    "commission invest donate employ prosecute investigate audit lobby teach disclose abandon invite "
    "debate apologise apologize finance sponsor pursue scrutinise scrutinize interview arrest punish "
    "disband boycott renovate deploy nominate elect authorise authorize pledge undertake ban repeal scrap "
    "impose enforce buy sell"
)
_OWN_DEEDS = frozenset(_OWN_DEEDS_WORDS.split())
#: What is steered by those on board, and what they do with it: "ships should turn off their engines".
_CRAFT_WORDS = (
    "ship vessel boat ferry tanker trawler liner freighter barge tug yacht craft aircraft plane aeroplane "
    "airplane jet helicopter lorry truck van vehicle"
)
_CRAFT = frozenset(_CRAFT_WORDS.split())
_STEERED_WORDS = (
    "turn slow stop avoid keep wait anchor moor sail switch report call leave enter stay divert return "
    "proceed head give use follow land signal pass shut cut reduce steer run observe depart maintain navigate"
)
_STEERED = frozenset(_STEERED_WORDS.split())
#: What people and bodies do with what is theirs: "the bakery should lower its prices".
_WITH_OWN_WORDS = (
    "lower raise open close reopen cut share release hold stop halt suspend cancel postpone adopt reject "
    "accept refuse pay offer build restore send launch host organise organize approve withdraw lift leave "
    "freeze review"
)
_WITH_OWN = frozenset(_WITH_OWN_WORDS.split())
#: What a name that a model took for a noun is to do: "Ofwat should review the licence".
_OF_NAMED_WORDS = "review explain assess consider examine require set monitor report ask tell seek"
_OF_NAMED = _OWN_DEEDS | _WITH_OWN | frozenset(_OF_NAMED_WORDS.split())
#: What is money or a paper, and a body where it does what only bodies do: "the fund should disclose fees".
_TWOFOLD = frozenset({"fund", "scheme", "programme", "program", "project", "exchange", "registry"})
#: Pronouns and other words that name somebody with what follows them.
_SOME = frozenset({"everyone", "everybody", "anyone", "anybody", "those", "all", "both"})
#: What those are to have or to be who do nothing for it: "children should have access to …".
_GAINS = re.compile(
    r"(?:(?:also|not|n['’]t|always|all|never|still|only) ){0,2}"
    r"(?:be (?:able|free|entitled|allowed|permitted|eligible) to "
    r"|be (?:in|at|on) (?!charge|touch|contact|line|place|control|favou?r|guard|alert|hand|time|board|call|"
    r"duty|the)"
    r"|have (?:[\w-]{1,20} ){0,4}"
    r"(?:access|rights?|opportunit(?:y|ies)|chances?|choices?|options?|say|recourse)\b)"
    r"|(?:not|n['’]t|never) have to "
)
#: Words looked at for that.
_SEEN = 10


def gains(words: str) -> bool:
    """Tell whether a clause, in `words` from behind "should", says only what is to be somebody's."""
    return _GAINS.match(words.lower()) is not None


def gains_behind(tree: Tree, offset: int) -> bool:
    """Tell the same of the words of a sentence from `offset` on."""
    at = tree.sentence.word_at(offset)
    return at >= 0 and gains(" ".join(word.text for word in tree.words[at : at + _SEEN]) + " ")


def can_be_asked(tree: Tree, at: int) -> bool:
    """Tell whether the noun at `at` names somebody who can be asked to act."""
    word = tree.words[at]
    if is_nobody(tree, at):
        return False
    counted = _counted(tree, at)
    if counted >= 0:
        return can_be_asked(tree, counted)
    if word.pos in {"PRON", "DET"}:
        return word.text.lower() in _SOME
    if word.tag == "NNS" and _is_one_of(word.lemma.lower(), _CRAFT) and tree.lemma(word.head) in _STEERED:
        return word.dep == "nsubj"
    if word.pos == "NOUN" and word.lemma.lower() in _TWOFOLD:
        return word.dep == "nsubj" and tree.lemma(word.head) in _OWN_DEEDS
    return (
        can_act(word)
        and not _is_idle(word)
        and (_is_known(word) or _does_as_people_do(tree, at) or _is_run(tree, at))
    )


def _is_known(word: Word) -> bool:
    """Tell whether a word is a name, or a noun that is known for people or bodies: most others are things."""
    if word.pos == "PROPN" or word.entity or is_somebody(word):
        return True
    lemma = word.lemma.lower()
    return is_one_person(lemma) or _is_one_of(lemma, _OTHERS) or word.text.isupper()


def _is_one_of(lemma: str, words: frozenset[str]) -> bool:
    """Tell whether a noun, which a model may have left in the plural, is one of some words."""
    return not words.isdisjoint({lemma, lemma.removesuffix("s"), f"{lemma.removesuffix('ies')}y"})


def _is_run(tree: Tree, at: int) -> bool:
    """Tell whether a place or event does something to something: "the bakery should lower its prices"."""
    word = tree.words[at]
    acts = word.dep == "nsubj" and tree.child(word.head, {"dobj"}) >= 0
    return _is_one_of(word.lemma.lower(), _RUN) and (acts or tree.words[word.head].dep == "agent")


def _does_as_people_do(tree: Tree, at: int) -> bool:
    """Tell whether the noun at `at` is to do what only people and bodies do."""
    word = tree.words[at]
    if word.dep != "nsubj" or word.head == at:
        return False
    does, object_ = tree.lemma(word.head), tree.child(word.head, {"dobj"})
    if does in _OWN_DEEDS:
        return True
    owned = object_ >= 0 and any(
        tree.words[c].text.lower() in {"its", "their"} for c in tree.kids(object_, {"poss"})
    )
    named = word.tag == "NN" and word.text[:1].isupper() and not tree.children[at]
    return (owned and does in _WITH_OWN) or (named and object_ >= 0 and does in _OF_NAMED)


def is_nobody(tree: Tree, at: int) -> bool:
    """Tell whether a word names nobody, or only what is thought of: "no one", "no pilot", "such a body"."""
    before = {tree.words[c].text.lower() for c in tree.kids(at, {"det", "predet"})}
    imagined = "such" in before and not before.isdisjoint({"a", "an"})
    return imagined or "no" in before or tree.words[at].text.lower() in _NOBODY


def _counted(tree: Tree, at: int) -> int:
    """Return the noun behind a word that only counts ("a number of ports"), -1 for none."""
    if tree.lemma(at) not in _COUNTING:
        return -1
    of = next((c for c in tree.kids(at, {"prep"}) if tree.lemma(c) == "of"), -1)
    return tree.child(of, {"pobj"}) if of >= 0 else -1


def _is_idle(word: Word) -> bool:
    lemma = word.lemma.lower()
    if word.entity in {"PERSON", "GPE"}:
        return False
    if lemma.removesuffix("s") in _PAPERS:
        return True
    if word.pos == "PROPN" and word.entity:
        return False
    return lemma in _IDLE or (lemma.endswith(_STATES) and lemma not in _ACTING and not is_body(lemma))


#: Means by which something is done, which nobody is asked for.
_MEANS = frozenset(
    {"default", "email", "hand", "law", "letter", "mail", "phone", "post", "telephone", "train"}
)


def agent_of(tree: Tree, verb: int) -> Span | None:
    """Return X of "should be done by X", where X is somebody and no means or deed."""
    by = tree.child(verb, {"agent"})
    noun = tree.child(by, {"pobj"}) if by >= 0 else -1
    if noun < 0 or tree.lemma(noun) in _MEANS or not can_be_asked(tree, noun):
        return None
    # "driven by merit", "paid by this date": only a name or a word for people or a body tells who.
    named = tree.words[noun].pos == "PROPN" or _is_known(tree.words[noun]) or _is_run(tree, noun)
    return tree.phrase(noun) if named or _counted(tree, noun) >= 0 else None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who was named before a pronoun: the words, their head, and whether several are named together."""

    name: str
    head: Word | None = None
    joined: bool = False


#: How nouns for one human being end.
_ONE_END = ("er", "or", "ist", "ian", "eer", "man", "ant")
_MANY = frozenset({"NNS", "NNPS"})


def agrees(pronoun: str, actor: Actor) -> bool:
    """Tell whether a pronoun in lower case can stand for somebody: "it" for one body, "she" for a person."""
    head = actor.head
    if head is None:
        return True
    person = head.entity == "PERSON" or is_one_person(head.lemma.lower())
    many = actor.joined or (head.tag in _MANY and head.entity != "GPE")
    if pronoun == "it":
        return not many and not person
    if pronoun == "they":
        return many or not person
    human = person or (head.entity not in {"ORG", "GPE"} and head.lemma.lower().endswith(_ONE_END))
    return human and not many
