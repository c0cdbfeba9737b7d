"""Pictures that files carry: found at their place in every format, measured, converted, and never trusted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from PIL import Image

from deskbrief.document.model import Block, BlockKind, Document, Picture
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.gallery import MOST_PICTURES, Gallery, scaled
from deskbrief.importers.job import read_source
from deskbrief.importers.picture_data import converted, measured
from deskbrief.importers.picture_job import pictures
from deskbrief.importers.source import Source
from helpers.formats import epub, zipped
from helpers.pictures import (
    ALT,
    CARRIERS,
    FIRST,
    LAST,
    book,
    data_address,
    docx,
    flat_odt,
    mhtml,
    page,
    picture,
    rtf,
)
from helpers.reading import read


def figure(document: Document) -> Block:
    (found,) = [block for block in document.blocks if block.kind is BlockKind.FIGURE]
    return found


def made(data: bytes, name: str, **more: object) -> list[Part]:
    steps = pictures(Request({"name": name, "media_type": "", **more}, data))
    return [step for step in steps if isinstance(step, Part)]


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size


@pytest.mark.parametrize("name", CARRIERS)
def test_a_picture_stands_where_the_file_has_it(name):
    document = read(CARRIERS[name](picture()), name)
    shown = figure(document)
    assert shown.alt == ALT
    assert shown.picture is not None
    assert (shown.picture.width, shown.picture.height) == (200, 120)
    at = document.blocks.index(shown)
    assert document.quote(document.blocks[at - 1].span) == FIRST
    assert document.quote(document.blocks[at + 1].span) == LAST
    assert ALT not in document.text
    assert not any("not shown" in remark for remark in document.coverage.remarks)


@pytest.mark.parametrize("name", CARRIERS)
def test_the_picture_can_be_had_under_the_name_that_the_text_has_for_it(name):
    data = CARRIERS[name](picture())
    shown = figure(read(data, name)).picture
    assert shown is not None
    (part,) = made(data, name)
    assert part.data == {"key": shown.key}
    assert size_of(part.blob) == (200, 120)


@pytest.mark.parametrize("name", CARRIERS)
@pytest.mark.parametrize("broken", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 no picture", b"<svg/>"])
def test_what_is_no_picture_stays_a_description(name, broken):
    document = read(CARRIERS[name](broken), name)
    assert figure(document).picture is None
    assert figure(document).alt == ALT
    assert FIRST in document.text
    assert LAST in document.text


def test_a_picture_that_the_file_lacks_is_named():
    document = read(page("https://example.org/far.png"), "a.html")
    assert figure(document).picture is None
    assert document.coverage.remarks == (f"One picture is not shown: “{ALT}”.",)


def test_a_picture_without_a_description_is_shown_all_the_same():
    document = read(book(picture()).replace(b"x", b"x"), "a.epub")
    assert figure(document).picture
    plain = read(epub({"a.xhtml": f'<p>{FIRST}</p><img src="m.png"/>'}, {"EPUB/m.png": picture()}), "a.epub")
    assert figure(plain) == plain.blocks[-1]
    assert figure(plain).picture == Picture("EPUB/m.png", 200, 120)


def test_a_page_of_a_book_that_is_nothing_but_a_picture_is_shown():
    pages = {"cover.xhtml": '<img src="m.png" alt="Cover"/>', "a.xhtml": f"<p>{FIRST}</p>"}
    document = read(epub(pages, {"EPUB/m.png": picture()}), "a.epub")
    kinds = [block.kind for block in document.blocks]
    assert kinds[-2:] == [BlockKind.FIGURE, BlockKind.PARAGRAPH]


def test_signs_and_lines_are_no_figures():
    document = read(docx(picture(20, 20)).replace(b"", b""), "a.docx")
    assert figure(document).picture  # Word says at which size it is shown, and that one is large
    plain = read(page(data_address(picture(20, 20))), "a.html")
    assert [block.picture for block in plain.blocks if block.picture] == []
    assert plain.coverage.remarks == ()


def test_pictures_in_the_page_itself_do_not_make_it_too_long_for_its_article_to_be_found():
    noise = Image.effect_noise((1500, 1500), 90)
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    menu = (
        "<nav><ul>"
        + '<li><a href="https://example.org/x">Subscribe to our letter</a></li>' * 30
        + "</ul></nav>"
    )
    written = page(data_address(buffer.getvalue())).replace("<body>", f"<body>{menu}")
    assert len(written) > 2_500_000
    document = read(written, "a.html")
    assert "Subscribe" not in document.text
    assert figure(document).picture is not None


def test_the_picture_of_a_saved_page_lies_in_its_folder():
    data = page("./Maps_files/map%201.png").encode()
    held = picture()
    request = {"parts": [["Maps_files/map 1.png", len(held)]]}
    (part,) = made(data + held, "Maps.html", **request)
    assert size_of(part.blob) == (200, 120)


def test_a_placeholder_gives_way_to_the_picture_that_a_script_would_have_loaded():
    written = page(data_address(picture(1, 1)), 'data-src="https://example.org/map.png"')
    saved = mhtml(picture()).replace(page("https://example.org/map.png").encode(), written.encode())
    assert figure(read(saved, "a.mhtml")).picture == Picture("https://example.org/map.png", 200, 120)


def test_the_file_says_how_large_a_picture_is_shown():
    document = read(page(data_address(picture(800, 400)), 'width="400"'), "a.html")
    shown = figure(document).picture
    assert shown is not None
    assert (shown.width, shown.height) == (400, 200)
    assert scaled((800, 400), (0, 100)) == (200, 100)
    assert scaled((800, 400), (99_999, 0)) == (800, 400)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"])
def test_the_usual_forms_are_measured_and_converted(form):
    data = picture(300, 200, form)
    assert measured(data) == (300, 200)
    found = converted(data)
    assert found is not None
    assert (found.width, found.height) == (300, 200) == size_of(found.data)


def test_a_large_picture_becomes_one_that_a_window_can_hold():
    found = converted(picture(4000, 3000, "JPEG"))
    assert found is not None
    assert (found.width, found.height) == (1400, 1050) == size_of(found.data)


def test_what_can_be_seen_through_stays_so():
    found = converted(picture(200, 200, "PNG", "RGBA"))
    assert found is not None
    with Image.open(io.BytesIO(found.data)) as image:
        assert image.mode == "RGBA"


def test_a_photograph_is_turned_upright():
    image = Image.new("RGB", (300, 200))
    turned = Image.Exif()
    turned[0x0112] = 6
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=turned)
    assert measured(buffer.getvalue()) == (200, 300)
    found = converted(buffer.getvalue())
    assert found is not None
    assert (found.width, found.height) == (200, 300)


def test_a_picture_of_too_many_pixels_is_not_decoded():
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert measured(data) is None
    assert converted(data) is None


def test_a_picture_that_breaks_off_is_left_out_of_what_is_made():
    whole = picture(400, 400, "JPEG")
    data = page(data_address(whole[: len(whole) // 2])).encode()
    document = read(data, "a.html")
    assert figure(document).picture is not None
    assert made(data, "a.html") == []


def test_a_file_has_a_largest_number_of_pictures():
    gallery = Gallery()
    data = picture()
    found = [gallery.add(str(number), lambda: data) for number in range(MOST_PICTURES + 5)]
    assert sum(one is not None for one in found) == MOST_PICTURES


def test_two_pictures_on_one_line_of_a_flat_file_are_two():
    data = CARRIERS["maps.fodt"](picture()).replace(b"\n", b"")
    end = data.index(b"</draw:frame>") + len("</draw:frame>")
    second = CARRIERS["maps.fodt"](picture(300, 200)).replace(b"\n", b"")
    frame = second[second.index(b"<draw:frame") : second.index(b"</draw:frame>") + len("</draw:frame>")]
    parts = made(data[:end] + frame + data[end:], "a.fodt")
    assert [size_of(part.blob) for part in parts] == [(200, 120), (300, 200)]


BEFORE_TABLE = "<p>The table shows what the wells of each district held in that summer, as far as known.</p>"


def test_a_picture_in_a_table_of_a_book_is_shown_after_the_table_and_described_in_its_cell():
    rows = f'<tr><th>Map</th><th>Year</th></tr><tr><td><img src="m.png" alt="{ALT}"/></td><td>1911</td></tr>'
    body = f"{BEFORE_TABLE}<table>{rows}</table><p>{LAST}</p>"
    document = read(epub({"a.xhtml": body}, {"EPUB/m.png": picture()}), "a.epub")
    kinds = [block.kind for block in document.blocks]
    assert kinds[-3:] == [BlockKind.TABLE, BlockKind.FIGURE, BlockKind.PARAGRAPH]
    assert figure(document).picture == Picture("EPUB/m.png", 200, 120)
    assert f"{ALT}\t1911" in document.text


def test_a_sign_in_a_table_of_a_web_page_is_not_described():
    rows = (
        "<tr><th>Who</th><th>Wells</th></tr>" + '<tr><td><img src="x.png" alt="avatar"></td><td>9</td></tr>'
    )
    document = read(page("m.png").replace(f"<p>{LAST}</p>", f"<table>{rows}</table><p>{LAST}</p>"), "a.html")
    assert BlockKind.TABLE in [block.kind for block in document.blocks]
    assert "avatar" not in document.text


def test_a_table_of_nothing_but_pictures_is_its_pictures():
    cells = "".join(f'<td><img src="{n}.png" alt=""/></td>' for n in (1, 2))
    body = f"<p>{FIRST}</p><table><tr>{cells}</tr><tr>{cells}</tr></table><p>{LAST}</p>"
    more = {"EPUB/1.png": picture(), "EPUB/2.png": picture(300, 200)}
    document = read(epub({"a.xhtml": body}, more), "a.epub")
    assert [block.kind for block in document.blocks[1:]] == [
        BlockKind.PARAGRAPH,
        *[BlockKind.FIGURE] * 4,
        BlockKind.PARAGRAPH,
    ]


def word_table(data: bytes) -> bytes:
    """Return a Word document with its picture in a cell."""
    with zipfile.ZipFile(io.BytesIO(docx(data))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    start = body.index("<w:p><w:r><w:drawing>")
    end = body.index("</w:p>", start) + len("</w:p>")
    text = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = f"<w:tr><w:tc>{body[start:end]}</w:tc>{text.format(1911)}</w:tr>"
    rows += f"<w:tr>{text.format('left')}{text.format('right')}</w:tr>"
    parts["word/document.xml"] = f"{body[:start]}<w:tbl>{rows}</w:tbl>{body[end:]}".encode()
    return zipped(parts)


def open_table(data: bytes) -> bytes:
    """Return a flat OpenDocument text with its picture in a cell."""
    body = flat_odt(data).decode()
    space = ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    start = body.index("<text:p><draw:frame")
    end = body.index("</text:p>", start) + len("</text:p>")
    text = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = f"<table:table-row><table:table-cell>{body[start:end]}</table:table-cell>{text.format(1911)}"
    rows += (
        f"</table:table-row><table:table-row>{text.format('left')}{text.format('right')}</table:table-row>"
    )
    return f"{body[:start]}<table:table{space}>{rows}</table:table>{body[end:]}".encode()


def rich_table(data: bytes) -> bytes:
    """Return an RTF document with its picture in a cell."""
    body = rtf(data).decode()
    start, end = body.index(r"{\*\shppict"), body.index(r"\par " + LAST)
    row = r"\trowd\cellx1000\cellx2000\pard\intbl "
    rows = rf"{row}{body[start:end]}\cell 1911\cell\row {row}left\cell right\cell\row\pard "
    return f"{body[:start]}{rows}{body[end:].removeprefix(chr(92) + 'par ')}".encode()


@pytest.mark.parametrize(
    ("name", "make"), [("a.docx", word_table), ("a.fodt", open_table), ("a.rtf", rich_table)]
)
def test_a_picture_in_a_table_is_shown_after_the_table(name, make):
    document = read(make(picture()), name)
    shown = figure(document)
    assert shown.picture is not None
    assert shown.alt == ALT
    at = document.blocks.index(shown)
    assert document.blocks[at - 1].kind is BlockKind.TABLE
    assert document.quote(document.blocks[at - 1].span) == f"{ALT}\t1911\nleft\tright"
    assert document.quote(document.blocks[at + 1].span) == LAST
    assert len(made(make(picture()), name)) == 1


def beside(written: str, **files: bytes) -> tuple[Document, list[Part]]:
    """Return a Markdown file with files beside it, as a document and the pictures of it."""
    names = {name.replace("_", "."): data for name, data in files.items()}
    data = written.encode() + b"".join(names.values())
    request = {"parts": [[name, len(part)] for name, part in names.items()]}
    source = Source("a.md", "", written.encode(), parts=names)
    return read_source(source), made(data, "a.md", **request)


@pytest.mark.parametrize(
    "shown",
    [
        f"![{ALT}](m.png)",
        f'[![{ALT}](m.png "The map")](https://example.org/map)',
        f'<p align="center"><img src="./m.png" alt="{ALT}"></p>',
        f"![{ALT}][m]\n\n[m]: ./m.png#x",
    ],
)
def test_a_picture_beside_a_markdown_file_is_shown(shown):
    document, parts = beside(f"# Maps\n\n{FIRST}\n\n{shown}\n\n{LAST}\n", m_png=picture())
    found = figure(document)
    assert (found.picture, found.alt) == (Picture("m.png", 200, 120), ALT)
    assert ALT not in document.text
    at = document.blocks.index(found)
    assert document.quote(document.blocks[at - 1].span) == FIRST
    assert document.quote(document.blocks[at + 1].span) == LAST
    assert [size_of(part.blob) for part in parts] == [(200, 120)]


def test_a_picture_in_a_line_or_a_table_of_a_markdown_file_comes_after_it():
    rows = "| Map | Year |\n|---|---|\n| ![b](b.png) | 1911 |\n"
    document, _ = beside(
        f"# Maps\n\nSee ![a](a.png) this.\n\n{rows}", a_png=picture(), b_png=picture(300, 200)
    )
    kinds = [(block.kind.value, block.picture.key if block.picture else "") for block in document.blocks[1:]]
    assert kinds == [("paragraph", ""), ("figure", "a.png"), ("table", ""), ("figure", "b.png")]
    assert document.coverage.remarks == ()


def test_a_picture_that_does_not_lie_beside_a_markdown_file_stays_a_description():
    document, parts = beside(f"# Maps\n\n![{ALT}](m.png)\n\nSee ![x](../o.png) this.\n", n_png=picture())
    assert (figure(document).picture, figure(document).alt) == (None, ALT)
    assert document.coverage.remarks == (f"2 pictures are not shown: “{ALT}”, “x”.",)
    assert parts == []
