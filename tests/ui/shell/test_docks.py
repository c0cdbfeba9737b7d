import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QMainWindow

from deskbrief.ui.docks import PAGE, Docks


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel("text", window))
    window.resize(800, 500)
    return window


@pytest.fixture
def made(window):
    """Three docks one behind the other, and the names of those whose panels have been made."""
    docks, made = Docks(window), []
    every = {}

    def maker(name):
        def make():
            made.append(name)
            every[name].setWidget(QLabel(name, window))

        return make

    for name in ("first", "second", "third"):
        every[name] = docks.add(f"{name}Dock", name, maker(name))
    docks.arrange()
    return docks, every, made


def let_the_loop_turn(qtbot):
    for _ in range(3):
        with qtbot.waitCallback() as turned:
            QTimer.singleShot(0, turned)


def test_only_the_panel_in_sight_is_made(qtbot, window, made):
    _, _, names = made
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: names == ["first"])
    let_the_loop_turn(qtbot)
    assert names == ["first"]


def test_a_panel_is_made_once_when_its_tab_is_chosen(qtbot, window, made):
    _, every, names = made
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: names == ["first"])
    every["third"].raise_()
    qtbot.waitUntil(lambda: names == ["first", "third"])
    every["first"].raise_()
    let_the_loop_turn(qtbot)
    every["third"].raise_()
    let_the_loop_turn(qtbot)
    assert names == ["first", "third"]


def test_a_panel_that_is_asked_for_is_there_at_once(qtbot, window, made):
    docks, every, names = made
    with qtbot.waitExposed(window):
        window.show()
    docks.show(every["second"])
    assert "second" in names
    assert every["second"].widget().text() == "second"
    qtbot.waitUntil(lambda: docks.panels() == [every["second"].widget()])


def test_what_is_behind_is_no_stop_for_tab_nor_for_a_screen_reader(qtbot, window, made):
    _, every, _ = made
    with qtbot.waitExposed(window):
        window.show()
    for dock in every.values():
        dock.fill()
    let_the_loop_turn(qtbot)
    assert [name for name, dock in every.items() if dock.widget().isVisible()] == ["first"]
    every["third"].raise_()
    assert every["third"].widget().isVisible()
    let_the_loop_turn(qtbot)
    assert [name for name, dock in every.items() if dock.widget().isVisible()] == ["third"]
    every["third"].hide()
    every["third"].show()
    every["third"].raise_()
    let_the_loop_turn(qtbot)
    assert [name for name, dock in every.items() if dock.widget().isVisible()] == ["third"]


def test_panels_that_were_put_away_come_back_as_they_were(qtbot, window, made):
    docks, every, _ = made
    with qtbot.waitExposed(window):
        window.show()
    for dock in every.values():
        dock.fill()
    every["second"].raise_()
    let_the_loop_turn(qtbot)
    docks.put_away(PAGE)
    let_the_loop_turn(qtbot)
    docks.bring_back(PAGE)
    let_the_loop_turn(qtbot)
    assert [name for name, dock in every.items() if dock.widget().isVisible()] == ["second"]


def test_counts_are_left_out_before_the_words_of_a_tab_are_cut(qtbot, window, made):
    docks, every, _ = made
    with qtbot.waitExposed(window):
        window.show()
    for name, count in (("first", 3), ("second", 57), ("third", 8)):
        docks.name(every[name], "A rather long title", count)
    assert [dock.windowTitle() for dock in every.values()] == ["A rather long title"] * 3
    for name, count in (("first", 3), ("second", 57), ("third", 8)):
        docks.name(every[name], name.title(), count)
    assert [dock.windowTitle() for dock in every.values()] == ["First 3", "Second 57", "Third 8"]
