"""Where a reader is in a document, and how long the rest takes."""

from __future__ import annotations

from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.records import dataclass
from deskbrief.services.references import section_at

#: Words that a reader takes in within a minute; the mean of adults who read English silently to inform
#: themselves, after Brysbaert (2019), "How many words do we read per minute?".
READING_SPEED = 238


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is: the title of the section, the paragraph, of how many, the page, minutes left."""

    section: str
    paragraph: int
    of: int
    page: str
    minutes_left: int


def place_at(document: Document, outline: Outline | None, offset: int) -> Place:
    """Return the place at `offset` of `document`."""
    section = section_at(outline, offset) if outline else None
    share = 1 - offset / max(len(document.text), 1)
    return Place(
        section=section.title if section else "",
        paragraph=document.paragraph_at(offset),
        of=document.paragraphs,
        page=document.block_at(offset).page if document.blocks else "",
        minutes_left=round(share * document.words / READING_SPEED),
    )
