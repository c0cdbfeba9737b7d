import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from deskbrief.document.model import Coverage, LeftOut
from deskbrief.ui.dialogs.coverage import CoverageDialog


@pytest.fixture
def coverage() -> Coverage:
    parts = (
        LeftOut("control characters", 3),
        LeftOut("navigation", 9, "Home News", "Home\nNews", optional=True),
    )
    return Coverage(91, parts, ("One picture is not shown.",), ("comments",))


@pytest.fixture
def dialog(coverage, qtbot):
    dialog = CoverageDialog(coverage)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: CoverageDialog) -> list[str]:
    return [dialog._parts.item(row).text() for row in range(dialog._parts.count())]


def test_every_part_is_listed_with_its_size(dialog):
    assert rows(dialog) == [
        "comments · in the text",
        "control characters · 3 characters",
        "navigation · 9 characters",
    ]


def test_the_whole_text_of_a_part_is_shown(dialog):
    dialog._parts.setCurrentRow(2)
    assert dialog._text.toPlainText() == "Home\nNews"


def test_only_what_can_be_taken_in_has_a_box(dialog):
    assert [bool(dialog._parts.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable) for row in range(3)] == [
        True,
        False,
        True,
    ]


def test_nothing_is_read_again_before_something_changed(dialog):
    assert dialog.chosen() == ("comments",)
    assert not dialog._apply.isEnabled()
    dialog._parts.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen() == ("comments", "navigation")
    assert dialog._apply.isEnabled()


def first_words(dialog: CoverageDialog) -> str:
    return dialog.findChild(QLabel).text()


def test_the_share_is_not_named_when_text_is_lost(qtbot):
    dialog = CoverageDialog(Coverage(91, (), ("A part of this file is damaged.",), whole=False))
    qtbot.addWidget(dialog)
    assert "100 %" not in first_words(dialog)
    assert first_words(dialog).startswith("Only a part of this file could be read.\nA part of this file")


def test_the_share_is_named_when_the_text_is_whole(dialog):
    assert first_words(dialog).startswith("88 % of the text in this file is shown.\nOne picture")


def test_a_long_reason_is_read_without_scrolling_sideways(qtbot):
    reason = "a reason of many words that nobody could read in one line of this narrow list of parts"
    dialog = CoverageDialog(Coverage(91, (LeftOut(reason, 3),)))
    qtbot.addWidget(dialog)
    dialog.show()
    parts = dialog._parts
    qtbot.waitUntil(lambda: parts.visualItemRect(parts.item(0)).width() <= parts.viewport().width())
    assert not parts.horizontalScrollBar().isVisible()
    assert parts.visualItemRect(parts.item(0)).height() > 1.5 * parts.fontMetrics().lineSpacing()


def test_where_nothing_was_left_out_nothing_lies_over_the_sentence(qtbot):
    dialog = CoverageDialog(Coverage(100))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._parts.isVisible()
    assert not dialog._text.isVisible()
