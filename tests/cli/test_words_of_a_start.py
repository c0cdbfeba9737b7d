"""What the words of a start stand for: files, addresses of files, and links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deskbrief.__main__ import _plain


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("a b.txt", "a b.txt"),
        ("/tmp/100%25.txt", "/tmp/100%25.txt"),
        ("file:///tmp/a%20b.txt", "/tmp/a b.txt"),
        ("file://localhost/tmp/a.txt", "/tmp/a.txt"),
        ("FILE:///tmp/a.txt", "/tmp/a.txt"),
        ("file:///tmp/%C3%A4%e2%82%ac.txt", "/tmp/ä€.txt"),
        ("file:///tmp/100%.txt%", "/tmp/100%.txt%"),
        ("file:///tmp/%+1%zz%.%4", "/tmp/%+1%zz%.%4"),
        # A byte that is no UTF-8: the name is kept as the disk has it.
        ("file:///tmp/%ff.txt", os.fsdecode(b"/tmp/\xff.txt")),
        ("deskbrief://open?doc=x%20y", "deskbrief://open?doc=x%20y"),
        # Another machine's files are not fetched: this is no file here, and is said to be none.
        ("file://elsewhere/share/a.txt", "file:/elsewhere/share/a.txt"),
    ],
)
def test_a_word_becomes_the_path_of_a_file(word: str, path: str) -> None:
    assert Path(_plain(word)) == Path(path)
