"""Stretches that may be names: entities that the model found, and capitalised words that come again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskbrief.analysis.naming.known import (
    FULL,
    JOINING,
    KINDS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    TITLES,
)
from deskbrief.analysis.words import Sentence
from deskbrief.document.spans import Span

#: The kinds of name that the model's entity types stand for.
ENTITY_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "LAW": "law",
    "EVENT": "other",
}
#: Words of the longest name, and its code points.
LONGEST, LONGEST_CHARS = 8, 90

#: A letter with a number is a code, and words of standards in capitals are no names.
_CODE = re.compile(r"[A-Z]{1,2}\d{1,4}(?:[-–][A-Z]{0,2}\d{1,4})?")
_CAPITALS = frozenset(
    ["SHALL", "SHOULD", "MUST", "MAY", "NOT", "REQUIRED", "OPTIONAL", "RECOMMENDED", "RESTRICTED"]
)
#: Names of happenings begin so.
_HAPPENINGS = ("Battle of ", "Siege of ", "Campaign of ", "War of ", "Fall of ")
#: Titles that only persons have.
RANKS = frozenset(
    ["mr", "mrs", "ms", "dr", "general", "gen", "colonel", "captain", "lieutenant", "admiral", "senator"]
)
_WORD = re.compile(r"(?:[A-Z]\.){2,5}|[^\W\d_][\w’'&-]*|[^\w\s]|\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, and its kind ("" when that is open); `sure` when a model found it."""

    text: str
    start: int
    end: int
    kind: str
    sure: bool


def entities(text: str, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """Yield the names that the model found, without articles, titles and possessive endings."""
    for sentence in sentences:
        run: list[int] = []
        for at, word in enumerate(sentence.words):
            if run and (not word.entity or word.begins):
                yield from _entity(text, sentence, run)
                run = []
            if word.entity:
                run.append(at)
        if run:
            yield from _entity(text, sentence, run)


def _entity(text: str, sentence: Sentence, run: list[int]) -> Iterator[Candidate]:
    words = sentence.words
    kind = ENTITY_KINDS.get(words[run[0]].entity, "")
    before = run[0] - 1
    titled = before >= 0 and words[before].text.lower().strip(".") in RANKS
    while run and (words[run[0]].pos in {"DET", "PUNCT"} or words[run[0]].text.lower().strip(".") in TITLES):
        titled = titled or words[run[0]].text.lower().strip(".") in RANKS
        run = run[1:]
    if titled and run and kind == "organisation":
        kind = "person"
    while run and (words[run[-1]].tag in {"POS", "HYPH"} or words[run[-1]].pos == "PUNCT"):
        run = run[:-1]
    if run and kind and len(run) <= LONGEST:
        yield from _candidate(text, Span(words[run[0]].start, words[run[-1]].end), kind, sure=True)


def _candidate(text: str, span: Span, kind: str, *, sure: bool) -> Iterator[Candidate]:
    written = " ".join(span.of(text).split())
    for ending in ("'s", "’s"):
        written = written.removesuffix(ending)
    if _is_name(written):
        yield Candidate(written, span.start, span.end, kind, sure)


def _is_name(written: str) -> bool:
    words = written.split()
    if _CODE.fullmatch(written) or all(word in _CAPITALS for word in words):
        return False
    if not words or len(written) > LONGEST_CHARS or written.lower() in NOT_NAMES:
        return False
    return len(written) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def capitalised(text: str, span: Span) -> Iterator[Candidate]:
    """Yield runs of capitalised words in a stretch of prose; one that only opens a sentence is not sure."""
    run: list[re.Match[str]] = []
    opens = True
    run_opens = False
    for match in _WORD.finditer(text, span.start, span.end):
        word = match[0]
        if word[0].isupper():
            if not run:
                run_opens = opens
            run.append(match)
        elif not (run and word in JOINING and len(run) < LONGEST):
            yield from _run(text, run, opens=run_opens)
            run = []
        else:
            run.append(match)
        opens = word in {".", "!", "?", ":", "“", '"'}
    yield from _run(text, run, opens=run_opens)


def _run(text: str, run: list[re.Match[str]], *, opens: bool) -> Iterator[Candidate]:
    while run and run[-1][0] in JOINING:
        run = run[:-1]
    while run and (run[0][0].lower() in NOT_NAMES or run[0][0].lower() in TITLES):
        run, opens = run[1:], False
    while run and run[0][0] in JOINING:
        run = run[1:]
    if not run or (opens and len(run) == 1 and run[0][0].lower() not in FULL):
        return
    written = text[run[0].start() : run[-1].end()]
    yield from _candidate(text, Span(run[0].start(), run[-1].end()), kind_of(written), sure=False)


def kind_of(written: str) -> str:
    """Return the kind that the words of a name tell, "" when they do not tell it."""
    full = FULL.get(written.lower())
    if full:
        return KINDS.get(full, "")
    if written.startswith(_HAPPENINGS):
        return "other"
    words = {word.lower().strip(".") for word in written.split()}
    if words & ORGANISATION_WORDS:
        return "organisation"
    return "place" if len(words) > 1 and words & PLACE_WORDS else ""
