"""Paragraphs are told by the numbers that a text gives them, and by nothing that could be taken for these."""

from __future__ import annotations

import pytest

from deskbrief.services.passages import passage_for
from helpers.reading import read

SAID = "The court considered the evidence at length and was not persuaded by it in this respect."
RECITAL = "Whereas the Union has adopted rules on the matter that need to be made clearer than they are now."


def numbered(form: str, numbers: range) -> list[str]:
    return [f"{form.format(number)} {SAID}" for number in numbers]


@pytest.mark.parametrize("form", ["[{}]", "{}."])
def test_a_judgment_is_cited_by_its_own_numbers(form):
    parts = ["<p>In the High Court</p>", "<p>Before: Lord Justice Example, sitting alone</p>"]
    parts += [f"<p>{one}</p>" for one in numbered(form, range(1, 13))]
    parts.insert(6, "<blockquote>“The rule is an old one, and it has served.”</blockquote>")
    parts.insert(9, "<h2>The facts</h2><p>What follows is not in dispute between the parties.</p>")
    document = read(f"<html><body><article>{''.join(parts)}</article></body></html>", "judgment.html")
    told = [block.place for block in document.blocks if block.paragraph]
    assert told[:4] == ["1st ¶", "2nd ¶", "¶1", "¶2"]
    quote = next(block for block in document.blocks if "old one" in document.quote(block.span))
    before = next(block for block in document.blocks if "not in dispute" in document.quote(block.span))
    assert (quote.place, before.place) == ("¶4", "before ¶7")
    assert told[-1] == "¶12"
    assert document.quote(passage_for(document, "7")).endswith("in this respect.")
    assert passage_for(document, "¶7") == passage_for(document, "[7]") == passage_for(document, "para 7")
    assert passage_for(document, "before ¶7") == before.span
    assert document.quote(passage_for(document, "2nd")).startswith("Before:")
    assert passage_for(document, "13") is None


def test_recitals_keep_their_brackets():
    parts = [f"<p>({number}) {RECITAL}</p>" for number in range(1, 9)]
    document = read(f"<html><body><article>{''.join(parts)}</article></body></html>", "act.html")
    assert [block.place for block in document.blocks] == [f"¶({number})" for number in range(1, 9)]
    assert passage_for(document, "(3)") == passage_for(document, "3") == document.blocks[2].span


def test_a_number_may_stand_alone_before_its_paragraph():
    rows = "".join(f"<p>({number})</p><p>{RECITAL}</p>" for number in range(1, 9))
    document = read(f"<html><body><article>{rows}</article></body></html>", "act.html")
    told = [block.place for block in document.blocks if RECITAL in document.quote(block.span)]
    assert told == [f"¶({number})" for number in range(1, 9)]


def test_paragraphs_are_numbered_by_chapter():
    parts = [f"<p>{chapter}.{number} {SAID}</p>" for chapter in (1, 2, 3) for number in range(1, 6)]
    document = read(f"<html><body><article>{''.join(parts)}</article></body></html>", "paper.html")
    assert [block.place for block in document.blocks][4:7] == ["¶1.5", "¶2.1", "¶2.2"]
    assert passage_for(document, "2.1") == document.blocks[5].span


def test_a_chapter_may_have_more_than_a_hundred_paragraphs_or_none():
    parts = [f"<p>1.{number} {SAID}</p>" for number in range(1, 9)]
    parts += ["<h2>2. Recommendations</h2>", *["<p>The board should write to its members at once.</p>"] * 3]
    parts += ["<h2>3. The evidence</h2>", *[f"<p>3.{number} {SAID}</p>" for number in range(1, 121)]]
    parts += ["<h2>4. Redress</h2>", *[f"<p>4.{number} {SAID}</p>" for number in range(1, 9)]]
    document = read(f"<html><body><article>{''.join(parts)}</article></body></html>", "inquiry.html")
    told = [block.place for block in document.blocks if block.paragraph]
    assert told[:8] == [f"¶1.{number}" for number in range(1, 9)]
    assert told[8:11] == ["9th ¶", "10th ¶", "11th ¶"]
    assert told[11:] == [f"¶3.{number}" for number in range(1, 121)] + [
        f"¶4.{number}" for number in range(1, 9)
    ]


def test_an_act_is_cited_by_its_articles():
    parts = [f"<p>({number}) {RECITAL}</p>" for number in range(1, 9)]
    body = f"<p>1. {SAID}</p><p>It has a second sentence.</p><p>2. {SAID}</p>"
    parts += [f"<h2>Article {article} Scope</h2>{body}" for article in range(1, 5)]
    parts.append("<h2>Article 5</h2><p>This act enters into force at once.</p>")
    document = read(f"<html><body><article>{''.join(parts)}</article></body></html>", "act.html")
    told = [block.place for block in document.blocks if block.paragraph]
    assert told[7:12] == ["¶(8)", "Art. 1(1)", "Art. 1(1)", "Art. 1(2)", "Art. 2(1)"]
    assert told[-1] == "Art. 5"
    assert passage_for(document, "Art. 2(2)") == passage_for(document, "article 2 (2)")
    assert passage_for(document, "art 2").start < passage_for(document, "Art. 2(2)").start
    assert passage_for(document, "2(2)") == passage_for(document, "Art. 2(2)") is not None
    assert passage_for(document, "recital 3") == passage_for(document, "(3)") is not None
    assert passage_for(document, "Art. 9") is None


def test_a_resolution_is_cited_by_its_operative_paragraphs():
    preamble = [f"Recalling resolution {number} of the Council on the matter," for number in (3, 4, 5)]
    text = "\n\n".join([*preamble, *numbered("{}.", range(1, 6))])
    told = [block.place for block in read(text, "file.md").blocks]
    assert told == ["1st ¶", "2nd ¶", "3rd ¶", "¶1", "¶2", "¶3", "¶4", "¶5"]


@pytest.mark.parametrize("heading", ["Authorities’ Views", "Sources of law", "Notes on policy"])
def test_headings_that_only_begin_like_that_of_a_list_have_text_below(heading: str):
    parts = [*numbered("{}.", range(1, 4)), f"## {heading}", *numbered("{}.", range(4, 9)), "## Outlook"]
    document = read("\n\n".join(["# A report", SAID, *parts, *numbered("{}.", range(9, 13))]), "report.md")
    told = [block.place for block in document.blocks if block.paragraph]
    assert told == ["1st ¶", *(f"¶{number}" for number in range(1, 13))]


@pytest.mark.parametrize("heading", ["References and notes", "5. Sources", "Notes to chapter 2", "Quellen"])
def test_entries_of_lists_have_no_numbers_of_the_text(heading: str):
    parts = [*numbered("{}.", range(1, 9)), f"## {heading}", *numbered("{}.", range(9, 13))]
    document = read("\n\n".join(["# A report", *parts]), "report.md")
    assert [block.place for block in document.blocks][-1] == "12th ¶"


def test_a_list_inside_a_numbered_paragraph_does_not_break_the_series():
    parts = numbered("{}.", range(1, 8))
    parts[4] = "5. The letter asked:"
    inner = [f"{number}. {SAID}" for number in range(1, 7)]
    every = [*parts[:5], *inner, *parts[5:]]
    document = read(f"<article>{''.join(f'<p>{one}</p>' for one in every)}</article>", "a.html")
    told = [block.place for block in document.blocks]
    assert told[:5] == ["¶1", "¶2", "¶3", "¶4", "¶5"]
    assert told[5:11] == ["¶5"] * 6
    assert told[11:] == ["¶6", "¶7"]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join([SAID] * 9),
        "\n\n".join([*[SAID] * 20, *(f"{number}. Do this." for number in range(1, 5))]),
        "\n\n".join([*[SAID] * 9, "# References", *numbered("[{}]", range(1, 10))]),
    ],
    ids=["no numbers", "a short list", "a list of books"],
)
def test_other_texts_are_counted(text):
    document = read(text, "file.md")
    assert not document.labelled
    assert document.place_at(0) == "¶1"


def test_numbers_that_begin_anew_are_not_taken_for_a_series():
    chapters = [
        f"<h2>Part {part}</h2>" + "".join(f"<p>{number}. {SAID}</p>" for number in range(1, 4))
        for part in range(1, 7)
    ]
    document = read(f"<article>{''.join(chapters)}</article>", "rules.html")
    assert [block.place for block in document.blocks if block.paragraph][:4] == [
        "1st ¶",
        "2nd ¶",
        "3rd ¶",
        "4th ¶",
    ]
    assert passage_for(document, "4") == passage_for(document, "4th")
