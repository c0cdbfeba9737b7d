"""PDF files of which pages are pictures without text, as scanners make them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from helpers.original_pages import HEIGHT, LINES, WIDTH, drawn, lines


def scanned(
    pages: int,
    *,
    text: Iterable[int] = (),
    blank: Iterable[int] = (),
    stamp: str = "",
    bookmarks: Sequence[tuple[str, int, int]] = (),
    title: str = "",
) -> bytes:
    """Return a PDF of `pages` pages, numbered from 0: pictures of text but those with `text` or nothing.

    In the `stamp` of each page "#" stands for its number from 1. `bookmarks` are title, page and depth.
    """

    def draw(canvas: Canvas) -> None:
        if title:
            canvas.setTitle(title)
        for number in range(pages):
            if number in text:
                lines(canvas, (f"Part {number} begins here and tells what there is to tell.", *LINES))
            elif number not in blank:
                canvas.drawImage(scan_of(f"Sheet {number + 1}"), 0, 0, WIDTH, HEIGHT)
            if stamp:
                lines(canvas, (stamp.replace("#", str(number + 1)),), top=HEIGHT - 15)
            for name, page, depth in bookmarks:
                if page == number:
                    canvas.bookmarkPage(name)
                    canvas.addOutlineEntry(name, name, depth)
            canvas.showPage()

    return drawn(draw)


def scan_of(words: str) -> ImageReader:
    """Return the picture of a page on which `words` stand above lines that cannot be read."""
    image = Image.new("L", (WIDTH, HEIGHT), 250)
    pen = ImageDraw.Draw(image)
    pen.text((60, 60), words, fill=20, font_size=30)
    for top in range(120, HEIGHT - 60, 14):
        pen.line((60, top, WIDTH - 60, top), fill=90, width=4)
    return ImageReader(image)
