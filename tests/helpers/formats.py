"""One article written in every format that is read, each by hand and as plainly as the format allows."""

from __future__ import annotations

import io
import plistlib
import zipfile
from collections.abc import Callable, Mapping
from html import escape

TITLE = "Water for the Valley"
#: Kind and text of each block: h1 and h2 are headings, p paragraphs, li list items, table rows of cells.
BLOCKS: tuple[tuple[str, object], ...] = (
    ("h1", "What happened"),
    (
        "p",
        (
            "The regional council met on 4 March 2025 and heard nine witnesses about the wells. "
            "On 12 June 2025 the ministry published its own figures, lower than those of the council."
        ),
    ),
    (
        "p",
        (
            "Farmers in the upper valley had drilled deeper every year since the drought began. The towns "
            "further down had started to buy water from their neighbours at prices that few could pay."
        ),
    ),
    ("h1", "The numbers"),
    (
        "p",
        (
            "The table shows what was taken out of the ground in each of three districts, as far as it was "
            "measured at all, and what the council thinks could be taken without harm."
        ),
    ),
    ("table", (("District", "Taken", "Safe"), ("North", "41", "30"), ("South", "28", "29"))),
    ("h1", "What should be done"),
    ("h2", "Recommendations"),
    (
        "p",
        "After long debate the council agreed on three recommendations, which were adopted by all members.",
    ),
    ("li", "The ministry should publish the level of every well each month."),
    ("li", "The districts must install meters before the end of 2026."),
    ("li", "Farmers should receive support to change to crops that need less water."),
    ("h2", "Outlook"),
    (
        "p",
        (
            "The council will meet again on 9 September 2026 to see what has been done, and it has asked the "
            "ministry for a written answer before that day so that it can be discussed in public."
        ),
    ),
)


def plain_text() -> bytes:
    """Return the article as a plain text without mark-up."""
    lines = [TITLE, ""]
    for kind, held in BLOCKS:
        if kind == "table":
            lines += [f"| {' | '.join(row)} |" for row in held]  # type: ignore[attr-defined]
            lines.append("")
        elif kind == "li":
            lines.append(f"- {held}")
        else:
            lines += ["", str(held), ""]
    return "\n".join(lines).encode()


def markdown() -> bytes:
    """Return the article in Markdown."""
    marks = {"h1": "## ", "h2": "### ", "p": "", "li": "- "}
    lines = [f"# {TITLE}", ""]
    for kind, held in BLOCKS:
        if kind == "table":
            head, *rows = [f"| {' | '.join(row)} |" for row in held]  # type: ignore[attr-defined]
            lines += [head, "|---|---|---|", *rows, ""]
        else:
            lines += [f"{marks[kind]}{held}", *([] if kind == "li" else [""])]
    return "\n".join(lines).encode()


def _body() -> str:
    parts = []
    before = ""
    for kind, held in BLOCKS:
        parts += ["<ul>"] if kind == "li" != before else ["</ul>"] if before == "li" != kind else []
        before = kind
        if kind == "table":
            rows = [[escape(cell) for cell in row] for row in held]  # type: ignore[attr-defined]
            head = "".join(f"<th>{cell}</th>" for cell in rows[0])
            rest = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[1:])
            parts.append(f"<table><tr>{head}</tr>{rest}</table>")
        else:
            tag = {"h1": "h2", "h2": "h3"}.get(kind, kind)
            parts.append(f"<{tag}>{escape(str(held))}</{tag}>")
    return "".join(parts)


def html() -> bytes:
    """Return the article as a web page."""
    article = f"<article><h1>{TITLE}</h1>{_body()}</article>"
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{article}</body></html>".encode()


def mhtml() -> bytes:
    """Return the page in an MHTML file."""
    head = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/water\r\n\r\n"
    )
    return head.encode() + html() + b"\r\n--x--\r\n"


def webarchive() -> bytes:
    """Return the page in a Safari web archive."""
    main = {
        "WebResourceData": html(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://example.org/water",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def mail() -> bytes:
    """Return the article as an e-mail message with a page as its body."""
    head = (
        "From: Council <council@example.org>\r\nTo: press@example.org\r\nMessage-ID: <1@example.org>\r\n"
        f"Subject: {TITLE}\r\nDate: Tue, 1 Jul 2025 08:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n"
    )
    return head.encode() + _body().encode()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of `parts`."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def epub(pages: Mapping[str, str] | None = None, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a book of `pages` (file name and body), which are the article unless others are given."""
    bodies = pages or {"a.xhtml": f"<h1>{TITLE}</h1>{_body()}"}
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in bodies)
    order = "".join(f'<itemref idref="{name}"/>' for name in bodies)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>Ann Writer</dc:creator><dc:language>en</dc:language>"
        f"<dc:date>2025-07-01</dc:date></metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "EPUB/p.opf": package,
    }
    for name, body in bodies.items():
        parts[f"EPUB/{name}"] = (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'
        )
    return zipped({**parts, **(more or {})})


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def _word_paragraph(kind: str, text: str) -> str:
    styles = {"t": '<w:pStyle w:val="T"/>', "h1": '<w:pStyle w:val="H1"/>', "h2": '<w:pStyle w:val="H2"/>'}
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if kind == "li" else ""
    properties = f"<w:pPr>{styles.get(kind, '')}{numbered}</w:pPr>"
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _word_body() -> str:
    parts = [_word_paragraph("t", TITLE)]
    for kind, held in BLOCKS:
        if kind == "table":
            rows = [
                "".join(f"<w:tc>{_word_paragraph('p', cell)}</w:tc>" for cell in row)
                for row in held  # type: ignore[attr-defined]
            ]
            head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{rows[0]}</w:tr>"
            parts.append(f"<w:tbl>{head}{''.join(f'<w:tr>{row}</w:tr>' for row in rows[1:])}</w:tbl>")
        else:
            parts.append(_word_paragraph(kind, str(held)))
    return "".join(parts)


def docx(body: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word document with the XML of `body`, which is the article unless another is given."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W} {R}><w:body>{body or _word_body()}</w:body></w:document>",
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _NUMBERING,
            **(more or {}),
        }
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0" '
    f'xmlns:style="{_ODF}:style:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def _open_body() -> str:
    parts = [f'<text:p text:style-name="Title">{TITLE}</text:p>']
    for kind, held in BLOCKS:
        if kind == "table":
            rows = [
                "".join(
                    f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row
                )
                for row in held  # type: ignore[attr-defined]
            ]
            head, *rest = [f"<table:table-row>{row}</table:table-row>" for row in rows]
            heads = f"<table:table-header-rows>{head}</table:table-header-rows>"
            parts.append(f"<table:table>{heads}{''.join(rest)}</table:table>")
        elif kind == "li":
            parts.append(
                f"<text:list><text:list-item><text:p>{escape(str(held))}</text:p></text:list-item></text:list>"
            )
        elif kind == "p":
            parts.append(f"<text:p>{escape(str(held))}</text:p>")
        else:
            parts.append(f'<text:h text:outline-level="{kind[1]}">{escape(str(held))}</text:h>')
    return "".join(parts)


def open_content(body: str = "", root: str = "document-content") -> str:
    """Return the content of an OpenDocument text, which is the article unless another is given."""
    style = '<style:style style:name="Title" style:family="paragraph"/>'
    styles = f"<office:automatic-styles>{style}</office:automatic-styles>"
    text = f"<office:body><office:text>{body or _open_body()}</office:text></office:body>"
    return f"<office:{root} {_NAMES}>{styles}{text}</office:{root}>"


def odt(body: str = "") -> bytes:
    """Return an OpenDocument text."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": open_content(body)})


def flat_odt() -> bytes:
    """Return the article as a flat OpenDocument text."""
    return f'<?xml version="1.0"?>{open_content(root="document")}'.encode()


def rtf() -> bytes:
    """Return the article in RTF."""
    parts = [
        r"{\rtf1\ansi{\stylesheet{\s1 heading 1;}{\s2 heading 2;}{\s3 Title;}}",
        rf"\pard\s3 {TITLE}\par ",
    ]
    for kind, held in BLOCKS:
        if kind == "table":
            for number, row in enumerate(held):  # type: ignore[arg-type, var-annotated]
                head = r"\trhdr" if not number else ""
                cells = "".join(rf"\pard\intbl {cell}\cell " for cell in row)
                parts.append(rf"\trowd{head}\cellx1000\cellx2000\cellx3000 {cells}\row ")
        elif kind == "li":
            parts.append(rf"\pard\ls1 {{\listtext \'b7\tab}}{held}\par ")
        else:
            style = {"h1": r"\s1", "h2": r"\s2"}.get(kind, "")
            parts.append(rf"\pard{style} {held}\par ")
    return ("".join(parts) + "}").encode("latin-1")


def pdf() -> bytes:
    """Return the article as a PDF with running feet."""
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table

    looks = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=looks["BodyText"], spaceAfter=8)
    flow: list[object] = [Paragraph(TITLE, looks["Title"])]
    for kind, held in BLOCKS:
        if kind == "table":
            flow.append(Table([list(row) for row in held]))  # type: ignore[attr-defined]
        elif kind == "li":
            flow.append(ListFlowable([ListItem(Paragraph(str(held), body))], bulletType="bullet", start="•"))
        else:
            style = {"h1": looks["Heading1"], "h2": looks["Heading2"]}.get(kind, body)
            flow.append(Paragraph(str(held), style))
    out = io.BytesIO()
    SimpleDocTemplate(out, title=TITLE, pagesize=(420, 520)).build(flow)
    return out.getvalue()


#: A file name and what writes it, for every format that is read.
EVERY: Mapping[str, Callable[[], bytes]] = {
    "water.txt": plain_text,
    "water.md": markdown,
    "water.html": html,
    "water.mhtml": mhtml,
    "water.webarchive": webarchive,
    "water.eml": mail,
    "water.epub": epub,
    "water.docx": docx,
    "water.odt": odt,
    "water.fodt": flat_odt,
    "water.rtf": rtf,
    "water.pdf": pdf,
}
