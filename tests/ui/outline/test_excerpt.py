"""Many sections: only those around the place being read, so that what else was found is in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.outline import Section
from deskbrief.services.curation import Curated
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.outline.panel import OutlinePanel, OutlineState
from deskbrief.ui.outline.rows import SectionRow
from deskbrief.ui.outline.sections import FEWEST, excerpt, room_for, section_at, unfolded
from helpers.qt_panels import click, keys_of, river, river_curated, river_outline, row_point


def long_report(chapters: int, parts: int = 0) -> tuple[Document, tuple[Section, ...]]:
    """Return a report of so many chapters, each with so many parts, and its sections."""
    text, blocks, sections = "", [], []
    for chapter in range(chapters):
        at = len(text)
        inner: list[Section] = []
        for part in range(parts + 1):
            title = f"Chapter {chapter + 1}" + (f", part {part}" if part else "")
            start = len(text)
            for kind, words in ((BlockKind.HEADING, title), (BlockKind.PARAGRAPH, "It says so.")):
                blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(words), level=1))
                text += words + "\n"
            if part:
                inner.append(Section(title, 2, start, len(text) - 1))
        sections += [Section(f"Chapter {chapter + 1}", 1, at, len(text) - 1), *inner]
    document = Document(
        sha256=f"report {chapters} {parts}",
        metadata=Metadata(title="Report"),
        text=text,
        blocks=tuple(blocks),
    )
    return finished(document), tuple(sections)


def shown(panel: OutlinePanel) -> list[str]:
    return [row.title for row in panel.list.rows if isinstance(row, SectionRow)]


def messages(panel: OutlinePanel) -> list[str]:
    return [row.text for row in panel.list.rows if isinstance(row, MessageRow)]


def top_of(panel: OutlinePanel, key: str) -> int:
    return panel.list.row_rect(keys_of(panel.list).index(key)).top()


def fill(panel: OutlinePanel, qtbot: QtBot, chapters: int, parts: int = 0) -> Document:
    """Show the outline of a long report with the river's events and recommendations."""
    document, sections = long_report(chapters, parts)
    base = river_outline(river())
    outline = replace(base, sections=sections)
    curated: Curated = river_curated(river(), base)
    # A window that becomes active later would bring the focus back into the panel.
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    if focus := panel.focusWidget():
        focus.clearFocus()
    panel.show_outline(document, outline, curated, OutlineState.FULL)
    qtbot.waitUntil(lambda: "group|cards" in keys_of(panel.list))
    # How many sections there is room for is looked at once the window rests.
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in panel.findChildren(QTimer)))
    return document


def read_at(panel: OutlinePanel, qtbot: QtBot, document: Document, words: str) -> None:
    panel.set_place(document.text.index(words + "\n"))
    qtbot.waitUntil(lambda: words in shown(panel))


@pytest.mark.parametrize("chapters", [21, 111, 2000])
@pytest.mark.parametrize(("width", "height"), [(389, 640), (320, 470), (300, 290)])
def test_events_are_in_sight_however_many_sections_there_are(
    panel: OutlinePanel, qtbot: QtBot, chapters: int, width: int, height: int
) -> None:
    panel.resize(width, height)
    fill(panel, qtbot, chapters)
    rows = len(shown(panel))
    assert FEWEST <= rows < chapters
    assert messages(panel)[0] == f"{rows} of {chapters} sections — show all"
    seen = panel.list.seen()
    assert any(
        key.startswith("event") or key == "timeline" for key in keys_of(panel.list)[seen.start : seen.stop]
    )
    head = next(row for row in panel.list.rows if isinstance(row, GroupRow))
    assert head.total == chapters


def test_those_around_the_place_being_read_are_shown_and_nothing_below_moves(
    panel: OutlinePanel, qtbot: QtBot
) -> None:
    panel.resize(389, 640)
    document = fill(panel, qtbot, 111)
    before = top_of(panel, "group|events")
    for words in ("Chapter 50", "Chapter 51", "Chapter 111", "Chapter 1"):
        read_at(panel, qtbot, document, words)
        assert panel.list.here.key == f"section|0|{words}"
        assert top_of(panel, "group|events") == before
    assert shown(panel)[0] == "Chapter 1"


def test_nothing_moves_under_the_pointer(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.resize(389, 640)
    document = fill(panel, qtbot, 111)
    before = shown(panel)
    QCursor.setPos(panel.list.viewport().mapToGlobal(QPoint(50, 60)))
    qtbot.waitUntil(panel.list.viewport().underMouse)
    panel.set_place(document.text.index("Chapter 50\n"))
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in panel.findChildren(QTimer)))
    assert shown(panel) == before
    QCursor.setPos(5, 5)
    qtbot.waitUntil(lambda: "Chapter 50" in shown(panel))


def test_all_are_shown_on_wish_and_fewer_again(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.resize(389, 640)
    fill(panel, qtbot, 111)
    few = shown(panel)
    click(panel.list, row_point(panel.list, "part|sections"))
    assert len(shown(panel)) == 111
    assert "111 of 111 sections — show fewer" in messages(panel)
    head = next(row for row in panel.list.rows if isinstance(row, GroupRow))
    assert head.action == "show fewer"
    panel.list.set_current(panel.list.show_row("fewer|sections"))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert shown(panel) == few
    assert panel.list.current is not None
    assert panel.list.current.key == "group|sections"


def test_parts_open_around_the_place_and_what_the_reader_opened_stays(
    panel: OutlinePanel, qtbot: QtBot
) -> None:
    panel.resize(389, 640)
    document = fill(panel, qtbot, 4, parts=5)
    read_at(panel, qtbot, document, "Chapter 2, part 3")
    assert "Chapter 1, part 1" not in shown(panel)
    row = next(row for row in panel.list.rows if isinstance(row, SectionRow) and row.title == "Chapter 4")
    assert row.open is False
    panel.list.set_current(panel.list.show_row(row.key))
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    panel.list.clearFocus()
    assert {f"Chapter 4, part {part}" for part in range(1, 6)} <= set(shown(panel))
    read_at(panel, qtbot, document, "Chapter 3, part 2")
    assert "Chapter 4, part 5" in shown(panel)


def test_a_filter_shows_the_first_matches(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.resize(389, 640)
    fill(panel, qtbot, 111)
    panel.focus_filter()
    QTest.keyClicks(panel.focusWidget(), "chapter 1")
    rows = shown(panel)
    assert rows[0] == "Chapter 1"
    assert f"{len(rows)} of 31 sections — show all" in messages(panel)


def test_a_few_sections_are_all_shown_open() -> None:
    rows = _rows(4, 2)
    assert len(unfolded(rows, {}, -1, is_long=False)) == 12
    assert [row.depth for row in unfolded(rows, {}, -1, is_long=True)] == [0, 0, 0, 0]
    assert [row.depth for row in unfolded(rows, {rows[3].key: True}, 1, is_long=True)] == [
        0,
        1,
        1,
        0,
        1,
        1,
        0,
        0,
    ]


def test_the_parts_of_a_chapter_that_stands_alone_are_shown() -> None:
    assert [row.depth for row in unfolded(_rows(1, 3), {}, -1, is_long=True)] == [0, 1, 1, 1]


def test_an_excerpt_is_as_long_wherever_the_reader_is() -> None:
    rows = _rows(40, 0)
    for at in range(40):
        part = excerpt(rows, rows[at], 6)
        assert len(part) == 6
        assert rows[at] in part
    assert excerpt(rows[:7], None, 6) == rows[:7]


@pytest.mark.parametrize(("height", "rows"), [(100, 3), (590, 6), (3000, 12)])
def test_the_room_follows_the_height(height: int, rows: int) -> None:
    assert room_for(height, 28, 60) == rows


def _rows(chapters: int, parts: int) -> list[SectionRow]:
    from deskbrief.ui.models.places import Places
    from deskbrief.ui.outline.sections import section_rows

    document, sections = long_report(chapters, parts)
    rows = list(section_rows(document, Places(document), sections, "Opening"))
    assert section_at(rows, 0) == 0
    return rows
