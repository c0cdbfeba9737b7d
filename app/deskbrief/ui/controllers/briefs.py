"""Exporting a brief from the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from deskbrief.document.errors import DeskbriefError, ExportError
from deskbrief.document.plan import BriefPlan, PageSize
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.briefing import Brief, render_request, rendered
from deskbrief.services.messages import Level, Message
from deskbrief.services.notetaking import PlacedNote
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.titles import document_title
from deskbrief.services.writing import export_whole, refuse_sources
from deskbrief.ui.parts import Chooser, Parts, Services, Store


class Briefs(QObject):
    """`exported` carries the path of a finished brief."""

    exported = Signal(object)

    def __init__(self, parts: Parts, services: Services, store: Store, chooser: Chooser) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._chooser = chooser
        self._options: dict[str, BriefOptions] = {}
        self._last = Path()

    def ask(self) -> None:
        """Ask for title, author and the like, then for a place, and export."""
        source = self._source()
        if source is None:
            return
        best = source.outline.key_sentences[:1]
        offered = f"“{' '.join(source.document.quote(best[0]).split())}”" if best else ""
        from deskbrief.ui.dialogs.brief import BriefDialog

        dialog = BriefDialog(self._start_options(source), offered, self._contents(source), self._parts.window)
        if dialog.exec() == dialog.DialogCode.Accepted:
            options = dialog.options()
            self._remember(source, options)
            self.export(options)
        dialog.deleteLater()

    def export_now(self) -> None:
        """Export with what was said last, asking only for the place."""
        source = self._source()
        if source is not None:
            self.export(replace(self._start_options(source), prepared=_today()))

    def export(self, options: BriefOptions) -> None:
        """Ask where, then make the brief of the front document."""
        source = self._source()
        if source is None:
            return
        place = self._chooser.place_for(self._suggestion(source))
        if place is not None and self._may_be_written(place):
            self._store.save(replace(self._store.settings, brief_folder=str(place.parent)))
            self._render(make_plan(source, options), place)

    def _may_be_written(self, place: Path) -> bool:
        """Tell whether no open document would be lost at `place`; say so when one would."""
        try:
            refuse_sources(place, [item.path for item in self._parts.desk.documents])
        except ExportError as error:
            self._services.messages.report(error)
            return False
        return True

    def _render(self, plan: BriefPlan, place: Path) -> None:
        parts: list[Part] = []

        def restarted(_: Job) -> None:
            parts.clear()

        def done(_: Job) -> None:
            self._parts.status.show_work("")
            self._finish(plan, parts, place)

        def failed(_: Job, error: DeskbriefError) -> None:
            self._parts.status.show_work("")
            self._services.messages.report(error)

        self._parts.status.show_work(self.tr("Making the brief …"))
        self._services.runner.submit(
            "render",
            render_request(plan, [item.note for item in self._notes()]),
            Listener(
                part=lambda _, part: parts.append(part),
                progress=self._progress,
                restarted=restarted,
                done=done,
                failed=failed,
            ),
        )

    def _notes(self) -> tuple[PlacedNote, ...]:
        front = self._parts.desk.front
        return front.notes if front else ()

    def _progress(self, _: Job, progress: Progress) -> None:
        self._parts.status.show_work(f"{progress.label or self.tr('Making the brief')} …")

    def _finish(self, plan: BriefPlan, parts: list[Part], place: Path) -> None:
        try:
            brief = rendered(parts, plan)
            export_whole(place, brief.data)
        except ExportError as error:
            self._services.messages.report(error)
            return
        self._last = place
        self._tell(brief, place)
        self.exported.emit(place)

    def _tell(self, brief: Brief, place: Path) -> None:
        words = self.tr("Brief saved as {0}: {1}.").format(place.name, brief.verified)
        message = Message(Level.INFO, " ".join((words, *brief.remarks)))
        self._parts.notice.show_message(message, self.tr("Open it"), self._open_last)

    def _open_last(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))

    def _source(self) -> BriefSource | None:
        item = self._parts.desk.front
        if item is None or item.document is None or item.outline is None:
            self._services.messages.say(self.tr("There is nothing to make a brief of yet."))
            return None
        self._parts.side.flush()
        return BriefSource(
            document=item.document.dated(item.published),
            outline=item.outline,
            curated=item.curated,
            notes=item.notes,
            file_name=item.path.name,
        )

    def _start_options(self, source: BriefSource) -> BriefOptions:
        known = self._options.get(source.document.sha256)
        if known is not None:
            return known
        settings = self._store.settings
        return BriefOptions(
            prepared=_today(),
            title=document_title(source.document, source.file_name),
            author=settings.author,
            marking=settings.marking,
            page_size=PageSize(settings.page_size),
        )

    def _remember(self, source: BriefSource, options: BriefOptions) -> None:
        self._options[source.document.sha256] = options
        self._store.save(
            replace(
                self._store.settings,
                author=options.author,
                marking=options.marking,
                page_size=options.page_size.value,
            )
        )

    def _suggestion(self, source: BriefSource) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._store.settings.brief_folder or documents or ".")
        stem = source.file_name.rsplit(".", 1)[0] or "brief"
        return folder / f"{stem} - brief.pdf"

    def _contents(self, source: BriefSource) -> str:
        return self.tr("Events: {0} · Recommendations: {1} · Notes: {2}").format(
            len(source.curated.kept_events()), len(source.curated.kept_recommendations()), len(source.notes)
        )


def _today() -> str:
    return QDate.currentDate().toString("yyyy-MM-dd")
