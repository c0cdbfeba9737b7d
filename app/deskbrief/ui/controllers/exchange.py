"""Notes out to files of other programs, and in from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskbrief.document.changes import Change
from deskbrief.document.errors import DeskbriefError
from deskbrief.services.aside import beside_library
from deskbrief.services.importing import ImportPlan, carry_out, take_back
from deskbrief.services.messages import Level, Message
from deskbrief.services.note_export import ENDINGS, Exported, Wanted, export
from deskbrief.services.note_imports import NoteImport
from deskbrief.services.titles import document_title
from deskbrief.services.writing import export_whole
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.parts import Chooser, Parts, Services, Store
from deskbrief.ui.words import numbered, percent

if TYPE_CHECKING:
    from deskbrief.ui.dialogs.progress import ProgressDialog


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
        #: Where notes were saved or looked for last.
        self._folder: Path | None = None
        self._under_way: NoteImport | None = None
        self._progress: ProgressDialog | None = None

    def ask_export(self, chosen: Sequence[str] = ()) -> None:
        """Ask which notes are to go out, in which form and where to; those `chosen` are offered first."""
        from deskbrief.ui.dialogs.export_notes import ExportDialog
        from deskbrief.ui.notes.roles import names_in

        self._parts.side.flush()
        front = self._parts.desk.front
        document = front.document.sha256 if front and front.document else ""
        tags = sorted({tag for one in (front.notes if front else ()) for tag in one.note.tags})
        names = names_in(self._store.settings.role_names)
        dialog = ExportDialog(document, tags, self._parts.window, names, chosen)
        wished = (dialog.wanted(), dialog.form()) if dialog.exec() else None
        dialog.deleteLater()
        if wished is not None:
            self.export(*wished)

    def export(self, wanted: Wanted, form: str) -> None:
        """Ask where, and write the notes that are asked for."""
        front = self._parts.desk.front
        stem = front.path.stem if front and wanted.documents else "deskbrief"
        suggestion = self._begin() / f"{stem} - notes{ENDINGS[form]}"
        place = self._chooser.place_for_notes(suggestion, ENDINGS[form])
        if place is not None:
            self._folder = place.parent
            self._parts.status.show_work(self.tr("Writing notes …"))
            finish = partial(self._finish, place)
            write = partial(export, wanted=wanted, form=form)
            beside_library(self._services.data, write, finish, self._services.post)

    def _begin(self) -> Path:
        from deskbrief.ui.controllers.folders import folder_to_save

        front = self._parts.desk.front
        return folder_to_save(self._folder or "", [front.path] if front else [])

    def _finish(self, place: Path, made: Exported | DeskbriefError) -> None:
        self._parts.status.show_work("")
        if isinstance(made, DeskbriefError):
            self._services.messages.report(made)
            return
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
        paths = self._chooser.notes_to_import(self._begin())
        if paths:
            self._folder = paths[0].parent
            self.plan(paths)

    def plan(self, paths: list[Path], target: str = "") -> None:
        """Work out what importing `paths` would do, and show it.

        Notes on no known document are taken to be on `target`.
        """
        self._parts.side.flush()
        self._stop()
        self._parts.status.show_work(self.tr("Reading notes …"))
        from deskbrief.ui.dialogs.progress import ProgressDialog

        dialog = self._progress = ProgressDialog(self.tr("Reading notes …"), self._parts.window)
        dialog.stopped.connect(self._stop)
        dialog.begin()
        work = self._under_way = NoteImport(
            self._services.library,
            self._services.runner,
            self._later,
            self._show,
            self._failed,
            self._progressed,
        )
        self._again = paths
        work.start(paths, target)

    def _progressed(self, share: float) -> None:
        # Before the first step is done there is nothing to measure.
        far = f" {percent(share)}" if 0.01 <= share < 1 else ""
        self._parts.status.show_work(self.tr("Reading notes …") + far)
        if self._progress is not None:
            self._progress.progress(share)

    def _stop(self) -> None:
        """End the reading that is under way, if one is; nothing was written yet."""
        if self._under_way is not None:
            self._under_way.cancel()
            self._read()

    def _read(self) -> None:
        """Nothing is being read any more."""
        self._under_way = None
        self._parts.status.show_work("")
        dialog, self._progress = self._progress, None
        if dialog is not None:
            dialog.end()

    def _show(self, plan: ImportPlan) -> None:
        """Show the plan, and carry it out when the reader says so."""
        from deskbrief.ui.dialogs.import_notes import ImportDialog

        self._read()
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
        """Take in what `plan` says, beside the window: thousands of notes take a moment."""
        self._parts.status.show_work(self.tr("Taking notes in …"))
        done = partial(self._taken_in, plan, overwrite=overwrite)
        take = partial(carry_out, plan=plan, overwrite=overwrite)
        beside_library(self._services.data, take, done, self._services.post)

    def _taken_in(self, plan: ImportPlan, done: list[Change] | DeskbriefError, *, overwrite: bool) -> None:
        self._parts.status.show_work("")
        if isinstance(done, DeskbriefError):
            self._services.messages.report(done)
            return
        self._documents.refresh_all()
        notes = plan.taken(overwrite=overwrite)
        count = len(notes)
        front = self._parts.desk.front
        here = front.document.sha256 if front and front.document else ""
        mine = sum(note.document == here for note in notes)
        waiting = {one.document for one in plan.awaited(overwrite=overwrite)}
        wait = sum(note.document in waiting for note in notes)
        more = (
            self.tr("{0} on this document.").format(mine) if here else "",
            numbered(
                wait,
                self.tr("1 waits for a document that is not here yet."),
                self.tr("{0} wait for documents that are not here yet."),
            )
            if wait
            else "",
        )
        words = numbered(count, self.tr("1 note was taken in."), self.tr("{0} notes were taken in."))
        undo = self.tr("{0} takes them away again.").format(self._parts.actions.spoken("undo"))
        told = " ".join(filter(None, (words, *more)))
        if mine == count:
            self._services.messages.say(told, undo, Level.INFO)
        else:
            # Undo is by document: of those that are not in front this is the way.
            away = partial(self._take_back, tuple(done))
            self._parts.notice.show_message(Message(Level.INFO, told), self.tr("Take them away again"), away)
        self.imported.emit(count)

    def _take_back(self, done: tuple[Change, ...]) -> None:
        """Take away what was taken in, in each document in which it was the last act."""
        self._parts.status.show_work(self.tr("Taking notes away …"))
        taken = partial(take_back, done=done)
        beside_library(self._services.data, taken, self._taken_back, self._services.post)

    def _taken_back(self, left: int | DeskbriefError) -> None:
        self._parts.status.show_work("")
        if isinstance(left, DeskbriefError):
            self._services.messages.report(left)
            return
        self._documents.refresh_all()
        words = self.tr("The notes were taken away again.")
        more = numbered(
            left,
            self.tr("In 1 document something was done since: undo it there."),
            self.tr("In {0} documents something was done since: undo it there."),
        )
        self._services.messages.say(words, more if left else "", Level.INFO)

    def _failed(self, error: DeskbriefError) -> None:
        self._read()
        self._services.messages.report(error)

    def _later(self, call: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, call)
