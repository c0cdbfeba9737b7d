from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.library.library import Library


def test_a_picture_comes_back_under_its_document_and_name(library: Library, document: Document):
    library.put_picture(document.sha256, "word/media/image 1.png", b"\x89PNG")
    assert library.picture(document.sha256, "word/media/image 1.png") == b"\x89PNG"
    assert library.picture(document.sha256, "word/media/image 2.png") == b""
    assert library.picture("f" * 64, "word/media/image 1.png") == b""
    assert library.picture_keys(document.sha256) == {"word/media/image 1.png"}
    assert library.picture_keys("f" * 64) == frozenset()


def test_a_picture_that_cannot_be_shown_is_remembered_as_such(library: Library, document: Document):
    library.put_picture(document.sha256, "a.png", b"")
    assert library.picture_keys(document.sha256) == {"a.png"}
    assert library.picture(document.sha256, "a.png") == b""


def test_a_picture_is_replaced(library: Library, document: Document):
    library.put_picture(document.sha256, "a\ud800.png", b"one")
    library.put_picture(document.sha256, "a\ud800.png", b"two")
    assert library.picture(document.sha256, "a\ud800.png") == b"two"


def test_a_damaged_picture_is_not_shown(library: Library, document: Document, folder: Path):
    library.put_picture(document.sha256, "a.png", b"as it was")
    with closing(sqlite3.connect(folder / "library.db")) as db, db:
        db.execute("UPDATE picture SET data = CAST('otherwise' AS BLOB)")
    assert library.picture(document.sha256, "a.png") == b""
