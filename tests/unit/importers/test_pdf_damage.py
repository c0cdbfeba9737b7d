"""PDF pages that are damaged or whose fonts name no letters: told, and never read as if they were text."""

import io
import zlib

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from deskbrief.document.model import BlockKind
from deskbrief.document.shipped import shipped
from deskbrief.importers.pdf_damage import damaged_pages
from helpers.papers import TEXT, Paper
from helpers.reading import left_out, read

FONT = "Sans of the tests"
CYRILLIC = "Совет области снова собрался и выслушал девять свидетелей"
SIGNS = "? % ; 9 * & C - / + ` ~ # = ( } > < @ ! | : ) { ] [ ^ $ " * 6


def streams(data: bytes) -> list[tuple[int, int]]:
    """Return where each packed content begins and ends."""
    found, at = [], 0
    while (at := data.find(b">>\nstream", at)) >= 0:
        start = data.index(b"stream", at) + len(b"stream\n") + (data[at + 9 : at + 10] == b"\r")
        at = data.index(b"endstream", start)
        found.append((start, at))
    return found


def broken(data: bytes, page: int) -> bytes:
    """Return the file with some bytes in the middle of the content of a page, from 0, changed."""
    start, end = streams(data)[page]
    middle = (start + end) // 2
    return data[:middle] + bytes(255 - byte for byte in data[middle : middle + 9]) + data[middle + 9 :]


def test_a_page_whose_content_is_damaged_is_told():
    document = read(broken(plain_packed(), 2), "report.pdf")
    told = "Page 3 is damaged in the file: some or all of its words could not be read, and some may be wrong."
    assert document.coverage.remarks[0] == told
    assert not document.coverage.whole
    assert "witness of day 2" in document.text


def test_a_file_that_is_sound_has_no_damaged_pages():
    assert damaged_pages(plain_packed(), 4) == []
    assert read(plain_packed(), "report.pdf").coverage.whole


def test_sums_that_are_wrong_everywhere_are_the_fault_of_the_program_that_wrote_them():
    data = plain_packed()
    spoiled = bytearray(data)
    for _, end in streams(data):
        spoiled[end - 2] ^= 0xFF
    assert damaged_pages(bytes(spoiled), 4) == []
    spoiled = bytearray(data)
    spoiled[streams(data)[1][1] - 2] ^= 0xFF
    assert damaged_pages(bytes(spoiled), 4) == [1]


def test_nothing_is_told_of_pages_that_are_not_found():
    assert damaged_pages(broken(plain_packed(), 2), 9) == []
    assert damaged_pages(b"%PDF-1.7 /Type /Catalog /Pages 1 0 R 1 0 obj << /Kids [1 0 R] >> endobj", 1) == []


def garbled() -> bytes:
    """Return a PDF of two pages: one of text, one in a font that does not say which letters it draws."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        file = io.BytesIO(shipped("resources/fonts/DeskbriefSans-Regular.ttf").read_bytes())
        pdfmetrics.registerFont(TTFont(FONT, file))
    paper = Paper(pageCompression=0)
    paper.lines(TEXT)
    paper.turn()
    for number in range(8):
        paper.line(CYRILLIC, 60, 100 + 14 * number, font=FONT)
    paper.turn()
    return paper.data().replace(b"/ToUnicode", b"/ToNothing")


def signs() -> bytes:
    """Return a PDF of two pages: one of text, one of signs."""
    paper = Paper()
    paper.lines(TEXT)
    paper.turn()
    paper.lines(tuple(SIGNS[at : at + 50] for at in range(0, 300, 50)))
    paper.turn()
    return paper.data()


@pytest.mark.parametrize("made", [garbled, signs])
def test_a_page_of_signs_that_are_no_words_is_a_picture_and_told(made):
    document = read(made(), "report.pdf")
    told = (
        "The words of page 2 cannot be read from the file, whose fonts do not say which letters they draw; "
        "see the original page."
    )
    assert document.coverage.remarks[0] == told
    assert not document.coverage.whole
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.FIGURE]
    assert document.blocks[1].scan
    assert document.text.strip() == " ".join(TEXT)
    assert "signs that are no words" in left_out(document)


def test_figures_and_leaders_are_words():
    paper = Paper()
    for number in range(30):
        paper.line(
            f"{number}. Costs ........................................ {number * 17}.50 %",
            60,
            60 + 15 * number,
        )
    document = read(paper.data(), "report.pdf")
    assert document.coverage.whole
    assert "Costs" in document.text + str(document.coverage.left_out)


def plain_packed() -> bytes:
    """Return a file of pages whose contents are packed with nothing around them."""
    paper = Paper(pageCompression=0)
    for number in range(4):
        end = paper.lines(TEXT)
        paper.lines((f"The witness of day {number + 1} said nothing new about it.",), top=end + 14)
        paper.turn()
    return packed(paper.data())


def packed(data: bytes) -> bytes:
    """Return a file of four pages written by hand, whose contents are those of `data`, packed."""
    contents = [data[start:end].strip() for start, end in streams(data)][:4]
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 4 /Kids [4 0 R 5 0 R 6 0 R 7 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 600] /Contents [%d 0 R]"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (8 + number)
            for number in range(4)
        ),
    ]
    for content in contents:
        squeezed = zlib.compress(content)
        parts.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(squeezed), squeezed)
        )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(parts) + 1,
        start,
    )
