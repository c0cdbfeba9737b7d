"""PDF files for the tests of original pages, and what the program knows of where their text stands."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pypdfium2
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import Document
from deskbrief.document.paging import Paging
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part
from deskbrief.importers.original_page import letters_of
from deskbrief.services.pagemap import Box, PageLetters, PageMap, letters_in
from helpers.reading import read

#: Letters that are shown as others, as `renamed` takes them.
HEBREW = dict(zip("abcd", "\u05e9\u05dc\u05d5\u05dd", strict=True))
LIGATURES = {"1": "\ufb01", "2": "\ufb02", "3": "\ufb03"}
WIDTH, HEIGHT = 420, 600
#: Lines of a paragraph as they are drawn; a word is parted at the end of the second one.
LINES = (
    "The regional council met again and heard nine witnesses",
    "about the wells in the valley, whose level had been care-",
    "fully measured for years without anybody taking notice of",
    "what the farmers said about them in their own meetings.",
)


def renamed(names: Mapping[str, str], content: str) -> bytes:
    """Return a PDF of one page that shows `content` in a font whose letters stand for others by `names`."""
    codes = "".join(f"<{ord(sign):02x}> <{ord(letter):04x}>" for sign, letter in names.items())
    begin = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(names)} beginbfchar"
    streams = (f"{begin} {codes} endbfchar endcmap", content)
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 600]/Contents 6 0 R/Resources<</Font<</F 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>",
        *(f"<</Length {len(stream)}>>stream\n{stream}\nendstream" for stream in streams),
    )
    body = "\n".join(f"{number} 0 obj\n{held}\nendobj" for number, held in enumerate(objects, start=1))
    return f"%PDF-1.7\n{body}\ntrailer<</Size 7/Root 1 0 R>>\n%%EOF".encode("latin-1")


def drawn(draw: Callable[[Canvas], None], size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    """Return the PDF whose pages `draw` draws."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def lines(
    canvas: Canvas,
    words: tuple[str, ...] = LINES,
    left: float = 60,
    top: float = 100,
    font: str = "Helvetica",
) -> None:
    """Draw lines of text below one another."""
    canvas.setFont(font, 10)
    for number, line in enumerate(words):
        canvas.drawString(left, HEIGHT - top - 14 * number, line)


def report(pages: int = 6) -> bytes:
    """Return a report of several pages with a heading, a paragraph and a footer on each."""

    def draw(canvas: Canvas) -> None:
        for number in range(1, pages + 1):
            canvas.setFont("Helvetica-Bold", 16)
            canvas.drawString(60, HEIGHT - 70, f"Part {number} of the report")
            lines(canvas)
            lines(canvas, (f"On page {number} a lonely sentence names the number {number * 111}.",), top=190)
            canvas.setFont("Helvetica", 8)
            canvas.drawCentredString(WIDTH / 2, 30, f"Council report, page {number}")
            canvas.showPage()

    return drawn(draw)


def changed(data: bytes, change: Callable[[object], None]) -> bytes:
    """Return a PDF after `change` was made to each of its pages."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(data)).pages:
        change(page)
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class Sought:
    """A PDF that has been read, and the maps of its pages."""

    def __init__(self, data: bytes) -> None:
        self.document: Document = read(data, "report.pdf")
        self.paging = Paging(self.document.source_runs)
        self._file = pypdfium2.PdfDocument(data)

    def letters(self, page: int = 0) -> PageLetters:
        """Return the letters of a page as the window gets them."""
        found = letters_of(self._file[page], page)
        lines = [list(line) for line in found.lines]
        return letters_in(Part("letters", {"signs": found.signs, "lines": lines}, found.boxes.tobytes()))

    def map(self, page: int = 0) -> PageMap:
        """Return the map of a page."""
        return PageMap(self.letters(page), self.paging.runs_on(page), self.document.text)

    def span(self, words: str) -> Span:
        """Return where `words` stand in the text."""
        at = self.document.text.index(words)
        return Span(at, at + len(words))

    def boxes(self, words: str, page: int = 0) -> list[Box]:
        """Return where `words` stand on a page."""
        return self.map(page).boxes(self.span(words))
