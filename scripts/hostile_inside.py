"""Files inside files: pages that frame themselves, documents in documents, mailboxes and books."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from scripts.hostile_base import FORMATS, SENTENCE, Hostile, Sizes

_CHUNK = '<Relationships><Relationship Id="c" Type="x/aFChunk" Target="a.{}"/></Relationships>'


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield the files that hold others."""
    count = sizes.count
    yield Hostile("frames-self.mhtml", "a page that frames itself ten times", partial(_frames, 10))
    yield Hostile("frames-many.mhtml", f"{count:,} frames of one page", partial(_frames, count))
    yield Hostile("frames-inside.html", f"{count:,} pages in a page", partial(_inside, count))
    yield Hostile("frames-set.html", f"{count:,} sets of frames", partial(_sets, count))
    yield Hostile("panels.html", f"{count:,} parts that open", partial(_panels, count))
    yield Hostile("fields.html", f"{count:,} buttons", partial(_buttons, count))
    for suffix in ("html", "txt", "rtf", "mht"):
        yield Hostile(
            f"chunk-{suffix}.docx", f"{count:,} times a file inside", partial(_chunks, suffix, count)
        )
    yield Hostile("chunk-docx.docx", "a document in a document in a document", partial(_nested, 40))
    yield Hostile("chunk-large.docx", "a large document inside, ten times", partial(_large, count // 100))
    yield Hostile("messages.mbox", f"{count:,} messages", partial(_messages, count))
    yield Hostile(
        "lines.mbox", f"{count // 10:,} lines that begin like messages", partial(_lines, count // 10)
    )
    yield Hostile("objects.odt", f"{count:,} objects in a text", partial(_objects, count))
    yield Hostile(
        "links.epub", f"{min(count, 5_000):,} pages, each led to by one", partial(_linked, min(count, 5_000))
    )


def _framed(times: int) -> str:
    frame = '<iframe src="cid:f"></iframe>'
    return f"<html><body><p>{SENTENCE}</p>{frame * times}</body></html>"


def _frames(times: int) -> bytes:
    head = 'From: <Saved by x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    outer = f"--b\r\nContent-Type: text/html\r\n\r\n{_framed(times)}\r\n"
    inner = f"--b\r\nContent-Type: text/html\r\nContent-ID: <f>\r\n\r\n{_framed(times)}\r\n--b--\r\n"
    return f"{head}{outer}{inner}".encode()


def _inside(times: int) -> bytes:
    page = f"<p>{SENTENCE}</p>"
    for _ in range(8):
        page = f'<p>{SENTENCE}</p><iframe srcdoc="{escape(page)}"></iframe>'
    return f"<html><body><p>{SENTENCE * 3}</p>{page}{_doc() * times}</body></html>".encode()


def _doc() -> str:
    return f'<iframe srcdoc="&lt;p&gt;{SENTENCE}"></iframe>'


def _sets(times: int) -> bytes:
    return f"<html>{'<frameset><frame src=a.html>' * times}<noframes>{SENTENCE}".encode()


def _panels(times: int) -> bytes:
    parts = (
        f"<button aria-controls=p{number}>{number}?</button><p id=p{number} hidden>{number} {SENTENCE}</p>"
        for number in range(times)
    )
    return f"<html><body><p>{SENTENCE * 3}</p>{''.join(parts)}</body></html>".encode()


def _buttons(times: int) -> bytes:
    parts = (f"<button>{number}</button><svg><text>{number}</text></svg>" for number in range(times))
    return f"<html><body><p>{SENTENCE * 3}</p>{''.join(parts)}</body></html>".encode()


def _chunks(suffix: str, times: int) -> bytes:
    data = {
        "html": _framed(0),
        "txt": SENTENCE,
        "rtf": rf"{{\rtf1 {SENTENCE}\par}}",
        "mht": _frames(10).decode(),
    }[suffix]
    return _chunked(suffix, data, times)


def _chunked(suffix: str, data: str | bytes, times: int) -> bytes:
    chunk = '<w:altChunk r:id="c"/>'
    body = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>{chunk * times}"
    return bytes(
        FORMATS.docx(body, {"word/_rels/document.xml.rels": _CHUNK.format(suffix), f"word/a.{suffix}": data})
    )


def _nested(depth: int) -> bytes:
    data = bytes(FORMATS.docx())
    for _ in range(depth):
        data = _chunked("docx", data, 3)
    return data


def _large(times: int) -> bytes:
    paragraphs = (
        f"<w:p><w:r><w:t>Well {number:07,} stands in the valley below the town.</w:t></w:r></w:p>"
        for number in range(times)
    )
    return _chunked("docx", bytes(FORMATS.docx("".join(paragraphs))), 10)


def _messages(times: int) -> bytes:
    head = "From a@example.org Mon Mar  3 10:00:00 2025\nFrom: a@example.org\nMessage-ID: <1@x>\n"
    return f"{head}MIME-Version: 1.0\nSubject: Wells\n\n{SENTENCE}\n\n".encode() * times


def _lines(times: int) -> bytes:
    return _messages(1) + b"From a@example.org Mon Mar  3 10:00:00 2025\n\n" * times


def _objects(times: int) -> bytes:
    frame = '<draw:frame xmlns:draw="d"><draw:object xlink:href="./O"/></draw:frame>'
    content = FORMATS.open_content(f"<text:p>{SENTENCE}{frame * times}</text:p>")
    mimetype = "application/vnd.oasis.opendocument.text"
    return bytes(FORMATS.zipped({"mimetype": mimetype, "content.xml": content, "O/content.xml": content}))


def _linked(times: int) -> bytes:
    pages = {
        f"EPUB/p{number}.xhtml": f'<html><body><a href="p{number + 1}.xhtml">{SENTENCE}</a></body></html>'
        for number in range(1, times)
    }
    return bytes(FORMATS.epub({"p0.xhtml": f'<p><a href="p1.xhtml">{SENTENCE}</a></p>'}, pages))
