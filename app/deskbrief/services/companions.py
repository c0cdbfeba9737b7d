"""The folder beside a saved web page, in which browsers put its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

#: The endings of files beside which such a folder may lie, and of the pictures in it.
PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".bmp", ".tif", ".tiff", ""})
#: The most pictures of a page, and bytes of all of them.
MOST, MOST_BYTES = 300, 60 * 2**20
#: The folder is called like the page, with an ending of its own in each language: "_files", "-Dateien" …
LONGEST_ENDING = 16


def companions(page: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures in the folder of a saved page, each under the address that the page uses for it.

    What cannot be read is left out, and so is what only leads to another place.
    """
    count, spent = 0, 0
    for path in _pictures(page):
        try:
            size = path.stat().st_size
            if count >= MOST or spent + size > MOST_BYTES:
                return
            data = path.read_bytes()
        except OSError:
            continue
        count, spent = count + 1, spent + len(data)
        yield f"{path.parent.name}/{path.name}", data


def _pictures(page: Path) -> Iterator[Path]:
    try:
        beside = sorted(path for path in page.parent.iterdir() if _belongs(path, page.stem))
        for folder in beside:
            for path in sorted(folder.iterdir()):
                if path.suffix.lower() in PICTURES and path.is_file() and not path.is_symlink():
                    yield path
    except OSError:
        return


def _belongs(folder: Path, stem: str) -> bool:
    ending = folder.name.removeprefix(stem)
    named = ending != folder.name and 1 < len(ending) <= LONGEST_ENDING and not ending[0].isalnum()
    return named and folder.is_dir() and not folder.is_symlink()
