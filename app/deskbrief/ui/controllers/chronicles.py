"""The chronology of several documents: put together, completed by what is not known yet, and written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QPoint, Signal
from PySide6.QtGui import QAction

from deskbrief.document.errors import CancelledError, DeskbriefError
from deskbrief.document.outline import Outline
from deskbrief.library.catalogue import Card
from deskbrief.services.librarian import Librarian
from deskbrief.services.messages import Level, message_for
from deskbrief.services.reading import Opening, ReadingListener
from deskbrief.ui.library.tellings import Arranged, TimelineOrder
from deskbrief.ui.library.timeline import TimelinePage, exports
from deskbrief.ui.parts import Chooser, Parts, Services, Store
from deskbrief.ui.words import numbered

if TYPE_CHECKING:
    from deskbrief.document.model import Document
    from deskbrief.exchange.items import Written
    from deskbrief.services.planning import BriefOptions
    from deskbrief.services.timeline import Source
    from deskbrief.ui.theme import Theme

#: The ending that stands for a brief, in whatever format it is saved.
BRIEF = ".pdf"


class Chronicles(QObject):
    """What the page of a chronology does, which is made when one is wanted.

    `exported` carries the path of a finished file; `plan_made` the plan of a brief that is to be saved.
    `left` says that the page was left; `source_opened` carries a `Source` and a Span or None.
    """

    exported = Signal(object)
    plan_made = Signal(object)
    left = Signal()
    source_opened = Signal(object, object)

    def __init__(
        self,
        parts: Parts,
        services: Services,
        store: Store,
        chooser: Chooser,
        librarian: Librarian,
        theme: Theme,
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._chooser = chooser
        self._librarian = librarian
        self._cards: tuple[Card, ...] = ()
        self._arranged: Arranged | None = None
        self._found: dict[str, Outline] = {}
        self._openings: dict[str, Opening] = {}
        self._folder: Path | None = None
        self._theme = theme

    @cached_property
    def page(self) -> TimelinePage:
        """The page."""
        page = TimelinePage(self._parts.window)
        page.hide()
        page.set_theme(self._theme)
        page.set_order(_order(self._store.settings.sort_timeline))
        page.order_changed.connect(self._keep_order)
        page.export_asked.connect(self._show_exports)
        page.left.connect(self.left)
        page.passage_opened.connect(self.source_opened)
        page.source_opened.connect(self._open_whole)
        return page

    @property
    def is_made(self) -> bool:
        """Whether a chronology has been wanted yet."""
        return "page" in vars(self)

    @property
    def is_shown(self) -> bool:
        """Whether one is in sight."""
        return self.is_made and self.page.isVisible()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        if self.is_made:
            self.page.set_theme(theme)

    def show(self, cards: Sequence[Card]) -> None:
        """Show the chronology of documents."""
        self.stop()
        self._cards = tuple(cards)
        self.refresh()

    def refresh(self) -> None:
        """Show the chronology anew: what the reader said of its events may have changed."""
        if self._cards:
            self._librarian.timeline(self._cards, Arranged, self._told, self._found)

    def stop(self) -> None:
        """Look no longer for what is not known yet."""
        for opening in self._openings.values():
            opening.cancel()
        self._openings.clear()

    def export(self, ending: str) -> None:
        """Write what is shown: to a file with this ending, or as a brief."""
        from deskbrief.services.timeline_export import Form, timeline_file, timeline_plan

        timeline, chosen = self.page.timeline, self.page.chosen()
        report = self._services.messages.report
        if ending == BRIEF:
            make = partial(timeline_plan, timeline=timeline, chosen=chosen, options=self._options())
            self._librarian.write(self._cards, make, self.plan_made.emit, report)
            return
        from deskbrief.ui.controllers.folders import folder_to_save

        sources = (Path(card.path) for card in self._cards if card.path)
        folder = folder_to_save(self._folder or "", sources)
        place = self._chooser.place_for_events(folder / f"{self._stem()}{ending}", ending)
        if place is not None:
            self._folder = place.parent
            write = partial(timeline_file, timeline=timeline, chosen=chosen, form=Form(ending))
            self._librarian.write(self._cards, write, partial(self._save, place), report)

    def _save(self, place: Path, written: Written) -> None:
        from deskbrief.services.exporting import left_out_words
        from deskbrief.services.writing import export_whole

        sources = [Path(card.path) for card in self._cards if card.path]
        try:
            export_whole(place, written.data, sources)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        one, many = self.tr("1 event saved as {0}."), self.tr("{0} events saved as {{0}}.")
        if place.suffix.lower() == ".csv":
            # What several sources tell of one event are several rows.
            one, many = self.tr("1 row saved as {0}."), self.tr("{0} rows saved as {{0}}.")
        words = numbered(written.count, one, many).format(place.name)
        lacking = left_out_words(written.left_out, "day" if place.suffix.lower() == ".ics" else "year")
        self._services.messages.say(words, f"{lacking}." if lacking else "", Level.INFO)
        self.exported.emit(place)

    def _stem(self) -> str:
        """Return what a file is called of which nothing is known."""
        first = self._cards[0].title or Path(self._cards[0].path).stem
        named = " ".join("".join(one if one.isalnum() or one in " -_" else " " for one in first).split())[:60]
        return self.tr("{0} - chronology").format(named.strip() or "Deskbrief")

    def _options(self) -> BriefOptions:
        """Return what was said of the last brief, for one that is made today."""
        from deskbrief.document.plan import PageSize
        from deskbrief.services.planning import BriefOptions

        settings = self._store.settings
        return BriefOptions(
            prepared=QDate.currentDate().toString("yyyy-MM-dd"),
            author=settings.author,
            marking=settings.marking,
            page_size=next((one for one in PageSize if one == settings.page_size), PageSize.A4),
        )

    def _open_whole(self, source: Source) -> None:
        self.source_opened.emit(source, None)

    def _show_exports(self, at: QPoint) -> None:
        menu = exports(self.page)
        menu.triggered.connect(self._export_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _export_chosen(self, action: QAction) -> None:
        self.export(str(action.data()))

    def _keep_order(self, order: TimelineOrder) -> None:
        self._store.save(replace(self._store.settings, sort_timeline=str(order)))

    # What is not known yet

    def _told(self, arranged: Arranged) -> None:
        timeline = arranged.timeline
        if [source.sha256 for source in timeline.sources] != [card.sha256 for card in self._cards]:
            return
        waiting = {card.sha256 for card in self._cards if not card.is_here}
        for source in timeline.sources:
            # Of a document whose file has not come yet there is nothing to look for.
            if not source.has_outline and source.sha256 not in self._openings.keys() | waiting:
                self._openings[source.sha256] = Opening(Path(source.path or source.sha256))
                self._librarian.document(source.sha256, self._analyse)
        self._arranged = arranged
        self.page.show_timeline(arranged, frozenset(self._openings))

    def _analyse(self, document: Document | None, _published: str) -> None:
        """Have the outline of a document made that was not opened since the rules changed."""
        opening = self._openings.get(document.sha256) if document is not None else None
        if document is None or opening is None or opening.cancelled:
            return
        listener = ReadingListener(
            outlined=self._outlined, unrefined=self._unrefined, trouble=self._services.messages.report
        )
        self._services.reading.analyse(opening, document, listener)

    def _outlined(self, document: Document, outline: Outline, complete: bool) -> None:
        if complete and document.sha256 in self._openings:
            self._found[document.sha256] = outline
            del self._openings[document.sha256]
            self.refresh()

    def _unrefined(self, document: Document, error: DeskbriefError) -> None:
        self._openings.pop(document.sha256, None)
        if not isinstance(error, CancelledError):
            card = next((one for one in self._cards if one.sha256 == document.sha256), None)
            words = self.tr("The events of “{0}” are missing here.").format(card.title if card else "")
            self._services.messages.say(f"{words} {message_for(error).text}", level=Level.WARNING)
        if self._arranged is not None:
            self.page.show_timeline(self._arranged, frozenset(self._openings))


def _order(value: str) -> TimelineOrder:
    return next((one for one in TimelineOrder if one == value), TimelineOrder.DATE)
