"""The blocks of a page, read off its tree in one pass from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.html_addresses import Addresses, is_back_link, is_note, page_label
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_inline import is_hidden, is_speck, is_unread, mark_of, text_lines
from deskbrief.importers.html_office import item_depth, item_marker, list_depth
from deskbrief.importers.html_pictures import Shown, drawn_by, initial_of, pictures_in, shown_by
from deskbrief.importers.html_tables import caption_of, is_data_table, table_rows
from deskbrief.importers.numbering import in_form

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p
    section summary table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_EMPTY = frozenset({"br", "img", "wbr"})
_INLINE = re.compile(r"display\s{0,4}:\s{0,4}inline\s{0,4}(?:;|$)", re.IGNORECASE)
#: The end of a sentence, and not that of an abbreviation or of a name with a stop in it.
_SENTENCE_ENDS = re.compile(r"[a-z]{2}[.!?][\"”’)]?$")
_BOX = re.compile(r"display\s{0,4}:\s{0,4}(?:-webkit-)?inline-", re.IGNORECASE)
#: How a list says in which figures its items are numbered.
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
#: A page whose address nobody knows.
NOWHERE = Addresses()


def walk(
    root: HtmlElement,
    addresses: Addresses = NOWHERE,
    *,
    hidden: bool = False,
    last: list[Shown] | None = None,
    after: list[Place] | None = None,
) -> Iterator[Draft]:
    """Yield the blocks under `root` in order, those that a browser would hide only with `hidden`.

    `last` is given the pictures after the last block, and `after` the names of the place there.
    """
    walker = _Walker(addresses, hidden=hidden)
    skipped: HtmlElement | None = None
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            if walker.takes_whole(element):
                events.skip_subtree()
                skipped = element
            else:
                walker.start(element)
            continue
        if element is not skipped:
            walker.end(element)
        if element is not root:
            walker.text(element.tail)
        yield from walker.done()
    walker.flush()
    yield from walker.done()
    if last is not None:
        last += walker.pictures
    if after is not None:
        after += walker.places


class _Walker:
    """The state of one pass: the elements that are open, and the pieces of the block at hand."""

    def __init__(self, addresses: Addresses, *, hidden: bool) -> None:
        self._addresses = addresses
        self.places: list[Place] = []
        self._notes = 0
        self._hidden = hidden
        self.pictures: list[Shown] = []
        self._done: list[Draft] = []
        self._pieces: list[Piece] = []
        self._marks: list[Mark | None] = []
        self._open: list[HtmlElement] = []
        self._counters: list[int | None] = []
        self._forms: list[str] = []
        self._markers: list[str] = []
        self._broken = False
        self._typed = ""
        self._quotations: list[HtmlElement] = []

    def done(self) -> list[Draft]:
        """Return the drafts that were finished since the last call."""
        done, self._done = self._done, []
        return done

    def takes_whole(self, element: HtmlElement) -> bool:
        """Tell whether `element` was dealt with as a whole: not to be read, a table, or code."""
        page = page_label(element)
        if page:
            self.places += [*self._addresses.places(element), Place(page, page=True)]
            return True
        if element.tag == "svg":
            self.pictures += drawn_by(element)
        marker = item_marker(element)
        if marker or self._is_passed_over(element):
            self._typed = marker or self._typed
            return True
        self.places += self._addresses.places(element)
        if element.tag == "pre":
            self.flush()
            lines = text_lines(element)
            text = " ".join(" ".join(lines).split())
            pieces = [Piece(line) for line in lines]
            self._add(Draft(BlockKind.CODE, pieces, whole=element, text=text))
            labels = filter(None, map(page_label, element.iterdescendants()))
            self.places += [Place(label, page=True) for label in labels]
            return True
        if element.tag != "table" or not is_data_table(element):
            return False
        self.flush()
        caption = caption_of(element)
        if caption:
            self._add(Draft(BlockKind.CAPTION, [Piece(caption)], whole=element, text=caption))
        rows = table_rows(element, self._addresses)
        text = " ".join(piece.text for row in rows for cell in row for piece in cell.pieces)
        self._add(Draft(BlockKind.TABLE, whole=element, rows=rows, text=" ".join(text.split())))
        self.pictures += pictures_in(element)
        return True

    def _is_passed_over(self, element: HtmlElement) -> bool:
        """Tell whether nothing of `element` is read."""
        if is_unread(element) or is_back_link(element) or _is_sign(element):
            return True
        return not self._hidden and is_hidden(element)

    def _add(self, draft: Draft) -> None:
        # Brackets alone are what is left of the number of a note that leads back to its mark, save in code.
        if draft.text.strip(" " if draft.kind is BlockKind.CODE else "[] "):
            draft.pictures, self.pictures = tuple(self.pictures), []
            draft.places, self.places = (*draft.places, *self.places), []
            draft.quotation = self._quotations[0] if self._quotations else None
            self._done.append(draft)

    def start(self, element: HtmlElement) -> None:
        """Enter `element`."""
        tag = element.tag
        if tag == "br":
            self._line_break()
        elif tag == "img":
            letter = initial_of(element) if self._addresses.file else ""
            if letter:
                self.text(letter)
            elif not is_speck(element):
                self.pictures.append(shown_by(element))
        elif is_block(element):
            self.flush()
            self._open.append(element)
            self._notes += is_note(element)
            if tag == "blockquote":
                self._quotations.append(element)
            self._enter_list(element)
        elif tag not in _EMPTY:
            self._marks.append(mark_of(element, self._addresses))
        self.text(element.text)

    def end(self, element: HtmlElement) -> None:
        """Leave `element`."""
        tag = element.tag
        if tag in _EMPTY:
            return
        if not is_block(element):
            self._marks.pop()
            return
        self.flush()
        self._open.pop()
        self._notes -= is_note(element)
        if tag == "blockquote":
            self._quotations.pop()
        if tag in _LISTS:
            self._counters.pop()
            self._forms.pop()
        elif tag == "li":
            self._markers.pop()

    def _enter_list(self, element: HtmlElement) -> None:
        if element.tag in _LISTS:
            self._counters.append(_number(element, "start", 1) if element.tag == "ol" else None)
            self._forms.append(_FORMS.get(element.get("type", ""), "decimal"))
        elif element.tag == "li":
            number_now = self._counters[-1] if self._counters else None
            if number_now is None:
                self._markers.append("•")
                return
            number_now = _number(element, "value", number_now)
            self._markers.append(f"{in_form(number_now, self._forms[-1])}.")
            self._counters[-1] = number_now + 1

    def text(self, text: str | None) -> None:
        """Add text to the block at hand."""
        if not text:
            return
        places: tuple[Place, ...] = ()
        if not text.isspace():
            self._broken = False
            places, self.places = tuple(self.places), []
        self._pieces.append(Piece(text, marks=tuple(mark for mark in self._marks if mark), places=places))

    def _line_break(self) -> None:
        """Take one line break as a space, and a second one as the end of the block, but not of a heading."""
        if self._broken and not any(element.tag in HEADINGS for element in self._open):
            self.flush()
        self._broken = True
        self._pieces.append(Piece("\n"))

    def flush(self) -> None:
        """Finish the block at hand."""
        if not self._pieces:
            return
        pieces, self._pieces = list(_parted(self._pieces)), []
        self._broken = False
        typed, self._typed = self._typed, ""
        text = " ".join("".join(piece.text for piece in pieces).split())
        # A page that begins after the last word of a block begins with the next one.
        pages = [place for place in self.places if place.page]
        self.places = [place for place in self.places if not place.page]
        draft = Draft(BlockKind.PARAGRAPH, pieces, whole=self._open[-1], text=text)
        draft.linked = sum(len(piece.text.strip()) for piece in pieces if is_link(piece))
        if text:
            self._set_kind(draft)
        if typed and draft.kind is BlockKind.PARAGRAPH:
            draft.kind, draft.marker = BlockKind.LIST_ITEM, typed
            draft.depth = item_depth(draft.whole)
        self._add(draft)
        self.places += pages

    def _set_kind(self, draft: Draft) -> None:
        if self._notes:
            self._set_item(draft)
            draft.kind, draft.depth = BlockKind.FOOTNOTE, 0
            return
        for element in reversed(self._open):
            tag = element.tag
            if tag in HEADINGS:
                draft.kind, draft.level = BlockKind.HEADING, HEADINGS[tag]
                return
            if tag in ("figcaption", "caption"):
                draft.kind = BlockKind.CAPTION
                return
            if tag == "blockquote":
                draft.kind = BlockKind.QUOTE
                return
            if tag == "li":
                self._set_item(draft)
                return
            if tag in ("td", "th", "body"):
                return

    def _set_item(self, draft: Draft) -> None:
        """Make the first block of a list item an item; the others stay paragraphs."""
        if self._markers and self._markers[-1]:
            draft.kind, draft.marker = BlockKind.LIST_ITEM, self._markers[-1]
            draft.depth = max(len(self._counters) - 1, 0) + self._nested()
            self._markers[-1] = ""

    def _nested(self) -> int:
        """Return how deep the innermost list is nested by its class alone."""
        listing = next((element for element in reversed(self._open) if element.tag in _LISTS), None)
        return list_depth(listing) if listing is not None and len(self._counters) == 1 else 0


def _parted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield `pieces` with a space between a sentence and the next one where an element begins with that.

    The style of the page sets such elements apart, as those of a quotation and its source, and not a space.
    """
    before = ""
    for piece in pieces:
        if piece.text[:1].isupper() and _SENTENCE_ENDS.search(before[-6:]) and piece.text[1:2].islower():
            yield Piece(" ")
        before = piece.text
        yield piece


def is_block(element: HtmlElement) -> bool:
    """Tell whether `element` sets its text apart from the text around it."""
    if element.tag not in BLOCKS:
        return False
    return element.tag != "div" or not _INLINE.search(element.get("style", "")[:400])


def _is_sign(element: HtmlElement) -> bool:
    """Tell whether `element` is an empty box within a line, such as one that scripts draw a sign in."""
    if element.tag != "div" or not _BOX.search(element.get("style", "")[:400]):
        return False
    return not any(text.strip() for text in element.itertext()) and next(element.iter("img"), None) is None


def is_link(piece: Piece) -> bool:
    """Tell whether `piece` is part of a link that leads away from the page."""
    return any(mark.kind == "link" and not mark.target.startswith("#") for mark in piece.marks)


def _number(element: HtmlElement, name: str, otherwise: int) -> int:
    """Return the number that an attribute holds, if it is a plausible one."""
    text = element.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else otherwise
