"""Looking things up in the library in a thread of its own, so that no window waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from deskbrief.document.errors import DeskbriefError, LibraryError
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.document.outline import RULES, Outline
from deskbrief.document.records import dataclass
from deskbrief.library import decisions, documents, labels, notes, outlines, reading
from deskbrief.library.catalogue import Card, cards
from deskbrief.library.expression import asked
from deskbrief.library.labels import Label
from deskbrief.library.library import Library
from deskbrief.library.reading import NotedDocument
from deskbrief.library.search import Index
from deskbrief.services.curation import curate
from deskbrief.services.editions import Edition, likely_editions
from deskbrief.services.everywhere import Passage, passages_in
from deskbrief.services.revising import EditionText, Revision, revise
from deskbrief.services.timeline import Timeline, make_timeline, source_of
from deskbrief.services.titles import tells, title_of

if TYPE_CHECKING:
    from deskbrief.services.planning import BriefSource

#: Code points of a text that its first words are taken from.
BEGINNING = 200

#: So many kept documents, those opened last, are looked at for other editions of one.
MOST_COMPARED = 400
#: So many documents that hold what is typed are told before anything is ranked.
AT_ONCE = 200
T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents of the library and all labels."""

    cards: tuple[Card, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Deleted:
    """A note in the trash, when it was deleted (ISO 8601), and the title of its document."""

    note: Note
    at: str
    title: str


@dataclass(frozen=True, slots=True)
class Trash:
    """What was taken out of the list or deleted, the last first: documents and notes."""

    documents: tuple[Card, ...] = ()
    notes: tuple[Deleted, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for `query`: the best passages, and every document that holds it.

    `passages` is None in a first answer, which names some of the documents while all else is looked for.
    `waiting` counts the documents that are not in the index yet. `trouble` says what went wrong.
    """

    query: str
    passages: tuple[Passage, ...] | None = ()
    documents: frozenset[str] = frozenset()
    waiting: int = 0
    trouble: str = ""


class Librarian:
    """Answers questions about the library in `folder`; of several searches only the last one is answered.

    `post` brings answers to the thread that asks. The thread is started by the first question. `roles` are
    the reader's own names of roles, in small letters, as searches may use them.
    """

    def __init__(self, folder: Path, post: Post) -> None:
        self._folder = folder
        self._post = post
        self._work: SimpleQueue[Callable[[Index], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._wanted = ""
        self.roles: Mapping[str, str] = {}
        self._failed: Callable[[str], None] = lambda _: None

    def list(
        self,
        make: Callable[[Listing], T],
        told: Callable[[Listing, T], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Tell all documents and labels, and what `make` makes of them in the librarian's thread."""

        def look(index: Index) -> None:
            found = tuple(_named(index, card) for card in cards(index.library))
            listing = Listing(found, labels.every(index.library))
            made = make(listing)
            self._post(lambda: told(listing, made))

        self._ask(look, failed)

    def trash(self, told: Callable[[Trash], None]) -> None:
        """Tell what is in the trash."""

        def look(index: Index) -> None:
            found = _trash_in(index)
            self._post(lambda: told(found))

        self._ask(look)

    def search(self, query: str, told: Callable[[Answer], None], most: int = 60) -> None:
        """Tell where `query` is found: some documents at once, then all, and again with a whole index."""
        self._wanted = query

        def look(index: Index) -> None:
            if self._wanted == query:
                first = Answer(query, None, frozenset(index.typed(query, AT_ONCE, self.roles)))
                self._post(lambda: told(first))
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

    def timeline(
        self,
        chosen: Sequence[Card],
        make: Callable[[Timeline], T],
        told: Callable[[T], None],
        outlines: Mapping[str, Outline] | None = None,
    ) -> None:
        """Tell what `make` makes of the chronology of the documents `chosen`, in the librarian's thread.

        They are in their order, their events from the outlines that are kept; those in `outlines`, by hash,
        count more.
        """

        def look(index: Index) -> None:
            sources = [source_of(card, _material(index, card, outlines)) for card in chosen]
            made = make(make_timeline(sources))
            self._post(lambda: told(made))

        self._ask(look)

    def write(
        self,
        chosen: Sequence[Card],
        make: Callable[[Sequence[BriefSource]], T],
        told: Callable[[T], None],
        failed: Callable[[DeskbriefError], None],
    ) -> None:
        """Tell what `make` makes of those of `chosen` that have an outline, in the librarian's thread."""

        def look(index: Index) -> None:
            try:
                made = make([one for card in chosen if (one := _material(index, card)) is not None])
            except DeskbriefError as error:
                trouble = error
                self._post(lambda: failed(trouble))
            else:
                self._post(lambda: told(made))

        self._ask(look, lambda trouble: failed(LibraryError(trouble)))

    def document(self, sha256: str, told: Callable[[Document | None, str], None]) -> None:
        """Tell the kept document with this hash, and the date that the reader gave it."""

        def look(index: Index) -> None:
            found = documents.find(index.library, sha256)
            published = reading.published(index.library, sha256)
            self._post(lambda: told(found, published))

        self._ask(look)

    def editions(self, document: Document, told: Callable[[tuple[Edition, ...]], None]) -> None:
        """Tell which kept documents are other editions of `document`, the most alike first."""

        def look(index: Index) -> None:
            low, high = document.words // 3, 3 * document.words
            near = [card for card in cards(index.library) if low <= card.words <= high][:MOST_COMPARED]
            texts = (
                (NotedDocument(card.sha256, card.title, card.words, card.notes), text)
                for card in near
                if (text := documents.text(index.library, card.sha256)) is not None
            )
            found = likely_editions(texts, document)
            self._post(lambda: told(found))

        self._ask(look)

    def revise(
        self,
        sha256: str,
        new: Document,
        told: Callable[[Revision | None], None],
        outlines: Mapping[str, Outline] | None = None,
    ) -> None:
        """Tell what became of everything in the kept document `sha256` in its newer edition `new`.

        Of `outlines`, by hash, those of the two count more than kept ones. Tells None when it is not kept.
        """

        def look(index: Index) -> None:
            document = documents.find(index.library, sha256)
            if document is None:
                self._post(lambda: told(None))
                return
            known = outlines or {}
            made = revise(_edition(index, document, known), _edition(index, new, known))
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
        wanted = asked(query, self.roles)
        if wanted.is_empty:
            return Answer(query)
        return Answer(query, passages_in(index, wanted, most), index.matching(wanted), waiting)

    def _ask(self, look: Callable[[Index], None], failed: Callable[[str], None] | None = None) -> None:
        def act(index: Index) -> None:
            try:
                index.sure(look)
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
            with Index(self._folder, in_memory=True) as index:
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


def trash_of(library: Library) -> Trash:
    """Return what is in the trash of an open library."""
    return _trash(library.cards(), library.cards(removed=True), library.trash())


def _trash_in(index: Index) -> Trash:
    """Return what is in the trash, with documents called as the window calls them."""
    db = index.library
    kept, gone = ([_named(index, card) for card in cards(db, removed=removed)] for removed in (False, True))
    return _trash(kept, gone, notes.deleted(db))


def _trash(kept: Sequence[Card], gone: Sequence[Card], deleted: Sequence[tuple[str, Note]]) -> Trash:
    titles = {card.sha256: card.title or Path(card.path).name for card in (*kept, *gone)}
    return Trash(tuple(gone), tuple(Deleted(one, at, titles.get(one.document, "")) for at, one in deleted))


def _named(index: Index, card: Card) -> Card:
    """Return `card` with the title that its document has in the window."""
    if card.title or not card.is_here:
        return card
    file_name = card.path.rpartition("/")[2]
    beginning = "" if tells(file_name) else documents.stretch(index.library, card.sha256, 0, BEGINNING)
    return replace(card, title=title_of("", file_name, beginning.partition("\n")[0]))


def _material(index: Index, card: Card, known: Mapping[str, Outline] | None = None) -> BriefSource | None:
    """Return a document with its outline as the reader has it; None when either is not kept."""
    db, sha256 = index.library, card.sha256
    document = documents.find(db, sha256)
    outline = (known or {}).get(sha256) or _outline(index, sha256)
    if document is None or outline is None:
        return None
    from deskbrief.services.planning import BriefSource

    own, _ = decisions.of_document(db, sha256)
    return BriefSource(
        document=document.dated(reading.published(db, sha256), outline.dated),
        outline=outline,
        curated=curate(document, outline, own),
        file_name=Path(card.path).name,
    )


def _edition(index: Index, document: Document, known: Mapping[str, Outline]) -> EditionText:
    db, sha256 = index.library, document.sha256
    own, _ = decisions.of_document(db, sha256)
    on_it, _ = notes.live(db, sha256)
    deleted = frozenset(note.id for _, note in notes.deleted(db) if note.document == sha256)
    return EditionText(
        document=document,
        outline=known.get(sha256) or _outline(index, sha256),
        decisions=own,
        notes=on_it,
        deleted=deleted,
        kin=tuple(notes.of_moments(db, [*deleted, *(note.id for note in on_it)], sha256)),
    )


def _outline(index: Index, sha256: str) -> Outline | None:
    published = reading.published(index.library, sha256)
    return outlines.find(index.library, sha256, RULES, published)
