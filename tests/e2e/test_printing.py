"""Printing through the system's preview, with pages that the worker draws."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionFrame, QToolBar

from deskbrief.ui.printicons import SIGNS
from helpers.e2e_program import PATIENCE_MS


def test_the_text_with_its_notes_is_previewed_and_printed(reading, qtbot, tmp_path):
    view = reading.window.parts.reader.view
    at = reading.front.document.text.index("noticeable shift")
    view.select(type(reading.front.document.blocks[0].span)(at, at + 16))
    reading.press("note")
    pages, rooms, paper = [], [], tmp_path / "paper.pdf"

    signs = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintPreviewDialog):
            QTimer.singleShot(30, look)
            return
        pages.append(dialog.findChild(QPrintPreviewWidget).pageCount())
        (zoom,) = (box.lineEdit() for box in dialog.findChildren(QComboBox))
        option = QStyleOptionFrame()
        zoom.initStyleOption(option)
        inside = zoom.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, zoom)
        rooms.append(inside.height() - zoom.fontMetrics().height())
        bars = dialog.findChildren(QToolBar)
        acts = [one for bar in bars for one in bar.actions() if not one.icon().isNull()]
        signs.extend(one.text().replace("&", "") for one in acts)
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        printer.setResolution(150)
        printer.setFullPage(True)
        reading.window.controllers.briefs.exporting.printing.paint(printer)
        dialog.reject()

    QTimer.singleShot(0, look)
    reading.press("print")
    qtbot.waitUntil(
        lambda: reading.window.controllers.briefs.exporting.printing is not None, timeout=PATIENCE_MS
    )
    with qtbot.waitSignal(reading.window.controllers.briefs.exporting.printing.ended, timeout=PATIENCE_MS):
        pass
    printed = PdfReader(paper)
    assert pages == [len(printed.pages)]
    # All signs of the bar are ours, none of Qt's.
    assert {sign.rstrip("….") for sign in signs} == set(SIGNS)
    # The field of the zoom is as high as its words.
    assert rooms[0] >= 0
    assert len(printed.pages) > 1
    image = printed.pages[0].images[0].image
    assert image.width == pytest.approx(8.27 * 150, abs=8)
    assert image.convert("L").getextrema()[0] < 60
