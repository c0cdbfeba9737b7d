"""A note as Markdown, as other programs read it."""

from __future__ import annotations

import json
from dataclasses import replace

from deskbrief.document.notes_markdown import note_markdown
from helpers.library_samples import note_on, sample


def test_facts_stand_in_front_and_words_below():
    note = replace(note_on(sample(), 0, 5, "My “own” words\n\nand more\n"), tags=("Zoë", 'a "b"'))
    made = note_markdown(note, "Grain: “quotas”", path="/home/é.pdf")
    front, _, rest = made.removeprefix("---\n").partition("\n---\n")
    facts = dict(line.split(": ", 1) for line in front.splitlines())
    assert facts["title"] == '"Grain: “quotas”"'
    assert facts["file"] == '"/home/é.pdf"'
    assert facts["position"] == '"0-5"'
    assert facts["id"] == json.dumps(note.id)
    assert facts["tags"] == '["Zoë", "a \\"b\\""]'
    quote = "\n".join(f"> {line}".rstrip() for line in note.anchor.exact.splitlines())
    assert rest == f"\n{quote}\n\nMy “own” words\n\nand more\n"
    assert "file:" not in note_markdown(note, "Grain")
