"""W3C annotations: notes there and back, other programs' files, and files that are hostile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.anchors import Anchor
from deskbrief.document.errors import SourceError
from deskbrief.document.notes import MarkStyle, Note, Role, uuid7
from deskbrief.exchange.annotations import About, annotation_set, read_annotations

SOURCE = About(sha256="ab" * 32, title="A report", file_name="report.pdf")
TEXT = st.text(max_size=20)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    exact = draw(st.text(min_size=1, max_size=20))
    start = draw(st.integers(0, 10_000))
    return Note(
        id=uuid7(),
        document=SOURCE.sha256,
        anchor=Anchor(start, start + len(exact), exact, draw(TEXT), draw(TEXT)),
        role=draw(st.sampled_from(Role)),
        style=draw(st.sampled_from(MarkStyle)),
        body=draw(TEXT),
        tags=tuple(draw(st.lists(st.text(min_size=1, max_size=9), max_size=3, unique=True))),
        created="2026-11-27T10:00:00.000Z",
        modified="2026-11-27T11:00:00.000Z",
    )


@given(st.lists(notes(), max_size=4))
def test_notes_come_back_as_they_went(made: list[Note]) -> None:
    written = json.loads(json.dumps(annotation_set(made, [SOURCE], "2026-11-27")))
    assert read_annotations(written) == tuple(made)


def test_a_set_says_what_it_is_about() -> None:
    written = annotation_set([], [SOURCE], "2026-11-27")
    assert written["about"]["dc:identifier"] == ["urn:sha256:" + SOURCE.sha256]
    other = About(sha256="cd" * 32)
    assert len(annotation_set([], [SOURCE, other], "2026-11-27")["about"]) == 2
    assert written["type"] == "AnnotationSet"


def test_the_forms_of_other_programs_are_read() -> None:
    hypothesis = {
        "id": "https://example.org/a/1",
        "body": [
            {"type": "TextualBody", "value": "Why?", "purpose": "commenting"},
            {"type": "TextualBody", "value": "trade", "purpose": "tagging"},
        ],
        "target": [{"source": "x", "selector": [{"type": "TextQuoteSelector", "exact": "the words"}]}],
    }
    thorium = {
        "body": {"value": "Yes", "tag": "law", "color": "Green", "highlight": "underline"},
        "target": {
            "selector": {
                "type": "FragmentSelector",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "other words", "prefix": "some "},
            }
        },
    }
    plain = {"body": "Only text", "target": {"selector": {"type": "TextQuoteSelector", "exact": "third"}}}
    first, second, third = read_annotations({"first": {"items": [hypothesis, thorium, plain]}})
    assert (first.body, first.tags, first.anchor.exact) == ("Why?", ("trade",), "the words")
    assert (second.role, second.style, second.tags) == (Role.GREEN, MarkStyle.UNDERLINE, ("law",))
    assert third.body == "Only text"
    assert len({first.id, second.id, third.id}) == 3


@pytest.mark.parametrize("value", [None, "x", 7])
def test_what_holds_no_annotations_is_refused(value: object) -> None:
    with pytest.raises(SourceError):
        read_annotations(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["items", "first", "target", "selector", "type", "exact", "body", "value", "refinedBy"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        found = read_annotations(value)
    except SourceError:
        return
    assert all(note.anchor.exact for note in found)


def test_an_endless_chain_of_first_is_refused() -> None:
    value: dict[str, object] = {}
    value["first"] = value
    with pytest.raises(SourceError):
        read_annotations(value)
