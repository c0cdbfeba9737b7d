"""The tasks that draw a page of a PDF and tell where its letters stand, as functions."""

from __future__ import annotations

import hashlib
import io
from array import array

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.original_job import MOST_FILES, original, origins, shared
from deskbrief.importers.original_page import MOST_PIXELS
from deskbrief.services.pagemap import letters_in
from helpers.original_pages import HEIGHT, WIDTH, drawn, report
from helpers.reading import read


def asked(data: bytes, blob: bytes | None = None, **more: object) -> dict[str, list[Part]]:
    """Return the parts of an answer by their names."""
    request = {"sha256": hashlib.sha256(data).hexdigest(), "name": "report.pdf", "number": 0, "scale": 1.0}
    found: dict[str, list[Part]] = {}
    for part in original(Request({**request, **more}, data if blob is None else blob)):
        if isinstance(part, Part):
            found.setdefault(part.name, []).append(part)
    return found


def pixel(part: Part, x: int, y: int) -> tuple[int, int, int]:
    at = y * part.data["stride"] + 4 * x
    blue, green, red = part.blob[at : at + 3]
    return red, green, blue


def test_a_page_is_drawn_in_its_colours_at_the_scale_that_was_asked_for():
    def draw(canvas):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, HEIGHT - 100, 100, 100, stroke=0, fill=1)

    (picture,) = asked(drawn(draw), scale=2.0)["picture"]
    assert (picture.data["width"], picture.data["height"]) == (2 * WIDTH, 2 * HEIGHT)
    assert pixel(picture, 100, 100) == (255, 0, 0)
    assert pixel(picture, 300, 300) == (255, 255, 255)


def test_a_part_of_a_page_is_drawn_as_it_is_in_the_whole():
    data = report(1)
    (whole,) = asked(data, scale=2.0)["picture"]
    (part,) = asked(data, scale=2.0, area=[50, 80, 250, 180])["picture"]
    assert (part.data["width"], part.data["height"]) == (400, 200)
    row = [pixel(part, x, 40) for x in range(400)]
    assert row == [pixel(whole, 100 + x, 200) for x in range(400)]
    assert len(set(row)) > 2


def test_a_picture_is_never_larger_than_is_allowed():
    (picture,) = asked(report(1), scale=500.0)["picture"]
    assert picture.data["width"] * picture.data["height"] <= 1.01 * MOST_PIXELS
    assert picture.data["scale"] < 500


def test_sizes_labels_and_letters_come_when_they_are_asked_for():
    data = report(3)
    found = asked(data, pages=True, letters=True, number=2)
    assert [part.data for part in found["pages"]] == [
        {"sizes": [[WIDTH, HEIGHT]] * 3, "labels": ["", "", ""]}
    ]
    letters = letters_in(found["letters"][0])
    assert "Part 3 of the report" in letters.signs
    assert len(letters.boxes) == 4 * len(letters.signs)
    assert set(asked(data)) == {"picture"}


def test_the_file_is_sent_once_and_asked_for_again_when_it_has_been_closed():
    data = report(2)
    assert set(asked(data, blob=b"", sha256="never seen")) == {"absent"}
    asked(data)
    assert set(asked(data, blob=b"", number=1)) == {"picture"}
    for number in range(MOST_FILES):
        asked(report(3 + number))
    assert set(asked(data, blob=b"")) == {"absent"}
    assert shared() is shared()


def test_a_locked_file_and_a_page_that_is_not_there_are_told_in_words():
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret"))
    canvas.drawString(50, 50, "locked")
    canvas.save()
    with pytest.raises(SourceError, match=r"report\.pdf is locked with a password"):
        asked(out.getvalue())
    with pytest.raises(SourceError, match=r"Page 8 of report\.pdf is damaged") as caught:
        asked(report(1), number=7)
    assert caught.value.next_step.endswith(".")
    with pytest.raises(SourceError, match="damaged"):
        asked(b"%PDF-1.4 nothing more")


def test_labels_are_those_of_the_file():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(report(4))))
    writer.set_page_label(0, 1, "/r")
    writer.set_page_label(2, 3, "/D", start=1)
    out = io.BytesIO()
    writer.write(out)
    (pages,) = asked(out.getvalue(), pages=True)["pages"]
    assert pages.data["labels"] == ["i", "ii", "1", "2"]


def test_where_the_text_stands_is_found_again_for_a_document_that_does_not_know():
    data = report(3)
    document = read(data, "report.pdf")
    (part,) = (part for part in origins(Request({"name": "report.pdf"}, data)) if isinstance(part, Part))
    numbers = array("q")
    numbers.frombytes(part.blob)
    runs = [(run.start, run.source, run.length) for run in document.source_runs]
    assert runs == list(zip(*[iter(numbers)] * 3, strict=True))
    assert part.data["text"] == hashlib.sha256(document.text.encode()).hexdigest()


def test_what_was_filled_into_a_form_is_on_the_page():
    def form(value):
        def draw(canvas):
            canvas.drawString(60, 300, "Ministry")
            canvas.acroForm.textfield(name="ministry", value=value, x=60, y=200)

        return drawn(draw)

    def inks(data):
        (picture,) = asked(data, scale=1.0)["picture"]
        return {pixel(picture, x, y) for x in range(64, 120) for y in range(HEIGHT - 230, HEIGHT - 205)}

    assert len(inks(form("Ministry of Wells"))) > len(inks(form(""))) + 5


def test_pdfium_has_no_engine_for_scripts():
    assert not {"V8", "XFA"} & set(pypdfium2.PDFIUM_INFO.flags)
