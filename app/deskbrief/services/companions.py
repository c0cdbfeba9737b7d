"""The files beside a file: pictures and frames of a saved web page, pictures that a Markdown file names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

#: The endings of files beside which such a folder may lie, and of the pictures in it.
PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
TEXTS = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".bmp", ".tif", ".tiff", ""})
#: The most pictures of a page, and bytes of all of them.
MOST, MOST_BYTES = 300, 60 * 2**20
#: The most names in a Markdown file that are looked up.
MOST_NAMED = 2_000
#: The folder is called like the page, with an ending of its own in each language: "_files", "-Dateien" …
LONGEST_ENDING = 16

#: Signs of other drives, of other systems' paths, and of no name at all.
_ELSEWHERE = frozenset(":\\\0")
#: What may be the address of a picture in a Markdown file: of a link, a reference, a tag.
_NAMED = re.compile(
    rb"""\]\(\s{0,3}(?:<([^<>\n]{1,300})>|([^()<>\s"']{1,300}))"""
    rb"""|\]:[ \t]{0,9}<?([^<>\s]{1,300})|\bsrc[ ]?=[ ]?["']([^"'<>\n]{1,300})["']"""
)


def companions(file: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what belongs to a file with the content `data`, under the addresses that it uses.

    What cannot be read is left out, and so is what only leads to another place.
    """
    kind = file.suffix.lower()
    if kind in PAGES:
        yield from _read((f"{path.parent.name}/{path.name}", path) for path in _held(file))
    elif kind in TEXTS:
        yield from _read(_named(file, data))


def _read(pictures: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, bytes]]:
    count, spent = 0, 0
    for name, path in pictures:
        try:
            size = path.stat().st_size
            if count >= MOST or spent + size > MOST_BYTES:
                return
            data = path.read_bytes()
        except OSError:
            continue
        count, spent = count + 1, spent + len(data)
        yield name, data


def _named(file: Path, data: bytes) -> Iterator[tuple[str, Path]]:
    """Yield the pictures that a Markdown file names and that lie in its folder or below it."""
    seen: set[str] = set()
    for found in islice(_NAMED.finditer(data), 10 * MOST_NAMED):
        address = next(group for group in found.groups() if group).decode("utf-8", "replace")
        name = normpath(unquote(address.partition("#")[0].partition("?")[0]))
        if name not in seen and len(seen) < MOST_NAMED:
            seen.add(name)
            if _lies_below(file.parent, name):
                yield name, file.parent / name


def _lies_below(folder: Path, name: str) -> bool:
    """Tell whether `name` is a picture in `folder` or below it, on a way without links to other places."""
    path = folder / name
    if (
        path.suffix.lower() not in PICTURES - {""}
        or name.startswith(("/", ".."))
        or not _ELSEWHERE.isdisjoint(name)
    ):
        return False
    try:
        return path.is_file() and path.resolve() == folder.resolve() / name
    except (OSError, RuntimeError, ValueError):
        return False


def _held(page: Path) -> Iterator[Path]:
    """Yield the files in the folder of a page, those that hold words first."""
    try:
        beside = sorted(path for path in page.parent.iterdir() if _belongs(path, page.stem))
        for folder in beside:
            for path in sorted(folder.iterdir(), key=_words_first):
                if path.suffix.lower() in PICTURES | PAGES and path.is_file() and not path.is_symlink():
                    yield path
    except OSError:
        return


def _words_first(path: Path) -> tuple[bool, Path]:
    return path.suffix.lower() not in PAGES, path


def _belongs(folder: Path, stem: str) -> bool:
    ending = folder.name.removeprefix(stem)
    named = ending != folder.name and 1 < len(ending) <= LONGEST_ENDING and not ending[0].isalnum()
    return named and folder.is_dir() and not folder.is_symlink()
