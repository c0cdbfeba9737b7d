"""The styles of a Word document: what each means for the structure, through the styles it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from deskbrief.document.model import BlockKind
from deskbrief.importers.xml_tree import Element, attribute, child_of, named, value_of

#: How far the chain of styles that one is based on is followed.
LONGEST_CHAIN = 20

_HEADING = re.compile(r"heading ([1-9])$")
#: Where a word begins in the id of a style, such as "IntenseQuote" and "Heading1".
_PARTS_OF_NAME = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
_KINDS = {
    "title": BlockKind.TITLE,
    "caption": BlockKind.CAPTION,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "quotations": BlockKind.QUOTE,
    "html preformatted": BlockKind.CODE,
    "preformatted text": BlockKind.CODE,
    "source code": BlockKind.CODE,
    "code": BlockKind.CODE,
    "author": BlockKind.BYLINE,
    "byline": BlockKind.BYLINE,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What formatting says: None where it says nothing. `size` is in half points, `level` counts from 1."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    raised: str = ""
    kind: BlockKind | None = None
    level: int = 0
    contents: bool = False
    number: str | None = None
    depth: int | None = None
    font: str = ""
    subtitle: bool = False

    def over(self, base: Look) -> Look:
        """Return this look where it says something, and `base` elsewhere."""
        return Look(
            bold=base.bold if self.bold is None else self.bold,
            italic=base.italic if self.italic is None else self.italic,
            hidden=base.hidden if self.hidden is None else self.hidden,
            size=base.size if self.size is None else self.size,
            raised=self.raised or base.raised,
            kind=self.kind or base.kind,
            level=self.level or base.level,
            contents=self.contents or base.contents,
            number=base.number if self.number is None else self.number,
            depth=base.depth if self.depth is None else self.depth,
            font=self.font or base.font,
            subtitle=self.subtitle or base.subtitle,
        )


NOTHING = Look()


class Styles:
    """The styles of one document by their id; each is worked out once."""

    def __init__(self, root: Element | None) -> None:
        self._own: dict[str, tuple[Look, str]] = {}
        self._known: dict[str, Look] = {}
        self.usual = ""
        self.basis = NOTHING
        for style in named(root, "style"):
            key = attribute(style, "styleId")
            self._own[key] = (_style_look(style), value_of(style, "basedOn"))
            if attribute(style, "default") in ("1", "true") and attribute(style, "type") == "paragraph":
                self.usual = key
        for defaults in named(root, "rPrDefault"):
            self.basis = run_look(child_of(defaults, "rPr"))

    def look(self, key: str) -> Look:
        """Return the look of the style with the id `key`, and of all that it is based on."""
        if key not in self._known:
            found, chain = NOTHING, key
            if key and key not in self._own:
                # What a file names and does not describe is called like the styles that Word itself has.
                found = _called(_PARTS_OF_NAME.sub(" ", key).lower(), NOTHING)
            for _ in range(LONGEST_CHAIN):
                if chain not in self._own:
                    break
                own, chain = self._own[chain]
                found = found.over(own)
            self._known[key] = found.over(self.basis)
        return self._known[key]


def _style_look(style: Element) -> Look:
    look = paragraph_look(child_of(style, "pPr")).over(run_look(child_of(style, "rPr")))
    return _called(value_of(style, "name").lower(), look)


def _called(name: str, look: Look) -> Look:
    """Return `look` with what the name of a style says, in small letters."""
    heading = _HEADING.match(name)
    return replace(
        look,
        kind=_KINDS.get(name),
        level=int(heading[1]) if heading else look.level,
        subtitle=name == "subtitle",
        contents=name.startswith(("toc ", "table of figures", "contents ")),
    )


def paragraph_look(properties: Element | None) -> Look:
    """Return what the properties of a paragraph say of its level and its list."""
    if properties is None:
        return NOTHING
    level = value_of(properties, "outlineLvl")
    numbering = child_of(properties, "numPr")
    number = depth = None
    if numbering is not None:
        number = value_of(numbering, "numId") or None
        written = value_of(numbering, "ilvl")
        depth = min(int(written), 8) if written.isdecimal() and len(written) < 3 else None
    return Look(
        level=int(level) + 1 if level in tuple("012345678") else 0,
        number=number,
        depth=depth,
    )


def run_look(properties: Element | None) -> Look:
    """Return what the properties of a run say of its face."""
    if properties is None:
        return NOTHING
    size = value_of(properties, "sz")
    return Look(
        bold=toggle(properties, "b"),
        italic=toggle(properties, "i"),
        hidden=toggle(properties, "vanish"),
        size=int(size) if size.isdecimal() and len(size) < 5 else None,
        raised=value_of(properties, "vertAlign"),
        font=_font(child_of(properties, "rFonts")),
    )


def _font(fonts: Element | None) -> str:
    if fonts is None:
        return ""
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or attribute(fonts, "cs")


def toggle(properties: Element | None, name: str) -> bool | None:
    """Return whether a property is switched on; None where it is not named."""
    child = child_of(properties, name)
    if child is None:
        return None
    return attribute(child, "val") not in ("0", "false", "off", "none")
