"""Files that are nested far deeper than anybody writes."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from functools import partial
from typing import Any

from scripts.hostile_base import FORMATS, SENTENCE, Hostile, Sizes, nested
from scripts.hostile_pdf import pdf_of

_HTML = ("div", "table", "blockquote", "ul", "b", "span", "a", "p", "font", "svg", "template", "button")
_WORD = (
    ("w:tbl", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ("w:sdt", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("w:ins", "<w:ins>", "</w:ins>"),
    ("w:txbx", "<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
)
_OPEN = (
    ("list", "<text:list><text:list-item>", "</text:list-item></text:list>"),
    ("section", "<text:section>", "</text:section>"),
    (
        "table",
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
    ),
)
_MARKDOWN = ("> ", "- ", "1. ", "*", "[", "![", "`", "<div>", "(", "**_", "~~")
_RTF = ("{", "{\\b ", "{\\*\\x ", "{\\field{\\fldrslt ", "{\\footnote ", "{\\pict ", "{\\upr ", "{\\object ")


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield the deep files."""
    depth = sizes.depth
    for tag in _HTML:
        yield Hostile(f"deep-{tag}.html", f"{depth:,} levels of {tag}", partial(_page, tag, depth))
    for name, opening, closing in _WORD:
        yield Hostile(
            f"deep-{name[2:]}.docx", f"{depth:,} levels of {name}", partial(_word, opening, closing, depth)
        )
    for name, opening, closing in _OPEN:
        for suffix in ("odt", "fodt"):
            write = partial(_open, suffix, opening, closing, depth)
            yield Hostile(f"deep-{name}.{suffix}", f"{depth:,} levels of {name}", write)
    for at, mark in enumerate(_MARKDOWN):
        yield Hostile(f"deep-{at}.md", f"{depth:,} levels of {mark.strip()}", partial(_markdown, mark, depth))
    for at, group in enumerate(_RTF):
        yield Hostile(f"deep-{at}.rtf", f"{depth:,} levels of {group}", partial(_rtf, group, depth))
    yield Hostile("deep-rows.rtf", f"{depth:,} tables in tables", partial(_rtf_tables, depth))
    yield Hostile("deep-data.html", f"{depth:,} arrays in JSON-LD", partial(_linked_data, depth))
    for kind in ("multipart/mixed", "multipart/alternative", "message/rfc822"):
        name = f"deep-{kind.rpartition('/')[2]}.eml"
        yield Hostile(name, f"{depth:,} levels of {kind}", partial(_mail, kind, depth))
    yield Hostile("deep-address.eml", f"{depth:,} comments in an address", partial(_address, depth))
    yield Hostile(
        "deep-related.mhtml", f"{depth:,} related parts", partial(_mail, "multipart/related", depth)
    )
    yield Hostile("deep.webarchive", f"{min(depth, 900)} arrays", partial(_webarchive, min(depth, 900)))
    yield Hostile("deep-array.pdf", f"{depth:,} arrays", partial(_pdf_arrays, depth))
    yield Hostile("deep-tree.pdf", f"{depth:,} levels of pages", partial(_pdf_tree, depth))


def _page(tag: str, depth: int) -> bytes:
    """Return a page; a list and a table hold what lists and tables hold."""
    inner = {"table": "<table><tr><td>", "ul": "<ul><li>", "a": '<a href="x">'}.get(tag, f"<{tag}>")
    closing = {"table": "</td></tr></table>", "ul": "</li></ul>"}.get(tag, f"</{tag}>")
    return (
        f"<html><body><h1>T</h1><p>{SENTENCE * 3}</p>{nested(inner, closing, depth)}</body></html>".encode()
    )


def _word(opening: str, closing: str, depth: int) -> bytes:
    paragraph = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    return bytes(FORMATS.docx(paragraph + nested(opening, closing, depth, paragraph)))


def _open(suffix: str, opening: str, closing: str, depth: int) -> bytes:
    paragraph = f"<text:p>{SENTENCE}</text:p>"
    body = paragraph + nested(opening, closing, depth, paragraph)
    return (
        bytes(FORMATS.odt(body)) if suffix == "odt" else str(FORMATS.open_content(body, "document")).encode()
    )


def _markdown(mark: str, depth: int) -> bytes:
    closing = {"[": "](x)", "![": "](x)", "<div>": "</div>", "**_": "_**", "(": ")"}.get(mark, mark.strip())
    end = "" if mark[-1] == " " else closing * depth
    return f"# T\n\n{SENTENCE}\n\n{mark * depth}word{end}\n".encode()


def _rtf(group: str, depth: int) -> bytes:
    closing = "}" * group.count("{")
    return f"{{\\rtf1\\ansi {SENTENCE}\\par {nested(group, closing, depth)}\\par}}".encode()


def _rtf_tables(depth: int) -> bytes:
    rows = "".join(
        rf"\pard\intbl\itap{level} a\nestcell {{\*\nesttableprops\trowd\nestrow}}" for level in range(depth)
    )
    return f"{{\\rtf1\\ansi {SENTENCE}\\par {rows}\\cell\\row}}".encode()


def _linked_data(depth: int) -> bytes:
    data = f'<script type="application/ld+json">{nested("[", "]", depth, "")}</script>'
    return f"<html><head>{data}</head><body><p>{SENTENCE * 3}</p></body></html>".encode()


def _mail(kind: str, depth: int) -> bytes:
    head = "From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@example.org>\r\n"
    if kind.startswith("message"):
        levels = f"Content-Type: {kind}\r\n\r\n{head}" * depth
        return f"{head}{levels}Content-Type: text/plain\r\n\r\n{SENTENCE}".encode()
    levels = "".join(f'Content-Type: {kind}; boundary="b{at}"\r\n\r\n--b{at}\r\n' for at in range(depth))
    return f"{head}{levels}Content-Type: text/html\r\n\r\n<p>{SENTENCE}".encode()


def _address(depth: int) -> bytes:
    # What tells that this is a message comes first, where it is looked for.
    head = "MIME-Version: 1.0\r\nMessage-ID: <1@example.org>\r\nContent-Type: text/plain\r\n"
    sender, receiver = nested("(", ")", depth, "a"), nested("g:", ";", depth, "a")
    return f"{head}From: {sender} <a@example.org>\r\nTo: {receiver}\r\n\r\n{SENTENCE}".encode()


def _webarchive(depth: int) -> bytes:
    held: Any = "end"
    for _ in range(depth):  # the writer itself can go no deeper than some 900
        held = [held]
    page = {"WebResourceData": FORMATS.html(), "WebResourceTextEncodingName": "utf-8"}
    return plistlib.dumps({"WebMainResource": page, "x": held}, fmt=plistlib.FMT_BINARY)


def _pdf_arrays(depth: int) -> bytes:
    arrays = nested("[", "]", depth, "")
    return pdf_of(content=f"{arrays} 0 d BT /F 12 Tf 72 700 Td ({SENTENCE}) Tj ET", extra=f"/X {arrays}")


def _pdf_tree(depth: int) -> bytes:
    tree = [f"<</Type/Pages/Kids[{at + 11} 0 R]/Count 1>>" for at in range(depth)]
    return pdf_of(
        root="10 0 R", more={10 + at: entry for at, entry in enumerate(tree)} | {10 + depth: "3 0 R"}
    )
