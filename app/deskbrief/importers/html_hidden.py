"""What a page holds and does not show: closed parts, other tabs, text for browsers without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

from lxml.html import HtmlElement

from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_inline import is_hidden, is_spoken, is_unread

#: The reason under which such text is counted; with it a reader takes the text in.
HIDDEN = "hidden on the page"
#: Words of the shortest part that says something, and the most parts that are looked at one by one.
FEWEST, MOST = 4, 2_000
#: The most elements around one another that hide the same text.
MOST_COVERS = 4
_MAY_HIDE = re.compile(r"hidden|display\s{0,4}:\s{0,4}none|<noscript|<template", re.IGNORECASE)
#: Elements that are not read but may hold words for people.
_WORDED = frozenset({"noscript", "template"})


def hidden_parts(root: HtmlElement, written: str, drafts: Iterable[Draft]) -> Iterator[str]:
    """Yield the text of each part of the page that is not shown, outermost parts whole, in their order.

    `written` is the page as it stands in its file, `drafts` are the blocks that are shown: what stands in
    them as well only comes again, and is left out. After so many parts the rest comes as one, unlooked at.
    """
    if not _MAY_HIDE.search(written):
        return
    known = key_of(" ".join(draft.text for draft in drafts))
    todo = [root]
    found = 0
    further: list[str] = []
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str) or (is_unread(element) and element.tag not in _WORDED):
            continue
        if element.tag in _WORDED or is_hidden(element):
            text = "" if is_spoken(element) else text_of(element)
            if says_something(text) and found >= MOST:
                further.append(text)
            elif says_something(text) and key_of(text) not in known:
                found += 1
                yield text
            continue
        todo.extend(reversed(element))
    if further:
        yield "\n".join(further)


def uncover(root: HtmlElement) -> bool:
    """Show the part of a page that hides most of its text, with what is hidden around and right inside it.

    Return whether there is one.
    """
    found = False
    for _ in range(MOST_COVERS):
        sizes = ((len(text_of(part)), part) for part in _covered(root))
        size, part = max(sizes, key=itemgetter(0), default=(0, root))
        if 2 * size <= len(text_of(root)):
            break
        for name in ("hidden", "aria-hidden", "style"):
            part.attrib.pop(name, None)
        found, root = True, part
    return found


def _covered(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the outermost elements below `root` that are not shown."""
    todo = list(root)
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str) or is_unread(element) or is_spoken(element):
            continue
        if is_hidden(element):
            yield element
        else:
            todo.extend(element)


def says_something(text: str) -> bool:
    """Tell whether a text has words enough; where no spaces part them, letters are counted."""
    return len(text.split()) >= FEWEST or sum(sign > "\u2e7f" for sign in text) >= 2 * FEWEST


def is_under_hidden(element: HtmlElement) -> bool:
    """Tell whether `element` or one around it is not shown."""
    return is_hidden(element) or any(is_hidden(above) for above in element.iterancestors())


def text_of(element: HtmlElement) -> str:
    """Return the text below `element`, scripts and the like left out, on one line."""
    parts: list[str] = []
    todo: list[HtmlElement | str] = [element]
    while todo:
        here = todo.pop()
        if isinstance(here, str):
            parts.append(here)
        elif isinstance(here.tag, str) and (here is element or not is_unread(here)):
            inner: list[HtmlElement | str] = [here.text or ""]
            for child in here:
                inner += [child, child.tail or ""]
            todo.extend(reversed(inner))
    return " ".join(" ".join(parts).split())
