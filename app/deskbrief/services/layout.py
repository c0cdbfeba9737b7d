"""How a document of the library is laid out, as far as notes need it: without its blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field, replace
from itertools import islice
from operator import itemgetter
from pathlib import Path

from deskbrief.document.anchors import Anchor
from deskbrief.document.citing import place_words
from deskbrief.document.incoming import Work
from deskbrief.document.model import BlockKind, paragraph_words
from deskbrief.document.placing import Finder, word_for_word
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Json, Part
from deskbrief.library.library import Library


@dataclass(slots=True)
class Layout:
    """What a document says of itself, its text, where its headings are, and its blocks.

    Of each of `blocks` it holds the start, the number of the paragraph (0: none) and how it is cited, of each
    of `pages` where it begins and its label.
    """

    work: Work
    published: str = ""
    format: str = ""
    publisher: str = ""
    text: str = ""
    headings: list[Span] = field(default_factory=list)
    blocks: list[tuple[int, int, str]] = field(default_factory=list)
    pages: list[tuple[int, str]] = field(default_factory=list)
    finder: Finder | None = None

    def section_at(self, offset: int) -> str:
        """Return the heading above `offset`, or an empty string."""
        at = bisect_right(self.headings, offset, key=lambda span: span.start) - 1
        return self.headings[at].of(self.text) if at >= 0 else ""

    def where(self, span: Span) -> str:
        """Return how a reader finds `span`: "¶12", or "p. 3, ¶12" where the format has pages.

        Where no paragraph has a number it is the next one that has, as `Document.place_at` tells it.
        """
        last = self._page(max(span.end - 1, span.start))
        return place_words(self._page(span.start), self.paragraph_at(span)[1], last)

    def paragraph_at(self, span: Span) -> tuple[int, str]:
        """Return the number of the paragraph that `span` begins in, or of the next, and how it is cited."""
        at = max(bisect_right(self.blocks, span.start, key=itemgetter(0)) - 1, 0)
        behind = ((number, place) for _, number, place in islice(self.blocks, at, None) if number)
        before = ((number, place) for _, number, place in reversed(self.blocks) if number)
        return next(behind, None) or next(before, (0, ""))

    def _page(self, offset: int) -> str:
        at = bisect_right(self.pages, offset, key=itemgetter(0)) - 1
        return self.pages[at][1] if at >= 0 else ""

    def find(self, anchor: Anchor) -> Span | None:
        """Return where a passage stands word for word: where it stood, or at its only place."""
        return word_for_word(anchor, self.text)

    def place(self, anchor: Anchor) -> Span | None:
        """Return where a passage stands, also if it was changed; a text is read through for the first one."""
        found = self.find(anchor) if anchor.is_sure else None
        if found is None and self.text:
            self.finder = self.finder or Finder(self.text)
            found = self.finder.place(anchor).span
        return found


def layout_of(library: Library, sha256: str) -> Layout:
    """Return how a document is laid out; an unknown one has no text."""
    name = _file_name(library.paths(sha256))
    made = Layout(Work(sha256=sha256, file_name=name))
    for part in library.document_parts(sha256):
        _take(made, part, name)
    if not made.text and (one := library.awaited_as(sha256)) is not None:
        made.work = replace(made.work, title=one.title, file_name=one.file_name, url=one.url)
    return made


def _file_name(paths: Sequence[str]) -> str:
    """Return what the file of a document is called that was seen at `paths`, the newest of them first.

    A copy that was opened later gives it no other name, but a file that was moved or renamed does.
    """
    there = (path for path in reversed(paths) if _is_there(path))
    return next(there, paths[0] if paths else "").replace("\\", "/").rpartition("/")[2]


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        return False


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
    number = block.get("paragraph", 0)
    made.blocks.append((block["start"], number, paragraph_words(number, block.get("label", ""))))
