"""Writing the structure tree into a PDF document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from deskbrief.brief.structure import Annotated, Marked, Node
from deskbrief.brief.written import Written, array, dictionary, string


class TreeWriter:
    """Writes a tree of nodes: elements, parent tree, link annotations and the marks in the catalogue.

    `document` is reportlab's, which has no types. `page_nodes` holds, page by page, the element that owns
    each marked-content number.
    """

    def __init__(self, document: Any, page_nodes: list[list[Node]]) -> None:
        self._document = document
        self._page_nodes = page_nodes
        self._pages = [self._number_of(page) for page in document.Pages.pages]
        self._written: dict[Node, Written] = {}
        self._links: list[Node] = []

    def write(self, root: Node) -> None:
        """Put the tree under `root` into the document's catalogue."""
        tree, parents, marks = (Written(self._document) for _ in range(3))
        top = self._element(root, tree)
        count = len(self._page_nodes) + len(self._links)
        tree.words = dictionary(
            Type="/StructTreeRoot", K=f"[{top}]", ParentTree=parents, ParentTreeNextKey=count
        )
        parents.words = dictionary(Nums=f"[{self._numbers()}]")
        marks.words = dictionary(Marked="true")
        self._document.Catalog.StructTreeRoot = tree
        self._document.Catalog.MarkInfo = marks

    def named_places(self, places: Mapping[str, tuple[int, float, float]]) -> Written:
        """Return the catalogue's names; a place is a page, counted from 0, and a left and top in points."""
        pairs = []
        for name, (page, left, top) in sorted(places.items()):
            words = string(name, self._document)
            pairs.append(f"{words} [{self._pages[page]} /XYZ {left:.2f} {top:.2f} null]")
        names = Written(self._document)
        names.words = dictionary(Dests=f"<< /Names [{' '.join(pairs)}] >>")
        return names

    def _element(self, node: Node, parent: Written) -> Written:
        element = self._written[node] = Written(self._document)
        home = next((kid.page for kid in node.kids if isinstance(kid, Marked)), None)
        held = [kid for kid in node.kids if not isinstance(kid, Node) or kid.stands]
        kids = " ".join(self._kid(kid, node, home) for kid in held)
        entries = {"S": f"/{node.tag}", "P": parent, "K": f"[{kids}]", **self._attributes(node)}
        if home is not None:
            entries["Pg"] = self._pages[home]
        element.words = dictionary(Type="/StructElem", **entries)
        return element

    def _kid(self, kid: Node | Marked | Annotated, node: Node, home: int | None) -> str:
        """Return a kid's entry; content on the element's own page needs only its number."""
        if isinstance(kid, Node):
            return str(self._element(kid, self._written[node]))
        if isinstance(kid, Annotated):
            own = len(self._page_nodes) + len(self._links)
            self._links.append(node)
            kid.annotation.words = dictionary(**kid.entries, StructParent=own)
            return f"<< /Type /OBJR /Obj {kid.annotation} /Pg {self._pages[kid.page]} >>"
        if kid.page == home:
            return str(kid.number)
        return f"<< /Type /MCR /Pg {self._pages[kid.page]} /MCID {kid.number} >>"

    def _numbers(self) -> str:
        """Return the parent tree's pairs: each page's elements by marked-content number, then each link's."""
        pairs = []
        for page, nodes in enumerate(self._page_nodes):
            owners = " ".join(str(self._written[node]) for node in nodes)
            pairs.append(f"{page} [{owners}]")
        for at, node in enumerate(self._links, start=len(self._page_nodes)):
            pairs.append(f"{at} {self._written[node]}")
        return "\n".join(pairs)

    def _number_of(self, thing: PDFObject) -> str:
        """Return the reference to one of reportlab's own objects."""
        name = self._document.Reference(thing).name
        return f"{self._document.idToObjectNumberAndVersion[name][0]} 0 R"

    def _attributes(self, node: Node) -> dict[str, object]:
        attributes: dict[str, object] = {}
        if node.alternative:
            attributes["Alt"] = string(node.alternative, self._document)
        if node.identifier:
            attributes["ID"] = string(node.identifier, self._document)
        if node.tag == "TH":
            attributes["A"] = "<< /O /Table /Scope /Column >>"
        if node.span > 1:
            attributes["A"] = f"<< /O /Table /ColSpan {node.span} >>"
        if node.box:
            attributes["A"] = f"<< /O /Layout /BBox {array(node.box)} >>"
        return attributes
