"""Files that are two things at once, pictures that claim to be huge, and things to be fetched."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterator
from functools import partial

from scripts.hostile_base import FORMATS, SENTENCE, Hostile, Sizes

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield the polyglots, the pictures and the files that name remote things."""
    for name, parts in _POLYGLOTS.items():
        yield Hostile(name, f"at once {' and '.join(parts)}", partial(_joined, parts))
    for name, kind in _MISNAMED.items():
        yield Hostile(name, f"really {kind}", partial(_joined, (kind,)))
    for suffix in ("html", "md", "eml", "rtf", "epub", "docx"):
        threat = "picture of 60,000 x 60,000"
        yield Hostile(f"picture.{suffix}", threat, partial(_pictured, suffix))
        yield Hostile(f"remote.{suffix}", "things to be fetched", partial(_remote, suffix, sizes.address))
    yield Hostile("remote.fodt", "things to be fetched", partial(_remote, "fodt", sizes.address))


_POLYGLOTS = {
    "pdf-zip.pdf": ("water.pdf", "water.docx"),
    "pdf-zip.docx": ("water.pdf", "water.docx"),
    "html-zip.html": ("water.html", "water.epub"),
    "html-zip.epub": ("water.html", "water.epub"),
    "gif-html.html": ("gif", "water.html"),
    "rtf-html.rtf": ("water.rtf", "water.html"),
    "mail-pdf.eml": ("water.eml", "water.pdf"),
    "text-pdf.txt": ("water.txt", "water.pdf"),
    "zip-zip.docx": ("water.docx", "water.odt"),
}
_MISNAMED = {
    "rtf.docx": "water.rtf",
    "docx.pdf": "water.docx",
    "pdf.txt": "water.pdf",
    "page.md": "water.html",
    "mail.html": "water.eml",
    "epub.odt": "water.epub",
    "odt.rtf": "water.odt",
    "text.pdf": "water.txt",
    "text.epub": "water.txt",
    "flat.docx": "water.fodt",
    "gif.txt": "gif",
}


def _joined(parts: tuple[str, ...]) -> bytes:
    return b"".join(b"GIF89a=1;" if part == "gif" else FORMATS.EVERY[part]() for part in parts)


def picture() -> bytes:
    """Return a PNG that says it is 60,000 pixels wide and high, with data for a few of them."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(500_000))) + chunk(b"IEND", b"")


def _pictured(suffix: str) -> bytes:
    address = f"data:image/png;base64,{base64.b64encode(picture()).decode()}"
    image = f'<img src="{address}" width="60000" height="60000" alt="Wells">'
    if suffix == "rtf":
        shown = f"{{\\pict\\pngblip\\picw60000\\pich60000 {picture().hex()}}}"
        return f"{{\\rtf1\\ansi {SENTENCE}\\par {shown}\\par}}".encode()
    if suffix == "docx":
        drawing = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId1"/></w:drawing></w:r></w:p>'
        return bytes(FORMATS.docx(_word(SENTENCE) + drawing, {"word/media/image1.png": picture()}))
    return _carrying(suffix, image, f"![Wells]({address})")


def _carrying(suffix: str, html: str, markdown: str) -> bytes:
    """Return a page, a book, a message or a Markdown file with `html` or `markdown` in it."""
    body = f"<h1>T</h1><p>{SENTENCE * 3}</p>{html}"
    if suffix == "md":
        return f"# T\n\n{SENTENCE}\n\n{markdown}\n".encode()
    if suffix == "epub":
        return bytes(FORMATS.epub({"a.xhtml": body}))
    head = "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    return f"{head if suffix == 'eml' else ''}<html><body>{body}</body></html>".encode()


def _word(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _remote(suffix: str, address: str) -> bytes:
    if suffix == "rtf":
        fields = (
            rf"{{\field{{\*\fldinst INCLUDEPICTURE {address}/a}}{{\fldrslt x}}}}{{\*\template {address}/b}}"
        )
        return rf"{{\rtf1\ansi {SENTENCE}\par {fields}\par}}".encode()
    if suffix == "docx":
        target = f'Target="{address}/a" TargetMode="External"'
        related = "".join(f'<Relationship Id="r{kind}" Type="{_R}/{kind}" {target}/>' for kind in _KINDS)
        body = f'{_word(SENTENCE)}<w:altChunk r:id="raFChunk"/><w:subDoc r:id="rsubDocument"/>'
        return bytes(
            FORMATS.docx(body, {"word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>"})
        )
    if suffix == "fodt":
        link = f'<text:section><text:section-source xlink:href="{address}/a"/></text:section>'
        return str(FORMATS.open_content(f"<text:p>{SENTENCE}</text:p>{link}", "document")).encode()
    return _carrying(
        suffix, _HTML.format(a=address), f'![x]({address}/a) <img src="{address}/b"> [x]: {address}/c'
    )


_KINDS = (
    "image",
    "aFChunk",
    "subDocument",
    "attachedTemplate",
    "hyperlink",
    "styles",
    "footnotes",
    "numbering",
)
_HTML = (
    '<base href="{a}/"><link rel="stylesheet" href="{a}/a"><link rel="import" href="{a}/b">'
    '<meta http-equiv="refresh" content="0;url={a}/c"><img src="{a}/d" srcset="{a}/e 2x"><script src="{a}/f">'
    '</script><iframe src="{a}/g"></iframe><object data="{a}/h"></object><style>@import "{a}/i";</style>'
    '<video src="{a}/j" poster="{a}/k"></video><svg><image href="{a}/l"/><use href="{a}/m"/></svg>'
)
