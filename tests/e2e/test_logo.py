"""The logo of briefs, chosen, described and taken away in the builder of the real program."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from helpers.e2e_program import PATIENCE_MS, builder_of, end
from helpers.pictures import picture
from helpers.when_asked import when_asked


@pytest.fixture
def builder(reading, qtbot):
    """The builder on the sample."""
    return builder_of(reading, qtbot)


def act(window, words):
    """Choose an act from the menu of the logo."""
    (found,) = [one for one in window.form.logo_menu.actions() if one.text().replace("&", "") == words]
    assert found.isEnabled()
    found.trigger()


def choose(program, window, qtbot, path):
    program.chosen.files = [path]
    act(window, "Choose a picture…")
    qtbot.waitUntil(lambda: window.draft.logo is not None, timeout=PATIENCE_MS)


def pictures_in(program, window, qtbot, path):
    program.chosen.place = path
    with qtbot.waitSignal(program.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return len(PdfReader(path).pages[0].images)


def test_a_logo_is_chosen_described_taken_away_and_undone(builder, reading, qtbot, tmp_path):
    (tmp_path / "house.png").write_bytes(picture())
    assert pictures_in(reading, builder, qtbot, tmp_path / "without.pdf") == 0
    choose(reading, builder, qtbot, tmp_path / "house.png")
    assert pictures_in(reading, builder, qtbot, tmp_path / "with.pdf") == 1

    def describe(dialog):
        dialog.setTextValue("A lighthouse")
        dialog.accept()

    when_asked(QInputDialog, describe)
    act(builder, "Describe it…")
    assert builder.draft.logo.words == "A lighthouse"
    assert "house.png" in builder.form._logo.toolTip()
    act(builder, "Remove it")
    assert builder.draft.logo is None
    builder.undo()
    assert builder.draft.logo.words == "A lighthouse"
    builder.undo()
    builder.undo()
    assert builder.draft.logo is None


def test_the_next_document_has_the_same_logo_and_a_template_keeps_it(start, reading, qtbot, tmp_path):
    (tmp_path / "house.png").write_bytes(picture())
    window = builder_of(reading, qtbot)
    choose(reading, window, qtbot, tmp_path / "house.png")
    logo = window.draft.logo
    (tmp_path / "house.png").unlink()
    window.close()
    end(reading)
    other = tmp_path / "other.txt"
    other.write_text("The council met on 5 May 2021.\n\nStates should act at once.\n", encoding="utf-8")
    again = start(other)
    qtbot.waitUntil(lambda: again.front is not None and again.front.complete, timeout=PATIENCE_MS)
    window = builder_of(again, qtbot)
    assert window.draft.logo == logo

    def name(dialog):
        dialog.setTextValue("House")
        dialog.accept()

    when_asked(QInputDialog, name)
    window._deeds.save_template()
    act(window, "Remove it")
    window.head.templates.fill()
    (own,) = [one for one in window.head.templates.actions() if one.text() == "House"]
    own.trigger()
    assert window.draft.logo == logo


def test_what_is_no_picture_is_told_and_changes_nothing(builder, reading, qtbot, tmp_path):
    (tmp_path / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    reading.chosen.files = [tmp_path / "drawing.svg"]
    act(builder, "Choose a picture…")
    qtbot.waitUntil(lambda: "PNG or JPEG" in builder.notice.text(), timeout=PATIENCE_MS)
    assert builder.draft.logo is None
    assert QApplication.activeModalWidget() is None
