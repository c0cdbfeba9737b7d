"""From a draft to the plan of a brief, and what of its quotes does not stand in the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from deskbrief.document.errors import ExportError
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    NoteRow,
    PlanKind,
    PlanRow,
    PlanSection,
    RecommendationRow,
    Reference,
    Statement,
    Template,
    WordsRow,
)
from deskbrief.document.spans import Span
from deskbrief.services.catalogue import CHIEFLY, OFFERING, Catalogue, Entry, Offer
from deskbrief.services.drafts import Draft, DraftSection, Said
from deskbrief.services.quoting import is_manner_of_speaking, missing_part, on_one_line, quoted_in, stands_in
from deskbrief.services.wholetext import passages

#: Kinds of which a brief says how many rows the reader left out: with gaps they mislead.
_COUNTED = frozenset({PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS})
#: The reference to a passage that is no longer found.
_NOWHERE = Reference(0, "", "?", "", 0, 0, verified=False)
#: The id that stands for the bottom line among sections.
BOTTOM_LINE = "bottom-line"


@dataclass(frozen=True, slots=True)
class Fault:
    """A quote that does not stand in its source: where it is in the draft, and the part that is missing."""

    section: str
    key: str
    words: str
    missing: str
    locator: str = ""


def faults(draft: Draft, catalogue: Catalogue) -> tuple[Fault, ...]:
    """Return every quote of the brief that does not stand in its source, in the order of the brief."""
    found = [Fault(BOTTOM_LINE, "", words, words) for words in _unknown_quotes(draft, catalogue)]
    for section in draft.sections:
        if section.on:
            said = section.said()
            every = (
                fault_of(section.id, said, entry)
                for entry in _quoting(section, said, catalogue)
                # Most quotes are the whole passage and nobody has touched them.
                if entry.quote != entry.passage or entry.key in said.quotes or not entry.quote.strip()
            )
            found += filter(None, every)
    return tuple(found)


def fault_of(section_id: str, said: Said, entry: Entry) -> Fault | None:
    """Return what is wrong with the quote of `entry`, if anything is."""
    if not entry.quote:
        return None
    words = said.quote(entry)
    missing = missing_part(words, entry.passage)
    return None if missing is None else Fault(section_id, entry.key, words, missing, entry.locator)


def _quoting(section: DraftSection, said: Said, catalogue: Catalogue) -> list[Entry]:
    """Return the entries with a quote that `section` holds."""
    # Most entries of a long book have none: that is asked first.
    offer = catalogue.offer(section.kind)
    entries = section.ordered(offer.entries) if offer else ()
    return said.held(entry for entry in entries if entry.quote)


def held(section: DraftSection, catalogue: Catalogue) -> list[Entry]:
    """Return the entries that `section` holds, in the reader's order."""
    offer, said = catalogue.offer(section.kind), section.said()
    return said.held(section.ordered(offer.entries)) if offer else []


def _printed(draft: Draft, section: DraftSection, catalogue: Catalogue) -> list[Entry]:
    """Return the entries that the brief prints: those held, but not again what stands as the bottom line."""
    entries = held(section, catalogue)
    if section.kind is not PlanKind.POINTS:
        return entries
    above, wanted = bottom_references(draft, catalogue), _wanted(draft, section.said(), catalogue)
    return [entry for entry in entries if (entry.source, entry.span) not in above or wanted(entry)]


def bottom_references(draft: Draft, catalogue: Catalogue) -> list[tuple[int, Span]]:
    """Return the passages that were taken over and still stand in the bottom line as quotes."""
    quotes = list(_quotes(draft, catalogue))
    found = []
    for taken in draft.taken:
        source = catalogue.position(taken.source)
        span = Span(taken.start, taken.end)
        if source is not None and _is_quoted(_passage(catalogue, source, span), quotes):
            found.append((source, span))
    return found


def _is_quoted(passage: str, quotes: Iterable[str]) -> bool:
    return any(
        words == passage or (stands_in(words, passage) and not is_manner_of_speaking(words))
        for words in quotes
    )


def _passage(catalogue: Catalogue, source: int, span: Span) -> str:
    return on_one_line(catalogue.sources[source].document.quote(span))


def _quotes(draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    """Yield what the bottom line quotes; a whole passage may hold quotation marks that are not closed."""
    line = on_one_line(draft.bottom_line)
    for taken in draft.taken:
        source = catalogue.position(taken.source)
        words = _passage(catalogue, source, Span(taken.start, taken.end)) if source is not None else ""
        if words and f"“{words}”" in line:
            yield words
            line = line.replace(f"“{words}”", "")
    yield from quoted_in(line)


def _unknown_quotes(draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    """Yield the quotes of the bottom line that stand in no source."""
    passages = [
        _passage(catalogue, source, span)
        for taken in draft.taken
        if (source := catalogue.position(taken.source)) is not None
        for span in [Span(taken.start, taken.end)]
    ]
    texts: list[str] = []
    for words in _quotes(draft, catalogue):
        if is_manner_of_speaking(words) or any(stands_in(words, passage) for passage in passages):
            continue
        texts = texts or [on_one_line(source.document.text) for source in catalogue.sources]
        if not any(on_one_line(words) in text for text in texts):
            yield words


def plan_of(draft: Draft, catalogue: Catalogue, prepared: str) -> BriefPlan:
    """Return the plan of the brief that `draft` asks for; `prepared` is a date in ISO 8601.

    A quote that does not stand in its source has a reference of its own, which says so. Raises `ExportError`
    when there is nothing in the brief.
    """
    numbering = _Numbering(catalogue)
    line = _bottom_line(draft, catalogue, numbering)
    sections = [_section(draft, section, catalogue, numbering) for section in draft.sections if section.on]
    kept = tuple(section for section in sections if section and (section.rows or section.omitted))
    if not kept and not line and draft.template not in OFFERING:
        raise ExportError("There is nothing in this brief yet.", "Switch a section on, or choose its items.")
    return BriefPlan(
        title=draft.title or catalogue.title,
        source=catalogue.facts[0],
        others=catalogue.facts[1:],
        prepared=prepared,
        author=draft.author,
        marking=draft.marking,
        page_size=draft.page_size,
        logo=draft.logo,
        language=catalogue.language,
        bottom_line=line,
        sections=kept,
        references=numbering.listed(),
        one_page=draft.template is Template.ONE_PAGE,
    )


class _Numbering:
    """Gives references their numbers in the order in which the brief cites them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known = {reference.number: reference for reference in catalogue.references}
        self._numbers: dict[int, int] = {}
        self._listed: list[Reference] = []

    def of(self, references: Sequence[int]) -> tuple[int, ...]:
        """Return the brief's numbers of the references of a row."""
        return tuple(self._number(number) for number in references)

    def cite(self, source: int, span: Span) -> int:
        """Return the number of the reference to a passage that was taken over."""
        (number,) = self._catalogue.sources[source].citer.cite(span)
        if number not in self._known:
            reference = self._catalogue.sources[source].citer.reference(
                number, span, len(self._catalogue.sources) > 1
            )
            self._known[number] = reference
        return self._number(number)

    def failed(self, references: Sequence[int], words: str) -> int:
        """Return the number of a reference to a quote that does not stand at its place, or has none."""
        reference = self._known[references[0]] if references else _NOWHERE
        new = len(self._listed) + 1
        self._listed.append(replace(reference, number=new, quote=words, verified=False, anchor=None))
        return new

    def listed(self) -> tuple[Reference, ...]:
        """Return all references in the order of their numbers."""
        return tuple(self._listed)

    def _number(self, number: int) -> int:
        if number not in self._numbers:
            self._numbers[number] = len(self._listed) + 1
            self._listed.append(replace(self._known[number], number=self._numbers[number]))
        return self._numbers[number]


def _bottom_line(draft: Draft, catalogue: Catalogue, numbering: _Numbering) -> Statement | None:
    text = on_one_line(draft.bottom_line)
    if not text:
        return None
    cited = [numbering.cite(source, span) for source, span in bottom_references(draft, catalogue)]
    return Statement(text, tuple(cited))


def _section(
    draft: Draft, section: DraftSection, catalogue: Catalogue, numbering: _Numbering
) -> PlanSection | None:
    if section.kind is PlanKind.WORDS:
        words = (WordsRow(section.body),) if section.body.strip() else ()
        return PlanSection(kind=section.kind, title=section.title, words=words)
    offer = catalogue.offer(section.kind)
    if offer is None:
        return None
    title = section.title or offer.title
    if section.kind is PlanKind.PASSAGES:
        return replace(passages(catalogue.sources[0].document, catalogue.sources[0].notes), title=title)
    said = section.said()
    wanted = _wanted(draft, said, catalogue)
    rows = tuple(
        _row(said, entry, numbering, own=wanted(entry)) for entry in _printed(draft, section, catalogue)
    )
    omitted = _omitted(draft, section, offer)
    fields: dict[str, Any] = {section.kind.value: rows}
    # The reader's own order does not hold under addressees.
    grouped = offer.grouped and not section.order
    arranged = bool(section.order)
    return PlanSection(
        kind=section.kind, title=title, omitted=omitted, grouped=grouped, arranged=arranged, **fields
    )


def _omitted(draft: Draft, section: DraftSection, offer: Offer) -> int:
    """Return how many rows the brief says that it leaves out."""
    chiefly = section.kind in CHIEFLY and draft.template is Template.FULL
    if section.kind not in _COUNTED and not chiefly:
        return 0
    said = section.said()
    return sum((entry.on or chiefly) and not said.chosen(entry) for entry in offer.entries)


def _is_there(draft: Draft, section: DraftSection, catalogue: Catalogue) -> bool:
    """Tell whether a section that is switched on has anything to show."""
    if section.kind is PlanKind.WORDS:
        return bool(section.body.strip())
    offer = catalogue.offer(section.kind)
    if offer is None or section.kind is PlanKind.PASSAGES:
        return offer is not None
    return bool(_printed(draft, section, catalogue) or _omitted(draft, section, offer))


def without_room(
    draft: Draft, catalogue: Catalogue, kept: AbstractSet[tuple[int, int]]
) -> dict[str, frozenset[str]]:
    """Return by section the keys of the entries of `draft` for which there was no room.

    `kept` are the others, by the numbers of section and row in the plan of the draft.
    """
    found: dict[str, frozenset[str]] = {}
    number = 0
    for section in draft.sections:
        if section.on and _is_there(draft, section, catalogue):
            entries = enumerate(_printed(draft, section, catalogue))
            found[section.id] = frozenset(entry.key for at, entry in entries if (number, at) not in kept)
            number += 1
    return found


def _wanted(draft: Draft, said: Said, catalogue: Catalogue) -> Callable[[Entry], bool]:
    """Return what tells whether the reader has chosen an entry, shortened it, or added its passage."""
    added = frozenset(draft.added)
    hashes = [source.document.sha256 for source in catalogue.sources]

    def wanted(entry: Entry) -> bool:
        return said.wanted(entry) or (hashes[entry.source], entry.span) in added

    return wanted


def _row(said: Said, entry: Entry, numbering: _Numbering, *, own: bool) -> PlanRow:
    row, words = entry.row, said.quote(entry)
    if isinstance(row, Statement | ChronologyRow | RecommendationRow):
        row = replace(row, own=own or row.own)
    if fault_of("", said, entry):
        numbers = (numbering.failed(row.references, words), *numbering.of(row.references[1:]))
    else:
        numbers = numbering.of(row.references)
    if isinstance(row, Statement) and words:
        return replace(row, text=f"“{words}”", references=numbers)
    if isinstance(row, NoteRow) and words:
        return replace(row, quote=words, references=numbers)
    return replace(row, references=numbers)
