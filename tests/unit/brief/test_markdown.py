from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbrief.brief.markdown import Paragraph, Span, paragraphs, spans


def shown(body: str) -> list[tuple[str, str]]:
    return [(p.marker, "".join(span.text for span in p.spans)) for p in paragraphs(body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [Span("plain")]),
        ("**strong** word", [Span("strong", strong=True), Span(" word")]),
        ("an *emphatic* word", [Span("an "), Span("emphatic", emphasis=True), Span(" word")]),
        ("__both _of_ it__", [Span("both ", True), Span("of", True, True), Span(" it", True)]),
        ("2 * 3 * 4", [Span("2 * 3 * 4")]),
        ("snake_case_name", [Span("snake_case_name")]),
        ("an **open end", [Span("an **open end")]),
        ("****", [Span("****")]),
        ("<b>not</b> mark-up & so", [Span("<b>not</b> mark-up & so")]),
        ("[text](http://example.org)", [Span("[text](http://example.org)")]),
    ],
)
def test_spans(text: str, expected: list[Span]) -> None:
    assert list(spans(text)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("one\ntwo\n\nthree", [("", "one two"), ("", "three")]),
        ("- a\n- b\n  goes on\n3. c", [("•", "a"), ("•", "b   goes on"), ("3.", "c")]),
        ("# Head #\ntext", [("", "Head"), ("", "text")]),
        ("> quoted\n> words", [("", "quoted words")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_paragraphs(body: str, expected: list[tuple[str, str]]) -> None:
    assert shown(body) == expected


def test_a_heading_is_strong() -> None:
    assert list(paragraphs("## Head")) == [Paragraph((Span("Head", strong=True),))]


@given(st.text(alphabet="*_ab -#>\n1.", max_size=80))
@settings(max_examples=200)
def test_words_are_never_lost(body: str) -> None:
    letters = [character for _, text in shown(body) for character in text if character in "ab"]
    assert letters == [character for character in body if character in "ab"]


@pytest.mark.parametrize("body", ["*" * 50_000, "**a" * 20_000, "_" * 50_000, "- " * 20_000, "# " * 20_000])
def test_hostile_bodies_are_quick(body: str) -> None:
    assert sum(len(paragraph.spans) for paragraph in paragraphs(body)) >= 0
