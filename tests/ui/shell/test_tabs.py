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


class Counted(DocumentTabs):
    """Counts how often the tabs are laid out and measured."""

    laid_out = 0
    measured = 0

    def tabLayoutChange(self) -> None:  # noqa: N802
        super().tabLayoutChange()
        self.laid_out += 1

    def _wanted(self, index: int):
        self.measured += 1
        return super()._wanted(index)


def test_many_documents_that_come_one_by_one_cost_no_more_than_each_its_own_layout(qtbot):
    made = Counted(str)
    qtbot.addWidget(made)
    made.resize(900, 34)
    made.show()
    names = [f"{number} {LONG}" for number in range(80)]
    made.call(names)
    made.laid_out = made.measured = 0
    made.call([*names[:40], "Another name", *names[41:]])
    assert made.tabText(40) == "Another name"
    assert made.laid_out <= 2
    # The minimum and the hint of each tab, and the shares of all.
    assert made.measured <= made.laid_out * 3 * len(names) + 3
    made.laid_out = 0
    made.call([*names[:40], "Another name", *names[41:]])
    assert made.laid_out == 0


def test_tabs_are_called_and_dropped_with_their_documents(tabs: DocumentTabs):
    tabs.call(["Brief", LONG, "Other"])
    tabs.call(["Other", LONG])
    assert [tabs.tabText(number) for number in range(tabs.count())] == ["Other", LONG]
    tabs.call([LONG] * 20)
    assert widths(tabs) == [NARROWEST] * 20


def test_larger_letters_make_wider_tabs(tabs: DocumentTabs):
    tabs.call(["Brief"])
    before = widths(tabs)[0]
    font = tabs.font()
    font.setPointSize(font.pointSize() * 2)
    tabs.setFont(font)
    assert widths(tabs)[0] > before
