"""The orders of the notes, and the groups that some of them make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from deskbrief.document.anchors import AnchorState
from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded
from deskbrief.ui.notes.entry import UNSURE
from deskbrief.ui.notes.rows import NoteRow, NoteWords


class NoteOrder(StrEnum):
    """The orders of the notes."""

    TEXT = "text"
    SECTION = "section"
    ROLE = "role"
    TAG = "tag"
    DATE = "date"


def arranged(rows: Sequence[NoteRow], order: NoteOrder, words: NoteWords) -> list[Row]:
    """Return `rows`, which are in the order of the text, as `order` wants them, with heads of groups.

    Notes that want the reader's word on where they stand come first, whatever the order.
    """
    unsure = [row for row in rows if row.entry.state in UNSURE]
    if not unsure:
        # Thousands of notes, and nearly always none of them in doubt.
        return _ordered(rows, order, words)
    placed = [row for row in rows if row.entry.state not in UNSURE]
    states = sorted(unsure, key=lambda row: row.entry.state is AnchorState.LOST)
    first = _grouped(states, lambda row: words.group(row.entry.state))
    if order in {NoteOrder.TEXT, NoteOrder.DATE}:
        head = _head(words.group(AnchorState.EXACT), len(placed))
        return [*first, *([head] if placed else []), *_ordered(placed, order, words)]
    return [*first, *_ordered(placed, order, words)]


def _ordered(rows: Sequence[NoteRow], order: NoteOrder, words: NoteWords) -> list[Row]:
    if order is NoteOrder.TEXT:
        return [*rows]
    if order is NoteOrder.DATE:
        return [*sorted(rows, key=_changed, reverse=True)]
    if order is NoteOrder.SECTION:
        return _grouped(rows, lambda row: row.entry.section or words.nothing(order))
    if order is NoteOrder.ROLE:
        ordered = sorted(rows, key=lambda row: list(Role).index(row.entry.note.role))
        return _grouped(ordered, lambda row: words.role(row.entry.note.role).capitalize())
    return _by_tag(rows, words)


@dataclass(slots=True, kw_only=True, eq=False)
class AlsoRow(MessageRow):
    """A line for a note that has a tag too, and stands under another one; `note` is its id."""

    note: str


def _by_tag(rows: Sequence[NoteRow], words: NoteWords) -> list[Row]:
    """Return notes under the first of their tags, with a line for each under every other one."""
    groups: dict[str, list[Row]] = {}
    untagged: list[Row] = []
    for row in rows:
        first, *others = sorted(row.entry.note.tags, key=folded) or [""]
        (groups.setdefault(first, []) if first else untagged).append(row)
        for tag in others:
            text = words.also(row, first)
            line = AlsoRow(key=f"also|{tag}|{row.key}", span=row.span, text=text, action="note", note=row.key)
            groups.setdefault(tag, []).append(line)
    made: list[Row] = []
    for tag in sorted(groups, key=folded):
        made += [_head(f"#{tag}", len(groups[tag])), *groups[tag]]
    nothing = words.nothing(NoteOrder.TAG)
    return [*made, _head(nothing, len(untagged)), *untagged] if untagged else made


def _changed(row: NoteRow) -> str:
    return row.entry.note.modified or row.entry.note.created


def _grouped(rows: Iterable[NoteRow], title_of: Callable[[NoteRow], str]) -> list[Row]:
    groups: dict[str, list[NoteRow]] = {}
    for row in rows:
        groups.setdefault(title_of(row), []).append(row)
    made: list[Row] = []
    for title, members in groups.items():
        made += [_head(title, len(members)), *members]
    return made


def _head(title: str, count: int) -> GroupRow:
    return GroupRow(
        key=f"group|{title}", name=title, title=title, shown=count, total=count, sticky=True, open=True
    )
