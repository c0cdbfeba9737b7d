"""A draft: what the reader has chosen of a brief, as a value; each act returns another draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from deskbrief.document.plan import Logo, PageSize, PlanKind, Template
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.catalogue import HELD, Catalogue, Entry, Sentence
from deskbrief.services.planning import SHORT_CHRONOLOGY
from deskbrief.services.quoting import CLOSING, OPENING, on_one_line

#: All kinds of section, in the order in which those stand that a template does not hold.
USUAL_ORDER = (
    *(PlanKind.POINTS, PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS, PlanKind.NOTES),
    *(PlanKind.NAMES, PlanKind.FIGURES, PlanKind.PASSAGES),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Whether the entry with this key is held, where the reader has said so."""

    key: str
    on: bool


@dataclass(frozen=True, slots=True)
class Shortened:
    """What the reader made of the quote of the entry with this key."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A passage of the source `source` (its hash) that was taken over into the brief."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader has said of the entries of one section, by their keys."""

    choices: Mapping[str, bool]
    quotes: Mapping[str, str]

    def chosen(self, entry: Entry) -> bool:
        """Tell whether `entry` is held."""
        return self.choices.get(entry.key, entry.on)

    def held(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return those of `entries` that are held; there may be ten thousands of them."""
        if not self.choices:
            return [entry for entry in entries if entry.on]
        return [entry for entry in entries if self.chosen(entry)]

    def wanted(self, entry: Entry) -> bool:
        """Tell whether the reader has asked for `entry`, or worked on it."""
        return self.choices.get(entry.key, False) or entry.key in self.quotes

    def quote(self, entry: Entry) -> str:
        """Return what is quoted of `entry`."""
        return self.quotes.get(entry.key, entry.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """One section: `id` is its kind, or a name if it is of the reader's own; an empty title is the usual one.

    `order` holds keys where the reader changed the order. `body` is the text of the reader's own.
    """

    id: str
    kind: PlanKind
    on: bool = True
    title: str = ""
    body: str = ""
    order: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    quotes: tuple[Shortened, ...] = ()

    def ordered(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return `entries` in the reader's order; those that are new since stand where they belong."""
        listed = list(entries)
        if not self.order:
            return listed
        ranks = {key: rank for rank, key in enumerate(self.order)}
        result = sorted((entry for entry in listed if entry.key in ranks), key=lambda e: ranks[e.key])
        for at, entry in enumerate(listed):
            if entry.key not in ranks:
                before = listed[at - 1].key if at else None
                place = next((n for n, other in enumerate(result, 1) if other.key == before), 0)
                result.insert(place, entry)
        return result

    def said(self) -> Said:
        """Return what the reader has said of single entries, to be looked up by the thousand."""
        return Said(
            {choice.key: choice.on for choice in self.choices}, {one.key: one.words for one in self.quotes}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole brief as the reader wants it; an empty title stands for that of the source.

    `taken` are passages in the bottom line, `points` those added to what the sources say.

    `sources` are the hashes of the sources, the first being the document that the draft belongs to.
    """

    template: Template = Template.ONE_PAGE
    title: str = ""
    author: str = ""
    marking: str = ""
    page_size: PageSize = PageSize.A4
    logo: Logo | None = None
    bottom_line: str = ""
    taken: tuple[Taken, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    sources: tuple[str, ...] = ()
    points: tuple[Taken, ...] = ()

    @property
    def added(self) -> tuple[tuple[str, Span], ...]:
        """The passages among `points`, each with the hash of its source."""
        return tuple((one.source, Span(one.start, one.end)) for one in self.points)

    def section(self, section_id: str) -> DraftSection:
        """Return the section with this id; raises `KeyError`."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


def new_draft(
    catalogue: Catalogue,
    *,
    author: str = "",
    marking: str = "",
    page_size: PageSize = PageSize.A4,
    logo: Logo | None = None,
) -> Draft:
    """Return the draft that the template of `catalogue` begins with."""
    draft = Draft(
        template=catalogue.template,
        author=author,
        marking=marking,
        page_size=page_size,
        logo=logo,
        sections=_advice_first(template_sections(catalogue.template), catalogue),
        sources=tuple(source.document.sha256 for source in catalogue.sources),
    )
    return take_over(draft, catalogue.best) if catalogue.best else draft


def _advice_first(sections: tuple[DraftSection, ...], catalogue: Catalogue) -> tuple[DraftSection, ...]:
    """Return the sections as a full brief has them: recommendations before a long chronology."""
    events = catalogue.offer(PlanKind.CHRONOLOGY)
    long = events is not None and len(events.entries) > SHORT_CHRONOLOGY
    if catalogue.template is not Template.FULL or not long or not catalogue.offer(PlanKind.RECOMMENDATIONS):
        return sections
    at = next(at for at, section in enumerate(sections) if section.kind is PlanKind.CHRONOLOGY)
    advice = next(section for section in sections if section.kind is PlanKind.RECOMMENDATIONS)
    rest = [section for section in sections if section is not advice]
    return (*rest[:at], advice, *rest[at:])


def template_sections(template: Template) -> tuple[DraftSection, ...]:
    """Return the sections of a template: what it holds, then all others, switched off."""
    held = HELD[template]
    others = [kind for kind in USUAL_ORDER if kind not in held]
    return tuple(DraftSection(id=kind.value, kind=kind, on=kind in held) for kind in (*held, *others))


def with_template(draft: Draft, catalogue: Catalogue, sections: Sequence[DraftSection] = ()) -> Draft:
    """Return `draft` with the sections of another template, or with `sections`, a template of the reader's.

    The reader's own words stay, and so do the choices that were made in each kind of section.
    """
    made: dict[PlanKind, DraftSection] = {s.kind: s for s in draft.sections if s.kind is not PlanKind.WORDS}
    base = sections or template_sections(catalogue.template)
    new = [_with_choices(section, made.get(section.kind)) for section in base]
    ids = {section.id for section in new}
    own = [s for s in draft.sections if s.kind is PlanKind.WORDS and s.id not in ids]
    result = replace(draft, template=catalogue.template, sections=(*new, *own))
    if not draft.bottom_line and catalogue.best:
        return take_over(result, catalogue.best)
    return result


def _with_choices(section: DraftSection, made: DraftSection | None) -> DraftSection:
    if made is None:
        return section
    return replace(section, choices=made.choices, quotes=made.quotes)


def take_over(draft: Draft, sentence: Sentence) -> Draft:
    """Return `draft` with `sentence` as a quote at the end of its bottom line."""
    taken = Taken(sentence.source, sentence.start, sentence.end)
    quote = f"{OPENING}{on_one_line(sentence.words)}{CLOSING}"
    if quote in draft.bottom_line:
        return draft
    line = f"{draft.bottom_line.rstrip()} {quote}".strip()
    known = draft.taken if taken in draft.taken else (*draft.taken, taken)
    return replace(draft, bottom_line=line, taken=known)


def add_point(draft: Draft, point: Taken) -> Draft:
    """Return `draft` with a passage added to what the sources say, and its document among the sources."""
    points = draft.points if point in draft.points else (*draft.points, point)
    sources = draft.sources if point.source in draft.sources else (*draft.sources, point.source)
    return switch(replace(draft, points=points, sources=sources), PlanKind.POINTS.value, on=True)


def switch(draft: Draft, section_id: str, on: bool) -> Draft:
    """Return `draft` with a section switched on or off."""
    return _changed(draft, section_id, lambda section: replace(section, on=on))


def rename(draft: Draft, section_id: str, title: str) -> Draft:
    """Return `draft` with another title of a section; an empty one is the usual title."""
    return _changed(draft, section_id, lambda section: replace(section, title=on_one_line(title)))


def write(draft: Draft, section_id: str, body: str) -> Draft:
    """Return `draft` with other words in a section of the reader's own."""
    return _changed(draft, section_id, lambda section: replace(section, body=body))


def move_section(draft: Draft, section_id: str, to: int) -> Draft:
    """Return `draft` with a section at position `to` among the others."""
    section = draft.section(section_id)
    others = [other for other in draft.sections if other is not section]
    others.insert(max(to, 0), section)
    return replace(draft, sections=tuple(others))


def add_words(draft: Draft, at: int, title: str, body: str = "") -> tuple[Draft, str]:
    """Return `draft` with a new section of the reader's own at position `at`, and its id."""
    taken = {section.id for section in draft.sections}
    name = next(f"words-{n}" for n in range(1, len(taken) + 2) if f"words-{n}" not in taken)
    section = DraftSection(id=name, kind=PlanKind.WORDS, title=title, body=body)
    sections = [*draft.sections]
    sections.insert(at, section)
    return replace(draft, sections=tuple(sections)), name


def remove_words(draft: Draft, section_id: str) -> Draft:
    """Return `draft` without a section of the reader's own; other sections are only switched off."""
    section = draft.section(section_id)
    if section.kind is not PlanKind.WORDS:
        return switch(draft, section_id, on=False)
    return replace(draft, sections=tuple(other for other in draft.sections if other is not section))


def choose(draft: Draft, section_id: str, entry: Entry, on: bool) -> Draft:
    """Return `draft` with an entry held or not.

    One that the reader wants is remembered as such even if it was held anyway: it is the last to go when
    there is no room.
    """

    def chosen(section: DraftSection) -> DraftSection:
        others = tuple(choice for choice in section.choices if choice.key != entry.key)
        own = (Choice(entry.key, on),) if on or entry.on else ()
        return replace(section, choices=(*others, *own))

    return _changed(draft, section_id, chosen)


def choose_all(draft: Draft, section_id: str, entries: Sequence[Entry], on: bool) -> Draft:
    """Return `draft` with all `entries` of a section held or not."""
    known = {entry.key for entry in entries}

    def chosen(section: DraftSection) -> DraftSection:
        others = tuple(choice for choice in section.choices if choice.key not in known)
        own = tuple(Choice(entry.key, on) for entry in entries if entry.on is not on)
        return replace(section, choices=(*others, *own))

    return _changed(draft, section_id, chosen)


def move_entry(draft: Draft, section_id: str, entries: Sequence[Entry], key: str, to: int) -> Draft:
    """Return `draft` with the entry `key` at position `to` among the others; `entries` are in order."""
    keys = [entry.key for entry in entries if entry.key != key]
    keys.insert(max(to, 0), key)
    return _changed(draft, section_id, lambda section: replace(section, order=tuple(keys)))


def quote(draft: Draft, section_id: str, entry: Entry, words: str) -> Draft:
    """Return `draft` with `words` as what is quoted of an entry; its own words, or none, undo that."""
    words = on_one_line(words)

    def quoting(section: DraftSection) -> DraftSection:
        others = tuple(one for one in section.quotes if one.key != entry.key)
        own = (Shortened(entry.key, words),) if words and words != entry.quote else ()
        return replace(section, quotes=(*others, *own))

    return _changed(draft, section_id, quoting)


def as_template(draft: Draft) -> Draft:
    """Return what of `draft` is worth keeping for other documents: order, titles, own words, no choices."""
    sections = tuple(replace(section, order=(), choices=(), quotes=()) for section in draft.sections)
    return replace(draft, title="", bottom_line="", taken=(), points=(), sources=(), sections=sections)


def _changed(draft: Draft, section_id: str, change: Callable[[DraftSection], DraftSection]) -> Draft:
    section = draft.section(section_id)
    changed = change(section)
    if changed == section:
        return draft
    return replace(draft, sections=tuple(changed if other is section else other for other in draft.sections))
