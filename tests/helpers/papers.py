"""PDFs in the making, drawn line by line as programs draw them."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import Document
from helpers.reading import read

WIDTH, HEIGHT = 420, 600
TEXT = (
    "The regional council met again and heard nine witnesses",
    "about the state of the wells in the valley, which had been",
    "falling for years without anybody taking much notice of",
    "what the farmers said.",
)


class Paper:
    """A PDF in the making; heights count from the top of the page."""

    def __init__(self, **more: object) -> None:
        self._out = io.BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), **more)

    def line(self, text: str, left: float, top: float, size: float = 10, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, HEIGHT - top, text)

    def lines(self, lines: tuple[str, ...], left: float = 60, top: float = 100, size: float = 10) -> float:
        for line in lines:
            self.line(line, left, top, size)
            top += 1.2 * size
        return top

    def turn(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self._out.getvalue()

    def read(self) -> Document:
        return read(self.data(), "paper.pdf")
