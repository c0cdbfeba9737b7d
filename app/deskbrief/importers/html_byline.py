"""Who wrote a page, as the page shows it: elements called bylines, lines that begin with "By"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

#: The longest byline.
LONGEST = 80

_CALLED = re.compile(r"(?:^|[-_\s])(?:byline|author|autor|writer|wrote[-_]?by|written[-_]?by)(?:[-_\s]|$)")
_NOT_CALLED = re.compile(r"comment|tweet|prep|avatar|image|photo|box|list|related|social|count|date|time")
_BY = re.compile(
    r"(?:(?:posted|written|reported|published)\s)?(?:by|von|par|por|di|door|av):?\s+(?P<names>.+)",
    re.IGNORECASE,
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_AFTER = re.compile(
    r"\s*(?:[|·•/@(]|\d|\b(?:on|in|at|for|says)\b| [-–—] |updated|published|posted|" + _MONTH + r"\b).*",
    re.IGNORECASE | re.DOTALL,
)


def bylines_on(root: HtmlElement) -> Iterator[str]:
    """Yield the names in elements under `root` whose class, `rel` or `itemprop` calls them a byline."""
    for element in root.iter("span", "a", "p", "div", "address", "cite", "li", "small", "h4"):
        called = " ".join(element.get(name, "") for name in ("class", "rel", "itemprop")).lower()
        if called.strip() and _CALLED.search(called) and not _NOT_CALLED.search(called):
            text = " ".join("".join(element.itertext()).split())
            names = names_in_byline(text) if len(text) <= 2 * LONGEST else ""
            if names:
                yield names


def names_after_by(line: str) -> str:
    """Return the names in a line such as "By Ann Lee and Bo Ray", or an empty string."""
    return names_in_byline(line) if len(line) <= LONGEST and _BY.match(line) else ""


def names_in_byline(text: str) -> str:
    """Return the names in a byline without "by", dates and places; an empty string when none is left."""
    found = _BY.match(text)
    names = _AFTER.sub("", found["names"] if found else text).strip(" ,;:.-–—")
    words = names.split()
    named = 0 < len(words) <= 9 and names[:1].isalpha() and len(names) <= LONGEST
    return names if named and (found or words[0][:1].isupper() or len(words) == 1) else ""
