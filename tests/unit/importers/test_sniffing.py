import io
import zipfile

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.importers.registry import FORMATS, LARGEST_TEXT, reader_for
from deskbrief.importers.sniffing import Kind, sniff
from deskbrief.importers.source import Source


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


def compound(*names: str) -> bytes:
    """Return the beginning of a compound file, and the names of its parts further on."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(9_000)
        + b"\0\0".join(name.encode("utf-16-le") for name in names)
    )


MAIL = b"From: a@b\nTo: c@d\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
SAVED = b"From: <Saved by Blink>\nSubject: A page\nMIME-Version: 1.0\n"
CASES = [
    ("a.txt", b"Plain words in a file.\n", Kind.TEXT),
    ("a", b"Plain words in a file.\n", Kind.TEXT),
    ("a.md", b"# Words\n", Kind.MARKDOWN),
    ("a.txt", b"<!DOCTYPE html><html><body><p>x</p></body></html>", Kind.HTML),
    ("a.html", b"Only words, no tags.", Kind.HTML),
    ("a.txt", "Größe".encode("utf-16"), Kind.TEXT),
    ("a.txt", "Words in a file".encode("utf-16-le"), Kind.TEXT),
    ("a.txt", b"%PDF-1.7\n...", Kind.PDF),
    ("a.bin", zipped("word/document.xml"), Kind.DOCX),
    ("a.bin", zipped("META-INF/container.xml"), Kind.EPUB),
    ("a.bin", zipped("content.xml"), Kind.ODT),
    ("a.docx", b"PK\x03\x04 broken", Kind.DAMAGED),
    ("a.zip", zipped("readme"), Kind.ARCHIVE),
    ("a.rtf", b"{\\rtf1 x}", Kind.RTF),
    ("a.eml", b"Message-ID: <1@x>\nFrom: a\nMIME-Version: 1.0\n\nHello", Kind.MAIL),
    ("a.eml", MAIL + b"Content-Type: multipart/related; boundary=x\n\n--x\n", Kind.MAIL),
    ("a.eml", b"Received: by a" + b"\n with b" * 2_000 + b"\n" + MAIL + b"\nHello", Kind.MAIL),
    ("a.eml", b"DKIM-Signature: " + b"x" * 9_000 + b"\n" + MAIL + b"\nHello", Kind.MAIL),
    ("a.eml", b"From: Ann <a@b>\nTo: c@d\nSubject: Wells\nDate: Tue, 5 Mar 2024\n\nHello", Kind.MAIL),
    ("a.eml", b"X-Unsent: 1\r\nSubject: Wells\r\nTo: a@b,\r\n c@d\r\n\r\nHello", Kind.MAIL),
    ("a.eml", b"Subject:\nTo:a@b\n\nHello", Kind.MAIL),
    ("a.eml", b"Subject: wells\nand then words that are no header.\n\nMore.", Kind.TEXT),
    ("a.txt", b"From: Ann <a@b>\nTo: c@d\nSubject: Wells\nDate: Tue, 5 Mar 2024\n\nHello", Kind.TEXT),
    ("a.txt", b"From: the minister\nDate: 4 March\n\nMessage-ID: no\nMIME-Version: no\n", Kind.TEXT),
    ("a.mht", SAVED + b"Content-Type: multipart/related; boundary=x\n\n--x\n", Kind.MHTML),
    ("a.mht", SAVED + b"To: a@b\nContent-Type: multipart/related; boundary=x\n\n--x\n", Kind.MHTML),
    ("a.docx", zipped("word/document2.xml"), Kind.DOCX),
    ("a.odt", zipped("encrypted-package"), Kind.ODT),
    ("a.doc", compound("Root Entry", "1Table", "WordDocument"), Kind.DOC),
    ("a.docx", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), Kind.LOCKED),
    ("a.xls", compound("Root Entry", "Workbook"), Kind.SHEET),
    ("a.msg", compound("Root Entry", "__properties_version1.0"), Kind.MESSAGE),
    ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(300), Kind.BINARY),
    ("a.txt", b"BMI figures are rising in all regions.\n", Kind.TEXT),
    ("a.txt", b"MZ is a name of a river in this story.\n", Kind.TEXT),
    ("a.bmp", b"BM" + bytes(300), Kind.IMAGE),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(40), Kind.IMAGE),
]


@pytest.mark.parametrize(("name", "data", "kind"), CASES)
def test_the_content_decides_before_the_name(name, data, kind):
    assert sniff(Source(name, "", data)) is kind


@pytest.mark.parametrize(
    ("name", "data"),
    [(name, data) for name, data, kind in CASES if not FORMATS[kind].reader],
)
def test_what_cannot_be_read_is_refused_with_a_next_step(name, data):
    with pytest.raises(SourceError) as refused:
        reader_for(Source(name, "", data))
    assert name in refused.value.what
    assert refused.value.next_step.endswith(".")


def test_a_file_just_over_the_limit_is_not_said_to_be_as_large_as_the_limit():
    data = b"Words in a line of a long file.\n" * (LARGEST_TEXT * 2**20 // 32 + 1)
    with pytest.raises(SourceError) as refused:
        reader_for(Source("a.txt", "", data))
    assert refused.value.what == (
        "a.txt is a plain text of 32.1 MB; Deskbrief reads such files of up to 32 MB."
    )
