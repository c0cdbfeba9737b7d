"""The text of OpenDocument paragraphs as pieces: formatting, links, notes, signs, and what hangs in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.links import link_target
from deskbrief.importers.odt_styles import Face, Styles, marks_of
from deskbrief.importers.xml_tree import Element, attribute, first, local, named, text_in

#: The deepest nesting that is followed, and the most spaces in a run.
DEEPEST, MOST_SPACES = 60, 20

_WHITE = re.compile(r"[ \t\r\n]+")
#: Shapes in which text can stand, and all else that is drawn.
SHAPES = frozenset(
    [
        "custom-shape",
        "rect",
        "ellipse",
        "circle",
        "line",
        "polyline",
        "polygon",
        "regular-polygon",
        "path",
        "connector",
        "caption",
        "measure",
    ]
)
DRAWN = SHAPES | {"frame", "g"}
#: What holds no text of its paragraph; the numbers of lists and headings are counted, not copied.
UNREAD = frozenset(
    [
        "tracked-changes",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "script",
        "number",
        "ruby-text",
        "title",
        "desc",
    ]
)


@dataclass(slots=True)
class Finds:
    """What was met and does not become text of the body."""

    notes: list[tuple[str, str, Element]] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: the face of their paragraph, their own, and the marks around them."""

    base: Face
    face: Face
    marks: tuple[Mark, ...] = ()


class Texts:
    """Reads the text of paragraphs; what does not become text of theirs is among the `finds`."""

    def __init__(self, styles: Styles, finds: Finds) -> None:
        self._styles = styles
        self._finds = finds

    def read(self, parent: Element, here: Letters, pieces: list[Piece], depth: int = 0) -> None:
        """Add the text under `parent`, whose letters are `here`, to `pieces`."""
        every = (*here.marks, *marks_of(here.face, here.base))
        self._add(parent.text, here.face, every, pieces)
        for child in parent:
            name = local(child)
            if depth >= DEEPEST:
                self._add(text_in(child), here.face, every, pieces)
            elif name == "span":
                own = self._styles.face("text", attribute(child, "style-name")).over(here.face)
                self.read(child, replace(here, face=own), pieces, depth + 1)
            elif name == "a":
                self.read(child, replace(here, marks=(*here.marks, *_link(child))), pieces, depth + 1)
            elif name == "note":
                pieces.append(self._reference(child))
            elif name in DRAWN:
                self._finds.frames.append(child)
            elif name in ("annotation", "annotation-end"):
                self._finds.comments += [text_in(p) for p in named(child, "p")]
            else:
                self._sign(child, here, pieces, depth)
            self._add(child.tail, here.face, every, pieces)

    def _sign(self, element: Element, here: Letters, pieces: list[Piece], depth: int) -> None:
        name = local(element)
        if name == "s":
            count = attribute(element, "c")
            spaces = int(count) if count.isdecimal() and len(count) < 4 else MOST_SPACES if count else 1
            pieces.append(Piece(" " * min(spaces, MOST_SPACES)))
        elif name in ("tab", "line-break"):
            pieces.append(Piece("\t" if name == "tab" else "\n"))
        elif name in ("bookmark", "bookmark-start", "reference-mark-start"):
            pieces.append(Piece("", places=(Place(attribute(element, "name")),)))
        elif name == "hidden-text" and attribute(element, "is-hidden") == "true":
            self._finds.hidden.append(attribute(element, "string-value") or text_in(element))
        elif name == "ruby-text":
            self._finds.readings.append(text_in(element))
        elif name and name not in UNREAD:
            self.read(element, here, pieces, depth + 1)

    def _add(self, text: str | None, face: Face, marks: tuple[Mark, ...], pieces: list[Piece]) -> None:
        if not text:
            return
        text = _WHITE.sub(" ", text)
        if face.hidden:
            self._finds.hidden.append(text)
        else:
            pieces.append(Piece(text, marks=marks))

    def _reference(self, note: Element) -> Piece:
        name = f"note {len(self._finds.notes) + 1}"
        citation = text_in(first(note, "note-citation")) or str(len(self._finds.notes) + 1)
        self._finds.notes.append((name, citation, note))
        return Piece(citation, marks=(Mark(InlineKind.SUPERSCRIPT), Mark(InlineKind.LINK, f"#{name}")))


def _link(element: Element) -> tuple[Mark, ...]:
    target = attribute(element, "href")
    target = target if target.startswith("#") else link_target(target, "")
    return (Mark(InlineKind.LINK, target),) if target else ()
