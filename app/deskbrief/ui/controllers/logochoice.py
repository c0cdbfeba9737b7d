"""A picture that the reader chooses as the logo of a brief; the worker makes the logo of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.plan import Logo
from deskbrief.document.tasks import Part
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.services.logos import logo_in, logo_request
from deskbrief.ui.parts import Chooser


class LogoChoice(QObject):
    """`chosen` carries a logo, `failed` the error why a picture is none."""

    chosen = Signal(Logo)
    failed = Signal(object)

    def __init__(self, runner: Runner, chooser: Chooser, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._chooser = chooser

    def ask(self) -> None:
        """Ask for a picture and let the worker make a logo of it."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        path = self._chooser.picture_to_use(Path(pictures or "."))
        if path is None:
            return
        parts: list[Part] = []
        self._runner.submit(
            "logo",
            partial(logo_request, path),
            Listener(
                part=lambda _, part: parts.append(part),
                restarted=lambda _: parts.clear(),
                done=partial(self._done, parts, path.name),
                failed=self._refused,
            ),
        )

    def _done(self, parts: list[Part], name: str, _: Job) -> None:
        self.chosen.emit(logo_in(parts, name))

    def _refused(self, _: Job, error: DeskbriefError) -> None:
        self.failed.emit(error)
