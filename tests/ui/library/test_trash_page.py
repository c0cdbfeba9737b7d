"""The page of the trash: Tab goes through it as the eye does."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt

from deskbrief.ui.library.trash import TrashPage


def test_tab_goes_down_the_page(qtbot):
    page = TrashPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    stops, widget = [], page.nextInFocusChain()
    while widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            stops.append(widget)
        widget = widget.nextInFocusChain()
    tops = [stop.mapTo(page, stop.rect().topLeft()).y() for stop in stops]
    assert len(stops) >= 3
    # Parts of one line need not begin at the same height.
    assert all(after >= before - 6 for before, after in pairwise(tops))
