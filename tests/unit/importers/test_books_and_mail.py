"""EPUB books, e-mail and saved pages: order, links, pages, parts that are missing or attached."""

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document
from helpers.formats import TITLE, epub, html, zipped
from helpers.reading import links, of_kind, read

WORDS = "The council met again and heard what the witnesses had to say about the wells. " * 2


def book(pages: dict[str, str], **more: str) -> Document:
    return read(epub(pages, {name.replace("__", "/"): text for name, text in more.items()}), "a.epub")


def test_the_pages_of_a_book_come_in_the_order_of_its_spine():
    document = book({"z.xhtml": "<h1>First</h1>", "a.xhtml": "<h1>Second</h1>"})
    assert of_kind(document, BlockKind.HEADING) == ["First", "Second"]
    assert of_kind(document, BlockKind.TITLE) == [TITLE]
    assert (document.metadata.byline, document.metadata.published.edtf) == ("Ann Writer", "2025-07-01")


def test_a_page_that_is_missing_is_told_and_the_others_are_read():
    data = epub({"a.xhtml": f"<p>{WORDS}</p>", "gone.xhtml": "<p>x</p>"})
    document = read(data.replace(b"EPUB/gone.xhtml", b"EPUB/else.xhtml"), "a.epub")
    assert document.text.endswith(WORDS.strip())
    assert document.coverage.remarks == ("Parts of the book are missing or damaged: gone.xhtml.",)


def test_a_book_without_an_order_is_read_file_by_file():
    document = read(
        zipped({"META-INF/container.xml": "<broken", "b.html": "<p>Two.</p>", "a.html": "<p>One.</p>"}),
        "a.epub",
    )
    assert document.text == "One.\n\nTwo."


def test_a_book_that_is_locked_by_its_shop_is_refused():
    def lock(method: str) -> str:
        return (
            f'<encryption><EncryptedData><EncryptionMethod Algorithm="{method}"/><CipherData>'
            '<CipherReference URI="EPUB/a.xhtml"/></CipherData></EncryptedData></encryption>'
        )

    pages = {"a.xhtml": f"<p>{WORDS}</p>"}
    with pytest.raises(SourceError) as refused:
        read(epub(pages, {"META-INF/encryption.xml": lock("http://example.org/aes")}), "a.epub")
    assert "locked by its shop" in refused.value.what
    fonts = {"META-INF/encryption.xml": lock("http://www.idpf.org/2008/embedding")}
    assert read(epub(pages, fonts), "a.epub").text


def test_pages_of_the_printed_edition_are_labelled():
    document = book(
        {
            "a.xhtml": f'<p><span epub:type="pagebreak" title="17"/>{WORDS}</p>'
            f'<div role="doc-pagebreak" aria-label="18"/><p>Then {WORDS}</p>'
        }
    )
    assert [page.label for page in document.pages] == ["17", "18"]
    assert [block.page for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == ["17", "18"]
    assert "17" not in document.text


def test_notes_in_another_file_are_joined_to_their_references():
    document = book(
        {
            "a.xhtml": '<p>Low<a epub:type="noteref" href="n.xhtml#n1"><sup>1</sup></a> wells.</p>',
            "n.xhtml": '<aside epub:type="footnote" id="n1"><p>See page 3. '
            '<a href="a.xhtml#x">↩</a></p></aside>',
        }
    )
    (note,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    assert document.quote(note.span) == "See page 3."
    assert links(document) == [("1", f"#{note.start}")]


def test_a_long_list_of_links_into_the_book_is_left_out():
    listed = "".join(f'<li><a href="b.xhtml#s{n}">Section {n}</a></li>' for n in range(12))
    document = book({"a.xhtml": f"<ul>{listed}</ul>", "b.xhtml": f"<p>{WORDS}</p>"})
    assert "Section 3" not in document.text
    (part,) = document.coverage.left_out
    assert (part.reason, "Section 3" in part.text) == ("list of contents", True)


def message(body: str, kind: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    lines = {
        "From": "Ann Lee <ann@example.org>",
        "Subject": "Wells",
        "Message-ID": "<1@example.org>",
        "Date": "Tue, 3 Mar 2026 10:00:00 +0100",
        "MIME-Version": "1.0",
        "Content-Type": kind,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{head}\r\n{body}".encode()


def test_a_message_has_its_subject_its_sender_and_its_day():
    document = read(message(WORDS, Subject="=?utf-8?q?Gr=C3=BC=C3=9Fe?="), "a.eml")
    head = document.metadata
    assert (head.title, head.byline, head.published.edtf) == ("Grüße", "Ann Lee", "2026-03-03")
    assert of_kind(document, BlockKind.PARAGRAPH) == [WORDS.strip()]


def test_what_is_quoted_from_another_message_is_a_quote():
    document = read(
        message("I agree.\r\n\r\n> We should wait.\r\n> There is time.\r\n>\r\n> Bo\r\n"), "a.eml"
    )
    assert of_kind(document, BlockKind.QUOTE) == ["We should wait. There is time.", "Bo"]


def test_attachments_are_named_and_forwarded_messages_are_sections():
    inner = message("The inner words are here.", Subject="Older").decode()
    body = (
        f"--b\r\nContent-Type: text/plain\r\n\r\n{WORDS}\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n"
        '--b\r\nContent-Type: application/pdf; name="r.pdf"\r\n'
        "Content-Disposition: attachment\r\n\r\nx\r\n--b--\r\n"
    )
    document = read(message(body, 'multipart/mixed; boundary="b"'), "a.eml")
    assert of_kind(document, BlockKind.HEADING) == ["Older"]
    assert document.text.endswith("The inner words are here.")
    assert document.coverage.remarks == ("One attachment is not shown: r.pdf.",)


def test_of_two_forms_the_page_is_read():
    body = (
        "--b\r\nContent-Type: text/plain\r\n\r\nPlain form.\r\n"
        "--b\r\nContent-Type: text/html\r\n\r\n<h2>Page</h2><p>form.</p>\r\n--b--\r\n"
    )
    document = read(message(body, 'multipart/alternative; boundary="b"'), "a.eml")
    assert of_kind(document, BlockKind.HEADING) == ["Page"]
    assert "Plain" not in document.text


def test_the_page_that_a_saved_file_names_is_the_one_that_is_read():
    data = (
        b"From: <x>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"; start="<main>"\r\n\r\n'
        b"--x\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\n\r\n<p>Advert</p>\r\n"
        b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <main>\r\n"
        b"Content-Location: https://example.org/w\r\n\r\n" + html() + b"\r\n--x--\r\n"
    )
    document = read(data, "a.mhtml")
    assert (document.metadata.title, document.metadata.url) == (TITLE, "https://example.org/w")
    assert "Advert" not in document.text


def test_an_encoding_that_cannot_be_is_passed_over():
    import plistlib

    main = {"WebResourceData": html(), "WebResourceTextEncodingName": "idna"}
    document = read(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY), "a.webarchive")
    assert document.metadata.title == TITLE


@pytest.mark.parametrize("data", [b"bplist00WebMainResource" + bytes(40), b"bplist00\xd1WebMainResource"])
def test_a_broken_web_archive_is_refused(data):
    with pytest.raises(SourceError) as refused:
        read(data, "a.webarchive")
    assert "web archive" in refused.value.what


def test_an_entity_in_the_package_of_a_book_is_passed_over():
    package = (
        '<!DOCTYPE p [<!ENTITY x "Title">]><package><metadata><title>&x;</title>&x;'
        "<creator>Ann</creator></metadata>"
        '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    document = read(epub({"a.xhtml": f"<p>{WORDS}</p>"}, {"EPUB/p.opf": package}), "a.epub")
    assert document.metadata.byline == "Ann"


def test_a_page_that_is_named_again_and_again_is_read_once():
    again = epub({"a.xhtml": f"<p>{WORDS}</p>"})
    order = '<itemref idref="a.xhtml"/>' * 3
    package = (
        '<package><manifest><item id="a.xhtml" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        f"<spine>{order}</spine></package>"
    )
    once = read(again, "a.epub")
    many = read(epub({"a.xhtml": f"<p>{WORDS}</p>"}, {"EPUB/p.opf": package}), "a.epub")
    assert of_kind(many, BlockKind.PARAGRAPH) == of_kind(once, BlockKind.PARAGRAPH)
