"""The list view: geometry, what stays in place, mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QCursor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskbrief.ui.models.look import EDGE
from deskbrief.ui.models.painters import Painters, RowPainter, RowState, Zone
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.theme import DARK, LIGHT


class Words:
    def title(self, row: Row) -> str:
        return row.key

    def spoken(self, row: Row) -> str:
        return f"row {row.key}"

    def tip(self, row: Row) -> str:
        return row.key


class Painter(RowPainter[Row]):
    """Rows of 20 to 60 pixels that are guessed to be 30, with a zone at the right."""

    def measure(self, row: Row, width: int) -> int:
        return 30 if row.sticky else 20 + sum(map(ord, row.key)) % 5 * 10

    def _estimate(self, width: int, row: Row) -> int:
        return 30

    def draw(self, painter: QPainter, rect: QRect, row: Row, state: RowState) -> None:
        painter.drawText(rect, row.key)

    def zones(self, row: Row, rect: QRect) -> tuple[Zone, ...]:
        return (Zone("x", QRect(rect.right() - 30, rect.top(), 24, rect.height()), "hint"),)


def rows_of(keys: list[str]) -> list[Row]:
    heads = ("head",)
    return [
        Row(key=key, sticky=key.startswith(heads), open=True if key.startswith(heads) else None)
        for key in keys
    ]


@pytest.fixture
def view(qtbot: QtBot) -> RowView:
    view = RowView(Words(), Painters({Row: Painter()}), frozenset("yx"))
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.set_theme(LIGHT)
    view.show()
    return view


def many(count: int = 500) -> list[str]:
    return [f"row {number}" for number in range(count)]


def y_of(view: RowView, key: str) -> int:
    return view.row_rect([row.key for row in view.rows].index(key)).top()


def test_rows_in_sight_are_measured_and_lie_one_below_the_other(view: RowView) -> None:
    view.fill(rows_of(many()))
    view.verticalScrollBar().setValue(5000)
    for number in view.seen():
        rect, following = view.row_rect(number), view.row_rect(number + 1)
        assert rect.height() == Painter().measure(view.rows[number], 300)
        assert following.top() == rect.bottom() + 1


def test_scrolling_by_a_step_moves_what_is_in_sight_by_that_step(view: RowView) -> None:
    view.fill(rows_of(many()))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    while bar.value() > 300:
        key = view.rows[view.seen().start + 1].key
        before = y_of(view, key)
        bar.setValue(bar.value() - 40)
        assert y_of(view, key) == before + 40


@pytest.mark.parametrize("count", [0, 3, 500])
def test_a_list_covers_what_lies_below_it(view: RowView, count: int) -> None:
    """It says so to Qt, which else paints it once for itself and once with a window whose colours change."""
    view.fill(rows_of(many(count)))
    assert view.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    picture = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    picture.fill(QColor("magenta"))
    view.viewport().render(picture, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert LIGHT.panel in seen
    assert "#ff00ff" not in seen


def test_the_end_can_be_reached(view: RowView) -> None:
    view.fill(rows_of(many()))
    bar = view.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
    assert view.row_rect(499).bottom() <= view.viewport().height()


@pytest.mark.parametrize("change", ["insert above", "remove above", "replace below"])
def test_what_is_in_sight_stays_where_it_is(view: RowView, change: str) -> None:
    view.fill(rows_of(many()))
    view.verticalScrollBar().setValue(6000)
    seen = [view.rows[number].key for number in view.seen()]
    before = [y_of(view, key) for key in seen]
    keys = {
        "insert above": [*(f"new {n}" for n in range(40)), *many()],
        "remove above": many()[50:],
        "replace below": [*many()[: view.seen().stop], "one", "two"],
    }[change]
    view.fill(rows_of(keys))
    assert [y_of(view, key) for key in seen] == before


def test_the_current_row_is_kept_and_no_signal_says_otherwise(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(many(20)))
    view.set_current(7)
    with qtbot.assertNotEmitted(view.moved):
        view.fill(rows_of(["above", *many(20)]))
    assert view.current is not None
    assert view.current.key == "row 7"


def test_when_the_current_row_goes_its_neighbour_follows(view: RowView) -> None:
    view.fill(rows_of(many(5)))
    view.set_current(4)
    view.fill(rows_of(many(4)))
    assert view.current is not None
    assert view.current.key == "row 3"
    view.fill([])
    assert view.current is None


def test_a_narrower_view_keeps_its_place(view: RowView) -> None:
    view.fill(rows_of(many()))
    view.verticalScrollBar().setValue(4000)
    key = view.rows[view.seen().start].key
    before = y_of(view, key)
    view.resize(220, 400)
    assert y_of(view, key) == before


def test_headers_are_held_at_the_top_and_at_the_bottom(view: RowView) -> None:
    view.fill(rows_of(["head a", *many(50), "head b", *(f"b {n}" for n in range(50)), "head c", "c"]))
    view.verticalScrollBar().setValue(700)
    assert view.drawn_rect(0).top() == 0
    assert view.drawn_rect(51).bottom() < view.drawn_rect(102).top()
    assert view.drawn_rect(102).bottom() == view.viewport().height() - 1
    assert view.number_at(QPoint(20, 5)) == 0


def test_a_click_on_a_header_held_at_the_bottom_goes_there(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(["head a", *many(50), "head b", *(f"b {n}" for n in range(50))]))
    at = view.drawn_rect(51).center() - QPoint(60, 0)
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.row_rect(51).top() == 0


def test_a_row_shown_is_not_hidden_behind_headers(view: RowView) -> None:
    view.fill(rows_of(["head a", *many(50), "head b", *(f"b {n}" for n in range(50))]))
    for key in ("row 40", "row 1", "b 49", "b 0"):
        number = view.show_row(key)
        rect = view.row_rect(number)
        assert rect.top() >= 30
        assert view.number_at(QPoint(20, rect.top())) == number
        assert view.number_at(QPoint(20, rect.bottom())) == number


def test_a_click_opens_a_row_and_a_zone_keeps_it_for_itself(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(many(5)))
    rect = view.row_rect(2)
    with qtbot.waitSignal(view.opened) as opened, qtbot.assertNotEmitted(view.zone_clicked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert opened.args[0].key == "row 2"
    zone = QPoint(rect.right() - 20, rect.center().y())
    with qtbot.waitSignal(view.zone_clicked) as clicked, qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=zone)
    assert (clicked.args[0].key, clicked.args[1]) == ("row 2", "x")


def test_a_press_that_is_let_go_elsewhere_does_nothing(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(many(5)))
    with qtbot.assertNotEmitted(view.opened), qtbot.assertNotEmitted(view.zone_clicked):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_rect(1).center())
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_rect(3).center())


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([Qt.Key.Key_Down], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up], 1),
        ([Qt.Key.Key_End], 499),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Up], 0),
    ],
)
def test_keys_move(view: RowView, qtbot: QtBot, keys: list[Qt.Key], number: int) -> None:
    view.fill(rows_of(many()))
    view.set_current(0)
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.currentIndex().row() == number
    assert number in view.seen()


def test_pages_move_by_about_a_view(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(many()))
    view.set_current(0)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert 5 < view.currentIndex().row() < 25
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.currentIndex().row() == 0


def test_enter_opens_and_arrows_fold(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(["head a", "b"]))
    view.set_current(0)
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.fold_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert asked.args[1] is False


def test_only_the_letters_of_the_panel_are_taken(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(many(3)))
    view.set_current(1)
    with qtbot.waitSignal(view.lettered) as lettered:
        qtbot.keyClick(view, Qt.Key.Key_Y)
    assert (lettered.args[0].key, lettered.args[1]) == ("row 1", "y")
    with qtbot.assertNotEmitted(view.lettered):
        qtbot.keyClick(view, Qt.Key.Key_N)
        qtbot.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() == 1


def test_f2_edits_where_there_is_something_to_edit(view: RowView, qtbot: QtBot) -> None:
    other = RowView(Words(), Painters({Row: Painter()}), frozenset("e"))
    qtbot.addWidget(other)
    other.fill(rows_of(many(3)))
    other.set_current(1)
    with qtbot.waitSignal(other.lettered) as lettered:
        qtbot.keyClick(other, Qt.Key.Key_F2)
    assert (lettered.args[0].key, lettered.args[1]) == ("row 1", "e")
    view.fill(rows_of(many(3)))
    view.set_current(1)
    with qtbot.assertNotEmitted(view.lettered):
        qtbot.keyClick(view, Qt.Key.Key_F2)


def test_walking_goes_to_the_head_and_into_it(view: RowView) -> None:
    view.fill(rows_of(["head a", "b", "c", "head d", "e"]))
    for row in view.rows:
        row.depth = 0 if row.sticky else 1
    view.set_current(2)
    view.walk(inwards=False)
    assert view.currentIndex().row() == 0
    view.walk(inwards=True)
    assert view.currentIndex().row() == 1


def test_the_mouse_is_felt_by_the_row_under_it(view: RowView, qtbot: QtBot) -> None:
    view.fill(rows_of(many(5)))
    at = QPointF(view.row_rect(3).center())
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        at,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), move)
    assert view.state_of(3).hovered
    with qtbot.waitSignal(view.mouse_left):
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not view.state_of(3).hovered


def test_a_screen_reader_sees_a_list_with_its_rows(view: RowView) -> None:
    view.fill(rows_of(many(5)))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() is QAccessible.Role.List
    assert interface.childCount() == 5
    assert interface.child(2).text(QAccessible.Text.Name) == "row row 2"
    assert interface.child(2).rect().height() == view.row_rect(2).height()


def test_scroll_hints(view: RowView) -> None:
    view.fill(rows_of(many()))
    index = view.model().index(200, 0)
    view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
    assert abs(view.visualRect(index).center().y() - 200) < 60
    view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
    assert view.visualRect(index).top() == 0
    assert view.indexAt(QPoint(10, 2)) == index


def test_the_row_under_the_mouse_stays_there_whatever_comes_above_it(view: RowView, qtbot: QtBot) -> None:
    view.move(200, 200)
    view.fill(rows_of(many()))
    view.verticalScrollBar().setValue(3000)
    QCursor.setPos(view.viewport().mapToGlobal(QPoint(60, 250)))
    qtbot.waitUntil(view.viewport().underMouse)
    key = view.rows[view.number_at(QPoint(60, 250))].key
    before = y_of(view, key)
    view.fill(rows_of([*(f"new {n}" for n in range(9)), *(k for k in many() if k == key or int(k[4:]) % 2)]))
    assert y_of(view, key) == before


@pytest.mark.parametrize(("before", "scrolled", "after"), [(9, 0, 4), (9, 0, 1), (60, 99_999, 60)])
def test_the_row_under_the_mouse_stays_there_at_either_end_too(
    view: RowView, qtbot: QtBot, before: int, scrolled: int, after: int
) -> None:
    """What comes can be shorter than what stood there, and the list had no room to scroll."""
    kept = [f"kept {number}" for number in range(9)]
    view.move(200, 200)
    view.fill(rows_of([*many(before), *kept, *many(3)]))
    bar = view.verticalScrollBar()
    bar.setValue(scrolled)
    QCursor.setPos(view.viewport().mapToGlobal(QPoint(60, 370)))
    qtbot.waitUntil(view.viewport().underMouse)
    key = view.rows[view.number_at(QPoint(60, 370))].key
    place = y_of(view, key)
    rest = [key] if scrolled else [key, *kept[::2]]
    view.still = True
    view.fill(rows_of([*many(after), *dict.fromkeys(rest)]))
    view.still = False
    assert y_of(view, key) == place
    assert view.rows[view.number_at(QPoint(60, 370))].key == key
    QCursor.setPos(5, 5)
    qtbot.waitUntil(lambda: bar.minimum() == 0)
    assert 0 <= bar.value() <= bar.maximum()
    assert bar.maximum() in {0, view._stack.total + EDGE - view.viewport().height()}


def test_nothing_is_drawn_anew_when_the_window_becomes_active_or_not(qtbot: QtBot, view: RowView) -> None:
    view.fill(rows_of(list("abc")))
    drawn: list[str] = []
    painter = view._painters
    draw = painter.draw
    painter.draw = lambda p, rect, row, state: (drawn.append(row.key), draw(p, rect, row, state))[1]

    def is_still() -> bool:
        drawn.clear()
        QApplication.processEvents()
        return drawn == []

    qtbot.waitUntil(is_still)
    for kind in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate):
        QApplication.sendEvent(view.viewport(), QEvent(kind))
    QApplication.processEvents()
    assert drawn == []
    view.viewport().update()
    qtbot.waitUntil(lambda: set(drawn) == set("abc"))


def test_a_look_is_made_anew_only_for_another_theme_or_font(view: RowView, qtbot: QtBot) -> None:
    before = view.look
    view.set_theme(LIGHT)
    assert view.look is before
    view.renew()
    assert view.look.number != before.number
    assert view.look.plain is before.plain
    view.set_theme(DARK)
    assert view.look.theme is DARK
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    qtbot.waitUntil(lambda: view.look.plain.line > before.plain.line)
