"""What holds inside a group of RTF: the face of letters, the shape of paragraphs, where text goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import Mark
from deskbrief.importers.rtf_codepages import mended
from deskbrief.importers.rtf_fields import Field

#: A text that is raised or lowered by less, in half points, is neither superscript nor subscript.
LEAST_RISE = 3
#: The deepest level of lists.
DEEPEST_LIST = 8

_SUPERSCRIPT = (Mark(InlineKind.SUPERSCRIPT),)
_SUBSCRIPT = (Mark(InlineKind.SUBSCRIPT),)
_STRONG, _EMPHASIS = Mark(InlineKind.STRONG), Mark(InlineKind.EMPHASIS)
_TOGGLES: Mapping[str, str] = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted"}


@dataclass(slots=True)
class Face:
    """How letters look; `size` is in half points."""

    font: int = 0
    size: int = 24
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: tuple[Mark, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of text of this face."""
        strong = (_STRONG,) if self.bold else ()
        return (*strong, _EMPHASIS, *self.raised) if self.italic else (*strong, *self.raised)

    def word(self, word: str, number: int | None) -> bool:
        """Obey a control word about letters; return whether it is one."""
        if word in _TOGGLES:
            setattr(self, _TOGGLES[word], number != 0)
        elif word == "f":
            self.font = number or 0
        elif word == "fs":
            self.size = number if number is not None and 0 < number < 4_000 else self.size
        elif word in ("super", "up"):
            self.raised = _SUPERSCRIPT if _rises(word, number) else ()
        elif word in ("sub", "dn"):
            self.raised = _SUBSCRIPT if _rises(word, number) else ()
        elif word == "nosupersub":
            self.raised = ()
        else:
            return False
        return True


def _rises(word: str, number: int | None) -> bool:
    return number != 0 if word in ("super", "sub") else number is None or number >= LEAST_RISE


@dataclass(slots=True)
class Shape:
    """What holds for a whole paragraph; `listed` is the number of its list and `depth` how deep it is there.

    `left` and `first` are indents: of the paragraph, and of its first line against that.
    """

    style: int = 0
    outline: int | None = None
    listed: int = 0
    depth: int = 0
    left: int = 0
    first: int = 0
    nesting: int = 0

    def word(self, word: str, number: int | None) -> bool:
        """Obey a control word about paragraphs; return whether it is one."""
        if word == "s":
            self.style = number or 0
        elif word == "outlinelevel":
            self.outline = number
        elif word == "ls":
            self.listed = number or 0
        elif word == "ilvl":
            self.depth = min(max(number or 0, 0), DEEPEST_LIST)
        elif word == "li":
            self.left = number or 0
        elif word == "fi":
            self.first = number or 0
        elif word == "intbl":
            self.nesting = max(self.nesting, 1)
        elif word == "itap":
            self.nesting = max(number or 0, 0)
        else:
            return False
        return True


class Destination:
    """Where text goes; one that `skips` takes neither text nor words, not even those of other places."""

    skips = False

    def text(self, text: str, state: State) -> None:
        """Take some text."""

    def word(self, word: str, number: int | None, state: State) -> None:
        """Take a control word; those about letters and paragraphs have been obeyed as well."""

    def close(self) -> None:
        """Note that the group has ended."""


class Skipped(Destination):
    """Takes nothing."""

    skips = True


class Collector(Destination):
    """Takes text as one line, and hands it on when the group ends."""

    _BREAKS = frozenset({"par", "cell", "row", "sect", "nestcell", "nestrow"})

    def __init__(self, done: Callable[[str], None]) -> None:
        self._done = done
        self._parts: list[str] = []

    def text(self, text: str, _state: State) -> None:
        """Take some text, whatever it looks like."""
        self._parts.append(text)

    def word(self, word: str, _number: int | None, _state: State) -> None:
        """Take a word that parts text as a space."""
        if word in self._BREAKS:
            self._parts.append(" ")

    def close(self) -> None:
        """Hand on the text."""
        self._done(mended("".join(self._parts)))


class Other(Destination):
    """Skips the first of two forms of a text, the one in old letters; `chosen` takes the other."""

    skips = True

    def __init__(self, chosen: Destination) -> None:
        self.chosen = chosen


@dataclass(slots=True)
class State:
    """What holds inside a group; `owner` says that its text goes where the group around it does not send it.

    `fallback` is how many signs stand for a character in Unicode, for programs that know none; `within` is
    the field around the text.
    """

    place: Destination
    face: Face = field(default_factory=Face)
    shape: Shape = field(default_factory=Shape)
    fallback: int = 1
    link: str = ""
    within: Field | None = None
    owner: bool = False
    starred: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of text."""
        link = (Mark(InlineKind.LINK, self.link),) if self.link else ()
        return (*self.face.marks, *link)

    def inner(self) -> State:
        """Return the state of a group that opens inside this one."""
        face, shape = Face(*_FACE(self.face)), Shape(*_SHAPE(self.shape))
        return State(self.place, face, shape, self.fallback, self.link, self.within)

    def send(self, place: Destination) -> None:
        """Send the text of the group to `place`."""
        self.place, self.owner = place, True


_FACE = attrgetter(*(one.name for one in fields(Face)))
_SHAPE = attrgetter(*(one.name for one in fields(Shape)))
