"""Where drafts of briefs and the reader's own templates are kept: one JSON file each in the data folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.plan import Logo
from deskbrief.document.records import dataclass
from deskbrief.services.drafts import Draft, as_template
from deskbrief.services.writing import write_whole

#: No draft is so large: a file that is, is none of ours.
LARGEST = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Kept:
    """A template of the reader's own."""

    name: str
    draft: Draft


class Shelf:
    """Drafts by document and templates by name in `folder`; what cannot be read is as if it were not there.

    Whatever writes raises `OSError` when the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self._drafts = folder / "drafts"
        self._templates = folder / "templates"
        self._last = folder / "last.json"

    def draft(self, document: str) -> Draft | None:
        """Return the draft of the document with this hash."""
        found = _read(self._drafts / f"{document}.json") if document.isalnum() else None
        return found.draft if found else None

    def keep(self, document: str, draft: Draft) -> None:
        """Keep the draft of a document."""
        _write(self._drafts / f"{document}.json", Kept("", draft))

    def last_logo(self) -> Logo | None:
        """Return the logo that was used last."""
        found = _read(self._last)
        return found.draft.logo if found else None

    def keep_last_logo(self, logo: Logo | None) -> None:
        """Keep the logo that new drafts begin with, or that they have none."""
        _write(self._last, Kept("", Draft(logo=logo)))

    def templates(self) -> tuple[Kept, ...]:
        """Return the reader's templates by name."""
        found = filter(None, map(_read, _files(self._templates)))
        return tuple(sorted(found, key=lambda kept: (kept.name.casefold(), kept.name)))

    def keep_template(self, name: str, draft: Draft) -> None:
        """Keep what of `draft` is worth keeping under `name`, in the place of one of that name."""
        _write(self._template(name), Kept(name, as_template(draft)))

    def drop_template(self, name: str) -> None:
        """Delete a template."""
        self._template(name).unlink(missing_ok=True)

    def _template(self, name: str) -> Path:
        # A name may hold whatever people type, so it is no name for a file.
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return self._templates / f"{digest}.json"


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.glob("*.json"))
    except OSError:
        return


def _write(path: Path, kept: Kept) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    value = {"name": kept.name, "draft": seal("draft", kept.draft)}
    write_whole(path, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _read(path: Path) -> Kept | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
        value = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        return Kept(str(value["name"]), unseal("draft", Draft, value["draft"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, DeskbriefError):
        return None
