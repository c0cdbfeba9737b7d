"""The one exception tree.

- DeskbriefError
  - WorldError: the file, the disk or the machine is at fault; the user can do something
    - SourceError: a file cannot be read
    - LibraryError: the library cannot be opened or written
      - NewerLibraryError
      - DamagedLibraryError
    - JobError: long work did not end well
      - JobTimedOutError, JobTooLargeError, WorkerDiedError
    - PatternError: what is to be found cannot be read as a regular expression
    - ExportError: a brief cannot be made or written
  - UsageError: the command line was used wrongly
  - CancelledError: the user stopped it, so there is nothing to say
  - BugError: our own mistake
"""

from __future__ import annotations


class DeskbriefError(Exception):
    """Root of every error that Deskbrief raises on purpose.

    `what` is a plain sentence that says what happened; `next_step` one that says what to do.
    """

    exit_code = 3

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what, next_step)
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip()


class WorldError(DeskbriefError):
    """The document or the world is at fault, not the program."""

    exit_code = 1


class SourceError(WorldError):
    """A file cannot be read as a document."""


class LibraryError(WorldError):
    """The library cannot be opened or written."""


class NewerLibraryError(LibraryError):
    """The library was written by a newer version of Deskbrief."""


class DamagedLibraryError(LibraryError):
    """The library's file cannot be read any more as it was written."""


class JobError(WorldError):
    """Long work in the worker process did not end well."""


class JobTimedOutError(JobError):
    """A job ran longer than it may."""


class JobTooLargeError(JobError):
    """A job needed more memory than it may have."""


class WorkerDiedError(JobError):
    """The worker process ended while it was working, and again when the job was repeated."""


class PatternError(WorldError):
    """What is to be found cannot be read as a regular expression."""


class ExportError(WorldError):
    """A brief cannot be made or written."""


class UsageError(DeskbriefError):
    """The command line was used wrongly."""

    exit_code = 2


class CancelledError(DeskbriefError):
    """The user stopped it."""

    exit_code = 1


class BugError(DeskbriefError):
    """A promise that the code makes to itself was broken."""


#: All of them by name: as such they come out of the worker.
ERRORS: dict[str, type[DeskbriefError]] = {
    kind.__name__: kind
    for kind in (
        DeskbriefError,
        WorldError,
        SourceError,
        LibraryError,
        NewerLibraryError,
        DamagedLibraryError,
        JobError,
        JobTimedOutError,
        JobTooLargeError,
        WorkerDiedError,
        PatternError,
        ExportError,
        UsageError,
        CancelledError,
        BugError,
    )
}
