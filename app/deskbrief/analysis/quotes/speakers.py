"""Who speaks: the subject of a verb of saying, with pronouns led back to the person they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.phrases import core_of
from deskbrief.analysis.quotes.verbs import IMPERSONAL, PERSONAL, WRITER
from deskbrief.document.spans import Span

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
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
    """The persons and bodies named so far, for the pronouns that follow."""

    def __init__(self) -> None:
        self._person: Speaker | None = None
        self._body: Speaker | None = None

    def saw(self, tree: Tree, upto: int | None = None) -> None:
        """Take in the names of a sentence, up to the word `upto`."""
        words = tree.words[:upto]
        for at, word in enumerate(words):
            if word.entity == "PERSON" and word.begins:
                self._person = Speaker(_entity(tree, at), named=True, inferred=True)
            elif word.entity in {"ORG", "GPE"} and word.begins:
                self._body = Speaker(_entity(tree, at), named=True, inferred=True)

    def spoke(self, speaker: Speaker, *, person: bool) -> None:
        """Remember who spoke last."""
        meant = Speaker(speaker.name, speaker.named, inferred=True)
        if person:
            self._person = meant
        else:
            self._body = meant

    def meant_by(self, pronoun: str) -> Speaker | None:
        """Return whom a pronoun stands for, as far as can be told."""
        return self._person if pronoun in PERSONAL else self._body if pronoun in IMPERSONAL else None


def speaker_of(text: str, tree: Tree, subject: int, persons: Persons) -> Speaker | None:
    """Return the speaker whom word `subject` names, or none when the writer speaks of himself."""
    word = tree.words[subject]
    lower = word.text.lower()
    if lower in WRITER or word.tag in {"WP", "WDT", "EX"}:
        return None
    if lower in PERSONAL | IMPERSONAL:
        return persons.meant_by(lower) or Speaker("", named=False)
    if word.pos == "PRON":
        return Speaker("", named=False)
    speaker = Speaker(_told(text, tree, subject), named=_is_named(tree, subject))
    persons.spoke(
        speaker, person=word.entity not in {"ORG", "GPE", "NORP"} and word.tag not in {"NNS", "NNPS"}
    )
    return speaker


def _told(text: str, tree: Tree, noun: int) -> str:
    span = tree.phrase(noun)
    low, high = tree.sentence.word_at(span.start), tree.sentence.word_at(span.end - 1)
    if high - low >= _LONGEST:
        low, high = core_of(tree, noun, _LONGEST)
    while (
        low < high
        and tree.words[low].pos in {"DET", "PUNCT", "CCONJ", "ADV"}
        and tree.words[low].entity == ""
    ):
        low += 1
    found = Span(tree.words[low].start, tree.words[high].end)
    return " ".join(found.of(text).split()).strip(",;: ").removeprefix("the ").removeprefix("The ")


def _is_named(tree: Tree, noun: int) -> bool:
    low, high = core_of(tree, noun, _LONGEST)
    return (
        any(word.entity in _NAMED for word in tree.words[low : high + 1]) or tree.words[noun].pos == "PROPN"
    )


def _entity(tree: Tree, at: int) -> str:
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
