"""What a document is called."""

from __future__ import annotations

import re

from deskbrief.document.model import Document
from deskbrief.services.curation import shortened

#: Characters of the first words that stand in for a title: they fit one line at the head of a brief.
LONGEST_NAME = 54


def document_title(document: Document, file_name: str) -> str:
    """Return the document's own title; else its file's name if it tells anything; else its first words."""
    opening = next((document.quote(block.span) for block in document.blocks if block.paragraph), "")
    return title_of(document.metadata.title, file_name, opening)


def title_of(title: str, file_name: str, opening: str) -> str:
    """Return `title`; else the name of the file if it tells anything; else words of the text's `opening`."""
    name = _name(file_name)
    if title or tells(file_name):
        return title or name
    return f"“{shortened(opening, LONGEST_NAME)}”" if opening else name or "Untitled"


def tells(file_name: str) -> bool:
    """Tell whether the name of a file says anything of what is in it: a word, and not numbers alone."""
    return any(word.isalpha() and len(word) > 2 for word in re.split(r"[\s\-.]", _name(file_name)))


def sentence_case(text: str) -> str:
    """Return `text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _name(file_name: str) -> str:
    return " ".join(file_name.rsplit(".", 1)[0].replace("_", " ").split())
