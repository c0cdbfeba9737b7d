from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbrief.brief import markdown
from deskbrief.document.note_text import Paragraph, Span, paragraphs, plain_text, spans, written_link


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
        ("[text](http://example.org)", [Span("text", link="http://example.org")]),
        (
            "see **[a *b*](https://x.org/_y_)**.",
            [
                Span("see "),
                Span("a *b*", strong=True, link="https://x.org/_y_"),
                Span("."),
            ],
        ),
        (
            "(http://a.org/b_c_d), so",
            [
                Span("("),
                Span("http://a.org/b_c_d", link="http://a.org/b_c_d"),
                Span("), so"),
            ],
        ),
        ("mailto:a@b.org.", [Span("mailto:a@b.org", link="mailto:a@b.org"), Span(".")]),
        ("run `a*b*c` now", [Span("run "), Span("a*b*c", code=True), Span(" now")]),
        ("`http://a.org`", [Span("http://a.org", code=True)]),
        ("[a `b`](http://c.org)", [Span("a `b`", link="http://c.org")]),
        ("an open ` tick, ``two`` and ``", [Span("an open ` tick, ``two`` and ``")]),
        ("[x](javascript:alert)", [Span("[x](javascript:alert)")]),
        ("[x](file:///etc/passwd) [y](//z)", [Span("[x](file:///etc/passwd) [y](//z)")]),
        ("[x](data:text/html,y)", [Span("[x](data:text/html,y)")]),
        (
            "_a [b_c](http://d.org) e_",
            [
                Span("a ", emphasis=True),
                Span("b_c", emphasis=True, link="http://d.org"),
                Span(" e", emphasis=True),
            ],
        ),
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
        ("> quoted\nmine", [("", "quoted"), ("", "mine")]),
        ("mine\n> quoted", [("", "mine"), ("", "quoted")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_paragraphs(body: str, expected: list[tuple[str, str]]) -> None:
    assert shown(body) == expected


def test_a_heading_is_strong() -> None:
    assert list(paragraphs("## Head")) == [Paragraph((Span("Head", strong=True),))]


def test_quotes_and_levels_of_lists_are_told() -> None:
    found = list(paragraphs("> said\n- one\n  - two\n    3. three"))
    assert [(one.quoted, one.marker, one.depth) for one in found] == [
        (True, "", 0),
        (False, "•", 0),
        (False, "•", 1),
        (False, "3.", 2),
    ]


def test_a_brief_shows_links_as_words_with_their_address_and_none_of_them_leads_anywhere() -> None:
    body = "[this note](deskbrief://note/01a2), [that](http://b.org), http://c.org, [her](mailto:a@b.org)"
    (found,) = markdown.paragraphs(body)
    words = "this note, that (http://b.org), http://c.org, her (a@b.org)"
    assert "".join(span.text for span in found.spans) == words
    assert not any(span.link for span in found.spans)


def test_a_written_link_is_read_back() -> None:
    assert list(spans(written_link("a [b]\nc", "https://x.org"))) == [Span("a (b) c", link="https://x.org")]
    assert plain_text("**a**\n\n- [b](http://c.org)") == "a\n• b"


@given(st.text(alphabet="*_ab -#>\n1.", max_size=80))
@settings(max_examples=200)
def test_words_are_never_lost(body: str) -> None:
    letters = [character for _, text in shown(body) for character in text if character in "ab"]
    assert letters == [character for character in body if character in "ab"]


@pytest.mark.parametrize(
    "body",
    [
        *("*" * 50_000, "**a" * 20_000, "_" * 50_000, "- " * 20_000, "# " * 20_000),
        *(
            "`" * 90_000,
            "`a" * 45_000,
            "[" * 50_000,
            "[a](" * 20_000,
            "[a](b" * 9_000,
            "http:" * 20_000,
            "mailto:a" * 9_000,
        ),
    ],
)
def test_hostile_bodies_are_quick(body: str) -> None:
    assert sum(len(paragraph.spans) for paragraph in paragraphs(body)) >= 0
