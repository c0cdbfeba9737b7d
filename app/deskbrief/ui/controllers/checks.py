"""Checking a brief against the documents that are open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from deskbrief.document.codec import join_document
from deskbrief.document.errors import DeskbriefError, SourceError
from deskbrief.document.model import Document
from deskbrief.document.plan import BriefPlan
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.checking import check, enclosure_of, matched
from deskbrief.services.sources import bare_request, read_request
from deskbrief.ui.appearance import Appearance
from deskbrief.ui.dialogs.check import CheckDialog
from deskbrief.ui.parts import Chooser, Parts, Services


class Checks(QObject):
    """`shown` carries the window that shows a check; `passage_requested` a document's hash and a passage."""

    shown = Signal(object)
    passage_requested = Signal(str, Span)
    _checked = Signal(object, object, object)
    _faulty = Signal(object)

    def __init__(self, parts: Parts, services: Services, chooser: Chooser) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._chooser = chooser
        self._appearance: Appearance | None = None
        self._dialog: CheckDialog | None = None
        self._checked.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._faulty.connect(services.messages.report, Qt.ConnectionType.QueuedConnection)

    def follow_theme(self, appearance: Appearance) -> None:
        """Show checks in the theme of `appearance`."""
        self._appearance = appearance
        appearance.changed.connect(self._dress)

    def close(self) -> None:
        """Close the check that is shown."""
        if self._dialog is not None:
            self._dialog.close()

    def ask(self) -> None:
        """Ask for a brief, and show what became of its quotes in the open documents."""
        documents = self._documents()
        if not documents:
            self._services.messages.say(
                self.tr("There is nothing to check a brief against."), self.tr("Open its source first.")
            )
            return
        front = self._parts.desk.front
        path = self._chooser.brief_to_check(front.path.parent if front else Path.home())
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Show what became of the quotes of the brief at `path`."""
        parts: list[Part] = []

        def done(_: Job) -> None:
            self._parts.status.show_work("")
            self._compare(parts)

        def failed(_: Job, error: DeskbriefError) -> None:
            self._parts.status.show_work("")
            self._services.messages.report(error)

        self._parts.status.show_work(self.tr("Checking the brief …"))
        listener = Listener(
            part=lambda _, part: parts.append(part),
            restarted=lambda _: parts.clear(),
            done=done,
            failed=failed,
        )
        self._services.runner.submit("enclosed", partial(bare_request, path), listener)

    def _documents(self) -> list[Document]:
        """Return the open documents, that in front first."""
        front = self._parts.desk.front
        items = sorted(self._parts.desk.documents, key=lambda item: item is not front)
        return [item.document for item in items if item.document is not None]

    def _compare(self, parts: list[Part]) -> None:
        try:
            plan = enclosure_of(parts).plan
        except SourceError as error:
            self._services.messages.report(error)
            return
        if not plan.references:
            self._services.messages.say(self.tr("This brief quotes nothing."))
            return
        self._renew(plan, matched(plan, self._documents()), {})

    def _renew(self, plan: BriefPlan, sources: dict[int, Document], anew: dict[int, Document]) -> None:
        """Check, once the sources whose files have changed since they were opened are read `anew`."""
        position = next((at for at in sources if at not in anew and self._has_changed(sources[at])), None)
        if position is None:
            # A long text in which much has changed takes its time to be looked through.
            Thread(target=partial(self._work, plan, sources, anew), name="check", daemon=True).start()
            return
        item = next(one for one in self._parts.desk.documents if one.document is sources[position])
        parts: list[Part] = []

        def done(_: Job) -> None:
            self._renew(plan, sources, {**anew, position: join_document(parts)})

        listener = Listener(
            part=lambda _, part: parts.append(part),
            restarted=lambda _: parts.clear(),
            done=done,
            failed=lambda _, error: self._services.messages.report(error),
        )
        self._services.runner.submit("read", partial(read_request, item.path), listener)

    def _has_changed(self, document: Document) -> bool:
        item = next((one for one in self._parts.desk.documents if one.document is document), None)
        return bool(item and item.opening and self._services.reading.has_changed(item.opening))

    def _work(self, plan: BriefPlan, sources: dict[int, Document], anew: dict[int, Document]) -> None:
        now = {**sources, **anew}
        try:
            self._checked.emit(plan, check(plan, now), (now, frozenset(anew)))
        except DeskbriefError as error:
            self._faulty.emit(error)

    def _show(
        self,
        plan: BriefPlan,
        checked: tuple[object, ...],
        against: tuple[dict[int, Document], frozenset[int]],
    ) -> None:
        self.close()
        sources, anew = against
        dialog = CheckDialog(plan, checked, sources, self._parts.window, anew)  # type: ignore[arg-type]
        self._dialog = dialog
        self._dress()
        dialog.passage_wanted.connect(self.passage_requested)
        dialog.destroyed.connect(self._forget)
        dialog.show()
        self.shown.emit(dialog)

    def _dress(self) -> None:
        if self._dialog is not None and self._appearance is not None:
            self._dialog.set_theme(self._appearance.theme)

    def _forget(self) -> None:
        self._dialog = None
