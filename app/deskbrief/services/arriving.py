"""Documents that are read from their files: through the worker, into the library, and open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deskbrief.document.codec import PREVIEW, document_assembly
from deskbrief.document.errors import BugError, DeskbriefError, LibraryError
from deskbrief.document.model import Document
from deskbrief.document.tasks import Part, Progress
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.carrying import tell_edition
from deskbrief.services.editions import take_over
from deskbrief.services.opening import Means, Opening, ReadingListener
from deskbrief.services.sources import read_request

Opened = Callable[[Opening, Document, ReadingListener], None]


class Arrival:
    """One reading of a file, put together from what the worker sends."""

    def __init__(self, opening: Opening, listener: ReadingListener, come: Callable[[Document], None]) -> None:
        self._opening = opening
        self._listener = listener
        self._come = come
        self._assembly = document_assembly()
        self._whole: list[Document] = []
        self._previews = 0
        self._fault: DeskbriefError | None = None

    def part(self, job: Job, part: Part) -> None:
        """Take a part; one that makes no document ends the job, as a hostile file may have sent it."""
        self._previews += part.name == PREVIEW
        try:
            document = self._assembly.add(part)
        except DeskbriefError as error:
            self._fault = error
            job.cancel()
            return
        if document is None:
            return
        if self._previews > len(self._whole):
            self._listener.previewed(self._opening.path, document)
        self._whole.append(document)

    def progress(self, _: Job, progress: Progress) -> None:
        """Hand progress on."""
        if not self._opening.cancelled:
            self._listener.progress(self._opening.path, progress)

    def done(self, job: Job) -> None:
        """Hand the document on."""
        if self._whole:
            self._come(self._whole[-1])
        else:
            self.failed(job, BugError("the parts make no document"))

    def failed(self, _: Job, error: DeskbriefError) -> None:
        """Tell of the end."""
        if not self._opening.cancelled:
            self._listener.failed(self._opening.path, self._fault or error)


class Arriving:
    """Reads files; `opened` is handed each document that has come in."""

    def __init__(self, means: Means, opened: Opened) -> None:
        self._means = means
        self._opened = opened

    def read(self, opening: Opening, listener: ReadingListener, take_in: Sequence[str] | None = None) -> None:
        """Read the file; without a choice of `take_in`, the one that was made for the document counts."""

        def come(document: Document) -> None:
            wanted = self._wanted(document, listener) if take_in is None else ()
            if wanted and not opening.cancelled:
                self.read(opening, listener, wanted)
                return
            self._come_in(opening, document, listener)

        arrival = Arrival(opening, listener, come)
        job = self._means.runner.submit(
            "read",
            lambda: read_request(opening.path, take_in or ()),
            Listener(part=arrival.part, progress=arrival.progress, done=arrival.done, failed=arrival.failed),
        )
        self._means.keep(opening, job)

    def _come_in(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Take a document that was just read: notes on the very same text are there at once."""
        library, attempt = self._means.library, self._means.attempt
        last: list[str | None] = []
        known: list[object] = []
        attempt(listener, lambda: last.append(library.last_at(str(opening.path))))
        attempt(listener, lambda: known.extend(library.paths(document.sha256)))
        if library.writable:
            attempt(listener, lambda: take_over(library, document))
        self._opened(opening, document, listener)
        self._store(opening, document, listener)
        earlier = next(iter(last), None) or ""
        if not known:
            # One that was here before is no new edition, wherever its file lies now.
            self._means.post(lambda: self._tell_edition(opening, document, earlier, listener))
        self._means.post(lambda: self._take_waiting(opening, document, listener))

    def _tell_edition(
        self, opening: Opening, document: Document, last: str, listener: ReadingListener
    ) -> None:
        library = self._means.library
        if not opening.cancelled and library.writable:
            self._means.attempt(listener, lambda: tell_edition(library, document, last, listener))

    def _take_waiting(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        if not opening.cancelled and self._means.library.writable:
            from deskbrief.services.awaiting import take_waiting

            self._means.attempt(listener, lambda: take_waiting(self._means, opening, document, listener))

    def _wanted(self, document: Document, listener: ReadingListener) -> tuple[str, ...]:
        """Return what the reader wants in the text of `document` although it would be left out."""
        if not any(part.optional for part in document.coverage.left_out):
            return ()
        try:
            return self._means.library.taken_in(document.sha256)
        except LibraryError as error:
            listener.trouble(error)
            return ()

    def _store(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Keep the document; a library that refuses is told, and the reading goes on."""
        slices = self._means.library.put_document_slices(
            document, path=str(opening.path), size=opening.size, mtime_ns=opening.mtime_ns
        )
        self._means.write(slices, listener)
