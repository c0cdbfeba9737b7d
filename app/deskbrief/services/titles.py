"""What a document is called, and what tells those of one title apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.document.records import dataclass
from deskbrief.services.curation import shortened

#: Characters of the first words that stand in for a title: they fit one line at the head of a brief.
LONGEST_NAME = 54
#: The number of an item in brackets: "(2) the council met", "(iv) build a wall".
_ITEM = re.compile(r"^\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Named:
    """A document as it is listed: its title, its file, and when its text was published, in words."""

    title: str
    path: str
    date: str = ""


def document_title(document: Document, file_name: str) -> str:
    """Return the document's own title; else its file's name if it tells anything; else its first words."""
    opening = next((document.quote(block.span) for block in document.blocks if block.paragraph), "")
    return title_of(document.metadata.title, file_name, opening)


def title_of(title: str, file_name: str, opening: str) -> str:
    """Return `title`; else the name of the file if it tells anything; else words of the text's `opening`."""
    name = _name(file_name)
    if title or tells(file_name):
        return title or name
    return f"“{shortened(opening, LONGEST_NAME)}”" if opening else name or "Untitled"


def tells(file_name: str) -> bool:
    """Tell whether the name of a file says anything of what is in it: a word, and not numbers alone."""
    return any(word.isalpha() and len(word) > 2 for word in re.split(r"[\s\-.]", _name(file_name)))


def sentence_case(text: str) -> str:
    """Return `text` with a capital at its beginning, and without the number of an item of a list."""
    text = _ITEM.sub("", text)
    return text[:1].upper() + text[1:]


def _name(file_name: str) -> str:
    return " ".join(file_name.rsplit(".", 1)[0].replace("_", " ").split())


def told_apart(documents: Sequence[Named]) -> list[str]:
    """Return for each document what tells it from others of its title; nothing where it is alone with it."""
    alike: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(documents):
        alike[" ".join(one.title.split()).casefold()].append(number)
    told = [""] * len(documents)
    for numbers in alike.values():
        if len(numbers) > 1:
            for number, words in zip(numbers, _apart([documents[at] for at in numbers]), strict=True):
                told[number] = words
    return told


def _apart(group: Sequence[Named]) -> list[str]:
    paths = [Path(one.path) for one in group]
    names = [path.name for path in paths]
    if _differ(names):
        return names
    folders = [path.parent.name for path in paths]
    if _differ(folders):
        return folders
    # Nothing alone is enough: what there is of the file, and the day.
    return [" · ".join(filter(None, (path.name, one.date))) for path, one in zip(paths, group, strict=True)]


def _differ(words: Iterable[str]) -> bool:
    found = list(words)
    return all(found) and len(set(found)) == len(found)


def with_difference(title: str, apart: str) -> str:
    """Return a title with what tells it apart, if anything does."""
    return f"{title} ({apart})" if apart and apart not in title else title
