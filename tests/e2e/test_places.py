"""Several documents and several places: tabs, the split view, the line that says where one is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from deskbrief.document.spans import Span
from deskbrief.ui.models.filterbox import FilterBox
from helpers.e2e_program import PATIENCE_MS, end


def text(name):
    parts = [f"# {name}"]
    for chapter in range(1, 4):
        parts.append(f"## {name} chapter {chapter}")
        for part in range(1, 4):
            parts.append(f"### Part {chapter}.{part}")
            parts += [
                f"{name} {chapter}.{part}.{n} is a paragraph with a few words in it." for n in range(12)
            ]
    return "\n\n".join(parts)


@pytest.fixture
def files(tmp_path):
    found = [tmp_path / f"{name}.md" for name in ("Alpha", "Beta", "Gamma")]
    for file in found:
        file.write_text(text(file.stem), encoding="utf-8")
    return found


@pytest.fixture
def three(start, qtbot, files):
    running = start(*files)
    for item in running.window.parts.desk.documents:
        qtbot.waitUntil(lambda item=item: item.outline is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: running.front.document is not None)
    return running


def names(running):
    return [item.path.stem for item in running.window.parts.desk.documents]


def passage(running, words):
    at = running.front.document.text.index(words)
    return Span(at, at + len(words))


def go(running, qtbot, words):
    view = running.window.parts.reader.view
    running.window.controllers.navigation.go(passage(running, words))
    qtbot.waitUntil(lambda: view.place() > 0)
    return view.place()


def press(running, qtbot, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    window = running.window
    window.activateWindow()
    view = window.parts.reader.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, key, modifiers)


def test_keys_go_from_tab_to_tab(three, qtbot):
    assert three.front.path.stem == "Gamma"
    press(three, qtbot, Qt.Key.Key_PageDown)
    assert three.front.path.stem == "Alpha"
    press(three, qtbot, Qt.Key.Key_PageUp)
    assert three.front.path.stem == "Gamma"
    press(three, qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert three.front.path.stem == "Beta"
    press(three, qtbot, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert three.front.path.stem == "Gamma"
    press(three, qtbot, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert three.front.path.stem == "Gamma"
    assert not three.front.notes


def test_a_tab_is_closed_with_the_middle_button_and_comes_back_where_it_was(three, qtbot):
    tabs = three.window.tabs
    three.press("previous_document")
    assert three.front.path.stem == "Beta"
    place = go(three, qtbot, "Beta 3.1.1 is")
    middle = tabs.tabRect(1).center()
    qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=middle)
    assert names(three) == ["Alpha", "Gamma"]
    press(three, qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: three.front.document is not None, timeout=PATIENCE_MS)
    assert names(three) == ["Alpha", "Beta", "Gamma"]
    assert three.front.path.stem == "Beta"
    assert three.window.parts.reader.view.place() == place


def test_a_tab_that_is_not_in_front_closes_without_being_shown(three, qtbot):
    tabs, shown = three.window.tabs, three.front
    qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(0).center())
    assert names(three) == ["Beta", "Gamma"]
    assert three.front is shown
    assert tabs.currentIndex() == 1


def test_tabs_keep_the_order_they_are_dragged_into(three, qtbot):
    tabs, front = three.window.tabs, three.front
    start, target = tabs.tabRect(2).center(), tabs.tabRect(0).center() - QPoint(20, 0)
    qtbot.mousePress(tabs, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        qtbot.mouseMove(tabs, start + (target - start) * step / 10)
    qtbot.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=target)
    qtbot.waitUntil(lambda: names(three) == ["Gamma", "Alpha", "Beta"])
    assert three.front is front
    assert tabs.currentIndex() == 0


def test_a_tab_says_how_far_its_text_is_read(three, qtbot):
    assert "0 % read" in three.window.showing.titles.tab_tip(0)
    go(three, qtbot, "Gamma 3.3.11 is")
    assert "0 % read" not in three.window.showing.titles.tab_tip(2)
    assert three.window.showing.titles.tab_tip(7) == ""


def test_the_reading_place_outlives_closing_another_size_and_another_width(three, qtbot, files):
    place = go(three, qtbot, "Gamma 2.2.5 is")
    view = three.window.parts.reader.view
    here = three.front.document.block_at(place).paragraph
    three.press("larger")
    three.window.resize(900, 600)
    qtbot.waitUntil(lambda: three.window.width() == 900)
    assert abs(three.front.document.block_at(view.place()).paragraph - here) <= 1
    three.press("close")
    three.press("reopen")
    qtbot.waitUntil(lambda: three.front.document is not None, timeout=PATIENCE_MS)
    assert abs(three.front.document.block_at(view.place()).paragraph - here) <= 1


def test_what_was_open_is_open_at_the_next_start_but_only_the_front_one_is_read(three, start, qtbot, files):
    three.press("previous_document")
    end(three)

    again = start()
    again.window.begin([files[1]])
    assert names(again) == ["Alpha", "Beta", "Gamma"]
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    assert [item.sleeping for item in again.window.parts.desk.documents] == [True, False, True]
    assert again.window.tabs.tabText(0) == "Alpha"
    assert again.window.tabs.currentIndex() == 1
    again.press("next_document")
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    assert again.front.document.text.startswith("Gamma")


def test_the_library_leads_to_a_document_that_was_not_looked_at_yet(three, start, qtbot, files):
    sha256 = three.front.document.sha256
    end(three)
    again = start()
    again.window.begin([files[0]])
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    assert names(again)[-1] == "Gamma"
    again.window.controllers.documents.open_at(sha256, files[2], None)
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    assert names(again) == ["Alpha", "Beta", "Gamma"]
    assert again.front.document.sha256 == sha256


def test_it_is_not_when_that_is_not_wanted(three, start, files):
    three.window.parts.actions["remember"].setChecked(False)
    end(three)
    again = start()
    again.window.begin([files[0]])
    assert names(again) == ["Alpha"]


def test_the_section_is_said_above_the_text_and_leads_to_its_sisters(three, qtbot):
    go(three, qtbot, "Gamma 2.2.5 is")
    crumb = three.window.parts.panes.active.crumb
    qtbot.waitUntil(lambda: crumb.words() == "Gamma chapter 2 › Part 2.2")
    assert crumb.isVisible()
    assert crumb.accessibleName() == "Section: Gamma chapter 2 › Part 2.2"
    qtbot.mouseClick(crumb, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text().strip() for action in menu.actions()]
    assert titles == ["Gamma chapter 2", "Part 2.1", "Part 2.2", "Part 2.3"]
    assert [action.text().strip() for action in menu.actions() if action.isChecked()] == ["Part 2.2"]
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: crumb.words().endswith("Part 2.3"))
    three.press("back")
    qtbot.waitUntil(lambda: crumb.words().endswith("Part 2.2"))


def test_the_keyboard_reaches_the_sections(three, qtbot):
    go(three, qtbot, "Gamma 1.2.5 is")
    press(three, qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    crumb = three.window.parts.panes.active.crumb
    qtbot.waitUntil(lambda: crumb.words().endswith("Part 1.3"))


def test_a_split_view_shows_two_places_and_the_panels_follow_the_keyboard(three, qtbot):
    window, panes = three.window, three.window.parts.panes
    there = go(three, qtbot, "Gamma 3.1.5 is")
    press(three, qtbot, Qt.Key.Key_Backslash)
    assert panes.second is not None
    assert panes.active is panes.second
    qtbot.waitUntil(panes.second.reader.view.hasFocus)
    qtbot.waitUntil(lambda: abs(panes.second.reader.view.place() - there) < 200)
    go(three, qtbot, "Gamma 1.2.5 is")
    qtbot.waitUntil(lambda: panes.second.crumb.words().endswith("Part 1.2"))
    assert panes.first.crumb.words().endswith("Part 3.1")
    assert abs(panes.first.reader.view.place() - there) < 200
    qtbot.waitUntil(lambda: "Part 1.2" in window.parts.status.place_words())
    panes.first.reader.view.setFocus()
    qtbot.waitUntil(lambda: panes.active is panes.first)
    qtbot.waitUntil(lambda: "Part 3.1" in window.parts.status.place_words())
    three.press("other_pane")
    assert panes.active is panes.second
    three.press("back")
    qtbot.waitUntil(lambda: abs(panes.second.reader.view.place() - there) < 200)


def test_a_new_pane_goes_back_to_where_the_first_came_from_also_once_it_is_alone(three, qtbot):
    panes = three.window.parts.panes
    start = panes.first.reader.view.place()
    three.window.controllers.navigation.go(passage(three, "Gamma 3.1.5 is"))
    three.press("split")
    assert three.window.parts.actions["back"].isEnabled()
    three.press("split")
    assert panes.second is None
    three.press("back")
    qtbot.waitUntil(lambda: abs(panes.first.reader.view.place() - start) < 200)


def test_a_mark_made_in_one_pane_is_in_the_other_at_once(three, qtbot):
    panes = three.window.parts.panes
    three.press("split")
    qtbot.waitUntil(panes.second.reader.view.hasFocus)
    panes.second.reader.view.select(passage(three, "Gamma 1.1.2 is"))
    press(three, qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier)
    for pane in panes.all:
        assert [mark.span for mark in pane.reader.view.marks()] == [passage(three, "Gamma 1.1.2 is")]
    three.press("undo")
    assert not any(pane.reader.view.marks() for pane in panes.all)


def test_two_documents_stand_side_by_side_and_closing_one_leaves_the_other(three, qtbot):
    window, panes = three.window, three.window.parts.panes
    three.press("split")
    three.press("document_1")
    assert panes.second.reader.view.shown_document().text.startswith("Alpha")
    assert panes.first.reader.view.shown_document().text.startswith("Gamma")
    assert panes.second.crumb.words().startswith("Alpha")
    assert window.tabs.currentIndex() == 0
    panes.first.reader.view.setFocus()
    qtbot.waitUntil(lambda: three.front.path.stem == "Gamma")
    assert window.tabs.currentIndex() == 2
    three.press("close")
    assert panes.second is None
    assert names(three) == ["Alpha", "Beta"]
    assert three.front.path.stem == "Alpha"
    assert panes.first.reader.view.shown_document().text.startswith("Alpha")


def test_splitting_again_leaves_the_text_with_the_keyboard(three, qtbot):
    panes = three.window.parts.panes
    three.press("split")
    place = go(three, qtbot, "Gamma 2.1.5 is")
    three.press("split")
    assert panes.second is None
    view = panes.first.reader.view
    here = three.front.document.block_at(view.place()).paragraph
    assert abs(three.front.document.block_at(place).paragraph - here) <= 1
    assert view.hasFocus() or three.window.focusWidget() is view


def test_a_row_of_the_outline_is_shown_in_the_other_pane_with_ctrl(three, qtbot):
    window, panes = three.window, three.window.parts.panes
    rows = window.parts.outline.list
    window.parts.outline.findChild(FilterBox).setText("Part 3.3")
    qtbot.waitUntil(lambda: any("Part 3.3" in getattr(row, "title", "") for row in rows.rows))
    number = next(n for n, row in enumerate(rows.rows) if "Part 3.3" in getattr(row, "title", ""))
    rows.show_row(rows.rows[number].key)
    before = panes.first.reader.view.place()
    area = rows.row_rect(number)
    at = QPoint(area.left() + 80, area.center().y())
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert panes.second is not None
    assert panes.active is panes.first
    assert panes.first.reader.view.place() == before
    qtbot.waitUntil(lambda: panes.second.crumb.words().endswith("Part 3.3"))
    assert rows.hasFocus() or window.focusWidget() is rows


def test_the_split_is_there_again_after_the_next_start(three, start, qtbot, files):
    three.press("split")
    three.press("document_2")
    go(three, qtbot, "Beta 2.2.5 is")
    panes = three.window.parts.panes
    panes.first.reader.view.setFocus()
    qtbot.waitUntil(lambda: three.front.path.stem == "Gamma")
    place = panes.second.reader.view.place()
    end(three)

    again = start()
    again.window.begin([files[2]])
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    panes = again.window.parts.panes
    assert panes.second is None
    again.window.finish()
    qtbot.waitUntil(lambda: panes.second is not None)
    qtbot.waitUntil(lambda: panes.second.reader.view.place() > 0, timeout=PATIENCE_MS)
    beta = panes.second.reader.view
    assert beta.shown_document().text.startswith("Beta")
    assert abs(beta.place() - place) < 200
    assert again.front.path.stem == "Gamma"


def test_panes_can_stand_one_above_the_other(three):
    panes = three.window.parts.panes
    three.press("split")
    assert panes.beside
    three.press("turn_split")
    assert not panes.beside
    three.press("split")
    three.press("split")
    assert not panes.beside


def test_both_panes_have_the_colours_of_the_theme(three, qtbot):
    window, panes = three.window, three.window.parts.panes
    window.appearance.choose("dark")
    three.press("split")
    papers = {pane.reader.view.viewport().palette().base().color().name() for pane in panes.all}
    assert papers == {window.appearance.theme.paper}
    three.press("split")
    assert panes.first.reader.view.viewport().palette().base().color().name() in papers


@pytest.mark.parametrize("paged", [False, True], ids=["flowing", "paged"])
def test_the_passage_of_a_row_stays_told_until_the_reader_goes_on(reading, qtbot, paged):
    reader = reading.window.parts.reader
    reader.use(paged=paged)
    view = reader.view
    qtbot.waitUntil(lambda: view.visible() != Span(0, 0))
    span = reading.front.curated.recommendations[0].span
    reading.window.controllers.navigation.go(span)
    qtbot.waitUntil(lambda: not view._lights._timer.isActive(), timeout=5000)
    assert view._lights._arrived == span
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view._lights._arrived is None
    reading.window.controllers.navigation.go(span)
    qtbot.keyClick(view, Qt.Key.Key_Period)
    assert view._lights._arrived is None
