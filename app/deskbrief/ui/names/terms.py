"""The rows of short forms and defined terms."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.model import Document
from deskbrief.document.outline import Acronym, Term
from deskbrief.document.spans import Span
from deskbrief.ui.models.facts import FactRow
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.words import folded, on_one_line


def term_rows(document: Document, acronyms: Sequence[Acronym], terms: Sequence[Term]) -> list[FactRow]:
    """Return a row for each short form and each term that the document defines, in alphabetical order."""
    places = Places(document)
    told = [
        *((one.short, one.long, Span(one.start, one.end)) for one in acronyms),
        *((one.term, one.definition, Span(one.start, one.end)) for one in terms),
    ]
    return [_row(places, *one) for one in sorted(told, key=lambda one: (one[0].casefold(), one[2]))]


def _row(places: Places, term: str, meaning: str, span: Span) -> FactRow:
    meaning = on_one_line(meaning)
    return FactRow(
        key=f"term|{term}|{span.start}",
        span=span,
        depth=1,
        place=places.cited(span.start),
        head=term,
        rest="",
        body=meaning,
        told=f"{term}: {meaning}",
        hay=folded(f"{term} {meaning}"),
    )
