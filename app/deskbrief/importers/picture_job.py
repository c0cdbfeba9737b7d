"""The task "pictures": the pictures that a file carries, in a form that a window can show."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.model import Document
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.importers.job import source_of
from deskbrief.importers.picture_data import converted
from deskbrief.importers.registry import steps_for

#: The most bytes of all converted pictures of one file.
MOST_BYTES = 64 * 2**20


def pictures(request: Request) -> Iterator[Part | Progress]:
    """Yield the pictures of the file in `request`, which is as for the task "read", in text order.

    Each is a part with its "key" and a PNG or JPEG as its bytes; those that are damaged are left out.
    """
    source = source_of(request)
    document = None
    for step in steps_for(source):
        if isinstance(step, Document):
            document = step
        yield Progress(0, 0)
    wanted = [block.picture.key for block in document.blocks if block.picture] if document else []
    loads = dict(source.gallery)
    spent = 0
    for key in dict.fromkeys(wanted):
        picture = converted(loads[key]()) if key in loads else None
        if picture is not None and spent + len(picture.data) <= MOST_BYTES:
            spent += len(picture.data)
            yield Part("picture", {"key": key}, picture.data)
        else:
            yield Progress(0, 0)
