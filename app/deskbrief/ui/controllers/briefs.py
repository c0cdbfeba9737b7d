"""Briefs from the window: put together in the builder, exported, printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QSize, Signal
from PySide6.QtWidgets import QWidget

from deskbrief.document.errors import CancelledError, DeskbriefError, ExportError
from deskbrief.document.links import PassageLink
from deskbrief.document.plan import BriefPlan, Format, Logo, PageSize, Template
from deskbrief.document.spans import Span
from deskbrief.services.catalogue import make_catalogue
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
    """`exported` carries the path of a finished brief; `passage_requested` a document and a passage of it."""

    exported = Signal(object)
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
        if not sources:
            return
        if self._builder is not None:
            if self._builder.table.document == sources[0].document.sha256:
                self._builder.raise_()
                self._builder.activateWindow()
                return
            self.close()
        self._builder = self._made(sources)
        self._dress()
        self._builder.show()
        self._builder.contents.setFocus()

    def _made(self, sources: Sequence[BriefSource]) -> BuilderWindow:
        builder = BuilderWindow(
            self._drafts.open_for(sources[0].document.sha256),
            self._drafts.history(sources),
            self._services.runner,
            self._drafts.keeper,
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
            problem = self._hold(sources, link)
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

    def _hold(self, sources: Sequence[BriefSource], link: PassageLink) -> str:
        """Add a passage to the draft in front, which no builder shows; return what is wrong, if anything."""
        document = sources[0].document.sha256
        table = Table(self._drafts.open_for(document), self._drafts.history(sources), self._nothing)
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

    def close(self) -> None:
        """Close the builder; its draft is on disk then."""
        if self._builder is not None:
            self._builder.close()

    def _closed(self) -> None:
        if self._builder is not None:
            self._drafts.remember(self._builder.draft)
        self._builder = None

    def _use_logo(self, logo: Logo) -> None:
        if self._builder is not None:
            self._builder.use_logo(logo)

    # Exporting and printing

    def export_now(self) -> None:
        """Export with what was said last, asking only for the place."""
        sources = self._drafts.sources()
        if not sources:
            return
        draft = self._drafts.draft(sources)
        catalogue = make_catalogue(chosen_sources(sources, draft), draft.template, draft.added)
        if faults(draft, catalogue):
            # Which quotes they are has to be seen before anything is exported.
            self.ask()
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
            catalogue = make_catalogue(sources[:1], Template.TEXT)
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
