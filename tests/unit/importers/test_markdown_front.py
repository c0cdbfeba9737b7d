"""Front matter of Markdown files: what is read of it, and what is not shown."""

import pytest

from deskbrief.importers.markdown_front import UNSHOWN, read_front_matter
from helpers.reading import left_out, read

BODY = "\n# What happened\n\nThe council met again and heard nine witnesses about the wells.\n"
TOML = """+++
title = "The wells = the valley"
date = 2024-03-05T10:00:00Z
authors = ["Ann Lee", "Bo Ray"]
draft = false
[params]
title = "Another"
+++
"""


def test_front_matter_in_toml_is_metadata_and_no_text():
    document = read(TOML + BODY, "wells.md")
    assert document.metadata.title == "The wells = the valley"
    assert document.metadata.published.edtf == "2024-03-05"
    assert document.metadata.byline == "Ann Lee, Bo Ray"
    assert "draft" not in document.text
    assert "+++" not in document.text


def test_a_rule_of_another_kind_does_not_end_it():
    assert read_front_matter("+++\ntitle = 1\n---\n" + BODY).end == 0
    assert read_front_matter("---\ntitle: 1\n+++\n" + BODY).end == 0
    assert read_front_matter("+++\nnothing here\n+++\n" + BODY).end == 0


@pytest.mark.parametrize(
    "entry",
    [
        "excerpt: The council met and heard nine witnesses.",
        "excerpt: >\n  The council met\n  and heard nine witnesses.",
        "The council met and heard nine witnesses.",
    ],
)
def test_prose_in_front_matter_is_told_to_be_left_out(entry: str):
    document = read(f"---\ntitle: Wells\n{entry}\n---\n{BODY}", "wells.md")
    assert left_out(document)[UNSHOWN] == "The council met and heard nine witnesses."


def test_facts_in_front_matter_are_not_missed():
    document = read("---\ntitle: Wells\nauthor: A Desk\ntags: [a, b]\nlayout: page\n---\n" + BODY, "wells.md")
    assert UNSHOWN not in left_out(document)
