"""PDF objects that are written in the words of the file: a tagged document has thousands of small ones."""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

#: Text that stands in a string as it is; all links together have a hundred thousand of such strings.
_PLAIN = re.compile(r"[A-Za-z0-9 .,:;-]{1,200}")


class Written(PDFObject):
    """An indirect object whose `words` stand in the file as they are.

    `document` is reportlab's, which has no types. `number` is the object's number in the file.
    """

    def __init__(self, document: Any) -> None:
        self.words = b""
        self.reference = document.Reference(self)
        self.number: int = document.idToObjectNumberAndVersion[self.reference.name][0]

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file."""
        del document
        return self.words

    def __str__(self) -> str:
        return f"{self.number} 0 R"


def dictionary(**entries: object) -> bytes:
    """Return a dictionary of entries that are words of the file themselves."""
    inside = " ".join(f"/{key} {value}" for key, value in entries.items())
    return f"<< {inside} >>".encode("latin-1")


def array(numbers: tuple[float, ...]) -> str:
    """Return an array of numbers, to a hundredth of a point."""
    return f"[{' '.join(f'{number:.2f}' for number in numbers)}]"


def string(text: str, document: Any) -> str:
    """Return a text string."""
    if _PLAIN.fullmatch(text):
        return f"({text})"
    words: bytes = PDFString(text).format(document)
    return words.decode("latin-1")
