"""What programs that make sites of Markdown write into it: Liquid tags, and the classes of kramdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.document.spans import Span

#: Why such tags are left out.
TAGS = "tags of the program that makes the site"

_CODE = r"(?P<code>(?P<ticks>`{1,9})(?!`)[^`\n]{1,400}(?P=ticks)|^(?: {4}|\t)[^\n]{0,4000})"
_RAW = r"(?P<raw>\{%-?[ \t]{0,9}raw[ \t]{0,9}-?%\}(?P<kept>[^%]{0,4000})\{%-?[ \t]{0,9}endraw[ \t]{0,9}-?%\})"
_LIQUID = r"\{%-?\s{0,9}[a-z_]\w{0,40}(?:[^%]|%(?!\})){0,1000}%\}"
_ONE = r"[#.][\w:-]{1,80}|[\w:-]{1,40}=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')"
_CLASSES = rf"\{{:[ \t]{{0,9}}(?:toc|{_ONE})(?:[ \t]{{1,9}}(?:{_ONE})){{0,20}}[ \t]{{0,9}}\}}"
_NAME = r"(?<=[ \t])\{[#.][\w:-]{1,80}(?:[ \t]{1,9}[#.][\w:-]{1,80}){0,9}\}(?=[ \t]{0,9}$)"
_FOUND = re.compile(rf"{_CODE}|{_RAW}|(?P<tag>{_LIQUID}|{_CLASSES})|(?P<name>{_NAME})", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]{0,12}(?P<fence>`{3,20}|~{3,20})", re.MULTILINE)


def without_tags(text: str) -> tuple[str, list[str]]:
    """Return `text` with white space in the place of such tags, so that offsets stay, and the tags.

    Code is left as it is, and what stands between the tags that say that no tag is meant.
    """
    if "{" not in text:
        return text, []
    tags: list[str] = []
    parts: list[str] = []
    at = 0
    for span in _tags(text):
        tags.append(span.of(text))
        parts += [text[at : span.start], _blank(text, span)]
        at = span.end
    return "".join((*parts, text[at:])), tags


def _tags(text: str) -> Iterator[Span]:
    fences = list(_fenced(text))
    for found in _FOUND.finditer(text):
        if found["code"] is not None or any(one.start <= found.start() < one.end for one in fences):
            continue
        if found["raw"] is not None:
            yield Span(found.start(), found.start("kept"))
            yield Span(found.end("kept"), found.end())
        elif found["tag"] is not None or _line_of(text, found.start()).startswith("#"):
            yield Span(found.start(), found.end())


def _fenced(text: str) -> Iterator[Span]:
    """Yield the stretches of fenced code."""
    start, opening = 0, ""
    for found in _FENCE.finditer(text):
        if not opening:
            start, opening = found.start(), found["fence"]
        elif found["fence"].startswith(opening):
            yield Span(start, found.end())
            opening = ""


def _line_of(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _blank(text: str, span: Span) -> str:
    """Return what stands in the place of a tag: white space that does not make code of the words after it."""
    opens = not _line_of(text, span.start).strip()
    ends = text[span.end : span.end + 1] in {"", "\n"}
    return " " * (len(span) - 1) + ("\n" if opens and not ends else " ")
