"""Notes as CSV (RFC 4180) in the columns of Readwise and of Hypothesis.

Neither has a column for colours: the link tells them. No cell can be taken for a formula: one that begins
like one gets an apostrophe in front, and so does one that begins with an apostrophe, so that reading takes
back exactly what writing put there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from deskbrief.exchange.outgoing import Outgoing

READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
HYPOTHESIS = (
    *("Created at", "Author", "Page", "URL", "Group", "Type", "Quote/description", "Comment", "Tags"),
)
#: What makes programs take a cell for a formula, also after white space; the wide forms count as well.
STARTS = "=+-@＝＋－＠'"
_LEADS = "\t\r\n"


def readwise(notes: Iterable[Outgoing]) -> str:
    """Return `notes` as a table that Readwise takes in: tags stand as `.tag` before the words of a note."""
    return _table(
        READWISE,
        (
            (
                one.note.anchor.exact,
                one.work.name,
                one.work.author,
                one.coloured_link,
                _note_cell(one.note.tags, one.note.body),
                str(one.start),
                one.note.created,
            )
            for one in notes
        ),
    )


def hypothesis(notes: Iterable[Outgoing]) -> str:
    """Return `notes` as a table as Hypothesis exports it."""
    return _table(
        HYPOTHESIS,
        (
            (
                one.note.created,
                "",
                one.work.name,
                one.coloured_link,
                "",
                "Annotation" if one.note.body.strip() else "Highlight",
                one.note.anchor.exact,
                one.note.body,
                ",".join(_no_comma(tag) for tag in one.note.tags),
            )
            for one in notes
        ),
    )


def neutral(cell: str) -> str:
    """Return `cell` so that no program takes it for a formula; `tables_in.as_meant` is the way back."""
    risky = cell[:1] in _LEADS or cell.lstrip()[:1] in STARTS
    return f"'{cell}" if (cell.strip() and risky) or cell[:1] == "'" else cell


def spelled(tag: str) -> str:
    """Return a tag as one word, as Readwise has it."""
    return "_".join(tag.split())


def _no_comma(tag: str) -> str:
    return tag.replace(",", ";")


def _note_cell(tags: Sequence[str], body: str) -> str:
    words = " ".join(f".{spelled(tag)}" for tag in tags)
    first = body.split("\n", 1)[0].split()
    looks_like_tags = bool(first) and all(word.startswith(".") for word in first)
    # An empty line says that what follows are words, even if they look like tags.
    return f"{words}\n{body}" if words or looks_like_tags or body.startswith("\n") else body


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return made.getvalue()
