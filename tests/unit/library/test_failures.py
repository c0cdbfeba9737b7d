from __future__ import annotations

import errno
import sqlite3

import pytest

from deskbrief.document.errors import BugError, LibraryError
from deskbrief.library.failures import SENTENCES, failure, file_failure


def error(code: int) -> sqlite3.Error:
    made = sqlite3.OperationalError("text of a foreign exception")
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize("code", SENTENCES)
def test_each_failure_has_a_sentence_and_a_next_step(code: int):
    made = failure(error(code))
    assert isinstance(made, LibraryError)
    assert made.what.endswith(".")
    assert made.next_step.endswith(".")
    assert "foreign" not in str(made)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "in use"),
        (sqlite3.SQLITE_LOCKED, "in use"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk reported an error"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "read-only"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "damaged"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be opened"),
    ],
)
def test_extended_codes_mean_what_their_primary_code_means(code: int, word: str):
    assert word in failure(error(code)).what


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_MISUSE]
)
def test_what_the_world_is_not_to_blame_for_is_our_own_mistake(code: int):
    assert isinstance(failure(error(code)), BugError)


def test_an_error_without_a_code_is_our_own_mistake():
    assert isinstance(failure(sqlite3.ProgrammingError("used after close")), BugError)


@pytest.mark.parametrize(
    ("number", "word"),
    [(errno.ENOSPC, "full"), (errno.EDQUOT, "full"), (errno.EROFS, "read-only"), (errno.EIO, "error")],
)
def test_failures_of_files_are_told_in_the_same_words(number: int, word: str):
    assert word in file_failure(OSError(number, "text")).what
