"""What an archival PDF asks for beyond reportlab (PDF/A-2, ISO 19005-2)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from deskbrief.brief.icc import srgb_profile
from deskbrief.document.enclosure import APPLICATION, STREAM_TYPE


class ArchivalStream(PDFStream):
    """A stream with an end of line before `endstream`, which PDF/A asks for (ISO 19005-2, 6.1.7.1)."""

    def format(self, document: object) -> bytes:
        """Return the stream as it stands in the file."""
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


def output_intent(document: Any) -> PDFArray:
    """Return the catalogue's output intents: the colours of `document` are sRGB."""
    profile = ArchivalStream(PDFDictionary({"N": 3}), srgb_profile(), [PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "Info": PDFString("sRGB"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "DestOutputProfile": document.Reference(profile),
    }
    return PDFArray([PDFDictionary(intent)])


def metadata_stream(packet: bytes) -> ArchivalStream:
    """Return the XMP packet as a stream that can be read without decoding."""
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return ArchivalStream(PDFDictionary(entries), packet, [])


def piece_info(document: Any, data: bytes, stamp: str) -> PDFDictionary:
    """Return a page-piece dictionary (ISO 32000-1, 14.5) with `data` of the program, packed by zlib."""
    kind = PDFDictionary({"Type": PDFName(STREAM_TYPE), "Filter": PDFName("FlateDecode")})
    stream = ArchivalStream(kind, data, [])
    own = {"LastModified": PDFString(stamp), "Private": document.Reference(stream)}
    return PDFDictionary({APPLICATION: PDFDictionary(own)})


def make_streams_archival(document: Any) -> None:
    """Put streams as PDF/A asks for in place of those of fonts; nothing may be drawn after that."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts = []
    for name, thing in list(document.idToObject.items()):
        if type(thing) is PDFStream:
            document.idToObject[name] = ArchivalStream(thing.dictionary, thing.content, thing.filters)
