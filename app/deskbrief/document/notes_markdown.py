"""A note as Markdown: what it is in front, the passage as a quote, the reader's words below."""

from __future__ import annotations

import json

from deskbrief.document.notes import Note


def note_markdown(note: Note, title: str, *, path: str = "") -> str:
    """Return `note` on the document called `title`, with the facts that any program can read in front."""
    facts = {
        "id": note.id,
        "title": title,
        "file": path,
        "sha256": note.document,
        "position": f"{note.anchor.start}-{note.anchor.end}",
        "role": note.role.value,
        "style": note.style.value,
        "created": note.created,
        "modified": note.modified,
    }
    front = [f"{key}: {_scalar(value)}" for key, value in facts.items() if value]
    front.append(f"tags: [{', '.join(map(_scalar, note.tags))}]")
    return "\n".join(["---", *front, "---", "", passage_markdown(note), ""])


def passage_markdown(note: Note) -> str:
    """Return the passage of `note` as a Markdown quote, and its words below."""
    quote = "\n".join(f"> {line}".rstrip() for line in note.anchor.exact.splitlines())
    return f"{quote}\n\n{note.body.strip()}" if note.body.strip() else quote


def _scalar(value: str) -> str:
    # A JSON string is a YAML string, whatever is in it.
    return json.dumps(value, ensure_ascii=False)
