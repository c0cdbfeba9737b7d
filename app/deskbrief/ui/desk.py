"""What the window knows of each open document, and the places the reader came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated
from deskbrief.services.messages import Message
from deskbrief.services.naming import NameItems
from deskbrief.services.notetaking import PlacedNote
from deskbrief.services.reading import Opening

#: Places kept for going back.
LONGEST_HISTORY = 100
#: So much of a hash names a document in the settings.
SHORT = 16


class History:
    """The places a reader jumped from and to, as offsets; going back and forward moves through them."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._at = -1

    def jump(self, origin: int, target: int) -> None:
        """Remember a jump from `origin` to `target`; what lay ahead is forgotten."""
        del self._places[max(self._at, 0) :]
        self._places += [origin, target]
        del self._places[:-LONGEST_HISTORY]
        self._at = len(self._places) - 1

    def back(self, here: int) -> int | None:
        """Return the place before, or None; `here` is kept so that forward leads back to it."""
        if self._at <= 0:
            return None
        self._places[self._at] = here
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> int | None:
        """Return the place after, or None."""
        if self._at >= len(self._places) - 1:
            return None
        self._at += 1
        return self._places[self._at]

    def copy(self) -> History:
        """Return a history of its own with the same places."""
        made = History()
        made._places, made._at = self._places.copy(), self._at
        return made

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place after this one."""
        return self._at < len(self._places) - 1


@dataclass(slots=True, eq=False)
class OpenDocument:
    """One document on the desk: `document` is None while it is still on its way.

    `preview` is the beginning of a long one, which is shown until the whole has come.
    `stored` names the text that the library keeps of a file that could not be opened, if it does.
    `title` stands on the tab until then. `histories` are the ways of the reader through the text, one for
    each pane of a split view.
    `found` holds the items of `outline` before any decision, `curated` with them. `identifying` is the work
    on the items of an outline that has just arrived, `loading` that on the notes of a text. An `alias` has no
    path of a file: another text is open under the one that it had. `awaited` is a passage to go to once the
    text is there.
    `telling` is said of it above its text, and of no other document.
    `pages` tells for each pane whether the pages of the file are shown and not the text, None until that is
    decided.
    """

    path: Path
    opening: Opening | None = None
    document: Document | None = None
    preview: Document | None = None
    outline: Outline | None = None
    complete: bool = False
    published: str = ""
    identifying: Iterator[None] | None = None
    loading: Iterator[None] | None = None
    found: Curated = field(default_factory=Curated)
    curated: Curated = field(default_factory=Curated)
    names: NameItems = field(default_factory=NameItems)
    notes: tuple[PlacedNote, ...] = ()
    place: int = 0
    trouble: str = ""
    stored: str = ""
    awaited: Span | None = None
    alias: bool = False
    title: str = ""
    telling: Message | None = None
    pages: list[bool | None] = field(default_factory=lambda: [None, None])
    histories: tuple[History, History] = field(default_factory=lambda: (History(), History()))

    @property
    def history(self) -> History:
        """The way of the reader through the text in the first pane."""
        return self.histories[0]

    @property
    def has_pages(self) -> bool:
        """Whether it was read from a file whose pages can be shown."""
        return self.document is not None and self.document.metadata.format == "pdf"

    @property
    def first_pages(self) -> bool:
        """Whether its pages are shown at first and not its text: most of them are pictures without any."""
        return self.document is not None and 2 * self.document.scans > len(self.document.page_labels)

    def shows_pages(self, number: int, remembered: str) -> bool:
        """Tell whether the pane of this `number` shows pages.

        `remembered` names documents that were last shown otherwise than they are at first.
        """
        if not self.has_pages or self.document is None:
            return False
        if self.pages[0] is None:
            changed = self.document.sha256[:SHORT] in remembered.split()
            self.pages[0] = self.first_pages is not changed
        if self.pages[number] is None:
            self.pages[number] = self.pages[0]
        return bool(self.pages[number])

    @property
    def worth_restoring(self) -> bool:
        """Whether the next start can show it: it was opened, or may be, or the library has its text."""
        return not self.alias and (self.document is not None or not self.trouble or bool(self.stored))

    def is_of(self, sha256: str) -> bool:
        """Tell whether its text is there and has this hash."""
        return self.document is not None and self.document.sha256 == sha256

    @property
    def opens(self) -> bool:
        """Whether its text is on its way."""
        return self.document is None and not self.trouble

    @property
    def sleeping(self) -> bool:
        """Whether it only lies on the desk, and is to be opened when it is wanted."""
        return self.opening is None and self.document is None and not self.trouble


class Desk:
    """The open documents in the order of their tabs, and which one is in front."""

    def __init__(self) -> None:
        self._documents: list[OpenDocument] = []
        self._front = -1

    @property
    def documents(self) -> Sequence[OpenDocument]:
        """All open documents."""
        return tuple(self._documents)

    @property
    def front(self) -> OpenDocument | None:
        """The document that is shown."""
        return self._documents[self._front] if self._front >= 0 else None

    @property
    def index(self) -> int:
        """The position of the document that is shown, -1 when there is none."""
        return self._front

    def find(self, path: Path) -> OpenDocument | None:
        """Return the open document from `path`."""
        return next((item for item in self._documents if item.path == path), None)

    def holding(self, sha256: str) -> list[OpenDocument]:
        """Return the open documents whose text has this hash."""
        return [item for item in self._documents if item.is_of(sha256)]

    def put(self, item: OpenDocument) -> None:
        """Lay a document on the desk, in front of the others."""
        self._documents.append(item)
        self._front = len(self._documents) - 1

    def lay(self, items: Sequence[OpenDocument]) -> None:
        """Lay documents on the desk behind the others, without bringing one to the front."""
        self._documents += items

    def move(self, origin: int, target: int) -> None:
        """Move the document at one position to another; the one in front stays in front."""
        front = self.front
        self._documents.insert(target, self._documents.pop(origin))
        if front is not None:
            self._front = self._documents.index(front)

    def bring(self, item: OpenDocument) -> None:
        """Bring an open document to the front."""
        self._front = self._documents.index(item)

    def take(self, item: OpenDocument) -> None:
        """Take a document off the desk."""
        index = self._documents.index(item)
        del self._documents[index]
        if index < self._front:
            self._front -= 1
        self._front = min(self._front, len(self._documents) - 1)
