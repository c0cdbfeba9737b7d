"""The documents of the library: texts, outlines, pictures, and what the reader did with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deskbrief.document.changes import Change, Subject, many
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Part
from deskbrief.library import acts, documents, notes, outlines, reading
from deskbrief.library.clock import stamp
from deskbrief.library.keeper import Keeper
from deskbrief.library.reading import DescribedDocument, DocumentEntry, NotedDocument

if TYPE_CHECKING:
    from deskbrief.library.awaited import Awaited
    from deskbrief.library.catalogue import Card
    from deskbrief.library.labels import Label


class DocumentKeeper(Keeper):
    """Keeps documents, with their outlines and pictures, and how far and where from they are read."""

    def put_document(self, document: Document, *, path: str = "", size: int = 0, mtime_ns: int = 0) -> Change:
        """Keep a document, and remember that the file at `path`, in this state, holds it.

        What the reader made of it stays. One that is kept already is written again only if it differs.
        """
        for _ in self.put_document_slices(document, path=path, size=size, mtime_ns=mtime_ns):
            pass
        return Change(Subject.DOCUMENTS, document.sha256, (document.sha256,))

    def put_document_slices(
        self, document: Document, *, path: str = "", size: int = 0, mtime_ns: int = 0
    ) -> Iterator[None]:
        """Do what `put_document` does, slice by slice; nothing is written before the last one."""
        parts = []
        for part in documents.prepare(document):
            parts.append(part)
            yield
        with self._db.write(durable=False):
            if documents.put(self._db, document, parts):
                # Outlines of another reading of the same file point to other places.
                outlines.forget(self._db, document.sha256)
            if path:
                reading.remember_file(self._db, document.sha256, path, size, mtime_ns)
            if not reading.was_opened(self._db, document.sha256):
                reading.touch(self._db, document.sha256, stamp(self._now()))

    def document(self, sha256: str) -> Document | None:
        """Return a kept document, or None; `document_parts` does the same in slices."""
        return documents.find(self._db, sha256)

    def document_around(self, sha256: str, offset: int) -> Document | None:
        """Return a long document with only the blocks around `offset`; None for one that is read at once."""
        return documents.around(self._db, sha256, offset)

    def document_parts(self, sha256: str, *, to_be_read: bool = False) -> Iterator[Part]:
        """Yield a kept document as `codec.document_parts` does, reading each part when it is asked for.

        Of one `to_be_read` those parts are left out that `codec.read_parts` leaves out.
        """
        return documents.parts(self._db, sha256, to_be_read=to_be_read)

    def known_file(self, path: str, size: int, mtime_ns: int) -> str | None:
        """Return the kept document that the file at `path` held when it was in this very state."""
        return reading.known_file(self._db, path, size, mtime_ns)

    def last_at(self, path: str) -> str | None:
        """Return the stored document that the file at `path` held when it was last seen."""
        return reading.last_at(self._db, path)

    def text(self, sha256: str) -> str | None:
        """Return the text of a kept document alone; None when there is none."""
        return documents.text(self._db, sha256)

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Yield hash, title and text of each kept document, the last opened one first."""
        return documents.every(self._db)

    def noted_documents(self, fewest: int = 0, most: int = 1 << 60) -> tuple[NotedDocument, ...]:
        """Return the kept documents of so many words that have notes, the last opened one first."""
        return reading.noted(self._db, (fewest, most))

    def noted_as(self, title: str, sha256: str) -> tuple[NotedDocument, ...]:
        """Return the kept documents with notes that are called `title`, and the one with this hash."""
        return reading.noted_as(self._db, title, sha256)

    def described(self, at_once: int = 1000) -> Iterator[tuple[DescribedDocument, ...]]:
        """Yield what kept documents are called, so many at once, each once for each path it was seen at."""
        return reading.described(self._db, at_once)

    def paths(self, sha256: str) -> tuple[str, ...]:
        """Return where a document was opened from, newest first."""
        return reading.paths(self._db, sha256)

    def recent(self, limit: int = 10) -> tuple[DocumentEntry, ...]:
        """Return the kept documents that were opened last, newest first."""
        return reading.recent(self._db, limit)

    def touch(self, sha256: str) -> None:
        """Note that a document is opened now."""
        with self._db.write(durable=False):
            reading.touch(self._db, sha256, stamp(self._now()))

    def remove_document(self, sha256: str, *, with_notes: bool) -> tuple[Note, ...]:
        """Take a document out of the list of documents; return its notes.

        They go to the trash with it if `with_notes`, else they stay; whoever asks the user can say how many
        there are. Nothing is wiped out: `bring_back_document` takes it all back.
        """
        own, _ = notes.live(self._db, sha256)
        with self._db.write():
            reading.remove(self._db, sha256)
        if with_notes and own:
            self._editor.delete_notes([note.id for note in own], f"Delete {many(len(own), 'note')}")
        return own

    def bring_back_document(self, sha256: str, with_notes: Sequence[Note] = ()) -> None:
        """Put a document back into the list, `with_notes` that went to the trash with it.

        Was their deletion the last act on the document, that is taken back, as if it had never been.
        """
        with self._db.write():
            reading.bring_back(self._db, sha256)
        if with_notes and not self._editor.take_back(sha256, [note.id for note in with_notes]):
            label = f"Bring {many(len(with_notes), 'note')} back"
            self._editor.apply(lambda: acts.putting_together(self._db, with_notes, label))

    def cards(self, *, removed: bool = False) -> tuple[Card, ...]:
        """Return the documents that are in the list, or else those that were removed, the last one first."""
        from deskbrief.library import catalogue

        return catalogue.cards(self._db, removed=removed)

    def await_documents(self, expected: Sequence[Awaited]) -> None:
        """Keep what documents are called that notes are brought for; each comes to the top of the list."""
        from deskbrief.library import awaited

        with self._db.write():
            awaited.put(self._db, expected)
            for one in expected:
                reading.touch(self._db, one.document, "")

    def awaited(self) -> tuple[Awaited, ...]:
        """Return the documents that are not here yet although notes may be."""
        from deskbrief.library import awaited

        return awaited.every(self._db)

    def awaited_as(self, sha256: str) -> Awaited | None:
        """Return what a document is called that is not here yet; None when nothing is known of it."""
        from deskbrief.library import awaited

        return awaited.find(self._db, sha256)

    def labels(self) -> tuple[Label, ...]:
        """Return all collections and tags with their documents."""
        from deskbrief.library import labels

        return labels.every(self._db)

    def put_labels(self, changed: Sequence[Label]) -> tuple[Label, ...]:
        """Make collections and tags stand as told, all or none; return what puts them back."""
        from deskbrief.library import labels

        with self._db.write():
            return labels.put(self._db, changed)

    def set_place(self, sha256: str, offset: int) -> None:
        """Note how far a document is read."""
        with self._db.write(durable=False):
            reading.set_place(self._db, sha256, offset)

    def place(self, sha256: str) -> int:
        """Return how far a document is read, as an offset into its text."""
        return reading.place(self._db, sha256)

    def set_published(self, sha256: str, edtf: str) -> Change:
        """Set the reader's own date of a document, an EDTF value; an empty one takes it away.

        It is a step of undo.
        """
        return self._editor.set_published(sha256, edtf)

    def published(self, sha256: str) -> str:
        """Return the reader's own date of a document, or an empty string."""
        return reading.published(self._db, sha256)

    def set_taken_in(self, sha256: str, reasons: Sequence[str]) -> Change:
        """Set the reasons for leaving something out that the reader of a document does not share."""
        with self._db.write():
            reading.set_taken_in(self._db, sha256, reasons)
            outlines.forget(self._db, sha256)
        return Change(Subject.DOCUMENTS, sha256, (sha256,))

    def taken_in(self, sha256: str) -> tuple[str, ...]:
        """Return the reasons for leaving something out that the reader of a document does not share."""
        return reading.taken_in(self._db, sha256)

    def put_picture(self, sha256: str, key: str, data: bytes) -> None:
        """Keep a picture of a document; no bytes stand for one that cannot be shown."""
        from deskbrief.library import pictures

        with self._db.write(durable=False):
            pictures.put(self._db, sha256, key, data)

    def picture(self, sha256: str, key: str) -> bytes:
        """Return a kept picture, or nothing."""
        from deskbrief.library import pictures

        return pictures.find(self._db, sha256, key)

    def picture_keys(self, sha256: str) -> frozenset[str]:
        """Return the names of the pictures of a document that are kept."""
        from deskbrief.library import pictures

        return pictures.keys(self._db, sha256)

    def put_outline(self, sha256: str, outline: Outline, published: str) -> None:
        """Keep an outline that was made for the document date `published`."""
        for _ in self.put_outline_slices(sha256, outline, published):
            pass

    def put_outline_slices(self, sha256: str, outline: Outline, published: str) -> Iterator[None]:
        """Do what `put_outline` does, slice by slice; nothing is written before the last one."""
        parts = []
        for part in outlines.prepare(outline):
            parts.append(part)
            yield
        with self._db.write(durable=False):
            outlines.put(self._db, sha256, (outline.rules, published), parts)
            if not published:
                documents.date(self._db, sha256, outline.dated)

    def outline(self, sha256: str, rules: str, published: str) -> Outline | None:
        """Return the outline that was kept for these rules and this document date, or None."""
        return outlines.find(self._db, sha256, rules, published)

    def outline_parts(self, sha256: str, rules: str, published: str) -> Iterator[Part]:
        """Yield a kept outline as `codec.outline_parts` does, reading each part when it is asked for."""
        return outlines.parts(self._db, sha256, rules, published)
