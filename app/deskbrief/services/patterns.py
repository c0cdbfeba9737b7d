"""Looking for a reader's regular expression in the worker, where it can be stopped."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from deskbrief.document.errors import CancelledError, DeskbriefError
from deskbrief.document.query import Query
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Part, Request
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner


@dataclass(frozen=True, slots=True)
class Told:
    """What to call as hits come in.

    `hits` gets starts and ends in turn, in code points; `again` says that all hits so far are void and will
    come anew; `ended` is the last, with an error or None.
    """

    hits: Callable[[array[int]], None]
    again: Callable[[], None]
    ended: Callable[[DeskbriefError | None], None]


class PatternSearch:
    """Runs one pattern at a time over a text, in the worker of `runner`."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._job: Job | None = None

    def start(self, text: str, query: Query, told: Told) -> None:
        """Look for the pattern `query` in `text`; what was looked for before is forgotten."""
        self.stop()

        def request() -> Request:
            data = {"pattern": query.words, "case": query.case, "whole": query.whole}
            return Request(data, text.encode(errors="surrogatepass"))

        def part(job: Job, part: Part) -> None:
            if job is self._job:
                places = array("I")
                places.frombytes(part.blob)
                told.hits(places)

        def restarted(job: Job) -> None:
            if job is self._job:
                told.again()

        def done(job: Job) -> None:
            if job is self._job:
                told.ended(None)

        def failed(job: Job, error: DeskbriefError) -> None:
            if job is self._job and not isinstance(error, CancelledError):
                told.ended(error)

        listener = Listener(part=part, restarted=restarted, done=done, failed=failed)
        self._job = self._runner.submit("match", request, listener)

    def stop(self) -> None:
        """Forget what is looked for."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
