"""Outlines that the worker makes: told as they come, better ones after the first, and kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from deskbrief.document.codec import document_request, encode, outline_assembly
from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.opening import Means, Opening, ReadingListener


class Outlining:
    """One outline of a document in the making; `published` is the date of the document that it is made by.

    What was begun for a date that the reader has changed since is told and kept no more.
    """

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
        self._is_enough: Callable[[Outline], bool] = _always
        self._quiet = False

    def resolve(self, outline: Outline) -> None:
        """Have every date of `outline` worked out again, and told at once.

        Where wordings have a day now that none of its events has, the document is then read closely again:
        what it tells of that day was no event before. So it is where `outline` is one by rules alone.
        """
        self._is_enough = partial(_covers, outline)
        published = self._published

        def request() -> Request:
            return document_request(self._document, outline=encode(outline), published=published)

        self._start("resolve", request)

    def make(self) -> None:
        """Have the whole outline made."""
        self._start("outline", partial(document_request, self._document, published=self._published))

    def _start(self, task: str, request: Callable[[], Request]) -> None:
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
            if not self._quiet and self._is_wanted():
                self._listener.outlined(self._document, outline, False)

    def _progress(self, _: Job, progress: Progress) -> None:
        if not self._opening.cancelled:
            self._listener.progress(self._opening.path, progress)

    def _done(self, job: Job) -> None:
        if self._last is None:
            self._failed(job, BugError("the parts make no outline"))
            return
        if not self._is_wanted():
            return
        if not self._is_enough(self._last):
            self._start_anew()
            return
        self._listener.outlined(self._document, self._last, True)
        slices = self._means.library.put_outline_slices(self._document.sha256, self._last, self._published)
        self._means.write(slices, self._listener)

    def _start_anew(self) -> None:
        """Make the whole outline; what is shown meanwhile is better than one by rules."""
        self._is_enough, self._quiet = _always, True
        self._assembly, self._last = outline_assembly(), None
        self.make()

    def _is_wanted(self) -> bool:
        try:
            return self._means.library.published(self._document.sha256) == self._published
        except DeskbriefError:
            # A drive that is away: what was found is shown all the same, and writing it says so.
            return True

    def _failed(self, _: Job, error: DeskbriefError) -> None:
        if not self._opening.cancelled:
            self._listener.unrefined(self._document, self._fault or error)


def _always(_: Outline) -> bool:
    return True


def _covers(before: Outline, after: Outline) -> bool:
    """Tell whether the events of `after` are all that there can be: no other wording has found its day."""
    known = {time.start for time in before.times if _has_day(time.edtf)}
    told = {event.date.start for event in after.events}
    return bool(before.model) and all(
        time.start in known or time.start in told or time.is_vague or not _has_day(time.edtf)
        for time in after.times
    )


def _has_day(edtf: str) -> bool:
    return bool(edtf) and "XXXX" not in edtf
