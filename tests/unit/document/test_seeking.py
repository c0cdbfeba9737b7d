import random

import pytest

from deskbrief.document.anchors import AnchorState, make_anchor
from deskbrief.document.placing import Finder, place
from deskbrief.document.spans import Span
from helpers.documents import paragraphs

SURE = {AnchorState.EXACT, AnchorState.MOVED}
WORDS = "policy talks review council border trade energy winter state paper".split()  # noqa: SIM905 - reads better


def sentences(count):
    rng = random.Random(3)
    return [" ".join([*rng.choices(WORDS, k=18), f"case{n}"]).capitalize() + "." for n in range(count)]


def anchored(document, words):
    start = document.text.index(words)
    return make_anchor(document, Span(start, start + len(words)))


def test_changed_words_are_found_among_many_that_are_much_alike():
    told = sentences(400)
    document = paragraphs(*told)
    anchors = [anchored(document, sentence) for sentence in told]
    changed = {one: one.replace(f" {one.split()[9]} ", " power ", 1) for one in told}
    finder = Finder("\n\n".join(changed.values()))
    found = [finder.place(anchor) for anchor in anchors]
    assert sum(one.state in SURE for one in found) > 300
    for sentence, one in zip(told, found, strict=True):
        if one.state in SURE:
            assert changed[sentence] in one.span.of(finder._text)


def test_spaces_and_quotes_that_saving_changed_do_not_matter():
    document = paragraphs("First of all.", "He said “no deal – not now” and left the talks.", "And last.")
    text = document.text.replace("“", '"').replace("”", '"').replace(" deal", "\u00a0deal").replace("–", "-")
    placement = place(anchored(document, "“no deal – not now”"), text)
    assert placement.state is AnchorState.MOVED
    assert placement.span.of(text) == '"no\u00a0deal - not now"'


def test_of_two_places_that_are_alike_neither_is_taken_for_sure():
    document = paragraphs("First of all.", "The council agreed to review the sanctions.", "And last of all.")
    anchor = anchored(document, "agreed to review the sanctions")
    text = (
        "The council agreed to review all sanctions.\n\nThe council agreed to review all sanctions.\n\nEnd."
    )
    assert place(anchor, text).state in {AnchorState.UNCERTAIN, AnchorState.LOST}


@pytest.mark.parametrize("quote", ["a " * 3000, "b" * 5000, "( " * 2000, "a b " * 2000])
def test_hostile_quotes_end(quote):
    document = paragraphs(quote)
    anchor = make_anchor(document, Span(0, len(document.text)))
    assert place(anchor, "x " + "a " * 50_000 + "( b " * 20_000).state is not AnchorState.EXACT
