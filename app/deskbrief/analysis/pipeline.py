"""From a document to its outline: first by rules alone, then with what the language model has read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deskbrief.analysis.acronyms import acronyms_in
from deskbrief.analysis.document_date import document_date, moment_of
from deskbrief.analysis.english import REMARK, is_foreign
from deskbrief.analysis.events.all import events_of, redated
from deskbrief.analysis.naming.names import canonical, names_of
from deskbrief.analysis.outlining import sections_with_gists
from deskbrief.analysis.recommendations.choosing import judged, recommendations_of
from deskbrief.analysis.recommendations.weighing import load_weights
from deskbrief.analysis.sentences import is_prose
from deskbrief.analysis.steps import Steps
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.reading import mentions_again, mentions_of, worked_out
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.told import Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Document
from deskbrief.document.outline import Acronym, Name, Outline, Recommendation

#: The version of the rules: results kept under another one are worked out again.
RULES = "1"


def outline_of(
    document: Document,
    published: str,
    sentences: Sequence[Sentence] = (),
    *,
    model: str = "",
    remarks: tuple[str, ...] = (),
    further: bool = False,
) -> Steps[Outline]:
    """Return the outline of `document`; `published` is the EDTF day that the reader has set, or "".

    `sentences` are those that the language model called `model` has read, in the order of the text; without
    them the outline is made by rules alone. Of a text that is not English only the form is told.
    `further` adds the happenings of news that no date dates, for programs.
    """
    foreign = is_foreign(document)
    by_block = _by_block(sentences)
    sections, key = yield from sections_with_gists(document, sentences)
    mentions = yield from mentions_of(document, sentences)
    times, written = yield from _dated(document, mentions, published)
    events, shown = yield from events_of(document, by_block, times, written, further=further)
    recommendations: list[Recommendation] = []
    names: tuple[Name, ...] = ()
    acronyms = tuple(_acronyms(document))
    if not foreign:
        reading, judgements = yield from judged(document, by_block, load_weights())
        recommendations = recommendations_of(document, reading, judgements, times)
        yield
        names = yield from names_of(document, by_block, acronyms)
    return Outline(
        rules=RULES,
        model=model,
        sections=sections,
        times=shown,
        events=events,
        recommendations=_under_full_names(recommendations, names),
        names=names,
        acronyms=acronyms,
        key_sentences=key,
        remarks=(REMARK,) if foreign else remarks,
    )


def resolved(document: Document, outline: Outline, published: str) -> Steps[Outline]:
    """Return `outline` with every date worked out again for another day of writing, without any model."""
    times, written = yield from _dated(document, mentions_again(outline.times), published)
    events, shown = redated(document, outline.events, times, written)
    yield
    return replace(outline, times=shown, events=events)


def _by_block(sentences: Sequence[Sentence]) -> Mapping[int, list[Sentence]]:
    result: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        result.setdefault(sentence.block, []).append(sentence)
    return result


def _dated(
    document: Document, mentions: Sequence[Mention], published: str
) -> Steps[tuple[Times, Moment | None]]:
    """Return the times, worked out against the day of writing, which may itself be one of them."""
    undated = Times((yield from worked_out(document, mentions, None)))
    evidence = document_date(document, published, undated)
    written = moment_of(evidence.edtf) if evidence else None
    if written is None:
        return undated, None
    return Times((yield from worked_out(document, mentions, written))), written


def _acronyms(document: Document) -> list[Acronym]:
    found: dict[str, Acronym] = {}
    for block in document.blocks:
        if is_prose(block):
            for one in acronyms_in(document.text[block.start : block.end], block.start):
                found.setdefault(one.short, one)
    return list(found.values())


def _under_full_names(found: Sequence[Recommendation], names: Sequence[Name]) -> tuple[Recommendation, ...]:
    """Return the recommendations with each addressee under its fullest name, so that they can be grouped."""
    full = canonical(names)
    return tuple(replace(one, addressee=_full(one.addressee, full)) for one in found)


def _full(addressee: str, full: Mapping[str, str]) -> str:
    plain = addressee[4:] if addressee[:4].lower() == "the " else addressee
    return full.get(plain.lower(), addressee)
