"""The menu of the library and of all commands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from deskbrief.document.errors import LibraryError
from deskbrief.library.library import Library
from deskbrief.ui.actions import Actions
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.shell.menus import LibraryMenu
from helpers.documents import paragraphs


class Posts(Mailbox):
    """Calls are made when they are asked for."""

    def made(self) -> bool:
        before = bool(self._calls)
        self.deliver()
        return before


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def posts() -> Posts:
    return Posts()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(window: QWidget, library: Library, posts: Posts) -> LibraryMenu:
    return LibraryMenu(Actions(window, window), library, posts.post, window)


def titles(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def inner(menu: QMenu, title: str) -> QMenu:
    return next(found for found in menu.findChildren(QMenu) if found.title().replace("&", "") == title)


def test_it_is_filled_once_when_it_is_first_opened(menu: LibraryMenu):
    assert menu.isEmpty()
    menu.aboutToShow.emit()
    first = titles(menu)
    assert first[:2] == ["Library", "Open…"]
    assert "Open recent" in first
    assert first[-6:] == ["Edit", "Find and go", "Notes", "View", "Help", "Quit"]
    menu.aboutToShow.emit()
    assert titles(menu) == first
    assert len(titles(inner(menu, "Help"))) == 3


def test_recent_documents_are_there_at_once_and_files_that_are_gone_are_told_a_moment_later(
    qtbot: QtBot, menu: LibraryMenu, library: Library, posts: Posts, tmp_path: Path
):
    there, gone = tmp_path / "there.txt", tmp_path / "R&D.txt"
    there.write_text("there", encoding="utf-8")
    for path, letter in ((gone, "a"), (there, "b")):
        library.put_document(
            replace(paragraphs("Words."), sha256=64 * letter), path=str(path), size=5, mtime_ns=1
        )
    menu.aboutToShow.emit()
    recent = inner(menu, "Open recent")
    recent.aboutToShow.emit()
    assert not any("not found" in title for title in titles(recent))
    assert sorted(action.data() for action in recent.actions()) == sorted([str(there), str(gone)])
    qtbot.waitUntil(posts.made)
    told = {action.data(): "not found" in action.text() for action in recent.actions()}
    assert told == {str(there): False, str(gone): True}
    with qtbot.waitSignal(menu.open_requested) as opened:
        next(action for action in recent.actions() if action.data() == str(gone)).trigger()
    assert opened.args == [[gone]]


def test_an_empty_library_and_one_that_cannot_be_read_say_that_there_is_nothing_yet(
    menu: LibraryMenu, library: Library, monkeypatch: pytest.MonkeyPatch
):
    menu.aboutToShow.emit()
    recent = inner(menu, "Open recent")
    recent.aboutToShow.emit()
    assert titles(recent) == ["Nothing yet"]

    def refuse(_: Library, most: int) -> object:
        raise LibraryError(f"no {most}")

    monkeypatch.setattr(Library, "recent", refuse)
    recent.aboutToShow.emit()
    assert titles(recent) == ["Nothing yet"]
    only: QAction = recent.actions()[0]
    assert not only.isEnabled()
