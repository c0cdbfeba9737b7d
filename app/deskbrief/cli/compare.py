"""`deskbrief compare`: what changed between two editions of a text, and what became of the notes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from deskbrief.cli.printing import fate_words, print_json
from deskbrief.cli.reading import analyse, paths_for, read, running, show_file
from deskbrief.document.anchors import AnchorState
from deskbrief.document.differences import Turn, differences
from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Json
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.comparing import Became, Compared, Comparison, Field, Kind
from deskbrief.services.curation import shortened
from deskbrief.services.redlining import redlined
from deskbrief.services.revising import EditionText, Fate, Revision, revise
from deskbrief.services.titles import document_title

SCHEMA = "deskbrief.compare/1"
_SIGNS = {Became.CHANGED: "~", Became.ADDED: "+", Became.DROPPED: "-", Became.MOVED: ">", Became.SAME: "="}
_MARKS = {Turn.KEPT: "{}", Turn.DROPPED: "[-{}-]", Turn.ADDED: "{{+{}+}}"}
_NAMES = {
    Kind.RECOMMENDATION: "Recommendations",
    Kind.EVENT: "Events",
    Kind.FIGURE: "Figures",
    Kind.TEXT: "Text",
    Kind.SECTION: "Sections",
}


def run(options: argparse.Namespace) -> int:
    """Print what changed from the file `options.old` to `options.new`; nothing is kept or changed."""
    paths = (options.old, options.new)
    with running() as runner:
        documents = []
        for number, path in enumerate(paths, start=1):
            show_file(number, len(paths), path)
            documents.append(read(runner, path))
        old, new = (_edition(runner, one, paths_for(options.data_dir).data) for one in documents)
    found = revise(old, new)
    if options.json:
        print_json(_object(found, paths))
    else:
        print(*_lines(found, paths), sep="\n")
    return 0


def _edition(runner: Runner, document: Document, folder: Path) -> EditionText:
    """Return a document with its outline and what the library in `folder` keeps of it, if there is one."""
    if not (folder / "library.db").exists():
        return EditionText(document=document, outline=analyse(runner, document))
    with Library.open(folder) as library:
        sha256 = document.sha256
        published, notes, own = library.published(sha256), library.notes(sha256), library.decisions(sha256)
        gone = frozenset(note.id for _, note in library.trash() if note.document == sha256)
        kin = library.notes_of_moments([*gone, *(note.id for note in notes)], sha256)
    outline = analyse(runner, document, published)
    return EditionText(
        document=document, outline=outline, decisions=own, notes=notes, deleted=gone, kin=tuple(kin)
    )


def _lines(found: Revision, paths: tuple[Path, Path]) -> Iterator[str]:
    old, new = found.old.document, found.new.document
    comparison = found.comparison or Comparison()
    names = (document_title(one, path.name) for one, path in zip((old, new), paths, strict=True))
    yield " → ".join(f"“{name}” ({one.sha256[:8]})" for name, one in zip(names, (old, new), strict=True))
    for kind, name in _NAMES.items():
        counts = ", ".join(f"{comparison.count(kind, became)} {became}" for became in _told(kind))
        yield f"{name}: {counts}"
        yield from (_line(one, old, new) for one in comparison.changes() if one.kind is kind)
    if found.fates:
        states = [fate.placement.state for fate in found.fates]
        yield "Notes: " + ", ".join(f"{states.count(state)} {fate_words(state)}" for state in AnchorState)
        yield from (_fate(fate, old, new) for fate in found.fates)


def _told(kind: Kind) -> Iterator[Became]:
    """Yield what can become of items of a kind: nothing but the text is told to have moved."""
    return (became for became in Became if kind is Kind.TEXT or became is not Became.MOVED)


def _line(one: Compared, old: Document, new: Document) -> str:
    place = new.place_at(one.new.start) if one.new else old.place_at(one.place.start)
    if one.kind is Kind.TEXT:
        return _reworded(one, old, new)
    details = "; ".join(_detail(one, number) for number in range(len(one.details)))
    where = place if one.new else f"{place} of the old text"
    return f"  {_SIGNS[one.became]} {where} {shortened(one.title, 90)}" + (f": {details}" if details else "")


def _reworded(one: Compared, old: Document, new: Document) -> str:
    """Return a paragraph with its dropped and added words marked, long stretches that were kept shortened."""
    document = old if one.new is None else new
    words = " ".join(_MARKS[turn].format(words) for turn, words in redlined(one.runs, old, new))
    moved = f" (was {old.place_at(one.old.start)})" if one.old and one.became is Became.MOVED else ""
    place = document.place_at(one.place.start)
    where = f"{place}{moved}" if one.new else f"{place} of the old text"
    section = f" [{shortened(one.title, 40)}]" if one.title else ""
    return f"  {_SIGNS[one.became]} {where}{section} {words or ' '.join(document.quote(one.place).split())}"


def _detail(one: Compared, number: int) -> str:
    detail = one.details[number]
    if detail.field is Field.WORDS:
        return f"{detail.old} {'word' if detail.old == '1' else 'words'} dropped, {detail.new} added"
    old, new = map(shortened, detail.shown)
    return f"{detail.field} {old or 'none'} → {new or 'none'}"


def _fate(fate: Fate, old: Document, new: Document) -> str:
    was = _quoted(old, fate.was) or fate.note.anchor.exact
    now = _quoted(new, fate.placement.span)
    shown = " ".join(_MARKS[turn].format(words) for turn, words in differences(was.split(), now.split()))
    taken = " (taken over)" if fate.copy is not None else ""
    return f"  {fate_words(fate.placement.state):13}{taken} {shown if now else shortened(was)}"


def _quoted(document: Document, span: Span | None) -> str:
    return document.quote(span) if span is not None else ""


def _object(found: Revision, paths: tuple[Path, Path]) -> dict[str, Json]:
    comparison = found.comparison or Comparison()
    editions = (found.old.document, found.new.document)
    return {
        "schema": SCHEMA,
        **{
            name: {"path": str(path), "sha256": one.sha256, "title": one.metadata.title}
            for name, path, one in zip(("old", "new"), paths, editions, strict=True)
        },
        "counts": {
            kind.value: {became.value: comparison.count(kind, became) for became in _told(kind)}
            for kind in Kind
        },
        "items": [_item(one, *editions) for one in comparison.changes()],
        "notes": [
            {
                "id": fate.note.id,
                "state": fate.placement.state.value,
                "old": _pair(fate.was),
                "new": _pair(fate.placement.span),
                "quote": fate.note.anchor.exact,
                "taken_over": fate.copy is not None,
            }
            for fate in found.fates
        ],
    }


def _item(one: Compared, old: Document, new: Document) -> dict[str, Json]:
    item: dict[str, Json] = {
        "kind": one.kind.value,
        "became": one.became.value,
        "title": one.title,
        "old": _pair(one.old),
        "new": _pair(one.new),
        "details": [{"field": it.field.value, "old": it.old, "new": it.new} for it in one.details],
    }
    if one.kind is Kind.TEXT:
        item["old_text"] = old.quote(one.old) if one.old else ""
        item["new_text"] = new.quote(one.new) if one.new else ""
        item["runs"] = [{"turn": run.turn.value, "span": _pair(run.span)} for run in one.runs]
    return item


def _pair(span: Span | None) -> list[Json] | None:
    return [span.start, span.end] if span is not None else None
