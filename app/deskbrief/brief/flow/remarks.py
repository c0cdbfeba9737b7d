"""The reader's notes where text flows: their simple Markdown as paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskbrief.brief.flow.content import Items, Kind, Paragraph, Remark, Run, Runs
from deskbrief.brief.flow.listing import grouped
from deskbrief.brief.markdown import Paragraph as Typed
from deskbrief.brief.markdown import paragraphs
from deskbrief.document.plan import NoteRow


def remark(row: NoteRow, cites: tuple[int, ...], *, beside: bool = False) -> Remark:
    """Return a note with its passage; one without either is only called a note."""
    body = tuple(written(row.body))
    quote: Runs = ()
    if row.quote.strip():
        quote = (Run(f"“{row.quote}”", emphasis=True, cites=cites),)
    elif cites or not body:
        quote = (Run("Note", own=True, cites=cites),)
    return Remark(row.role, quote, body, beside)


def written(body: str) -> Iterator[Paragraph | Items]:
    """Yield what the reader wrote."""
    gathered: list[Typed] = []
    for typed in paragraphs(body):
        if typed.marker:
            gathered.append(typed)
            continue
        yield from _lists(gathered)
        gathered = []
        yield Paragraph(Kind.BODY, (_runs(typed),))
    yield from _lists(gathered)


def _lists(typed: Iterable[Typed]) -> Iterator[Items]:
    for listing, start, items in grouped((item.marker, _runs(item)) for item in typed):
        yield Items(listing, items, start)


def _runs(typed: Typed) -> Runs:
    return tuple(
        Run(span.text, strong=span.strong, emphasis=span.emphasis, code=span.code) for span in typed.spans
    )
