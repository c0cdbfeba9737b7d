"""The runs of a Word paragraph as pieces of text: formatting, fields, links, notes, pictures, revisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deskbrief.document.model import InlineKind
from deskbrief.importers.archive import Archive
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.docx_formulas import formula_text
from deskbrief.importers.docx_styles import NOTHING, Look, Styles, run_look, toggle
from deskbrief.importers.gallery import HEAD, Load
from deskbrief.importers.links import link_target
from deskbrief.importers.office_pictures import EMU, LONGEST_ALT, Held
from deskbrief.importers.office_symbols import is_symbolic, sign_of
from deskbrief.importers.xml_tree import Element, attribute, child_of, holds, local, named, text_in, value_of

#: The deepest nesting of elements inside a paragraph.
DEEPEST = 60

_HYPERLINK = re.compile(r'\s{0,9}HYPERLINK\s{1,9}(\\l\s{1,9})?"([^"]{1,2000})"')
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
#: What a tracked change has taken out, or one that contradicts another one.
DELETED = frozenset({"del", "conflictDel"})
#: Forms of a text for other programs, and its properties.
_ASIDE = frozenset({"Fallback", "pPr"})
_MATHS = frozenset({"oMath", "oMathPara"})
_MADE_UP = "Description automatically generated"
_CONTENTS = re.compile(r"\s{0,9}TOC\b", re.IGNORECASE)
_CODED = re.compile("[\uf020-\uf0ff]")


@dataclass(slots=True)
class Finds:
    """What was met inside paragraphs and does not become text of theirs."""

    notes: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    pictures: list[Held] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    subtitle: str = ""
    moved: bool = False


class Runs:
    """Reads the runs of paragraphs; an open field goes on from one paragraph to the next.

    `links` are the targets of relationships by their id, which differ from part to part of a file. In a
    file that is not `closed`, fields may begin that never end, so that no list of contents is taken from one.
    """

    def __init__(
        self,
        styles: Styles,
        links: Mapping[str, str],
        finds: Finds,
        archive: Archive,
        *,
        closed: bool = True,
    ) -> None:
        self._archive = archive
        self._closed = closed
        self._styles = styles
        self.links = links
        self._finds = finds
        self._fields: list[tuple[str, bool]] = []

    def pieces(self, paragraph: Element, base: Look) -> list[Piece]:
        """Return the text of `paragraph`, whose style says `base`."""
        pieces: list[Piece] = []
        self._inside(paragraph, base, (), pieces, 0)
        # A field without a result ends with its paragraph, lest a damaged one swallows all that follows.
        self._fields = [(instruction, False) for instruction, _ in self._fields]
        return pieces

    def _inside(
        self, parent: Element, base: Look, marks: tuple[Mark, ...], pieces: list[Piece], depth: int
    ) -> None:
        if depth >= DEEPEST:
            pieces.append(Piece("".join(text.text or "" for text in named(parent, "t")), marks=marks))
            return
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child, base, marks, pieces)
            elif name in ("hyperlink", "fldSimple"):
                self._inside(child, base, (*marks, *self._link(child)), pieces, depth + 1)
            elif name in _MATHS:
                pieces.append(Piece(formula_text(child), marks=marks))
            elif name == "bookmarkStart":
                pieces.append(Piece("", places=(Place(attribute(child, "name")),)))
            elif name not in _ASIDE and not self._put_aside(child, name) and holds(child, "r", *_MATHS):
                self._inside(child, base, marks, pieces, depth + 1)

    def _put_aside(self, child: Element, name: str) -> bool:
        """Note what is no text of its paragraph; return whether `child` is such."""
        if name in DELETED:
            self._finds.deleted.append("".join(map(str, child.itertext())))
        elif name == "moveFrom":
            # It stands in the place where it was moved to.
            self._finds.moved = True
        elif name == "rt":
            self._finds.readings.append(text_in(child))
        elif name == "sdt" and asks(child):
            self._finds.prompts.append(text_in(child))
        else:
            return False
        return True

    def _link(self, element: Element) -> tuple[Mark, ...]:
        if local(element) == "fldSimple":
            return _link_by(attribute(element, "instr")) or ()
        anchor = attribute(element, "anchor")
        target = link_target(self.links.get(attribute(element, "id"), ""), "")
        target = target or (f"#{anchor}" if anchor else "")
        return (Mark(InlineKind.LINK, target),) if target else ()

    def _run(self, run: Element, base: Look, marks: tuple[Mark, ...], pieces: list[Piece]) -> None:
        look = self._look(run, base)
        marks = (*marks, *_marks(look, base), *self._field_link())
        for child in run:
            name = local(child)
            if attribute(child, "customMarkFollows") in ("1", "true", "on") and not look.hidden:
                # The sign that follows leads to the note.
                marks = (*marks, *self._reference(_note_of(child)).marks)
                continue
            if name == "fldChar":
                self._step_field(attribute(child, "fldCharType"))
            elif name == "instrText":
                self._instruct(child.text or "")
            elif name == "ruby" and not self._instructed():
                self._inside(child, base, marks, pieces, 0)
            elif not self._instructed():
                self._part(child, marks, pieces, look)

    def _part(self, child: Element, marks: tuple[Mark, ...], pieces: list[Piece], look: Look) -> None:
        """Take in what stands in a run."""
        name = local(child)
        text = _text_of(child, name)
        if _CODED.search(text):
            text = _CODED.sub(lambda found: sign_of(ord(found[0]) - 0xF000, look.font), text)
        if name in ("drawing", "pict", "object") or (name == "AlternateContent" and not text):
            self._picture(child)
        elif look.hidden:
            self._finds.hidden += [text] if text else []
        elif text and self._listing():
            self._finds.contents.append(text)
        elif name in ("footnoteReference", "endnoteReference"):
            pieces.append(self._reference(_note_of(child)))
        elif text:
            pieces.append(Piece(text, marks=marks))

    def _look(self, run: Element, base: Look) -> Look:
        properties = child_of(run, "rPr")
        if properties is None:
            return base
        style = value_of(properties, "rStyle")
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

    def _listing(self) -> bool:
        """Tell whether what comes now is part of a list of contents that a field makes."""
        return self._closed and any(_CONTENTS.match(instruction) for instruction, _ in self._fields)

    def _field_link(self) -> tuple[Mark, ...]:
        for instruction, _ in reversed(self._fields):
            link = _link_by(instruction)
            if link is not None:
                return link
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
        # What stands in a box is found again when the box is read.
        outer = _box_around(chosen)
        boxes = [box for box in chosen.iter("{*}txbxContent") if _box_around(box) is outer]
        self._finds.boxes += boxes
        objects = [attribute(child, "ProgID") or "unknown" for child in named(chosen, "OLEObject")]
        self._finds.objects += objects
        ids = (attribute(child, "id") for child in named(chosen, "chart"))
        charts = [self.links[name] for name in ids if name in self.links]
        self._finds.charts += charts
        if not boxes and not objects:
            self._finds.pictures += (held for held in self._held(chosen) if held.alt or not charts)

    def _held(self, drawing: Element) -> Iterator[Held]:
        """Yield the pictures in a drawing, or one without bytes where it holds no picture but a shape."""
        described = (attribute(child, "descr") for child in drawing.iter("{*}docPr", "{*}shape"))
        text = " ".join(next((found for found in described if found), "").split())
        alt = text.removesuffix(_MADE_UP).strip()[:LONGEST_ALT]
        inside = [child for child in drawing.iter("{*}blip", "{*}imagedata") if child is not drawing]
        ids = (attribute(child, "embed") or attribute(child, "id") for child in inside)
        names = [self.links[name] for name in ids if name in self.links]
        if not names:
            yield Held(alt)
        for name in dict.fromkeys(names):
            yield Held(alt, name, *self._load(name), _size(drawing) if len(names) == 1 else (0.0, 0.0))

    def _load(self, name: str) -> tuple[Load, Load]:
        return lambda: self._archive.picture(name), lambda: self._archive.head(name, HEAD)


def asks(control: Element) -> bool:
    """Tell whether a content control is empty and shows what to type into it."""
    return toggle(child_of(control, "sdtPr"), "showingPlcHdr") is True


def _size(drawing: Element) -> tuple[float, float]:
    """Return the width and height of a drawing in 1/96 inch, 0 where nobody says."""
    extent = next(drawing.iter("{*}extent"), None)
    sides = [attribute(extent, side) for side in ("cx", "cy")] if extent is not None else []
    if len(sides) == 2 and all(side.isdecimal() and len(side) < 10 for side in sides):
        return int(sides[0]) / EMU, int(sides[1]) / EMU
    return 0.0, 0.0


def _note_of(reference: Element) -> str:
    """Return the name of the note that a reference leads to."""
    return f"{local(reference).removesuffix('Reference')} {attribute(reference, 'id')}"


def _box_around(element: Element) -> Element | None:
    return next(element.iterancestors("{*}txbxContent"), None)


def _link_by(instruction: str) -> tuple[Mark, ...] | None:
    """Return the mark of a link by the instruction of a field; None where it makes no link."""
    found = _HYPERLINK.match(instruction)
    if not found:
        return None
    target = f"#{found[2]}" if found[1] else link_target(found[2], "")
    return (Mark(InlineKind.LINK, target),) if target else ()


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
    if name == "AlternateContent":
        # Signs that only new programs know come with a form for the others, which stands last.
        last = next(element.iterchildren(reversed=True), None)
        return "".join(text.text or "" for text in named(last, "t")) if not _drawn(element) else ""
    if name == "sym":
        return _symbol(attribute(element, "char"), attribute(element, "font"))
    return _SIGNS.get(name, "")


def _drawn(element: Element) -> bool:
    return next(element.iter("{*}drawing", "{*}pict", "{*}object"), None) is not None


def _symbol(code: str, font: str) -> str:
    """Return the sign that `font` shows for `code`, in hexadecimal; empty where it is not known."""
    if not (len(code) == 4 and all(figure in "0123456789ABCDEFabcdef" for figure in code)):
        return ""
    number = int(code, 16)
    if 0xF000 <= number <= 0xF0FF or (number <= 0xFF and is_symbolic(font)):
        return sign_of(number & 0xFF, font)
    return chr(number)
