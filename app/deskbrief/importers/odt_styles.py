"""The styles of an OpenDocument text: bold, italic, hidden, size, and what paragraphs they are for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.clean import Mark
from deskbrief.importers.xml_tree import Element, attribute, first, named

#: How far the chain of parent styles is followed.
LONGEST_CHAIN = 20

_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)pt")
_KINDS = {
    "title": BlockKind.TITLE,
    "quotations": BlockKind.QUOTE,
    "quote": BlockKind.QUOTE,
    "preformatted text": BlockKind.CODE,
    "source code": BlockKind.CODE,
    "caption": BlockKind.CAPTION,
    "illustration": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "author": BlockKind.BYLINE,
}
_HEADING = re.compile(r"heading (\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Face:
    """What a style says of letters, and of the paragraph it is for; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    raised: str = ""
    kind: BlockKind | None = None
    level: int = 0
    subtitle: bool = False

    def over(self, base: Face) -> Face:
        """Return this face where it says something, and `base` elsewhere."""
        return Face(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.hidden if self.hidden is None else self.hidden,
            self.size or base.size,
            self.raised or base.raised,
            self.kind or base.kind,
            self.level or base.level,
            self.subtitle or base.subtitle,
        )


PLAIN = Face()


class Styles:
    """The styles of one text by family and name; each is worked out once."""

    def __init__(self, *roots: Element | None) -> None:
        self._own: dict[str, tuple[Face, str]] = {}
        self._known: dict[str, Face] = {}
        for root in roots:
            for style in named(root, "style"):
                parent = attribute(style, "parent-style-name")
                self._own[_key(attribute(style, "family"), attribute(style, "name"))] = (
                    _face(style),
                    _key(attribute(style, "family"), parent) if parent else "",
                )

    def face(self, family: str, name: str) -> Face:
        """Return the face of the style `name` of `family`, and of all that it is based on."""
        key = _key(family, name)
        if key not in self._known:
            found, chain = PLAIN, key
            for _ in range(LONGEST_CHAIN):
                if chain not in self._own:
                    break
                own, chain = self._own[chain]
                found = found.over(own)
            # Some programs name the usual styles and leave their definition to the reader.
            self._known[key] = found if key in self._own else _named(name)
        return self._known[key]


def _key(family: str, name: str) -> str:
    return f"{family} {name}"


def _plain(name: str) -> str:
    return name.replace("_20_", " ").lower()


def _named(name: str) -> Face:
    """Return what a style means by nothing but its name."""
    return Face(kind=_KINDS.get(_plain(name)), subtitle=_plain(name) == "subtitle")


def _face(style: Element) -> Face:
    name = _plain(attribute(style, "display-name") or attribute(style, "name"))
    properties = first(style, "text-properties")
    heading = _HEADING.match(name)
    level = attribute(style, "default-outline-level")
    said = _text_face(properties) if properties is not None else PLAIN
    return Face(
        said.bold,
        said.italic,
        said.hidden,
        said.size,
        said.raised,
        _KINDS.get(name),
        int(heading[1]) if heading else int(level) if level.isdecimal() and len(level) < 3 else 0,
        name == "subtitle",
    )


def _text_face(properties: Element) -> Face:
    weight, slope = attribute(properties, "font-weight"), attribute(properties, "font-style")
    size = _SIZE.fullmatch(attribute(properties, "font-size"))
    position = attribute(properties, "text-position")
    return Face(
        bold=weight in ("bold", "600", "700", "800", "900") if weight else None,
        italic=slope in ("italic", "oblique") if slope else None,
        hidden=attribute(properties, "display") == "none" or None,
        size=float(size[1]) if size else None,
        raised=_raised(position),
    )


def _raised(position: str) -> str:
    if position.startswith(("super", "33%", "58%")):
        return "superscript"
    return "subscript" if position.startswith(("sub", "-")) else ""


def marks_of(face: Face, base: Face) -> tuple[Mark, ...]:
    """Return the marks of letters with `face` in a paragraph whose style says `base`."""
    heads = bool(base.level) or base.kind is not None
    marks = []
    if face.bold and not (heads and base.bold):
        marks.append(Mark(InlineKind.STRONG))
    if face.italic and not (heads and base.italic):
        marks.append(Mark(InlineKind.EMPHASIS))
    if face.raised:
        marks.append(Mark(InlineKind(face.raised)))
    return tuple(marks)
