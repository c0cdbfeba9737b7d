"""Titles of works between quotation marks, which nobody says: in notes, lists of sources, bibliographies."""

from __future__ import annotations

import re

from deskbrief.document.spans import Span

#: Headings of lists of works.
_HEADING = re.compile(
    r"^\W*(?:(?:[ivxlc]+|\d{1,2}|[a-z])[.:)]\s+)?"
    r"(?:(?:selected|annotated|general|further|cited|list of|key|main)\s+)?(?:references?|bibliograph\w*|"
    r"works cited|literature(?: cited)?|citations|sources|reading|notes and sources)\W*$",
    re.IGNORECASE,
)
#: What stands behind a title and tells where the work is found.
_FOUND_AT = re.compile(
    r"\b(?:retrieved|accessed|archived|bibcode|doi|isbn|issn|pmid|oclc|jstor)\b"
    r"|\bpp?\.\s?\d|\b(?:vol|no)\.\s?\d"
    r"|\b\d{1,4}\s?(?:\(\d{1,3}\)|:\s?\d{1,3}\b|,\s(?:no|p)\.)"
    r"|\b\d{1,4}\s\((?:[A-Z][a-z]{2,8}\.?\s)?(?:1[89]|20)\d\d\)"
    r"|[A-Z][\w.&' -]{3,60},?\s\((?:[\w.:, -]{3,40}\s)?(?:1[89]|20)\d\d\)",
    re.IGNORECASE,
)
#: What stands before a title: the year in brackets, or names with initials only.
_WRITTEN_BY = re.compile(
    r"\((?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\s)?(?:1[89]|20)\d\d(?:-\d\d){0,2}[a-z]?\)[.,:]?\s*$"
    r"|^\W*(?:\d{1,3}\.?\s)?[A-Z][\w'’-]+,\s[A-Z][\w.'’ ,;&-]{0,160}$"
)
#: The year in brackets right before a title, closed as in a list of works: "Roe, A. (2019). “…".
_DATED = re.compile(r"[A-Z][\w.’' &,;-]{1,160}\((?:1[89]|20)\d\d[a-z]?\)[.,:]\s*$")
#: Code points behind a title in which the place of the work stands, and before it.
_AFTER, _BEFORE = 160, 200


def opens_a_bibliography(heading: str) -> bool:
    """Tell whether a heading announces a list of works."""
    return _HEADING.match(" ".join(heading[:80].split())) is not None


def is_cited(text: str, block: Span, title: Span) -> bool:
    """Tell whether quoted words are the title of a work, beside who wrote it or where it is found."""
    after = text[title.end + 1 : min(title.end + 1 + _AFTER, block.end)]
    before = text[max(block.start, title.start - 1 - _BEFORE) : max(title.start - 1, block.start)]
    written, found = _WRITTEN_BY.search(before) is not None, _FOUND_AT.search(after) is not None
    if _DATED.search(before):
        return True
    return found and (written or not any(word.islower() for word in before.split() if len(word) > 4))
