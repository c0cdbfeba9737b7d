"""How wide the tabs of open documents are."""

from __future__ import annotations

import pytest

from deskbrief.ui.shell.tabs import NARROWEST, DocumentTabs, fair_share

LONG = "A long title that tells what the report is about"


@pytest.mark.parametrize(
    ("wanted", "room", "widest"),
    [
        ([100, 100], 300, 100),
        ([100, 300, 300], 500, 200),
        ([300, 10, 300, 10], 420, 200),
        ([300, 300], 100, 50),
        ([], 100, 100),
    ],
)
def test_room_is_shared_fairly(wanted: list[int], room: int, widest: int):
    assert fair_share(wanted, room) == widest
    assert sum(min(width, widest) for width in wanted) <= room


def widths(tabs: DocumentTabs) -> list[int]:
    return [tabs.tabRect(number).width() for number in range(tabs.count())]


@pytest.fixture
def tabs(qtbot) -> DocumentTabs:
    made = DocumentTabs(str)
    qtbot.addWidget(made)
    made.resize(900, 34)
    made.show()
    return made


def test_long_names_are_cut_alike_and_short_ones_stay_whole(tabs: DocumentTabs):
    for name in (LONG, "Brief", LONG, LONG, LONG):
        tabs.addTab(name)
    found = widths(tabs)
    assert sum(found) <= 900
    assert found[1] < found[0] == found[2] == found[3] == found[4]


def test_many_tabs_stay_readable_and_are_scrolled(tabs: DocumentTabs):
    for _ in range(20):
        tabs.addTab(LONG)
    assert widths(tabs) == [NARROWEST] * 20


def test_names_that_fit_are_whole(tabs: DocumentTabs):
    tabs.addTab("Brief")
    alone = widths(tabs)
    tabs.addTab("Other")
    assert widths(tabs)[0] == alone[0]
