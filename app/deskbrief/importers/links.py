"""Which addresses a link may lead to."""

from __future__ import annotations

from urllib.parse import urljoin

#: The longest address of a link.
LONGEST_LINK = 2_000

_SAFE = ("http://", "https://", "mailto:")


def link_target(href: str, base: str) -> str:
    """Return the address that a link leads to, or an empty string unless it is http, https or mailto."""
    href = href.strip()
    if not href or len(href) > LONGEST_LINK or href.startswith("#"):
        return ""
    try:
        full = urljoin(base, href) if base else href
    except ValueError:
        return ""
    return full if full.lower().startswith(_SAFE) else ""
