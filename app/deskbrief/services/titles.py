"""What a document is called."""

from __future__ import annotations

import re

from deskbrief.document.model import Document
from deskbrief.services.curation import shortened

#: Characters of the first words that stand in for a title: they fit one line at the head of a brief.
LONGEST_NAME = 54


def document_title(document: Document, file_name: str) -> str:
    """Return the document's own title; else its file's name if it tells anything; else its first words."""
    name = " ".join(file_name.rsplit(".", 1)[0].replace("_", " ").split())
    words = [word for word in re.split(r"[\s\-.]", name) if word.isalpha() and len(word) > 2]
    if document.metadata.title or words:
        return document.metadata.title or name
    opening = next((document.quote(block.span) for block in document.blocks if block.paragraph), "")
    return f"“{shortened(opening, LONGEST_NAME)}”" if opening else name or "Untitled"
