"""Briefs as Word, HTML and Markdown: read back by our own readers they hold what the plan holds."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from deskbrief.brief.flow.content import Table
from deskbrief.brief.flow.docx import written_docx
from deskbrief.brief.flow.html import written_html
from deskbrief.brief.flow.markdown_text import written_markdown
from deskbrief.brief.flow.scripts import stretches
from deskbrief.brief.flow.whole import whole_text
from deskbrief.brief.flow.wording import worded
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.plan import BriefPlan, PassageRow, SourceFacts
from helpers.briefs import FIGURES, RECOMMENDATIONS, plan_of, sample_plan, text_plan
from helpers.reading import of_kind, read

WRITERS = {"docx": written_docx, "html": written_html, "md": written_markdown}
FORMATS = pytest.mark.parametrize("form", WRITERS)
MARKUP = (
    "<b>bold</b> & &amp; &#65;",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> <![CDATA[ --> </w:t></w:r>",
    "# head | cell | $x$ `code` ~~gone~~",
    "[link](javascript:alert(1)) ![p](x) [^1] *em* __st__",
    "1. one",
    "- two",
    "> three",
    "https://example.org/ www.example.org a@example.org",
    "back\\slash \\* {0} %s",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OTHERS = (SourceFacts("Source: a report, 2,000 words", "second.pdf", "ab" * 32, "A second report"),)
PLANS = {
    "sample": sample_plan(one_page=False),
    "grouped": replace(
        sample_plan(one_page=False), sections=(replace(RECOMMENDATIONS, grouped=True), FIGURES), others=OTHERS
    ),
    "text": text_plan(),
}


def again(plan: BriefPlan, form: str) -> Document:
    """Return the brief as our own reader of its format reads it."""
    return read(WRITERS[form](plan), f"brief.{form}")


def everything(document: Document) -> str:
    """Return all words: the text, and what the reader took for the frame around it."""
    parts = [document.text, document.metadata.byline, *(part.text for part in document.coverage.left_out)]
    return squeezed(" ".join(parts))


def squeezed(text: str) -> str:
    return "".join(worded(text).split())


@FORMATS
@pytest.mark.parametrize("name", PLANS)
def test_headings_come_back(form: str, name: str) -> None:
    plan = PLANS[name]
    document = again(plan, form)
    heads = [*of_kind(document, BlockKind.TITLE), *of_kind(document, BlockKind.HEADING)]
    assert plan.title in heads
    for section in plan.sections:
        assert section.title in heads
    if name == "grouped":
        assert {"United States", "The U.S.", "Sources"} <= set(heads)


@FORMATS
def test_tables_come_back_cell_by_cell(form: str) -> None:
    document = again(PLANS["sample"], form)
    tables = [block for block in document.blocks if block.rows]
    assert [(len(table.rows), len(table.rows[0].cells)) for table in tables] == [(4, 4), (5, 4)]
    assert all(cell.header for table in tables for cell in table.rows[0].cells)
    cells = [document.quote(cell.span) for row in tables[1].rows for cell in row.cells]
    assert "Enhance support for NGOs and independent media · by 2025" in cells
    assert "should consider" in cells


@FORMATS
def test_lists_come_back(form: str) -> None:
    items = of_kind(again(PLANS["sample"], form), BlockKind.LIST_ITEM)
    assert any(item.startswith("The thaw rests on three aims") for item in items)
    assert {"last year’s report", "the 2021 inquiry"} <= set(items)


@FORMATS
@pytest.mark.parametrize("name", PLANS)
def test_every_reference_comes_back(form: str, name: str) -> None:
    words = everything(again(PLANS[name], form))
    for reference in PLANS[name].references:
        assert squeezed(f"{reference.locator} “{reference.quote}”") in words


@FORMATS
def test_the_whole_text_comes_back_with_its_notes(form: str) -> None:
    words = everything(again(PLANS["text"], form))
    for piece in (
        "¶1",
        "strategic adjustments",
        "¶2",
        "First line",
        "y = 2",
        "July",
        "Talks",
        "or proposed?",
    ):
        assert squeezed(piece) in words


@FORMATS
@pytest.mark.parametrize("text", MARKUP)
def test_markup_appears_literally_in_every_field(form: str, text: str) -> None:
    document = again(plan_of(text), form)
    words = everything(document)
    # Title, bottom line, two points, rows of four tables, notes; the marks of footnotes stand between some.
    assert words.count(squeezed(text)) >= 12
    if form != "md":
        assert not any(inline.target and not inline.target.startswith("#") for inline in document.inlines)


@FORMATS
@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا بالعالم", "नमस्ते दुनिया", "หนังสือ", "中文 日本語です 한국어", "👩🏽‍🚀🇪🇺"]
)
def test_scripts_that_a_pdf_cannot_set_come_out(form: str, text: str) -> None:
    words = everything(again(plan_of(text), form))
    assert squeezed(text) in words
    assert "[U+" not in words


@FORMATS
def test_the_same_plan_gives_the_same_bytes(form: str) -> None:
    assert WRITERS[form](PLANS["sample"]) == WRITERS[form](PLANS["sample"])


@FORMATS
@given(st.text(max_size=30))
@settings(max_examples=25, deadline=None)
def test_any_text_in_every_field(form: str, text: str) -> None:
    data = WRITERS[form](plan_of(text))
    assert data
    if form == "docx":
        parts_of(data)


def parts_of(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_a_word_file_refers_only_to_what_it_holds() -> None:
    plan = PLANS["sample"]
    parts = parts_of(written_docx(plan))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
    known = {style.get(f"{w}styleId") for style in parts["word/styles.xml"].iter(f"{w}style")}
    used = {
        element.get(f"{w}val")
        for part in (body, notes, parts["word/header.xml"], parts["word/footer.xml"])
        for name in ("pStyle", "rStyle")
        for element in part.iter(f"{w}{name}")
    }
    assert used <= known
    cited = [note.get(f"{w}id") for note in body.iter(f"{w}footnoteReference")]
    held = [note.get(f"{w}id") for note in notes.iter(f"{w}footnote")]
    assert cited == sorted(set(cited), key=int) == held[2:]
    assert len(cited) == len(plan.references)
    marks = {mark.get(f"{w}name") for mark in body.iter(f"{w}bookmarkStart")}
    fields = [field.get(f"{w}instr").split()[1] for field in body.iter(f"{w}fldSimple")]
    assert fields
    assert set(fields) <= marks
    numbers = {number.get(f"{w}numId") for number in parts["word/numbering.xml"].iter(f"{w}num")}
    assert {number.get(f"{w}val") for number in body.iter(f"{w}numId")} <= numbers
    assert len(list(body.iter(f"{w}tblHeader"))) == 2


def test_a_heading_is_not_kept_with_a_long_table_in_word() -> None:
    def loose(count: int) -> list[str | None]:
        section = replace(RECOMMENDATIONS, recommendations=RECOMMENDATIONS.recommendations[:1] * count)
        data = written_docx(replace(sample_plan(one_page=False), sections=(section,)))
        body = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
        return [kept.get(f"{{{WORD}}}val") for kept in body.iter(f"{{{WORD}}}keepNext")]

    assert (loose(3), loose(30)) == ([], ["0"])


def test_columns_of_a_table_in_the_text_are_as_wide_as_their_cells_ask_for() -> None:
    cells = (
        ("Year", "What happened"),
        ("1957", "A long cell, about as long as a sentence of ten words. " * 3),
    )
    row = PassageRow(kind=BlockKind.TABLE, text="", cells=cells, headed=True)
    (table,) = whole_text([row])
    assert isinstance(table, Table)
    assert table.shares[1] > 5 * table.shares[0]


def test_right_to_left_text_is_marked_as_such_in_word() -> None:
    plan = replace(sample_plan(one_page=False), title="שלום עולם")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = parts_of(written_docx(plan))["word/document.xml"]
    (heading,) = [p for p in body.iter(f"{w}p") if "שלום" in "".join(p.itertext())]
    assert heading.find(f"{w}pPr/{w}bidi") is not None
    assert heading.find(f"{w}r/{w}rPr/{w}rtl") is not None


def test_a_page_says_direction_and_language_of_its_parts() -> None:
    text = written_html(replace(sample_plan(one_page=False), title="שלום עולם", language="de")).decode()
    assert '<html lang="de" dir="ltr">' in text
    assert '<h1 dir="rtl"><bdi dir="rtl"><span lang="he">שלום עולם</span></bdi></h1>' in text
    assert '<h2 lang="en">Chronology</h2>' in text


def test_a_page_loads_and_runs_nothing() -> None:
    text = written_html(PLANS["sample"]).decode()
    assert "default-src 'none'" in text
    assert not re.search(r"<(script|img|link|iframe|object)|style=|https?://|\son[a-z]+=", text)


def test_links_of_a_page_lead_to_what_it_holds() -> None:
    text = written_html(PLANS["sample"]).decode()
    places = re.findall(r' id="([^"]+)"', text)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(places)


def test_footnotes_of_markdown_are_defined_once_and_cited() -> None:
    text = written_markdown(PLANS["sample"]).decode()
    defined = re.findall(r"^\[\^([0-9]+)\]: ", text, re.MULTILINE)
    assert defined == [str(number) for number in range(1, 13)]
    assert set(re.findall(r"\[\^([0-9]+)\](?!:)", text)) == set(defined)


def test_overrides_of_direction_are_left_out() -> None:
    assert worded("a\u202eb\u2066c") == "abc"
    assert worded("a\u0000b\ud800") == "a[U+0000]b[U+D800]"


def test_stretches_keep_what_belongs_to_no_script_with_its_surroundings() -> None:
    told = [(part, script.tag) for part, script in stretches("He said שלום, עולם! (yes)")]
    assert told == [("He said ", "und-Latn"), ("שלום, עולם", "he"), ("! (yes)", "und-Latn")]


def test_places_are_read_from_left_to_right_on_a_page_that_is_not() -> None:
    text = written_html(replace(sample_plan(one_page=False), language="he")).decode()
    assert '<bdi dir="ltr"><span lang="und-Latn">¶7</span></bdi>' in text
    assert '<bdi dir="ltr">' not in written_html(sample_plan(one_page=False)).decode()


def test_a_page_draws_the_line_of_time_and_says_in_words_what_it_shows() -> None:
    root = html.fromstring(written_html(sample_plan()))
    (drawn,) = root.iter("svg")
    assert drawn.get("aria-label", "").startswith("Line of time with 3 events, from Jul 2023 to Oct 2023")
    assert [text.text for text in drawn.iter("text")] == ["Jul 2023", "Sep 2023", "Oct 2023"]
    assert len([*drawn.iter("circle")]) == 6


def test_a_word_file_that_is_to_fit_one_page_has_narrower_margins():
    tops = []
    for one_page in (True, False):
        with zipfile.ZipFile(BytesIO(written_docx(sample_plan(one_page=one_page)))) as archive:
            tops.append(int(re.search(r'w:top="(\d+)"', archive.read("word/document.xml").decode())[1]))
    assert tops[0] < tops[1]
