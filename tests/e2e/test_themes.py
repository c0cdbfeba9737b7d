"""Another theme and another size of the words reach every widget, and dress each of them once."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget


class Dressed(QObject):
    """Counts how often widgets are told that their style has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.counts[watched] += 1
        return False


def picture(window):
    QApplication.sendPostedEvents()
    return window.grab().toImage()


def set_sheet_anew():
    """Dress everything as Qt does when it first gets a style sheet."""
    sheet = QApplication.instance().styleSheet()
    for one in ("", sheet):
        QApplication.instance().setStyleSheet(one)


@pytest.fixture
def dressing(qapp):
    counting = Dressed()
    qapp.installEventFilter(counting)
    yield counting
    qapp.removeEventFilter(counting)


@pytest.mark.parametrize("theme", ["dark", "sepia"])
def test_a_theme_is_worn_as_if_the_window_had_been_made_in_it(reading, qtbot, theme):
    window = reading.window
    light = picture(window)
    window.appearance.choose(theme)
    worn = picture(window)
    assert worn != light
    set_sheet_anew()
    # What is set anew by Qt has to be told its colours again by us, as in the window's first dress.
    for pane in window.parts.panes.all:
        pane.set_theme(window.appearance.theme)
    assert picture(window) == worn
    window.appearance.choose("light")
    assert picture(window) == light


def test_a_theme_dresses_no_widget_over_and_over(reading, dressing):
    reading.window.appearance.choose("dark")
    # Some have rules of their own besides, and so have those within them.
    assert len(dressing.counts) > 40
    assert max(dressing.counts.values()) <= 4
    assert sum(dressing.counts.values()) < 1.5 * len(dressing.counts)


@pytest.fixture
def usual_font(qapp):
    """Leave the application its font, which outlives the window that made it larger."""
    font = qapp.font()
    yield
    qapp.setFont(font)


def test_larger_words_reach_what_has_rules_of_its_own(reading, qtbot, usual_font):
    window = reading.window
    before = {name: part.font().pointSizeF() for name, part in named(window).items()}
    window.appearance.set_size(24)
    qtbot.waitUntil(lambda: window.appearance.panel_font.pointSizeF() == window.bar.font().pointSizeF())
    after = {name: part.font().pointSizeF() for name, part in named(window).items()}
    share = window.appearance.share
    assert share > 1.2
    assert after == pytest.approx({name: size * share for name, size in before.items()}, abs=0.5)


def named(window):
    """Return parts of the window that the style sheet has rules for."""
    return {
        "title": window.bar.title,
        "search": window.bar.search,
        "bar": window.bar,
        "status": window.parts.status,
        "filter": window.parts.outline.findChild(QLineEdit),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_signs_on_check_boxes_suit_the_theme(reading, qtbot, theme):
    reading.window.appearance.choose(theme)
    dialog = QDialog(reading.window)
    box = QCheckBox("Yes", dialog)
    QVBoxLayout(dialog).addWidget(box)
    qtbot.addWidget(dialog)
    box.setChecked(True)
    dialog.show()
    worn, shown = reading.window.appearance.theme, box.grab().toImage()
    inside = {shown.pixelColor(x, y).name() for x in range(14) for y in range(shown.height())}
    assert worn.accent in inside
    lights = [sum(int(name[at : at + 2], 16) for at in (1, 3, 5)) for name in inside]
    assert (max(lights) > 740) is (theme == "light")


def test_colours_and_letters_are_chosen_by_their_commands(reading):
    appearance = reading.window.appearance
    for command in ("colours_dark", "sans", "justify"):
        reading.press(command)
    assert appearance.theme.name == "dark"
    assert (appearance.typography.serif, appearance.typography.justify) == (False, True)
    assert reading.window.parts.reader.view.theme().name == "dark"
    for command in ("colours_light", "serif", "justify"):
        reading.press(command)
    assert appearance.theme.name == "light"
    assert (appearance.typography.serif, appearance.typography.justify) == (True, False)


def test_rows_follow_the_size_of_the_text_after_it(reading, qtbot, usual_font):
    window = reading.window
    usual = window.parts.outline.list.font().pointSizeF()
    window.appearance.set_size(24)
    # The text comes first: thousands of rows are laid out anew when no other size follows.
    assert window.parts.outline.list.font().pointSizeF() == usual
    size = window.appearance.panel_font.pointSizeF()
    assert size > usual
    panels = (window.parts.outline, *window.parts.side.made_panels())
    qtbot.waitUntil(lambda: all(panel.list.font().pointSizeF() == size for panel in panels))
