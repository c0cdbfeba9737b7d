from collections.abc import Sequence

import pytest

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.markdown_blocks import MarkdownReader
from deskbrief.importers.markdown_guard import Guarded, guarded, is_plain
from deskbrief.importers.markdown_pictures import Carrier
from helpers.pictures import data_address, picture
from helpers.reading import left_out, links, of_kind, read, shape

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
    places = (inline for inline in document.inlines if not inline.target.startswith("#"))
    marked = {inline.kind: document.text[inline.start : inline.end] for inline in places}
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


SITE = """# Wells {#wells}

{% include menu.html
   title="All of 100%" %}
The water is low.
{: .usa-intro}

{% if page.old %}Nobody saw it.{% endif %}

Write `{% include x %}` and {% raw %}{{ mustard }}{% endraw %} or { this } and {: that.

```
{% include code %}
```

1. First
{: .item #one title="a b"}
2. Second
"""


def test_tags_of_the_program_that_makes_the_site_are_left_out():
    document = read(SITE, "a.md")
    assert shape(document) == [
        ("title", "Wells"),
        ("paragraph", "The water is low."),
        ("paragraph", "Nobody saw it."),
        ("paragraph", "Write {% include x %} and {{ mustard }} or { this } and {: that."),
        ("code", "{% include code %}"),
        ("list_item", "First"),
        ("list_item", "Second"),
    ]
    left = left_out(document)["tags of the program that makes the site"]
    assert left.split("\n")[-1] == '{: .item #one title="a b"}'


# Notes


def notes(document):
    return [
        (block.marker, document.quote(block.span), block.start)
        for block in document.blocks
        if block.kind is BlockKind.FOOTNOTE
    ]


def test_a_reference_leads_to_its_note():
    document = read("# Wells\n\nWater[^b] and more[^a], once more[^b].\n\n[^a]: One.\n[^b]: Two.\n", "a.md")
    assert [(marker, text) for marker, text, _ in notes(document)] == [("b", "Two."), ("a", "One.")]
    first, second = (f"#{start}" for _, _, start in notes(document))
    assert links(document) == [("b", first), ("a", second), ("b", first)]


def test_a_note_in_the_line_is_joined_as_well():
    document = read("# Wells\n\nWater^[It is *deep*.] runs.\n", "a.md")
    ((marker, text, start),) = notes(document)
    assert (marker, text) == ("1", "It is deep.")
    assert links(document) == [("1", f"#{start}")]


@pytest.mark.parametrize("reference", ["", "[^1]"])
def test_a_note_that_nothing_refers_to_is_kept(reference):
    document = read(f"# Wells\n\nWater{reference}.\n\n[^1]: One.\n\n[^2]: Two **words**.\n", "a.md")
    assert [(marker, text) for marker, text, _ in notes(document)] == [("1", "One."), ("2", "Two words.")]


# Pictures


def figures(document):
    return [
        (block.alt, bool(block.picture), document.quote(block.span))
        for block in document.blocks
        if block.kind is BlockKind.FIGURE
    ]


@pytest.mark.parametrize(
    "written", ["![A map]({0})", "Words and ![A map]({0}) and more.", "<p><img alt='A map' src='{0}'></p>"]
)
def test_a_picture_in_the_file_is_shown(written):
    text = f"# Wells\n\nBefore.\n\n{written.format(data_address(picture()))}\n\nAfter **it**.\n"
    document = read(text, "a.md")
    assert figures(document) == [("A map", True, "")]
    assert document.coverage.remarks == ()
    assert "base64" not in document.text


def test_pictures_that_the_file_lacks_are_counted_wherever_they_stand():
    document = read(
        "# Wells\n\n![One](1.png)\n\nIn ![two](2.png) words <img src='3.png' alt='three'> here.\n\n"
        "<div>Block <img src='4.png' alt='four'> words</div>\n\n| a | b |\n|---|---|\n| c | ![5](5.png) |\n",
        "a.md",
    )
    assert document.coverage.remarks == ("5 pictures are not shown: “One”, “two”, “three” ….",)
    assert figures(document) == [("One", False, "")]
    assert ("paragraph", "Block words") in shape(document)


def test_text_behind_a_long_picture_keeps_its_place_in_the_file():
    address = data_address(picture())
    text = f"---\ntitle: W\n---\n\n![A map]({address})\n\nBehind the map.\n\n    code {address}\n"
    document = read(text, "a.md")
    at = document.text.index("Behind")
    run = next(run for run in document.source_runs if run.start <= at < run.start + run.length)
    assert text[run.source + at - run.start :].startswith("Behind the map.")
    assert of_kind(document, BlockKind.CODE)[0].startswith("code data:image/png;base64,")


def test_a_picture_that_is_longer_than_any_paragraph_does_not_stop_the_reading():
    address = "data:image/png;base64," + "A" * 200_000
    document = read(f"# Wells\n\nSome **bold** words.\n\n![A map]({address})\n\nMore.\n", "a.md")
    assert [text for _, text in shape(document)] == ["Wells", "Some bold words.", "", "More."]


# Time


class Touched(Sequence):
    """Places of lines that count how many of them are looked at."""

    def __init__(self, places):
        self.places = places
        self.count = 0

    def __len__(self):
        return len(self.places)

    def __getitem__(self, key):
        found = self.places[key]
        self.count += len(found) if isinstance(key, slice) else 1
        return found


def test_a_long_file_takes_no_longer_for_each_of_its_lines():
    text = "".join(f"## Section {number}\n\nWords of it.\n\n" for number in range(500))
    plain = guarded(text, 0)
    starts = Touched(plain.starts)
    reader = MarkdownReader(Guarded(plain.text, starts), text, Carrier(text))
    assert len(list(reader.blocks())) == 1000
    assert 0 < starts.count < 5 * len(plain.starts)


def test_all_of_a_quotation_is_one_whatever_stands_in_it():
    text = "# H\n\nOne.\n\n> Two.\n>\n> - three\n>\n> > Four.\n\n<!-- -->\n\n> Five.\n\nSix.\n"
    document = read(text, "a.md")
    found = [(document.quote(block.span), block.quotation) for block in document.blocks[1:]]
    assert found == [("One.", 0), ("Two.", 1), ("three", 1), ("Four.", 1), ("Five.", 2), ("Six.", 0)]


def test_html_in_a_quotation_belongs_to_it():
    document = read("# H\n\n> Two.\n>\n> <div>three</div>\n\n<blockquote>four</blockquote>\n", "a.md")
    assert [block.quotation for block in document.blocks] == [0, 1, 1, 2]


LAID_OUT = """
                         The Wells of the Valley

      The council met again and heard nine witnesses about the state of
      the wells in the valley, which had been falling for years without
      anybody taking much notice of what the farmers said about them.

      It was told that nobody had measured the wells since the year of
      the drought, and that the books of the office had been lost then.
"""


def test_a_text_that_is_laid_out_with_spaces_is_no_code():
    made = shape(read(LAID_OUT, "wells.md"))
    assert [kind for kind, _ in made].count("paragraph") == 2
    assert "code" not in [kind for kind, _ in made]


@pytest.mark.parametrize(
    "block",
    [
        "    x = f(1)\n    y = g(x)\n    if x > y:\n        return x\n    print(x, y)\n",
        "    a.txt\n    b.txt\n    c.txt\n    d.txt\n    e.txt\n",
    ],
)
def test_indented_code_stays_code(block: str):
    kinds = [
        kind for kind, _ in shape(read(f"The wells are listed here.\n\n{block}\nThat is all.\n", "wells.md"))
    ]
    assert kinds == ["paragraph", "code", "paragraph"]


def test_prose_below_an_item_is_no_sign_of_a_layout():
    more = "    The council met again and heard nine witnesses on the wells.\n" * 5
    kinds = [kind for kind, _ in shape(read(f"- The wells.\n\n{more}\n- The rivers.\n", "wells.md"))]
    assert "list_item" in kinds
    assert is_plain(f"- The wells.\n\n{more}\n- The rivers.\n") is False


def test_a_text_whose_title_stands_below_other_words_is_called_by_its_first_heading():
    document = read(b"Draft of the day\n\n# A memorandum\n\nWords.\n\n# More\n\nWords.", "memo.md")
    assert document.metadata.title == "A memorandum"
    assert [one.kind for one in document.blocks[:2]] == [BlockKind.PARAGRAPH, BlockKind.HEADING]


def test_cells_beyond_those_of_the_head_are_kept():
    document = read("| A | B |\n|---|---|\n| `x|y` | 2 |\n| 1 | 2 \\| 3 | *4* |\n| 5 | 6 |\n", "a.md")
    (table,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    cells = [[document.text[cell.start : cell.end] for cell in row.cells] for row in table.rows]
    assert cells == [["A", "B"], ["`x", "y`", "2"], ["1", "2 | 3", "*4*"], ["5", "6"]]
