"""The pictures of a document, made by the worker and kept in the library."""

from __future__ import annotations

from deskbrief.document.errors import CancelledError, DeskbriefError, SourceError
from deskbrief.document.model import Document
from deskbrief.jobs.job import Job, Listener
from deskbrief.services.opening import Means, Opening, ReadingListener
from deskbrief.services.sources import read_request


def bring_pictures(means: Means, opening: Opening, document: Document, listener: ReadingListener) -> None:
    """Have those pictures made that are not in the library yet; without the file they stay frames."""
    wanted = {block.picture.key for block in document.blocks if block.picture is not None}
    waiting = wanted - means.library.picture_keys(document.sha256) if wanted else set()

    def keep(key: str, data: bytes) -> None:
        waiting.discard(key)
        means.attempt(listener, lambda: means.library.put_picture(document.sha256, key, data))
        if not opening.cancelled:
            listener.pictured(document, key)

    def done(_: Job, error: DeskbriefError | None = None) -> None:
        # What cannot be made, or ends the worker, is not tried again at each opening.
        for key in tuple(waiting) if not isinstance(error, CancelledError | SourceError) else ():
            keep(key, b"")

    if waiting and means.library.writable:
        reasons = document.coverage.taken_in
        job = means.runner.submit(
            "pictures",
            lambda: read_request(opening.path, reasons),
            Listener(part=lambda _, part: keep(part.data["key"], part.blob), done=done, failed=done),
        )
        means.keep(opening, job)
