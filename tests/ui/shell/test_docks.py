import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow

from deskbrief.ui.docks import LEAST, PAGE, USUAL_WIDTH, Docks


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


def widths(every):
    return {dock.width() for dock in every.values() if dock.isVisible() and dock.x() >= 0}


def test_panels_get_narrower_before_the_text_does_and_get_their_width_back(qtbot, window, made):
    docks, every, _ = made
    with qtbot.waitExposed(window):
        window.show()
    let_the_loop_turn(qtbot)
    assert widths(every) == {USUAL_WIDTH}
    docks.fit_window(800, 440)
    qtbot.waitUntil(lambda: widths(every) == {360})
    window.resize(900, 500)
    docks.fit_window(900, 440)
    qtbot.waitUntil(lambda: widths(every) == {USUAL_WIDTH})


def test_panels_go_where_the_text_would_have_too_little_beside_the_narrowest_of_them(qtbot, window, made):
    docks, _, _ = made
    with qtbot.waitExposed(window):
        window.show()
    let_the_loop_turn(qtbot)
    docks.fit_window(800, 800 - LEAST[0] + 1)
    assert docks.out_of_sight
    docks.fit_window(800, 800 - LEAST[0])
    assert not docks.out_of_sight


def test_a_width_that_the_reader_gave_to_panels_is_kept(qtbot, window, made):
    docks, every, _ = made
    with qtbot.waitExposed(window):
        window.show()
    let_the_loop_turn(qtbot)
    window.resizeDocks([every["first"]], [370], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: widths(every) == {370})
    docks.fit_window(800, 200)
    docks.fit_window(800, 460)
    qtbot.waitUntil(lambda: widths(every) == {340})
    docks.fit_window(800, 200)
    qtbot.waitUntil(lambda: widths(every) == {370})


def test_panels_are_hidden_and_come_together(qtbot, window, made):
    docks, every, _ = made
    with qtbot.waitExposed(window):
        window.show()
    every["second"].setWidget(QLineEdit(window))
    docks.show(every["second"])
    every["second"].widget().setFocus()
    qtbot.waitUntil(lambda: not every["second"].visibleRegion().isEmpty())
    assert not docks.show(every["second"])
    assert docks.out_of_sight
    assert docks.show(every["third"])
    assert not any(dock.isHidden() for dock in every.values())
    qtbot.waitUntil(lambda: docks.panels() == [every["third"].widget()])
