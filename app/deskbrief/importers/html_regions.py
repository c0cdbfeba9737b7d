"""What part of a page an element belongs to, told from its tag, role, class and id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

#: How many elements above a block are looked at.
REACH = 12

#: Reasons for leaving out that hold even where a page is shown whole.
FURNITURE = frozenset({"navigation", "page footer", "cookie notice"})

_TAGS = frozenset(
    {"nav", "footer", "header", "aside", "main", "article", "form", "figure", "section", "table", "dl"}
)
_WORDS = {
    "navigation": "nav|menu|breadcrumb|toolbar|skip-|pagination|pager|toc",
    "footer": "foot(?!note)",
    "header": "header|masthead|banner|topbar",
    "aside": "aside|side-?bar|rail|widget|secondary",
    "comments": "comment|disqus|discussion|repl(?:y|ies)|respond",
    "related": (
        "related|recommend|popular|trending|read-?next|more-?(?:from|on|stories|news)|most-?read|similar|also|promo|"
        "teaser|latest|outbrain|taboola|recirc|suggest"
    ),
    "sharing": "share|social|follow|sharing|tools",
    "sign-up": "newsletter|subscri|sign-?up|paywall|regist|login|donat|cta",
    "consent": "cookie|consent|gdpr|privacy",
    "advert": r"(?:^|[\s_-])ads?(?:[\s_-]|$)|advert|sponsor|dfp|adslot",
    "author": "author|byline|bio|contributor|writer",
    "meta": r"meta|date|time|publish|tags?(?:[\s_-]|$)|categor|label|kicker|eyebrow|topic|keyword",
    "picture": "caption|credit|figure|gallery|image|photo|media|video|slide|thumb|picture",
    "main": "article|content|story|entry|post|body|main|text|prose|section",
    "quote": "quote|pull",
    "summary": "summary|lead|lede|intro|standfirst|dek|subtitle|excerpt|deck|description",
    "list": "list",
    "notes": "note|reference|cite|source|correction|disclaim|copyright|license|legal|index",
    "popup": "modal|popup|overlay|dialog|dropdown|tooltip|hidden|alert|notice|message",
}
_PATTERNS = tuple((name, re.compile(words)) for name, words in _WORDS.items())
_REASONS = (
    ("consent", "cookie notice"),
    ("tag:nav", "navigation"),
    ("navigation", "navigation"),
    ("tag:footer", "page footer"),
    ("comments", "comments"),
    ("related", "related pages"),
    ("sharing", "share buttons"),
    ("sign-up", "invitation to sign up"),
    ("advert", "advertisement"),
    ("footer", "page footer"),
    ("tag:aside", "side bar"),
    ("aside", "side bar"),
    ("picture", "picture captions"),
    ("author", "byline and date"),
    ("meta", "byline and date"),
    ("tag:header", "page header"),
    ("header", "page header"),
)


_OUTER = frozenset({"body", "html"})

#: Names that say outright that an element is no part of an article, wherever it stands.
_APART = re.compile(
    r"cookie-?_?(?:consent|banner|notice|bar|law)|gdpr-?_?(?:consent|banner|notice|bar)", re.IGNORECASE
)


#: What pages call the whole place where readers answer; words such as "comment" are used for more, and
#: "has-comments" is said of the article.
_ANSWERS = re.compile(
    r"(?!(?:has|no|with|without|open|closed|hide|show|allow|link)[-_]|.{60})(?:[a-z0-9]+[-_]+){0,3}"
    r"(?:comments(?:[-_]?(?:area|box|container|list|section|thread|wrapper))?"
    r"|comment[-_]?(?:list|section|thread|container|wrapper)|disqus[-_]thread)"
)
#: How far up the place is looked for: answers to answers are nested.
DEEPEST_ANSWER = 60


def is_answer(element: HtmlElement) -> bool:
    """Tell whether `element` stands where readers of the page answer."""
    for node in (element, *islice(element.iterancestors(), DEEPEST_ANSWER)):
        if node.tag in ("body", "html"):
            return False
        words = f"{node.get('class', '')[:200]} {node.get('id', '')[:80]}".lower().split()
        if any(map(_ANSWERS.fullmatch, words)):
            return True
    return False


def is_set_apart(element: HtmlElement) -> bool:
    """Tell whether a class or id of `element`, or of one around it, says that it is no part of an article."""
    for node in (element, *islice(element.iterancestors(), REACH)):
        if node.tag in ("body", "html"):
            return False
        if _APART.search(f"{node.get('class', '')[:200]} {node.get('id', '')[:80]}"):
            return True
    return False


class Regions:
    """The regions of the elements of one page; each class and id, and what is around, is looked at once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}
        self._around: dict[HtmlElement, tuple[tuple[str, int], ...]] = {}

    def names(self, element: HtmlElement) -> Iterator[tuple[str, int]]:
        """Yield the regions that `element` is in, with the number of elements up to the one that says so."""
        if element.tag in _OUTER:
            return
        for name in self._own(element):
            yield name, 0
        parent = element.getparent()
        if parent is not None:
            if parent not in self._around:
                self._around[parent] = tuple(self._above(parent))
            yield from self._around[parent]

    def _above(self, element: HtmlElement) -> Iterator[tuple[str, int]]:
        """Yield the regions that the children of `element` are in, from one element up."""
        node: HtmlElement | None = element
        for distance in range(1, REACH):
            if node is None or node.tag in _OUTER:
                return
            for name in self._own(node):
                yield name, distance
            node = node.getparent()

    def _own(self, node: HtmlElement) -> Iterator[str]:
        if node.tag in _TAGS:
            yield f"tag:{node.tag}"
        role = node.get("role")
        if role:
            yield f"role:{role[:14]}"
        yield from self._named(node)

    def _named(self, element: HtmlElement) -> tuple[str, ...]:
        words = f"{element.get('class', '')[:200]} {element.get('id', '')[:80]}"
        if words == " ":
            return ()
        if words not in self._known:
            small = words.lower()
            self._known[words] = tuple(name for name, pattern in _PATTERNS if pattern.search(small))
        return self._known[words]

    def reason(self, element: HtmlElement) -> str:
        """Return in plain words why a block in `element` is not part of the text of the page."""
        held = {name for name, _ in self.names(element)}
        return next((reason for name, reason in _REASONS if name in held), "outside the article")
