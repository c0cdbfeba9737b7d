"""The only doors through which anything is drawn: text, boxes, discs, links, places and bookmarks.

Whatever is drawn belongs to a structure element or is an artifact, so that a page is never half tagged.
Heights count downwards from the top of the page, as the layout does; the canvas counts upwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFStream

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
        self._canvas.begin_mark(node)
        self._figure = node
        yield
        self._figure = None
        self._canvas.end_mark()

    def text(self, spots: Iterable[Spot], node: Node | None) -> None:
        """Draw text in reading order; a run's own element goes before `node`, and None is an artifact."""
        spots = list(spots)
        self._grounds(spots)
        if node is None:
            self._marked_text(spots, None)
            return
        for owner, group in groupby(spots, key=_owner):
            drawn = list(group)
            if owner:
                owner.settle(node)
            self._marked_text(drawn, owner or node)
            self._lead(drawn)

    def box(self, area: Area, colour: Colour) -> None:
        """Fill a rectangle; it is an artifact, unless it is part of a figure."""
        bottom = self._up(area.top + area.height)
        shape = f"{area.left:.2f} {bottom:.2f} {area.width:.2f} {area.height:.2f} re f"
        self._shape(f"{self._canvas.fill(colour)}{shape}")

    def picture(self, area: Area, image: PDFStream, node: Node | None) -> None:
        """Draw a picture into `area`; it is a figure, or an artifact when `node` is None."""
        if node:
            node.box = self.box_of(area)
        self._canvas.begin_mark(node)
        bottom = self._up(area.top + area.height)
        self._canvas.draw_picture(image, (area.left, bottom, area.width, area.height))
        self._canvas.end_mark()

    def rule(self, left: float, middle: float, width: float, colour: Colour) -> None:
        """Draw a horizontal rule."""
        self.box(Area(left, middle - RULE_WEIGHT / 2, width, RULE_WEIGHT), colour)

    def disc(self, centre: float, middle: float, radius: float, colour: Colour) -> None:
        """Fill a circle; it is an artifact, unless it is part of a figure."""
        if not self._figure:
            self._canvas.begin_mark(None)
        self._canvas.addLiteral(self._canvas.fill(colour))
        self._canvas.circle(centre, self._up(middle), radius, stroke=0, fill=1)
        if not self._figure:
            self._canvas.end_mark()

    def bookmark(self, title: str, key: str, top: float, level: int) -> None:
        """Put an entry into the document's outline that leads to this height of this page."""
        self._canvas.bookmarkHorizontalAbsolute(key, self._up(top))
        self._canvas.addOutlineEntry(title, key, level)

    def box_of(self, area: Area) -> tuple[float, float, float, float]:
        """Return `area` as a figure's box: left, bottom, right and top, counted upwards."""
        return area.left, self._up(area.top + area.height), area.left + area.width, self._up(area.top)

    def _shape(self, words: str) -> None:
        """Write what fills a shape."""
        if self._figure:
            self._canvas.addLiteral(words)
            return
        self._canvas.begin_mark(None)
        self._canvas.addLiteral(words)
        self._canvas.end_mark()

    def _grounds(self, spots: Iterable[Spot]) -> None:
        """Draw what lies behind marked text; marks that touch one another become one."""
        grounded = (spot for spot in spots if spot.piece.run.ground)
        for (run, baseline), group in groupby(grounded, key=lambda spot: (spot.piece.run, spot.baseline)):
            drawn = list(group)
            left = drawn[0].left
            right = drawn[-1].left + drawn[-1].piece.width
            top = baseline - run.style.ascent + GROUND_INSET
            if run.ground:
                area = Area(left, top, right - left, run.style.leading - 2 * GROUND_INSET)
                self.box(area, run.ground)

    def _marked_text(self, spots: Sequence[Spot], node: Node | None) -> None:
        if self._figure:
            self._spots(spots)
            return
        self._canvas.begin_mark(node)
        self._spots(spots)
        self._canvas.end_mark()

    def _spots(self, spots: Sequence[Spot]) -> None:
        """Write text operators (ISO 32000-1, 9.4); the pen is moved only where it is not already."""
        canvas, words = self._canvas, ["BT"]
        at, tracking = -1.0, 0.0
        for piece, left, baseline in spots:
            style, height = piece.run.style, baseline - piece.run.rise
            if height != at:
                words.append(f"1 0 0 1 {left:.2f} {self._up(height):.2f} Tm")
                at = height
            if style.tracking != tracking:
                tracking = style.tracking
                words.append(f"{tracking:g} Tc")
            words.append(f"{canvas.fill(style.colour)}{canvas.shown(piece.text, piece.face, style.size)}")
        if tracking:
            words.append("0 Tc")
        canvas.addLiteral(" ".join(words))
        canvas.addLiteral("ET")

    def _lead(self, spots: Iterable[Spot]) -> None:
        """Name the places of some text, and make links of its linked stretches, one for each line."""
        linked = []
        for spot in spots:
            run = spot.piece.run
            if spot.piece.lost:
                self.lost.update(spot.piece.lost)
            if run.place:
                top = spot.baseline - run.rise - run.style.size - run.style.leading
                self._canvas.name_place(run.place, spot.left, self._up(top))
            if run.link:
                linked.append(spot)
        for (baseline, link), group in groupby(linked, key=lambda spot: (spot.baseline, spot.piece.run.link)):
            line = list(group)
            run = line[0].piece.run
            if run.node:
                high = max(spot.piece.run.rise + spot.piece.run.style.size for spot in line)
                low = min(spot.piece.run.rise - 0.25 * spot.piece.run.style.size for spot in line)
                width = line[-1].left + line[-1].piece.width - line[0].left
                area = Area(line[0].left, baseline - high, width, high - low)
                self._canvas.add_link(run.node, self.box_of(area), link, run.says)

    def _up(self, top: float) -> float:
        return self.paper.height - top


def _owner(spot: Spot) -> Node | None:
    return spot.piece.run.node
