"""What a brief carries inside its file, so that it can be checked and its notes restored.

A PDF brief holds its plan, with an anchor for each reference, and the reader's notes as W3C annotations. They
stand in a stream of type `STREAM_TYPE` that the page-piece dictionary of the catalogue refers to
(ISO 32000-1, 14.5): PDF/A-2 allows no attached files that are not PDF/A themselves.
"""

from __future__ import annotations

import json

from deskbrief.document.codec import seal, unseal
from deskbrief.document.errors import SourceError
from deskbrief.document.plan import BriefPlan
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Json

#: The name under which the page-piece dictionary holds what is enclosed.
APPLICATION = "Deskbrief"
#: The type of the stream; it is found by this name, whatever program wrote the file anew.
STREAM_TYPE = "DeskbriefEnclosure"
#: No brief encloses more than this many bytes.
MOST_BYTES = 64 * 2**20
_SCHEMA = "deskbrief.enclosure/1"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The plan that a brief was made from, and the notes that travel with it as a W3C annotation set."""

    plan: BriefPlan
    annotations: dict[str, Json]


def enclosed(enclosure: Enclosure) -> bytes:
    """Return `enclosure` as it is kept in a file, the same bytes for the same values."""
    value = {
        "schema": _SCHEMA,
        "plan": seal("plan", enclosure.plan),
        "annotations": enclosure.annotations,
    }
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def read_enclosure(data: bytes) -> Enclosure:
    """Return what `enclosed` wrote; raises `SourceError` for anything else."""
    try:
        value = json.loads(data)
        annotations = value["annotations"]
        if value["schema"] != _SCHEMA or not isinstance(annotations, dict):
            raise ValueError
        return Enclosure(unseal("plan", BriefPlan, value["plan"]), annotations)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise SourceError(
            "What this brief encloses is damaged or of another version.",
            "Update Deskbrief, or make the brief anew from its source.",
        ) from error
