"""The only doors through which anything is drawn: text, boxes, discs, links, places and bookmarks.

Whatever is drawn belongs to a structure element or is an artifact, so that a page is never half tagged.
Heights count downwards from the top of the page, as the layout does; the canvas counts upwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfgen.textobject import PDFTextObject

from deskbrief.brief.canvas import BriefCanvas
from deskbrief.brief.geometry import Area, Spot
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import RULE_WEIGHT, Colour, Paper

#: The ground of a mark is so much lower than the line, above and below, in points.
GROUND_INSET = 1.0


class Sheet:
    """Draws on the current page of a canvas.

    `lost` counts the characters of the text, artifacts aside, that no face has and that were drawn as
    their code points instead.
    """

    def __init__(self, canvas: BriefCanvas, paper: Paper) -> None:
        self._canvas = canvas
        self.paper = paper
        self.lost: Counter[str] = Counter()
        self._figure: Node | None = None

    @contextmanager
    def figure(self, node: Node) -> Iterator[None]:
        """Draw a figure: what is drawn inside belongs to `node` as one."""
        with self._marked(node):
            self._figure = node
            yield
            self._figure = None

    def text(self, spots: Iterable[Spot], node: Node | None) -> None:
        """Draw text in reading order; a run's own element goes before `node`, and None is an artifact."""
        spots = list(spots)
        self._grounds(spots)
        for owner, group in groupby(spots, key=lambda spot: spot.piece.run.node if node else None):
            drawn = list(group)
            if owner and node:
                owner.settle(node)
            with self._marked(owner or node):
                self._spots(drawn)
            if node:
                self._lead(drawn)

    def box(self, area: Area, colour: Colour) -> None:
        """Fill a rectangle; it is an artifact, unless it is part of a figure."""
        with self._marked(None):
            self._fill(colour)
            bottom = self._up(area.top + area.height)
            self._canvas.rect(area.left, bottom, area.width, area.height, stroke=0, fill=1)

    def picture(self, area: Area, image: PDFStream, node: Node | None) -> None:
        """Draw a picture into `area`; it is a figure, or an artifact when `node` is None."""
        if node:
            node.box = self.box_of(area)
        with self._marked(node):
            bottom = self._up(area.top + area.height)
            self._canvas.draw_picture(image, (area.left, bottom, area.width, area.height))

    def rule(self, left: float, middle: float, width: float, colour: Colour) -> None:
        """Draw a horizontal rule."""
        self.box(Area(left, middle - RULE_WEIGHT / 2, width, RULE_WEIGHT), colour)

    def disc(self, centre: float, middle: float, radius: float, colour: Colour) -> None:
        """Fill a circle; it is an artifact, unless it is part of a figure."""
        with self._marked(None):
            self._fill(colour)
            self._canvas.circle(centre, self._up(middle), radius, stroke=0, fill=1)

    def bookmark(self, title: str, key: str, top: float, level: int) -> None:
        """Put an entry into the document's outline that leads to this height of this page."""
        self._canvas.bookmarkHorizontalAbsolute(key, self._up(top))
        self._canvas.addOutlineEntry(title, key, level)

    def box_of(self, area: Area) -> tuple[float, float, float, float]:
        """Return `area` as a figure's box: left, bottom, right and top, counted upwards."""
        return area.left, self._up(area.top + area.height), area.left + area.width, self._up(area.top)

    def _grounds(self, spots: Iterable[Spot]) -> None:
        """Draw what lies behind marked text; marks that touch one another become one."""
        for (run, baseline), group in groupby(spots, key=lambda spot: (spot.piece.run, spot.baseline)):
            if run.ground is None:
                continue
            drawn = list(group)
            left = drawn[0].left
            right = drawn[-1].left + drawn[-1].piece.width
            top = baseline - run.style.ascent + GROUND_INSET
            self.box(Area(left, top, right - left, run.style.leading - 2 * GROUND_INSET), run.ground)

    def _spots(self, spots: Iterable[Spot]) -> None:
        text = self._canvas.beginText()
        before: Spot | None = None
        for spot in spots:
            self._move(text, before, spot)
            self._dress(text, before, spot)
            text.textOut(spot.piece.text)
            before = spot
        if before and before.piece.run.style.tracking:
            text.setCharSpace(0)
        self._canvas.drawText(text)

    def _move(self, text: PDFTextObject, before: Spot | None, spot: Spot) -> None:
        """Go to where `spot` begins, unless the pen is there already."""
        height = spot.baseline - spot.piece.run.rise
        if before is None or height != before.baseline - before.piece.run.rise:
            text.setTextOrigin(spot.left, self._up(height))

    def _dress(self, text: PDFTextObject, before: Spot | None, spot: Spot) -> None:
        """Set face, colour and tracking, as far as they are not those of the text before."""
        old = before.piece if before else None
        face, style = spot.piece.face, spot.piece.run.style
        if old is None or (old.face, old.run.style.size) != (face, style.size):
            text.setFont(face, style.size)
        self._fill(style.colour, text)
        if style.tracking != (old.run.style.tracking if old else 0.0):
            text.setCharSpace(style.tracking)

    def _lead(self, spots: Iterable[Spot]) -> None:
        """Name the places of some text, and make links of its linked stretches, one for each line."""
        for (baseline, link), group in groupby(spots, key=lambda spot: (spot.baseline, spot.piece.run.link)):
            line = list(group)
            for spot in line:
                self._name(spot)
            run = line[0].piece.run
            if link and run.node:
                high = max(spot.piece.run.rise + spot.piece.run.style.size for spot in line)
                low = min(spot.piece.run.rise - 0.25 * spot.piece.run.style.size for spot in line)
                width = line[-1].left + line[-1].piece.width - line[0].left
                area = Area(line[0].left, baseline - high, width, high - low)
                self._canvas.add_link(run.node, self.box_of(area), link, run.says)

    def _name(self, spot: Spot) -> None:
        self.lost.update(spot.piece.lost)
        run = spot.piece.run
        if run.place:
            top = spot.baseline - run.rise - run.style.size - run.style.leading
            self._canvas.name_place(run.place, spot.left, self._up(top))

    def _fill(self, colour: Colour, pen: PDFTextObject | None = None) -> None:
        """Take up `colour`, unless it is the one at hand."""
        if self._canvas.colour != colour:
            (pen or self._canvas).setFillColor((colour.red, colour.green, colour.blue))
            self._canvas.colour = colour

    def _up(self, top: float) -> float:
        return self.paper.height - top

    @contextmanager
    def _marked(self, node: Node | None) -> Iterator[None]:
        if self._figure:
            yield
            return
        self._canvas.begin_mark(node)
        yield
        self._canvas.end_mark()
