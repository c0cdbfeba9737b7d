"""What briefs are made from in the window: the open documents, and the drafts that belong to them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from deskbrief.document.notes import Note
from deskbrief.document.plan import PageSize, Template
from deskbrief.document.spans import Span
from deskbrief.services.catalogue import Catalogue
from deskbrief.services.catalogues import Catalogues
from deskbrief.services.drafting import DraftHistory
from deskbrief.services.drafts import Draft, new_draft
from deskbrief.services.messages import Level
from deskbrief.services.planning import BriefSource
from deskbrief.services.shelf import Shelf
from deskbrief.services.sources import wordless
from deskbrief.ui.builder.keeper import DraftKeeper
from deskbrief.ui.builder.table import chosen_sources
from deskbrief.ui.controllers.contents import last_at
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.parts import Parts, Services, Store

#: What a brief says of a source whose outline is still being made.
UNREAD = (
    "This text was still being read closely when the brief was made:"
    " events and recommendations may be missing."
)


class BriefDrafts(QObject):
    """Finds the sources, and keeps each document's draft with what was done to it since the start."""

    def __init__(self, parts: Parts, services: Services, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._services = services
        self._store = store
        self.keeper = DraftKeeper(Shelf(services.briefs), self._refused, self)
        self.catalogues = Catalogues()
        self._histories: dict[str, DraftHistory] = {}

    def sources(self) -> list[BriefSource]:
        """Return the open documents, that in front first; none, with a word on it, when it is not there."""
        front = self._parts.desk.front
        first = _source_of(front) if front else None
        if front is not None and front.document is not None and front.document.wordless:
            self._services.messages.report(wordless(front.path.name))
            return []
        if first is None:
            self._say_what_is_missing(front)
            return []
        self._parts.side.flush()
        return self._load(first.document.sha256)

    def coming(self, sources: Sequence[BriefSource]) -> list[OpenDocument]:
        """Return the other documents that the draft in front is of, whose text is not here yet."""
        kept = self.keeper.draft(sources[0].document.sha256)
        wanted = set(kept.sources[1:]) if kept is not None else set()
        opening = [item for item in self._parts.desk.documents if item.opens]
        return [item for item in opening if last_at(self._services, item.path) in wanted]

    def open_for(self, sha256: str) -> partial[list[BriefSource]]:
        """Return what gives the open documents, that with the hash `sha256` first; none when it is closed."""
        return partial(self._load, sha256)

    def history(self, sources: Sequence[BriefSource]) -> DraftHistory:
        """Return the draft of the document in front, with what was done to it since the start."""
        document, draft = sources[0].document.sha256, self.draft(sources)
        known = self._histories.get(document)
        if known is None or known.draft != draft:
            self._histories[document] = known = DraftHistory(draft)
        return known

    def draft(self, sources: Sequence[BriefSource]) -> Draft:
        """Return the draft of the document in front: what was kept, or a new one."""
        kept = self.keeper.draft(sources[0].document.sha256)
        if kept is not None:
            return kept
        settings = self._store.settings
        catalogue = self.catalogues.make(sources[:1], Template.ONE_PAGE)
        return new_draft(
            catalogue,
            author=settings.author,
            marking=settings.marking,
            page_size=PageSize(settings.page_size),
            logo=self.keeper.last_logo(),
        )

    def wanted(self, sources: Sequence[BriefSource]) -> Callable[[], None]:
        """Return what makes the catalogue that the draft in front stands on, in any thread."""
        kept = self.keeper.draft(sources[0].document.sha256)
        if kept is None:
            return self.gathering(sources[:1], Template.ONE_PAGE)
        return self.gathering(chosen_sources(sources, kept), kept.template, kept.added)

    def gathering(
        self, sources: Sequence[BriefSource], template: Template, added: Sequence[tuple[str, Span]] = ()
    ) -> Callable[[], None]:
        """Return what makes a catalogue in any thread, so that it is there when it is asked for."""
        return partial(self._make, sources, template, added)

    def _make(
        self, sources: Sequence[BriefSource], template: Template, added: Sequence[tuple[str, Span]]
    ) -> None:
        # Whatever is wrong is told when it is asked for, on the window's thread.
        with contextlib.suppress(Exception):
            self.catalogues.make(sources, template, added)

    def remember(self, draft: Draft) -> None:
        """Let new drafts begin with the author, marking, page and logo of this one."""
        if draft.logo != self.keeper.last_logo():
            self.keeper.keep_last_logo(draft.logo)
        self._store.save(
            replace(
                self._store.settings,
                author=draft.author,
                marking=draft.marking,
                page_size=draft.page_size.value,
            )
        )

    def _load(self, sha256: str) -> list[BriefSource]:
        sources = [source for item in self._parts.desk.documents if (source := _source_of(item))]
        first = [source for source in sources if source.document.sha256 == sha256]
        return [*first[:1], *(one for one in sources if one.document.sha256 != sha256)] if first else []

    def _say_what_is_missing(self, front: OpenDocument | None) -> None:
        if front is None:
            words = self.tr("No document is open."), self.tr("Open one first (Ctrl+O).")
        elif front.document is None:
            words = (
                self.tr("{0} is still being read.").format(front.path.name),
                self.tr("Try again in a moment."),
            )
        else:
            words = self.tr("The outline is still being made."), self.tr("Try again in a moment.")
        self._services.messages.say(*words)

    def _refused(self) -> None:
        self._services.messages.say(
            self.tr("The draft of this brief could not be saved."),
            self.tr("Check that {0} can be written.").format(self._services.briefs),
            Level.WARNING,
        )


def notes_on(sources: Sequence[BriefSource], catalogue: Catalogue) -> list[Note]:
    """Return the reader's notes on those of `sources` that a catalogue is made from."""
    used = {source.document.sha256 for source in catalogue.sources}
    return [item.note for source in sources if source.document.sha256 in used for item in source.notes]


def _source_of(item: OpenDocument) -> BriefSource | None:
    if item.document is None or item.outline is None or item.document.wordless:
        return None
    outline = (
        item.outline if item.complete else replace(item.outline, remarks=(*item.outline.remarks, UNREAD))
    )
    return BriefSource(
        document=item.document.dated(item.published, item.outline.dated),
        outline=outline,
        curated=item.curated,
        notes=item.notes,
        file_name=item.path.name,
    )
