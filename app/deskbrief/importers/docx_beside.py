"""What a Word file holds beside its text, in parts of their own: it is counted, and none of it is read."""

from __future__ import annotations

from collections.abc import Container, Iterator
from posixpath import dirname, normpath

from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.xml_tree import named, parse_xml, text_in

#: Reason, folder below that of the text, how the names of the parts begin, and what holds a line in them.
_PARTS = (
    ("comments", "", ("comments",), ("p",)),
    ("headers and footers", "", ("header", "footer"), ("p",)),
    ("words in charts", "/charts", ("chart",), ("t", "v")),
    ("words in diagrams", "/diagrams", ("data",), ("p",)),
)


def note_beside(builder: Builder, archive: Archive, folder: str, read: Container[str] = ()) -> None:
    """Note in `builder` the text that stands beside that of the document, whose part is in `folder`.

    Parts that have been `read` are in its text.
    """
    for reason, below, stems, tags in _PARTS:
        lines = dict.fromkeys(_lines(archive, f"{folder}{below}", stems, tags, read))
        builder.leave_out(reason, " · ".join(line for line in lines if line))


def _lines(
    archive: Archive, folder: str, stems: tuple[str, ...], tags: tuple[str, ...], read: Container[str]
) -> Iterator[str]:
    """Yield the lines of the parts in `folder` whose names begin with one of `stems`, but those `read`."""
    for name in archive.names:
        place = normpath(name)
        stem = place.rpartition("/")[2]
        if name not in read and dirname(place) == folder and stem.startswith(stems) and stem.endswith(".xml"):
            yield from map(text_in, named(parse_xml(archive.optional(name)).root, *tags))
