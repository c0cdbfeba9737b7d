"""From a document to its outline: first by rules alone, then with what the language model has read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deskbrief.analysis.acronyms import acronyms_in
from deskbrief.analysis.anchoring import Basis, basis_of
from deskbrief.analysis.document_date import document_date
from deskbrief.analysis.english import is_foreign
from deskbrief.analysis.events.all import events_of, foreign_events_of, redated
from deskbrief.analysis.figures.figures import figures_of
from deskbrief.analysis.mishaps import Mishaps
from deskbrief.analysis.naming.names import canonical, names_of
from deskbrief.analysis.outlining import sections_with_gists
from deskbrief.analysis.quotes.quotes import quotes_of
from deskbrief.analysis.recommendations.choosing import judged
from deskbrief.analysis.recommendations.listing import recommendations_of
from deskbrief.analysis.recommendations.rulebooks import duties_in, remark_on_duties
from deskbrief.analysis.recommendations.speaking import under_bodies, with_speakers
from deskbrief.analysis.recommendations.specifying import remark_on, requirements_in
from deskbrief.analysis.recommendations.weighing import load_weights
from deskbrief.analysis.sentences import is_prose
from deskbrief.analysis.terms import terms_in
from deskbrief.analysis.times.foreign import foreign_mentions
from deskbrief.analysis.times.letters import letters_in
from deskbrief.analysis.times.reading import mentions_again, mentions_of, worked_out
from deskbrief.analysis.times.resolve import Mention
from deskbrief.analysis.times.told import Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import DateEvidence, Document
from deskbrief.document.outline import (
    NOT_ENGLISH,
    RULES,
    Acronym,
    Figure,
    Name,
    Outline,
    Quote,
    Recommendation,
    Term,
)
from deskbrief.document.steps import Steps
from deskbrief.document.tongues import tongue_of


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
    foreign, mishaps = is_foreign(document), Mishaps()
    by_block = _by_block(sentences)
    sections, key = yield from sections_with_gists(document, sentences)
    if foreign:
        mentions = yield from foreign_mentions(document, tongue_of(document.text, document.metadata.language))
    else:
        mentions = yield from mentions_of(document, sentences)
    times, basis, dated = yield from _dated(document, mentions, published)
    if foreign:
        events, shown = foreign_events_of(document, times, basis.written, mishaps)
    else:
        events, shown = yield from events_of(document, by_block, times, basis, mishaps, further=further)
    recommendations: list[Recommendation] = []
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    acronyms = tuple(_acronyms(document))
    if not foreign:
        advice = _recommended(document, by_block, times)
        recommendations, told = yield from mishaps.spared_all("recommendations", advice, ([], ()))
        remarks = (*remarks, *told)
        yield
        names = yield from mishaps.spared_all("names", names_of(document, by_block, acronyms), ())
        figures = yield from mishaps.spared_all("figures", figures_of(document, by_block, times), ())
        quotes = yield from mishaps.spared_all("quotes", quotes_of(document, by_block), ())
    return Outline(
        rules=RULES,
        model=model,
        sections=sections,
        times=shown,
        events=events,
        recommendations=_under_full_names(
            under_bodies(with_speakers(document.text, recommendations, quotes), names), names
        ),
        names=names,
        figures=figures,
        quotes=_by_known_speakers(quotes, names),
        acronyms=acronyms,
        terms=() if foreign else tuple(_terms(document)),
        key_sentences=key,
        remarks=(*((NOT_ENGLISH,) if foreign else remarks), *mishaps.remarks()),
        dated=dated,
    )


def _recommended(
    document: Document, by_block: Mapping[int, list[Sentence]], times: Times
) -> Steps[tuple[list[Recommendation], tuple[str, ...]]]:
    """Return the recommendations, and what is to be said of requirements and duties that are none."""
    reading, judgements = yield from judged(document, by_block, load_weights())
    units = [one.unit for one in judgements]
    required, duties = requirements_in(document.text, units), duties_in(document.text, units)
    remarks = (*remark_on(len(required)), *remark_on_duties(len(duties - required)))
    return recommendations_of(document, reading, judgements, times), remarks


def resolved(document: Document, outline: Outline, published: str) -> Steps[Outline]:
    """Return `outline` with every date worked out again for another day of writing, without any model."""
    times, basis, dated = yield from _dated(document, mentions_again(outline.times), published)
    events, shown = redated(document, outline.events, times, basis.written)
    yield
    return replace(outline, times=shown, events=events, dated=dated)


def _by_block(sentences: Sequence[Sentence]) -> Mapping[int, list[Sentence]]:
    result: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        result.setdefault(sentence.block, []).append(sentence)
    return result


def _dated(
    document: Document, mentions: Sequence[Mention], published: str
) -> Steps[tuple[Times, Basis, DateEvidence | None]]:
    """Return the times, worked out against the day of writing, and that day, which may be one of them."""
    undated = Times((yield from worked_out(document, mentions, None)))
    evidence = document_date(document, published, undated)
    basis = basis_of(document, evidence, undated)
    dated = evidence if basis.written is not None and not published else None
    if basis.written is None and not basis.tale:
        return (yield from _by_letters(document, undated, undated)), basis, dated
    times = yield from worked_out(document, mentions, basis.written, tale=basis.tale, until=basis.until)
    return (yield from _by_letters(document, Times(times), undated)), basis, dated


def _by_letters(document: Document, times: Times, undated: Times) -> Steps[Times]:
    """Return `times` with those of each quoted letter worked out against the day of that letter."""
    found = {time.start: time for time in times.all}
    for letter in letters_in(document, undated):
        inside = [time.mention for time in undated.within(letter.span)]
        found |= {one.start: one for one in (yield from worked_out(document, inside, letter.written))}
    return Times(list(found.values()))


def _acronyms(document: Document) -> list[Acronym]:
    found: dict[str, Acronym] = {}
    for block in document.blocks:
        if is_prose(block):
            for one in acronyms_in(document.text[block.start : block.end], block.start):
                found.setdefault(one.short, one)
    return list(found.values())


def _terms(document: Document) -> Iterator[Term]:
    """Yield the terms that the prose defines, each once."""
    known: set[str] = set()
    for block in document.blocks:
        if is_prose(block):
            for one in terms_in(document.text[block.start : block.end], block.start):
                if one.term.lower() not in known:
                    known.add(one.term.lower())
                    yield one


def _under_full_names(found: Sequence[Recommendation], names: Sequence[Name]) -> tuple[Recommendation, ...]:
    """Return the recommendations with addressees and speakers under their fullest names, for grouping."""
    full = canonical(names)
    return tuple(
        replace(one, addressee=_full(one.addressee, full), speaker=_full(one.speaker, full)) for one in found
    )


def _by_known_speakers(found: Sequence[Quote], names: Sequence[Name]) -> tuple[Quote, ...]:
    """Return the quotations with each named speaker under the fullest name, a person's without titles."""
    full = canonical(names)
    persons = canonical([name for name in names if name.kind == "person"])
    return tuple(
        replace(one, speaker=_known(one.speaker, full, persons)) if one.named else one for one in found
    )


def _known(speaker: str, full: Mapping[str, str], persons: Mapping[str, str]) -> str:
    words = speaker.lower().split()
    if speaker.lower() in full:
        return full[speaker.lower()]
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    found = next((persons[end] for end in ends if end in persons), "")
    if found or len(words) != 1 or not speaker[:1].isupper():
        return found or speaker
    owners = {name for name in persons.values() if name.lower().endswith(f" {words[0]}")}
    return owners.pop() if len(owners) == 1 else speaker


def _full(addressee: str, full: Mapping[str, str]) -> str:
    plain = addressee[4:] if addressee[:4].lower() == "the " else addressee
    return full.get(plain.lower(), addressee)
