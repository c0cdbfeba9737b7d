"""What kind of file some bytes are: by their signature, by what a zip holds, by the look of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from deskbrief.importers.archive import breaks_off, open_zip
from deskbrief.importers.decoding import utf16_by_nuls
from deskbrief.importers.markdown_signs import is_markdown
from deskbrief.importers.source import Source

#: How much of a file is looked at, and how much of one that begins like a message.
LOOK, MAIL_LOOK = 4096, 64 * 1024
#: How much of a text is searched for the marks of Markdown.
MARKDOWN_LOOK = 64 * 1024
#: How far into a file that begins with a tag the root of a page may stand.
HTML_LOOK = 1024
#: The share of control bytes above which a file is no text, and one whose name says that it is.
CONTROL_SHARE, NAMED_SHARE = 0.05, 0.25


class Kind(StrEnum):
    """The kinds of file that are told apart."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    XML = "xml"
    PDF = "pdf"
    EPUB = "epub"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    FLAT_ODT = "fodt"
    RTF = "rtf"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    MAIL = "mail"
    SHEET = "sheet"
    MESSAGE = "message"
    LOCKED = "locked"
    IMAGE = "image"
    MEDIA = "media"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    BINARY = "binary"


_SIGNATURES = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF87a", Kind.IMAGE),
    (b"GIF89a", Kind.IMAGE),
    (b"BM", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"RIFF", Kind.MEDIA),
    (b"OggS", Kind.MEDIA),
    (b"ID3", Kind.MEDIA),
    (b"fLaC", Kind.MEDIA),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"BZh", Kind.ARCHIVE),
    (b"\xfd7zXZ\x00", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"\x7fELF", Kind.BINARY),
    (b"MZ", Kind.BINARY),
    (b"\xcf\xfa\xed\xfe", Kind.BINARY),
    (b"\xca\xfe\xba\xbe", Kind.BINARY),
    (b"SQLite format 3\x00", Kind.BINARY),
)
#: Signatures that are also how a text may begin: they count only where the rest is no text.
_WEAK = (b"BM", b"MZ", b"ID3", b"BZh", b"RIFF", b"OggS")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: The file of many parts that Office wrote before zip files, and those of its parts that tell what it is.
#: What is locked with a password in newer files stands in one as well.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_PARTS: Mapping[str, Kind] = {
    "EncryptedPackage": Kind.LOCKED,
    "WordDocument": Kind.DOC,
    "Workbook": Kind.SHEET,
    "PowerPoint Document": Kind.SHEET,
    "__properties_version1.0": Kind.MESSAGE,
}
_PARTS: Mapping[str, Kind] = {
    "META-INF/container.xml": Kind.EPUB,
    "word/document.xml": Kind.DOCX,
    "xl/workbook.xml": Kind.SHEET,
    "ppt/presentation.xml": Kind.SHEET,
    "content.xml": Kind.ODT,
    "encrypted-package": Kind.ODT,
}
_SUFFIXES: Mapping[str, Kind] = {
    "md": Kind.MARKDOWN,
    "markdown": Kind.MARKDOWN,
    "mdown": Kind.MARKDOWN,
    "mkd": Kind.MARKDOWN,
    "html": Kind.HTML,
    "htm": Kind.HTML,
    "xhtml": Kind.HTML,
    "xht": Kind.HTML,
}
_TEXT_SUFFIXES = frozenset({*_SUFFIXES, "txt", "text", "log", "asc"})
#: Names of a text that say nothing of its marks, or that are wrong: a text is none of the others.
_SAYING_NOTHING = frozenset(
    {"", "txt", "text", "asc", "pdf", "doc", "docx", "odt", "rtf", "epub", "eml", "mht", "mhtml"}
)
_MEDIA_TYPES: Mapping[str, Kind] = {
    "text/markdown": Kind.MARKDOWN,
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
}
_HTML_ROOT = re.compile(rb"<!doctype\s+html|<(?:html|head|body)\b", re.IGNORECASE)
_FIELD = re.compile(rb"[A-Za-z-]{2,40}:[ \t]|[ \t]+\S")
_HEADER = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|delivered-to|content-type|snapshot-content-location):\s",
    re.IGNORECASE | re.MULTILINE,
)
_RELATED = re.compile(rb"^content-type:\s{0,5}multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^snapshot-content-location:|^from:\s{0,5}<saved by", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:to|cc|received|delivered-to|return-path):\s", re.IGNORECASE | re.MULTILINE)
#: The line before a message in a mailbox, which many programs leave at the beginning of a saved one.
_MAILBOX_LINE = re.compile(rb"From \S{1,200} [^\r\n]{8,60}\r?\n")
_ANY_FIELD = re.compile(rb"[!-9;-~]{1,80}:|[ \t]")
_ENVELOPE = re.compile(rb"^(?:from|to|cc|bcc|subject|date|x-unsent):", re.IGNORECASE | re.MULTILINE)
_LINE_END = re.compile("\r\n?")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\b\t\n\v\f\r\x1b")


def sniff(source: Source) -> Kind:
    """Return the kind of file that `source` is."""
    head = source.data[:LOOK]
    strong = _by_signature(source, head)
    if strong:
        return strong
    if looks_binary(head, NAMED_SHARE if source.suffix in _TEXT_SUFFIXES else CONTROL_SHARE):
        return _weak_kind(head)
    return _text_kind(source, _narrow(head))


def _by_signature(source: Source, head: bytes) -> Kind | None:
    if head.startswith(_ZIP):
        return _zip_kind(source.data)
    if head.startswith(_COMPOUND):
        return _compound_kind(source.data)
    if head.startswith(b"bplist00") and b"WebMainResource" in head:
        return Kind.WEBARCHIVE
    if head[4:8] == b"ftyp":
        return Kind.MEDIA
    for signature, kind in _SIGNATURES:
        if signature not in _WEAK and head.startswith(signature):
            return kind
    return Kind.PDF if b"%PDF-" in head[:1024] and looks_binary(head) else None


def _weak_kind(head: bytes) -> Kind:
    found = (kind for signature, kind in _SIGNATURES if signature in _WEAK and head.startswith(signature))
    return Kind.IMAGE if head[8:12] == b"WEBP" else next(found, Kind.BINARY)


def _compound_kind(data: bytes) -> Kind:
    """Return the kind of a compound file, whose folder names its parts in UTF-16 ([MS-CFB], section 2.6)."""
    found = (kind for part, kind in _COMPOUND_PARTS.items() if part.encode("utf-16-le") in data)
    return next(found, Kind.DOC)


def _zip_kind(data: bytes) -> Kind:
    archive = open_zip(data)
    if archive is None:
        return Kind.DAMAGED
    held = set(archive.namelist())
    # Some programs call the main part of a Word document otherwise, but none its folder.
    word = any(name.startswith("word/") for name in held)
    # Of what breaks off before its main part nobody knows whether it was a document.
    if any(name.lower().endswith(".opf") for name in held):
        return Kind.EPUB
    other = Kind.DOCX if word else Kind.DAMAGED if breaks_off(data) else Kind.ARCHIVE
    return next((kind for part, kind in _PARTS.items() if part in held), other)


def looks_binary(head: bytes, share: float = CONTROL_SHARE) -> bool:
    """Tell whether more than `share` of `head` is control bytes, which is more than any text would hold."""
    if utf16_by_nuls(head) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = len(head) - len(head.translate(None, _CONTROLS))
    return odd > share * len(head) and odd > 2


def _narrow(head: bytes) -> bytes:
    """Return `head` with one byte a character, so that UTF-16 can be searched as well."""
    wide = utf16_by_nuls(head) or head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.replace(b"\x00", b"").lstrip(b"\xff\xfe") if wide else head.removeprefix(b"\xef\xbb\xbf")


def _text_kind(source: Source, head: bytes) -> Kind:
    fields = _fields(source, head)
    if fields:
        return Kind.MHTML if _is_saved_page(fields) else Kind.MAIL
    if b"<office:document " in head and b"oasis:names:tc:opendocument" in head:
        return Kind.FLAT_ODT
    if head.lstrip().startswith(b"<") and _HTML_ROOT.search(head, 0, HTML_LOOK):
        return Kind.HTML
    if head.lstrip().startswith(b"<?xml") and source.suffix not in {"html", "htm", "xhtml"}:
        return Kind.XML
    named = _SUFFIXES.get(source.suffix) or _MEDIA_TYPES.get(source.media_type.partition(";")[0].strip())
    if named or source.suffix not in _SAYING_NOTHING:
        return named or Kind.TEXT
    text = _narrow(source.data[:MARKDOWN_LOOK]).decode("utf-8", "replace")
    return Kind.MARKDOWN if is_markdown(_LINE_END.sub("\n", text)) else Kind.TEXT


def _fields(source: Source, head: bytes) -> bytes:
    """Return the headers of a message (RFC 5322); nothing unless it begins with two, and has usual ones.

    Where the file is called a message, or the line of a mailbox stands before them, lines that are headers
    and nothing else make it one.
    """
    named = source.suffix == "eml"
    before = _MAILBOX_LINE.match(head)
    start = before.end() if before else 0
    if not (_ANY_FIELD if named else _FIELD).match(head, start):
        return b""
    fields = _BLANK_LINE.split(_narrow(source.data[:MAIL_LOOK]), 1)[0][start:]
    lines = fields.splitlines()
    # Lists of the messages of others keep no more of their heads than who wrote what and when.
    told = 1 if named else 2 if before else None
    if told and len(_ENVELOPE.findall(fields)) >= told and all(map(_ANY_FIELD.match, lines)):
        return fields
    mail = len(lines) > 1 and all(map(_FIELD.match, lines[:2])) and len(_HEADER.findall(fields)) > 1
    return fields if mail else b""


def _is_saved_page(fields: bytes) -> bool:
    """Tell whether a message is a page that a browser saved; one that was sent may hold a page as well."""
    related = bool(_RELATED.search(fields))
    return related and (bool(_SAVED.search(fields)) or not _SENT.search(fields))
