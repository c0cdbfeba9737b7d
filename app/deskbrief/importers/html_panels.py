"""Parts of a page that open on a click, such as tabs and answers to questions: they are text as well."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_hidden import says_something, text_of
from deskbrief.importers.html_inline import is_hidden, is_spoken
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_walk import walk

#: The most panels of a page that are opened.
MOST = 500

_MAY_OPEN = ("aria-controls", "tabpanel", "until-found", "data-bs-toggle", "data-toggle")
_TOGGLES = frozenset({"tab", "pill", "collapse"})
#: Regions whose panels are no part of an article, and roles of what opens above a page.
_ELSEWHERE = frozenset(
    {"navigation", "consent", "comments", "advert", "sign-up", "sharing", "related", "footer", "tag:nav"}
    | {f"role:{role}" for role in ("navigation", "dialog", "alertdialog", "menu", "menubar", "listbox")}
    | {f"role:{role}" for role in ("search", "tooltip", "combobox", "contentinfo")}
    | {"tag:footer"}
)


def open_panels(root: HtmlElement, written: str) -> None:
    """Show the hidden parts under `root` that something on the page opens, but no menus, dialogs or the like.

    What says only what the page shows anyway stays closed. The words of a button that opens a part head it.
    `written` is the page as it stands in its file, in small letters.
    """
    if not any(word in written for word in _MAY_OPEN):
        return
    # Of several that open one part, the first is beside it and the others close it.
    triggers = dict(reversed(list(_triggers(root))))
    closed = [panel for panel in _panels(root, triggers) if is_hidden(panel) and not is_spoken(panel)][:MOST]
    if not closed:
        return
    regions = Regions()
    shown = key_of(" ".join(draft.text for draft in walk(root)))
    for panel in closed:
        text = text_of(panel)
        held = {name for name, _ in regions.names(panel)}
        if says_something(text) and not held & _ELSEWHERE and key_of(text) not in shown:
            _open(panel, triggers.get(panel.get("id", "")))


def _triggers(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield what opens a part of the page, with the id of that part."""
    for element in root.iter():
        attributes = element.attrib if isinstance(element.tag, str) else {}
        if not attributes or attributes.get("aria-haspopup", "false") != "false":
            continue
        names = attributes.get("aria-controls", "")[:200].split()
        toggle = attributes.get("data-bs-toggle") or attributes.get("data-toggle") or ""
        if toggle in _TOGGLES:
            target = (
                attributes.get("data-bs-target") or attributes.get("data-target") or attributes.get("href")
            )
            names.append((target or "").removeprefix("#"))
        yield from ((name, element) for name in names if name)


def _panels(root: HtmlElement, triggers: dict[str, HtmlElement]) -> Iterator[HtmlElement]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.attrib:
            found = element.get("hidden") == "until-found" or element.get("role") == "tabpanel"
            if found or element.get("id") in triggers:
                yield element


def _open(panel: HtmlElement, trigger: HtmlElement | None) -> None:
    for name in ("hidden", "aria-hidden", "style"):
        panel.attrib.pop(name, None)
    parent = panel.getparent()
    if trigger is None or trigger.tag != "button" or parent is None or trigger.getparent() is None:
        return
    label = text_of(trigger)
    around = {*trigger.iterancestors(), *panel.iterancestors()}
    if label and not around & {trigger, panel} and not _heads(trigger):
        parent.insert(parent.index(panel), builder.P(builder.B(label)))
        trigger.drop_tree()


def _heads(button: HtmlElement) -> bool:
    """Tell whether a button stands in a heading, whose words it is."""
    return next(button.iterancestors("h1", "h2", "h3", "h4", "h5", "h6", "summary", "th"), None) is not None
