"""The words of a PDF file: references, dictionaries, arrays and strings as they stand in it."""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

#: Text that stands in a string as it is; all links together have a hundred thousand of such strings.
_PLAIN = re.compile(r"[A-Za-z0-9 .,:;-]{1,200}")


class Words(PDFObject):
    """A value of one of reportlab's objects, in the words of the file."""

    def __init__(self, words: str) -> None:
        self._words = words.encode("latin-1")

    def format(self, document: Any) -> bytes:
        """Return the words."""
        del document
        return self._words


def reference(number: int) -> str:
    """Return what refers to the object with this number."""
    return f"{number} 0 R"


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
