"""A brief on its way out of the window: made by the worker, written to its place, or printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from deskbrief.document.errors import DeskbriefError, ExportError
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, Format
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.briefing import Brief, render_request, rendered
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.writing import export_whole, refuse_sources
from deskbrief.ui.notices import Notice
from deskbrief.ui.parts import Chooser, Parts, Services, Store

if TYPE_CHECKING:
    from deskbrief.ui.printing import Printing


class BriefExport(QObject):
    """Asks for the place, has the brief made, and says what came of it; `exported` carries the path.

    `report` tells of an error where the reader is; `notice`, wherever it is taken, returns the strip above
    what the reader looks at, which may have changed by the time a brief is made.
    """

    exported = Signal(object)

    def __init__(
        self,
        parts: Parts,
        services: Services,
        store: Store,
        chooser: Chooser,
        report: Callable[[DeskbriefError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._services = services
        self._store = store
        self._chooser = chooser
        self._report = report
        self._last = Path()
        self.printing: Printing | None = None

    def last_form(self) -> Format:
        """Return the format in which a brief was exported last."""
        return form_of(Path(f"brief.{self._store.settings.brief_format}"))

    def export(
        self,
        plan: BriefPlan,
        notes: Sequence[Note],
        notice: Callable[[], Notice],
        form: Format,
        named: Sequence[str] = (),
    ) -> None:
        """Ask for the place of a brief, make it and write it there.

        What a PDF cannot show is named first, and nothing is written until the reader wants it so; what
        the reader was told before, `named`, is not told again.
        """
        place = self._chooser.place_for(self._suggestion(plan, form))
        if place is None:
            return
        again = partial(self.export, plan, notes, notice, form, named)
        notice().dismiss()
        if not self._may_be_written(place, notice, again):
            return
        other = partial(self.export, plan, notes, notice, Format.DOCX)
        write = partial(self._finish, place, notice, again)
        then = partial(self._name_first, tuple(named), notice, other, write)
        self._render(plan, notes, then, form_of(place))

    def print(self, plan: BriefPlan, notes: Sequence[Note], notice: Callable[[], Notice]) -> None:
        """Make a brief and print it, with a preview above the window that holds the strip of messages."""
        other = partial(self.export, plan, notes, notice, Format.DOCX)
        self._render(plan, notes, partial(self._start_printing, notice, other))

    def _name_first(
        self,
        named: tuple[str, ...],
        notice: Callable[[], Notice],
        other: Callable[[], None],
        write: Callable[[Brief], None],
        brief: Brief,
    ) -> None:
        """Write a brief, unless the reader has to be told first what it does not show as it is."""
        if not set(brief.undrawn) - set(named):
            write(brief)
            return
        step = self.tr("Nothing is saved yet; a Word document or a web page shows them as they are.")
        message = Message(Level.WARNING, " ".join(brief.undrawn), step)
        notice().show_message(message, self.tr("Export as Word…"), other)
        notice().offer(self.tr("Save the PDF all the same"), partial(write, brief))

    def _may_be_written(self, place: Path, notice: Callable[[], Notice], again: Callable[[], None]) -> bool:
        """Tell whether no open document would be lost at `place`; say so when one would."""
        try:
            refuse_sources(place, [item.path for item in self._parts.desk.documents])
        except ExportError as error:
            self._refuse_place(error, notice, again)
            return False
        return True

    def _refuse_place(
        self, error: ExportError, notice: Callable[[], Notice], again: Callable[[], None]
    ) -> None:
        """Say what is wrong with a place, and offer to choose another."""
        notice().show_message(message_for(error), self.tr("Choose another place…"), again)

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

    def _finish(
        self, place: Path, notice: Callable[[], Notice], again: Callable[[], None], brief: Brief
    ) -> None:
        try:
            export_whole(place, brief.data)
        except ExportError as error:
            self._refuse_place(error, notice, again)
            return
        self._last = place
        # Only a place that took the file is offered again.
        form = form_of(place).value
        self._store.save(replace(self._store.settings, brief_folder=str(place.parent), brief_format=form))
        self._tell(brief, place, notice())
        self.exported.emit(place)

    def _tell(self, brief: Brief, place: Path, notice: Notice) -> None:
        words = self.tr("Brief saved as {0}: {1}.").format(place.name, brief.verified)
        message = Message(Level.INFO, " ".join((words, *brief.undrawn, *brief.remarks)))
        notice.show_message(message, self.tr("Open"), self._open_last)
        notice.offer(self.tr("Show in folder"), self._show_last)

    def _open_last(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))

    def _show_last(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

    def _start_printing(self, notice: Callable[[], Notice], other: Callable[[], None], brief: Brief) -> None:
        from deskbrief.ui.printing import Printing

        if brief.undrawn:
            message = Message(Level.WARNING, " ".join(brief.undrawn))
            notice().show_message(message, self.tr("Export as Word…"), other)
        window = notice().window()
        self.printing = Printing(
            self._services.runner, self._services.messages, brief.data, brief.pages, window
        )
        self.printing.ended.connect(self.printing.deleteLater)
        self.printing.start()

    def _suggestion(self, plan: BriefPlan, form: Format) -> Path:
        from deskbrief.ui.controllers.folders import folder_to_save

        sources = (item.path for item in self._parts.desk.documents if item.is_of(plan.source.sha256))
        folder = folder_to_save(self._store.settings.brief_folder, sources)
        stem = plan.source.file_name.rsplit(".", 1)[0] or "brief"
        return folder / f"{stem} - brief.{form.value}"


def form_of(place: Path) -> Format:
    """Return the format that the ending of a file's name stands for."""
    ending = place.suffix.lower().removeprefix(".")
    return Format(ending) if ending in set(Format) else Format.PDF
