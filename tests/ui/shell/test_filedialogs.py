"""The dialogs for files stand above the window that the user is in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from deskbrief.ui.shell.filedialogs import FileDialogs


def test_a_brief_is_saved_from_the_window_that_is_in_front(qtbot: QtBot, monkeypatch, tmp_path: Path) -> None:
    reading, builder = QWidget(), QWidget()
    qtbot.addWidget(reading)
    qtbot.addWidget(builder)
    for window in (reading, builder):
        window.show()
        qtbot.waitExposed(window)
    builder.activateWindow()
    qtbot.waitUntil(builder.isActiveWindow)
    parents = []

    def asked(parent: QWidget, *_: str) -> tuple[str, str]:
        parents.append(parent)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    assert FileDialogs(reading).place_for(tmp_path / "brief.pdf") is None  # type: ignore[arg-type]
    assert parents == [builder]
