"""Letters of a PDF that its fonts do not name, or name in part, and fonts that say what is not true."""

from __future__ import annotations

import io
import re

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import BlockKind
from deskbrief.importers.pdf_letters import UNKNOWN, text_of, without_holes
from helpers.reading import of_kind, read

#: A font with glyphs for "fi" and "fl"; its "Œ" is about as wide as "Th" drawn as one.
FONT, FILE = "Vera", "Vera.ttf"
LINES = (
    "The board said that the report\u2019s \ufb01ndings were signi\ufb01cant, and of little in\ufb02uence.",
    "\u0152is year it de\ufb01nes what the fees of the harbour are; \u0152ey will \ufb02ow into its coffers.",
)
PROSE = (
    "The harbour board looked into the state of the quays this year, and",
    "found that hardly any of them had been inspected since they were built.",
    "Nine of them could give way at once, which nobody had told the public,",
    "though letters had been written to the ministry in each of the years,",
    "and though the money for all of the repairs had been set aside before.",
)


def typed(*lines: str, size: float = 10) -> bytes:
    """Return a page with lines in the font, whose code is not packed."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, FILE))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0)
    canvas.setFont(FONT, size)
    for number, line in enumerate(lines):
        canvas.drawString(60, 700 - 14 * number, line)
    canvas.save()
    return out.getvalue()


def last_letters(data: bytes) -> bytes:
    """Return the file with fonts that name but the last letter of each ligature."""
    for ligature, last in ((b"FB01", b"0069"), (b"FB02", b"006C"), (b"0152", b"0068")):
        assert b"<%s>" % ligature in data.upper()
        data = re.sub(b"<%s>" % ligature, b"<%s>" % last, data, flags=re.IGNORECASE)
    return data


def test_ligatures_of_which_a_font_names_the_last_letter_are_told_by_their_width():
    document = read(last_letters(typed(*LINES)), "report.pdf")
    said = " ".join(LINES).replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\u0152", "Th")
    assert document.text == said
    told = "Fonts of this file name but the last of letters drawn as one, such as \u201cfi\u201d, 7 times; "
    assert document.coverage.remarks == (f"{told}which they are was told by how wide they are.",)


def test_letters_that_a_font_names_in_full_are_left_alone():
    document = read(typed(*LINES), "report.pdf")
    assert "significant" in document.text
    assert "\u0152is year" in document.text
    assert not document.coverage.remarks


def test_letters_that_are_wider_here_and_there_are_no_ligatures():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    text = canvas.beginText(60, 700)
    text.setFont("Helvetica", 10)
    for scale in (100, 240):
        text.setHorizScale(scale)
        text.textLine("hilly fields of little effect")
    canvas.drawText(text)
    canvas.save()
    assert read(out.getvalue(), "a.pdf").text == "hilly fields of little effect hilly fields of little effect"


@pytest.mark.parametrize("space", [1.5, 2, 2.5, 4])
def test_letters_that_are_spaced_are_no_ligatures(space: float):
    spaced = "Limits and the distribution, there is a firm list here, signi\ufb01cant in in\ufb02uence"
    out = io.BytesIO()
    typed("")
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0)
    for _page in range(2):
        canvas.setFont(FONT, 10)
        for number, line in enumerate((*LINES, *PROSE)):
            canvas.drawString(60, 700 - 14 * number, line)
        text = canvas.beginText(60, 300)
        text.setFont(FONT, 10)
        text.setCharSpace(space)
        text.textOut(spaced)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    read_back = read(last_letters(out.getvalue()), "report.pdf").text
    assert read_back.count(spaced.replace("\ufb01", "fi").replace("\ufb02", "fl")) == 2
    assert read_back.count("significant, and of little influence") == 2


def test_fonts_are_no_bolder_than_their_names_say():
    """Programs that write PDFs anew state any width of stems for a font that they cut down."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0)
    typed("")
    for number, line in enumerate(PROSE):
        canvas.setFont(FONT if number % 3 else "Helvetica", 10)
        canvas.drawString(60, 700 - 12 * number, line)
    canvas.save()
    thick = re.sub(rb"/StemV \d+", b"/StemV 160", out.getvalue())
    assert thick != out.getvalue()
    assert of_kind(read(thick, "report.pdf"), BlockKind.PARAGRAPH) == [" ".join(PROSE)]


def test_fonts_with_numbers_for_names_may_be_bold():
    data = typed("Findings of the board", *LINES).replace(b"BitstreamVeraSans-Roman", b"TTE1A07870t00")
    thick = re.sub(rb"/StemV \d+", b"/StemV 160", data)
    assert "strong" in {inline.kind.value for inline in read(thick, "report.pdf").inlines}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("bene0ts of the 0rst year", "bene\ufffdts of the \ufffdrst year"),
        ("to di0er, and so o0 it went", "to di\ufffder, and so o\ufffd it went"),
        ("0 item with a bullet", "0 item with a bullet"),
        ("0item with a bullet", "0item with a bullet"),
        ("a00b is no word", "a00b is no word"),
    ],
)
def test_letters_without_a_name_leave_a_sign_in_words(told, shown):
    assert without_holes(told.replace("0", UNKNOWN)) == shown.replace("0", UNKNOWN)


def test_code_points_that_do_not_exist_are_letters_without_a_name():
    assert text_of([65, 0xFFFFFFFF, 0x10FFFF, 66]) == f"A{UNKNOWN}\U0010ffffB"


def test_a_soft_hyphen_that_a_page_paints_is_a_hyphen():
    assert text_of([*map(ord, "1\u00ad12 months")]) == "1-12 months"


def test_letters_beyond_the_first_plane_are_kept():
    data = typed("The minimum voltage \u0152 is told, and \u0152l is not.", *PROSE)
    data = re.sub(b"<0152>", b"<D835DC49>", data, flags=re.IGNORECASE)
    document = read(data, "report.pdf")
    assert "voltage \U0001d449 is told, and \U0001d449l is not." in document.text


def test_letters_that_a_font_tells_twice_are_there_once():
    data = typed("The voltage \u0152 is told, and \u0152\u0152 is not.", *PROSE)
    data = re.sub(b"<0152>", b"<D835DC49D835DC49>", data, flags=re.IGNORECASE)
    document = read(data, "report.pdf")
    assert "voltage \U0001d449 is told, and \U0001d449\U0001d449 is not." in document.text


def test_halves_of_letters_that_stand_alone_are_no_letters():
    assert text_of([0x28, 0xD835, 0xDC49, 0x29]).replace("\u200b", "") == "(\U0001d449)"
    assert len(text_of([0x28, 0xD835, 0xDC49, 0x29])) == 4
    assert text_of([0xDC49, 0xD835]) == "\udc49\ud835"
