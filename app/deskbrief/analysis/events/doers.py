"""Who did it: the subject of a verb, also where it stands elsewhere in the sentence, and its object."""

from __future__ import annotations

from deskbrief.analysis.actors import PERSONS, is_somebody
from deskbrief.analysis.events.nouns import is_event_noun
from deskbrief.analysis.events.verbs import is_infinitive
from deskbrief.analysis.grammar import FINITE, NOUNS, PLACES, SUBJECTS, TIMES, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.words import Word
from deskbrief.document.spans import Span


def is_sequel(tree: Tree, verb: int) -> bool:
    """Tell whether what is told came after: "it began with steel, followed by aluminium in March"."""
    word = tree.words[verb]
    beside = (
        word.tag == "VBN" and word.dep in {"advcl", "acl", "conj"} and not tree.kids(verb, {"aux", "auxpass"})
    )
    return beside and tree.lemma(verb) == "follow" and agent_of(tree, verb) >= 0


def agent_of(tree: Tree, verb: int) -> int:
    """Return the noun after "by", -1 for none."""
    by = tree.child(verb, {"agent"})
    return tree.child(by, {"pobj"}) if by >= 0 else -1


def relative_object(tree: Tree, verb: int) -> int:
    """Return the noun that a relative clause has as its object, -1 for none: "the jet that Acme sold"."""
    if any(not _is_relative(tree.words[at]) for at in tree.kids(verb, {"dobj"})):
        return -1
    top = verb
    while tree.words[top].dep == "xcomp" and tree.words[top].head < top:
        top = tree.words[top].head
    subject = tree.child(top, SUBJECTS)
    own = subject >= 0 and tree.words[subject].tag not in {"WDT", "WP"} and tree.words[subject].dep == "nsubj"
    relative = any(tree.words[at].tag in {"WRB", "IN"} for at in tree.kids(top, {"mark", "advmod"}))
    led = [tree.child(at, {"pobj"}) for one in (top, verb) for at in tree.kids(one, {"prep"})]
    if any(at < 0 or tree.words[at].tag in {"WDT", "WP"} for at in led):
        return -1
    return tree.words[top].head if tree.words[top].dep == "relcl" and own and not relative else -1


def _is_relative(word: Word) -> bool:
    return word.tag in {"WDT", "WP"} or word.text.lower() == "that"


def actor(tree: Tree, verb: int) -> int:
    """Return the subject of `verb`, also where it stands elsewhere in the sentence."""
    for _ in range(4):
        subject = tree.subject(verb)
        relative = subject >= 0 and tree.words[subject].tag in {"WDT", "WP"}
        if subject >= 0 and not relative:
            no_doer = tree.words[subject].dep == "expl" or tree.words[subject].entity in TIMES
            return -1 if no_doer else subject
        while relative and tree.words[verb].dep == "conj":
            verb = tree.words[verb].head  # "the show which fills the hall and runs to May"
        word = tree.words[verb]
        if relative or word.dep in {"acl", "relcl"}:
            return _asked(tree, verb) if word.dep in {"acl", "relcl"} else -1
        beside = _beside(tree, verb)
        if beside is not None:
            return beside
        verb = _sharing(tree, verb)
        if verb < 0:
            return -1
    return -1


def _beside(tree: Tree, verb: int) -> int | None:
    """Return the noun beside a participle or gerund that tells of it, -1 for a pronoun; none for others."""
    word = tree.words[verb]
    noun = described(tree, verb)
    if noun >= 0:
        return noun
    over = tree.words[word.head].head
    if word.dep == "pcomp" and tree.words[over].pos != "VERB" and tree.words[over].dep in SUBJECTS:
        return over  # "Roe upon meeting them gave"
    charged = _charged(tree, verb)
    if charged >= 0:
        return charged if tree.words[charged].pos in NOUNS else -1
    if word.dep == "xcomp" and tree.words[word.head].text == "due" and tree.words[over].pos in NOUNS:
        return over  # "the contract due to start"
    return None


def _sharing(tree: Tree, verb: int) -> int:
    """Return the verb above whose subject a verb has too, -1 for none."""
    word = tree.words[verb]
    over = tree.words[word.head].head
    if word.dep == "xcomp" and tree.words[word.head].dep == "acomp":  # "was due to visit"
        return over
    if word.dep == "pcomp" and tree.lemma(word.head) in _AROUND | _ABOUT:
        return over
    return word.head if word.dep in {"xcomp", "advcl", "conj"} else -1


#: Prepositions whose gerund has the object of the verb as its subject: "accused them of stealing it".
_CHARGING = frozenset({"for", "from", "into", "of", "with"})


#: Further prepositions whose gerund has the subject of the clause: "succeeded in taking the town".
_ABOUT = frozenset({"at", "for", "from", "in", "into", "of", "with"})


def _charged(tree: Tree, verb: int) -> int:
    """Return the object that a gerund tells of, -1 for none: "the town" for "barred the town from voting"."""
    word = tree.words[verb]
    if word.dep != "pcomp" or word.tag != "VBG" or tree.lemma(word.head) not in _CHARGING:
        return -1
    above = tree.words[word.head].head
    object_ = tree.child(above, {"dobj", "dative"})
    return object_ if tree.words[above].pos == "VERB" and above < object_ < verb else -1


def _asked(tree: Tree, verb: int) -> int:
    """Return what a participle or relative clause describes: the poll in "a poll of 900 adults conducted"."""
    noun = tree.words[verb].head
    if tree.words[noun].entity in TIMES and tree.words[verb].dep == "relcl":
        return _before_date(tree, noun)
    person = _person_meant(tree, verb, noun)
    if person >= 0:
        return person
    of = tree.words[noun].head
    asked = tree.words[noun].dep == "pobj" and tree.lemma(of) == "of"
    whole = tree.words[of].head
    return whole if asked and tree.lemma(verb) in _ASKED and tree.lemma(whole) in _ASKING else noun


def _before_date(tree: Tree, date: int) -> int:
    """Return what "which" behind a date stands for: "the game, released in May, which"; -1 if not plain."""
    participle = tree.words[tree.words[date].head].head
    word = tree.words[participle]
    if word.tag != "VBN" or tree.kids(participle, {"aux", "auxpass"}):
        return -1
    return word.head if word.dep == "acl" else described(tree, participle)


#: Words before a place that are looked back through for the person whom "who" stands for.
_BACK = 12


def _person_meant(tree: Tree, verb: int, noun: int) -> int:
    """Return the person for whom "who" or a decision "given" stands behind another noun; -1 for none.

    "The general in the valley, who had come" tells of the general, "a decision of Judge Roe given in May" of
    the decision.
    """
    word, subject = tree.words[noun], tree.child(verb, SUBJECTS)
    preposition = tree.words[word.head]
    if word.dep != "pobj" or preposition.dep != "prep":
        return -1
    named = word.pos == "PROPN" and word.entity in {"", "PERSON"}
    if named and subject < 0 and tree.lemma(verb) in _HANDED_DOWN:
        return preposition.head if tree.words[preposition.head].pos == "NOUN" else -1
    if subject >= 0 and tree.words[subject].text.lower() == "which" and word.pos == "PROPN":
        # "the war against Roe, which led to his fall"
        return preposition.head if is_event_noun(tree, preposition.head) else -1
    if subject < 0 or tree.words[subject].text.lower() != "who":
        return -1
    if is_somebody(word) and word.entity not in PLACES:
        return -1
    before = range(noun - 1, max(noun - _BACK, -1), -1)
    return next((at for at in before if _is_person(tree, at)), -1)


def _is_person(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    return word.entity == "PERSON" or (word.pos == "NOUN" and tree.lemma(at) in PERSONS)


#: What is done with a judgement, and with no judge.
_HANDED_DOWN = frozenset({"date", "deliver", "give", "hand", "issue", "make", "publish"})


_ASKED = frozenset({"conduct", "carry", "take"})


_ASKING = frozenset({"census", "interview", "poll", "review", "study", "survey"})


#: Prepositions whose gerund has the subject of the clause: "before joining the board, she ran a bank".
_AROUND = frozenset({"after", "before", "by", "upon", "while"})


def described(tree: Tree, verb: int) -> int:
    """Return the noun that a participle between commas follows: "in its report, released on Friday, ..."."""
    word = tree.words[verb]
    if word.tag != "VBN" or word.dep != "advcl" or verb < 2 or tree.kids(verb, {"aux", "auxpass", "mark"}):
        return -1
    close = tree.words[verb - 1]
    if close.pos in NOUNS and close.dep == "pobj" and tree.child(verb, {"agent"}) > verb:
        return verb - 1  # "in the bill passed by the house"
    at = verb - 2
    while at > 0 and tree.words[at].pos in {"NUM", "SYM"}:
        at -= 1  # the number of "Order 21-02, issued on Monday"
    noun = tree.words[at]
    beside = tree.words[verb - 1].text == "," and noun.pos in NOUNS
    return at if beside and noun.dep in {"pobj", "appos"} and noun.entity not in TIMES else -1


def is_deed_for(tree: Tree, verb: int) -> bool:
    """Tell whether an infinitive says for what the object before it is: "directed a firm | to pay them"."""
    word = tree.words[verb]
    if word.dep != "advcl" or word.head > verb or not is_infinitive(tree, verb):
        return False
    objects = tree.kids(word.head, {"dobj"})
    to = next(at for at in tree.children[verb] if tree.words[at].tag == "TO")
    return bool(objects) and tree.below(objects[-1])[1] == to - 1 and tree.words[word.head].tag in FINITE


def with_the_other(text: str, tree: Tree, verb: int, doer: int, who: str) -> str:
    """Return both who did it where a plural verb has the second alone: "Roe and his wife were"."""
    low = tree.below(doer)[0]
    helpers = {tree.words[at].text.lower() for at in tree.kids(verb, {"aux", "auxpass"})}
    joined = low > 1 and tree.words[low - 1].text == "and" and tree.words[low - 2].pos == "PROPN"
    alone = tree.words[doer].tag in {"NN", "NNP"} and tree.child(doer, {"conj"}) < 0
    if not joined or not alone or helpers.isdisjoint({"are", "were", "have"}):
        return who
    first = low - 2
    while first > 0 and tree.words[first - 1].head == low - 2 and tree.words[first - 1].dep == "compound":
        first -= 1
    return words_of(text, Span(tree.words[first].start, tree.words[doer].end))


def closed_aside(tree: Tree, who: str, doer: int) -> str:
    """Return who did it with the comma that closes what is set beside a name: "Jo Roe, the mayor,"."""
    if who.count(", ") != 1:
        return who
    beside = who.partition(", ")[2]
    if beside[:1].isdigit():  # the year of a date
        return who
    listed = " and " in beside and tree.words[doer].entity != "PERSON"
    said = " ".join(word.text for word in tree.words)
    return f"{who}," if not listed and f"{beside.rpartition(' ')[2]} ," in said else who
