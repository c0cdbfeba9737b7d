"""Numbering what a brief cites: each passage once, each with an exact quote that was looked up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskbrief.document.anchors import make_anchor
from deskbrief.document.citing import place_words
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.excerpts import quotable
from deskbrief.services.places import section_at

if TYPE_CHECKING:
    from deskbrief.document.plan import Reference


#: What analysis calls the text before the first heading.
_UNNAMED = "Opening"


class References:
    """Collects the references of one brief, numbered from 1 in the order in which they are first cited.

    `numbered` puts the number of the source in front of each locator, as a brief of several sources does.
    """

    def __init__(self, *, numbered: bool = False) -> None:
        self.numbered = numbered
        self._citers: list[Citer] = []
        self._numbers: dict[tuple[int, Span], int] = {}
        self._cores: dict[tuple[int, Span], Span] = {}
        self._within: dict[tuple[int, Span], Span] = {}

    def of(self, document: Document, outline: Outline) -> Citer:
        """Return what cites passages of a further source."""
        citer = Citer(self, len(self._citers), document, outline)
        self._citers.append(citer)
        return citer

    def number(self, source: int, span: Span, core: Span, within: Span) -> int:
        """Return the number of the reference to `span` of a source, of which `core` is to be in the quote.

        The quote is part of what stands `within` a stretch around it.
        """
        self._cores.setdefault((source, span), core)
        self._within.setdefault((source, span), within)
        return self._numbers.setdefault((source, span), len(self._numbers) + 1)

    def core(self, source: int, span: Span) -> Span:
        """Return what of a passage that is cited is to be in the quote."""
        return self._cores.get((source, span), span)

    def within(self, source: int, span: Span) -> Span:
        """Return the stretch of which a passage is a part."""
        return self._within.get((source, span), span)

    def passages(self) -> dict[int, tuple[int, Span]]:
        """Return by number the position of the source and the whole passage that is cited."""
        return {number: passage for passage, number in self._numbers.items()}

    def listed(self) -> tuple[Reference, ...]:
        """Return all references in the order of their numbers."""
        return tuple(
            self._citers[source].reference(number, span, self.numbered)
            for (source, span), number in self._numbers.items()
        )


class Citer:
    """Cites passages of one source, the one with position `source` among those of a brief."""

    def __init__(self, references: References, source: int, document: Document, outline: Outline) -> None:
        self._references = references
        self._source = source
        self._document = document
        self._outline = outline

    def cite(self, span: Span, core: Span | None = None, *, within: Span | None = None) -> tuple[int, ...]:
        """Return the number of the reference to `span`, as a statement's `references`.

        A long passage is quoted in part: so that `core` is in it, usually its beginning.
        One that is part of a stretch `within` which it stands says so by ellipses.
        """
        return (self._references.number(self._source, span, core or span, within or span),)

    def words(self, numbers: tuple[int, ...]) -> str:
        """Return what the reference with the first of `numbers` quotes."""
        _, span = self._references.passages()[numbers[0]]
        return self.reference(numbers[0], span, False).words

    def section(self, span: Span) -> str:
        """Return the title of the section of the source in which `span` begins."""
        section = section_at(self._outline, span.start)
        return section.title if section else ""

    def _named_section(self, span: Span) -> str:
        """Return the title of a section, if it has one: what stands before all headings has none."""
        section = section_at(self._outline, span.start)
        if section is None or (
            section.level == 1 and section.title == _UNNAMED and not self._stands(section)
        ):
            return ""
        return section.title

    def _stands(self, section: Section) -> bool:
        return self._document.text.startswith(section.title, section.start)

    def heading(self, span: Span) -> str:
        """Return the title of the section at `span`, after the number of its source if there are several."""
        title = self.section(span)
        return f"[{self._source + 1}] {title}".strip() if self._references.numbered else title

    def reference(self, number: int, span: Span, numbered: bool) -> Reference:
        """Return the reference to `span` with its exact quote, looked up again in the text."""
        from deskbrief.document.plan import Reference

        quoted = quotable(self._document, span, self._references.core(self._source, span))
        within = self._references.within(self._source, span)
        words = self._document.quote(quoted)
        where = locator(self._document, quoted)
        return Reference(
            number=number,
            quote=" ".join(words.split()),
            locator=f"[{self._source + 1}] {where}" if numbered else where,
            section=self._named_section(span),
            start=quoted.start,
            end=quoted.end,
            verified=bool(words.strip()) and self._document.text.find(words, quoted.start) == quoted.start,
            source=self._source,
            anchor=make_anchor(self._document, quoted),
            late=quoted.start > within.start,
            cut=quoted.end < len(self._document.text[within.start : within.end].rstrip()) + within.start,
        )


def locator(document: Document, span: Span) -> str:
    """Return how a reader finds `span`: the pages of its words where the format has pages."""
    last = document.page_at(max(span.end - 1, span.start))
    return place_words(document.page_at(span.start), document.place_at(span.start), last)
