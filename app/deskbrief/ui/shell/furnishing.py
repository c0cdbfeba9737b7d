"""Where the parts of the window stand: the bar, the text, the panels at the side, the line at the bottom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskbrief.ui.docks import Dock, Docks
from deskbrief.ui.shell.menus import LibraryMenu
from deskbrief.ui.side import FIGURES, NAMES, NOTES, QUOTES
from deskbrief.ui.toolbar import TopBar

if TYPE_CHECKING:
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.parts import Parts, Services
    from deskbrief.ui.store import SettingsStore


def column_of(window: MainWindow, parts: Parts) -> QVBoxLayout:
    """Put messages and text into the middle of `window`, and the line below; return the column in there."""
    centre = QWidget(window)
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(parts.notice)
    column.addWidget(parts.panes, 1)
    window.setCentralWidget(centre)
    window.setStatusBar(parts.status)
    return column


def side_of(docks: Docks, window: MainWindow, parts: Parts) -> dict[str, Dock]:
    """Return the docks at the side by the names of their panels, which all but the outline's make later."""
    made = {}
    for name, title in (
        ("outline", window.tr("Outline")),
        (NOTES, window.tr("Notes")),
        (NAMES, window.tr("Names")),
        (FIGURES, window.tr("Figures")),
        (QUOTES, window.tr("Quotes")),
    ):
        made[name] = docks.add(f"{name}Dock", title, partial(parts.side.panel, name))
        if name == "outline":
            made[name].setWidget(parts.outline)
    return made


def bar_of(window: MainWindow, parts: Parts, services: Services, store: SettingsStore) -> TopBar:
    """Return the bar of `window`, with its menus and what can be switched in them."""
    actions, controllers = parts.actions, window.controllers
    library = LibraryMenu(actions, services.library, services.post, window)
    library.open_requested.connect(window.open)
    bar = TopBar(actions, library, window.appearance.menu(actions, window), window)
    window.addToolBar(bar)
    bar.search.entered.connect(partial(controllers.act, "searching", "begin"))
    bar.search.left.connect(parts.panes.focus_text)
    settings = store.settings
    for name, on, act in (
        ("remember", settings.restore_documents, controllers.views.remember),
        ("in_step", settings.in_step, partial(controllers.set_pages, "in_step")),
        ("dim_pages", settings.dim_pages, partial(controllers.set_pages, "dim_pages")),
    ):
        actions[name].setCheckable(True)
        actions[name].setChecked(on)
        actions[name].toggled.connect(act)
    actions.on("search", bar.to_search)
    actions.on("menu", bar.open_menu)
    return bar
