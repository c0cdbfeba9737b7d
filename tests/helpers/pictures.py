"""Pictures made on the spot, and files of each format that carry one between two paragraphs."""

from __future__ import annotations

import base64
import io
import plistlib
from collections.abc import Callable, Mapping

from PIL import Image

from helpers.formats import R, W, epub, zipped

FIRST, LAST = "The first map of the valley was drawn in 1911.", "Another was made when the wells ran dry."
ALT = "A map of the valley with its wells"


def picture(width: int = 200, height: int = 120, form: str = "PNG", mode: str = "RGB") -> bytes:
    """Return a picture with a red left half."""
    image = Image.new(mode, (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    buffer = io.BytesIO()
    image.save(buffer, form)
    return buffer.getvalue()


def page(address: str, more: str = "") -> str:
    """Return an article with a picture from `address` in it."""
    filler = f"<p>{'Nobody knows how much water there is below the valley floor today. ' * 4}</p>"
    shown = f'<p><img src="{address}" alt="{ALT}" {more}></p>'
    article = f"<h1>Maps</h1>{filler}<p>{FIRST}</p>{shown}<p>{LAST}</p>{filler}"
    return f"<html><head><title>Maps</title></head><body><article>{article}</article></body></html>"


def data_address(data: bytes) -> str:
    """Return the address that holds a picture itself."""
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def html(data: bytes) -> bytes:
    """Return a page that holds the picture itself."""
    return page(data_address(data)).encode()


def mhtml(data: bytes, address: str = "https://example.org/map.png") -> bytes:
    """Return a page saved by a browser, with its picture as a part of its own."""
    head = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/a\r\n\r\n"
        f"{page(address)}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://example.org/map.png\r\n\r\n{base64.encodebytes(data).decode()}\r\n--x--\r\n"
    )
    return head.encode()


def webarchive(data: bytes) -> bytes:
    """Return a Safari web archive."""
    main = {
        "WebResourceData": page("map.png").encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://example.org/a",
    }
    part = {"WebResourceData": data, "WebResourceURL": "https://example.org/map.png"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [part]}, fmt=plistlib.FMT_BINARY)


def mail(data: bytes) -> bytes:
    """Return a message with a picture inside its page."""
    head = (
        "From: a@example.org\r\nTo: b@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: Maps\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\n'
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
        f"{page('cid:map@1')}\r\n--x\r\nContent-Type: image/png\r\nContent-ID: <map@1>\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(data).decode()}\r\n--x--\r\n--m--\r\n"
    )
    return head.encode()


def book(data: bytes) -> bytes:
    """Return an EPUB."""
    body = f'<p>{FIRST}</p><div><img src="../EPUB/maps/map%201.png" alt="{ALT}"/></div><p>{LAST}</p>'
    return epub({"a.xhtml": body}, {"EPUB/maps/map 1.png": data})


def docx(data: bytes) -> bytes:
    """Return a Word document."""
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="p"><wp:extent cx="1905000" cy="1143000"/>'
        f'<wp:docPr id="1" name="x" descr="{ALT}"/><a:graphic xmlns:a="a"><a:blip r:embed="r7"/></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    texts = [f"<w:r><w:t>{FIRST}</w:t></w:r>", drawing, f"<w:r><w:t>{LAST}</w:t></w:r>"]
    body = "".join(f"<w:p>{text}</w:p>" for text in texts)
    relation = '<Relationship Id="r7" Type="http://x/image" Target="media/image1.png"/>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>",
            "word/media/image1.png": data,
        }
    )


def _odt_content(image: str) -> str:
    spaces = ("office", "text", "draw", "xlink", "svg")
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in spaces)
    size = 'svg:width="5.29cm" svg:height="3.175cm"'
    frame = f"<draw:frame {size}>{image}<svg:title>{ALT}</svg:title></draw:frame>"
    body = f"<text:p>{FIRST}</text:p><text:p>{frame}</text:p><text:p>{LAST}</text:p>"
    mime = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document{names} {mime}>{text}</office:document>"


def odt(data: bytes) -> bytes:
    """Return an OpenDocument text."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": _odt_content('<draw:image xlink:href="Pictures/1.png"/>'),
            "Pictures/1.png": data,
        }
    )


def flat_odt(data: bytes) -> bytes:
    """Return a flat OpenDocument text."""
    coded = base64.encodebytes(data).decode()
    image = f"<draw:image><office:binary-data>{coded}</office:binary-data></draw:image>"
    return f'<?xml version="1.0"?>{_odt_content(image)}'.encode()


def rtf(data: bytes) -> bytes:
    """Return an RTF document."""
    described = r"{\*\picprop{\sp{\sn wzDescription}{\sv " + ALT + "}}}"
    shown = rf"{{\*\shppict{{\pict{described}\pngblip\picwgoal3000\pichgoal1800 {data.hex()}}}}}"
    return rf"{{\rtf1\ansi {FIRST}\par{shown}\par {LAST}\par}}".encode()


CARRIERS: Mapping[str, Callable[[bytes], bytes]] = {
    "maps.html": html,
    "maps.mhtml": mhtml,
    "maps.webarchive": webarchive,
    "maps.eml": mail,
    "maps.epub": book,
    "maps.docx": docx,
    "maps.odt": odt,
    "maps.fodt": flat_odt,
    "maps.rtf": rtf,
}
