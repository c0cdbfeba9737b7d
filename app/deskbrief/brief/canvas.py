"""A reportlab canvas that writes a tagged, archival PDF: marked content, named places, output intent, XMP.

PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file. reportlab has no interface for what they
ask; it is added to the objects of the one document at hand, never to reportlab's classes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from deskbrief.brief.archival import make_streams_archival, metadata_stream, output_intent, piece_info
from deskbrief.brief.codes import Codes
from deskbrief.brief.fonts import Face, Fonts
from deskbrief.brief.metadata import Facts, xmp_packet
from deskbrief.brief.objects import Objects
from deskbrief.brief.packing import file_of
from deskbrief.brief.pagestream import PageStream
from deskbrief.brief.structure import Annotated, Marked, Node
from deskbrief.brief.styles import Colour, Paper
from deskbrief.brief.tree import TreeWriter
from deskbrief.brief.written import Words, array, reference, string
from deskbrief.document.errors import BugError

#: The name under which reportlab knows the picture of a document.
PICTURE = "logo"


class BriefCanvas(Canvas):
    """One document; `page_nodes` holds the owners of the marked content of each page so far.

    What the page was told last, its fill colour and its font, is remembered and not told again.
    """

    _doc: Any
    _code: list[str]
    _formsinuse: list[str]

    def __init__(self, paper: Paper, fonts: Fonts, facts: Facts) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.default,  # type: ignore[arg-type]  # the stubs take it for a size
            lang=facts.language,
        )
        self.page_nodes: list[list[Node]] = [[]]
        self._colour: Colour | None = None
        self._font: tuple[str, float] = ("", 0.0)
        self._codes: dict[Face, Codes] = {}
        self._objects = Objects(self._doc)
        self._page_links: list[str] = []
        self._streams: list[PageStream] = []
        self._open_page = 0
        self._places: dict[str, tuple[int, float, float]] = {}
        self._sought: set[str] = set()
        self._facts = facts
        self._describe(facts)

    def begin_mark(self, node: Node | None) -> None:
        """Begin content that belongs to `node`, or an artifact."""
        if node is None:
            self.addLiteral("/Artifact BMC")
            return
        owners = self.page_nodes[self._open_page]
        node.kids.append(Marked(self._open_page, len(owners)))
        self.addLiteral(f"/{node.tag} <</MCID {len(owners)}>> BDC")
        owners.append(node)

    def end_mark(self) -> None:
        """End what `begin_mark` began."""
        self.addLiteral("EMC")

    def fill(self, colour: Colour) -> str:
        """Return the words that take up a fill colour, empty when it is at hand already."""
        if self._colour == colour:
            return ""
        self._colour = colour
        return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} rg "

    def shown(self, text: str, face: Face, size: float) -> str:
        """Return the words that show `text`, for which `face` has all glyphs."""
        codes = self._codes.get(face) or self._codes.setdefault(face, Codes(face, self._doc))
        words = []
        for name, literal in codes.literals(text):
            if self._font != (name, size):
                self._font = (name, size)
                words.append(f"{name} {size:g} Tf")
            words.append(literal)
        return " ".join(words)

    def add_link(self, node: Node, box: tuple[float, float, float, float], place: str, words: str) -> None:
        """Make a rectangle of this page a link to the named `place`; `words` say where it leads."""
        entries = (
            f"/Type /Annot /Subtype /Link /Rect {array(box)} /Border [0 0 0] /F 4"
            f" /Contents {string(words, self._doc)} /Dest {string(place, self._doc)}"
        )
        number = self._objects.allot()
        node.kids.append(Annotated(self._open_page, number, entries))
        self._page_links.append(reference(number))
        self._sought.add(place)

    def draw_picture(self, image: PDFStream, box: tuple[float, float, float, float]) -> None:
        """Draw `image`, the one picture of a document, into a box: left, bottom, width and height."""
        name = self._doc.getXObjectName(PICTURE)
        self._doc.Reference(image, name)
        self._formsinuse.append(PICTURE)
        left, bottom, width, height = box
        self.addLiteral(f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q")

    def name_place(self, name: str, left: float, top: float) -> None:
        """Name a place on this page; a name that was given before stays where it is."""
        self._places.setdefault(name, (self._open_page, left, top))

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        if self._page_links:
            page.Annots = Words(f"[{' '.join(self._page_links)}]")
        self._page_links = []
        self._streams.append(PageStream(page.stream))
        page.stream = ""
        page.StructParents = self._open_page
        page.Tabs = PDFName("S")
        self.page_nodes.append([])
        self._open_page += 1
        self._forget()

    def _forget(self) -> None:
        """Take nothing for granted of what the page was told."""
        self._colour, self._font = None, ("", 0.0)

    @contextmanager
    def reopened(self, number: int) -> Iterator[None]:
        """Draw once more on a page that was ended before, counted from 0; it can get no more links."""
        kept, self._code = self._code, []
        last, self._open_page = self._open_page, number
        self._forget()
        yield
        self._streams[number].add("\n" + "\n".join(self._code) + "\n")
        self._code, self._open_page = kept, last

    @property
    def page_count(self) -> int:
        """The number of pages ended so far."""
        return len(self._doc.Pages.pages)

    def finished(self, root: Node, enclosure: bytes = b"") -> bytes:
        """Return the file: the pages, the structure tree under `root` and all that describes the document.

        `enclosure`, which is compressed, travels in it for the program itself.
        """
        if not self._sought <= self._places.keys():
            raise BugError(f"links lead nowhere: {sorted(self._sought - self._places.keys())}")
        document, catalogue = self._doc, self._doc.Catalog
        tree = TreeWriter(document, self._objects, self.page_nodes[: self.page_count])
        tree.write(root)
        catalogue.Names = tree.named_places(self._places)
        # The file is put together once what it was made from is gone: that is a fifth of the memory.
        del tree
        self.page_nodes = [[] for _ in self.page_nodes]
        self._places, self._sought = {}, set()
        catalogue.Metadata = metadata_stream(xmp_packet(self._facts))
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.OutputIntents = output_intent(document)
        if enclosure:
            catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "PieceInfo"]
            catalogue.PieceInfo = piece_info(document, enclosure, self._stamp)
        make_streams_archival(document)
        for page, stream in zip(document.Pages.pages, self._streams, strict=True):
            page.Contents = stream.finished()
        document.info.invariant = document.invariant
        document.Outlines.prepare(document, self)
        return file_of(document, self._objects)

    @property
    def _stamp(self) -> str:
        """The day the brief is of, as PDF writes dates."""
        return f"D:{self._facts.prepared.isoformat().replace('-', '')}000000+00'00'"

    def _describe(self, facts: Facts) -> None:
        self.setTitle(facts.title)
        self.setAuthor(facts.author)
        self.setSubject(facts.subject)
        self.setKeywords("")
        self.setCreator(facts.tool)
        self.setProducer(facts.producer)
        self.setDateFormatter(lambda *_: self._stamp)
        self._doc.signature = hashlib.sha256(facts.fingerprint.encode())
