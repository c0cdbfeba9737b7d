"""Commands: clauses that begin with a verb in its base form, in a sentence that the model has parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.analysis.grammar import SUBJECTS, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.imperatives import (
    PAST,
    TELLING,
    ends_as_noun,
    is_counted,
    is_no_verb,
    is_speaker,
    is_title,
    starts_imperative,
)
from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES, NOUNS_TOO, SAYING
from deskbrief.analysis.words import Word
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

#: Words that begin a condition before an imperative.
_CONDITIONS = frozenset(
    [
        "if",
        "where",
        "wherever",
        "when",
        "whenever",
        "once",
        "unless",
        "before",
        "after",
        "until",
        "in",
        "as",
    ]
)
#: What may hang on a verb before it, when that has no subject.
_AHEAD = frozenset(
    {
        "advcl",
        "advmod",
        "cc",
        "intj",
        "punct",
        "neg",
        "aux",
        "prep",
        "npadvmod",
        "vocative",
        "mark",
        "preconj",
    }
)
_BEFORE_VERB = frozenset({"then", "please", "do", "not", "n't"})
#: Marks that join words, and the nouns of the longest subject.
_HYPHENS, _NOUNS = frozenset("-‐‑–"), 5
#: What a hyphen joins to a verb.
_PREFIXES = frozenset({"re", "co", "pre", "de", "dis", "over", "under", "out", "up", "down", "cross", "fast"})
#: How many words a condition may have.
_FAR = 40


def command_in(tree: Tree, first: int) -> Iterator[Advice]:
    """Yield advice of a clause that has a verb in its base form and no subject, from word `first` on."""
    opening = tree.words[first : first + 8]
    at = starts_imperative([word.text for word in opening], [word.tag for word in opening])
    at = at + first if at >= 0 else _bare_root(tree)
    if at < first:
        at = _after_condition(tree, first)
    if at < first:
        return
    verb = tree.words[at]
    if at == first and is_title([word.text for word in opening]):
        return
    if not _can_command(tree, at) or any(word.text == "(" for word in tree.words[first:at]):
        return
    if tree.child(at, {"nsubj", "nsubjpass"}) >= first and verb.dep == "ROOT":
        return
    start = tree.words[first].start if at - first < 4 else verb.start
    yield Advice(
        form=Form.IMPERATIVE,
        strength=Strength.SHOULD,
        wording=Span(start, verb.end),
        action=Span(start, _clause_end(tree.words)),
        main=True,
        negated=tree.negated(at) or tree.words[first].text.lower() == "never",
    )


def _can_command(tree: Tree, at: int) -> bool:
    """Tell whether a word can be a verb here: no number, no initials of a speaker, no subject of a verb."""
    word, after = tree.words[at], tree.words[at + 1].text if at + 1 < len(tree.words) else ""
    noun = word.text.lower() in NOUNS_TOO or word.text.lower() not in IMPERATIVES or word.tag == "JJ"
    if (noun and _is_before_verb(tree, at)) or _is_joined(tree, at):
        return False
    if not word.text.isascii() or (word.text.lower() not in IMPERATIVES and ends_as_noun(word.text)):
        return False
    if is_no_verb([other.text for other in tree.words[at : at + 5]], 0):
        return False
    return word.text.isalpha() and not is_speaker([word.text, after], 0) and not is_counted(word.text, after)


def _is_before_verb(tree: Tree, at: int) -> bool:
    """Tell whether a word is the subject of a verb, or part of it: "Grant amounts are known"."""
    for _ in range(_NOUNS):
        word = tree.words[at]
        if word.head <= at:
            return False
        if word.dep in {"nsubj", "nsubjpass"}:
            return True
        if word.dep not in {"compound", "amod", "nmod"}:
            return False
        at = word.head
    return False


def _is_joined(tree: Tree, at: int) -> bool:
    """Tell whether a hyphen joins the word to the next: "Work-in-progress", but not "re-open"."""
    after = tree.words[at + 1] if at + 1 < len(tree.words) else None
    return (
        after is not None
        and tree.words[at].text.lower() not in _PREFIXES
        and after.text in _HYPHENS
        and after.start == tree.words[at].end
    )


def _bare_root(tree: Tree) -> int:
    """Return the root if it is a bare verb without subject or helper ("If you sue, then prove it")."""
    root = tree.root
    if tree.words[root].text.lower() in PAST:
        return -1
    if tree.words[root].tag != "VB" or tree.child(root, {"nsubj", "nsubjpass", "expl", "csubj"}) >= 0:
        return -1
    helped = any(
        tree.words[c].tag in {"TO", "MD", "VBZ", "VBP", "VBD"}
        and tree.words[c].dep in {"aux", "auxpass"}
        and tree.words[c].text.lower() != "do"
        for c in tree.children[root]
    )
    before = [tree.words[c] for c in tree.children[root] if c < root]
    bare = all(
        word.dep in _AHEAD and word.tag not in {"JJS", "DT", "CD"} and word.text.lower() not in TELLING
        for word in before
    )
    return root if bare and not helped else -1


def _after_condition(tree: Tree, first: int) -> int:
    """Return the verb of "Where the law allows it, publicly commit to …", or -1."""
    words = tree.words
    if words[first].text.lower() not in _CONDITIONS:
        return -1
    for comma in range(first + 1, min(len(words) - 1, first + _FAR)):
        if words[comma].text != ",":
            continue
        at = comma + 1
        while at < len(words) - 1 and (words[at].tag == "RB" or words[at].text.lower() in _BEFORE_VERB):
            at += 1
        if words[at].text.lower() in IMPERATIVES and tree.child(at, SUBJECTS) < 0 and _is_base(words[at]):
            return -1 if _is_further(tree, at, first) else at
    return -1


def _is_further(tree: Tree, at: int, first: int) -> bool:
    """Tell whether a verb is joined to one behind the condition: "As agreed, they will meet, give notes"."""
    before = tree.words[at].head
    ended = any(word.text == "," for word in tree.words[first:before])
    if tree.words[at].dep == "ccomp" and at < before and tree.lemma(before) not in SAYING:
        return True  # "When there is no money to buy boats, pay fees or mend nets, a loan helps"
    return tree.words[at].dep == "conj" and before < at and ended and tree.child(before, SUBJECTS) >= 0


def _is_base(word: Word) -> bool:
    return word.tag == "VB" or (word.tag == "VBP" and word.dep == "ROOT")


_CLOSING = frozenset({".", "!", "?", ";", ":", ",", "…", "...", "..", "-", "–", "—"})


def _clause_end(words: Sequence[Word]) -> int:
    return words[-2].end if len(words) > 1 and words[-1].text in _CLOSING else words[-1].end
