"""The small objects of a file are packed, and every one of them is found again."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from helpers.briefs import all_elements, long_plan, rendered


def test_the_structure_is_packed_and_found_again() -> None:
    data = rendered(long_plan(120, one_page=False)).data
    assert b"/StructElem" not in data
    reader: Any = PdfReader(BytesIO(data), strict=True)
    size = reader.trailer["/Size"]
    assert size > 2000
    streams = sum(reader.get_object(number).get("/Type") == "/ObjStm" for number in reader.xref[0])
    assert streams > 2
    found = [reader.get_object(number) for number in range(1, size)]
    assert None not in found
    assert sum(isinstance(one, dict) and one.get("/Type") == "/StructElem" for one in found) == len(
        all_elements(reader)
    )


def test_what_is_described_stands_outside_of_what_is_packed() -> None:
    # Programs that only look through a file find what it claims to be.
    data = rendered(long_plan(3, one_page=False)).data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert data.startswith(b"%PDF-1.7\n")
    assert data.endswith(b"%%EOF\n")
