"""What the worker runs for an outline: by rules at once, then with the language model."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator

from deskbrief.analysis import language
from deskbrief.analysis.english import is_foreign
from deskbrief.analysis.pieces import Piece, pieces_of
from deskbrief.analysis.pipeline import outline_of, resolved
from deskbrief.analysis.raised import without_marks
from deskbrief.analysis.typed_points import with_markers, with_points
from deskbrief.analysis.words import Sentence
from deskbrief.document.codec import decode, document_of, outline_parts
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.steps import Steps, T
from deskbrief.document.tasks import Part, Progress, Request

#: Seconds of work after which a task looks up.
BREATH = 0.03

#: Reports progress and returns a result.
Working = Generator[Progress, None, T]


def outline(request: Request) -> Iterator[Part | Progress]:
    """Yield the outline by rules alone, then, with progress in between, the one with the language model.

    The request carries a document and `published`, the EDTF day that the reader has set, or ""; `further` has
    the happenings of news that no date dates given as well. Without the
    model the second outline is the first, with a remark that says so.
    """
    bare = without_marks(document_of(request))
    document = with_points(bare)
    published = str(request.data.get("published", ""))
    first = yield from _breathing(outline_of(document, published), "Outlining")
    first = with_markers(first, bare, document)
    yield from outline_parts(first)
    if is_foreign(document):
        # The second outline, which is the last word, is the first one.
        yield from outline_parts(first)
        return
    yield Progress(0, 1, "Loading the language model")
    model = language.shared()
    if isinstance(model, language.Missing):
        yield from outline_parts(_remarked(first, model.sentence))
        return
    sentences, remarks = yield from _read(document, model)
    further = bool(request.data.get("further", False))
    steps = outline_of(document, published, sentences, model=language.LABEL, remarks=remarks, further=further)
    whole = yield from _breathing(steps, "Outlining")
    yield from outline_parts(with_markers(whole, bare, document))


def resolve(request: Request) -> Iterator[Part | Progress]:
    """Yield the request's `outline` with all dates worked out again for its `published`; loads no model."""
    document = with_points(without_marks(document_of(request)))
    before = decode(Outline, request.data["outline"])
    published = str(request.data.get("published", ""))
    yield from outline_parts((yield from _breathing(resolved(document, before, published), "Dating")))


def warm(_: Request) -> Iterator[Part | Progress]:
    """Load the language model and yield its name and version, or a sentence that says why there is none."""
    model = language.shared()
    if isinstance(model, language.Missing):
        yield Part("model", {"missing": model.sentence})
    else:
        yield Part("model", {"name": language.NAME, "version": language.VERSION})


def _remarked(outline: Outline, remark: str) -> Outline:
    from dataclasses import replace

    return replace(outline, remarks=(*outline.remarks, remark))


def _breathing(steps: Steps[T], label: str) -> Working[T]:
    """Run `steps`, reporting whenever it has worked for long enough."""
    since = time.monotonic()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        if time.monotonic() - since > BREATH:
            yield Progress(0, 0, label)
            since = time.monotonic()


def _read(document: Document, model: language.Model) -> Working[tuple[list[Sentence], tuple[str, ...]]]:
    """Return the sentences of the prose as the model reads them, and what is to be said about it."""
    pieces: list[Piece] = []
    remarks = yield from _breathing(pieces_of(document, pieces), "Preparing")
    total = sum(piece.tokens for piece in pieces)
    sentences: list[Sentence] = []
    done = 0
    for batch, found in model.read(document.text, pieces):
        sentences.extend(found)
        done += sum(piece.tokens for piece in batch)
        yield Progress(done, total, "Reading closely")
    return sentences, remarks
