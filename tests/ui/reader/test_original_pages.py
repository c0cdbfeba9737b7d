"""Where pages lie, which of their pictures are kept and asked for, and the small bar at their foot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage

from deskbrief.document.errors import SourceError
from deskbrief.services.pagemap import Box, PageLetters, PageMap
from deskbrief.ui.reader.original.feed import Drawn, Wish
from deskbrief.ui.reader.original.pages import MOST_MAPS, MOST_WHOLE, KnownPages
from deskbrief.ui.reader.original.pill import PagePill
from deskbrief.ui.reader.original.stack import FOOT, GAP, LEAST, MARGIN, MOST, PageStack, on_page, on_screen
from deskbrief.ui.theme import DARK

SIZE = (400.0, 600.0)
WHOLE = Box(0, 0, *SIZE)


@pytest.fixture
def stack():
    made = PageStack()
    made.fill([SIZE, (600.0, 400.0), SIZE], ["i", "", "1"])
    made.lay(1.0)
    return made


def picture(wish, data=b"1234"):
    return Drawn(QImage(), wish.area, wish.scale, wish, data)


def test_pages_lie_below_one_another_in_the_middle(stack):
    assert stack.area(0, 800).getRect() == (200, MARGIN, 400, 600)
    assert stack.area(1, 800).getRect() == (100, MARGIN + 600 + GAP, 600, 400)
    assert stack.height == MARGIN + 1600 + 2 * GAP + FOOT
    assert stack.widest == 600


def test_each_height_belongs_to_a_page(stack):
    assert [stack.page_at(y) for y in (-50, 0, 300, MARGIN + 600 + GAP, 1200, 99_999)] == [0, 0, 0, 1, 2, 2]
    assert list(stack.between(500, 1300)) == [0, 1, 2]
    assert list(stack.between(0, 100)) == [0]


def test_pages_are_called_what_the_file_calls_them(stack):
    assert [stack.label(number) for number in range(3)] == ["i", "2", "1"]


def test_before_sizes_are_known_and_whatever_they_are_there_is_a_page():
    made = PageStack()
    assert not made.known
    assert len(made) == 1
    made.fill([(0, -3), (float("inf"), float("nan")), (1e9, 5)], [])
    assert made.known
    assert made.size(0) == made.size(1) == (LEAST, LEAST)
    assert made.size(2) == (MOST, 5)
    made.fill([], [])
    assert len(made) == 1


def test_places_of_a_page_are_places_of_the_screen_and_back(stack):
    stack.lay(2.0)
    page = stack.area(1, 1400)
    area = on_screen(Box(10, 20, 30, 50), page, stack.scale)
    assert (area.width(), area.height()) == (40, 60)
    assert on_page(area.topLeft(), page, stack.scale) == (10, 20)
    assert on_page(QPointF(page.topLeft()), page, stack.scale) == (0, 0)


def test_a_page_is_wished_for_until_it_is_sharp_and_its_letters_are_there():
    known = KnownPages()
    (wish,) = known.wishes([3], SIZE, 1.5, WHOLE)
    assert wish == Wish(3, 1.5, WHOLE, letters=True)
    known.take(3, picture(wish), SIZE, range(3, 4))
    known.keep_map(3, PageMap(PageLetters(), (), ""), 3)
    assert list(known.wishes([3], SIZE, 1.5, WHOLE)) == []
    assert list(known.wishes([3], SIZE, 2.0, WHOLE)) == [Wish(3, 2.0, WHOLE, letters=False)]
    assert known.is_drawn(3)


def test_of_a_page_that_is_much_enlarged_what_is_in_sight_is_drawn_sharply():
    known = KnownPages()
    seen = Box(100, 100, 200, 150)
    whole, part = known.wishes([0], SIZE, 20.0, seen)
    assert whole.area == WHOLE
    assert whole.scale**2 * SIZE[0] * SIZE[1] == pytest.approx(MOST_WHOLE)
    assert part.scale == 20.0
    assert part.area == Box(75, 87.5, 225, 162.5)
    for wish in (whole, part):
        known.take(0, picture(wish), SIZE, range(1))
    known.keep_map(0, PageMap(PageLetters(), (), ""), 0)
    assert [one.wish for one in known.pictures(0)] == [whole, part]
    assert list(known.wishes([0], SIZE, 20.0, Box(90, 100, 190, 150))) == []
    (moved,) = known.wishes([0], SIZE, 20.0, Box(300, 300, 400, 350))
    assert moved.area.right == 400


def test_a_page_that_failed_is_not_asked_for_again_by_itself():
    known = KnownPages()
    known.errors[1] = SourceError("It is damaged.", "Get it again.")
    assert [wish.number for wish in known.wishes([0, 1, 2], SIZE, 1.0, None)] == [0, 2]


def test_pictures_far_away_go_first_when_there_are_many(monkeypatch):
    monkeypatch.setattr("deskbrief.ui.reader.original.pages.MOST_BYTES", 40)
    known = KnownPages()
    for number in range(8):
        wish = Wish(number, 1.0, WHOLE, letters=True)
        known.take(number, picture(wish, b"x" * 10), SIZE, range(number, number + 1))
    assert [number for number in range(8) if known.is_drawn(number)] == [4, 5, 6, 7]
    for number in (20, 21, 22, 23, 24, 19, 25):
        wish = Wish(number, 1.0, WHOLE, letters=True)
        known.take(number, picture(wish, b"x" * 10), SIZE, range(20, 25))
    assert [number for number in range(30) if known.is_drawn(number)] == [20, 21, 22, 23, 24]
    for number in range(MOST_MAPS + 5):
        known.keep_map(number, PageMap(PageLetters(), (), ""), number)
    assert sorted(known.maps) == list(range(5, MOST_MAPS + 5))


def test_the_bar_keeps_within_a_narrow_view(qtbot):
    pill = PagePill(None)
    qtbot.addWidget(pill)
    pill.set_theme(DARK)
    pill.show_page("Page iv (4 of 300)", 1.25, wide=True, whole=False)
    pill.place(QRect(0, 0, 900, 600))
    assert pill.width_button.isChecked()
    assert not pill.page_button.isHidden()
    pill.place(QRect(0, 0, 240, 600))
    assert pill.width() <= 240
    assert pill.words() == "Page iv (4 of 300)"
    pill.place(QRect(0, 0, 900, 600))
    assert not pill.page_button.isHidden()


def test_pages_are_called_as_passages_on_them_are_cited():
    stack = PageStack()
    stack.fill([SIZE] * 3, ["", "file ii", ""])
    assert [stack.label(number) for number in range(3)] == ["1", "file ii", "3"]
    stack.cited = {1: "ii", 2: "7"}
    assert [stack.label(number) for number in range(3)] == ["1", "ii", "7"]
