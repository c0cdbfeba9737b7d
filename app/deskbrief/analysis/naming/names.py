"""The names of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deskbrief.analysis.labels import label_of
from deskbrief.analysis.naming.candidates import Candidate, capitalised, entities
from deskbrief.analysis.naming.joining import Group, joined
from deskbrief.analysis.naming.mentions import mentions_of
from deskbrief.analysis.sentences import is_prose
from deskbrief.analysis.steps import Steps
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Document
from deskbrief.document.outline import Acronym, Name
from deskbrief.document.spans import Span


def names_of(
    document: Document, sentences: Mapping[int, Sequence[Sentence]], acronyms: Sequence[Acronym]
) -> Steps[tuple[Name, ...]]:
    """Return persons, organisations and places in the order of their first mention.

    Where the model has read the text its named entities are taken, else capitalised words that come again.
    """
    candidates: list[Candidate] = []
    for number, block in enumerate(document.blocks):
        if not is_prose(block):
            continue
        label = label_of(document.text, block.span)
        body = Span(label.end if label else block.start, block.end)
        read = sentences.get(number)
        found = entities(document.text, read) if read else capitalised(document.text, body)
        candidates.extend(one for one in found if one.start >= body.start)
        yield
    groups = joined(candidates, acronyms)
    mentions = yield from mentions_of(document, groups)
    named = [_name(group, spans) for group, spans in zip(groups, mentions, strict=True) if spans]
    return tuple(sorted(named, key=lambda name: (name.mentions[0].start, name.name)))


def _name(group: Group, mentions: Sequence[Span]) -> Name:
    aliases = tuple(form for form, _ in group.forms.most_common() if form.lower() != group.name.lower())
    return Name(group.name, group.kind, tuple(sorted(aliases)), tuple(mentions))


def canonical(names: Sequence[Name]) -> dict[str, str]:
    """Return the fullest form of a name for each of its forms, in lower case and without an article."""
    return {form.lower(): name.name for name in names for form in (name.name, *name.aliases)}
