"""The logo at the head of a brief: in its place, tagged or an ornament, in every format that has pictures."""

from __future__ import annotations

import zipfile
from base64 import b64decode, b64encode
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from deskbrief.brief.flow.docx import written_docx
from deskbrief.brief.flow.html import written_html
from deskbrief.brief.flow.markdown_text import written_markdown
from deskbrief.document.enclosure import read_enclosure
from deskbrief.document.errors import ExportError
from deskbrief.document.plan import BriefPlan, Logo
from deskbrief.importers.enclosed import enclosed_in
from helpers.briefs import all_elements, opened, rendered, sample_plan, words_of
from helpers.pictures import picture

PICTURE = picture(300, 100)


def with_logo(words: str = "", data: bytes = PICTURE) -> BriefPlan:
    return replace(sample_plan(), logo=Logo(b64encode(data).decode(), words, "house.png"))


def figures(plan: BriefPlan) -> list[Any]:
    return [element for element in all_elements(opened(plan)) if element["/S"] == "/Figure"]


def test_the_picture_stands_on_the_first_page_alone() -> None:
    reader = opened(replace(with_logo(), one_page=False))
    first, *others = reader.pages
    (image,) = first.images
    assert image.image is not None
    assert image.image.size == (300, 100)
    assert image.image.getpixel((10, 50)) == (255, 0, 0)
    assert others
    assert not any(page.images for page in others)
    assert sorted(words_of(reader).split()) == sorted(words_of(opened(sample_plan(one_page=False))).split())


def test_described_it_is_a_figure_and_else_an_ornament() -> None:
    # Without the bounds of one page the logo pushes no other figure out.
    before = len(figures(sample_plan(one_page=False)))
    assert len(figures(replace(with_logo(), one_page=False))) == before
    first = figures(with_logo("A lighthouse & <b>sea</b>\n"))[0]
    assert first["/Alt"] == "A lighthouse & <b>sea</b>"
    left, bottom, right, top = map(float, first["/A"].get_object()["/BBox"])
    assert (left, right - left, top - bottom) == (54.0, 90.0, 30.0)


def test_the_same_logo_gives_the_same_bytes_and_does_not_travel_twice() -> None:
    data = rendered(with_logo()).data
    assert data == rendered(with_logo()).data
    assert read_enclosure(enclosed_in(data)).plan.logo is None


def test_a_word_file_holds_it() -> None:
    with zipfile.ZipFile(BytesIO(written_docx(with_logo("A “lighthouse”")))) as archive:
        assert archive.read("word/media/logo.png") == PICTURE
        body = etree.fromstring(archive.read("word/document.xml"))
        relations = archive.read("word/_rels/document.xml.rels").decode()
    (named,) = body.iter("{*}docPr")
    assert named.get("descr") == "A “lighthouse”"
    (blip,) = body.iter("{*}blip")
    (relation,) = blip.values()
    assert f'Id="{relation}"' in relations
    assert not list(body.iter("{*}decorative"))


def test_a_word_file_says_of_an_ornament_that_it_is_one() -> None:
    with zipfile.ZipFile(BytesIO(written_docx(with_logo()))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    assert [element.get("val") for element in body.iter("{*}decorative")] == ["1"]


def test_a_web_page_holds_it_and_may_show_no_other() -> None:
    page = written_html(with_logo('"><script>')).decode()
    assert b64encode(PICTURE).decode() in page
    assert 'alt="&quot;&gt;&lt;script&gt;"' in page
    assert "img-src data:" in page
    assert "img-src" not in written_html(sample_plan()).decode()


def test_text_has_no_place_for_it() -> None:
    assert written_markdown(with_logo("A lighthouse")) == written_markdown(sample_plan())


def changed(at: int, value: int) -> bytes:
    data = bytearray(PICTURE)
    data[at] = value
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        PICTURE[:60],
        picture(mode="L"),
        picture(mode="RGBA"),
        picture(form="JPEG"),
        changed(24, 16),
        changed(28, 1),
        changed(18, 0x7F),
        changed(60, 0x55),
    ],
    ids=["empty", "text", "cut", "grey", "clear", "jpeg", "deep", "interlaced", "wide", "rows"],
)
@pytest.mark.parametrize("write", [rendered, written_docx, written_html])
def test_a_damaged_one_is_told_and_not_written(data: bytes, write: Any) -> None:
    with pytest.raises(ExportError, match="logo"):
        write(with_logo(data=data))


def test_what_is_no_base64_is_told() -> None:
    with pytest.raises(ExportError, match="logo"):
        rendered(replace(sample_plan(), logo=Logo("…")))
    assert b64decode(with_logo().logo.png) == PICTURE  # type: ignore[union-attr]
