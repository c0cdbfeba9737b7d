"""Files of other formats that a Word document shows as part of its text (ECMA-376, altChunk)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Coverage, Document, LeftOut
from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.decoding import decode
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.embedded import drafts_of
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.html_addresses import Addresses
from deskbrief.importers.html_draft import with_figures
from deskbrief.importers.html_frames import MOST_FRAMES, Frames, fill_frames
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_pictures import Carried, Shown, finder_for
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_unread import Unread
from deskbrief.importers.html_walk import walk
from deskbrief.importers.message import parse_message
from deskbrief.importers.registry import reader_for
from deskbrief.importers.sniffing import Kind, sniff
from deskbrief.importers.source import Source
from deskbrief.importers.web_archive import page_of
from deskbrief.importers.xml_tree import attribute, named, parse_xml

#: The most embedded files, those of Word among them, their bytes with what they say, and how many are named.
MOST_CHUNKS, MOST_DOCUMENTS, LARGEST_TOTAL, MOST_NAMED = 100, 10, 4 * 2**20, 5

_READ = (Kind.TEXT, Kind.MARKDOWN, Kind.RTF)
#: Reads a Word document inside another one.
ReadInner = Callable[[Source], Document]


class Chunks:
    """Reads the embedded files of one document, those of Word with `read_inner` where there is one."""

    def __init__(self, archive: Archive, gallery: Gallery, read_inner: ReadInner | None = None) -> None:
        self._archive = archive
        self._gallery = gallery
        self._read_inner = read_inner
        self._count = self._documents = self._spent = 0
        self._lost: list[str] = []
        self._coverages: list[Coverage] = []
        self._frames: list[Frames] = []
        self._unread = Unread()

    def drafts(self, part: str) -> Iterator[BlockDraft]:
        """Yield the blocks of the embedded file `part`; one that cannot be read is noted by its name."""
        self._count += 1
        try:
            yield from self._read(part)
        except SourceError:
            self._lost.append(part.rpartition("/")[2] or "a file that is missing")

    def _read(self, part: str) -> Iterator[BlockDraft]:
        if not part or self._count > MOST_CHUNKS:
            raise SourceError(f"{part} is missing, or one too many.")
        data = self._archive.read(part)
        self._spent += len(data)
        source = Source(
            part.rpartition("/")[2], self._media_type(part), data, gallery=self._gallery.within(part)
        )
        kind = sniff(source) if data and self._spent <= LARGEST_TOTAL else Kind.BINARY
        if kind is Kind.HTML:
            yield from self._page(decode(data, declared=True).text, part, {})
        elif kind is Kind.MHTML:
            text, parts = page_of(parse_message(data))
            yield from self._page(text, part, parts)
        elif kind in _READ:
            yield from self._document(reader_for(source)(source), part)
        elif kind is Kind.DOCX and self._read_inner is not None and self._documents < MOST_DOCUMENTS:
            self._documents += 1
            yield from self._document(self._read_inner(source), part)
        elif data:
            raise SourceError(f"{part} cannot be read here.")

    def _media_type(self, part: str) -> str:
        """Return the media type of a part, as the file's own list of them says."""
        suffix = part.rpartition(".")[2].lower()
        root = parse_xml(self._archive.optional("[Content_Types].xml")).root
        for said in named(root, "Override", "Default"):
            whole = attribute(said, "PartName").lstrip("/").casefold()
            if whole == part.casefold() or (suffix and attribute(said, "Extension").lower() == suffix):
                return attribute(said, "ContentType").lower()
        return ""

    def _page(self, text: str, part: str, parts: dict[str, bytes]) -> Iterator[BlockDraft]:
        """Yield all blocks of a page: nobody has put anything beside its text."""
        carried, last = Carried(text), list[Shown]()
        root = parse_page(carried.text)
        left = MOST_FRAMES - sum(len(frames.written) for frames in self._frames)
        frames = fill_frames(root, carried, parts, most=left)
        self._unread.look(root)
        drafts = list(walk(root, Addresses(file=part), last=last))
        hidden = "\n".join(hidden_parts(root, "\n".join((carried.text, *frames.written)), drafts))
        finder = finder_for(self._gallery.within(part), carried, parts, "")
        yield from with_figures(drafts, finder, last)
        self._frames.append(frames)
        unseen = (LeftOut(HIDDEN, len(hidden), text=hidden),) if hidden else ()
        self._coverages.append(Coverage(0, unseen, tuple(finder.remarks())))

    def _document(self, document: Document, part: str) -> Iterator[BlockDraft]:
        self._coverages.append(document.coverage)
        self._spent += len(document.text)
        return drafts_of(document, part)

    def tell(self, builder: Builder) -> None:
        """Note in `builder` what the embedded files hold beside their text, and those that are not shown."""
        self._unread.tell(builder)
        for frames in self._frames:
            frames.tell(builder)
        for coverage in self._coverages:
            tell = builder.remark if coverage.whole else builder.lose
            tell(*coverage.remarks)
            for left in coverage.left_out:
                builder.leave_out(left.reason, left.text, left.chars)
        if self._lost:
            names = ", ".join(name[:60] for name in self._lost[:MOST_NAMED])
            more = " …" if len(self._lost) > MOST_NAMED else ""
            what = "A file" if len(self._lost) == 1 else f"{len(self._lost)} files"
            verb = "is" if len(self._lost) == 1 else "are"
            builder.lose(f"{what} embedded in the text {verb} not shown: {names}{more}.")
