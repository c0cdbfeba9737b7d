"""The names of the pages of a PDF."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from deskbrief.document.model import BlockKind, Document, Metadata
from deskbrief.document.paging import Paging
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Place, plain
from deskbrief.importers.pdf_labels import labels_of
from deskbrief.importers.pdf_lines import Page
from helpers.reading import read

TEXT = ("The council met again and heard nine witnesses", "about the state of the wells in the valley.")


def labels_read(printed: tuple[str, ...]) -> list[str]:
    """Return the labels of a PDF whose pages print these at their foot: "" is none, "|" parts cells."""
    return [page.label for page in pages_read(printed).pages]


def pages_read(printed: tuple[str, ...]) -> Document:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 500))
    for number in printed:
        for line, text in enumerate(TEXT):
            canvas.drawString(60, 400 - 12 * line, text)
        for at, part in enumerate(number.split("|")):
            canvas.drawString(50 + 280 * at if "|" in number else 200, 5, part)
        canvas.showPage()
    canvas.save()
    return read(out.getvalue(), "paper.pdf")


def test_pages_before_the_first_number_are_not_taken_for_the_numbered_ones():
    assert labels_read(("", "", "1", "2", "3", "4")) == ["[1]", "[2]", "1", "2", "3", "4"]


def test_a_page_without_a_number_between_others_is_counted():
    assert labels_read(("7", "8", "", "10", "11")) == ["7", "8", "9", "10", "11"]


def test_pages_after_the_last_number_are_called_by_their_place():
    assert labels_read(("", "1", "2", "3", "")) == ["[1]", "1", "2", "3", "[5]"]


def test_numbers_that_are_those_of_the_file_need_no_brackets():
    assert labels_read(("", "2", "3", "4", "")) == ["1", "2", "3", "4", "5"]


def test_numbers_at_the_ends_of_running_heads_are_the_labels_when_they_run_on():
    gazette = "The Register of the Council / Thursday, August 6, 2020 / Proposed Rules"
    printed = (f"{at} {gazette}" if at % 2 else f"{gazette} {at}" for at in range(47698, 47704))
    assert labels_read(tuple(printed)) == [str(at) for at in range(47698, 47704)]


def test_the_first_page_prints_its_large_number_alone():
    gazette = "The Register of the Council / Proposed Rules"
    document = pages_read(("47698", *(f"{gazette}|{at}" for at in range(47699, 47704))))
    assert [page.label for page in document.pages] == [str(at) for at in range(47698, 47704)]
    assert "47698" not in document.text


def test_numbers_in_running_heads_that_do_not_run_on_are_none_of_pages():
    assert labels_read(tuple(f"Report {n} of the Council" for n in (2019, 2019, 2019, 2019))) == list("1234")
    years = tuple(f"The Council in {year}" for year in (1950, 1971, 1950, 1971))
    assert labels_read(years) == list("1234")


@pytest.mark.parametrize("labels", [("i", "ii", "1", "2"), ("A", "B", "C", "D")])
def test_the_labels_of_the_file_count(labels: tuple[str, ...]):
    pages = [Page(number, 400, 500, [], label=label) for number, label in enumerate(labels)]
    assert labels_of(pages) == dict(enumerate(labels))


def test_the_label_of_a_page_is_kept_whole():
    builder = Builder()
    builder.place(Place("Executive Summary", page=True))
    builder.block(BlockKind.PARAGRAPH, plain("The council met again."))
    assert [page.label for page in builder.finish("0" * 64, Metadata()).pages] == ["Executive Summary"]


def test_a_label_that_two_pages_share_is_no_label():
    pages = [Page(number, 400, 500, [], label=label) for number, label in enumerate(("C", "C", "1", "2"))]
    assert labels_of(pages) == {0: "[1]", 1: "[2]", 2: "1", 3: "2"}


def test_the_labels_of_the_text_are_known_for_the_pages_of_the_file():
    document = pages_read(("41", "42", "43", "44", "45"))
    labels = Paging(document.source_runs).labels(document.pages)
    assert labels == {number: str(number + 41) for number in range(5)}
