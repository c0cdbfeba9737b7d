"""Writing the structure tree into a PDF document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from deskbrief.brief.objects import Objects
from deskbrief.brief.structure import Annotated, Marked, Node
from deskbrief.brief.written import array, dictionary, reference, string


class TreeWriter:
    """Writes a tree of nodes: elements, parent tree, link annotations and the marks in the catalogue.

    `document` is reportlab's, which has no types. `page_nodes` holds, page by page, the element that owns
    each marked-content number.
    """

    def __init__(self, document: Any, objects: Objects, page_nodes: list[list[Node]]) -> None:
        self._document = document
        self._objects = objects
        self._page_nodes = page_nodes
        self._pages = [self._number_of(page) for page in document.Pages.pages]
        self._links: list[Node] = []

    def write(self, root: Node) -> None:
        """Put the tree under `root` into the document's catalogue."""
        tree, parents = self._objects.allot(), self._objects.allot()
        self._write_element(root, tree)
        count = len(self._page_nodes) + len(self._links)
        self._objects.put(parents, dictionary(Nums=f"[{self._numbers()}]"))
        words = dictionary(
            Type="/StructTreeRoot",
            K=f"[{reference(root.number)}]",
            ParentTree=reference(parents),
            ParentTreeNextKey=count,
        )
        self._objects.put(tree, words)
        self._document.Catalog.StructTreeRoot = reference(tree).encode()
        self._document.Catalog.MarkInfo = b"<< /Marked true >>"

    def named_places(self, places: Mapping[str, tuple[int, float, float]]) -> bytes:
        """Return the catalogue's names; a place is a page, counted from 0, and a left and top in points."""
        pairs = []
        for name, (page, left, top) in sorted(places.items()):
            words = string(name, self._document)
            pairs.append(f"{words} [{self._pages[page]} /XYZ {left:.2f} {top:.2f} null]")
        names = self._objects.allot()
        self._objects.put(names, dictionary(Dests=f"<< /Names [{' '.join(pairs)}] >>"))
        return reference(names).encode()

    def _write_element(self, node: Node, parent: int) -> None:
        """Write an element and all below it, which it then lets go."""
        node.number = self._objects.allot()
        home = next((kid.page for kid in node.kids if isinstance(kid, Marked)), None)
        held = [kid for kid in node.kids if not isinstance(kid, Node) or kid.stands]
        kids = " ".join([self._kid(kid, node, home) for kid in held])
        words = f"<< /Type /StructElem /S /{node.tag} /P {parent} 0 R /K [{kids}]{self._attributes(node)}"
        page = f" /Pg {self._pages[home]}" if home is not None else ""
        self._objects.put(node.number, f"{words}{page} >>".encode("latin-1"))
        node.kids.clear()

    def _kid(self, kid: Node | Marked | Annotated, node: Node, home: int | None) -> str:
        """Return a kid's entry; content on the element's own page needs only its number."""
        if isinstance(kid, Node):
            self._write_element(kid, node.number)
            return reference(kid.number)
        if isinstance(kid, Annotated):
            own = len(self._page_nodes) + len(self._links)
            self._links.append(node)
            self._objects.put(kid.number, f"<< {kid.entries} /StructParent {own} >>".encode("latin-1"))
            return f"<< /Type /OBJR /Obj {kid.number} 0 R /Pg {self._pages[kid.page]} >>"
        if kid.page == home:
            return str(kid.number)
        return f"<< /Type /MCR /Pg {self._pages[kid.page]} /MCID {kid.number} >>"

    def _numbers(self) -> str:
        """Return the parent tree's pairs: each page's elements by marked-content number, then each link's."""
        pairs = []
        for page, nodes in enumerate(self._page_nodes):
            owners = " ".join([f"{node.number} 0 R" for node in nodes])
            pairs.append(f"{page} [{owners}]")
        for at, node in enumerate(self._links, start=len(self._page_nodes)):
            pairs.append(f"{at} {node.number} 0 R")
        return "\n".join(pairs)

    def _number_of(self, thing: PDFObject) -> str:
        """Return the reference to one of reportlab's own objects."""
        name = self._document.Reference(thing).name
        return reference(self._document.idToObjectNumberAndVersion[name][0])

    def _attributes(self, node: Node) -> str:
        words = ""
        if node.alternative:
            words += f" /Alt {string(node.alternative, self._document)}"
        if node.identifier:
            words += f" /ID {string(node.identifier, self._document)}"
        if node.tag == "TH":
            words += f" /A << /O /Table /Scope /{node.scope} >>"
        if node.span > 1:
            words += f" /A << /O /Table /ColSpan {node.span} >>"
        if node.box:
            words += f" /A << /O /Layout /BBox {array(node.box)} >>"
        return words
