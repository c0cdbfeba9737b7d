"""Outlines that the worker makes: told as they come, better ones after the first, and kept."""

from __future__ import annotations

from collections.abc import Callable

from deskbrief.document.codec import outline_assembly
from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.opening import Means, Opening, ReadingListener


class Outlining:
    """One outline of a document in the making; `published` is the date of the document that it is made by."""

    def __init__(
        self, means: Means, opening: Opening, document: Document, published: str, listener: ReadingListener
    ) -> None:
        self._means = means
        self._opening = opening
        self._document = document
        self._published = published
        self._listener = listener
        self._assembly = outline_assembly()
        self._last: Outline | None = None
        self._fault: DeskbriefError | None = None

    def start(self, task: str, request: Callable[[], Request]) -> None:
        """Hand in the work."""
        listener = Listener(part=self._part, progress=self._progress, done=self._done, failed=self._failed)
        self._means.keep(self._opening, self._means.runner.submit(task, request, listener))

    def _part(self, job: Job, part: Part) -> None:
        try:
            outline = self._assembly.add(part)
        except DeskbriefError as error:
            self._fault = error
            job.cancel()
            return
        if outline is not None:
            self._last = outline
            self._listener.outlined(self._document, outline, False)

    def _progress(self, _: Job, progress: Progress) -> None:
        if not self._opening.cancelled:
            self._listener.progress(self._opening.path, progress)

    def _done(self, job: Job) -> None:
        if self._last is None:
            self._failed(job, BugError("the parts make no outline"))
            return
        self._listener.outlined(self._document, self._last, True)
        slices = self._means.library.put_outline_slices(self._document.sha256, self._last, self._published)
        self._means.write(slices, self._listener)

    def _failed(self, _: Job, error: DeskbriefError) -> None:
        if not self._opening.cancelled:
            self._listener.unrefined(self._document, self._fault or error)
