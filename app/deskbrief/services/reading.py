"""Opening a document and getting its outline: from the library when it is known, else through the worker.

Everything here runs on the thread that owns the library, and in short steps: the runner's callbacks are
posted to that thread, and a stored document is put together part by part between other events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from deskbrief.document.changes import Change
from deskbrief.document.codec import document_assembly, outline_assembly
from deskbrief.document.errors import DeskbriefError, SourceError
from deskbrief.document.model import Document
from deskbrief.document.outline import RULES, Outline
from deskbrief.document.tasks import Part
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.opening import Means, Opening, Post, ReadingListener
from deskbrief.services.sources import check_source, is_gone

if TYPE_CHECKING:
    from deskbrief.services.editions import Edition
    from deskbrief.services.outlining import Outlining

__all__ = ["Opening", "Reading", "ReadingListener"]

S = TypeVar("S")
#: What is told for size and time of change of a file that is not where it was.
GONE = 0, 0


class Reading:
    """Opens documents and keeps their outlines."""

    def __init__(self, library: Library, runner: Runner, post: Post) -> None:
        self._library = library
        self._means = Means(library, runner, post)

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
        self._means.prefer(opening)

    def has_changed(self, opening: Opening) -> bool:
        """Tell whether the file can be read and is not in the state any more in which it was opened."""
        return self.changed_to(opening) not in {None, GONE}

    def changed_to(self, opening: Opening) -> tuple[int, int] | None:
        """Return size and time of change of a file that is not as it was when it was opened, else None.

        For a file that is not there any more these are `GONE`. A text that came from the library was read
        from no file.
        """
        if not opening.size:
            return None
        try:
            state = check_source(opening.path)
        except SourceError:
            return GONE if is_gone(opening.path) else None
        now = state.st_size, state.st_mtime_ns
        return None if now == (opening.size, opening.mtime_ns) else now

    def take_in(
        self, opening: Opening, document: Document, reasons: Sequence[str], listener: ReadingListener
    ) -> None:
        """Read the file of `document` again with the parts in its text that were left out for `reasons`.

        The choice is kept. The listener hears of the document as of any other that was opened.
        """
        self._means.attempt(listener, lambda: self._library.set_taken_in(document.sha256, reasons))
        self._from_file(opening, listener, reasons)

    def carry_over(self, document: Document, edition: Edition, listener: ReadingListener) -> None:
        """Carry the notes on an earlier edition over; the listener hears what became of each."""
        from deskbrief.services.carrying import carry_over

        means = self._means
        attempt = partial(means.attempt, listener)
        attempt(partial(carry_over, means.library, document, edition, listener, means.post, attempt))

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
                self._outlining(opening, document, published, listener).make()

        self._pump(opening, self._library.outline_parts(document.sha256, RULES, published), take, finish)

    def set_date(
        self, opening: Opening, document: Document, outline: Outline, edtf: str, listener: ReadingListener
    ) -> Change:
        """Keep the reader's date of `document` ("" = none) and work out every date of `outline` again."""
        change = self._library.set_published(document.sha256, edtf)
        self._outlining(opening, document, edtf, listener).resolve(outline)
        return change

    def _fail(self, opening: Opening, listener: ReadingListener, error: DeskbriefError) -> None:
        def tell() -> None:
            if not opening.cancelled:
                listener.failed(opening.path, error)

        self._means.post(tell)

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
            # At once: it is in the first picture of a start.
            listener.previewed(opening.path, preview)
        self._pump(opening, self._library.document_parts(sha256, to_be_read=True), take, finish)

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
            self._means.post(partial(self._pump, opening, source, take, finish))

    def _from_file(
        self, opening: Opening, listener: ReadingListener, take_in: Sequence[str] | None = None
    ) -> None:
        # Not at the top: a start shows a document that is known, as a rule.
        from deskbrief.services.arriving import Arriving

        Arriving(self._means, self._opened).read(opening, listener, take_in)

    def _opened(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        """Tell of a document that is here, once its words are counted, which everybody asks for."""

        def tell(_: bool) -> None:
            self._tell_opened(opening, document, listener)

        prepared = chain(document.count_words(), listener.preparing(opening.path, document))
        self._pump(opening, prepared, _nothing, tell)

    def _tell_opened(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        if opening.cancelled:
            return
        listener.opened(opening.path, document)
        self._means.attempt(listener, lambda: self._library.touch(document.sha256))
        self._means.post(partial(self._go_on, opening, document, listener))

    def _go_on(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        if opening.cancelled:
            return
        self._means.attempt(listener, lambda: self._bring_pictures(opening, document, listener))
        self.analyse(opening, document, listener)

    def _bring_pictures(self, opening: Opening, document: Document, listener: ReadingListener) -> None:
        if any(block.picture is not None for block in document.blocks):
            from deskbrief.services.picturing import bring_pictures

            bring_pictures(self._means, opening, document, listener)

    def _outlining(
        self, opening: Opening, document: Document, published: str, listener: ReadingListener
    ) -> Outlining:
        from deskbrief.services.outlining import Outlining

        return Outlining(self._means, opening, document, published, listener)


def _nothing(_: None) -> None:
    """Take nothing from a source that only works."""
