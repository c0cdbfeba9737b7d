"""Notes out to files of other programs, and in from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.steps import Steps
from deskbrief.services.importing import ImportPlan, carry_out
from deskbrief.services.messages import Level
from deskbrief.services.note_export import ENDINGS, Exported, Wanted, export_steps
from deskbrief.services.note_imports import NoteImport
from deskbrief.services.titles import document_title
from deskbrief.services.writing import export_whole
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.parts import Chooser, Parts, Services, Store
from deskbrief.ui.words import numbered

#: So long is worked on an export in one go.
SLICE_SECONDS = 0.006


class Exchange(QObject):
    """`exported` carries the path of a finished file, `imported` how many notes came in."""

    exported = Signal(object)
    imported = Signal(int)
    planned = Signal(object)

    def __init__(
        self, parts: Parts, services: Services, store: Store, documents: Documents, chooser: Chooser
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._documents = documents
        self._chooser = chooser
        self._folder = Path.home()
        self._under_way: NoteImport | None = None

    def ask_export(self) -> None:
        """Ask which notes are to go out in which form, and where to."""
        from deskbrief.ui.dialogs.export_notes import ExportDialog
        from deskbrief.ui.notes.roles import names_in

        self._parts.side.flush()
        front = self._parts.desk.front
        document = front.document.sha256 if front and front.document else ""
        tags = sorted({tag for one in (front.notes if front else ()) for tag in one.note.tags})
        names = names_in(self._store.settings.role_names)
        dialog = ExportDialog(document, tags, self._parts.window, names)
        wished = (dialog.wanted(), dialog.form()) if dialog.exec() else None
        dialog.deleteLater()
        if wished is not None:
            self.export(*wished)

    def export(self, wanted: Wanted, form: str) -> None:
        """Ask where, and write the notes that are asked for."""
        front = self._parts.desk.front
        stem = front.path.stem if front and wanted.documents else "deskbrief"
        suggestion = self._folder / f"{stem} - notes{ENDINGS[form]}"
        place = self._chooser.place_for_notes(suggestion, ENDINGS[form])
        if place is not None:
            self._folder = place.parent
            self._write(export_steps(self._services.library, wanted, form), place)

    def _write(self, work: Steps[Exported], place: Path) -> None:
        """Do the steps of an export between other events, and write the file in the end."""

        def step() -> None:
            end = perf_counter() + SLICE_SECONDS
            try:
                while perf_counter() < end:
                    next(work)
            except StopIteration as whole:
                self._finish(whole.value, place)
            except DeskbriefError as error:
                self._services.messages.report(error)
            else:
                self._later(step)

        step()

    def _finish(self, made: Exported, place: Path) -> None:
        if not made.notes:
            self._services.messages.say(self.tr("There are no such notes, so nothing was written."))
            return
        try:
            export_whole(place, made.data, [item.path for item in self._parts.desk.documents])
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self._services.messages.say(
            numbered(
                made.notes, self.tr("1 note saved as {0}."), self.tr("{0} notes saved as {{0}}.")
            ).format(place.name)
        )
        self.exported.emit(place)

    def ask_import(self) -> None:
        """Ask for files with notes, and show what importing them would do."""
        paths = self._chooser.notes_to_import(self._folder)
        if paths:
            self._folder = paths[0].parent
            self.plan(paths)

    def plan(self, paths: list[Path], target: str = "") -> None:
        """Work out what importing `paths` would do, and show it.

        Notes on no known document are taken to be on `target`.
        """
        self._parts.side.flush()
        self._parts.status.show_work(self.tr("Reading notes …"))
        work = self._under_way = NoteImport(
            self._services.library, self._services.runner, self._later, self._show, self._failed
        )
        self._again = paths
        work.start(paths, target)

    def _show(self, plan: ImportPlan) -> None:
        """Show the plan, and carry it out when the reader says so."""
        from deskbrief.ui.dialogs.import_notes import ImportDialog

        self._parts.status.show_work("")
        front = self._parts.desk.front
        here = front.document if front else None
        title = document_title(here, front.path.name) if front and here else ""
        dialog = ImportDialog(plan, title, self._parts.window)
        self.planned.emit(dialog)
        agreed = bool(dialog.exec())
        overwrite, is_for_front = dialog.overwrite(), dialog.is_for_front()
        dialog.deleteLater()
        if is_for_front and here is not None:
            self._later(lambda: self.plan(self._again, here.sha256))
        elif agreed:
            self.carry_out(plan, overwrite=overwrite)

    def carry_out(self, plan: ImportPlan, *, overwrite: bool) -> None:
        """Take in what `plan` says."""
        try:
            carry_out(self._services.library, plan, overwrite=overwrite)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return
        self._documents.refresh_all()
        count = len(plan.taken(overwrite=overwrite))
        front = self._parts.desk.front
        here = front.document.sha256 if front and front.document else ""
        mine = sum(note.document == here for note in plan.taken(overwrite=overwrite))
        words = numbered(count, self.tr("1 note was taken in,"), self.tr("{0} notes were taken in,"))
        words += " " + self.tr("{0} on this document.").format(mine)
        undo = self.tr("{0} takes them away again.").format(self._parts.actions.spoken("undo"))
        self._services.messages.say(words, undo if mine else "", Level.INFO)
        self.imported.emit(count)

    def _failed(self, error: DeskbriefError) -> None:
        self._parts.status.show_work("")
        self._services.messages.report(error)

    def _later(self, call: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, call)
