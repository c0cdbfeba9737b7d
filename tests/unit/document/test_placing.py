import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.anchors import Anchor, AnchorState, make_anchor
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from helpers.documents import paragraphs

FIRST = "The council met in June and agreed to review the sanctions before the winter began."
SECOND = "Observers from four neighbouring states welcomed the review, though some called it late."
THIRD = "A second round of talks is planned; nobody would say where it is to be held."


def anchored(words):
    document = paragraphs(FIRST, SECOND, THIRD)
    start = document.text.index(words)
    return make_anchor(document, Span(start, start + len(words))), document


def test_the_same_text_places_exactly():
    anchor, document = anchored("agreed to review the sanctions")
    assert place(anchor, document.text) == place(anchor, document.text)
    placement = place(anchor, document.text)
    assert placement.state is AnchorState.EXACT
    assert document.quote(placement.span) == anchor.exact
    assert anchor.prefix.endswith("June and ")
    assert anchor.suffix.startswith(" before the winter")
    assert anchor.block_path == "b0+28"


def test_the_block_and_the_place_in_it_are_kept():
    anchor, _ = anchored("welcomed the review")
    assert anchor.block_path == f"b1+{SECOND.index('welcomed the review')}"
    anchor, _ = anchored("A second round")
    assert anchor.block_path == "b2+0"


def test_text_put_in_front_moves_the_passage():
    anchor, document = anchored("welcomed the review")
    text = "A new opening paragraph.\n\n" + document.text
    placement = place(anchor, text)
    assert placement.state is AnchorState.MOVED
    assert placement.span.of(text) == "welcomed the review"


def test_of_two_places_the_one_with_the_same_surroundings_wins():
    anchor, document = anchored("the review")
    text = "They spoke of the review at once.\n\n" + document.text
    placement = place(anchor, text)
    assert placement.state is AnchorState.MOVED
    assert text[: placement.span.start].endswith("states welcomed ")


def test_a_short_quote_in_other_surroundings_is_not_sure():
    anchor, _ = anchored("the review")
    text = "Nothing of this was known when the review of the theatre was printed in the morning paper."
    assert place(anchor, text).state is AnchorState.UNCERTAIN


def test_an_edited_passage_is_found_near_by():
    anchor, document = anchored("agreed to review the sanctions before the winter began")
    text = document.text.replace("review the sanctions", "review all sanctions")
    placement = place(anchor, text)
    assert placement.state in {AnchorState.MOVED, AnchorState.UNCERTAIN}
    assert "review all sanctions" in placement.span.of(text)


def test_a_passage_that_is_gone_is_lost_and_not_guessed():
    anchor, document = anchored("A second round of talks is planned")
    text = document.text.replace(THIRD, "Wholly different words about fishing quotas in the north.")
    placement = place(anchor, text)
    assert placement.state is AnchorState.LOST
    assert placement.span is None


def test_an_empty_quote_is_lost():
    assert place(Anchor(5, 5, ""), "some text").state is AnchorState.LOST


@given(st.text(max_size=300), st.text(min_size=1, max_size=40), st.integers(0, 400))
def test_placing_never_fails_and_never_leaves_the_text(text, quote, start):
    placement = place(Anchor(start, start + len(quote), quote), text)
    if placement.span is not None:
        assert 0 <= placement.span.start <= placement.span.end <= len(text)
    assert 0 <= placement.score <= 1


@pytest.mark.parametrize("seed", range(5))
def test_random_edits_elsewhere_never_misplace_a_passage(seed):
    rng = random.Random(seed)
    words = "policy talks review council border trade energy winter state paper".split()  # noqa: SIM905 - reads better
    sentences = [" ".join(rng.choices(words, k=12)).capitalize() + f" {n}." for n in range(60)]
    document = paragraphs(*sentences)
    kept = 30
    start = document.text.index(sentences[kept])
    anchor = make_anchor(document, Span(start, start + len(sentences[kept])))
    changed = [s for n, s in enumerate(sentences) if n == kept or rng.random() > 0.3]
    text = paragraphs(*changed).text
    placement = place(anchor, text)
    assert placement.state in {AnchorState.EXACT, AnchorState.MOVED}
    assert placement.span.of(text) == sentences[kept]


def test_without_surroundings_the_same_words_at_two_places_are_uncertain() -> None:
    found = place(Anchor(29, 43, "The flow fell."), "The flow fell. The flow fell.")
    assert found.state is AnchorState.UNCERTAIN
