"""Opening a document and getting its outline: from the library when it is known, else through the worker.

Everything here runs on the thread that owns the library, and in short steps: the runner's callbacks are
posted to that thread, and a stored document is put together part by part between other events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from deskbrief.document.changes import Change
from deskbrief.document.codec import PREVIEW, document_assembly, document_request, encode, outline_assembly
from deskbrief.document.errors import CancelledError, DeskbriefError, LibraryError, SourceError
from deskbrief.document.model import Document
from deskbrief.document.outline import RULES, Outline
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.sources import check_source, read_request

if TYPE_CHECKING:
    from deskbrief.services.editions import Carried, Edition

Post = Callable[[Callable[[], None]], None]
S = TypeVar("S")


def _unheard(*_: object) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingListener:
    """What to call as a document is opened and analysed.

    `previewed` comes with a part of a long document, which can be read but not worked on yet: its beginning,
    or what lies around the place where the reader was.
    `pictured` comes with the name of a picture that has come into the library.
    `outlined` comes with True when nothing better will follow. `failed` ends an opening; `unrefined` says
    that the document is open but its outline could not be made or finished. `trouble` is a fault beside
    the reading, such as a library that cannot be written: the reading goes on. `edition` comes with an
    earlier text of the same work whose notes could be carried over, `carried` with what became of each.
    """

    previewed: Callable[[Path, Document], None] = _unheard
    opened: Callable[[Path, Document], None] = _unheard
    pictured: Callable[[Document, str], None] = _unheard
    outlined: Callable[[Document, Outline, bool], None] = _unheard
    progress: Callable[[Path, Progress], None] = _unheard
    failed: Callable[[Path, DeskbriefError], None] = _unheard
    unrefined: Callable[[Document, DeskbriefError], None] = _unheard
    trouble: Callable[[DeskbriefError], None] = _unheard
    edition: Callable[[Document, Edition], None] = _unheard
    carried: Callable[[Document, tuple[Carried, ...]], None] = _unheard


@dataclass(slots=True)
class Opening:
    """One document on its way in; `cancel` stops whatever is under way for it, for good."""

    path: Path
    size: int = 0
    mtime_ns: int = 0
    jobs: list[Job] = field(default_factory=list)
    cancelled: bool = False

    def cancel(self) -> None:
        """Stop; the listener hears nothing more."""
        self.cancelled = True
        for job in self.jobs:
            job.cancel()


class Reading:
    """Opens documents and keeps their outlines."""

    def __init__(self, library: Library, runner: Runner, post: Post) -> None:
        self._library = library
        self._runner = runner
        self._post = post
        self._preferred: Opening | None = None

    def open(self, path: Path, listener: ReadingListener) -> Opening:
        """Open the file at `path`; returns at once, and the listener hears the rest."""
        path = path.absolute()
        opening = Opening(path)
        try:
            state = check_source(path)
            opening.size, opening.mtime_ns = state.st_size, state.st_mtime_ns
            known = self._library.known_file(str(path), opening.size, opening.mtime_ns)
        except DeskbriefError as error:
            self._fail(opening, listener, error)
            return opening
        if known:
            self._from_library(opening, known, listener)
        else:
            self._from_file(opening, listener)
        return opening

    def open_stored(self, path: Path, sha256: str, listener: ReadingListener) -> Opening:
        """Open the text that the library keeps of the file at `path`, whatever has become of the file."""
        opening = Opening(path.absolute())
        self._from_library(opening, sha256, listener)
        return opening

    def open_kept(self, path: Path, sha256: str, listener: ReadingListener) -> Opening:
        """Open a text of the library, with its file at `path` if that still holds it."""
        try:
            state = check_source(path)
            known = self._library.known_file(str(path), state.st_size, state.st_mtime_ns)
        except DeskbriefError:
            known = None
        if known == sha256:
            return self.open(path, listener)
        return self.open_stored(path, sha256, listener)

    def prefer(self, opening: Opening) -> None:
        """Let what is under way for `opening`, and what will be, go before the same work for others."""
        self._preferred = opening
        for job in opening.jobs:
            job.prefer()

    def has_changed(self, opening: Opening) -> bool:
        """Tell whether the file can be read and is not in the state any more in which it was opened."""
        return self.changed_to(opening) is not None

    def changed_to(self, opening: Opening) -> tuple[int, int] | None:
        """Return size and time of change of a file that is not as it was when it was opened, else None.

        A text that came from the library was read from no file.
        """
        if not opening.size:
            return None
        try:
            state = check_source(opening.path)
        except SourceError:
            return None
        now = state.st_size, state.st_mtime_ns
        return None if now == (opening.size, opening.mtime_ns) else now

    def take_in(
        self, opening: Opening, document: Document, reasons: Sequence[str], listener: ReadingListener
    ) -> None:
        """Read the file of `document` again with the parts in its text that were left out for `reasons`.

        The choice is kept. The listener hears of the document as of any other that was opened.
        """
        self._attempt(listener, lambda: self._library.set_taken_in(document.sha256, reasons))
        self._from_file(opening, listener, reasons)

    def carry_over(self, document: Document, edition: Edition, listener: ReadingListener) -> None:
        """Carry the notes on an earlier edition over; the listener hears what became of each."""
        from deskbrief.services.carrying import carry_over

        attempt = partial(self._attempt, listener)
        attempt(partial(carry_over, self._library, document, edition, listener, self._post, attempt))

    def analyse(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Get the outline of `document`: the stored one, or a new one in two steps (rules, then model)."""
        published = self._library.published(document.sha256)
        assembly = outline_assembly()
        found: list[Outline] = []

        def take(part: Part) -> None:
            outline = assembly.add(part)
            if outline is not None:
                found.append(outline)

        def finish(_: bool) -> None:
            if found:
                listener.outlined(document, found[-1], True)
            else:
                self._outline_job(opening, "outline", request, document, published, listener)

        def request() -> Request:
            return document_request(document, published=published)

        self._pump(opening, self._library.outline_parts(document.sha256, RULES, published), take, finish)

    def set_date(
        self, opening: Opening, document: Document, outline: Outline, edtf: str, listener: ReadingListener
    ) -> Change:
        """Keep the reader's date of `document` ("" = none) and work out every date of `outline` again."""
        change = self._library.set_published(document.sha256, edtf)

        def request() -> Request:
            return document_request(document, outline=encode(outline), published=edtf)

        self._outline_job(opening, "resolve", request, document, edtf, listener)
        return change

    def _fail(self, opening: Opening, listener: ReadingListener, error: DeskbriefError) -> None:
        def tell() -> None:
            if not opening.cancelled:
                listener.failed(opening.path, error)

        self._post(tell)

    def _from_library(self, opening: Opening, sha256: str, listener: ReadingListener) -> None:
        assembly = document_assembly()
        found: list[Document] = []

        def take(part: Part) -> None:
            document = assembly.add(part)
            if document is not None:
                found.append(document)

        def finish(_: bool) -> None:
            if found:
                self._opened(opening, found[-1], listener)
            else:
                # What is stored cannot be read back: the file itself is still there.
                self._from_file(opening, listener)

        try:
            preview = self._library.document_around(sha256, self._library.place(sha256))
        except (DeskbriefError, ValueError, TypeError):
            # Reading the whole will find the damage and say so.
            preview = None
        if preview is not None:
            listener.previewed(opening.path, preview)
        self._pump(opening, self._library.document_parts(sha256), take, finish)

    def _pump(
        self,
        opening: Opening,
        source: Iterator[S],
        take: Callable[[S], None],
        finish: Callable[[bool], None],
    ) -> None:
        """Take things from `source` one at a time, between other events; `finish` hears whether all came."""
        if opening.cancelled:
            return
        try:
            take(next(source))
        except StopIteration:
            finish(True)
        except (DeskbriefError, ValueError, TypeError):
            finish(False)
        else:
            # Not a function that posts itself: that would hold itself, and all it knows, for good.
            self._post(partial(self._pump, opening, source, take, finish))

    def _from_file(
        self, opening: Opening, listener: ReadingListener, take_in: Sequence[str] | None = None
    ) -> None:
        """Read the file; without a choice of `take_in`, the one that was made for the document counts."""
        assembly = document_assembly()
        whole: list[Document] = []
        previews: list[Part] = []

        def part(_: Job, part: Part) -> None:
            if part.name == PREVIEW:
                previews.append(part)
            document = assembly.add(part)
            if document is not None and len(previews) > len(whole):
                listener.previewed(opening.path, document)
            if document is not None:
                whole.append(document)

        def done(_: Job) -> None:
            wanted = self._wanted(whole[-1], listener) if take_in is None else ()
            if wanted and not opening.cancelled:
                self._from_file(opening, listener, wanted)
                return
            self._come_in(opening, whole[-1], listener)

        job = self._runner.submit(
            "read",
            lambda: read_request(opening.path, take_in or ()),
            Listener(
                part=part,
                progress=lambda _, done: None if opening.cancelled else listener.progress(opening.path, done),
                done=done,
                failed=lambda _, error: None if opening.cancelled else listener.failed(opening.path, error),
            ),
        )
        self._keep(opening, job)

    def _come_in(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Take a document that was just read: notes on the very same text are there at once."""
        from deskbrief.services.editions import take_over

        last: list[str | None] = []
        self._attempt(listener, lambda: last.append(self._library.last_at(str(opening.path))))
        if self._library.writable:
            self._attempt(listener, lambda: take_over(self._library, document))
        self._opened(opening, document, listener)
        self._store(opening, document, listener)
        earlier = next(iter(last), None) or ""
        self._post(lambda: self._tell_edition(opening, document, earlier, listener))

    def _tell_edition(
        self, opening: Opening, document: Document, last: str, listener: ReadingListener
    ) -> None:
        if opening.cancelled or not self._library.writable:
            return

        from deskbrief.services.carrying import tell_edition

        self._attempt(listener, lambda: tell_edition(self._library, document, last, listener))

    def _wanted(self, document: Document, listener: ReadingListener) -> tuple[str, ...]:
        """Return what the reader wants in the text of `document` although it would be left out."""
        if not any(part.optional for part in document.coverage.left_out):
            return ()
        try:
            return self._library.taken_in(document.sha256)
        except LibraryError as error:
            listener.trouble(error)
            return ()

    def _opened(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        if opening.cancelled:
            return
        listener.opened(opening.path, document)
        self._attempt(listener, lambda: self._library.touch(document.sha256))
        self._attempt(listener, lambda: self._bring_pictures(opening, document, listener))
        self.analyse(opening, document, listener)

    def _bring_pictures(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Have those pictures made that are not in the library yet; without the file they stay frames."""
        wanted = {block.picture.key for block in document.blocks if block.picture is not None}
        waiting = wanted - self._library.picture_keys(document.sha256) if wanted else set()

        def keep(key: str, data: bytes) -> None:
            waiting.discard(key)
            self._attempt(listener, lambda: self._library.put_picture(document.sha256, key, data))
            if not opening.cancelled:
                listener.pictured(document, key)

        def done(_: Job, error: DeskbriefError | None = None) -> None:
            # What cannot be made, or ends the worker, is not tried again at each opening.
            for key in tuple(waiting) if not isinstance(error, CancelledError | SourceError) else ():
                keep(key, b"")

        if waiting and self._library.writable:
            reasons = document.coverage.taken_in
            job = self._runner.submit(
                "pictures",
                lambda: read_request(opening.path, reasons),
                Listener(part=lambda _, part: keep(part.data["key"], part.blob), done=done, failed=done),
            )
            self._keep(opening, job)

    def _store(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Keep the document; a library that refuses is told, and the reading goes on."""
        slices = self._library.put_document_slices(
            document, path=str(opening.path), size=opening.size, mtime_ns=opening.mtime_ns
        )
        self._write(slices, listener)

    def _write(self, slices: Iterator[None], listener: ReadingListener) -> None:
        """Write to the library slice by slice, between other events."""
        try:
            next(slices)
        except StopIteration:
            return
        except LibraryError as error:
            listener.trouble(error)
        else:
            self._post(partial(self._write, slices, listener))

    def _outline_job(
        self,
        opening: Opening,
        task: str,
        request: Callable[[], Request],
        document: Document,
        published: str,
        listener: ReadingListener,
    ) -> None:
        assembly = outline_assembly()
        last: list[Outline] = []

        def part(_: Job, part: Part) -> None:
            outline = assembly.add(part)
            if outline is not None:
                last.append(outline)
                listener.outlined(document, outline, False)

        def done(_: Job) -> None:
            if last:
                listener.outlined(document, last[-1], True)
                slices = self._library.put_outline_slices(document.sha256, last[-1], published)
                self._write(slices, listener)

        job = self._runner.submit(
            task,
            request,
            Listener(
                part=part,
                progress=lambda _, done: None if opening.cancelled else listener.progress(opening.path, done),
                done=done,
                failed=lambda _, error: None if opening.cancelled else listener.unrefined(document, error),
            ),
        )
        self._keep(opening, job)

    def _keep(self, opening: Opening, job: Job) -> None:
        """Make `job` part of what is under way for `opening`."""
        opening.jobs.append(job)
        if opening is self._preferred:
            job.prefer()

    def _attempt(self, listener: ReadingListener, write: Callable[[], object]) -> None:
        """Write to the library; when that fails the reading goes on and the user is told."""
        try:
            write()
        except LibraryError as error:
            listener.trouble(error)
