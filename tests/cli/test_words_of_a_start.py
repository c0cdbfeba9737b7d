"""What the words of a start stand for: files, addresses of files, and links."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskbrief.__main__ import _path_of


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("a b.txt", "a b.txt"),
        ("/tmp/100%25.txt", "/tmp/100%25.txt"),
        ("file:///tmp/a%20b.txt", "/tmp/a b.txt"),
        ("file://localhost/tmp/a.txt", "/tmp/a.txt"),
        ("FILE:///tmp/a.txt", "/tmp/a.txt"),
        # Another machine's files are not fetched: this is no file here, and is said to be none.
        ("file://elsewhere/share/a.txt", "file:/elsewhere/share/a.txt"),
    ],
)
def test_a_word_becomes_the_path_of_a_file(word: str, path: str) -> None:
    assert _path_of(word) == Path(path)
