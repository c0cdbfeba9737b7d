"""Notes as one JSON object of our own, which comes back in as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable

from deskbrief.document.codec import seal
from deskbrief.document.notes import Note

SCHEMA = "deskbrief.notes/1"
_NOT_OURS = ("This file holds no notes of Deskbrief.", "Give a file that “deskbrief notes export” wrote.")


def exported_json(notes: Iterable[Note]) -> str:
    """Return `notes` as one JSON object."""
    return json.dumps({"schema": SCHEMA, "notes": [seal("note", note) for note in notes]}, indent=1) + "\n"
