"""The menus of the outline; each action carries the wish that it stands for."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Status
from deskbrief.document.records import dataclass
from deskbrief.ui.actions import add_heading
from deskbrief.ui.models.rows import Row
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.rows import CardRow, EventRow, TimelineRow, TimeRow
from deskbrief.ui.outline.settings import EventOrder, Grouping, OutlineSettings


class Act(StrEnum):
    """What mouse, keys and menus can ask for, with a row or with the outline as a whole."""

    GO = "go"
    GO_BESIDE = "go beside"
    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    WHY = "why"
    NEARER = "nearer"
    FARTHER = "farther"
    WHOLE = "whole"
    STATE = "state"
    DATE = "date"
    FILTER = "filter"
    GROUPINGS = "groupings"
    SHOW_REJECTED = "show rejected"
    ENTER = "enter"
    LEAVE = "leave"
    ARRANGE = "arrange"
    OPEN_ALL = "open all"
    CLOSE_ALL = "close all"
    SECTIONS = "sections"


@dataclass(frozen=True, slots=True)
class Wish:
    """An act; `settings` is how to arrange the outline when that is the act, `state` what to filter for."""

    act: Act
    settings: OutlineSettings | None = None
    state: str = ""


class OutlineMenus(QObject):
    """Builds the menus; each is deleted when it closes."""

    def __init__(self, labels: Labels, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels = labels
        self._widget = parent

    def arrangement(self, settings: OutlineSettings) -> QMenu:
        """Return the menu behind the gear."""
        menu = self._menu()
        add_heading(menu, self.tr("Recommendations"))
        self._add_groupings(menu, settings)
        add_heading(menu, self.tr("Events"))
        orders = QActionGroup(menu)
        for order, text in (
            (EventOrder.DATE, self.tr("By date")),
            (EventOrder.TEXT, self.tr("In text order")),
        ):
            wish = Wish(Act.ARRANGE, replace(settings, order=order))
            self._choice(menu, text, wish, orders, chosen=order is settings.order)
        menu.addSeparator()
        rejected = Wish(Act.ARRANGE, replace(settings, show_rejected=not settings.show_rejected))
        self._choice(menu, self.tr("Show rejected"), rejected, None, chosen=settings.show_rejected)
        self._add_states(menu.addMenu(self.tr("Show only")))
        menu.addSeparator()
        self._add(menu, self.tr("Expand all"), Wish(Act.OPEN_ALL))
        self._add(menu, self.tr("Collapse all"), Wish(Act.CLOSE_ALL))
        menu.addSeparator()
        self._add(menu, self.tr("Set the document’s date…"), Wish(Act.DATE), "D")
        return menu

    def groupings(self, settings: OutlineSettings) -> QMenu:
        """Return the menu behind "by addressee"."""
        menu = self._menu()
        self._add_groupings(menu, settings)
        return menu

    def of_row(self, row: Row) -> QMenu:
        """Return the context menu of a row."""
        menu = self._menu()
        if row.span is not None:
            self._add(menu, self.tr("Go to the passage"), Wish(Act.GO), "Enter")
            self._add(menu, self.tr("Show it in the other pane"), Wish(Act.GO_BESIDE), "Ctrl+Enter")
        if isinstance(row, EventRow | CardRow):
            verdict = row.item.verdict
            menu.addSeparator()
            confirmed, rejected = verdict is Verdict.CONFIRMED, verdict is Verdict.REJECTED
            self._choice(menu, self.tr("Confirm"), Wish(Act.CONFIRM), None, chosen=confirmed, key="Y")
            self._choice(menu, self.tr("Reject"), Wish(Act.REJECT), None, chosen=rejected, key="X")
            self._add(menu, self.tr("Edit…"), Wish(Act.EDIT), "E")
        if isinstance(row, EventRow | CardRow | TimeRow):
            self._add(menu, self.tr("Why is this here?"), Wish(Act.WHY), "I")
        if isinstance(row, TimelineRow):
            self._add(menu, self.tr("Zoom in"), Wish(Act.NEARER), "+")
            self._add(menu, self.tr("Zoom out"), Wish(Act.FARTHER), "-")
            self._add(menu, self.tr("Show all of it"), Wish(Act.WHOLE), "0")
        menu.addSeparator()
        self._add(menu, self.tr("Set the document’s date…"), Wish(Act.DATE), "D")
        return menu

    def of_several(self, count: int) -> QMenu:
        """Return the context menu of several rows that were chosen together."""
        menu = self._menu()
        self._add(menu, self.tr("Confirm {0} rows").format(count), Wish(Act.CONFIRM), "Y")
        self._add(menu, self.tr("Reject {0} rows").format(count), Wish(Act.REJECT), "X")
        return menu

    def _add_states(self, menu: QMenu) -> None:
        """Add what the filter box knows beside words."""
        for state, text in (
            ("undecided", self.tr("Not decided yet")),
            (Verdict.CONFIRMED, self.tr("Confirmed")),
            (Verdict.EDITED, self.tr("Edited")),
            (Verdict.ADDED, self.tr("Added by you")),
            (Verdict.REJECTED, self.tr("Rejected")),
            *((status, self._labels.status(status)) for status in Status if self._labels.status(status)),
        ):
            self._add(menu, text[:1].upper() + text[1:], Wish(Act.STATE, state=str(state)))

    def _menu(self) -> QMenu:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add_groupings(self, menu: QMenu, settings: OutlineSettings) -> None:
        group = QActionGroup(menu)
        for grouping in Grouping:
            text = self._labels.grouping(grouping)
            wish = Wish(Act.ARRANGE, replace(settings, group_by=grouping))
            chosen = grouping is settings.group_by
            self._choice(menu, text[:1].upper() + text[1:], wish, group, chosen=chosen)

    def _add(self, menu: QMenu, text: str, wish: Wish, key: str = "") -> QAction:
        action = menu.addAction(f"{text}\t{key}" if key else text)
        action.setData(wish)
        return action

    def _choice(
        self, menu: QMenu, text: str, wish: Wish, group: QActionGroup | None, *, chosen: bool, key: str = ""
    ) -> None:
        action = self._add(menu, text, wish, key)
        action.setCheckable(True)
        action.setChecked(chosen)
        if group is not None:
            group.addAction(action)
