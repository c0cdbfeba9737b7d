"""The logo at the head of a brief."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from deskbrief.brief.archival import ArchivalStream
from deskbrief.brief.blocks import Block
from deskbrief.brief.geometry import Area
from deskbrief.brief.picture import Picture
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.structure import Node


class LogoBlock(Block):
    """The logo, flush left; with a `node` it is a figure, without one an artifact."""

    def __init__(self, picture: Picture, node: Node | None) -> None:
        self._picture = picture
        self._node = node

    def height(self, width: float) -> float:
        del width
        return self._picture.size[1]

    def draw(self, sheet: Sheet, area: Area) -> None:
        width, height = self._picture.size
        sheet.picture(Area(area.left, area.top, width, height), image_stream(self._picture), self._node)


def image_stream(picture: Picture) -> ArchivalStream:
    """Return a picture as an image of a PDF (ISO 32000-1, 8.9), which knows the compression of PNG."""
    parameters = {"Predictor": 15, "Colors": 3, "BitsPerComponent": 8, "Columns": picture.width}
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": PDFName("DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": PDFName("FlateDecode"),
        "DecodeParms": PDFDictionary(parameters),
    }
    return ArchivalStream(PDFDictionary(entries), picture.rows, [])
