"""Small windows and large words: the text keeps its room, and what one needs most stays within reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from deskbrief.ui.docks import NARROW_WINDOW
from deskbrief.ui.theme import DARK, LIGHT, SEPIA
from helpers.e2e_program import builder_of


def button(window, text):
    return next(one for one in window.bar.findChildren(QToolButton) if one.text() == text)


def test_a_narrow_window_is_left_to_the_text_and_keeps_its_buttons(reading, qtbot):
    window = reading.window
    window.resize(640, 420)
    qtbot.waitUntil(lambda: window.width() < NARROW_WINDOW)
    assert not window.outline_dock.isVisible()
    for text in ("☰ Menu", "Aa", "Brief ▸"):
        one = button(window, text)
        qtbot.waitUntil(one.isVisible)
        assert window.bar.rect().contains(one.geometry())
    reading.press("outline")
    assert window.outline_dock.isVisible()
    reading.press("library")
    assert not window.outline_dock.isVisible()
    page = window.controllers.libraries.page
    for name in ("backups", "chronology", "remove"):
        shown = page.findChild(QPushButton, f"library_{name}")
        qtbot.waitUntil(lambda one=shown: one.width() >= one.minimumSizeHint().width())
    window.show_page(None)
    assert window.outline_dock.isVisible()
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: window.width() > NARROW_WINDOW)
    assert window.outline_dock.isVisible()


def test_the_words_around_the_text_follow_its_size_half_as_far(reading, qtbot):
    window, usual = reading.window, QApplication.font().pointSizeF()
    height = button(window, "Aa").fontMetrics().height()
    for _ in range(6):
        reading.press("larger")
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() > usual, timeout=5000)
    assert button(window, "Aa").fontMetrics().height() > height
    assert window.appearance.panel_font.pointSizeF() == QApplication.font().pointSizeF()
    reading.press("normal")
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() == usual, timeout=5000)


def test_the_line_at_the_bottom_says_nothing_that_is_cut_to_nothing(reading, qtbot):
    window, status = reading.window, reading.window.parts.status
    view = window.parts.reader.view
    reading.press("mark_1")
    view.scroller.setValue(view.scroller.maximum() // 3)
    window.resize(640, 420)
    qtbot.waitUntil(lambda: window.width() < NARROW_WINDOW)
    coverage = status.findChild(QToolButton, "coverage")
    qtbot.waitUntil(lambda: not coverage.isVisible())
    for label in (*status.findChildren(QLabel), status.findChild(QToolButton, "place")):
        if label.isVisible() and label.text():
            qtbot.waitUntil(lambda one=label: status.rect().contains(one.geometry()))
    window.resize(1300, 700)
    qtbot.waitUntil(coverage.isVisible)


def test_the_search_box_says_what_there_is_room_for(reading, qtbot):
    window, search = reading.window, reading.window.bar.search
    assert search.placeholderText() == "Search text, notes, events…  Ctrl K"
    window.resize(640, 420)
    qtbot.waitUntil(lambda: search.placeholderText() == "Search…  Ctrl K")


def test_the_buttons_of_a_small_builder_say_less_and_are_not_cut(reading, qtbot):
    builder = builder_of(reading, qtbot)
    head = builder.head

    def are_whole() -> bool:
        return all(one.width() >= one.sizeHint().width() for one in head.findChildren(QPushButton))

    for width, back in ((1300, "← Back to reading"), (760, "←"), (1300, "← Back to reading")):
        builder.resize(width, 500)
        qtbot.waitUntil(lambda wide=width: builder.width() == wide)
        qtbot.waitUntil(are_whole)
        qtbot.waitUntil(lambda word=back: word in [one.text() for one in head.findChildren(QPushButton)])


def test_lines_stay_long_enough_to_read_and_the_bar_offers_the_panels(reading, qtbot):
    window = reading.window
    view = window.parts.reader.view
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.width() == 900)
    assert not window.docks.out_of_sight
    for _ in range(6):
        reading.press("larger")
    qtbot.waitUntil(lambda: window.docks.out_of_sight, timeout=5000)
    qtbot.waitUntil(lambda: view.width() > view.least_width() - 30)
    outline = button(window, "Outline")
    qtbot.waitUntil(outline.isVisible)
    outline.click()
    qtbot.waitUntil(window.outline_dock.isVisible)
    assert not window.notes_dock.isHidden()
    qtbot.waitUntil(lambda: not outline.isVisible())
    reading.press("normal")
    qtbot.waitUntil(lambda: not window.docks.out_of_sight and window.notes_dock.isVisible(), timeout=5000)


@pytest.mark.parametrize("kind", ["flowing", "paged"])
def test_the_paper_stays_dark_when_the_words_around_it_get_another_size(reading, qtbot, kind):
    """The style sheet, applied anew, gave the text back the paper that it had at the start."""
    window = reading.window
    reader = window.parts.reader
    reader.use(paged=kind == "paged")

    def papers():
        return {grab_colour(reader.view.viewport()), reader.view.palette().base().color().name()}

    for appearance, theme in (("dark", DARK), ("sepia", SEPIA), ("light", LIGHT)):
        window.appearance.choose(appearance)
        qtbot.waitUntil(lambda wanted=theme: papers() == {wanted.paper})
        before = QApplication.font().pointSizeF()
        for _ in range(3):
            reading.press("larger")
        qtbot.waitUntil(lambda size=before: QApplication.font().pointSizeF() > size, timeout=5000)
        assert papers() == {theme.paper}
        reading.press("normal")
        qtbot.waitUntil(lambda size=before: QApplication.font().pointSizeF() == size, timeout=5000)
        assert papers() == {theme.paper}


def test_the_bar_keeps_its_places_when_the_colours_change(reading, qtbot):
    """Qt gave the bar its own narrow edges with the first other theme, so that every button jumped."""
    window = reading.window

    def places():
        return [one.geometry() for one in window.bar.findChildren(QToolButton) if one.isVisible()]

    before = places()
    for appearance, theme in (("dark", DARK), ("light", LIGHT)):
        window.appearance.choose(appearance)
        qtbot.waitUntil(lambda wanted=theme: grab_colour(window.bar) == wanted.paper)
        assert places() == before
    assert window.bar.rect().right() - before[-1].right() == pytest.approx(before[0].left() + 5, abs=3)


def grab_colour(widget):
    """Return the colour in the corner of what is seen of a widget."""
    return widget.grab(QRect(0, 0, 8, 8)).toImage().pixelColor(4, 4).name()
