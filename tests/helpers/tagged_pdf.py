"""PDFs with a structure tree, written by hand: each piece of text says to which element it belongs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Element:
    """An element of the tree; `held` are other elements, and texts as page, number and nothing else."""

    role: str
    held: list[Element | tuple[int, int]] = field(default_factory=list)
    more: str = ""


class TaggedPaper:
    """A tagged PDF in the making; heights count from the top of a page of 600 points."""

    def __init__(self, *, tagged: bool = True) -> None:
        self.root = Element("Document")
        self._tagged = tagged
        self._pages: list[list[str]] = [[]]
        self._counts = [0]

    def turn(self) -> None:
        """Begin the next page."""
        self._pages.append([])
        self._counts.append(0)

    def element(self, role: str, inside: Element | None = None, more: str = "") -> Element:
        """Return a new last element inside `inside`, or of the document; `more` are its other entries."""
        made = Element(role, more=more)
        (inside or self.root).held.append(made)
        return made

    def text(
        self, owner: Element | None, words: str, top: float, left: float = 60, size: int = 10, font: str = "F"
    ) -> None:
        """Paint `words`, which belong to `owner`, or to nothing."""
        shown = f"BT /{font} {size} Tf {left} {600 - top} Td ({words}) Tj ET"
        self._paint(owner, shown)

    def drawing(self, owner: Element, left: float, top: float, wide: float, high: float) -> None:
        """Paint a rectangle that belongs to `owner`."""
        self._paint(owner, f"{left} {600 - top - high} {wide} {high} re S")

    def _paint(self, owner: Element | None, content: str) -> None:
        if owner is None:
            self._pages[-1].append(f"/Artifact BMC {content} EMC")
            return
        number = self._counts[-1]
        self._counts[-1] += 1
        owner.held.append((len(self._pages) - 1, number))
        self._pages[-1].append(f"/{owner.role} <</MCID {number}>> BDC {content} EMC")

    def data(self) -> bytes:
        """Return the file."""
        self._objects: dict[int, str] = {}
        count = len(self._pages)
        first = 10 + 2 * count
        self._owners: list[dict[int, int]] = [{} for _ in self._pages]
        self._next = first + 1
        self._objects[first] = (
            f"<</Type/StructTreeRoot/K {self._write(self.root, first)} 0 R/ParentTree 5 0 R>>"
        )
        rows = (
            f"{page} [{' '.join(f'{owners[n]} 0 R' for n in sorted(owners))}]"
            for page, owners in enumerate(self._owners)
        )
        marks = f"/MarkInfo<</Marked true>>/StructTreeRoot {first} 0 R" if self._tagged else ""
        self._objects[1] = f"<</Type/Catalog/Pages 2 0 R{marks}>>"
        kids = " ".join(f"{10 + 2 * page} 0 R" for page in range(count))
        self._objects[2] = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
        self._objects[3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        self._objects[4] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"
        self._objects[5] = f"<</Nums[{' '.join(rows)}]>>"
        for page, parts in enumerate(self._pages):
            self._objects[10 + 2 * page] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 600]/StructParents {page}"
                f"/Contents {11 + 2 * page} 0 R/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>"
            )
            content = "\n".join(parts)
            self._objects[11 + 2 * page] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
        return _file(self._objects)

    def _write(self, element: Element, parent: int) -> int:
        number = self._next
        self._next += 1
        kids = [self._kid(held, number) for held in element.held]
        self._objects[number] = (
            f"<</Type/StructElem/S/{element.role}/P {parent} 0 R/K[{' '.join(kids)}]{element.more}>>"
        )
        return number

    def _kid(self, held: Element | tuple[int, int], owner: int) -> str:
        if isinstance(held, Element):
            return f"{self._write(held, owner)} 0 R"
        page, number = held
        self._owners[page][number] = owner
        return f"<</Type/MCR/Pg {10 + 2 * page} 0 R/MCID {number}>>"


def _file(objects: dict[int, str]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, held in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n{held}\nendobj\n".encode("latin-1")
    size, start = max(objects) + 1, len(out)
    rows = "".join(f"{places.get(n, 0):010d} 00000 {'n' if n in places else 'f'} \n" for n in range(size))
    tail = f"xref\n0 {size}\n{rows}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    return bytes(out + tail.encode())
