"""Events and recommendations of documents on their way to other programs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Event, Outline, Recommendation
from deskbrief.document.spans import Span
from deskbrief.exchange.items import AdviceOut, Citation, EventOut
from deskbrief.services.curation import Curated, Item
from deskbrief.services.places import section_at
from deskbrief.services.references import locator
from deskbrief.services.titles import document_title, sentence_case

#: The day that entries are said to be of when their source has none.
NO_DAY = "1970-01-01"


def events_of(document: Document, outline: Outline, curated: Curated, file_name: str) -> tuple[EventOut, ...]:
    """Return the events that the reader did not reject, in the order of the text."""
    items = curated.kept_events()
    return tuple(
        _event(document, outline, item, key, file_name)
        for item, key in zip(items, _keys(document, items), strict=True)
    )


def advice_of(
    document: Document, outline: Outline, curated: Curated, file_name: str
) -> tuple[AdviceOut, ...]:
    """Return the recommendations that the reader did not reject, in the order of the text."""
    return tuple(_advice(document, outline, item, file_name) for item in curated.kept_recommendations())


def stamp_of(documents: Sequence[Document]) -> str:
    """Return the day of the latest document that has one, in ISO 8601."""
    days = [one.metadata.published.edtf for one in documents if one.metadata.published]
    exact = [day for day in days if len(day) == len(NO_DAY) and day.replace("-", "").isdecimal()]
    return max(exact, default=NO_DAY)


def left_out_words(titles: Sequence[str], what: str, most: int = 5) -> str:
    """Return a sentence about events that a format cannot hold; empty when there are none."""
    if not titles:
        return ""
    subject = "1 event" if len(titles) == 1 else f"{len(titles):,} events"
    named = "; ".join(titles[:most]) + (" …" if len(titles) > most else "")
    return f"{subject} without a {what} left out: {named}"


def _keys(document: Document, items: Iterable[Item[Event]]) -> Iterator[str]:
    """Yield an identifier for each event that stays the same when the document is read again."""
    seen: Counter[str] = Counter()
    for item in items:
        base = f"{document.sha256}\n{item.key}\n{item.ordinal}"
        number = seen[base]
        seen[base] += 1
        yield hashlib.sha256(f"{base}\n{number}".encode()).hexdigest()[:32]


def _event(document: Document, outline: Outline, item: Item[Event], key: str, file_name: str) -> EventOut:
    event = item.value
    date = event.date
    return EventOut(
        key=key,
        edtf=date.edtf,
        shown=date.shown or "undated",
        wording=" ".join(document.quote(Span(date.start, date.end)).split()),
        reason=date.reason,
        title=sentence_case(event.title),
        detail=event.detail,
        who=event.who,
        where=event.where,
        status=event.status.value,
        checked=_checked(item.verdict),
        citation=_citation(document, outline, item.span, file_name),
    )


def _advice(document: Document, outline: Outline, item: Item[Recommendation], file_name: str) -> AdviceOut:
    advice = item.value
    return AdviceOut(
        addressee=advice.addressee,
        action=f"{advice.title}: {advice.action}" if advice.title else advice.action,
        strength=advice.strength.value,
        wording=advice.wording,
        condition=advice.condition,
        deadline=advice.deadline,
        speaker=advice.speaker,
        checked=_checked(item.verdict),
        citation=_citation(document, outline, item.span, file_name),
    )


def _citation(document: Document, outline: Outline, span: Span, file_name: str) -> Citation:
    section = section_at(outline, span.start)
    return Citation(
        title=document_title(document, file_name),
        file_name=file_name,
        sha256=document.sha256,
        section=section.title if section else "",
        place=locator(document, span),
        quote=" ".join(document.quote(span).split()),
    )


def _checked(verdict: Verdict | None) -> bool:
    return verdict in {Verdict.CONFIRMED, Verdict.EDITED, Verdict.ADDED}
