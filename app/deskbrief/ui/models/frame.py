"""The frame that all panels share: a filter box above rows, and what stands below them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.look import EDGE


def put_together(
    panel: QWidget,
    filter_box: FilterBox,
    rows: QWidget,
    *,
    beside: QWidget | None = None,
    below: QWidget | None = None,
) -> None:
    """Lay out `panel`: the filter box with a button beside it, the rows, and a line below them."""
    panel.setFocusProxy(rows)
    top = QHBoxLayout()
    top.setContentsMargins(EDGE, 10, EDGE if beside is None else EDGE - 4, 6)
    top.setSpacing(6)
    top.addWidget(filter_box, 1)
    whole = QVBoxLayout(panel)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(top)
    whole.addWidget(rows, 1)
    if beside is not None:
        top.addWidget(beside)
    if below is not None:
        whole.addWidget(below)
    # Down from the filter over what is beside it to the rows, whichever was made first.
    buttons: list[QWidget] = [] if beside is None else [*beside.findChildren(QAbstractButton)] or [beside]
    order_stops(filter_box, *buttons, rows)


def is_in_use(panel: QWidget) -> bool:
    """Tell whether the user is in `panel`, with the mouse or with the keyboard."""
    focus = panel.window().focusWidget() if panel.isActiveWindow() else None
    return panel.underMouse() or (focus is not None and (focus is panel or panel.isAncestorOf(focus)))


def order_stops(*stops: QWidget) -> None:
    """Let Tab go from one widget to the next, in this order."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
