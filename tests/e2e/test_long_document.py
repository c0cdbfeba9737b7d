"""A long document of the library can be read at its last place before the whole of it has been loaded."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.document.outline import RULES, Outline
from deskbrief.library.library import Library
from helpers.library_samples import long_document

WORDS = 150_000


def test_a_long_document_is_shown_where_it_was_left_before_the_whole_is_loaded(start, tmp_path, qtbot):
    file = tmp_path / "long.txt"
    file.write_text("what the file holds is not read again", encoding="utf-8")
    document, state = long_document(WORDS), file.stat()
    place = document.blocks[len(document.blocks) * 3 // 5].start
    with Library.open(tmp_path / "data") as library:
        library.put_document(document, path=str(file), size=state.st_size, mtime_ns=state.st_mtime_ns)
        library.put_outline(document.sha256, Outline(rules=RULES), "")
        library.set_place(document.sha256, place)
    running = start(file)
    view = running.window.parts.reader.view
    assert running.front.document is None
    assert running.window.can_be_read
    part = view.shown_document()
    assert part.block_at(place) == document.block_at(place)
    qtbot.waitUntil(lambda: view.place() == place, timeout=5_000)
    # Where its words stood in the file is not read: there are no pages to show.
    whole = replace(document, source_runs=())
    qtbot.waitUntil(lambda: running.front.document == whole, timeout=20_000)
    assert view.shown_document() is running.front.document
    qtbot.waitUntil(lambda: view.place() == place, timeout=5_000)
    assert running.front.place == place
