"""What "we recommend that …" asks for where a model has taken its verb for a noun: "the boards address"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.vocabulary import ADVISING, IMPERATIVES
from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span

_RECOMMENDS = re.compile(
    r"\b(?:(?:we|I)\s+(?:(?:also|further|therefore|thus|strongly|again|hereby|would)\s+){0,2}"
    r"(?P<own>recommend(?:ed)?|propose|request|urge|ask)"
    r"|(?P<who>(?<![\w.’'-])[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){0,3})\s+(?:(?:also|further|therefore)\s+)?"
    r"(?P<told>recommend|propose|request|urge|ask)s)"
    r"(?:\s+that\b(?:\s*,[^,;:]{3,80},)?\s+(?P<whom>)(?=\w)|\s+(?P<plain>)(?=(?:the|all|each|every|both)\s))",
    re.IGNORECASE,
)
#: After what is no verb's object these words do not come; before a verb in its base form the others do not.
_OPENS_WORDS = (
    "the a an all any each every both its their his her these those this that to with on in for how "
    "whether if"
)
_OPENS_OBJECT = frozenset(_OPENS_WORDS.split())
#: Those that cannot stand right behind a noun: "the agency repay | all fees".
_OF_OBJECTS = frozenset({"all", "any", "each", "every", "both", "its", "their", "his", "her", "a", "an"})
#: The first numbers of deeds that are counted: "that the office (1) repay fees".
_FIRST = frozenset({"1", "a", "i"})
_NOUN_AFTER = "the a an and or of to for in on by with its their his her this that each both"
_BEFORE_NOUN = frozenset(_NOUN_AFTER.split())


def is_base_verb(tree: Tree, at: int) -> bool:
    """Tell whether a word is the verb of a clause with "that", whatever a model took it for.

    It is one by its form, by a noun before it and by what opens an object behind it; after a plural or a
    name also where the clause would have no verb otherwise: "that CMS use supplier prices to lower fees".
    """
    if not 0 < at < len(tree.words) - 1:
        return False
    before, word, after = tree.words[at - 1], tree.words[at], tree.words[at + 1]
    if before.pos not in NOUNS or before.text.lower() in _BEFORE_NOUN:
        return False
    if word.text not in IMPERATIVES:
        plain = word.tag in {"VB", "VBP"} and before.tag in {"NN", "NNP"} and word.text.islower()
        glued = word.tag == "NN" and before.dep == "compound" and before.head == at
        return (plain and after.text.lower() in _OPENS_OBJECT) or (
            glued and after.text.lower() in _OF_OBJECTS
        )
    if after.text.lower() in _OPENS_OBJECT:
        return True
    several = before.tag in _SEVERAL and word.tag not in {"VBD", "VBG", "VBN"}
    return several and after.text[:1].isalpha() and not _has_verb(tree, at)


_SEVERAL = frozenset({"NNS", "NNP", "NNPS"})


def _has_verb(tree: Tree, at: int) -> bool:
    """Tell whether a verb stands behind `at` that is no infinitive or participle."""
    words = tree.words
    return any(
        word.tag in {"VB", "VBP", "VBZ", "VBD", "MD"} and words[place - 1].tag not in {"TO", "RB"}
        for place, word in enumerate(words[at + 1 :], at + 1)
    )


#: A dateline, which a model reads with the sentence: "VELMAR, May 5 - Three groups called on …".
_DATED = re.compile(
    r"\W{0,3}[A-Z][\w.’' -]{1,40}(?:,\s[A-Z][\w.’' -]{1,30}){0,3}(?:\s\([^()]{2,30}\))?\s(?:-{1,2}|–|—)\s"
    r"(?P<who>[A-Z][^,;:.!?]{1,90}?)\s(?:(?:today|yesterday|have|has|also|on\s[A-Z][a-z]{2,8}day)\s){0,3}"
    r"(?P<verb>called\s(?:up)?on|urged|appealed\sto|asked)\s(?P<whom>[^,;:.!?]{2,90}?)\sto\s(?=[a-z])"
)


def called_in(text: str, tree: Tree) -> Iterator[Advice]:
    """Yield what somebody calls for behind a dateline, where a model has read both as one."""
    span = tree.sentence.span
    match = _DATED.match(text, span.start, span.end)
    if match is None:
        return
    yield Advice(
        form=Form.VERB,
        strength=ADVISING.get(match["verb"].split()[0].removesuffix("ed"), Strength.SHOULD),
        wording=Span(*match.span("verb")),
        action=Span(match.end(), span.start + len(span.of(text).rstrip(" .;\n"))),
        addressee=Span(*match.span("whom")),
        speaker=Span(*match.span("who")),
    )


def recommended_in(text: str, tree: Tree) -> Iterator[Advice]:
    """Yield what is recommended by the words alone: who stands after "that", and a verb in its base form."""
    span = tree.sentence.span
    match = _RECOMMENDS.search(text, span.start, span.end)
    if match is None:
        return
    verb = "own" if match["own"] else "told"
    start = match.start("plain" if match["whom"] is None else "whom")
    first = next((at for at, word in enumerate(tree.words) if word.start >= start), len(tree.words))
    for at in range(first + 1, len(tree.words) - 1):
        before, word, after = tree.words[at - 1], tree.words[at], tree.words[at + 1]
        leads = word.text == ":" and after.text == "(" and before.pos in NOUNS
        if (word.text in {",", ";", ":"} and not leads) or word.tag == "MD":
            return
        counts = word.text == "(" and after.text in _FIRST and before.pos in NOUNS
        if counts or leads or is_base_verb(tree, at):
            end = span.start + len(span.of(text).rstrip(" .;\n"))
            yield Advice(
                form=Form.VERB,
                strength=ADVISING[match[verb].lower().removesuffix("ed")],
                wording=Span(match.start(verb), match.end(verb) + (verb == "told")),
                action=Span(word.start, end),
                addressee=Span(start, before.end),
                speaker=Span(match.start("who"), match.end("who")) if verb == "told" else None,
            )
            return
