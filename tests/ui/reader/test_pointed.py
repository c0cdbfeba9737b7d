"""What a menu finds under the pointer, and the ends of words that marks move by."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.clipboard import cited
from deskbrief.ui.reader.grain import end_moved, start_moved
from deskbrief.ui.reader.pointed import Pointed, pointed_at
from deskbrief.ui.reader.sheet import Sheet
from helpers.qt_reader import Maker, mark


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://ex\u0430mple.org", "https://xn--exmple-4nf.org"),
    ],
)
def test_only_safe_addresses_can_be_opened_and_copied(target: str, address: str):
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "A link here.")
    make.inline(InlineKind.LINK, "link", target)
    assert pointed_at(Sheet(make.document()), 3, None).address == address


def test_the_shortest_mark_is_meant_and_outside_of_all_there_is_none():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "One two three four.")
    sheet = Sheet(make.document())
    long, short = mark(Span(0, 18), "long"), mark(Span(4, 7), "short")
    sheet.set_marks([long, short])
    assert pointed_at(sheet, 5, None) == Pointed(mark=short)
    assert pointed_at(sheet, 9, None) == Pointed(mark=long)
    assert pointed_at(sheet, 18, None) == Pointed()
    assert pointed_at(None, None, None) == Pointed()


def test_ends_move_by_words_and_stop_at_the_ends_of_blocks():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "One (two), don't stop…")
    make.add(BlockKind.PARAGRAPH, "“Next” 😀 block")
    document = make.document()
    text, ends, at = document.text, [], 0
    for _ in range(20):
        moved = end_moved(document, at, 1)
        if moved == at:
            break
        at = moved
        ends.append(at)
    assert [text[:end].split("\n")[-1] for end in ends] == [
        "One",
        "One (two",
        "One (two), don't",
        "One (two), don't stop",
        "One (two), don't stop…",
        "“Next",
        "“Next” 😀 block",
    ]
    starts = []
    while at:
        at = start_moved(document, at, -1)
        starts.append(at)
    assert [text[start:].split()[0] for start in starts] == [
        "block",
        "Next”",
        "“Next”",
        "stop…",
        "don't",
        "two),",
        "One",
    ]
    assert end_moved(document, 0, -1) == 0
    assert start_moved(document, len(text), 1) == len(text)
    assert start_moved(document, 0, 1) == text.index("two")
    assert end_moved(document, text.index(" stop"), -1) == text.index("), don")


def test_what_goes_out_escapes_everything_that_is_not_ours():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "<b>bold</b> & more")
    document = make.document()
    data = cited(document, document.blocks[0].span, "A <title>, ¶1", "My <words>")
    assert data.text() == "<b>bold</b> & more\n\nA <title>, ¶1\n\nMy <words>"
    assert "<title>" not in data.html()
    assert "<words>" not in data.html()
    assert "<b>" not in data.html()
