"""How much an event weighs against the others of its document, where a brief has no room for all."""

from __future__ import annotations

from deskbrief.document.edtf import bounds
from deskbrief.document.model import Document
from deskbrief.document.outline import Event, Origin, Outline, Status
from deskbrief.services.curation import Item

#: What a table or list of events says of itself, a key sentence, a date to the day or month.
LISTED, KEY, TO_THE_DAY, TO_THE_MONTH = 2.0, 1.5, 1.0, 0.5
#: What is only thought of; what the opening of a text says; shares of a year that count as a day, a month.
SUPPOSED, OPENING, DAY, MONTH = -2.0, 0.5, 0.004, 0.1
#: Titles of fewer words than this say little; an event loses so much with each year from its document.
FEWEST_WORDS, SHORT, A_YEAR, MOST_YEARS = 3, -1.0, -0.04, 50.0
#: The share of a text that is its opening.
FIRST_PART = 0.15


def weight_of(document: Document, outline: Outline, item: Item[Event]) -> float:
    """Return the weight of an event: by where it is told, how exactly it is dated, how near it is in time."""
    event, weight = item.value, 0.0
    if event.source in {Origin.TABLE, Origin.LIST}:
        weight += LISTED
    if any(map(item.span.overlaps, outline.key_sentences)):
        weight += KEY
    if item.span.start < FIRST_PART * len(document.text):
        weight += OPENING
    if event.status in {Status.HYPOTHETICAL, Status.NEGATED}:
        weight += SUPPOSED
    if len(event.title.split()) < FEWEST_WORDS and not event.detail:
        weight += SHORT
    return round(weight + _of_date(document, event), 3)


def _of_date(document: Document, event: Event) -> float:
    time = bounds(event.date.edtf) if event.date.edtf else None
    if time is None:
        return 0.0
    length = time[1] - time[0]
    weight = TO_THE_DAY if length <= DAY else TO_THE_MONTH if length <= MONTH else 0.0
    published = document.metadata.published
    written = bounds(published.edtf) if published and published.edtf else None
    if written:
        weight += A_YEAR * min(abs(time[0] - written[0]), MOST_YEARS)
    return weight
