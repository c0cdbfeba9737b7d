"""Texts that are too long in one way or another, or written in encodings that they lie about."""

from __future__ import annotations

import plistlib
from collections.abc import Callable, Iterator
from functools import partial

from scripts.hostile_base import SENTENCE, Hostile, Sizes, fixed, repeated

#: What makes careless patterns slow when there is very much of it in one line.
PIECES = (
    *(" ", "\t", ".", "-", "_", "|", "<", ">", "[", "(", "*", "`", "&", "#", "=", ":", "~", "!", "\\"),
    *("\xad", "\u0301", "\u200b", "\u202e", "\ufb01", "\u00b2", "\u0661", "\U0001d518", "\r", "\x0c"),
    *("1 ", "1. ", "A ", "a-", "a.b@", "https://a", "<a>", "</p>", "](", "![a](", "| a ", "<!--", "&#"),
    *("**a", "I. ", "(1) ", "Jan 1, ", "- ", "[^1]"),
)  # fmt: skip
_CHARSETS = (
    "utf-16",
    "utf-7",
    "undefined",
    "idna",
    "punycode",
    "unicode_escape",
    "hex",
    "rot13",
    "x\0y",
    "utf-32",
)
_WORDS = SENTENCE * 12 + "Caf\xe9 \u20ac\n"
_UTF_7 = b"<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- "
_SHIFTED = b"<meta charset=iso-2022-jp><p>\x1b$B" + b"!!" * 900
_BYTES = {
    "utf-16-le.txt": ("UTF-16 without its mark", _WORDS.encode("utf-16-le")),
    "utf-16-be.md": ("UTF-16 without its mark", _WORDS.encode("utf-16-be")),
    "utf-16-odd.txt": ("UTF-16 cut within a character", _WORDS.encode("utf-16")[:-1]),
    "utf-16-halves.txt": ("halves of characters", b"\xff\xfe" + b"\x00\xd8a\x00" * 500),
    "utf-32.txt": ("UTF-32", _WORDS.encode("utf-32")),
    "utf-32-wrong.txt": ("numbers beyond all characters", b"\xff\xfe\0\0" + b"\xff" * 4000),
    "utf-7.html": ("UTF-7 that hides a script", _UTF_7 + SENTENCE.encode()),
    "overlong.txt": ("overlong UTF-8", SENTENCE.encode() + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf" * 50),
    "broken.txt": ("broken UTF-8", ("\xe9\u20ac" * 400).encode()[1::3] + SENTENCE.encode()),
    "all-bytes.txt": ("every byte there is", bytes(range(9, 256)) * 20),
    "nuls.txt": ("zero bytes between words", SENTENCE.replace(" ", "\0").encode() * 20),
    "marks.txt": ("byte order marks all over", ("\ufeff" + SENTENCE).encode() * 20),
    "stacked.txt": ("towers of accents", ("a" + "\u0301" * 900 + " word ").encode() * 20),
    "returns.txt": ("line ends of every kind", "\r\n\r\u2028\x85\x0b\x0c".join(SENTENCE.split()).encode()),
    "not-utf-8.html": ("says UTF-8, is Latin-1", f"<meta charset=utf-8><p>{_WORDS[:-2]}".encode("latin-1")),
    "not-wide.html": ("says UTF-16, is UTF-8", f"<meta charset=utf-16><p>{_WORDS}".encode()),
    "escape.html": ("shifts to another encoding", _SHIFTED + SENTENCE.encode()),
}  # fmt: skip


def files(sizes: Sizes) -> Iterator[Hostile]:
    """Yield the long texts, the long headers and the wrong encodings."""
    yield from _lines(sizes.line)
    for suffix in ("txt", "md", "html", "rtf", "eml"):
        yield Hostile(
            f"repeats.{suffix}", "lines of one sign again and again", partial(_repeats, suffix, sizes)
        )
    for name, (threat, data) in _BYTES.items():
        yield fixed(name, threat, data)
    for charset in _CHARSETS:
        shown = charset.replace("\0", "-nul-")
        for suffix in ("eml", "webarchive"):
            yield Hostile(
                f"charset-{shown}.{suffix}", f"says it is {shown}", partial(_declared, suffix, charset)
            )
    for kind in ("names", "one", "words", "received", "parts", "people"):
        yield Hostile(f"headers-{kind}.eml", f"headers: {kind}", partial(_headers, kind, sizes.count))


def repeats(suffix: str, piece: str, size: int) -> bytes:
    """Return a file of this format in which `piece` fills a line."""
    text = repeated(piece, size)
    heads = {
        "html": f"<html><body><h1>T</h1><p>{SENTENCE * 3}</p><p>",
        "rtf": f"{{\\rtf1\\ansi {SENTENCE}\\par ",
        "eml": "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n",
    }
    return f"{heads.get(suffix, f'T{chr(10)}{chr(10)}{SENTENCE}{chr(10)}{chr(10)}')}{text}".encode(
        "utf-8", "replace"
    )


def _repeats(suffix: str, sizes: Sizes) -> bytes:
    each = min(sizes.line // len(PIECES), 20_000)
    return repeats(suffix, "\n\n".join(repeated(piece, each) for piece in PIECES), each * len(PIECES))


def _lines(size: int) -> Iterator[Hostile]:
    yield Hostile("line.txt", f"a line of {size:,} bytes", lambda: repeated(SENTENCE, size).encode())
    yield Hostile("word.txt", f"a word of {size:,} letters", lambda: repeated("word", size).encode())
    yield Hostile(
        "line.md", f"a line of {size:,} bytes", lambda: repeated("**a** [b](c) `d` ", size).encode()
    )
    page = "<html><body><p>{}</p></body></html>"
    yield Hostile(
        "line.html", f"a line of {size:,} bytes", lambda: page.format(repeated(SENTENCE, size - 40)).encode()
    )
    tags = "<p>wells <b>and</b> towns</p>"
    yield Hostile(
        "tags.html",
        f"{size // len(tags):,} paragraphs in a line",
        lambda: page.format(tags * (size // len(tags))).encode(),
    )
    yield Hostile(
        "cells.html",
        "a table with cells beyond number",
        lambda: page.format(
            f"<table>{'<tr><td colspan=99999999 rowspan=99999999>wells</td></tr>' * 500}</table>"
        ).encode(),
    )


def _declared(suffix: str, charset: str) -> bytes:
    words = f"<html><body><p>{SENTENCE * 3}</p></body></html>"
    if suffix == "webarchive":
        page = {"WebResourceData": words.encode(), "WebResourceTextEncodingName": charset}
        return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)
    head = f'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset="{charset}"\r\n'
    return f"{head}Subject: =?{charset}?b?/////w==?= =?{charset}?q?=FF=FF?=\r\n\r\n{words}".encode()


def _headers(kind: str, count: int) -> bytes:
    """Return a message with very many or very long headers."""
    made: dict[str, Callable[[], str]] = {
        "names": lambda: "".join(f"X-{number}: a\r\n" for number in range(count)),
        "one": lambda: f"Subject: {repeated('word ', count * 10)}\r\n",
        "words": lambda: f"Subject: {'=?utf-8?b?YQ==?= ' * (count // 10)}\r\n",
        "received": lambda: "Received: from a by b; Tue, 99 Foo 99999 99:99:99 +9999\r\n" * count,
        "people": lambda: f"To: {', '.join(f'a{n} <a{n}@example.org>' for n in range(count // 10))}\r\n",
        "parts": lambda: "Content-Type: multipart/mixed; boundary=b\r\n",
    }
    head = f"MIME-Version: 1.0\r\nMessage-ID: <1@example.org>\r\n{made[kind]()}\r\n"
    body = f"--b\r\n\r\n{SENTENCE}\r\n" * count if kind == "parts" else SENTENCE
    return f"{head}{body}".encode()
