"""Writing the structure tree into a PDF document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from deskbrief.brief.structure import Annotated, Marked, Node


class TreeWriter:
    """Writes a tree of nodes: elements, parent tree and the marks in the catalogue.

    `document` is reportlab's, which has no types; `page_nodes` holds, page by page, the element that owns
    each marked-content number.
    """

    def __init__(self, document: Any, page_nodes: list[list[Node]]) -> None:
        self._document = document
        self._pages = [document.Reference(page) for page in document.Pages.pages]
        self._page_nodes = page_nodes
        self._written: dict[Node, PDFObject] = {}
        self._links: list[Node] = []

    def write(self, root: Node) -> None:
        """Put the tree under `root` into the document's catalogue."""
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        tree["K"] = PDFArray([self._element(root, self._document.Reference(tree))])
        tree["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(self._numbers())}))
        tree["ParentTreeNextKey"] = len(self._page_nodes) + len(self._links)
        self._document.Catalog.StructTreeRoot = tree
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, node: Node, parent: PDFObject) -> PDFObject:
        entries = {"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent}
        element = PDFDictionary({**entries, **_attributes(node)})
        reference: PDFObject = self._document.Reference(element)
        self._written[node] = reference
        home = next((kid.page for kid in node.kids if isinstance(kid, Marked)), None)
        if home is not None:
            element["Pg"] = self._pages[home]
        held = [kid for kid in node.kids if not isinstance(kid, Node) or kid.drawn]
        element["K"] = PDFArray([self._kid(kid, node, reference, home) for kid in held])
        return reference

    def _kid(
        self, kid: Node | Marked | Annotated, node: Node, reference: PDFObject, home: int | None
    ) -> PDFObject | int:
        """Return a kid's entry; content on the element's own page needs only its number."""
        if isinstance(kid, Node):
            return self._element(kid, reference)
        page = self._pages[kid.page]
        if isinstance(kid, Marked) and kid.page == home:
            return kid.number
        if isinstance(kid, Marked):
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})
        kid.annotation["StructParent"] = len(self._page_nodes) + len(self._links)
        self._links.append(node)
        annotation = self._document.Reference(kid.annotation)
        return PDFDictionary({"Type": PDFName("OBJR"), "Obj": annotation, "Pg": page})

    def _numbers(self) -> list[object]:
        """Return the parent tree's pairs: each page's elements by marked-content number, then each link's."""
        pairs: list[object] = []
        for page, nodes in enumerate(self._page_nodes):
            owners = PDFArray([self._written[node] for node in nodes])
            pairs += [page, self._document.Reference(owners)]
        for at, node in enumerate(self._links):
            pairs += [len(self._page_nodes) + at, self._written[node]]
        return pairs


def _attributes(node: Node) -> dict[str, object]:
    attributes: dict[str, object] = {}
    if node.alternative:
        attributes["Alt"] = PDFString(node.alternative)
    if node.identifier:
        attributes["ID"] = PDFString(node.identifier)
    if node.tag == "TH":
        attributes["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
    if node.box:
        attributes["A"] = PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray(node.box)})
    return attributes
