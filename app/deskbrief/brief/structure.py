"""What each piece of a page is, in reading order: the structure tree of a tagged PDF."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Cells stand even when they are empty, so that all rows of a table have the same number of them.
CELLS = frozenset({"TH", "TD"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Content of one page under one marked-content number."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A link annotation on one page: its object's number, its entries but for that in the parent tree."""

    page: int
    number: int
    entries: str


@dataclass(eq=False, slots=True)
class Node:
    """One structure element (ISO 32000-1, 14.7): its type, such as "P", and what it holds in reading order.

    Nodes are made with the story, before anything is drawn; those that end up without content are not
    written. An element inside a line of text, such as a link, takes its place when it is first drawn:
    inside `parent`, or inside the paragraph when that is None. `alternative` says in words what a figure
    shows, `identifier` names a note, and `box` is a figure's rectangle (left, bottom, right, top) in points.
    `span` is the number of columns of a cell, `scope` what a head is the head of, and `number` that of the
    element's object once it is written.
    """

    tag: str
    kids: list[Node | Marked | Annotated] = field(default_factory=list)
    parent: Node | None = None
    settled: bool = False
    alternative: str = ""
    identifier: str = ""
    box: tuple[float, float, float, float] | None = None
    span: int = 1
    scope: str = "Column"
    number: int = 0

    def add(self, tag: str, *, alternative: str = "", identifier: str = "") -> Node:
        """Return a new element that stands last inside this one."""
        child = Node(tag, parent=self, settled=True, alternative=alternative, identifier=identifier)
        self.kids.append(child)
        return child

    def settle(self, paragraph: Node) -> None:
        """Take the place after what was drawn of `paragraph` so far, unless the element has its place."""
        if self.settled or self is paragraph:
            return
        parent = self.parent or paragraph
        parent.settle(paragraph)
        parent.kids.append(self)
        self.settled = True

    @property
    def stands(self) -> bool:
        """Whether the element is written: something was drawn for it or inside it, or it is a cell."""
        return self.tag in CELLS or any(not isinstance(kid, Node) or kid.stands for kid in self.kids)


def document_node() -> Node:
    """Return the root of a new structure tree."""
    return Node("Document", settled=True)
