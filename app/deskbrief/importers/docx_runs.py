"""The runs of a Word paragraph as pieces of text: formatting, fields, links, notes, pictures, revisions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.docx_styles import NOTHING, Look, Styles, run_look
from deskbrief.importers.links import link_target
from deskbrief.importers.xml_tree import Element, attribute, local

#: The deepest nesting of elements inside a paragraph.
DEEPEST = 60

_HYPERLINK = re.compile(r'\s{0,9}HYPERLINK\s{1,9}(\\l\s{1,9})?"([^"]{1,2000})"')
_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": "\t"}
_LEFT_OUT = {"del": "deleted text", "moveFrom": "deleted text"}
_THROUGH = frozenset(
    {
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "customXml",
        "oMath",
        "oMathPara",
    }
)
_MATHS = frozenset({"oMath", "oMathPara"})
_MADE_UP = "Description automatically generated"
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0E0": "→", "F0FC": "✓", "F0A8": "☐", "F0FE": "☒"}


@dataclass(slots=True)
class Finds:
    """What was met inside paragraphs and does not become text of theirs."""

    notes: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Runs:
    """Reads the runs of paragraphs; an open field goes on from one paragraph to the next.

    `links` are the targets of relationships by their id.
    """

    def __init__(self, styles: Styles, links: Mapping[str, str], finds: Finds) -> None:
        self._styles = styles
        self._links = links
        self._finds = finds
        self._fields: list[tuple[str, bool]] = []

    def pieces(self, paragraph: Element, base: Look) -> list[Piece]:
        """Return the text of `paragraph`, whose style says `base`."""
        pieces: list[Piece] = []
        self._inside(paragraph, base, (), pieces, 0)
        return pieces

    def _inside(
        self, parent: Element, base: Look, marks: tuple[Mark, ...], pieces: list[Piece], depth: int
    ) -> None:
        for child in parent if depth < DEEPEST else ():
            name = local(child)
            if name == "r":
                self._run(child, base, marks, pieces)
            elif name == "hyperlink":
                self._inside(child, base, (*marks, *self._link(child)), pieces, depth + 1)
            elif name in _LEFT_OUT:
                self._finds.deleted.append("".join(map(str, child.itertext())))
            elif name in _MATHS:
                pieces.append(Piece("".join(map(str, child.itertext())), marks=marks))
            elif name in _THROUGH:
                self._inside(child, base, marks, pieces, depth + 1)
            elif name == "bookmarkStart":
                pieces.append(Piece("", places=(Place(attribute(child, "name")),)))

    def _link(self, element: Element) -> tuple[Mark, ...]:
        anchor = attribute(element, "anchor")
        target = link_target(self._links.get(attribute(element, "id"), ""), "")
        target = target or (f"#{anchor}" if anchor else "")
        return (Mark(InlineKind.LINK, target),) if target else ()

    def _run(self, run: Element, base: Look, marks: tuple[Mark, ...], pieces: list[Piece]) -> None:
        look = self._look(run, base)
        marks = (*marks, *_marks(look, base), *self._field_link())
        for child in run:
            name = local(child)
            if name == "fldChar":
                self._step_field(attribute(child, "fldCharType"))
            elif name == "instrText":
                self._instruct(child.text or "")
            elif self._instructed():
                continue
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self._picture(child)
            elif look.hidden:
                self._finds.hidden += [text] if (text := _text_of(child, name)) else []
            elif name in ("footnoteReference", "endnoteReference"):
                pieces.append(self._reference(f"{name.removesuffix('Reference')} {attribute(child, 'id')}"))
            else:
                text = _text_of(child, name)
                if text:
                    pieces.append(Piece(text, marks=marks))

    def _look(self, run: Element, base: Look) -> Look:
        properties = next((child for child in run if local(child) == "rPr"), None)
        if properties is None:
            return base
        style = next((attribute(child, "val") for child in properties if local(child) == "rStyle"), "")
        named = self._styles.look(style) if style else NOTHING
        return run_look(properties).over(named).over(base)

    def _step_field(self, step: str) -> None:
        if step == "begin" and len(self._fields) < DEEPEST:
            self._fields.append(("", True))
        elif step == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], False)
        elif step == "end" and self._fields:
            self._fields.pop()

    def _instruct(self, text: str) -> None:
        if self._fields and self._fields[-1][1]:
            self._fields[-1] = ((self._fields[-1][0] + text)[:2500], True)

    def _instructed(self) -> bool:
        """Tell whether what comes now is the instruction of a field rather than its result."""
        return any(open_ for _, open_ in self._fields)

    def _field_link(self) -> tuple[Mark, ...]:
        for instruction, _ in reversed(self._fields):
            found = _HYPERLINK.match(instruction)
            if found:
                target = f"#{found[2]}" if found[1] else link_target(found[2], "")
                return (Mark(InlineKind.LINK, target),) if target else ()
        return ()

    def _reference(self, note: str) -> Piece:
        if note not in self._finds.notes:
            self._finds.notes.append(note)
        number = str(self._finds.notes.index(note) + 1)
        marks = (Mark(InlineKind.SUPERSCRIPT), Mark(InlineKind.LINK, f"#{note}"))
        return Piece(number, marks=marks)

    def _picture(self, element: Element) -> None:
        """Note a picture by its description, and the text boxes in a drawing; of two forms, the first."""
        chosen = element
        if local(element) == "AlternateContent":
            chosen = next((child for child in element if local(child) == "Choice"), element)
        boxes = list(chosen.iter("{*}txbxContent"))
        self._finds.boxes += boxes
        if not boxes and not any(local(child) == "OLEObject" for child in chosen.iter()):
            described = (attribute(child, "descr") for child in chosen.iter("{*}docPr", "{*}shape"))
            text = " ".join(next((found for found in described if found), "").split())
            self._finds.pictures.append(text.removesuffix(_MADE_UP).strip()[:400])


def _marks(look: Look, base: Look) -> tuple[Mark, ...]:
    """Return the marks of a run; what the style of a whole heading says is not a mark."""
    heads = bool(base.level) or base.kind is not None
    marks = []
    if look.bold and not (heads and base.bold):
        marks.append(Mark(InlineKind.STRONG))
    if look.italic and not (heads and base.italic):
        marks.append(Mark(InlineKind.EMPHASIS))
    if look.raised in ("superscript", "subscript"):
        marks.append(Mark(InlineKind(look.raised)))
    return tuple(marks)


def _text_of(element: Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "sym":
        code = attribute(element, "char").upper()
        return _SYMBOLS.get(
            code, "" if code.startswith("F0") else chr(int(code, 16)) if _is_hex(code) else ""
        )
    return _SIGNS.get(name, "")


def _is_hex(code: str) -> bool:
    return len(code) == 4 and all(figure in "0123456789ABCDEF" for figure in code)
