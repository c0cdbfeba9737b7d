"""The names of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deskbrief.analysis.labels import label_of
from deskbrief.analysis.naming.candidates import Candidate, capitalised, entities
from deskbrief.analysis.naming.capitals import governments_in
from deskbrief.analysis.naming.celled import names_in_cells
from deskbrief.analysis.naming.common import without_common_words
from deskbrief.analysis.naming.joining import Group, joined
from deskbrief.analysis.naming.known import KINDS, PLACE_WORDS
from deskbrief.analysis.naming.laws import laws_in
from deskbrief.analysis.naming.mentions import mentions_of
from deskbrief.analysis.naming.parting import parted, together
from deskbrief.analysis.naming.peoples import is_people, peoples_in
from deskbrief.analysis.naming.whereabouts import with_kinds
from deskbrief.analysis.sentences import is_prose
from deskbrief.analysis.turns import turns_of, with_one_capital
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Document
from deskbrief.document.outline import Acronym, Name
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

#: Letters of the longest word that titles leave small, and words of the longest title.
_SMALL, _LONGEST_TITLE = 4, 12
#: Letters of the longest word that joins others in a name.
_JOINT = 3
#: What parts the word for a body from what it is of, and words for countries, which are no bodies.
_JOINED = re.compile(r"\s(?:[-–—]|against|for|in|of|on|to)(?=\s)")
_STATES = frozenset(
    {"commonwealth", "emirate", "kingdom", "region", "republic", "state", "states", "territory"}
)


def names_of(
    document: Document, sentences: Mapping[int, Sequence[Sentence]], acronyms: Sequence[Acronym]
) -> Steps[tuple[Name, ...]]:
    """Return persons, bodies, places, laws and documents in the order of their first mention.

    Where the model has read the text its named entities are taken, else capitalised words that come again.
    """
    candidates: list[Candidate] = []
    governments: dict[Span, str] = {}
    turns = turns_of(document)
    for number, block in enumerate(document.blocks):
        if not is_prose(block):
            continue
        turn = turns.get(number)
        if turn is not None and turn.name is not None:
            candidates.extend(_speaker(document.text, turn.name))
        label = turn.label if turn else label_of(document.text, block.span)
        body = Span(label.end if label else block.start, block.end)
        read = sentences.get(number)
        candidates.extend(together(document.text, list(_in_block(document.text, body, read))))
        governments.update(governments_in(read or ()))
        yield
    peoples = peoples_in(sentences.values())
    candidates = [_whole(document.text, one, acronyms) for one in candidates if not is_people(one, peoples)]
    candidates.extend(names_in_cells(document))
    candidates.extend(_governments(governments))
    candidates.extend(_defined(document.text, candidates, acronyms))
    groups = without_common_words(document.text, joined(parted(candidates), acronyms, peoples))
    yield
    mentions = yield from mentions_of(document, groups, governments)
    with_kinds(document.text, groups, mentions)
    named = [
        _name(document.text, group, spans) for group, spans in zip(groups, mentions, strict=True) if spans
    ]
    return tuple(sorted(named, key=lambda name: (name.mentions[0].start, name.name)))


def _speaker(text: str, name: Span) -> Iterator[Candidate]:
    """Yield the name of who has the word in a transcript, one in capitals with one capital as well."""
    written = " ".join(name.of(text).split())
    for form in dict.fromkeys((with_one_capital(written), written)):
        yield Candidate(form, name.start, name.end, "person", sure=True, titled=True)


def _in_block(text: str, body: Span, read: Sequence[Sentence] | None) -> Iterator[Candidate]:
    """Yield the candidates of a block; inside the name of a law there is no other name."""
    runs = list(capitalised(text, body))
    laws = list(laws_in(text, body, runs))
    titled = _is_title_line(text, body)
    yield from laws
    for one in _found(text, read, runs) if read else runs:
        inside = any(law.start < one.end and one.start < law.end for law in laws)
        if one.start >= body.start and not inside:
            yield replace(one, sure=False) if titled and " " not in one.text and not one.titled else one


def _found(text: str, read: Sequence[Sentence], runs: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names that the model found, and well-known ones that it has passed over."""
    found = list(entities(text, read))
    passed = (one for one in runs if one.text in KINDS)
    more = [one for one in passed if not any(one.start < it.end and it.start < one.end for it in found)]
    yield from sorted([*found, *(replace(one, kind=KINDS[one.text], sure=True) for one in more)], key=_start)


def _start(one: Candidate) -> int:
    return one.start


def _is_title_line(text: str, body: Span) -> bool:
    """Tell whether a line stands in capitals as titles do, where a model takes any word for a name."""
    line = body.of(text)
    words = [word for word in line.split() if len(word) > _SMALL and word.isalpha()]
    ended = line.rstrip()[-1:] in {".", "!", "?", ":", ";", ",", "”", '"'}
    return not ended and 1 < len(words) <= _LONGEST_TITLE and all(word[0].isupper() for word in words)


def _defined(text: str, candidates: Sequence[Candidate], acronyms: Sequence[Acronym]) -> Iterator[Candidate]:
    """Yield the short form of each name that the text defines, where the model has taken it for no name."""
    known = {one.text for one in candidates}
    kinds = {one.text: one.kind for one in candidates if one.sure}
    for one in acronyms:
        long = one.long.removeprefix("the ").removeprefix("The ")
        at = text.rfind(one.short, one.start, one.end)
        if at >= 0 and one.short not in known and long in kinds and one.long[:1].isupper():
            yield Candidate(one.short, at, at + len(one.short), kinds[long], sure=False)


def _whole(text: str, one: Candidate, acronyms: Sequence[Acronym]) -> Candidate:
    """Return a candidate with the words before it that its short form has: "Internet | Trust (IT)"."""
    for short in acronyms:
        long = short.long.removeprefix("the ").removeprefix("The ")
        if not (short.start <= one.start < short.end) or not long.endswith(f" {one.text}"):
            continue
        start = text.rfind(long.partition(" ")[0], short.start, one.start)
        capitals = all(
            word[:1].isupper() for word in long.removesuffix(one.text).split() if len(word) > _JOINT
        )
        if start >= 0 and capitals and long[:1].isupper():
            return replace(one, text=long, start=start, kind=_kind_of_whole(long, one))
    return one


def _kind_of_whole(long: str, last: Candidate) -> str:
    """Return the kind of a whole name: a "Trust for the North West" is no place, and no person."""
    head = _JOINED.split(long.removesuffix(last.text))[0].split()
    joined = len(head) < len(long.removesuffix(last.text).split())
    place = not head or head[-1].lower() in PLACE_WORDS | _STATES
    body = joined and last.kind in {"place", "person"} and not (place and head[0] != "Islamic")
    return "organisation" if body else last.kind


def _governments(governments: Mapping[Span, str]) -> Iterator[Candidate]:
    """Yield each capital that stands for a government as a form of its country's name."""
    for span, country in governments.items():
        yield Candidate(country, span.start, span.end, "place", sure=True)


def _name(text: str, group: Group, mentions: Sequence[Span]) -> Name:
    forms = {*group.forms, *(" ".join(span.of(text).split()) for span in mentions)}
    aliases = tuple(sorted(form for form in forms if form.lower() != group.name.lower()))
    return Name(group.name, group.kind, aliases, tuple(mentions))


def canonical(names: Sequence[Name]) -> dict[str, str]:
    """Return the fullest form of a name for each of its forms, in lower case and without an article."""
    return {form.lower(): name.name for name in names for form in (name.name, *name.aliases)}
