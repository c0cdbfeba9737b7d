"""How a document of the library is laid out, as far as notes need it: without its blocks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field, replace
from itertools import islice
from operator import itemgetter

from deskbrief.document.anchors import Anchor
from deskbrief.document.citing import place_words
from deskbrief.document.incoming import Work
from deskbrief.document.model import BlockKind, paragraph_words
from deskbrief.document.placing import word_for_word
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Json, Part
from deskbrief.library.library import Library


@dataclass(slots=True)
class Layout:
    """What a document says of itself, its text, where its headings are, and its blocks.

    Of each of `blocks` it holds the start and how the paragraph is cited (empty: not), of each of `pages`
    where it begins and its label.
    """

    work: Work
    published: str = ""
    format: str = ""
    publisher: str = ""
    text: str = ""
    headings: list[Span] = field(default_factory=list)
    blocks: list[tuple[int, str]] = field(default_factory=list)
    pages: list[tuple[int, str]] = field(default_factory=list)

    def section_at(self, offset: int) -> str:
        """Return the heading above `offset`, or an empty string."""
        at = bisect_right(self.headings, offset, key=lambda span: span.start) - 1
        return self.headings[at].of(self.text) if at >= 0 else ""

    def where(self, span: Span) -> str:
        """Return how a reader finds `span`: "¶12", or "p. 3, ¶12" where the format has pages.

        Where no paragraph has a number it is the next one that has, as `Document.place_at` tells it.
        """
        at = max(bisect_right(self.blocks, span.start, key=itemgetter(0)) - 1, 0)
        behind = (place for _, place in islice(self.blocks, at, None) if place)
        place = next(behind, "") or next((place for _, place in reversed(self.blocks) if place), "")
        return place_words(self._page(span.start), place, self._page(max(span.end - 1, span.start)))

    def _page(self, offset: int) -> str:
        at = bisect_right(self.pages, offset, key=itemgetter(0)) - 1
        return self.pages[at][1] if at >= 0 else ""

    def find(self, anchor: Anchor) -> Span | None:
        """Return where a passage stands word for word: where it stood, or at its only place."""
        return word_for_word(anchor, self.text)


def layout_of(library: Library, sha256: str) -> Layout:
    """Return how a document is laid out; an unknown one has no text."""
    paths = library.paths(sha256)
    name = paths[0].replace("\\", "/").rpartition("/")[2] if paths else ""
    made = Layout(Work(sha256=sha256, file_name=name))
    for part in library.document_parts(sha256):
        _take(made, part, name)
    if not made.text and (one := library.awaited_as(sha256)) is not None:
        made.work = replace(made.work, title=one.title, file_name=one.file_name, url=one.url)
    return made


def _take(made: Layout, part: Part, name: str) -> None:
    if part.name == "document.head":
        head = part.data["value"].get("metadata", {})
        made.published = (head.get("published") or {}).get("edtf", "")
        made.format, made.publisher = head.get("format", "text"), head.get("publisher", "")
        made.work = Work(
            sha256=made.work.sha256,
            title=head.get("title", ""),
            author=head.get("byline", ""),
            url=head.get("url", ""),
            file_name=name,
        )
    elif part.name == "document.blob":
        made.text = part.blob.decode("utf-8", "surrogatepass")
    elif part.name == "document.list":
        for block in part.data.get("blocks", ()):
            _take_block(made, block)
        made.pages += [(page["offset"], page["label"]) for page in part.data.get("pages", ())]


def _take_block(made: Layout, block: dict[str, Json]) -> None:
    if block["kind"] == BlockKind.HEADING.value:
        made.headings.append(Span(block["start"], block["end"]))
    made.blocks.append((block["start"], paragraph_words(block.get("paragraph", 0), block.get("label", ""))))
