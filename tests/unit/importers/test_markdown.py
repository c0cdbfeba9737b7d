import pytest

from deskbrief.document.model import BlockKind, InlineKind
from helpers.reading import of_kind, read, shape

TEXT = """---
title: Harbours of the north
author: A Desk
date: 2024-03-05
---

# Harbours of the north

The **first** paragraph has a [link](https://example.org/a) and `code`.
It goes on in a second line.

## What to do

- Build *more* ships
  - large ones
- Close one harbour

### When

> Nobody asked us.

| Year | Ships |
|------|------:|
| 2021 | 14 |

```
x = 1
```

Last words.[^1]

[^1]: A note below.
"""


@pytest.fixture(scope="module")
def document():
    return read(TEXT, "harbours.md")


def test_the_blocks_come_in_order_without_their_marks(document):
    made = shape(document)
    words = [text for _, text in made]
    assert "What to do" in words
    assert "Build more ships" in words
    assert "Nobody asked us." in words
    assert ("table", "Year | Ships / 2021 | 14") in made
    assert not any("**" in text or "](" in text or text.startswith("#") for text in words)


def test_the_front_matter_is_metadata_and_no_text(document):
    assert document.metadata.title == "Harbours of the north"
    assert document.metadata.published.edtf.startswith("2024-03-05")
    assert "author:" not in document.text


def test_headings_have_levels_and_items_depths(document):
    levels = {
        document.quote(block.span): block.level
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    }
    assert levels["When"] == levels["What to do"] + 1
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.depth - items[0].depth for item in items] == [0, 1, 0]


def test_inline_marks_cover_their_words(document):
    marked = {inline.kind: document.text[inline.start : inline.end] for inline in document.inlines}
    assert marked[InlineKind.STRONG] == "first"
    assert marked[InlineKind.EMPHASIS] == "more"
    assert marked[InlineKind.CODE] == "code"
    assert marked[InlineKind.LINK] == "link"


def test_soft_line_ends_become_spaces(document):
    assert any(
        "`" not in text and "code. It goes on" in text for text in of_kind(document, BlockKind.PARAGRAPH)
    )


def test_scripts_and_raw_html_are_no_text():
    document = read("Before.\n\n<script>alert(1)</script>\n\nAfter <b>it</b>.\n", "a.md")
    assert "alert" not in document.text
    assert "After it." in document.text


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"]
)
def test_links_that_could_do_harm_lead_nowhere(href):
    document = read(f"A [link]({href}) here, and words about it.\n", "a.md")
    assert "link" in document.text
    assert not any(inline.target for inline in document.inlines if inline.kind is InlineKind.LINK)


@pytest.mark.parametrize(
    "deep", ["> " * 5000 + "deep", "- " * 5000 + "deep", "[" * 20000, "*" * 20001, "`" * 9999]
)
def test_deep_nesting_ends_in_text(deep):
    assert read(f"Before it.\n\n{deep}\n\nAfter it.\n", "deep.md").text.startswith("Before it.")
