"""The outline as the reader sees it: what was extracted, with the reader's decisions applied.

A decision is bound to its item by kind and exact quote, and placed by its anchor. So it survives a new
analysis, and it cannot reach into another document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from deskbrief.document.anchors import AnchorState, make_anchor
from deskbrief.document.model import Document
from deskbrief.document.notes import WORDS_BEFORE, Decision, ItemKind, Verdict, item_key
from deskbrief.document.outline import Event, Origin, Outline, Recommendation, TimeExpression
from deskbrief.document.placing import Finder
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.meeting import TOLD, Row, met

T = TypeVar("T", Event, Recommendation)

#: Items identified in one stride: about a millisecond.
STRIDE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[T]):
    """One row of the outline: the item, where it stands, and what the reader decided about it.

    `key` is the identity that decisions are kept under; `span` is the passage a click leads to;
    `ordinal` tells items apart that share one quote, or stand after the same words elsewhere in the text.
    `told` is how the item was told by analysis, where another has the same passage. `fields` are the values
    of the reader's own.
    """

    kind: ItemKind
    key: str
    value: T
    span: Span
    ordinal: int = 0
    verdict: Verdict | None = None
    told: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Curated:
    """Events in the order of the text, recommendations likewise; rejected ones are kept and say so."""

    events: tuple[Item[Event], ...] = ()
    recommendations: tuple[Item[Recommendation], ...] = ()

    def kept_events(self) -> tuple[Item[Event], ...]:
        """Return the events that the reader did not reject."""
        return tuple(item for item in self.events if item.verdict is not Verdict.REJECTED)

    def kept_recommendations(self) -> tuple[Item[Recommendation], ...]:
        """Return the recommendations that the reader did not reject."""
        return tuple(item for item in self.recommendations if item.verdict is not Verdict.REJECTED)


def curate(document: Document, outline: Outline, decisions: Iterable[Decision]) -> Curated:
    """Return the items of `outline` with `decisions` applied, and those that the reader added."""
    steps = identified(document, outline)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            items: Curated = end.value
            return decided(document, items, decisions, outline.times)


def identified(document: Document, outline: Outline) -> Generator[None, None, Curated]:
    """Return the items of `outline` as nobody has decided on them yet, in strides of `STRIDE` items.

    Whoever has no time for thousands of items at once goes on between two strides.
    """
    events = yield from _items(document, ItemKind.EVENT, outline.events)
    advice = yield from _items(document, ItemKind.RECOMMENDATION, outline.recommendations)
    return Curated(events, advice)


def decided(
    document: Document,
    items: Curated,
    decisions: Iterable[Decision],
    times: Sequence[TimeExpression] = (),
) -> Curated:
    """Return `items`, on which nobody has decided yet, with `decisions` applied and the reader's own.

    An event that the reader added without a date has the one that `times` tell at its place.
    """
    known = {decision.key: decision for decision in decisions}
    if not known:
        return items
    return Curated(
        _decided(document, items.events, _new_events(document, known, times), known),
        _decided(document, items.recommendations, _new_recommendations(document, known), known),
    )


def decide(document: Document, item: Item[T], verdict: Verdict, fields: Mapping[str, str]) -> Decision:
    """Return the reader's decision about `item`; `fields` are values of the reader's own."""
    return Decision(
        document=document.sha256,
        kind=item.kind,
        anchor=make_anchor(document, _identity_span(item.value)),
        verdict=verdict,
        ordinal=item.ordinal,
        fields=tuple(sorted({**fields, **({TOLD: item.told} if item.told else {})}.items())),
    )


def add(document: Document, kind: ItemKind, span: Span, fields: Mapping[str, str]) -> Decision:
    """Return the decision by which the reader adds an item that stands at `span`."""
    return Decision(
        document=document.sha256,
        kind=kind,
        anchor=make_anchor(document, span),
        verdict=Verdict.ADDED,
        fields=tuple(sorted(fields.items())),
    )


def _identity_span(value: Event | Recommendation) -> Span:
    """Return the quote that identifies an item: an event's date, a recommendation's passage."""
    if isinstance(value, Event) and value.date.end > value.date.start and value.source is not Origin.READER:
        return Span(value.date.start, value.date.end)
    return value.spans[0]


def _items(
    document: Document, kind: ItemKind, values: Iterable[T]
) -> Generator[None, None, tuple[Item[T], ...]]:
    seen: Counter[tuple[str, str]] = Counter()
    items = []
    values = tuple(values)
    shared = Counter(_identity_span(value) for value in values)
    for number, value in enumerate(values, 1):
        quote = _identity_span(value)
        alike = document.text[max(quote.start - WORDS_BEFORE, 0) : quote.start], document.quote(quote)
        ordinal = seen[alike]
        seen[alike] += 1
        told = _told(document, value) if shared[quote] > 1 else ""
        key = item_key(kind, ordinal, *alike)
        items.append(Item(kind=kind, key=key, value=value, span=value.spans[0], ordinal=ordinal, told=told))
        if number % STRIDE == 0:
            yield
    return tuple(sorted(items, key=lambda item: item.span))


def _told(document: Document, value: Event | Recommendation) -> str:
    """Return what tells an item from another of the same passage: the word that names an event, an action."""
    if isinstance(value, Recommendation):
        return value.action
    return document.quote(value.trigger) if value.trigger else value.title


def _decided(
    document: Document, items: Sequence[Item[T]], added: Iterable[Item[T]], known: Mapping[str, Decision]
) -> tuple[Item[T], ...]:
    rows = {item.key: item for item in _judged(document, items, known)}
    for item in added:
        rows.setdefault(item.key, item)
    return tuple(sorted(rows.values(), key=lambda item: item.span))


def _judged(document: Document, items: Sequence[Item[T]], known: Mapping[str, Decision]) -> Iterator[Item[T]]:
    """Yield the items with what was decided on each; those of one quote are told apart by their place."""
    groups: dict[str, list[Item[T]]] = defaultdict(list)
    for item in items:
        groups[_quote_key(item.key)].append(item)
    said: dict[str, list[Decision]] = defaultdict(list)
    for key, decision in known.items():
        said[_quote_key(key)].append(decision)
    for quote, group in groups.items():
        yield from _group(document, group, said[quote], known) if quote in said else group


def _quote_key(key: str) -> str:
    """Return the key without its number."""
    kind, _, rest = key.split("|", 2)
    return f"{kind}|{rest}"


def _group(
    document: Document, group: Sequence[Item[T]], said: Sequence[Decision], known: Mapping[str, Decision]
) -> Iterator[Item[T]]:
    """Yield the items of one quote with their decisions, each under the key that its decision is kept under.

    An item without a decision never stands under the key of a decision, so that it cannot overwrite it.
    """
    added = {one.key: one for one in said if one.verdict is Verdict.ADDED}
    rows = [Row(_identity_span(item.value), item.ordinal, _told(document, item.value)) for item in group]
    meetings = met(document, rows, [one for one in said if one.key not in added])
    taken = {*known, *(item.key for item in group)}
    for at, item in enumerate(group):
        decision = meetings.get(at) or added.get(item.key)
        if decision is not None:
            yield _apply(replace(item, key=decision.key, ordinal=decision.ordinal), decision)
        elif item.key in known:
            yield _under_a_free_key(item, taken)
        else:
            yield item


def _under_a_free_key(item: Item[T], taken: set[str]) -> Item[T]:
    kind, _, rest = item.key.split("|", 2)
    ordinal = item.ordinal
    while (key := f"{kind}|{ordinal}|{rest}") in taken:
        ordinal += 1
    taken.add(key)
    return replace(item, key=key, ordinal=ordinal)


def _apply(item: Item[T], decision: Decision) -> Item[T]:
    from deskbrief.services.ownwords import edited

    value = edited(item.value, dict(decision.fields))
    return replace(item, verdict=decision.verdict, value=value, fields=decision.fields)


def _placed(
    document: Document, kind: ItemKind, known: Mapping[str, Decision]
) -> Iterator[tuple[Decision, Span]]:
    finder = Finder(document.text)
    for decision in known.values():
        if decision.kind is kind and decision.verdict is Verdict.ADDED:
            placement = finder.place(decision.anchor)
            if placement.span is not None and placement.state is not AnchorState.UNCERTAIN:
                yield decision, placement.span


def _new_events(
    document: Document, known: Mapping[str, Decision], times: Sequence[TimeExpression]
) -> Iterator[Item[Event]]:
    for decision, span in _placed(document, ItemKind.EVENT, known):
        from deskbrief.services.ownwords import own_event

        title = shortened(document.quote(span))
        event = own_event(document, span, title, dict(decision.fields), times)
        yield _own_item(decision, event, span)


def _new_recommendations(document: Document, known: Mapping[str, Decision]) -> Iterator[Item[Recommendation]]:
    for decision, span in _placed(document, ItemKind.RECOMMENDATION, known):
        from deskbrief.services.ownwords import own_recommendation

        advice = own_recommendation(span, shortened(document.quote(span)), dict(decision.fields))
        yield _own_item(decision, advice, span)


def _own_item(decision: Decision, value: T, span: Span) -> Item[T]:
    return Item(
        kind=decision.kind,
        key=decision.key,
        value=value,
        span=span,
        verdict=Verdict.ADDED,
        fields=decision.fields,
    )


def shortened(text: str, most: int = 120) -> str:
    """Return `text` on one line, cut at a word with an ellipsis when longer than `most` code points."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1] if line[most - 1] == " " else line[: most - 1].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–—") + "…"
