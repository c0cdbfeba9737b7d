"""The only doors through which anything is drawn: text, rules, boxes, dots, links and places.

Whatever is drawn belongs to a structure element or is an artifact, so that a page is never half tagged.
Heights count downwards from the top of the page, as the layout does; the canvas counts upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from deskbrief.brief.canvas import BriefCanvas
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import Colour, Paper
from deskbrief.brief.text import Line, Piece


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; `top` counts downwards from the top of the page."""

    left: float
    top: float
    width: float
    height: float


class Sheet:
    """Draws on the current page of a canvas."""

    def __init__(self, canvas: BriefCanvas, paper: Paper) -> None:
        self._canvas = canvas
        self.paper = paper

    def line(self, line: Line, left: float, baseline: float, node: Node | None) -> None:
        """Draw one line; a run's own element goes before `node`, and a `node` of None is an artifact."""
        x = left
        for owner, group in groupby(line.pieces, key=lambda piece: piece.run.node if node else None):
            pieces = list(group)
            if owner and node:
                owner.settle(node)
            with self._marked(owner or node):
                self._pieces(pieces, x, baseline)
            for piece in pieces:
                self._leads(piece, x, baseline)
                x += piece.width

    def box(self, area: Area, colour: Colour, node: Node | None = None) -> None:
        """Fill a rectangle."""
        with self._marked(node):
            self._fill(colour)
            bottom = self._up(area.top + area.height)
            self._canvas.rect(area.left, bottom, area.width, area.height, stroke=0, fill=1)

    def rule(self, left: float, top: float, width: float, colour: Colour, weight: float = 0.75) -> None:
        """Draw a horizontal rule, as an artifact."""
        self.box(Area(left, top - weight / 2, width, weight), colour)

    def place(self, name: str, left: float, top: float) -> None:
        """Name a place on this page, for links."""
        self._canvas.name_place(name, left, self._up(top))

    def bookmark(self, title: str, key: str, top: float, level: int) -> None:
        """Put an entry into the document's outline that leads to this height of this page."""
        self._canvas.bookmarkHorizontalAbsolute(key, self._up(top))
        self._canvas.addOutlineEntry(title, key, level)

    def disc(self, centre: float, middle: float, radius: float, colour: Colour, node: Node | None) -> None:
        """Fill a circle."""
        with self._marked(node):
            self._fill(colour)
            self._canvas.circle(centre, self._up(middle), radius, stroke=0, fill=1)

    def _pieces(self, pieces: list[Piece], left: float, baseline: float) -> None:
        text = self._canvas.beginText()
        x = left
        for piece in pieces:
            style = piece.run.style
            text.setTextOrigin(x, self._up(baseline - piece.run.rise))
            text.setFont(piece.face, style.size)
            text.setFillColor((style.colour.red, style.colour.green, style.colour.blue))
            if style.tracking:
                text.setCharSpace(style.tracking)
            text.textOut(piece.text)
            if style.tracking:
                text.setCharSpace(0)
            x += piece.width
        self._canvas.drawText(text)

    def _leads(self, piece: Piece, left: float, baseline: float) -> None:
        """Make a piece the place that its run names, and the link that its run is."""
        run, style = piece.run, piece.run.style
        top = self._up(baseline - run.rise - style.size)
        if run.place:
            self._canvas.name_place(run.place, left, top + style.leading)
        if run.link and run.node:
            box = (left, self._up(baseline - run.rise + 0.25 * style.size), left + piece.width, top)
            self._canvas.add_link(run.node, box, run.link, run.says)

    def _fill(self, colour: Colour) -> None:
        self._canvas.setFillColor((colour.red, colour.green, colour.blue))

    def _up(self, top: float) -> float:
        return self.paper.height - top

    @contextmanager
    def _marked(self, node: Node | None) -> Iterator[None]:
        self._canvas.begin_mark(node)
        yield
        self._canvas.end_mark()
