"""One chronology of several documents: each event with every source that tells it, and where they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deskbrief.document.edtf import bounds, place_in_time
from deskbrief.document.outline import Event
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.library.catalogue import Card
from deskbrief.services.curation import Curated, Item
from deskbrief.services.joining import (
    APART,
    alike,
    alike_elsewhere,
    disagree,
    joined,
    telling,
)
from deskbrief.services.ownwords import told_beside
from deskbrief.services.references import locator
from deskbrief.services.titles import Named, sentence_case, told_apart, with_difference

if TYPE_CHECKING:
    from deskbrief.services.planning import BriefSource

#: The letters that stand for sources beside their colours.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document in a chronology; `has_outline` is False for one that nobody opened since rules changed.

    `places` tells how a reader finds each of the events that were kept, as "p. 3, ¶12".
    """

    sha256: str
    title: str
    path: str = ""
    curated: Curated = Curated()
    has_outline: bool = True
    places: tuple[str, ...] = ()

    @property
    def undated(self) -> int:
        """How many of its events have no day, month or year that could be told."""
        return sum(not bounds(item.value.date.edtf) for item in self.curated.kept_events())


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one source says of an event, and where; `number` is that among the events kept of the source.

    `place` is how a reader finds it in the source.
    """

    source: int
    number: int = 0
    when: str
    edtf: str
    title: str
    detail: str
    status: str
    span: Span
    place: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with all that tell it, the earliest date first.

    `differs` tells that their dates cannot all be right.
    """

    tellings: tuple[Telling, ...]
    differs: bool = False

    @property
    def sources(self) -> tuple[int, ...]:
        """The sources that tell it, each once."""
        return tuple(sorted({telling.source for telling in self.tellings}))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of several documents in the order of time."""

    sources: tuple[Source, ...] = ()
    happenings: tuple[Happening, ...] = ()

    def counts(self) -> Counter[int]:
        """Return how many events each source tells, by its number."""
        return Counter(source for happening in self.happenings for source in happening.sources)


def letter(source: int) -> str:
    """Return what stands for a source beside its colour: A to Z, then numbers."""
    return LETTERS[source] if source < len(LETTERS) else str(source + 1)


def source_of(card: Card, material: BriefSource | None) -> Source:
    """Return a document of the library as a source, from what is kept of it."""
    if material is None:
        return Source(sha256=card.sha256, title=card.title, path=card.path, has_outline=False)
    kept = material.curated.kept_events()
    return Source(
        sha256=card.sha256,
        title=card.title,
        path=card.path,
        curated=material.curated,
        places=tuple(locator(material.document, item.span) for item in kept),
    )


def make_timeline(sources: Sequence[Source]) -> Timeline:
    """Return the dated events of `sources`; those that the reader rejected are left out.

    What a source tells twice in the same words is told once, at its first place. Sources of one title are
    called by what tells them apart too.
    """
    apart = told_apart([Named(source.title, source.path) for source in sources])
    pairs = zip(sources, apart, strict=True)
    sources = [replace(one, title=with_difference(one.title, differs)) for one, differs in pairs]
    tellings = [
        _telling(number, source, at, item)
        for number, source in enumerate(sources)
        for at, item in enumerate(source.curated.kept_events())
        if bounds(item.value.date.edtf)
    ]
    tellings.sort(key=lambda one: (place_in_time(one.edtf), one.source, one.span))
    firsts = {(one.source, one.edtf, one.title, one.detail, one.status): one for one in reversed(tellings)}
    groups = joined([*reversed(firsts.values())], lambda one: one.edtf, _same_day)
    return Timeline(tuple(sources), _beside(_happenings(groups)))


def _telling(number: int, source: Source, at: int, item: Item[Event]) -> Telling:
    event = item.value
    return Telling(
        source=number,
        number=at,
        when=event.date.shown,
        edtf=event.date.edtf,
        title=sentence_case(event.title),
        detail=told_beside(event, item.fields),
        status=event.status,
        span=item.span,
        place=source.places[at] if source.places else "",
    )


def _same_day(one: Telling, other: Telling) -> bool:
    return one.status == other.status and alike(one.title, other.title)


def _happenings(groups: Sequence[list[Telling]]) -> Iterator[Happening]:
    """Yield the events, each with what other sources date differently; these are found by shared words."""
    kept: list[list[Telling]] = []
    single: list[bool] = []
    # What one source tells of several days happens again and again.
    again = Counter((one.source, telling(one.title)) for group in groups for one in group)
    by_word: dict[str, list[int]] = defaultdict(list)
    for group in groups:
        words = telling(group[0].title)
        once = all(again[one.source, telling(one.title)] < 2 for one in group)
        near = sorted({number for word in words for number in by_word[word][-50:]}) if once else []
        number = next((number for number in near if single[number] and _may_be(kept[number], group)), -1)
        if number < 0:
            number = len(kept)
            kept.append(list(group))
            single.append(once)
        else:
            kept[number].extend(group)
        for word in words:
            by_word[word].append(number)
    for group in kept:
        dates = list(dict.fromkeys(one.edtf for one in group))
        differs = any(disagree(one, other) for one in dates for other in dates)
        yield Happening(tuple(group), differs)


def _beside(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return the events with those of one day that one sentence tells beside each other."""
    days: dict[str, dict[tuple[int, Span], list[Happening]]] = {}
    for one in happenings:
        first = one.tellings[0]
        days.setdefault(first.edtf, {}).setdefault((first.source, first.span), []).append(one)
    return tuple(one for day in days.values() for sentence in day.values() for one in _linked(sentence))


def _linked(sentence: Sequence[Happening]) -> Iterator[Happening]:
    """Yield events of one sentence, each but the last with what the sentence tells of it at its end."""
    for number, one in enumerate(sentence):
        first, *others = one.tellings
        is_one_day = all(other.edtf == first.edtf for other in others)
        is_last = number == len(sentence) - 1
        yield one if is_last or not is_one_day else replace(one, tellings=(*others, first))


def _may_be(group: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Tell whether two groups of different sources tell one event, in spite of their dates."""
    if {one.source for one in group} & {one.source for one in other}:
        return False
    first, second = group[0], other[0]
    low, high = bounds(first.edtf), bounds(second.edtf)
    close = low is not None and high is not None and abs(high[0] - low[0]) <= APART
    return close and first.status == second.status and alike_elsewhere(first.title, second.title)
