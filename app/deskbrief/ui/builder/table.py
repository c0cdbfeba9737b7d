"""What lies on the builder's table: the open documents, the draft with its history, and the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate

from deskbrief.document.links import PassageLink
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, PlanKind, Template
from deskbrief.document.spans import Span
from deskbrief.services import drafts as act
from deskbrief.services.catalogue import Catalogue, Entry, key_of
from deskbrief.services.catalogues import Catalogues
from deskbrief.services.drafting import DraftHistory
from deskbrief.services.draftplan import Fault, faults, plan_of
from deskbrief.services.drafts import Draft
from deskbrief.services.planning import BriefSource
from deskbrief.ui.builder.arrange import translated
from deskbrief.ui.builder.form import SourceChoice


class Table:
    """Keeps the catalogue in step with the draft. `load` returns the open documents, the brief's own first.

    `catalogues` makes the catalogue, or has made it already.
    `changed` is called after each act, and when the documents have changed. The history goes on where it is.
    """

    def __init__(
        self,
        load: Callable[[], list[BriefSource]],
        history: DraftHistory,
        changed: Callable[[], None],
        catalogues: Catalogues,
    ) -> None:
        self._load = load
        self._catalogues = catalogues
        self._changed = changed
        self._open = load()
        self.history = history
        self.catalogue = self.catalogue_for(self.draft)
        self.faults: tuple[Fault, ...] = faults(self.draft, self.catalogue)
        self._shape = self.draft.template, self.draft.added
        history.changed = self._keep_in_step

    def leave(self) -> None:
        """Take no more part in the history, which others may go on with."""
        self.history.changed = _nothing

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.history.draft

    @property
    def document(self) -> str:
        """The hash of the document that the draft belongs to."""
        return self._open[0].document.sha256

    @property
    def sources(self) -> list[BriefSource]:
        """The sources of the brief."""
        return chosen_sources(self._open, self.draft)

    def notes(self) -> list[Note]:
        """Return the reader's notes on the sources."""
        return [item.note for source in self.sources for item in source.notes]

    def plan(self) -> BriefPlan:
        """Return the plan of the draft; raises `ExportError` when there is nothing in it."""
        return plan_of(self.draft, self.catalogue, today())

    def refresh(self) -> None:
        """Take over what changed in the documents meanwhile: notes, decisions, what was opened or closed."""
        now = self._load()
        if now and now != self._open:
            self._open = now
            self.catalogue = self.catalogue_for(self.draft)
            self.faults = faults(self.draft, self.catalogue)
            self._changed()

    def catalogue_for(self, draft: Draft) -> Catalogue:
        """Return the catalogue of another draft of the same documents."""
        return self._catalogues.make(chosen_sources(self._open, draft), draft.template, draft.added)

    def choices(self) -> list[SourceChoice]:
        """Return the open documents as sources to choose."""
        on = {source.document.sha256 for source in self.sources}
        return [
            SourceChoice(one.document.sha256, one.title, one.document.sha256 in on, number == 0)
            for number, one in enumerate(self._open)
        ]

    def passage(self, link: PassageLink) -> Span | None:
        """Return where a passage stands in one of the open documents; None when it does not stand there."""
        document = next((d for one in self._open if (d := one.document).sha256 == link.document), None)
        if document is None or not document.text.startswith(link.quote, link.start):
            return None
        return Span(link.start, min(link.end, len(document.text)))

    def standing(self, sha256: str, span: Span, *, loose: bool) -> tuple[str, Entry] | None:
        """Return the entry on a passage and the id of its section; a `loose` search takes the nearest."""
        found: list[tuple[int, str, Entry]] = []
        for offer in self.catalogue.offers:
            for entry in offer.entries:
                here = self.catalogue.sources[entry.source].document.sha256
                if entry.span is None or here != sha256:
                    continue
                common = min(entry.span.end, span.end) - max(entry.span.start, span.start)
                near = loose and offer.kind is not PlanKind.POINTS and common > 0
                if entry.span == span or near:
                    found.append((common, offer.kind.value, entry))
        best = max(found, key=lambda one: one[0], default=None)
        return None if best is None else best[1:]

    def entries(self, section_id: str) -> Sequence[Entry]:
        """Return the entries of a section in the reader's order."""
        section = self.draft.section(section_id)
        offer = self.catalogue.offer(section.kind)
        return section.ordered(offer.entries) if offer else []

    def entry(self, section_id: str, key: str) -> Entry | None:
        """Return the entry with this key."""
        return next((entry for entry in self.entries(section_id) if entry.key == key), None)

    def _keep_in_step(self) -> None:
        hashes = [source.document.sha256 for source in self.catalogue.sources]
        wanted = [source.document.sha256 for source in self.sources]
        shape = self.draft.template, self.draft.added
        if hashes != wanted or shape != self._shape:
            self.catalogue = self.catalogue_for(self.draft)
        self._shape = shape
        self.faults = faults(self.draft, self.catalogue)
        self._changed()


def add_passage(
    table: Table, link: PassageLink, *, row: bool = False, at: int | None = None
) -> tuple[tuple[str, str] | None, str]:
    """Let the draft hold a passage: the item on it if there is one, else a quote.

    For the passage of a `row` the item that shares most of it is taken. It comes before the one at position
    `at` of its section. Return section and key of what holds it now, and what is wrong, if anything.
    """
    span = table.passage(link)
    if span is None:
        return None, translated("This passage is in no document of the brief. Open its document first.")
    found = table.standing(link.document, span, loose=row)
    if found is not None:
        section, key = found[0], found[1].key
        draft = act.switch(act.choose(table.draft, section, found[1], True), section, on=True)
    else:
        section, key = PlanKind.POINTS.value, key_of(link.document, span)
        draft = act.add_point(table.draft, act.Taken(link.document, span.start, span.end))
    if at is not None:
        entries = table.entries(section)
        # An item that stood before that place leaves a gap.
        at -= any(entry.key == key for entry in entries[:at])
        draft = act.move_entry(draft, section, entries, key, at)
    table.history.do(translated("Add a passage"), draft)
    found = table.standing(link.document, span, loose=row)
    if found is None:
        return None, translated("This template holds one source and no quotes. Choose another template.")
    return (found[0], found[1].key), ""


def _nothing() -> None:
    pass


def chosen_sources(sources: Sequence[BriefSource], draft: Draft) -> list[BriefSource]:
    """Return the sources of a draft that are open; `sources` has the draft's own document first."""
    first, *others = sources
    if draft.template is Template.TEXT:
        return [first]
    return [first, *(one for one in others if one.document.sha256 in draft.sources)]


def today() -> str:
    """Return the date on which a brief is made now, in ISO 8601."""
    return QDate.currentDate().toString("yyyy-MM-dd")
