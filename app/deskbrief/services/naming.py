"""The names of a document as the reader sees them: renamed, merged, hidden, given another kind.

A decision is bound to a name by the form under which analysis found it, and to nothing else, so that it
survives a new analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from deskbrief.document.anchors import Anchor
from deskbrief.document.model import Document
from deskbrief.document.notes import Decision, ItemKind, Verdict
from deskbrief.document.outline import Name
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

#: The kinds that a name can have, in the order in which they are shown.
KINDS = ("person", "organisation", "place", "law", "document", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameItem:
    """A name with the reader's decisions: `found` is the form under which analysis found it.

    `merged` holds the forms of the names that were merged into it.
    """

    value: Name
    found: str
    hidden: bool = False
    changed: bool = False
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameItems:
    """The names of a document; `hidden` are those that the reader does not want to see."""

    shown: tuple[NameItem, ...] = ()
    hidden: tuple[NameItem, ...] = ()

    def of(self, found: str) -> NameItem | None:
        """Return the item of the name that analysis found as `found`, or None."""
        return next((item for item in (*self.shown, *self.hidden) if item.found == found), None)


@dataclass(slots=True)
class _Row:
    value: Name
    decision: Decision | None
    merged: list[str] = field(default_factory=list)


def named(names: Sequence[Name], decisions: Iterable[Decision]) -> NameItems:
    """Return `names` with the reader's `decisions` about names applied; others are passed over."""
    known = {decision.anchor.exact: decision for decision in decisions if decision.kind is ItemKind.NAME}
    if not known:
        return NameItems(tuple(NameItem(value=name, found=name.name) for name in names))
    rows = {name.name: _Row(_edited(name, known.get(name.name)), known.get(name.name)) for name in names}
    targets = {found: _target(found, known, rows) for found in rows}
    for found, target in targets.items():
        if target != found:
            row = rows.pop(found)
            rows[target].value = _joined(rows[target].value, row.value)
            rows[target].merged.append(found)
    items = [_item(found, row) for found, row in rows.items()]
    return NameItems(
        tuple(item for item in items if not item.hidden), tuple(item for item in items if item.hidden)
    )


def decide_name(document: Document, item: NameItem, verdict: Verdict, fields: Mapping[str, str]) -> Decision:
    """Return the reader's decision about a name; `fields` may hold `name`, `kind` and `into`."""
    first = min(item.value.mentions, default=Span(0, 0))
    return Decision(
        document=document.sha256,
        kind=ItemKind.NAME,
        anchor=Anchor(start=first.start, end=first.end, exact=item.found),
        verdict=verdict,
        fields=tuple(sorted(fields.items())),
    )


def fields_of(item: NameItem, decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the reader's own values of a name, to be kept when another one is added."""
    for decision in decisions:
        if decision.kind is ItemKind.NAME and decision.anchor.exact == item.found:
            return dict(decision.fields)
    return {}


def name_key(found: str) -> str:
    """Return the key under which the decision about a name is kept."""
    return Decision(document="", kind=ItemKind.NAME, anchor=Anchor(0, 0, found), verdict=Verdict.EDITED).key


def _edited(name: Name, decision: Decision | None) -> Name:
    fields = dict(decision.fields) if decision else {}
    written = fields.get("name", name.name)
    aliases = name.aliases if written == name.name else tuple(sorted({*name.aliases, name.name} - {written}))
    return replace(name, name=written, kind=fields.get("kind", name.kind), aliases=aliases)


def _target(found: str, known: Mapping[str, Decision], rows: Mapping[str, _Row]) -> str:
    """Return the name that `found` is merged into at last; a ring of merges leaves it where it is."""
    here, seen = found, {found}
    while here in known:
        into = dict(known[here].fields).get("into", "")
        if not into or into not in rows:
            break
        if into in seen:
            return found
        seen.add(into)
        here = into
    return here


def _joined(name: Name, other: Name) -> Name:
    aliases = sorted({*name.aliases, other.name, *other.aliases} - {name.name})
    return replace(name, aliases=tuple(aliases), mentions=tuple(sorted({*name.mentions, *other.mentions})))


def _item(found: str, row: _Row) -> NameItem:
    decision = row.decision
    return NameItem(
        value=row.value,
        found=found,
        hidden=decision is not None and decision.verdict is Verdict.REJECTED,
        changed=bool(row.merged) or (decision is not None and bool(decision.fields)),
        merged=tuple(row.merged),
    )
