"""The `.annotations` archive of the W3C EPUB Annotations draft: a ZIP with `annotations.json` at its root.

The draft also has such a file inside an EPUB, and calibre puts one of its own there; both are read.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib

from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import LARGEST_BYTES
from deskbrief.document.tasks import Json

MEDIA_TYPE = 'application/zip;profile="https://www.w3.org/TR/epub-anno-10/"'
#: Where notes lie in an archive, the first that is there.
MEMBERS = ("annotations.json", "META-INF/annotations.json", "META-INF/calibre_bookmarks.txt")
#: Archives with more entries are not looked into.
MOST_ENTRIES = 20_000
#: Every archive is dated so, that the same notes give the same bytes.
_DATED = (1980, 1, 1, 0, 0, 0)


def annotation_archive(annotations: dict[str, Json]) -> bytes:
    """Return an annotation set as the bytes of an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        data = json.dumps(annotations, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        archive.writestr(zipfile.ZipInfo(MEMBERS[0], _DATED), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def member_of(data: bytes) -> tuple[str, bytes]:
    """Return name and content of the file with notes in the archive `data`; raises `SourceError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()) if len(archive.filelist) <= MOST_ENTRIES else set()
            name = next((one for one in MEMBERS if one in names), "")
            if not name:
                raise SourceError(
                    "This archive holds no notes.", "Choose a file with the ending .annotations."
                )
            with archive.open(name) as member:
                content = member.read(LARGEST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        # RuntimeError: it wants a password.
        raise SourceError("This archive is damaged or locked.", "Export the notes again.") from error
    if len(content) > LARGEST_BYTES:
        raise SourceError(
            "The notes in this archive are larger than can be read.", "Export fewer of them at a time."
        )
    return name, content
