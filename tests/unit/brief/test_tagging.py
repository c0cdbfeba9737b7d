"""The structure tree of the finished file: everything is tagged or an artifact, and in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from deskbrief.document.plan import NameRow, PlanKind, PlanSection
from helpers.briefs import all_elements, elements_of, long_plan, opened, sample_plan


@pytest.fixture(scope="module")
def sample() -> PdfReader:
    return opened(sample_plan(one_page=False))


def marks(page: Any) -> list[tuple[str, int]]:
    """Return the marked content of a page in the order of painting: its tag and its number."""
    data = page.get_contents().get_data().decode("latin-1")
    return [(tag, int(number)) for tag, number in re.findall(r"/(\w+) <</MCID (\d+)>> BDC", data)]


def test_the_file_claims_what_it_is(sample: PdfReader) -> None:
    root: Any = sample.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in packet.replace(
        "\n", ""
    )
    assert root["/OutputIntents"][0]["/DestOutputProfile"].get_object()["/N"] == 3


def test_headings(sample: PdfReader) -> None:
    tags = [element["/S"] for element in all_elements(sample)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 6
    assert tags.index("/H1") < tags.index("/H2")


@pytest.mark.parametrize("count", [3, 60])
def test_nothing_is_drawn_outside_marked_content(count: int) -> None:
    for page in opened(long_plan(count, one_page=False)).pages:
        depth = 0
        for line in page.get_contents().get_data().decode("latin-1").splitlines():
            depth += line.endswith((" BDC", " BMC")) - (line == "EMC")
            assert depth in {0, 1}
            if re.search(r" (Tj|re|f|f\*)$", line):
                assert depth == 1
        assert depth == 0


@pytest.mark.parametrize("count", [3, 60])
def test_the_parent_tree_knows_the_owner_of_every_mark(count: int) -> None:
    reader = opened(long_plan(count, one_page=False))
    root: Any = reader.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = {int(numbers[at]): numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    for page in reader.pages:
        own = owners[page["/StructParents"]]
        drawn = marks(page)
        assert [number for _, number in drawn] == list(range(len(own)))
        assert [f"/{tag}" for tag, _ in drawn] == [owner.get_object()["/S"] for owner in own]
        for annotation in page.get("/Annots", []):
            assert owners[annotation.get_object()["/StructParent"]]["/S"] == "/Link"


def test_the_tree_is_in_the_order_of_painting(sample: PdfReader) -> None:
    for number, page in enumerate(sample.pages):
        painted = [mark for _, mark in marks(page)]
        read = [mark for element in all_elements(sample) for mark in own_marks(element, sample, number)]
        assert sorted(read) == painted
        moved = sum(1 for first, second in zip(read, painted, strict=True) if first != second)
        assert moved <= len(painted) // 5


def test_names_between_links_are_read_where_they_are_painted() -> None:
    names = tuple(NameRow(f"Council {at}", "organisation", at, (1 + at % 12,)) for at in range(30))
    section = PlanSection(kind=PlanKind.NAMES, title="Names", names=names)
    reader = opened(replace(sample_plan(one_page=False), sections=(section,), bottom_line=None))
    (first, *_) = reader.pages
    read = [mark for element in all_elements(reader) for mark in own_marks(element, reader, 0)]
    assert read == [mark for _, mark in marks(first)][: len(read)]
    assert len(read) > 60


def own_marks(element: Any, reader: PdfReader, number: int) -> Iterator[int]:
    page = element.get("/Pg")
    for kid in element.get("/K", []):
        if isinstance(kid, int) and page is not None and reader.get_page_number(page) == number:
            yield kid


def test_tables_are_regular_and_have_scoped_heads(sample: PdfReader) -> None:
    tables = [element for element in all_elements(sample) if element["/S"] == "/Table"]
    assert len(tables) == 2
    for table in tables:
        rows = [
            [cell for cell in elements_of(row) if cell["/S"] in {"/TH", "/TD"}] for row in elements_of(table)
        ]
        rows = [row for row in rows if row]
        assert {len(row) for row in rows} == {4}
        assert all(cell["/A"]["/Scope"] == "/Column" for cell in rows[0])


def test_no_column_of_details_stands_beside_an_event_without_one() -> None:
    plan = sample_plan(one_page=False)
    events = plan.sections[1]
    rows = (events.chronology[0], replace(events.chronology[1], detail="", references=()))
    reader = opened(replace(plan, sections=(replace(events, chronology=rows),)))
    tags = [element["/S"] for element in all_elements(reader)]
    assert (tags.count("/TH"), tags.count("/TD")) == (3, 6)


def test_a_repeated_head_is_an_artifact() -> None:
    reader = opened(long_plan(60, one_page=False))
    tags = [element["/S"] for element in all_elements(reader)]
    assert tags.count("/TH") == 8
    assert sum(page.extract_text().count("Detail Ref") for page in reader.pages) > 2


def test_figures_say_what_they_show_and_where_they_are(sample: PdfReader) -> None:
    figures = [element for element in all_elements(sample) if element["/S"] == "/Figure"]
    spoken = [figure["/Alt"] for figure in figures]
    assert spoken == [
        "Line of time with 3 events, from Jul 2023 to Oct 2023; the table below it lists them.",
        "Marked yellow",
        "Marked purple",
    ]
    assert all(len(figure["/A"]["/BBox"]) == 4 for figure in figures)


def test_references_are_notes_with_names_of_their_own(sample: PdfReader) -> None:
    notes = [element["/ID"] for element in all_elements(sample) if element["/S"] == "/Note"]
    assert notes == [f"reference-{number}" for number in range(1, 13)]


def test_the_foot_is_read_aloud_once() -> None:
    reader = opened(long_plan(60, one_page=False))
    spoken = [element for element in all_elements(reader) if element["/S"] == "/P"]
    last = reader.get_page_number(spoken[-1]["/Pg"])
    assert last == len(reader.pages) - 1


def test_references_of_names_run_in_after_the_others_and_are_read_in_order() -> None:
    plan = sample_plan(one_page=False)
    count = len(plan.references)
    more = tuple(replace(plan.references[0], number=count + at, quote=f"Name {at}") for at in range(1, 9))
    rows = tuple(NameRow(f"Name {at}", "person", 1, (count + at,)) for at in range(1, 9))
    names = PlanSection(kind=PlanKind.NAMES, title="Names", names=rows)
    reader = opened(replace(plan, sections=(*plan.sections, names), references=(*plan.references, *more)))
    notes = [str(element["/ID"]) for element in all_elements(reader) if element["/S"] == "/Note"]
    assert notes == [f"reference-{number}" for number in range(1, count + 9)]
