"""The passage that a reader names in words: a paragraph, a page, a share of the text."""

from __future__ import annotations

import re
from bisect import bisect_left

from deskbrief.document.model import Document
from deskbrief.document.spans import Span

_PARAGRAPH = re.compile(
    r"(before )?(?:¶|#|par(?:a(?:graph)?)?\.?|recital)?\s*[(\[]?(\d{1,7}(?:\.\d{1,3})?)[.)\]]?", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:art(?:icle|\.)?\s*(?=\d)|(?=\d{1,4}[a-z]?\s*\())(\d{1,4}[a-z]?)\s*(\(\d{1,4}\))?", re.IGNORECASE
)
_COUNTED = re.compile(r"(\d{1,7})(?:st|nd|rd|th)(?:\s*(?:¶|par(?:a(?:graph)?)?\.?))?", re.IGNORECASE)
_PAGE = re.compile(r"(?:p(?:p|age)?\.?)\s*([^\s].{0,20})", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,3})(?:[.,]\d*)?\s*%")


def passage_for(document: Document, said: str) -> Span | None:
    """Return the passage that `said` names: "12", "¶12", "p. iv", "40 %"; None when there is none such.

    A number alone is that of a paragraph: the source's own, where it numbers them. "12th" is always counted.
    """
    said = said.strip()
    if match := _PARAGRAPH.fullmatch(said):
        return _paragraph(document, match[2], match[1] or "")
    if match := _ARTICLE.fullmatch(said):
        label = f"Art. {match[1].lower()}{match[2] or ''}"
        found = (one for one in document.blocks if one.label == label or one.label.startswith(f"{label}("))
        return next((one.span for one in found), None)
    if match := _COUNTED.fullmatch(said):
        return _counted(document, int(match[1]))
    if match := _SHARE.fullmatch(said):
        return _share(document, min(int(match[1]), 100))
    if match := _PAGE.fullmatch(said):
        return _page(document, match[1].strip())
    return None


def _paragraph(document: Document, number: str, before: str) -> Span | None:
    if document.labelled:
        labels = {f"{before.lower()}¶{number}", f"{before.lower()}¶({number})"}
        found = next((block.span for block in document.blocks if block.label in labels), None)
        if found or any(block.label.startswith("¶") for block in document.blocks):
            return found
    return None if before or "." in number else _counted(document, int(number))


def _counted(document: Document, number: int) -> Span | None:
    if not 1 <= number <= document.paragraphs:
        return None
    return next(block.span for block in document.blocks if block.paragraph == number)


def _page(document: Document, label: str) -> Span | None:
    labels = {page.label.casefold(): page for page in reversed(document.pages)}
    # A page that prints no number is called by its place in the file, in brackets.
    page = labels.get(label.casefold()) or labels.get(f"[{label.casefold()}]")
    if page is None:
        return None
    block = document.block_at(page.offset)
    return Span(page.offset, max(block.end, page.offset + 1))


def _share(document: Document, percent: int) -> Span | None:
    if not document.blocks:
        return None
    offset = len(document.text) * percent // 100
    index = bisect_left(document.blocks, offset, key=lambda block: block.start)
    return document.blocks[min(index, len(document.blocks) - 1)].span
