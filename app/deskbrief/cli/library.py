"""`deskbrief library`: what is kept, searched, copied, restored and looked over."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from deskbrief.cli.printing import complain, json_line, one_line
from deskbrief.cli.reading import paths_for
from deskbrief.document.changes import many
from deskbrief.document.errors import LibraryError, UsageError
from deskbrief.library.checkup import look_over
from deskbrief.library.comparison import Difference, DocumentChange, faults_of
from deskbrief.library.copies import Copy, holding, latest_first
from deskbrief.library.library import Library
from deskbrief.services.everywhere import Passage, find_everywhere
from deskbrief.services.librarian import Trash, trash_of
from deskbrief.services.shelving import Shelving


def run(options: argparse.Namespace) -> int:
    """Do what `options.act` names; the code is 1 when something is wrong with the library."""
    folder = paths_for(options.data_dir).data
    if options.act == "check":
        return _check(folder, repair=options.repair)
    if not (folder / "library.db").exists() and not (folder / "journal.ndjson").exists():
        say = complain if getattr(options, "json", False) else print
        say("There is no library yet.")
        return 0
    if options.act == "restore" and options.list:
        return _list_backups(folder, as_json=options.json)
    with Library.open(folder) as library:
        for remark in library.remarks:
            complain(remark)
        acts = {"search": _search, "backup": _backup, "restore": _restore, "trash": _trash}
        return acts[options.act](library, options)


def _check(folder: Path, *, repair: bool) -> int:
    faults = look_over(folder)
    for fault in faults:
        print(fault)
    if faults and repair:
        told: list[str] = []
        with Library.open(folder) as library:
            told += library.remarks
            if not library.repaired:
                library.want_repair()
        with Library.open(folder) as library:
            told += library.remarks
        for remark in dict.fromkeys(told):
            print(remark)
        faults = look_over(folder)
    elif faults:
        print("“deskbrief library check --repair” makes it afresh; the damaged file is kept.")
    if not faults:
        print("Everything in the library is as it was written.")
    return 1 if faults else 0


def _backup(library: Library, options: argparse.Namespace) -> int:
    print(library.backup_to(options.output) if options.output else library.backup())
    return 0


def _search(library: Library, options: argparse.Namespace) -> int:
    found = find_everywhere(library, paths_for(options.data_dir).data, " ".join(options.words), options.most)
    for passage in found:
        print(json_line(_object(passage)) if options.json else _line(passage))
    if not found and not options.json:
        print("Nothing was found.")
    return 0


def _object(passage: Passage) -> dict[str, object]:
    return {
        "document": passage.document,
        "title": passage.title,
        "in": passage.kind,
        "note": passage.note,
        "start": passage.start,
        "end": passage.span.end,
        "place": passage.place,
        "section": passage.section,
        "passage": passage.around,
    }


def _line(passage: Passage) -> str:
    where = ", ".join(filter(None, (passage.document[:8], passage.kind, passage.place, passage.section)))
    return f"{passage.title} ({where})\n    {passage.around}"


def _trash(library: Library, options: argparse.Namespace) -> int:
    """List what was deleted and removed, or bring back what is named."""
    found = trash_of(library)
    if options.bring_back:
        return _bring_back(library, found, options.bring_back)
    for one in found.notes:
        facts = {"kind": "note", "id": one.note.id, "deleted": one.at, "title": one.title}
        facts |= {"quote": one.note.anchor.exact, "body": one.note.body}
        words = f"{one.note.id}  “{one_line(one.note.anchor.exact, 60)}” {one_line(one.note.body, 60)}"
        print(json_line(facts) if options.json else f"{words}  ({one.title}, {one.at})")
    for card in found.documents:
        told = {"kind": "document", "id": card.sha256, "title": card.title, "notes": card.notes}
        line = f"{card.sha256}  {card.title or card.path}  (removed, {many(card.notes, 'note')} kept)"
        print(json_line(told) if options.json else line)
    if not (found.notes or found.documents or options.json):
        print("The trash is empty.")
    return 0


def _bring_back(library: Library, found: Trash, names: list[str]) -> int:
    notes = [one.note for one in found.notes if any(one.note.id == name for name in names)]
    documents = [card.sha256 for card in found.documents if any(card.sha256.startswith(one) for one in names)]
    missing = [
        name
        for name in names
        if not any(note.id == name for note in notes) and not any(one.startswith(name) for one in documents)
    ]
    if missing:
        raise LibraryError(f"Nothing in the trash is called {missing[0]}.", "See: deskbrief library trash")
    count = Shelving(library).bring_back(documents, notes)
    print(f"{count} brought back.")
    return 0


def _list_backups(folder: Path, *, as_json: bool) -> int:
    backups = latest_first(folder / "backups")
    for backup in backups:
        print(_told(backup, as_json=as_json))
    if not (backups or as_json):
        print("There are no backups yet.")
    return 0


def _told(backup: Copy, *, as_json: bool) -> str:
    held = holding(backup.path)
    reason = backup.reason.name.lower()
    if as_json:
        facts: dict[str, object] = {"path": str(backup.path), "made": backup.made.isoformat()}
        facts |= {"reason": reason, "bytes": backup.size}
        facts |= {"documents": held and held.documents, "notes": held and held.notes}
        return json_line(facts)
    holds = "it cannot be read"
    if held:
        holds = f"{many(held.documents, 'document')}, {many(held.notes, 'note')}"
    why = reason.replace("_", " ")
    return f"{backup.path}  {backup.made:%Y-%m-%d %H:%M} UTC, {why}, {backup.size / 1e6:.1f} MB, {holds}"


def _restore(library: Library, options: argparse.Namespace) -> int:
    """Say what would change; change it only with `--yes`."""
    backup = options.backup
    if backup is None:
        raise UsageError("Say which backup to restore.", "See them with: deskbrief library restore --list")
    if not backup.is_file():
        raise LibraryError(
            f"There is no such backup: {backup}", "See them with: deskbrief library restore --list"
        )
    faults = faults_of(backup)
    if faults:
        raise LibraryError(f"This backup is damaged. {faults[0]}", "Choose another one.")
    found = library.compare(backup, keep_new=options.keep_new)
    only = frozenset(options.only) if options.only else None
    if only and not only <= found.keys:
        raise LibraryError(f"Nothing that differs is called {min(only - found.keys)}.", "Leave --only out.")
    _show(found, only)
    if found.is_empty:
        return 0
    if not options.yes:
        print("Nothing was changed. Say --yes to do it; the library as it is now is backed up first.")
        return 0
    done = library.restore(backup, keep_new=options.keep_new, only=only)
    print("Done. Each change can be undone in the window, and the notes that went are in the trash.")
    print(f"To go back to how it was: deskbrief library restore --yes {quote(str(done.before))}")
    return 0


def _show(found: Difference, only: frozenset[str] | None) -> None:
    for document in found.documents:
        lines = [line for key, line in _lines(document) if only is None or key in only]
        if lines:
            print(document.title or document.path or document.sha256, *lines, sep="\n")
    back, documents = many(len(found.back), "note"), many(len(found.changed_documents), "document")
    print(
        f"{back} would come back, {len(found.changed)} change, {len(found.gone)} go; "
        f"{many(found.decisions, 'decision')} and {documents} would be put back."
    )


def _lines(document: DocumentChange) -> Iterator[tuple[str, str]]:
    """Yield key and words of each thing that would change on a document."""
    if document.is_changed:
        yield document.sha256, f"  {document.sha256}  {_standing(document)}"
    for one in document.notes:
        quoted, body = f"“{one_line(one.note.anchor.exact, 60)}”", one_line(one.note.body, 60)
        if one.now and one.then:
            words = f"~ changes: {quoted} {one_line(one.now.body, 60)} → {body}"
        else:
            words = f"{'+ comes back' if one.then else '- goes to the trash'}: {quoted} {body}"
        yield one.note.id, f"  {one.note.id}  {words}"


def _standing(document: DocumentChange) -> str:
    now, then = document.now, document.then
    told = []
    if then.listed is not now.listed:
        told.append("+ comes back into the list" if then.listed else "- goes out of the list")
    if then.published != now.published:
        told.append(f"~ date: {now.published or 'none'} → {then.published or 'none'}")
    told += [f"+ {kind}: {name}" for kind, name in sorted(then.labels - now.labels)]
    told += [f"- {kind}: {name}" for kind, name in sorted(now.labels - then.labels)]
    if document.decisions:
        told.append(f"~ {many(len(document.decisions), 'decision')}")
    return "; ".join(told)
