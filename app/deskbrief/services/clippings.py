"""What was copied in other programs, kept as files so that it is opened and noted like any other."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from deskbrief.document.errors import SourceError
from deskbrief.services.writing import write_whole

#: The page around a clipping; the importer leaves nothing of such a page out.
_PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="deskbrief-clipping" content="yes">'
    "</head><body>\n{}\n</body></html>"
)


def save_clipping(folder: Path, html: str, text: str, now: datetime) -> Path:
    """Write a clipping into `folder` and return its file: a page when there is `html`, else a plain text.

    Raises `SourceError` when there are no words in it, or when it cannot be written.
    """
    if not text.strip() and not html.strip():
        raise SourceError("The clipboard holds no text.", "Copy a passage in another program first.")
    suffix, content = (".html", _PAGE.format(html)) if html.strip() else (".txt", text)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, f"Clipping {now:%Y-%m-%d %H.%M.%S}", suffix)
        write_whole(path, content.encode("utf-8", "replace"))
    except OSError as error:
        raise SourceError("What was copied could not be saved.", "Free some space, and try again.") from error
    return path


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in `folder` that no file has."""
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}){suffix}", number + 1
    return path
