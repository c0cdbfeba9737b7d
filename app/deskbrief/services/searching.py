"""One search over everything at hand: headings, all kinds of item, notes, open documents, the text.

Made in short steps, so that a window can show what is found while the rest is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from enum import StrEnum

from deskbrief.document.folding import Fold
from deskbrief.document.model import Document
from deskbrief.document.note_text import plain_text
from deskbrief.document.outline import Name, Outline
from deskbrief.document.query import Query
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated
from deskbrief.services.finding import Buffers, Hits
from deskbrief.services.notetaking import PlacedNote

#: Code points shown on each side of a hit in the text.
AROUND = 40
#: Lines that are made, or looked at, in one step.
LINES = 400
#: What stands in a link of Markdown.
LINKED = "]("


class Kind(StrEnum):
    """The groups of hits, in the order in which they are shown."""

    HEADING = "Sections"
    EVENT = "Events"
    RECOMMENDATION = "Recommendations"
    NAME = "Names"
    FIGURE = "Figures"
    QUOTE = "Quotes"
    NOTE = "Notes"
    DOCUMENT = "Open documents"
    TEXT = "Text"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its group, a line to show, and the passage, or the open document, that it leads to.

    `document` is the position of an open document, or -1 for the one that is searched. `place` is how the
    passage is cited.
    """

    kind: Kind
    line: str
    span: Span
    document: int = -1
    place: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The first hits of one kind, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int

    @property
    def kind(self) -> Kind:
        """The kind of all its hits."""
        return self.hits[0].kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """What is searched: a document as the reader has it, and the titles of all that are open."""

    document: Document
    outline: Outline | None
    curated: Curated
    notes: tuple[PlacedNote, ...]
    names: tuple[Name, ...] = ()
    titles: tuple[str, ...] = field(default=())

    def is_like(self, other: Searchable | None) -> bool:
        """Tell whether both hold the same things; what is kept of the one then serves for the other."""
        return (
            other is not None
            and all(
                mine is its
                for mine, its in (
                    (self.document, other.document),
                    (self.outline, other.outline),
                    (self.curated, other.curated),
                    (self.notes, other.notes),
                )
            )
            and (self.names, self.titles) == (other.names, other.titles)
        )


class Everything:
    """Searches what it was last given; the lines of it are made once and kept."""

    def __init__(self, buffers: Buffers) -> None:
        self._buffers = buffers
        self._fold = Fold()
        self._where: Searchable | None = None
        self._work: Iterator[None] = iter(())
        self._lines: dict[Kind, list[tuple[str, Hit]]] = {}

    def search(self, where: Searchable, query: str, most: int = 6) -> Iterator[Group | None]:
        """Yield a group for each kind of which something holds all words of `query`, and None in between.

        Case, accents and kinds of quotes and dashes do not count. In the text the words are looked for as
        they were typed.
        """
        words = self._fold.word(query).split()
        if not words:
            return
        if not where.is_like(self._where):
            self._where, self._lines = where, {kind: [] for kind in Kind}
            self._work = self._made(where)
        for _ in self._work:
            yield None
        for lines in self._lines.values():
            yield from _group(where.document, lines, words, most)
        yield from self._text(where.document, query.strip(), most)

    def _made(self, where: Searchable) -> Iterator[None]:
        """Make the lines of `where`, in steps."""
        for number, hit in enumerate(_hits(where), 1):
            self._lines[hit.kind].append((self._fold.word(hit.line), hit))
            if number % LINES == 0:
                yield

    def _text(self, document: Document, words: str, most: int) -> Iterator[Group | None]:
        query, hits = Query(words=words), Hits()
        buffer = self._buffers.of(document, query)
        for _ in buffer.prepare():
            yield None
        for _ in buffer.find(query, hits):
            yield None
        if len(hits):
            yield Group(tuple(_passage(document, span) for span in hits[:most]), len(hits))


def _group(
    document: Document, lines: list[tuple[str, Hit]], words: list[str], most: int
) -> Iterator[Group | None]:
    found: list[Hit] = []
    total = 0
    for at in range(0, len(lines), LINES):
        for folded, hit in lines[at : at + LINES]:
            if all(word in folded for word in words):
                total += 1
                if total <= most:
                    found.append(hit)
        yield None
    if found:
        yield Group(tuple(_placed(document, hit) for hit in found), total)


def _placed(document: Document, hit: Hit) -> Hit:
    """Return `hit` with its place in the text; an open document has none."""
    return hit if hit.document >= 0 else replace(hit, place=document.place_at(hit.span.start))


def _hits(where: Searchable) -> Iterator[Hit]:
    for source in (_headings, _events, _advice, _names, _figures, _quotes, _notes, _documents):
        yield from source(where)


def _headings(where: Searchable) -> Iterator[Hit]:
    for section in where.outline.sections if where.outline else ():
        yield Hit(Kind.HEADING, section.title, Span(section.start, section.start + len(section.title)))


def _events(where: Searchable) -> Iterator[Hit]:
    for item in where.curated.kept_events():
        event = item.value
        yield Hit(Kind.EVENT, _line(event.date.shown, event.title, event.detail), item.span)


def _advice(where: Searchable) -> Iterator[Hit]:
    for item in where.curated.kept_recommendations():
        advice = item.value
        yield Hit(Kind.RECOMMENDATION, _line(advice.addressee, advice.title, advice.action), item.span)


def _names(where: Searchable) -> Iterator[Hit]:
    for name in where.names:
        if name.mentions:
            yield Hit(Kind.NAME, _line(name.name, *name.aliases), name.mentions[0])


def _figures(where: Searchable) -> Iterator[Hit]:
    for figure in where.outline.figures if where.outline else ():
        yield Hit(Kind.FIGURE, _line(figure.text, figure.of), figure.span)


def _quotes(where: Searchable) -> Iterator[Hit]:
    for quote in where.outline.quotes if where.outline else ():
        yield Hit(Kind.QUOTE, _line(quote.speaker, where.document.quote(quote.spans[0])), quote.spans[0])


def _notes(where: Searchable) -> Iterator[Hit]:
    for item in where.notes:
        if item.span:
            body = item.note.body
            # Links show what they are called; most notes have none, and thousands are looked at.
            words = plain_text(body) if LINKED in body else body
            yield Hit(Kind.NOTE, _line(words, item.note.anchor.exact), item.span)


def _documents(where: Searchable) -> Iterator[Hit]:
    for position, title in enumerate(where.titles):
        yield Hit(Kind.DOCUMENT, _line(title), Span(0, 0), position)


def _line(*parts: str) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _passage(document: Document, span: Span) -> Hit:
    """Return a place in the text with some words around it, whole ones and of its own block."""
    text, block = document.text, document.block_at(span.start)
    low, high = max(span.start - AROUND, block.start), min(span.end + AROUND, max(block.end, span.end))
    before, after = text[low : span.start], text[span.end : high]
    if low > block.start:
        before = f"…{before.partition(' ')[2]}"
    if high < block.end:
        after = f"{after.rpartition(' ')[0]}…"
    return _placed(document, Hit(Kind.TEXT, " ".join(f"{before}{span.of(text)}{after}".split()), span))
