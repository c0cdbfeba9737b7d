"""A parsed sentence as a tree, with the questions that the rest of the room asks of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from deskbrief.analysis.words import Sentence, Word
from deskbrief.document.spans import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: Parts of speech of what names something, and kinds of entities that are places and times.
NOUNS = frozenset({"NOUN", "PROPN"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})
#: Tags of finite verbs and of what goes before a verb.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_OUTSIDE_PHRASE = frozenset({"relcl", "acl", "appos", "punct", "advcl"})
#: Steps of the longest climb in a tree.
_HIGHEST = 30


class Tree:
    """A sentence as a tree, its children looked up once; words are known by their index."""

    __slots__ = ("children", "sentence", "words")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.children: list[list[int]] = [[] for _ in sentence.words]
        for at, word in enumerate(sentence.words):
            if word.head != at and word.head < len(self.words):
                self.children[word.head].append(at)

    def with_words(self, words: Mapping[int, Word]) -> Tree:
        """Return this tree with some of its words, by their index, changed."""
        if not words:
            return self
        sentence = self.sentence
        changed = tuple(words.get(at, word) for at, word in enumerate(sentence.words))
        return Tree(Sentence(sentence.start, sentence.end, sentence.block, changed))

    @property
    def root(self) -> int:
        """The root, the first if there are several."""
        return next((at for at, word in enumerate(self.words) if word.head == at), 0)

    def child(self, at: int, deps: Collection[str]) -> int:
        """Return the first child of `at` with one of the labels, or -1."""
        return next((c for c in self.children[at] if self.words[c].dep in deps), -1)

    def kids(self, at: int, deps: Collection[str]) -> list[int]:
        """Return the children of `at` with one of the labels, left to right."""
        return [c for c in self.children[at] if self.words[c].dep in deps]

    def lemma(self, at: int) -> str:
        """Return the dictionary form of a word, in lower case."""
        return self.words[at].lemma.lower()

    def below(self, at: int, without: Collection[str] = ()) -> tuple[int, int]:
        """Return the first and last word of the subtree of `at`, children labelled `without` left out."""
        low = high = at
        todo = [at]
        while todo:
            here = todo.pop()
            low, high = min(low, here), max(high, here)
            todo.extend(c for c in self.children[here] if self.words[c].dep not in without)
        return low, high

    def span(self, at: int) -> Span:
        """Return the stretch of `at` and all below it."""
        low, high = self.below(at)
        return Span(self.words[low].start, self.words[high].end)

    def phrase(self, at: int) -> Span:
        """Return the phrase of a noun, without relative clauses and without what is set beside it."""
        low, high = self.below(at, _OUTSIDE_PHRASE)
        return Span(self.words[low].start, self.words[high].end)

    def negated(self, at: int) -> bool:
        """Tell whether "not" or its like hangs on the word."""
        return self.child(at, {"neg"}) >= 0

    def subject(self, verb: int) -> int:
        """Return the subject of `verb`, or of the verb that it is joined to; -1 for none.

        Of several before the verb the nearest is its own: "gains made since X was ousted will be lost".
        """
        words = self.words
        for _ in range(6):
            found = -1
            for at in self.children[verb]:
                word = words[at]
                if word.dep in SUBJECTS and (found < 0 or (at < verb and word.text[-1:].isalnum())):
                    found = at
            if found >= 0:
                return found
            if words[verb].dep != "conj":
                return -1
            verb = words[verb].head
        return -1

    def in_main_clause(self, verb: int) -> bool:
        """Tell whether `verb` heads a main clause or what one says, and no condition or relative."""
        for _ in range(_HIGHEST):
            word = self.words[verb]
            if word.dep in _CLAUSES or (word.dep == "ccomp" and self._is_question(verb)):
                return False
            if word.dep == "ROOT" or word.head == verb:
                return True
            if word.dep not in _MAIN:
                return False
            verb = word.head
        return False

    def _is_question(self, verb: int) -> bool:
        marks = [self.words[c] for c in self.children[verb]]
        return any(mark.tag in {"WP", "WRB", "WDT"} or mark.lemma in {"whether", "if"} for mark in marks)


def place_of(word: Word) -> Span:
    """Return the place of one word."""
    return Span(word.start, word.end)
