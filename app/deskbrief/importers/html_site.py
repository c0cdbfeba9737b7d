"""The site that a page belongs to: its name, in titles and in headings, is not what the page is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_facts import Facts

#: The shortest part of an address that names a site.
SHORTEST = 4

_HOME = re.compile(r"https?://[^/]{1,200}/?")
_BRAND = re.compile(r"site-?(?:title|name|brand|header)|masthead|logo|\bbrand|blog-?title|\bheader$")
_BREAK = re.compile(r" (?:[|»«·•:–—-]|::|\|\||>|<|/) ")
_NAMES = ("og:site_name", "application-name")


def is_mostly(part: str, whole: str) -> bool:
    """Tell whether the key `part` is a good deal of the key `whole`."""
    return part in whole and len(part) >= 0.6 * len(whole) and len(part) > 5


def parts_of(whole: str, facts: Facts) -> list[str]:
    """Return the parts of what a page calls itself, without the name of the site before or after them."""
    parts = [part for part in _BREAK.split(whole) if key_of(part)]
    inner = [part for at, part in enumerate(parts) if 0 < at < len(parts) - 1 or not _is_site(part, facts)]
    return inner or parts


def _is_site(part: str, facts: Facts) -> bool:
    """Tell whether `part` is the name of the site, as it gives it or as its address has it."""
    key = key_of(part)
    if key in {key_of(facts.meta(name)) for name in _NAMES}:
        return True
    return any(key == label or is_mostly(label, key) or is_mostly(key, label) for label in labels_of(facts))


def labels_of(facts: Facts) -> Sequence[str]:
    """Return the keys of the parts of the page's address that may name its site."""
    try:
        host = urlsplit(facts.url).hostname or ""
    except ValueError:
        return ()
    return [key for label in host.split(".")[:-1] if len(key := key_of(label)) >= SHORTEST]


def names_site(text: str, element: HtmlElement, facts: Facts) -> bool:
    """Tell whether the heading `element` is the name of the site: so called, or leading to its front page."""
    key = key_of(text)
    if key and key in {key_of(facts.meta(name)) for name in _NAMES}:
        return key != key_of(facts.title)
    whole = key_of(facts.title)
    if whole == key:
        return False
    if whole.endswith(key) and _is_branded(element):
        return True
    return _leads_home(element) and not is_mostly(key, whole)


def _leads_home(element: HtmlElement) -> bool:
    """Tell whether all of `element` is a link to the front page of the site."""
    links = [*islice(element.iter("a"), 2), *islice(element.iterancestors("a"), 1)]
    if len(links) != 1:
        return False
    target = links[0].get("href", "").strip()
    home = target in ("/", "./", "index.html", "index.php") or _HOME.fullmatch(target)
    return bool(home) or "home" in links[0].get("rel", "").lower().split()


def _is_branded(element: HtmlElement) -> bool:
    """Tell whether `element` is the logo of the site."""
    near = [element, *islice(element.iterancestors(), 2)]
    return any(_BRAND.search(f"{one.get('class', '')} {one.get('id', '')}".lower()[:200]) for one in near)
