"""Who speaks: the subject of a verb of saying, with pronouns led back to the person they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from deskbrief.analysis.actors import BODIES, can_act
from deskbrief.analysis.grammar import NOUNS, SUBJECTS, TIMES, Tree
from deskbrief.analysis.naming.persons import is_like_a_person, pronoun_of
from deskbrief.analysis.phrases import core_of
from deskbrief.analysis.quotes.verbs import (
    DOCUMENTS,
    IMPERSONAL,
    NOT_NOW,
    OFFICES,
    PERSONAL,
    SAYING,
    WRITER,
)
from deskbrief.document.spans import Span

_NOBODY = frozenset({"none", "nothing", "neither", "nobody"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
#: Titles that tell which pronoun stands for a person.
_SEXES = {"mr": "he", "sir": "he", "ms": "she", "mrs": "she", "miss": "she", "lady": "she"}
#: Nouns for facts, which show and do not speak.
_FACTS = frozenset(
    [
        "result",
        "evidence",
        "figure",
        "table",
        "fact",
        "finding",
        "trend",
        "event",
        "price",
        "term",
        "sand",
        "oil",
        *("emphasis", "norm", "markup", "margin", "experience", "history", "reality", "pattern", "absence"),
        *(
            "example",
            "name",
            "title",
            "phrase",
            "slogan",
            "word",
            "increase",
            "decline",
            "rise",
            "drop",
            "gap",
        ),
    ]
)
#: Nouns for bodies that are no deeds, which "she" and "he" never mean.
_GROUPS_WORDS = (
    "agency army bank board body bureau cabinet club committee company congress council court department "
    "charity church college crew family firm force group hospital house industry ministry network office "
    "organisation organization panel party police press school senate side staff team tribunal union "
    "university"
)
_GROUPS = frozenset(_GROUPS_WORDS.split())
#: How many blocks back somebody may have been named whom a pronoun means, and how many persons are kept.
_FARTHEST, _RECENT = 8, 6
#: Words of the longest speaker that is told in full.
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker in the words of the text.

    `named` tells whether it holds a name, `inferred` whether a pronoun stood there.
    """

    name: str
    named: bool
    inferred: bool = False


class Persons:
    """The persons and bodies named so far, for the pronouns and offices that follow.

    A person who is merely mentioned is not taken for one who speaks where another is known, and a body or
    group only where it was the subject of a sentence or has spoken before. "They" are those alone who acted
    in the sentence right before, none where there were two of them. "She" is nobody whose name, or
    who was called, tells otherwise, and nobody who was last named long ago.
    """

    def __init__(self) -> None:
        self._persons: list[tuple[int, Speaker]] = []
        self._block = 0
        #: The one who says "I", "" where that is not known.
        self.writer = ""
        self._body: Speaker | None = None
        self._groups: tuple[Speaker, ...] = ()
        self._called: dict[str, str] = {}
        self._surnames: set[str] = set()
        self._holders: dict[str, set[str]] = {}

    def apart(self) -> Persons:
        """Return a copy that may learn what this one shall not."""
        other = copy(self)
        other._called = dict(self._called)  # noqa: SLF001
        return other

    def turn_to(self, block: int) -> None:
        """Go on to block number `block`."""
        self._block = block

    def saw(self, tree: Tree, upto: int | None = None) -> None:
        """Take in the names of a sentence, up to the word `upto`."""
        words = tree.words[:upto]
        for at, word in enumerate(words):
            if word.begins and word.entity == "PERSON":
                self._saw_person(tree, at)
            elif self._is_known(tree, at):
                self._note(Speaker(word.text, named=True, inferred=True))
            elif word.begins and word.entity in {"ORG", "GPE"} and _is_subject(tree, at):
                self._body = Speaker(entity_at(tree, at), named=True, inferred=True)

    def _is_known(self, tree: Tree, at: int) -> bool:
        """Tell whether a subject is the surname of somebody named before whom the model does not know."""
        word = tree.words[at]
        alone = word.text.istitle() and word.dep in SUBJECTS and tree.child(at, {"compound"}) < 0
        return alone and word.text.lower() in self._surnames

    def heard(self, several: tuple[Speaker, ...] | None) -> None:
        """Remember who acted in a sentence that ends here; none stands for "they" alone, who go on."""
        if several is not None:
            self._groups = several

    def spoke(self, speaker: Speaker, *, person: bool, several: bool = False) -> None:
        """Remember who spoke last."""
        meant = Speaker(speaker.name, speaker.named, inferred=True)
        if person:
            self._note(meant)
        elif not several:
            self._body = meant

    def meant_by(self, pronoun: str, others: frozenset[str] = frozenset()) -> Speaker | None:
        """Return whom a pronoun stands for, as far as can be told: nobody with one of the surnames `others`.

        Who "described Roe" is not Roe.
        """
        if pronoun == "it":
            return self._body
        if pronoun == "they":
            return self._groups[0] if len(self._groups) == 1 else None
        near = ((block, one) for block, one in reversed(self._persons) if _last(one.name) not in others)
        return next((one for block, one in near if self._fits(block, one, pronoun)), None)

    def _fits(self, block: int, person: Speaker, pronoun: str) -> bool:
        """Tell whether a person last named in `block` can be meant; one who is becomes known by it."""
        if self._block - block > _FARTHEST:
            return False
        last = _last(person.name)
        told = pronoun_of(person.name)
        if " " not in person.name:
            # A first name may be a surname: "Ms Thomas".
            told = self._called.get(last, "") or told
        return (told or self._called.setdefault(last, pronoun)) == pronoun

    def _note(self, person: Speaker) -> None:
        self._persons = [*self._persons[1 - _RECENT :], (self._block, person)]

    def holder_of(self, office: str) -> Speaker | None:
        """Return the one person whom the text has given this office so far."""
        holders = self._holders.get(office, set())
        return Speaker(next(iter(holders)), named=True, inferred=True) if len(holders) == 1 else None

    def _saw_person(self, tree: Tree, at: int) -> None:
        name = entity_at(tree, at)
        before = [word.text.lower().strip(".") for word in tree.words[max(at - 3, 0) : at]]
        title = before[-1] if before else ""
        first = name.split()[0].lower().strip(".")
        title = first if first in _SEXES else title  # the model takes a title into the name
        if title in _SEXES:
            self._called[_last(name)] = _SEXES[title]
        if " " in name:
            self._surnames.add(_last(name))
        if title not in _SEXES and " " in name and pronoun_of(name):
            self._called.setdefault(_last(name), pronoun_of(name))
        if title in OFFICES and NOT_NOW.isdisjoint(before[:-1]):
            known = self._holders.setdefault(title, set())
            if not any(_last(other) == _last(name) for other in known):
                known.add(name)
        if not self._persons or (_is_subject(tree, at) and not self._is_spoken_of(tree, at)):
            self._note(Speaker(name, named=True, inferred=True))

    def _is_spoken_of(self, tree: Tree, at: int) -> bool:
        """Tell whether a name is only in what a person says: "Ms Roe said that Mr Bell was late"."""
        while at + 1 < len(tree.words) and tree.words[at].dep not in SUBJECTS and tree.words[at + 1].entity:
            at += 1
        verb = tree.words[at].head
        above = tree.words[verb].head
        speaker = tree.subject(above)
        if tree.words[verb].dep != "ccomp" or tree.lemma(above) not in SAYING or not 0 <= speaker < at:
            return False
        word = tree.words[speaker]
        known = {_last(person.name) for _, person in self._persons}
        return word.entity == "PERSON" or word.text.lower() in PERSONAL or word.text.lower() in known


def _last(name: str) -> str:
    """Return the last word of a name, by which two mentions of a person are told to be one."""
    return name.rsplit(maxsplit=1)[-1].lower() if name else ""


def _is_subject(tree: Tree, at: int) -> bool:
    """Tell whether the name that begins at word `at` is the subject of a clause."""
    last = at
    while last + 1 < len(tree.words) and tree.words[last + 1].entity and not tree.words[last + 1].begins:
        last += 1
    inside = [tree.words[place] for place in range(at, last + 1)]
    beside = [tree.words[word.head].dep for word in inside if word.dep == "appos"]  # "the buyer, Ann Roe, …"
    return not SUBJECTS.isdisjoint([*(word.dep for word in inside), *beside])


def speaker_of(text: str, tree: Tree, subject: int, persons: Persons) -> Speaker | None:
    """Return the speaker whom word `subject` names, or none when the writer speaks of himself."""
    subject = _whole_word(tree, subject)
    word = tree.words[subject]
    if word.text == "I" and persons.writer:
        return Speaker(persons.writer, named=True, inferred=True)
    if word.lemma.lower() in _COUNTS and _are_counted(tree, subject):
        counted = _told(text, tree, subject)
        return Speaker(f"a {counted}" if counted.startswith(_SINGLE) else counted, named=False)
    return _speaker(text, tree, subject, persons)


def _speaker(text: str, tree: Tree, subject: int, persons: Persons) -> Speaker | None:
    """Return the one speaker whom a word names."""
    word = tree.words[subject]
    lower = word.text.lower()
    if lower in WRITER or word.tag in {"WP", "WDT", "EX"}:
        return None
    if lower in PERSONAL | IMPERSONAL:
        others = frozenset(tree.words[at].text.lower() for at in tree.kids(word.head, {"dobj"}))
        return persons.meant_by(lower, others) or Speaker("", named=False)
    if word.pos == "PRON" or not can_speak(tree, subject):
        return Speaker("", named=False)
    holder = persons.holder_of(lower) if _is_office(tree, subject) else _person_beside(tree, subject)
    if holder is not None:
        persons.spoke(holder, person=True)
        return holder
    speaker = Speaker(_told(text, tree, subject), named=_is_named(tree, subject))
    if speaker.name.count("[") != speaker.name.count("]"):
        return Speaker("", named=False)
    several = word.tag in {"NNS", "NNPS"} or tree.child(subject, {"conj"}) >= 0
    person = (word.entity not in {"ORG", "GPE", "NORP"} or _is_titled(tree, subject)) and not several
    persons.spoke(
        speaker, person=person and word.lemma.lower() not in BODIES | _GROUPS | DOCUMENTS, several=several
    )
    return speaker


def _is_titled(tree: Tree, noun: int) -> bool:
    """Tell whether a title of a person stands before a name, whatever the model takes it for: "Mr Clarke"."""
    return any(tree.words[at].text.lower().strip(".") in _SEXES for at in tree.kids(noun, {"compound"}))


def several_in(text: str, tree: Tree) -> tuple[Speaker, ...] | None:
    """Return those of whom there are several who act in a sentence; none where only "they" do."""
    found: dict[str, Speaker] = {}
    pronoun = False
    for at, word in enumerate(tree.words):
        if word.dep not in SUBJECTS:
            continue
        pronoun = pronoun or word.text.lower() == "they"
        joined = tree.child(at, {"conj"}) >= 0
        if (word.tag in {"NNS", "NNPS"} or joined) and word.pos in NOUNS and can_speak(tree, at):
            name = _told(text, tree, at)
            found[name.lower()] = Speaker(name, named=_is_named(tree, at), inferred=True)
    return None if pronoun and not found else tuple(found.values())


#: What counts those who speak: "a number of analysts say", "one of the officers said".
_COUNTS = frozenset(
    """both couple dozen few half handful hundred majority many most number one score several some thousand
    three two""".split()  # noqa: SIM905
)


_SINGLE = ("couple ", "dozen ", "handful ", "hundred ", "majority ", "number ", "score ", "thousand ")


def _are_counted(tree: Tree, noun: int) -> bool:
    """Tell whether those whom a number counts can speak."""
    of = next((at for at in tree.kids(noun, {"prep"}) if tree.lemma(at) == "of"), -1)
    counted = tree.child(of, {"pobj"}) if of >= 0 else -1
    return counted >= 0 and (tree.words[counted].pos == "PRON" or can_act(tree.words[counted]))


def _person_beside(tree: Tree, noun: int) -> Speaker | None:
    """Return the person set beside an office: "the city's mayor, | Ana Ruiz, | said"."""
    beside = tree.child(noun, {"appos"})
    if tree.words[noun].entity not in {"", "NORP"} or beside <= noun:
        return None
    if tree.words[beside].entity == "PERSON":
        while beside > 0 and not tree.words[beside].begins:
            beside -= 1
        return Speaker(entity_at(tree, beside), named=True)
    low, high = core_of(tree, beside, _LONGEST)
    name = " ".join(word.text for word in tree.words[low : high + 1])
    return Speaker(name, named=True) if is_like_a_person(name) else None


def _whole_word(tree: Tree, subject: int) -> int:
    """Return the person named after half a word: "co" of "co-founder and chairman Jo Bell" names nobody."""
    words = tree.words
    after = words[subject + 1] if subject + 1 < len(words) else None
    if after is None or after.text not in {"-", "‐", "‑"} or after.start != words[subject].end:
        return subject
    for at in range(subject + 2, min(subject + 9, len(words))):
        following = words[at + 1] if at + 1 < len(words) else None
        if words[at].entity == "PERSON" and (following is None or following.entity != "PERSON"):
            return at
        if words[at].pos in {"VERB", "AUX"} or words[at].text == ",":
            break
    return subject


def can_speak(tree: Tree, noun: int) -> bool:
    """Tell whether word `noun` names somebody, or a writing that speaks for somebody."""
    word = tree.words[noun]
    if word.pos in {"NUM", "SYM"} or word.text == "%" or word.text.lower() in _NOBODY:
        return False
    low, high = core_of(tree, noun, _LONGEST)
    if word.pos == "NOUN" and word.lemma.lower() not in DOCUMENTS and not can_act(word):
        return any(one.entity == "PERSON" for one in tree.words[low : high + 1])
    return word.lemma.lower() not in _FACTS


def _is_office(tree: Tree, noun: int) -> bool:
    """Tell whether an office stands alone: "the president", not "the president of France"."""
    if tree.words[noun].text.lower() not in OFFICES:
        return False
    kids = [tree.words[kid] for kid in tree.children[noun]]
    return all(kid.dep in {"det", "punct"} and kid.text.lower() in {"the", ","} for kid in kids) and bool(
        kids
    )


def _told(text: str, tree: Tree, noun: int) -> str:
    span = tree.phrase(noun)
    if tree.words[noun].entity == "PERSON":
        low, high = core_of(tree, noun, _LONGEST)
        span = Span(tree.words[low].start, tree.words[high].end)
    low, high = tree.sentence.word_at(span.start), tree.sentence.word_at(span.end - 1)
    if high - low >= _LONGEST:
        low, high = core_of(tree, noun, _LONGEST)
    while (
        low < high
        and tree.words[low].pos in {"DET", "PUNCT", "CCONJ", "ADV"}
        and tree.words[low].entity == ""
    ):
        low += 1
    if low < high and tree.words[low].text.isdigit() and tree.words[low + 1].text[:1].isupper():
        # The number of a note: "3 Bell wrote …".
        low += 1
    while low < high and tree.words[high].pos == "ADV":
        high -= 1
    while low < high and tree.words[high].entity in TIMES:
        high -= 1
    while low < high and tree.words[high].pos == "ADP":
        high -= 1
    found = Span(tree.words[low].start, tree.words[high].end)
    return " ".join(found.of(text).split()).strip(",;: ").removeprefix("the ").removeprefix("The ")


def _is_named(tree: Tree, noun: int) -> bool:
    low, high = core_of(tree, noun, _LONGEST)
    return (
        any(word.entity in _NAMED for word in tree.words[low : high + 1]) or tree.words[noun].pos == "PROPN"
    )


def entity_at(tree: Tree, at: int) -> str:
    """Return the name that begins at word `at`, without the possessive ending."""
    words: Sequence[str] = [tree.words[at].text]
    last = at + 1
    while (
        last < len(tree.words)
        and tree.words[last].entity == tree.words[at].entity
        and not tree.words[last].begins
    ):
        if tree.words[last].tag == "POS":
            break
        words = [*words, tree.words[last].text]
        last += 1
    return " ".join(words)
