"""PDF files of which pages are scans in the running program: looked at, told of, and never a dead end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from deskbrief.document.spans import Span
from deskbrief.ui.reader.original.view import PageView
from helpers.e2e_program import PATIENCE_MS, end
from helpers.scans import scanned

LEFT = Qt.MouseButton.LeftButton
CHAPTERS = (("Letter of the council", 0, 0), ("Annexes", 2, 0), ("Annex A", 2, 1), ("Annex B", 3, 1))
NOTHING = "there is nothing to outline, to search or to mark"


@pytest.fixture
def file(tmp_path):
    """A file of scans alone, whose parts have names."""
    found = tmp_path / "minutes.pdf"
    found.write_bytes(scanned(6, bookmarks=CHAPTERS))
    return found


@pytest.fixture
def scans(start, qtbot, file):
    """The program with that file open, its first page drawn."""
    program = start(file)
    opened(program, qtbot)
    return program


@pytest.fixture
def mixed(start, qtbot, tmp_path):
    """The program with a report open of which the third page is a scan."""
    found = tmp_path / "report.pdf"
    found.write_bytes(scanned(5, text=(0, 1, 3, 4)))
    program = start(found)
    opened(program, qtbot)
    return program


def opened(program, qtbot):
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.front.complete, timeout=PATIENCE_MS)
    view = view_of(program)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    settled(program, qtbot)


def settled(program, qtbot):
    """Wait until all pages in sight are there."""
    view = view_of(program)
    if isinstance(view, PageView):
        there = view._stack
        qtbot.waitUntil(
            lambda: there.known and all(view.is_drawn(number) for number in view._seen_pages()),
            timeout=PATIENCE_MS,
        )


def view_of(program):
    return program.window.parts.reader.view


def scan_of(program):
    return next(block for block in program.front.document.blocks if block.scan)


def rows(program):
    return program.window.parts.outline.list.rows


def click_on_scan(program, qtbot):
    """Click on the figure of the first scan, which is in sight."""
    view = view_of(program)
    (piece,) = (
        piece for piece in view._flow.seen() if view._flow.sheet.block(piece.piece) == scan_of(program)
    )
    placed = view._scene._placed(view._flow.sheet, piece)
    point = QPointF(placed.area.center().x(), max(placed.area.y() - 40, 5)).toPoint()
    assert view.link_under(QPointF(point)) is None
    qtbot.mouseClick(view.viewport(), LEFT, pos=point)


def test_a_file_of_scans_opens_on_its_pages_and_says_what_it_lacks(scans, qtbot):
    parts = scans.window.parts
    assert isinstance(view_of(scans), PageView)
    assert view_of(scans).pill_words() == "Page 1 of 6"
    assert NOTHING in parts.notice.text()
    assert "OCR" in parts.notice.text()
    assert scans.window.windowTitle().startswith("minutes")
    words = "Letter of the council · p. 1"
    qtbot.waitUntil(lambda: parts.status.place_words() == words, timeout=PATIENCE_MS)


def test_a_file_that_is_mostly_scans_opens_on_its_pages_with_what_it_lacks(start, qtbot, tmp_path):
    found = tmp_path / "release.pdf"
    found.write_bytes(scanned(4, text=(0,)))
    program = start(found)
    opened(program, qtbot)
    assert isinstance(view_of(program), PageView)
    assert program.window.parts.notice.text().startswith("Pages 2–4 are pictures without text")
    assert program.front.document.words > 0


def test_the_outline_of_scans_says_why_it_is_empty_and_its_names_lead_to_pages(scans, qtbot):
    found = rows(scans)
    assert NOTHING in found[0].text
    sections = [row for row in found if row.key.startswith("section|")]
    assert [(row.title, row.paragraphs) for row in sections] == [
        ("Letter of the council", "p. 1–2"),
        ("Annexes", "p. 3–6"),
        ("Annex A", "p. 3"),
        ("Annex B", "p. 4–6"),
    ]
    scans.window.controllers.navigation.go(sections[3].span)
    qtbot.waitUntil(lambda: view_of(scans).pill_words() == "Page 4 of 6", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: scans.window.parts.status.place_words() == "Annex B · p. 4", timeout=PATIENCE_MS)


@pytest.mark.parametrize("command", ["mark", "note", "event", "recommendation"])
def test_what_needs_words_says_that_there_are_none(scans, command):
    scans.press(command)
    assert scans.said[-1].text == "There is no text here to mark."
    assert scans.front.notes == ()


def test_a_brief_of_scans_is_refused_in_words(scans, qtbot, tmp_path):
    scans.chosen.place = tmp_path / "brief.pdf"
    scans.press("export")
    qtbot.waitUntil(lambda: any(NOTHING in one.text for one in scans.said), timeout=PATIENCE_MS)
    assert not scans.chosen.place.exists()


def test_the_text_of_scans_names_each_page_and_a_click_leads_back_to_it(scans, qtbot):
    scans.press("pages")
    assert not isinstance(view_of(scans), PageView)
    view_of(scans).go_to(Span(scan_of(scans).start, scan_of(scans).start))
    click_on_scan(scans, qtbot)
    assert isinstance(view_of(scans), PageView)
    settled(scans, qtbot)
    assert view_of(scans).pill_words() == "Page 1 of 6"


def test_the_choice_to_see_the_text_of_scans_is_remembered(scans, start, qtbot, file):
    scans.press("pages")
    end(scans)
    again = start(file)
    qtbot.waitUntil(lambda: again.front.complete, timeout=PATIENCE_MS)
    assert not isinstance(view_of(again), PageView)
    again.press("pages")
    end(again)
    third = start(file)
    qtbot.waitUntil(lambda: third.front.complete, timeout=PATIENCE_MS)
    assert isinstance(view_of(third), PageView)


def test_every_command_can_be_given_for_a_scan_without_names(start, qtbot, tmp_path):
    found = tmp_path / "letter.pdf"
    found.write_bytes(scanned(1))
    program = start(found)
    opened(program, qtbot)
    assert [row.key for row in rows(program)] == ["wordless"]
    for command in ("next_paragraph", "previous_sentence", "next_mark", "copy", "cite", "find", "find_next"):
        program.press(command)
    program.press("pages_beside")
    settled(program, qtbot)
    program.press("page_place")
    program.press("close")
    assert program.front is None


def test_a_scan_in_a_report_is_told_at_its_place_and_shown_as_it_is(mixed, qtbot):
    view = view_of(mixed)
    assert not isinstance(view, PageView)
    place = scan_of(mixed).start
    view.go_to(Span(place, place))
    qtbot.waitUntil(lambda: "p. 3" in mixed.window.parts.status.place_words(), timeout=PATIENCE_MS)
    click_on_scan(mixed, qtbot)
    settled(mixed, qtbot)
    assert view_of(mixed).pill_words() == "Page 3 of 5"
    mixed.press("page_place")
    assert not isinstance(view_of(mixed), PageView)
    assert view_of(mixed).current() == place


def test_the_pages_beside_a_report_show_the_scan_that_is_clicked(mixed, qtbot):
    mixed.press("pages_beside")
    place = scan_of(mixed).start
    view_of(mixed).go_to(Span(place, place))
    click_on_scan(mixed, qtbot)
    other = mixed.window.parts.panes.other.reader.view
    assert isinstance(other, PageView)
    qtbot.waitUntil(lambda: other.page() == 2, timeout=PATIENCE_MS)


def test_the_receipt_of_a_report_names_its_scans(mixed):
    remarks = mixed.front.document.coverage.remarks
    assert remarks[0].startswith("Page 3 is a picture without text")
    assert "Shown in part" in mixed.window.parts.status._coverage.text()


def test_the_view_for_screen_readers_shows_and_tells_a_scan(mixed, qtbot):
    reader = mixed.window.parts.reader
    reader.use(paged=True)
    view, block = view_of(mixed), scan_of(mixed)
    view.go_to(Span(block.start, block.start))
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE_MS)
    assert view.speaker.describe(mixed.front.document, block) == "¶3, page 3, a picture without text"
    place = view.viewport().rect().center()
    assert view._scan_at(QPointF(place)) == block
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert reader.original
    settled(mixed, qtbot)
    assert view_of(mixed).pill_words() == "Page 3 of 5"


def test_the_keyboard_walks_over_a_scan(mixed, qtbot):
    view, told = view_of(mixed), []
    view.go_to(mixed.front.document.blocks[1].span)
    view.speaker.said.connect(told.append)
    mixed.press("next_paragraph")
    assert told[-1] == "¶3, page 3, a picture without text"
    mixed.press("page_place")
    settled(mixed, qtbot)
    assert view_of(mixed).pill_words() == "Page 3 of 5"
