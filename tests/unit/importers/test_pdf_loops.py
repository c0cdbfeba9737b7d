"""Forms that draw themselves or one another are taken out of a PDF before it is drawn; all else is read."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from scripts.hostile_pdf import pdf_of

from deskbrief.document.tasks import Part, Request
from deskbrief.importers.pdf_loops import without_loops
from deskbrief.importers.picture_job import pictures
from helpers.reading import read

SHOWN = "BT /F 12 Tf 72 700 Td (The council met.) Tj ET"
INNER = "BT /F 12 Tf 72 600 Td (The wells fell.) Tj ET"


def form(content: str, names: str, *, packed: bool = False, more: str = "") -> bytes:
    data = zlib.compress(content.encode()) if packed else content.encode()
    resources = (
        f"/Resources<</XObject<<{names}>>/Font<</F 4 0 R>>>>" if names else "/Resources<</Font<</F 4 0 R>>>>"
    )
    kind = "/Filter/FlateDecode" if packed else ""
    head = f"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]{more or resources}{kind}/Length {len(data)}>>"
    return head.encode() + b"stream\n" + data + b"\nendstream"


def file(forms: dict[int, str | bytes]) -> bytes:
    return pdf_of(content=f"{SHOWN} /X Do", more=forms)


@pytest.mark.parametrize("packed", [False, True])
def test_a_form_that_draws_itself_is_left_out(packed):
    document = read(file({6: form("/X Do /X Do", "/X 6 0 R", packed=packed)}), "loop.pdf")
    assert document.text == "The council met."
    assert document.coverage.remarks[0].startswith("Parts of its pages draw themselves without end")
    assert not document.coverage.whole


def test_forms_that_draw_one_another_are_left_out_and_those_beside_them_are_not():
    forms = {
        6: form(f"{INNER} /Y Do", "/Y 7 0 R"),
        7: form("/Z Do", "/Z 8 0 R"),
        8: form("/Y Do /Y Do", "/Y 7 0 R"),
    }
    data, count = without_loops(file(forms))
    assert count == 2
    assert read(file(forms), "loop.pdf").text == "The council met.\n\nThe wells fell."
    assert len(data) == len(file(forms))


def test_resources_in_an_object_of_their_own_are_followed():
    forms = {
        6: form("/X Do /X Do", "", more="/Resources 9 0 R"),
        9: b"<</XObject 10 0 R>>",
        10: b"<</X 6 0 R>>",
    }
    assert without_loops(file(forms))[1] == 1


def test_resources_that_name_a_form_which_is_not_drawn_are_no_loop():
    data = file({6: form(INNER, "/X 6 0 R")})
    assert without_loops(data) == (data, 0)
    assert "The wells fell." in read(data, "shared.pdf").text


def test_forms_that_draw_others_very_often_are_left_out():
    forms = {n: form("/N Do " * 10, f"/N {n + 1} 0 R") for n in range(6, 15)} | {15: form(INNER, "")}
    assert without_loops(file(forms))[1] >= 1
    assert read(file(forms), "many.pdf").text.startswith("The council met.")


def test_a_chart_that_draws_one_mark_very_often_is_read():
    forms = {6: form(INNER + " /M Do" * 5000, "/M 7 0 R"), 7: form("0 0 m 1 1 l S", "")}
    assert without_loops(file(forms))[1] == 0


def test_a_long_chain_of_forms_is_no_loop():
    forms = {n: form("/N Do", f"/N {n + 1} 0 R") for n in range(6, 3000)} | {3000: form(INNER, "")}
    assert without_loops(file(forms))[1] == 0


def test_pictures_of_a_page_with_a_loop_are_drawn_all_the_same():
    kind = b"/Subtype/Image/Width 60/Height 60/BitsPerComponent 8/ColorSpace/DeviceGray/Length 3600"
    image = b"<</Type/XObject" + kind + b">>stream\n" + bytes(range(60)) * 60 + b"\nendstream"
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R"
        "/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R/I 9 0 R>>>>>>"
    )
    more = {3: page, 6: form("/X Do /X Do", "/X 6 0 R"), 9: image}
    data = pdf_of(content=f"{SHOWN} q 200 0 0 200 72 400 cm /I Do Q /X Do", more=more)
    parts = list(pictures(Request({"name": "loop.pdf"}, data)))
    assert sum(isinstance(part, Part) for part in parts) == 1
