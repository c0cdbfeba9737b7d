"""Writing the structure tree into a PDF document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

from deskbrief.brief.structure import Annotated, Marked, Node


class Written(PDFObject):
    """An indirect object that is already in the words of the file: a tree has thousands of small ones.

    `document` is reportlab's, which has no types. `number` is the object's number in the file.
    """

    def __init__(self, document: Any) -> None:
        self.words = b""
        name = document.Reference(self).name
        self.number: int = document.idToObjectNumberAndVersion[name][0]

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file."""
        del document
        return self.words

    def __str__(self) -> str:
        return f"{self.number} 0 R"


class TreeWriter:
    """Writes a tree of nodes: elements, parent tree and the marks in the catalogue.

    `page_nodes` holds, page by page, the element that owns each marked-content number.
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
        tree.words = _dictionary(
            Type="/StructTreeRoot", K=f"[{top}]", ParentTree=parents, ParentTreeNextKey=count
        )
        parents.words = _dictionary(Nums=f"[{self._numbers()}]")
        marks.words = _dictionary(Marked="true")
        self._document.Catalog.StructTreeRoot = tree
        self._document.Catalog.MarkInfo = marks

    def _element(self, node: Node, parent: Written) -> Written:
        element = self._written[node] = Written(self._document)
        home = next((kid.page for kid in node.kids if isinstance(kid, Marked)), None)
        held = [kid for kid in node.kids if not isinstance(kid, Node) or kid.stands]
        kids = " ".join(self._kid(kid, node, home) for kid in held)
        entries = {"S": f"/{node.tag}", "P": parent, "K": f"[{kids}]", **self._attributes(node)}
        if home is not None:
            entries["Pg"] = self._pages[home]
        element.words = _dictionary(Type="/StructElem", **entries)
        return element

    def _kid(self, kid: Node | Marked | Annotated, node: Node, home: int | None) -> str:
        """Return a kid's entry; content on the element's own page needs only its number."""
        if isinstance(kid, Node):
            return str(self._element(kid, self._written[node]))
        if isinstance(kid, Annotated):
            kid.annotation["StructParent"] = len(self._page_nodes) + len(self._links)
            self._links.append(node)
            return f"<< /Type /OBJR /Obj {self._number_of(kid.annotation)} /Pg {self._pages[kid.page]} >>"
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
            attributes["Alt"] = self._string(node.alternative)
        if node.identifier:
            attributes["ID"] = self._string(node.identifier)
        if node.tag == "TH":
            attributes["A"] = "<< /O /Table /Scope /Column >>"
        if node.box:
            sides = " ".join(f"{side:.2f}" for side in node.box)
            attributes["A"] = f"<< /O /Layout /BBox [{sides}] >>"
        return attributes

    def _string(self, text: str) -> str:
        written: bytes = PDFString(text).format(self._document)
        return written.decode("latin-1")


def _dictionary(**entries: object) -> bytes:
    inside = " ".join(f"/{key} {value}" for key, value in entries.items())
    return f"<< {inside} >>".encode("latin-1")
