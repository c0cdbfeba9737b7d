"""Briefs from the window: put together in the builder, exported, printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.document.errors import CancelledError, DeskbriefError, ExportError
from deskbrief.document.links import PassageLink
from deskbrief.document.plan import BriefPlan, Format, Logo, PageSize, Template
from deskbrief.document.spans import Span
from deskbrief.services.aside import aside
from deskbrief.services.catalogues import takes_long
from deskbrief.services.draftplan import faults, plan_of
from deskbrief.services.drafts import new_draft
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.planning import BriefSource
from deskbrief.ui.appearance import Appearance
from deskbrief.ui.builder.table import Table, add_passage, chosen_sources, today
from deskbrief.ui.builder.window import BuilderWindow
from deskbrief.ui.controllers.briefdrafts import BriefDrafts, notes_on
from deskbrief.ui.controllers.briefexport import BriefExport
from deskbrief.ui.controllers.logochoice import LogoChoice
from deskbrief.ui.notices import Notice
from deskbrief.ui.parts import Chooser, Parts, Services, Store

#: The room that the frame of a window takes, in pixels.
FRAME = QSize(4, 40)


class Briefs(QObject):
    """`exported` carries the path of a finished brief; `passage_requested` a document and a passage of it.

    `waking` carries a document of the last session that a draft is of as well and that lies unread.
    """

    exported = Signal(object)
    waking = Signal(object)
    passage_requested = Signal(str, Span)

    def __init__(self, parts: Parts, services: Services, store: Store, chooser: Chooser) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._drafts = BriefDrafts(parts, services, store, self)
        self.exporting = BriefExport(parts, services, store, chooser, self._report, self)
        self.exporting.exported.connect(self.exported)
        self._logos = LogoChoice(services.runner, chooser, self)
        self._logos.chosen.connect(self._use_logo)
        self._logos.failed.connect(self._report)
        self._builder: BuilderWindow | None = None
        # What waits for a catalogue that is being made.
        self._awaited: list[Callable[[], None]] = []
        self._appearance: Appearance | None = None

    @property
    def builder(self) -> BuilderWindow | None:
        """The builder, while it is open."""
        return self._builder

    def follow_theme(self, appearance: Appearance) -> None:
        """Show the builder in the theme of `appearance`, whatever it becomes."""
        self._appearance = appearance
        appearance.changed.connect(self._dress)

    def _dress(self) -> None:
        if self._builder is not None and self._appearance is not None:
            self._builder.set_theme(self._appearance.theme)

    # The builder

    def ask(self) -> None:
        """Open the builder on the document in front, or bring it to the front."""
        sources = self._drafts.sources()
        if sources and not self._raised(sources):
            # They are in the contents once they have come.
            self._has_woken(sources)
            self._once_gathered(sources, self._drafts.wanted(sources), self._open_builder)

    def _has_woken(self, sources: Sequence[BriefSource]) -> bool:
        """Have what the draft in front is of as well opened; return whether any of it is on its way."""
        coming = self._drafts.coming(sources)
        for item in coming:
            self.waking.emit(item)
        return bool(coming)

    def _raised(self, sources: Sequence[BriefSource]) -> bool:
        """Bring a builder on the document in front to the front; return False when there is none."""
        if self._builder is None or self._builder.table.document != sources[0].document.sha256:
            return False
        self._builder.raise_()
        self._builder.activateWindow()
        return True

    def _open_builder(self) -> None:
        """Open the builder on the document that is in front by now."""
        sources = self._drafts.sources()
        if not sources or self._raised(sources):
            return
        self.close()
        self._builder = self._made(sources)
        self._dress()
        self._builder.show()
        self._builder.contents.setFocus()

    def _once_gathered(
        self, sources: Sequence[BriefSource], gather: Callable[[], None], act: Callable[[], None]
    ) -> None:
        """Do `act` when what the sources say has been gathered: at once, or beside the window for a book."""
        if not takes_long(sources):
            act()
            return
        self._awaited.append(act)
        if len(self._awaited) == 1:
            self._parts.status.show_work(self.tr("Gathering what the text says …"))
            aside(gather, self._gathered, self._services.post)

    def _gathered(self, _: None) -> None:
        acts, self._awaited = self._awaited, []
        self._parts.status.show_work("")
        for act in acts:
            act()

    def _made(self, sources: Sequence[BriefSource]) -> BuilderWindow:
        builder = BuilderWindow(
            self._drafts.open_for(sources[0].document.sha256),
            self._drafts.history(sources),
            self._services.runner,
            self._drafts.keeper,
            self._drafts.catalogues,
            self._parts.window,
        )
        builder.export_wanted.connect(self._export_built)
        builder.format_wanted.connect(self._export_built_as)
        builder.print_wanted.connect(self._print_built)
        builder.passage_wanted.connect(self.passage_requested)
        builder.logo_wanted.connect(self._logos.ask)
        builder.closed.connect(self._closed)
        # Quitting is for the whole program, with the key that it has in the window.
        builder.addAction(self._parts.actions["quit"])
        _place(builder, self._parts.window)
        return builder

    def add(self) -> None:
        """Let the brief hold the selection, or the sentence here; the reader stays in the text."""
        item, view = self._parts.desk.front, self._parts.reader.view
        span = view.selection() or view.sentence_here()
        if item is None or item.document is None or span is None:
            return
        from deskbrief.document.links import link_to, read_link

        document = item.document
        link = read_link(link_to(document.sha256, span.start, span.end, document.quote(span)))
        if link is None or not (sources := self._drafts.sources()):
            return
        if self._builder is None:
            self._once_gathered(sources, self._drafts.wanted(sources), partial(self._add, link))
        else:
            self._add(link)

    def _add(self, link: PassageLink) -> None:
        if self._builder is None:
            problem = self._hold(link)
        elif self._builder.add(link):
            problem = ""
        else:
            problem = self._builder.notice.text()
        said = (
            Message(Level.WARNING, problem)
            if problem
            else Message(Level.INFO, self.tr("Added to the brief."))
        )
        self._parts.notice.show_message(said, self.tr("Show the brief"), self.ask)

    def _hold(self, link: PassageLink) -> str:
        """Add a passage to the draft in front, which no builder shows; return what is wrong, if anything."""
        sources = self._drafts.sources()
        if not sources:
            return self.tr("Its document is not in front any more.")
        document = sources[0].document.sha256
        history, catalogues = self._drafts.history(sources), self._drafts.catalogues
        table = Table(self._drafts.open_for(document), history, self._nothing, catalogues)
        _, problem = add_passage(table, link)
        table.leave()
        self._drafts.keeper.keep(document, table.draft)
        return problem

    def _nothing(self) -> None:
        """Nobody sees a draft change while the builder is closed."""

    def ask_about(self, documents: Sequence[str]) -> None:
        """Open the builder on a brief of these documents, which are open, the first of them in front."""
        if self._builder is not None:
            self.close()
        sources = self._drafts.sources()
        if not sources:
            return
        first = sources[0].document.sha256
        history = self._drafts.history(sources)
        wanted = (first, *(sha256 for sha256 in documents if sha256 != first))
        if history.do(self.tr("Choose the sources"), replace(history.draft, sources=wanted)):
            self._drafts.keeper.keep(first, history.draft)
        self.ask()

    def renew(self) -> None:
        """Let the builder show what has been found meanwhile."""
        if self._builder is not None:
            sources = self._drafts.open_for(self._builder.table.document)()
            if sources:
                self._once_gathered(sources, self._drafts.wanted(sources), self._renew)

    def _renew(self) -> None:
        if self._builder is not None:
            self._builder.table.refresh()

    def close(self) -> None:
        """Close the builder; its draft is on disk then."""
        if self._builder is not None:
            self._builder.close()

    def _closed(self) -> None:
        if self._builder is not None:
            self._drafts.remember(self._builder.draft)
        self._builder = None
        self._drafts.catalogues.forget()

    def _use_logo(self, logo: Logo) -> None:
        if self._builder is not None:
            self._builder.use_logo(logo)

    # Exporting and printing

    def export_now(self) -> None:
        """Export with what was said last, asking only for the place; ask first while the outline is made."""
        front = self._parts.desk.front
        if front is not None and front.outline is not None and not front.complete:
            said = self.tr(
                "The text is still being read closely: events and recommendations may come or change."
            )
            self._parts.notice.show_message(
                Message(Level.INFO, said), self.tr("Export as it is now"), self.export_as_it_is
            )
        else:
            self.export_as_it_is()

    def export_as_it_is(self) -> None:
        """Export with what was said last and what has been found so far, asking only for the place."""
        sources = self._drafts.sources()
        if sources and self._has_woken(sources):
            words = (
                self.tr("Other sources of this brief are being opened."),
                self.tr("Try again in a moment."),
            )
            self._services.messages.say(*words)
        elif sources:
            self._once_gathered(sources, self._drafts.wanted(sources), self._export_gathered)

    def _export_gathered(self) -> None:
        sources = self._drafts.sources()
        if not sources:
            return
        draft = self._drafts.draft(sources)
        chosen = chosen_sources(sources, draft)
        catalogue = self._drafts.catalogues.make(chosen, draft.template, draft.added)
        if faults(draft, catalogue):
            # Which quotes they are has to be seen before anything is exported.
            self._open_builder()
            self._export_built_as(self.exporting.last_form())
        else:
            plan, notes = plan_of(draft, catalogue, today()), notes_on(sources, catalogue)
            self.exporting.export(plan, notes, self._strip_of_window, self.exporting.last_form())

    def export_plan(self, plan: BriefPlan) -> None:
        """Export a brief that was planned elsewhere, asking only for the place."""
        self.exporting.export(plan, (), self._strip_of_window, self.exporting.last_form())

    def print_text(self) -> None:
        """Print the text in front with its marks and margin notes."""
        sources = self._drafts.sources()
        if sources:
            gather = self._drafts.gathering(sources[:1], Template.TEXT)
            self._once_gathered(sources, gather, self._print_gathered)

    def _print_gathered(self) -> None:
        sources = self._drafts.sources()
        if sources:
            catalogue = self._drafts.catalogues.make(sources[:1], Template.TEXT)
            draft = replace(new_draft(catalogue), page_size=PageSize(self._store.settings.page_size))
            plan, notes = plan_of(draft, catalogue, today()), notes_on(sources, catalogue)
            self.exporting.print(plan, notes, self._strip_of_window)

    def _export_built(self) -> None:
        self._export_built_as(Format.PDF)

    def _export_built_as(self, form: Format) -> None:
        builder, plan = self._built()
        if builder is not None and plan is not None:
            self._drafts.remember(builder.draft)
            notes, named = builder.table.notes(), builder.undrawn
            self.exporting.export(plan, notes, self._strip_of_builder, form, named)

    def _print_built(self) -> None:
        builder, plan = self._built()
        if builder is not None and plan is not None:
            self.exporting.print(plan, builder.table.notes(), self._strip_of_builder)

    def _built(self) -> tuple[BuilderWindow | None, BriefPlan | None]:
        """Return the builder and its plan, once the reader has seen which quotes fail and wants it so."""
        builder = self._builder
        if builder is None or (builder.table.faults and not builder.show_faults()):
            return builder, None
        try:
            return builder, builder.table.plan()
        except ExportError as error:
            self._report(error)
            return builder, None

    def _strip_of_window(self) -> Notice:
        return self._parts.notice

    def _strip_of_builder(self) -> Notice:
        """Return the strip of messages of the builder, or of the window once the builder is closed."""
        return self._builder.notice if self._builder is not None else self._parts.notice

    def _report(self, error: DeskbriefError) -> None:
        """Tell of an error where the reader is."""
        if self._builder is not None and not isinstance(error, CancelledError):
            self._builder.notice.show_message(message_for(error))
        else:
            self._services.messages.report(error)


def _place(builder: QWidget, window: QWidget) -> None:
    """Put the builder over the window, as large as that, with its frame on the screen."""
    screen = window.screen().availableGeometry()
    builder.resize(window.size().boundedTo(screen.size() - FRAME))
    corner = screen.bottomRight() - QPoint(builder.width(), builder.height())
    left = max(min(window.x(), corner.x()), screen.left())
    builder.move(left, max(min(window.y(), corner.y() - FRAME.height()), screen.top()))
