"""Web pages saved in one file: which part is the page, in which encoding, and what is no page at all."""

import base64
import plistlib
import quopri

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from helpers.formats import TITLE, html
from helpers.reading import of_kind, read

WORDS = "The council met again and heard what the witnesses had to say about the wells of the valley. " * 3


def page(words: str = WORDS, title: str = "Wells") -> str:
    return f"<html><head><title>{title}</title></head><body><article><p>{words}</p></article></body></html>"


def part(body: str | bytes, kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    data = body if isinstance(body, bytes) else body.encode()
    return f"--x\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + data + b"\r\n"


def saved(*parts: bytes, more: str = "", head: str = "") -> bytes:
    kind = f'Content-Type: multipart/related; type="text/html"; boundary="x"{more}'
    return (
        f"From: <Saved by a browser>\r\n{head}MIME-Version: 1.0\r\n{kind}\r\n\r\n".encode()
        + b"".join(parts)
        + b"--x--\r\n"
    )


def mhtml(*parts: bytes, more: str = "", head: str = "") -> Document:
    return read(saved(*parts, more=more, head=head), "a.mhtml")


def resource(data: object, **more: object) -> dict[str, object]:
    return {"WebResourceData": data, "WebResourceMIMEType": "text/html", **more}


def safari(archive: object) -> Document:
    data = plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
    assert data.startswith(b"bplist00")
    return read(data, "a.webarchive")


# MHTML


def test_the_first_page_is_read_where_nothing_else_is_said():
    document = mhtml(part("x", "image/png"), part(page()), part(page("An advert. " * 20)))
    assert WORDS.strip() in document.text
    assert "advert" not in document.text


@pytest.mark.parametrize("start", ['; start="<main>"', "; start=main"])
def test_the_part_that_is_named_as_the_start_is_read(start):
    first = part(page("An advert. " * 20), more="Content-ID: <frame>\r\n")
    assert WORDS.strip() in mhtml(first, part(page(), more="Content-ID: <main>\r\n"), more=start).text


def test_a_start_that_names_nothing_is_passed_over():
    assert WORDS.strip() in mhtml(part(page()), more='; start="<gone>"').text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "koi8-r"])
def test_the_encoding_of_the_header_is_believed(charset):
    words = "Колодцы долины. " * 20 if charset == "koi8-r" else "Größe und Maß der Häfen. " * 20
    document = mhtml(part(page(words).encode(charset), f"text/html; charset={charset}"))
    assert words.strip() in document.text


def test_the_encoding_of_the_header_counts_before_that_of_the_page():
    words = "Größe und Maß der Häfen. " * 20
    lying = page(words).replace("<head>", '<head><meta charset="koi8-r">')
    assert words.strip() in mhtml(part(lying)).text


def test_without_a_header_the_page_itself_says_its_encoding():
    words = "Größe und Maß der Häfen. " * 20
    told = page(words).replace("<head>", '<head><meta charset="windows-1252">')
    assert words.strip() in mhtml(part(told.encode("cp1252"), "text/html")).text


@pytest.mark.parametrize(
    ("name", "encode"), [("quoted-printable", quopri.encodestring), ("base64", base64.encodebytes)]
)
def test_each_way_of_transfer_is_undone(name, encode):
    words = "Größe = Maß der Häfen. " * 20
    document = mhtml(part(encode(page(words).encode()), more=f"Content-Transfer-Encoding: {name}\r\n"))
    assert words.strip() in document.text


def test_the_address_of_the_page_is_kept():
    assert (
        mhtml(part(page(), more="Content-Location: https://example.org/a\r\n")).metadata.url
        == "https://example.org/a"
    )


def test_the_address_of_the_snapshot_counts_before_that_of_the_part():
    told = "Snapshot-Content-Location: https://example.org/b\r\n"
    document = mhtml(part(page(), more="Content-Location: cid:frame@mhtml.blink\r\n"), head=told)
    assert document.metadata.url == "https://example.org/b"


def test_an_address_on_a_disk_is_not_kept():
    assert mhtml(part(page(), more="Content-Location: file:///C:/a.html\r\n")).metadata.url == ""


def test_the_format_is_told():
    assert mhtml(part(page())).metadata.format == "mhtml"


def test_a_file_without_a_page_is_refused_in_words():
    with pytest.raises(SourceError) as refused:
        mhtml(part("x", "image/png"))
    assert refused.value.what == "a.mhtml is a web archive without a page in it."
    assert refused.value.next_step


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes():
    data = saved(part(page()))
    document = read(data[: data.index(b"</article>")], "a.mhtml")
    assert WORDS.strip() in document.text


# Safari


def test_the_main_page_of_a_web_archive_is_read():
    document = safari(
        {
            "WebMainResource": resource(
                html(), WebResourceURL="https://example.org/w", WebResourceTextEncodingName="UTF-8"
            ),
            "WebSubresources": [resource(page("An advert. " * 20).encode())],
        }
    )
    head = document.metadata
    assert (head.title, head.url, head.format) == (TITLE, "https://example.org/w", "webarchive")
    assert "advert" not in document.text


@pytest.mark.parametrize("name", ["windows-1252", "UTF-8", "utf-16-le"])
def test_the_encoding_that_is_named_is_believed(name):
    words = "Größe und Maß der Häfen. " * 20
    document = safari(
        {"WebMainResource": resource(page(words).encode(name), WebResourceTextEncodingName=name)}
    )
    assert words.strip() in document.text


@pytest.mark.parametrize("name", ["", "no-such", "hex"])
def test_without_a_true_encoding_the_page_itself_says_it(name):
    words = "Größe und Maß der Häfen. " * 20
    told = page(words).replace("<head>", '<head><meta charset="windows-1252">')
    document = safari({"WebMainResource": resource(told.encode("cp1252"), WebResourceTextEncodingName=name)})
    assert words.strip() in document.text


@pytest.mark.parametrize(
    "archive",
    [
        {"WebMainResource": {}},
        {"WebMainResource": "page"},
        {"WebMainResource": {"WebResourceData": "text"}},
        ["WebMainResource"],
    ],
)
def test_a_web_archive_without_a_page_is_refused_in_words(archive):
    with pytest.raises(SourceError) as refused:
        safari(archive)
    assert refused.value.what == "a.webarchive is a web archive without a page in it."
    assert refused.value.next_step


@pytest.mark.parametrize("kind", ["application/pdf", "image/png"])
def test_a_web_archive_of_something_else_is_refused(kind):
    with pytest.raises(SourceError) as refused:
        safari({"WebMainResource": resource(b"%PDF-1.4 " + b"words " * 40, WebResourceMIMEType=kind)})
    assert "without a page" in refused.value.what


@pytest.mark.parametrize(
    "data",
    [b"bplist00WebMainResource", b"bplist00WebMainResource" + bytes(60), b"bplist00\xd1WebMainResource"],
)
def test_a_damaged_web_archive_is_refused_in_words(data):
    with pytest.raises(SourceError) as refused:
        read(data, "a.webarchive")
    assert "damaged web archive" in refused.value.what


def test_the_address_of_a_web_archive_that_is_none_is_not_kept():
    document = safari({"WebMainResource": resource(page().encode(), WebResourceURL="file:///tmp/a.html")})
    assert document.metadata.url == ""


def test_structure_and_links_of_a_saved_page_are_those_of_the_page():
    body = (
        f'<h1>Wells</h1><p>{WORDS}</p><h2>More</h2><p>{WORDS} <a href="https://example.org/r">report</a></p>'
    )
    document = mhtml(part(f"<html><body><article>{body}</article></body></html>"))
    assert of_kind(document, BlockKind.HEADING) == ["More"]
    assert [i.target for i in document.inlines if i.kind is InlineKind.LINK] == ["https://example.org/r"]
