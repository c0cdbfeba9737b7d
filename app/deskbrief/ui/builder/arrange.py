"""What the list of contents shows of a draft: sections with their items, and what is wrong with a quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import overload

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskbrief.document.plan import PlanKind
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.catalogue import Catalogue, Entry
from deskbrief.services.draftplan import Fault
from deskbrief.services.drafts import Draft, DraftSection, Said

CONTEXT = "builder"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item: `problem` is the part of its quote that does not stand in the source, if the brief holds it.

    It is held, but does not fit the page, unless it `fits`.
    """

    entry: Entry
    label: str
    on: bool
    problem: str | None = None
    shortened: bool = False
    fits: bool = True

    @property
    def key(self) -> str:
        """The key of the entry."""
        return self.entry.key

    @property
    def span(self) -> Span | None:
        """The passage in the source."""
        return self.entry.span


class Items(Sequence[ItemView]):
    """The items of one section, each made when it is asked for: of a book there are many thousands."""

    def __init__(
        self, entries: Sequence[Entry] = (), make: Callable[[Entry], ItemView] | None = None
    ) -> None:
        self._entries = entries
        self._make = make
        self._made: dict[int, ItemView] = {}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the items, none of which is made for it."""
        return tuple([entry.key for entry in self._entries])

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> ItemView: ...
    @overload
    def __getitem__(self, index: slice) -> list[ItemView]: ...
    def __getitem__(self, index: int | slice) -> ItemView | list[ItemView]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        entry = self._entries[index]
        made = self._made.get(index)
        if made is None and self._make is not None:
            made = self._made[index] = self._make(entry)
        assert made is not None
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section: `summary` says how many of its items are held."""

    section: DraftSection
    title: str
    summary: str
    items: Items
    problem: bool = False

    @property
    def id(self) -> str:
        """The id of the section."""
        return self.section.id

    @property
    def own(self) -> bool:
        """Whether the section holds the reader's own words."""
        return self.section.kind is PlanKind.WORDS


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


_COUNTS = {
    PlanKind.POINTS: _tr("{0} of {1} passages"),
    PlanKind.CHRONOLOGY: _tr("{0} of {1} events"),
    PlanKind.RECOMMENDATIONS: _tr("{0} of {1}"),
    PlanKind.NOTES: _tr("{0} of {1} notes"),
    PlanKind.NAMES: _tr("{0} of {1}"),
    PlanKind.FIGURES: _tr("{0} of {1}"),
}
#: How many of those chosen the page has room for, where it has not for all.
_FITTING = _tr("{0} of {1} chosen fit the page")
_OFF, _WHOLE, _OWN, _EMPTY = _tr("off"), _tr("all of it"), _tr("your words"), _tr("your words: none yet")


class Arranger:
    """Makes the views of a draft; those of sections that did not change are the same objects."""

    def __init__(self) -> None:
        self._catalogue: Catalogue | None = None
        self._known: dict[str, SectionView] = {}
        self._without_room: Mapping[str, frozenset[str]] = {}

    def set_room(self, without: Mapping[str, frozenset[str]]) -> bool:
        """Show that entries with these keys do not fit the page; return whether that is new."""
        if without == self._without_room:
            return False
        before, self._without_room = self._without_room, without
        self._known = {
            name: view for name, view in self._known.items() if before.get(name) == without.get(name)
        }
        return True

    def views(self, draft: Draft, catalogue: Catalogue, faults: Sequence[Fault]) -> list[SectionView]:
        """Return the sections that can be shown, in the order of the draft, which has these `faults`."""
        if catalogue is not self._catalogue:
            self._catalogue, self._known = catalogue, {}
        missing: dict[str, dict[str, str]] = {}
        for fault in faults:
            missing.setdefault(fault.section, {})[fault.key] = fault.missing
        views = [self._view(section, catalogue, missing.get(section.id, {})) for section in draft.sections]
        shown = [view for view in views if view is not None]
        self._known = {view.id: view for view in shown}
        return shown

    def _view(
        self, section: DraftSection, catalogue: Catalogue, missing: Mapping[str, str]
    ) -> SectionView | None:
        known = self._known.get(section.id)
        if known and known.section == section:
            return known
        return _viewed(section, catalogue, missing, self._without_room.get(section.id, frozenset()))


def _viewed(
    section: DraftSection, catalogue: Catalogue, missing: Mapping[str, str], without_room: frozenset[str]
) -> SectionView | None:
    if section.kind is PlanKind.WORDS:
        summary = _OWN if section.body.strip() else _EMPTY
        title = section.title or translated("Own words")
        summary = translated(summary if section.on else _OFF)
        return SectionView(section=section, title=title, summary=summary, items=Items())
    offer = catalogue.offer(section.kind)
    if offer is None:
        return None
    said = section.said()
    entries = section.ordered(offer.entries)
    chosen = said.held(entries)
    fitting = len(chosen) - (sum(entry.key in without_room for entry in chosen) if without_room else 0)
    template, of = _COUNTS.get(section.kind, _WHOLE), (len(chosen), len(entries))
    if fitting < len(chosen):
        template, of = _FITTING, (fitting, len(chosen))
    return SectionView(
        section=section,
        title=section.title or offer.title,
        summary=translated(template).format(*of) if section.on else translated(_OFF),
        items=Items(entries, partial(_item, said, missing, without_room)),
        problem=bool(missing),
    )


def _item(said: Said, missing: Mapping[str, str], without_room: frozenset[str], entry: Entry) -> ItemView:
    shortened = entry.key in said.quotes
    return ItemView(
        entry=entry,
        label=f"“{said.quote(entry)}”" if shortened and entry.quote else entry.label,
        on=said.chosen(entry),
        problem=missing.get(entry.key),
        shortened=shortened,
        fits=entry.key not in without_room,
    )


def translated(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)
