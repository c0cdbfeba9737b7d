"""Looking things up in the library in a thread of its own, so that no window waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from deskbrief.document.errors import DeskbriefError, LibraryError
from deskbrief.document.outline import RULES, Outline
from deskbrief.document.records import dataclass
from deskbrief.library import decisions, documents, labels, outlines, reading
from deskbrief.library.catalogue import Card, cards
from deskbrief.library.expression import asked
from deskbrief.library.labels import Label
from deskbrief.library.search import Index
from deskbrief.services.curation import Curated, curate
from deskbrief.services.everywhere import Passage, passages_in
from deskbrief.services.timeline import Source, Timeline, make_timeline
from deskbrief.services.titles import tells, title_of

#: Code points of a text that its first words are taken from.
BEGINNING = 200

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents of the library and all labels."""

    cards: tuple[Card, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for `query`: the best passages, and every document that holds it.

    `waiting` counts the documents that are not in the index yet. `trouble` says what went wrong.
    """

    query: str
    passages: tuple[Passage, ...] = ()
    documents: frozenset[str] = frozenset()
    waiting: int = 0
    trouble: str = ""


class Librarian:
    """Answers questions about the library in `folder`; of several searches only the last one is answered.

    `post` brings answers to the thread that asks. The thread is started by the first question.
    """

    def __init__(self, folder: Path, post: Post) -> None:
        self._folder = folder
        self._post = post
        self._work: SimpleQueue[Callable[[Index], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._wanted = ""
        self._failed: Callable[[str], None] = lambda _: None

    def list(self, make: Callable[[Listing], T], told: Callable[[Listing, T], None]) -> None:
        """Tell all documents and labels, and what `make` makes of them in the librarian's thread."""

        def look(index: Index) -> None:
            found = tuple(_named(index, card) for card in cards(index.library))
            listing = Listing(found, labels.every(index.library))
            made = make(listing)
            self._post(lambda: told(listing, made))

        self._ask(look)

    def search(self, query: str, told: Callable[[Answer], None], most: int = 60) -> None:
        """Tell where `query` is found: in what the index holds at once, and again when it is complete."""
        self._wanted = query

        def look(index: Index) -> None:
            for step, (done, total) in enumerate(index.update()):
                if self._wanted != query:
                    return
                if step % 20 == 0 and total > done:
                    tell(index, total - done)
            tell(index, 0)

        def tell(index: Index, waiting: int) -> None:
            if self._wanted == query:
                answer = self._answer(index, query, most, waiting)
                self._post(lambda: told(answer))

        self._ask(look, lambda trouble: told(Answer(query, trouble=trouble)))

    def timeline(self, chosen: Sequence[Card], told: Callable[[Timeline], None]) -> None:
        """Tell the chronology of the documents `chosen`, in their order, from the outlines that are kept."""

        def look(index: Index) -> None:
            made = make_timeline([_source(index, card) for card in chosen])
            self._post(lambda: told(made))

        self._ask(look)

    def end(self, seconds: float = 3.0) -> None:
        """End the thread."""
        self._wanted = ""
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(seconds)
            self._thread = None

    def _answer(self, index: Index, query: str, most: int, waiting: int) -> Answer:
        wanted = asked(query)
        if wanted.is_empty:
            return Answer(query)
        return Answer(query, passages_in(index, wanted, most), index.matching(wanted), waiting)

    def _ask(self, look: Callable[[Index], None], failed: Callable[[str], None] | None = None) -> None:
        def act(index: Index) -> None:
            try:
                look(index)
            except DeskbriefError as error:
                trouble = str(error)
                if failed is not None:
                    self._post(lambda: failed(trouble))

        self._failed = failed or self._failed
        self._work.put(act)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="librarian", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            with Index(self._folder) as index:
                while (work := self._work.get()) is not None:
                    work(index)
        except LibraryError as error:
            self._refuse(str(error))

    def _refuse(self, trouble: str) -> None:
        """Answer what was asked with the reason why the index cannot be opened."""
        failed = self._failed
        self._thread = None
        while True:
            try:
                self._work.get_nowait()
            except Empty:
                break
        self._post(lambda: failed(trouble))


def _named(index: Index, card: Card) -> Card:
    """Return `card` with the title that its document has in the window."""
    file_name = card.path.rpartition("/")[2]
    if card.title or tells(file_name):
        return card
    opening = documents.stretch(index.library, card.sha256, 0, BEGINNING).partition("\n")[0]
    return replace(card, title=title_of("", file_name, opening))


def _source(index: Index, card: Card) -> Source:
    """Return a document with the events that are kept of it and the reader's decisions about them."""
    db = index.library
    document = documents.find(db, card.sha256)
    outline = _outline(index, card.sha256)
    if document is None or outline is None:
        return Source(sha256=card.sha256, title=card.title, path=card.path, has_outline=False)
    own, _ = decisions.of_document(db, card.sha256)
    curated: Curated = curate(document, outline, own)
    return Source(sha256=card.sha256, title=card.title, path=card.path, curated=curated)


def _outline(index: Index, sha256: str) -> Outline | None:
    published = reading.published(index.library, sha256)
    return outlines.find(index.library, sha256, RULES, published)
