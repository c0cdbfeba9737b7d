"""Briefs from the window: put together in the builder, exported, printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from deskbrief.document.errors import CancelledError, DeskbriefError, ExportError
from deskbrief.document.links import PassageLink
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, Format, PageSize, Template
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.briefing import Brief, render_request, rendered
from deskbrief.services.catalogue import Catalogue, make_catalogue
from deskbrief.services.drafting import DraftHistory
from deskbrief.services.draftplan import faults, plan_of
from deskbrief.services.drafts import Draft, new_draft
from deskbrief.services.logos import logo_in, logo_request
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.planning import BriefSource
from deskbrief.services.shelf import Shelf
from deskbrief.services.sources import wordless
from deskbrief.services.writing import export_whole, refuse_sources
from deskbrief.ui.appearance import Appearance
from deskbrief.ui.builder.keeper import DraftKeeper
from deskbrief.ui.builder.table import Table, add_passage, chosen_sources, today
from deskbrief.ui.builder.window import BuilderWindow
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.notices import Notice
from deskbrief.ui.parts import Chooser, Parts, Services, Store

if TYPE_CHECKING:
    from deskbrief.ui.printing import Printing


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
        self._chooser = chooser
        self._keeper = DraftKeeper(Shelf(services.briefs), self._refused, self)
        self._builder: BuilderWindow | None = None
        self._histories: dict[str, DraftHistory] = {}
        self._last = Path()
        self._appearance: Appearance | None = None
        self.printing: Printing | None = None

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

    def ask(self) -> None:
        """Open the builder on the document in front, or bring it to the front."""
        sources = self._sources()
        if not sources:
            return
        if self._builder is not None:
            if self._builder.table.document == sources[0].document.sha256:
                self._builder.raise_()
                self._builder.activateWindow()
                return
            self.close()
        builder = BuilderWindow(
            self._open_for(sources[0].document.sha256),
            self._history(sources),
            self._services.runner,
            self._keeper,
            self._parts.window,
        )
        self._builder = builder
        self._dress()
        builder.export_wanted.connect(self._export_built)
        builder.format_wanted.connect(self._export_built_as)
        builder.print_wanted.connect(self._print_built)
        builder.passage_wanted.connect(self.passage_requested)
        builder.logo_wanted.connect(self._choose_logo)
        builder.closed.connect(self._closed)
        # Quitting is for the whole program, with the key that it has in the window.
        builder.addAction(self._parts.actions["quit"])
        _place(builder, self._parts.window)
        builder.show()
        builder.contents.setFocus()

    def add(self) -> None:
        """Let the brief hold the selection, or the sentence here; the reader stays in the text."""
        item, view = self._parts.desk.front, self._parts.reader.view
        span = view.selection() or view.sentence_here()
        if item is None or item.document is None or span is None:
            return
        from deskbrief.document.links import link_to, read_link

        document = item.document
        link = read_link(link_to(document.sha256, span.start, span.end, document.quote(span)))
        if link is None or not (sources := self._sources()):
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
        table = Table(self._open_for(document), self._history(sources), self._nothing)
        _, problem = add_passage(table, link)
        table.leave()
        self._keeper.keep(document, table.draft)
        return problem

    def _nothing(self) -> None:
        """Nobody sees a draft change while the builder is closed."""

    def ask_about(self, documents: Sequence[str]) -> None:
        """Open the builder on a brief of these documents, which are open, the first of them in front."""
        if self._builder is not None:
            self.close()
        sources = self._sources()
        if not sources:
            return
        first = sources[0].document.sha256
        history = self._history(sources)
        wanted = (first, *(sha256 for sha256 in documents if sha256 != first))
        if history.do(self.tr("Choose the sources"), replace(history.draft, sources=wanted)):
            self._keeper.keep(first, history.draft)
        self.ask()

    def close(self) -> None:
        """Close the builder; its draft is on disk then."""
        if self._builder is not None:
            self._builder.close()

    def export_now(self) -> None:
        """Export with what was said last, asking only for the place."""
        sources = self._sources()
        if not sources:
            return
        draft = self._draft(sources)
        catalogue = make_catalogue(chosen_sources(sources, draft), draft.template, draft.added)
        if faults(draft, catalogue):
            # Which quotes they are has to be seen before anything is exported.
            self.ask()
            self._export_built_as(self._last_form())
        else:
            plan = plan_of(draft, catalogue, today())
            self._export(plan, _notes(sources, catalogue), self._parts.notice, self._last_form())

    def _last_form(self) -> Format:
        """Return the format in which a brief was exported last."""
        return form_of(Path(f"brief.{self._store.settings.brief_format}"))

    def print_text(self) -> None:
        """Print the text in front with its marks and margin notes."""
        sources = self._sources()
        if sources:
            catalogue = make_catalogue(sources[:1], Template.TEXT)
            draft = replace(new_draft(catalogue), page_size=PageSize(self._store.settings.page_size))
            self._print(plan_of(draft, catalogue, today()), _notes(sources, catalogue), None)

    # The builder

    def _open_for(self, sha256: str) -> partial[list[BriefSource]]:
        return partial(self._load, sha256)

    def _load(self, sha256: str) -> list[BriefSource]:
        """Return the open documents, that with the hash `sha256` first; none when it is closed."""
        sources = [source for item in self._parts.desk.documents if (source := _source_of(item))]
        first = [source for source in sources if source.document.sha256 == sha256]
        return [*first[:1], *(one for one in sources if one.document.sha256 != sha256)] if first else []

    def _closed(self) -> None:
        if self._builder is not None:
            self._remember(self._builder.draft)
        self._builder = None

    def _export_built(self) -> None:
        self._export_built_as(Format.PDF)

    def _export_built_as(self, form: Format) -> None:
        builder = self._builder
        if builder is None or (builder.table.faults and not builder.show_faults()):
            return
        self._remember(builder.draft)
        try:
            plan = builder.table.plan()
        except ExportError as error:
            self._report(error)
            return
        self._export(plan, builder.table.notes(), builder.notice, form)

    def _print_built(self) -> None:
        builder = self._builder
        if builder is None or (builder.table.faults and not builder.show_faults()):
            return
        try:
            plan = builder.table.plan()
        except ExportError as error:
            self._report(error)
            return
        self._print(plan, builder.table.notes(), builder)

    # The logo

    def _choose_logo(self) -> None:
        """Ask for a picture and let the worker make a logo of it."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        path = self._chooser.picture_to_use(Path(pictures or "."))
        if path is None:
            return
        parts: list[Part] = []
        self._services.runner.submit(
            "logo",
            partial(logo_request, path),
            Listener(
                part=lambda _, part: parts.append(part),
                restarted=lambda _: parts.clear(),
                done=partial(self._use_logo, parts, path.name),
                failed=self._no_logo,
            ),
        )

    def _use_logo(self, parts: list[Part], name: str, _: Job) -> None:
        if self._builder is not None:
            self._builder.use_logo(logo_in(parts, name))

    def _no_logo(self, _: Job, error: DeskbriefError) -> None:
        self._report(error)

    # Exporting

    def _export(self, plan: BriefPlan, notes: Sequence[Note], notice: Notice, form: Format) -> None:
        place = self._chooser.place_for(self._suggestion(plan, form))
        if place is None:
            return
        again = partial(self._export, plan, notes, notice, form)
        notice.dismiss()
        if self._may_be_written(place, notice, again):
            self._render(plan, notes, partial(self._finish, place, notice, again), form_of(place))

    def _may_be_written(self, place: Path, notice: Notice, again: Callable[[], None]) -> bool:
        """Tell whether no open document would be lost at `place`; say so when one would."""
        try:
            refuse_sources(place, [item.path for item in self._parts.desk.documents])
        except ExportError as error:
            self._refuse_place(error, notice, again)
            return False
        return True

    def _refuse_place(self, error: ExportError, notice: Notice, again: Callable[[], None]) -> None:
        """Say what is wrong with a place, and offer to choose another."""
        shown = notice if self._builder is not None else self._parts.notice
        shown.show_message(message_for(error), self.tr("Choose another place…"), again)

    def _render(
        self,
        plan: BriefPlan,
        notes: Sequence[Note],
        then: Callable[[Brief], None],
        form: Format = Format.PDF,
    ) -> None:
        parts: list[Part] = []

        def done(_: Job) -> None:
            self._parts.status.show_work("")
            then(rendered(parts))

        def failed(_: Job, error: DeskbriefError) -> None:
            self._parts.status.show_work("")
            self._report(error)

        self._parts.status.show_work(self.tr("Making the brief …"))
        self._services.runner.submit(
            "render",
            partial(render_request, plan, notes, form.value),
            Listener(
                part=lambda _, part: parts.append(part),
                progress=self._progress,
                restarted=lambda _: parts.clear(),
                done=done,
                failed=failed,
            ),
        )

    def _progress(self, _: Job, progress: Progress) -> None:
        self._parts.status.show_work(f"{progress.label or self.tr('Making the brief')} …")

    def _finish(self, place: Path, notice: Notice, again: Callable[[], None], brief: Brief) -> None:
        try:
            export_whole(place, brief.data)
        except ExportError as error:
            self._refuse_place(error, notice, again)
            return
        self._last = place
        # Only a place that took the file is offered again.
        form = form_of(place).value
        self._store.save(replace(self._store.settings, brief_folder=str(place.parent), brief_format=form))
        self._tell(brief, place, notice if self._builder is not None else self._parts.notice)
        self.exported.emit(place)

    def _tell(self, brief: Brief, place: Path, notice: Notice) -> None:
        words = self.tr("Brief saved as {0}: {1}.").format(place.name, brief.verified)
        message = Message(Level.INFO, " ".join((words, *brief.remarks)))
        notice.show_message(message, self.tr("Open"), self._open_last)
        notice.offer(self.tr("Show in folder"), self._show_last)

    def _report(self, error: DeskbriefError) -> None:
        """Tell of an error where the reader is."""
        if self._builder is not None and not isinstance(error, CancelledError):
            self._builder.notice.show_message(message_for(error))
        else:
            self._services.messages.report(error)

    def _open_last(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))

    def _show_last(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

    def _print(self, plan: BriefPlan, notes: Sequence[Note], builder: BuilderWindow | None) -> None:
        self._render(plan, notes, partial(self._start_printing, builder or self._parts.window))

    def _start_printing(self, window: QWidget, brief: Brief) -> None:
        from deskbrief.ui.printing import Printing

        self.printing = Printing(
            self._services.runner, self._services.messages, brief.data, brief.pages, window
        )
        self.printing.ended.connect(self.printing.deleteLater)
        self.printing.start()

    # What a brief is made from

    def _sources(self) -> list[BriefSource]:
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

    def _history(self, sources: Sequence[BriefSource]) -> DraftHistory:
        """Return the draft of the document in front, with what was done to it since the start."""
        document, draft = sources[0].document.sha256, self._draft(sources)
        known = self._histories.get(document)
        if known is None or known.draft != draft:
            self._histories[document] = known = DraftHistory(draft)
        return known

    def _draft(self, sources: Sequence[BriefSource]) -> Draft:
        kept = self._keeper.draft(sources[0].document.sha256)
        if kept is not None:
            return kept
        settings = self._store.settings
        catalogue = make_catalogue(sources[:1], Template.ONE_PAGE)
        return new_draft(
            catalogue,
            author=settings.author,
            marking=settings.marking,
            page_size=PageSize(settings.page_size),
            logo=self._keeper.last_logo(),
        )

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

    def _remember(self, draft: Draft) -> None:
        if draft.logo != self._keeper.last_logo():
            self._keeper.keep_last_logo(draft.logo)
        self._store.save(
            replace(
                self._store.settings,
                author=draft.author,
                marking=draft.marking,
                page_size=draft.page_size.value,
            )
        )

    def _refused(self) -> None:
        self._services.messages.say(
            self.tr("The draft of this brief could not be saved."),
            self.tr("Check that {0} can be written.").format(self._services.briefs),
            Level.WARNING,
        )

    def _suggestion(self, plan: BriefPlan, form: Format) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._store.settings.brief_folder or documents or ".")
        stem = plan.source.file_name.rsplit(".", 1)[0] or "brief"
        return folder / f"{stem} - brief.{form.value}"


def _place(builder: QWidget, window: QWidget) -> None:
    """Put the builder over the window, as large as that, with its frame on the screen."""
    screen = window.screen().availableGeometry()
    builder.resize(window.size().boundedTo(screen.size() - FRAME))
    corner = screen.bottomRight() - QPoint(builder.width(), builder.height())
    left = max(min(window.x(), corner.x()), screen.left())
    builder.move(left, max(min(window.y(), corner.y() - FRAME.height()), screen.top()))


def _source_of(item: OpenDocument) -> BriefSource | None:
    if item.document is None or item.outline is None or item.document.wordless:
        return None
    return BriefSource(
        document=item.document.dated(item.published),
        outline=item.outline,
        curated=item.curated,
        notes=item.notes,
        file_name=item.path.name,
    )


def _notes(sources: Sequence[BriefSource], catalogue: Catalogue) -> list[Note]:
    used = {source.document.sha256 for source in catalogue.sources}
    return [item.note for source in sources if source.document.sha256 in used for item in source.notes]


def form_of(place: Path) -> Format:
    """Return the format that the ending of a file's name stands for."""
    ending = place.suffix.lower().removeprefix(".")
    return Format(ending) if ending in set(Format) else Format.PDF
